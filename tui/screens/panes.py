"""The panes of the explorer: where they stand, and how Arabic is written in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.message import Message

from tui.arrangement import Arrangement, arrange
from tui.language import tr
from tui.screens.naming import PaneNames
from tui.screens.twins import TwinScreen
from tui.terminal import CYCLE, BidiMode
from tui.widgets.footer import KeyBar
from tui.widgets.histogram import Histogram
from tui.widgets.selecting import SelectingReader
from tui.widgets.timeline import TimelineView
from tui.widgets.title import PaneTitle
from tui.widgets.why import Why

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui.arabic import Writing


class PanesScreen(TwinScreen, inherit_bindings=False):
    """Both panes, their titles, the reasons and the keys; what is shown in them is the explorer's.

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

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self.writing = writing
        self.arrangement = Arrangement.AUTO
        self._parts_known = False

    def compose(self) -> ComposeResult:
        """Build the tree, arranged for the size that there is: what is arranged later is drawn twice."""
        self._arrange(*self.app.size)
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

    def _find_parts(self) -> None:
        self._histogram = self.query_one(Histogram)
        self._list = self.query_one(TimelineView)
        self._reader = self.query_one(SelectingReader)
        self._why = self.query_one(Why)
        self._names = PaneNames(
            self.query_one("#timeline-title", PaneTitle), self.query_one("#reader-title", PaneTitle)
        )
        self._parts_known = True
        self.set_class(self.writing.mirrored, "-mirrored")
        self._write_everywhere()

    @property
    def reader(self) -> SelectingReader:
        """The pane with the article."""
        return self._reader

    def tell(self, words: str) -> None:
        """Say something where the reasons stand."""
        self._why.tell(words)

    def describe(self, *lines: tuple[str, str]) -> None:
        """Say something there with a label to each line."""
        self._why.describe(lines)

    def action_layout(self) -> None:
        """Go on to the next arrangement."""
        every = list(Arrangement)
        self.stand(every[(every.index(self.arrangement) + 1) % len(every)])

    def stand(self, arrangement: Arrangement) -> None:
        """Let the panes stand otherwise."""
        self.arrangement = arrangement
        self._arrange()

    def action_arabic(self) -> None:
        """Go on to the next way of drawing Arabic."""
        mode = CYCLE[(CYCLE.index(self.writing.mode) + 1) % len(CYCLE)]
        self.write_in(replace(self.writing, mode=mode))
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
        self.query_one(KeyBar).say(tr("Arabic: {mode}", mode=tr(self.writing.mode.value)), self.writing)

    def action_help(self) -> None:
        """Open the help."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.writing))

    def on_resize(self, event: events.Resize) -> None:
        """Arrange for another size."""
        self._arrange(event.size.width, event.size.height)

    def _arrange(self, width: int | None = None, height: int | None = None) -> None:
        width, height = width or self.size.width, height or self.size.height
        arrange(self, self.arrangement, width, height)
