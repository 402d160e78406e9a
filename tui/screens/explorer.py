"""The explorer: timeline and reader, in step with each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on

from core.timeline import Timeline, begin_of
from tui.desk import Desk
from tui.keys import walking_keys
from tui.language import tr
from tui.messages import Copied
from tui.screens.parts import Parts
from tui.screens.twins import table_bindings
from tui.screens.walking import WalkingScreen
from tui.widgets.histogram import Histogram
from tui.widgets.reader import ReaderView
from tui.widgets.rows import RowList
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.timer import Timer

    from core.model import Event
    from core.timeline import Chronology, Row
    from tui.arabic import Writing
    from tui.screens.asking import Asking

FOLLOW_AFTER = 0.05
"""Seconds of quiet after which the reader follows the timeline: not while a key repeats."""
_WALKING = walking_keys()
TICK_AFTER = 0.5
"""Seconds after the first frame from which on the rail is told of conflicts and doubtful dates."""


class ExplorerScreen(WalkingScreen, inherit_bindings=False):
    """What the panes show, and what the keys do to it."""

    BINDINGS: ClassVar[list[BindingType]] = table_bindings()

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing)
        self.whole: Chronology = Timeline()
        """All there is."""
        self.timeline: Chronology = self.whole
        """What is shown: all there is, or what the filter lets through; in the order that was chosen."""
        self._progress = ""
        self.awaits_more = False
        """Whether something is still being read."""
        self._origin = ""
        self._shown: int | None = None
        """Number of the article in the reader."""
        self._settled = 0
        """The row that the reader has followed to."""
        self._follow: Timer | None = None
        self.parts = Parts(self)
        self.desk = Desk((), None)
        """Where it is kept what a person says of the events."""
        self.asking: Asking | None = None
        """The line that has the keys, if one is open."""

    def on_mount(self) -> None:
        """Show what there is."""
        self._find_parts()
        self.show(self.timeline, self._progress, more=self.awaits_more)
        self.set_timer(TICK_AFTER, partial(self.parts.load, "ticks"))

    # ------------------------------------------------------------------------------- what is shown

    def show(self, timeline: Chronology, progress: str = "", *, more: bool = False) -> None:
        """Show some events; the selected one stays selected.

        Args:
            timeline: all of them, and their articles.
            progress: what is said of the reading of them; nothing for an empty word.
            more: whether others may follow.
        """
        self._progress, self.awaits_more, self.whole = progress, more, timeline
        if not self._parts_known:
            self.timeline = timeline
        elif not ((filtering := self.parts.filtering) and filtering.shows(timeline)):
            self.display_rows(timeline)

    def display_rows(self, timeline: Chronology) -> None:
        """Show other events in place of those that are shown, in the order that was chosen."""
        groups = self.parts.groups
        if groups is None or not groups.arranges(timeline):
            self.put_rows(timeline)

    def put_rows(self, timeline: Chronology) -> None:
        """Show other rows, which stand as they are to be shown."""
        self.timeline = timeline
        self._names.show(timeline)
        self._list.judged = self._list.judged or self.desk.judged
        self._list.fill(timeline, self._progress or self._nothing(), whole=not self.awaits_more)
        self._histogram.show(timeline)
        for part in self.parts:
            part.rows_changed()
        self.follow()

    def _nothing(self) -> str:
        filtering = self.parts.filtering
        if filtering is not None and filtering.words:
            return tr("No event is like that; Backspace shows all.")
        return tr("No dated event was found.")

    def call_it(self, name: str) -> None:
        """Say in the title, from the next rows on, where they are from."""
        self._origin, self._shown = name, None

    @property
    def selected(self) -> str | None:
        """The selected event, by `Event.id`."""
        row = self._list.selected
        return row.event.id if row else None

    def select(self, event: str | None) -> None:
        """Select an event, if it has a row."""
        index = self.timeline.index_of(event) if event else None
        if index is not None and self._list.select(index):
            self.follow()

    def show_anew(self, timeline: Chronology) -> None:
        """Show the events as they are after a change."""
        self.show(timeline, self._progress, more=self.awaits_more)

    def tell_progress(self, progress: str) -> None:
        """Say how far the analysis is."""
        if progress != self._progress:
            self._progress = progress
            self.name_panes()

    def follow(self) -> None:
        """Bring the reader to the selected event, or to what is selected on the sheet."""
        if self._follow is not None:
            self._follow.stop()
        self._follow, self._settled = None, self._list.cursor
        row = self._list.selected
        if self.sheet is not None:
            self.sheet.follow()
        elif row is not None:
            self.bring(row.document, row.event)
        elif self.timeline.articles and self._shown is None:
            self.bring(self.timeline.articles[0].number, None)
        for part in self.parts:
            part.settled()
        self.explain()

    def _changed_list(self) -> None:
        self.give_keys(reading=False)
        self.follow()

    @property
    def here(self) -> int | None:
        """The number of the article in the reader, or that is to come into it."""
        row = self._list.selected
        return row.document if row is not None and self._list.cursor != self._settled else self._shown

    @property
    def shown(self) -> int | None:
        """The number of the article in the reader."""
        return self._shown

    @property
    def row(self) -> Row | None:
        """The selected row."""
        return self._list.selected

    def bring(self, number: int, event: Event | None) -> None:
        """Show an article in the reader, at an event or at its head."""
        self._shown = number
        self._reader.show(self.timeline.document(number), event)

    def explain(self) -> None:
        """Say why the selected event is dated and coded so, or what the sheet says of its line."""
        said = self.sheet.said() if self.sheet else None
        if said is None:
            self._why.explain(self.row, (line for part in self.parts for line in part.reasons()))
        else:
            self._why.describe(said)
        self._histogram.point(begin_of(self.row.event) if self.row else None)
        self.name_panes()

    def explain_anew(self) -> None:
        """Say more of the selected event, unless something else was told meanwhile."""
        if not self._why.told:
            self.explain()

    def name_panes(self) -> None:
        """Say above the panes where one is, and what the parts have to say there."""
        sheet, filtering = self.sheet, self.parts.filtering
        chips = [part.chip() for part in self.parts]
        self._names.say(
            sheet.kind if sheet else tr("Timeline"),
            self._walked,
            self._reader,
            self.parts.finding,
            (*chips, "" if sheet else self._names.years, self._origin, self._progress),
            filtering.out_of() if filtering and not sheet and not self.timeline.groups else "",
            reading=self.reading,
        )

    # --------------------------------------------------------------------------------------- in step

    @on(RowList.Moved)
    def _list_moved(self, moved: RowList.Moved) -> None:
        """Let the reader follow once the keys are quiet; a list that was left meanwhile leads nowhere."""
        if (self.sheet is not None) == isinstance(moved, TimelineView.Moved):
            return
        if self._follow is not None:
            self._follow.stop()
        self._follow = self.set_timer(FOLLOW_AFTER, self.follow)

    @on(Histogram.Turned)
    def _axis_turned(self) -> None:
        """Let the parts show what belongs to other days."""
        for part in self.parts:
            part.turned()

    @on(Histogram.Chosen)
    def _bar_chosen(self, chosen: Histogram.Chosen) -> None:
        """Go to the first event of a bar that was clicked."""
        self._list.go(self.timeline.near(chosen.index, self._list.cursor))

    @on(ReaderView.Moved)
    def _reader_moved(self, moved: ReaderView.Moved) -> None:
        """Select the event told on that line, or else in that paragraph."""
        index = self._row_at(moved)
        if index is not None and self._list.select(index):
            self._settled = index
            self._reader.mark(self.timeline.rows[index].event)
            self.explain()
        else:
            self.name_panes()

    def _row_at(self, moved: ReaderView.Moved) -> int | None:
        """Find the row for a line of the reader; None where its paragraph tells of no event.

        Of several, the selected one if it is told on that line; else the first told there.
        """
        if self._shown is None or self.sheet is not None:
            return None
        candidates = self.timeline.rows_of(self._shown, moved.paragraph)
        on_line = [
            index
            for index in candidates
            if (sentence := self.timeline.rows[index].event.sentence).start < moved.end
            and moved.start < sentence.end
        ]
        choice = on_line or candidates
        if self._list.cursor in choice or not choice:
            return self._list.cursor if choice else None
        # An event stands in several groups: the nearest does.
        return min(choice, key=lambda index: abs(index - self._list.cursor) if self._list.headings else index)

    # ------------------------------------------------------------------------------------------ keys

    def action_article(self, step: int) -> None:
        """Go to the first event of the next article that has one, or of the one before; or of the group."""
        if self.sheet is not None and not self.reading:
            self._walked.move(step)
        elif self._list.headings:
            self.go_by_heading(step)
        elif (here := self.here) is not None:
            self._lift()
            number = self.timeline.beside(here, step)
            if number is not None:
                self._list.go(self.timeline.rows_of(number)[0])

    def go_by_heading(self, step: int) -> None:
        """Go to the first event of the next group, or of the one before."""
        self._lift()
        index = self._list.beyond(step)
        if index is not None:
            self._list.go(index)

    def _lift(self) -> None:
        if self.sheet is not None:
            self.sheet.leave()

    def open_article(self, number: int) -> None:
        """Go to its first event; an article without one is read from its head."""
        self._lift()
        rows = self.timeline.rows_of(number)
        if rows:
            self._list.select(rows[0])
            self.follow()
        else:
            self.bring(number, None)
        self.give_keys(reading=not rows)

    def action_read(self) -> None:
        """Give the keys to the reader, at the event; on a sheet, do what its line stands for."""
        if self.sheet is not None and not self.reading:
            if self._follow is not None:
                self.follow()
            self.sheet.choose()
        else:
            self.follow()
            self.give_keys(reading=True)

    def action_back(self) -> None:
        """Stop long work, end a selection, go to the timeline; there, leave the sheet or take marks off."""
        if any(part.stop() for part in self.parts) or self._reader.deselect():
            return
        if self.sheet is not None and not self.reading:
            self.sheet.leave()
            return
        finding = self.parts.finding
        if self.reading:
            self.give_keys(reading=False)
        elif not (finding and finding.forget()):
            any(part.nothing_to_leave() for part in self.parts)

    def action_copy(self) -> None:
        """Copy the selected event, or from the reader what is chosen there."""
        row = self._list.selected
        if self.reading:
            copied = self._reader.copied()
        elif row is not None:
            from core.export.citation import citation

            date = row.event.date.edtf
            what = tr("the citation of {date}", date=date) if date else tr("the citation of this event")
            copied = citation(row.event), what
        else:
            return
        if copied:
            self.post_message(Copied(*copied))

    def action_part(self, action: str) -> None:
        """Do what a key of a part stands for."""
        self.parts.act(action)

    def on_finding_changed(self) -> None:
        """Say what was found."""
        self.name_panes()

    def on_filtering_changed(self) -> None:
        """Say what is shown."""
        self.name_panes()

    async def on_key(self, event: events.Key) -> None:
        """Write what is typed while words are asked for, or do at once what the key stands for.

        Not left to the application: it would do so later than the letters that were typed behind it arrive,
        and these may belong to a line that the key opens.
        """
        if self.asking is not None:
            taken = self.asking.press(event)
        elif taken := self.awaits_more and not self.timeline.articles and event.key in _WALKING:
            self.tell(tr("Still being read; the first events come in a moment."))
        else:
            taken = await self.app._check_bindings(event.key)  # noqa: SLF001 - what `App` does with keys
        if taken:
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Write what is pasted while words are asked for."""
        if self.asking is not None:
            event.stop()
            self.asking.paste(event.text)

    def _write_everywhere(self) -> None:
        super()._write_everywhere()
        for part in self.parts:
            part.redraw(self.writing)

    # -------------------------------------------------------------------------------- size and mouse

    def on_click(self, event: events.Click) -> None:
        """Give the keys to the pane that was clicked."""
        if isinstance(event.widget, ReaderView | RowList):
            if self.asking is not None:
                self.asking.leave()
            self.give_keys(reading=isinstance(event.widget, ReaderView))
