"""A line in the footer's place that takes every key while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.part import Part
from tui.widgets.findbar import FindBar

if TYPE_CHECKING:
    from textual import events

    from tui.arabic import Writing
    from tui.screens.explorer import ExplorerScreen


class Asking(Part):
    """Words are asked for: opened with some, told of every change, closed with Enter or Esc."""

    def __init__(self, screen: ExplorerScreen, sign: str) -> None:
        """Ask for nothing yet; the sign, a key's as a rule, says what the words are for."""
        super().__init__(screen)
        self._sign = sign
        self.bar: FindBar | None = None

    @property
    def open(self) -> bool:
        """Whether the line has the keys."""
        return self.screen.asking is self

    def written(self, before: str) -> None:
        """Take note that another value may stand there than before."""
        raise NotImplementedError

    def closed(self, *, keep: bool) -> None:
        """Take note that the line was closed, with Enter (`keep`) or with Esc."""
        raise NotImplementedError

    def pressed(self, key: str) -> bool:
        """Do what a key means that no field knows; tell whether it means anything."""
        del key
        return False

    def ask(self, value: str, writing: Writing) -> None:
        """Open the line with a value that is selected: what is typed takes its place."""
        if self.bar is None:
            self.bar = FindBar(writing, self._sign)
            self.screen.query_one("#foot").mount(self.bar)
        self.bar.redraw(writing)
        self.bar.field.begin(value)
        self._show(open_=True)

    def press(self, event: events.Key) -> bool:
        """Do what a key asks for while the line is open; tell whether it means anything there."""
        if self.bar is None:
            return False
        if event.key in ("enter", "escape"):
            self._close(keep=event.key == "enter")
        elif not self.pressed(event.key):
            before = self.bar.field.value
            if not self.bar.field.press(event):
                return False
            self.written(before)
        return True

    def paste(self, text: str) -> None:
        """Write what was pasted."""
        if self.bar is not None:
            before = self.bar.field.value
            self.bar.field.paste(text)
            self.written(before)

    def leave(self) -> None:
        """Close the line, if it is open, as Enter does."""
        if self.open:
            self._close(keep=True)

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        if self.bar is not None:
            self.bar.redraw(writing)

    def _close(self, *, keep: bool) -> None:
        self._show(open_=False)
        self.closed(keep=keep)

    def _show(self, *, open_: bool) -> None:
        if open_ and self.screen.asking is not None:
            self.screen.asking.leave()
        self.screen.asking = self if open_ else None
        self.screen.set_class(open_, "-asking")
        if self.bar is not None:
            self.bar.set_class(open_, "-open")
