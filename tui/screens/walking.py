"""Walking: which pane has the keys, and what those that move do there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.keys import reader_keys
from tui.language import tr
from tui.screens.panes import PanesScreen
from tui.widgets.footer import KeyBar

if TYPE_CHECKING:
    from tui.arabic import Writing
    from tui.screens.sheet import Sheet
    from tui.widgets.rows import RowList


class WalkingScreen(PanesScreen, inherit_bindings=False):
    """The panes, one of which has the keys; the left one shows events, or a sheet in their place."""

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing)
        self.reading = False
        """Whether the reader has the keys."""
        self.sheet: Sheet | None = None
        """The list that stands in the timeline's place."""

    def name_panes(self) -> None:
        """Say above the panes where one is."""
        raise NotImplementedError

    @property
    def _walked(self) -> RowList[Any]:
        """The list that the keys walk when the reader has not got them."""
        return self.sheet.view if self.sheet else self._list

    @property
    def cursor(self) -> int:
        """The index of the selected row."""
        return self._list.cursor

    def go(self, index: int) -> None:
        """Select a row; the reader follows once the keys are quiet."""
        self._list.go(index)

    def put_cursor(self, index: int) -> None:
        """Select a row, and let nothing follow."""
        self._list.select(index)

    def lay(self, sheet: Sheet) -> None:
        """Put a sheet in the timeline's place, or in that of another."""
        if self.sheet is not None:
            self.sheet.view.remove_class("-open")
        self.sheet = sheet
        if not sheet.view.is_attached:
            sheet.view.add_class("sheet")
            self.query_one("#timeline-pane").mount(sheet.view)
        sheet.view.add_class("-open")
        self.add_class("-sheet")
        sheet.fill()
        sheet.view.redraw(self.writing)
        self._changed_list()

    def lift(self, sheet: Sheet) -> None:
        """Take a sheet away, if it is there: the timeline comes back."""
        if self.sheet is sheet:
            self.sheet = None
            sheet.view.remove_class("-open")
            self.remove_class("-sheet")
            self._changed_list()

    def _changed_list(self) -> None:
        """Show what belongs to the list that the keys walk now."""
        raise NotImplementedError

    def _offer_keys(self) -> None:
        """Let the footer offer what the keys are for where they go now."""
        bar = self.query_one(KeyBar)
        if self.reading:
            bar.offer(*((key.shown.split()[0], tr(key.label)) for key in reader_keys()))
        elif self.sheet is not None:
            moves = (("j", tr("next")), ("k", tr("back")), ("?", tr("help")))
            bar.offer(("Enter", self.sheet.does), ("Esc", tr("leave")), *moves)
        else:
            bar.offer()

    def give_keys(self, *, reading: bool) -> None:
        """Give the keys to the reader, or to the timeline."""
        self.reading = reading
        self._offer_keys()
        self._reader.activate(active=reading)
        self.set_class(reading, "-reading")
        self.name_panes()
        self.call_after_refresh(self.name_panes)  # A reader that was hidden finds its place only now.

    def action_step(self, steps: int) -> None:
        """Move by an event, or by a line of the reader."""
        if self.reading:
            self._reader.step(steps)
        else:
            self._walked.move(steps)

    def action_first(self) -> None:
        """Go to the first event, or to the head of the article."""
        if self.reading:
            self._reader.ends(last=False)
        else:
            self._walked.go(0)

    def action_last(self) -> None:
        """Go to the last event, or to the end of the article."""
        if self.reading:
            self._reader.ends(last=True)
        else:
            self._walked.go(len(self._walked.rows) - 1)

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

    def action_mark(self) -> None:
        """Begin or end a selection in the reader."""
        if self.reading:
            self._reader.toggle_marking()

    def action_word(self, words: int) -> None:
        """Draw the selection by words."""
        self._reader.draw_by_word(words)
