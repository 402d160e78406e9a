"""The tellings of one happening in the timeline's place, and two of them side by side in the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.coreference.comparison import Agreement, Said, side_by_side
from tui import palette
from tui.arabic import Mark
from tui.language import tr
from tui.screens.sheet import Sheet
from tui.widgets.beside import Beside
from tui.widgets.selecting import SelectingReader
from tui.widgets.tellings import TellingsView, Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.coreference.comparison import Compared
    from core.model import Event
    from tui.arabic import Writing
    from tui.screens.explorer import ExplorerScreen
    from tui.widgets.evidence import Evidence


class Comparing(Sheet):
    """What other articles say of the selected event; the reader is split in two while the list is open."""

    view: TellingsView

    def __init__(self, screen: ExplorerScreen) -> None:
        """Make a list that shows nothing yet."""
        super().__init__(screen, TellingsView())
        self._reader = screen.query_one(SelectingReader)
        self._beside = Beside()
        self._split = False
        self._of: str | None = None
        """The event whose tellings are listed."""

    @property
    def does(self) -> str:
        """What Enter does."""
        return tr("read")

    @property
    def kind(self) -> str:
        """What is listed."""
        return tr("Tellings")

    def begin(self) -> None:
        """Open the list at the first other telling; say so where there is none."""
        row = self.screen.row
        if row is None:
            return
        if len(self.screen.timeline.tellings(row.event)) < 2:
            self.screen.tell(tr("No other article tells of this event."))
            return
        if not self._beside.is_attached:
            self.screen.query_one("#reader-pane").mount(self._beside)
            self._beside.redraw(self.screen.writing)
        self._of = None
        super().begin()

    def fill(self) -> None:
        """Lay every telling beside the selected row's own."""
        row = self.screen.row
        tellings = self.screen.timeline.tellings(row.event) if row else ()
        told = [
            Told(telling, side_by_side(row.event, telling.event) if at and row else ())
            for at, telling in enumerate(tellings)
        ]
        event = row.event.id if row else None
        at = self.view.cursor if event == self._of else 1
        self._of = event
        self.view.put(told, max(min(at, len(told) - 1), 0))

    # ------------------------------------------------------------------------------- beside the list

    def follow(self) -> None:
        """Show the row's own telling, and the selected one beside it, with the words that disagree."""
        told, row = self.view.selected, self.screen.row
        if told is None or row is None:
            return
        event = told.telling.event
        self.screen.bring(row.document, row.event)
        self._reader.dispute(_disputed(row.event, (one.here for one in _disagreements(told))))
        if told.telling.document >= 0:
            sign = palette.CONFLICT_SIGN if told.disputed else palette.SAME_SIGN
            document = self.screen.timeline.document(told.telling.document)
            disputed = _disputed(event, (one.there for one in _disagreements(told)))
            self._beside.show(document, event, sign if told.sides else palette.OWN_SIGN, disputed)

    def settled(self) -> None:
        """Split the reader as long as the list is open, whatever took it away."""
        if self.open != self._split:
            self._split = self.open
            self.screen.set_class(self._split, "-comparing")
            if not self._split:
                self._reader.dispute({})

    def said(self) -> Iterable[tuple[str, str]] | None:
        """Say what both tellings say where they differ, and on what they agree; None for the row's own."""
        told = self.view.selected
        return None if told is None or not told.sides else _said_of(told)

    def choose(self) -> None:
        """Read the selected telling; one with a row of its own is selected, too."""
        told = self.view.selected
        self.leave()
        if told is None or told.telling.document < 0:
            return
        self.screen.select(told.telling.event.id)
        self.screen.give_keys(reading=True)
        self.screen.bring(told.telling.document, told.telling.event)
        self.screen.name_panes()

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        super().redraw(writing)
        if self._beside.is_attached:
            self._beside.redraw(writing)


def _disagreements(told: Told) -> Iterator[Compared]:
    return (one for one in told.sides if one.agreement is Agreement.OTHER)


def _disputed(event: Event, sayings: Iterable[tuple[Said, ...]]) -> Evidence:
    """Mark the words of one telling that the other contradicts."""
    spans = [said.span for one in sayings for said in one if said.span is not None]
    return {event.paragraph: [Mark(span.start, span.end, palette.DISPUTED) for span in spans]}


def _said_of(told: Told) -> Iterator[tuple[str, str]]:
    outlet = told.telling.event.doc.outlet
    there = f"«{outlet}»" if outlet else tr("the other")
    for one in told.differing():
        words = tr(
            "here {mine}; {outlet}: {theirs}", mine=_quoted(one.here), outlet=there, theirs=_quoted(one.there)
        )
        yield f"{one.agreement.value} {tr(one.aspect.value)}", words
    same = [tr(one.aspect.value) for one in told.sides if one.agreement is Agreement.SAME]
    if same:
        yield f"{Agreement.SAME.value} {tr('same')}", tr(", ").join(same)


def _quoted(sayings: tuple[Said, ...]) -> str:
    return tr(", ").join(f"«{said.words}»" for said in sayings) or tr("nothing")
