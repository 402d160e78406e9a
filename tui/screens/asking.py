"""A line in the footer's place that takes every key while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.arabic import isolated
from tui.screens.part import Part
from tui.widgets.findbar import FindBar
from tui.widgets.pointer import Pointer

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        self._told = False
        """Whether something is said where the reasons stand."""

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

    def accepts(self) -> bool:
        """Tell whether Enter closes the line; else it stays open, and has said why."""
        return True

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
            if event.key == "escape" or self.accepts():
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
        for pointer in self.screen.query(Pointer):
            pointer.redraw(writing)

    # ------------------------------------------------------------------------------ the line over the field

    def point(self, start: int, end: int, words: str) -> None:
        """Say over the field what is wrong with some of its letters, or with the place where none are yet.

        Args:
            start: the offset of the first in the field's value.
            end: the offset behind the last.
            words: what is wrong; in a low window it stands beside the field, and where the reasons do.
        """
        if self.bar is None:
            return
        if self._is_low:
            self.bar.found.say(f"? {words}")
            self.screen.tell(isolated(words))
            self._told = True
        else:
            self._pointer().point(self.bar.field, start, end, words)
            self.bar.found.say("?")

    def offer(self, words: Sequence[str], chosen: int | None = None) -> None:
        """Show over the field what may be written, and which of it stands there now."""
        if self.bar is None:
            return
        if self._is_low:
            self.bar.found.say(*words[chosen or 0 :])
        else:
            self._pointer().offer(words, chosen)

    def hush(self) -> None:
        """Say nothing more over the field."""
        if self._told:
            self._told = False
            self.screen.explain()
        for pointer in self.screen.query(Pointer):
            pointer.hush()

    @property
    def _is_low(self) -> bool:
        """Whether the window has no line to spare."""
        return self.screen.has_class("-low")

    def _pointer(self) -> Pointer:
        found = self.screen.query(Pointer)
        if found:
            return found.first()
        pointer = Pointer(self.screen.writing)
        self.screen.mount(pointer)
        return pointer

    def _close(self, *, keep: bool) -> None:
        self._show(open_=False)
        self.hush()
        self.closed(keep=keep)

    def _show(self, *, open_: bool) -> None:
        if open_ and self.screen.asking is not None:
            self.screen.asking.leave()
        self.screen.asking = self if open_ else None
        self.screen.set_class(open_, "-asking")
        if self.bar is not None:
            self.bar.set_class(open_, "-open")
