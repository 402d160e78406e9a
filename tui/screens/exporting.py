"""Taking away what is shown: a list of the formats, a name for the file, and the writing of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from core.errors import MediationError
from core.export.formats import FORMATS
from core.export.tally import Tally
from tui.arabic import isolated
from tui.clipboard import from_home
from tui.exporting import NothingToWriteError, Order, export
from tui.language import counted, tr
from tui.language.errors import told
from tui.screens.offer import Offer, named
from tui.screens.saving import Saving
from tui.screens.sheet import Sheet
from tui.widgets.formats import FormatsView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.timer import Timer
    from textual.worker import Worker

    from core.export.formats import Format
    from core.timeline import Chronology
    from tui.arabic import Writing
    from tui.screens.explorer import ExplorerScreen

_SAY_EVERY = 0.5
"""Seconds between two looks at how far it is."""


class Exporting(Sheet):
    """The exports of one explorer, one at a time."""

    view: FormatsView

    def __init__(self, screen: ExplorerScreen) -> None:
        """Make a list that shows nothing yet."""
        super().__init__(screen, FormatsView())
        self._saving = Saving(screen, self._begin_writing)
        self._worker: Worker[None] | None = None
        self._tally = Tally()
        self._count = 0
        self._saying: Timer | None = None

    @property
    def writing(self) -> bool:
        """Whether a file is being written."""
        return self._worker is not None

    @property
    def does(self) -> str:
        """What Enter does."""
        return tr("write")

    @property
    def kind(self) -> str:
        """What is listed."""
        return tr("Export as")

    @classmethod
    def offers(cls, screen: ExplorerScreen) -> Iterator[Offer]:
        """Offer each format."""
        del screen
        for form in FORMATS.values():
            yield Offer(
                named("Export: {name}", name=form.name), f"export.write({form.name!r})", tr(form.purpose)
            )

    def write(self, name: str) -> None:
        """Ask for the name of a file in one format."""
        self.toggle()
        if self.open:
            self.view.select(list(FORMATS).index(name))
            self.choose()

    def toggle(self) -> None:
        """Open the list, or leave it; one file is written at a time."""
        if self.writing:
            self.screen.tell(tr("A file is still being written; Esc stops that."))
        elif not self.open and not self.screen.timeline.rows:
            self.screen.tell(tr("There is nothing to export."))
        else:
            super().toggle()

    def fill(self) -> None:
        """Show the formats."""
        self.view.put(tuple(FORMATS.values()), self.view.cursor)

    def said(self) -> Iterable[tuple[str, str]]:
        """Say what is written, and what the selected format is good for and leaves out."""
        form = self.view.selected
        if form is None:
            return
        count = len(self.screen.timeline.in_order.rows)
        what = counted("1 event, as shown", "{count:,} events, as shown", count)
        yield tr("writes"), what + " " + tr("(to take a few, mark them and filter by “marked”)")
        yield form.name, tr(form.purpose)
        if form.leaves_out:
            yield tr("leaves out"), tr(form.leaves_out)

    def choose(self) -> None:
        """Ask for the name of the file."""
        if self.view.selected is not None:
            self._saving.begin(self.view.selected)

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        super().redraw(writing)
        self._saving.redraw(writing)

    # ------------------------------------------------------------------------------------------- writing

    def _begin_writing(self, order: Order) -> None:
        self.leave()
        shown = self.screen.timeline
        self._tally, self._count = Tally(), len(shown.in_order.rows)
        work = partial(self._write, shown, order)
        self._saying = self.screen.set_interval(_SAY_EVERY, self.screen.name_panes)
        self._worker = self.screen.run_worker(work, group="export", exclusive=True)

    async def _write(self, shown: Chronology, order: Order) -> None:
        said, form = "", order.form
        try:
            await export(shown, order, self._tally)
            said = tr("{events} → {file}", events=self._told(form), file=from_home(order.path))
        except NothingToWriteError:
            said = tr("nothing written: {events}", events=self._told(form))
        except MediationError as error:
            said = told(error)
        finally:
            self._worker = None
            if self._saying is not None:
                self._saying.stop()
        self.screen.tell(isolated(said))
        self.screen.name_panes()

    def _told(self, form: Format) -> str:
        """Say how many events went into the file, and how many it had no room for."""
        told = counted("1 event", "{count:,} events", self._tally.written)
        if not self._tally.left_out:
            return told
        left_out = tr("{count:,} left out ({which})", count=self._tally.left_out, which=tr(form.leaves_out))
        return f"{told}, {left_out}"

    def stop(self) -> bool:
        """Leave off writing: no half file stays."""
        if self._worker is None:
            return False
        self._worker.cancel()
        self.screen.tell(tr("Stopped; no file was written."))
        return True

    def chip(self) -> str:
        """Return how far the writing is, for the title."""
        if not self.writing:
            return ""
        done = self._tally.written + self._tally.left_out
        return tr("writing {done:,} of {count:,}, Esc stops", done=done, count=self._count)
