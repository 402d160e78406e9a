"""Messages that concern the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.terminal import BidiMode


class TerminalRecognised(Message):
    """The terminal said what it is after the screen stood."""

    def __init__(self, mode: BidiMode) -> None:
        """Keep the mode to draw in from now on."""
        super().__init__()
        self.mode = mode


class Copied(Message):
    """The person wants some text on the clipboard."""

    def __init__(self, text: str, what: str) -> None:
        """Keep the text, and a word or two on what it is."""
        super().__init__()
        self.text, self.what = text, what
