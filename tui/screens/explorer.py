"""The explorer: timeline and reader, in step with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container
from textual.message import Message

from core.timeline import Timeline
from tui.arabic import Writing
from tui.arrangement import Arrangement, arrange
from tui.keys import names_of
from tui.messages import Copied
from tui.screens.naming import PaneNames
from tui.screens.twins import TwinScreen, table_bindings
from tui.terminal import CYCLE, BidiMode
from tui.widgets.footer import KeyBar
from tui.widgets.histogram import Histogram
from tui.widgets.reader import ReaderView
from tui.widgets.selecting import SelectingReader
from tui.widgets.timeline import TimelineView
from tui.widgets.title import PaneTitle
from tui.widgets.why import Why

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from core.timeline import Chronology
    from tui.screens.finding import Finding

FOLLOW_AFTER = 0.06
"""Seconds of quiet after which the reader follows the timeline: not while a key repeats."""
_FIND = frozenset(names_of("find"))


class ExplorerScreen(TwinScreen, inherit_bindings=False):
    """Both panes, their titles, the reasons and the keys.

    The panes do not take Textual's focus: it draws a whole pane anew wherever it comes or goes. The screen
    knows which pane is active, and only the titles show it.
    """

    class ArabicChosen(Message):
        """The person chose a way of drawing Arabic."""

        def __init__(self, mode: BidiMode) -> None:
            """Keep the mode."""
            super().__init__()
            self.mode = mode

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = table_bindings()

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self.writing = writing
        self.timeline: Chronology = Timeline()
        self.arrangement = Arrangement.AUTO
        self.reading = False
        """Whether the reader has the keys."""
        self._progress = ""
        self._parts_known = False
        self._follow: Timer | None = None
        self._finding: Finding | None = None

    def compose(self) -> ComposeResult:
        """Build the tree."""
        with Container(id="panes"):
            with Container(id="timeline-pane", classes="pane"):
                yield PaneTitle(id="timeline-title")
                yield Histogram()
                yield TimelineView()
            with Container(id="reader-pane", classes="pane"):
                yield PaneTitle(id="reader-title")
                yield SelectingReader()
        yield Why()
        with Container(id="foot"):  # A bar that comes later draws this anew and nothing else.
            yield KeyBar()

    def on_mount(self) -> None:
        """Find the parts, and show what there is."""
        self._list = self.query_one(TimelineView)
        self._reader = self.query_one(SelectingReader)
        self._why = self.query_one(Why)
        self._names = PaneNames(
            self.query_one("#timeline-title", PaneTitle), self.query_one("#reader-title", PaneTitle)
        )
        self._parts_known = True
        self._write_everywhere()
        self.show(self.timeline, self._progress)

    # ------------------------------------------------------------------------------- what is shown

    def show(self, timeline: Chronology, progress: str = "") -> None:
        """Show some events; the selected one stays selected.

        Args:
            timeline: all of them, and their articles.
            progress: what is still being done; empty when all is there.
        """
        self.timeline, self._progress = timeline, progress
        if not self._parts_known:
            return
        self._names.show(timeline)
        self._list.fill(timeline, progress or "No dated event was found.")
        self.query_one(Histogram).show(timeline)
        if self._finding:
            self._finding.timeline_changed()
        self._follow_now()

    def tell_progress(self, progress: str) -> None:
        """Say how far the analysis is."""
        self._progress = progress
        self._name_panes()

    def tell(self, words: str) -> None:
        """Say something where the reasons stand."""
        self._why.tell(words)

    def _follow_now(self) -> None:
        """Bring the reader to the selected event."""
        self._follow = None
        row = self._list.selected
        if row is not None:
            self._reader.show(self.timeline.document(row.document), row.event)
        elif self.timeline.articles:
            self._reader.show(self.timeline.document(self.timeline.articles[0].number), None)
        if self._finding:
            self._finding.document_changed()
        self._explain()

    def _explain(self) -> None:
        row = self._list.selected
        self._why.explain(row.event if row else None)
        self._name_panes()

    def _name_panes(self) -> None:
        self._names.say(self._list, self._reader, self._finding, self._progress, reading=self.reading)

    # --------------------------------------------------------------------------------------- in step

    @on(TimelineView.Moved)
    def _timeline_moved(self) -> None:
        """Let the reader follow once the keys are quiet."""
        if self._follow is not None:
            self._follow.stop()
        self._follow = self.set_timer(FOLLOW_AFTER, self._follow_now)

    @on(ReaderView.Moved)
    def _reader_moved(self, moved: ReaderView.Moved) -> None:
        """Select the event told on that line, or else in that paragraph."""
        index = self._row_at(moved)
        if index is not None and self._list.select(index):
            self._reader.mark(self.timeline.rows[index].event)
            self._explain()
        else:
            self._name_panes()

    def _row_at(self, moved: ReaderView.Moved) -> int | None:
        """Find the row for a line of the reader; None where its paragraph tells of no event.

        Of several, the selected one if it is told on that line; else the first told there.
        """
        row = self._list.selected
        if row is None:
            return None
        candidates = self.timeline.rows_of(row.document, moved.paragraph)
        on_line = [
            index
            for index in candidates
            if (sentence := self.timeline.rows[index].event.sentence).start < moved.end
            and moved.start < sentence.end
        ]
        choice = on_line or candidates
        return self._list.cursor if self._list.cursor in choice else min(choice, default=None)

    # ------------------------------------------------------------------------------------------ keys

    def action_step(self, steps: int) -> None:
        """Move by an event, or by a line of the reader."""
        if self.reading:
            self._reader.step(steps)
        else:
            self._list.move(steps)

    def action_first(self) -> None:
        """Go to the first event, or to the head of the article."""
        if self.reading:
            self._reader.ends(last=False)
        else:
            self._list.go(0)

    def action_last(self) -> None:
        """Go to the last event, or to the end of the article."""
        if self.reading:
            self._reader.ends(last=True)
        else:
            self._list.go(len(self.timeline.rows) - 1)

    def action_page(self, pages: int) -> None:
        """Turn the reader by pages."""
        self._turn(pages * max(self._reader.size.height - 2, 1))

    def action_half(self, halves: int) -> None:
        """Turn the reader by half pages."""
        self._turn(halves * max(self._reader.size.height // 2, 1))

    def _turn(self, lines: int) -> None:
        if self.reading:
            self._reader.step(lines)
        else:
            self._reader.scroll_lines(lines)

    def action_other_pane(self) -> None:
        """Give the keys to the other pane."""
        self.give_keys(reading=not self.reading)

    def action_read(self) -> None:
        """Give the keys to the reader, at the event."""
        if self._follow is not None:
            self._follow.stop()
        self._follow_now()
        self.give_keys(reading=True)

    def action_back(self) -> None:
        """End a selection, or give the keys to the timeline; there, take the marks of a search away."""
        if self._reader.deselect():
            return
        if self.reading or not (self._finding and self._finding.forget()):
            self.give_keys(reading=False)

    def action_mark(self) -> None:
        """Begin or end a selection in the reader."""
        if self.reading:
            self._reader.toggle_marking()

    def action_word(self, words: int) -> None:
        """Draw the selection by words."""
        self._reader.draw_by_word(words)

    def action_copy(self) -> None:
        """Copy the selected event, or from the reader what is chosen there."""
        row = self._list.selected
        if self.reading:
            copied = self._reader.copied()
        elif row is not None:
            from core.export.citation import citation

            copied = citation(row.event), f"the citation of {row.event.date.edtf or 'this event'}"
        else:
            return
        if copied:
            self.post_message(Copied(*copied))

    def give_keys(self, *, reading: bool) -> None:
        """Give the keys to the reader, or to the timeline."""
        self.reading = reading
        self._reader.activate(active=reading)
        self.set_class(reading, "-reading")
        self._name_panes()
        self.call_after_refresh(self._name_panes)  # A reader that was hidden finds its place only now.

    def action_layout(self) -> None:
        """Go on to the next arrangement."""
        every = list(Arrangement)
        self.arrangement = every[(every.index(self.arrangement) + 1) % len(every)]
        self._arrange()

    def action_arabic(self) -> None:
        """Go on to the next way of drawing Arabic."""
        mode = CYCLE[(CYCLE.index(self.writing.mode) + 1) % len(CYCLE)]
        self.write_in(Writing(mode, self.writing.marks))
        self.post_message(self.ArabicChosen(mode))

    def write_in(self, writing: Writing) -> None:
        """Draw Arabic in another way from now on."""
        before, self.writing = self.writing, writing
        if self._parts_known and before != writing:
            self._write_everywhere()

    def _write_everywhere(self) -> None:
        self._list.redraw(self.writing)
        self._reader.redraw(self.writing)
        self._why.redraw(self.writing)
        self._names.redraw(self.writing)
        if self._finding:
            self._finding.redraw(self.writing)
        self.query_one(KeyBar).say(f"Arabic: {self.writing.mode}")

    def find(self) -> Finding:
        """Return the search, which is loaded when it is first wanted."""
        if self._finding is None:
            from tui.screens.finding import Finding

            self._finding = Finding(self)
        return self._finding

    def action_find(self) -> None:
        """Open the line to write words in."""
        self.find().begin()

    def action_hit(self, step: int) -> None:
        """Go to the next place of the words, or to the one before."""
        self.find().go(step)

    def on_finding_changed(self) -> None:
        """Say what was found."""
        self._name_panes()

    def on_key(self, event: events.Key) -> None:
        """Write what is typed while words are asked for.

        Not left to the bindings: they run later than the letters that were typed after `/` arrive.
        """
        if self._finding is not None and self._finding.open:
            taken = self._finding.press(event)
        elif taken := event.key in _FIND:
            self.action_find()
        if taken:
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Write what is pasted while words are asked for."""
        if self._finding is not None and self._finding.open:
            event.stop()
            self._finding.paste(event.text)

    def action_help(self) -> None:
        """Open the help."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.writing))

    # -------------------------------------------------------------------------------- size and mouse

    def on_resize(self, event: events.Resize) -> None:
        """Arrange for another size."""
        self._arrange(event.size.width, event.size.height)

    def on_click(self, event: events.Click) -> None:
        """Give the keys to the pane that was clicked."""
        if isinstance(event.widget, ReaderView | TimelineView):
            if self._finding:
                self._finding.leave()
            self.give_keys(reading=isinstance(event.widget, ReaderView))

    def _arrange(self, width: int | None = None, height: int | None = None) -> None:
        width, height = width or self.size.width, height or self.size.height
        arrange(self, self.arrangement, width, height)
