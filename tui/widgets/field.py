"""A line to write in: Arabic stands in it as everywhere else, joined and in its order, while it is typed.

Textual's own input shows Arabic reversed and unjoined. As the panes do, the field does not take Textual's
focus: whoever has the keys gives them to `press`, and what is pasted to `paste`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget

from tui import palette
from tui.arabic import BLANKS, Mark, Writing, draw
from tui.editing.caret import END, Caret, Glimpse, glimpse
from tui.editing.entry import Entry, cleaned
from tui.terminal import BidiMode

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from core.bidi import Line
    from tui.arabic import Align

ROOM = 1000
"""The most code points that are taken: each key lays the whole line out."""
_RLM = "\u200f"


def _caret(entry: Entry) -> Caret:
    return Caret.of(entry.value)


_EDITS: dict[str, Callable[[Entry], Entry]] = {
    "backspace": Entry.erased,
    "ctrl+h": Entry.erased,
    "delete": lambda entry: _caret(entry).deleted(entry),
    "ctrl+d": lambda entry: _caret(entry).deleted(entry),
    "ctrl+w": Entry.word_erased,
    "ctrl+u": lambda entry: entry.without(0, entry.cursor),
    "ctrl+k": lambda entry: entry.without(entry.cursor, len(entry.value)),
}
_MOVES: dict[str, Callable[[Entry, bool], Entry]] = {
    "left": lambda entry, select: _caret(entry).step(entry, -1, select=select),
    "right": lambda entry, select: _caret(entry).step(entry, 1, select=select),
    "ctrl+left": lambda entry, select: _caret(entry).word(entry, -1, select=select),
    "ctrl+right": lambda entry, select: _caret(entry).word(entry, 1, select=select),
    "home": lambda entry, select: entry.at(0, select=select),
    "end": lambda entry, select: entry.at(len(entry.value), select=select),
    "ctrl+a": lambda entry, select: entry.at(0, select=select),
    "ctrl+e": lambda entry, select: entry.at(len(entry.value), select=select),
}


class Field(Widget):
    """One line; its value is logical text, its base direction that of what stands in it."""

    def __init__(self, writing: Writing, room: int = ROOM, *, id: str | None = None) -> None:  # noqa: A002
        """Begin empty.

        Args:
            writing: how Arabic is written.
            room: the most code points of the value.
            id: Textual's name for it.
        """
        super().__init__(id=id)
        self.entry = Entry()
        self.cut = False
        """Whether the last edit had to leave something out for want of room."""
        self.room = room
        self._writing = writing
        self._hidden = 0

    @property
    def value(self) -> str:
        """What is written, in logical order, free of controls."""
        return self.entry.value

    def begin(self, value: str = "") -> None:
        """Start anew, from a value that is selected: what is typed takes its place."""
        self._hidden, self.cut = 0, False
        self._become(Entry().typed(value, self.room)[0].all_selected())

    def press(self, event: events.Key) -> bool:
        """Do what a key asks for; tell whether it means anything here."""
        key, character = event.key, event.character
        plain = key.replace("shift+", "")
        if plain in _EDITS:
            self.cut = False
            self._become(_EDITS[plain](self.entry))
        elif plain in _MOVES:
            self._become(_MOVES[plain](self.entry, plain != key))
        elif character and _is_written(character) and not key.startswith(("alt+", "ctrl+")):
            self.paste(character)
        else:
            return False
        return True

    def paste(self, text: str) -> None:
        """Write a text at the cursor, as much of it as there is room for."""
        entry, self.cut = self.entry.typed(text, self.room)
        self._become(entry)

    def put(self, start: int, end: int, text: str) -> None:
        """Put a text in place of a stretch of the value, and go behind it."""
        entry, self.cut = Entry(self.value, end, start).typed(text, self.room)
        self._become(entry)

    def columns(self, start: int, end: int) -> list[int]:
        """Return the columns in which some letters are seen: none where they are out of sight.

        Args:
            start: the offset of the first.
            end: the offset behind the last; where there are none, the place of the next letter is meant.
        """
        seen = self._glimpse()
        column = self._first_column(seen.line)
        found: list[int] = []
        for cell in seen.line.cells:
            if cell.start < max(end, start + 1) and start < cell.end:
                found += range(column, column + cell.width)
            column += cell.width
        return found

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self._writing = writing
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y or width <= BLANKS:
            return Strip.blank(width)
        seen = self._glimpse()
        line, block = seen.line, seen.cell
        start, end = self.entry.selection
        marks = [  # The block is not to be taken for a part of what is selected.
            Mark(start, min(end, block.start), palette.CHOSEN),
            Mark(max(start, block.end), end, palette.CHOSEN),
        ]
        marks = [*(mark for mark in marks if mark.start < mark.end), Mark(*block[:2], palette.CURSOR)]
        align: Align = "right" if self._at_right(line) else "left"
        strip = draw(line, self.value + END, width, self._writing, marks=marks, align=align)
        if self._writing.mode is BidiMode.LOGICAL and line.rtl and block.start >= len(self.value):
            return _ended(strip)
        return strip

    def on_resize(self) -> None:
        """Turn to the cursor for another width."""
        self._place_cursor()

    def on_click(self, event: events.Click) -> None:
        """Go to the cluster under the mouse; left or right of all text to what is nearest."""
        event.stop()
        line = self._glimpse().line
        column = event.x - self._first_column(line)
        if line.offsets:
            offset = line.offsets[max(0, min(column, len(line.offsets) - 1))]
            self._become(self.entry.at(min(offset, len(self.value))))

    def _become(self, entry: Entry) -> None:
        if entry != self.entry:
            self.entry = entry
            self.refresh()
            self._place_cursor()

    def _glimpse(self) -> Glimpse:
        room = max(self.size.width - BLANKS, 1)
        seen = glimpse(self.value, self.entry.cursor, self._writing, room, self._hidden)
        self._hidden = seen.hidden
        return seen

    def _at_right(self, line: Line) -> bool:
        """Whether the line stands at the right: as its words run, an empty one as the screen does."""
        return line.rtl or (self._writing.mirrored and not self.value)

    def _first_column(self, line: Line) -> int:
        return self.size.width - 1 - line.width if self._at_right(line) else 1

    def _place_cursor(self) -> None:
        """Put the terminal's own cursor, unseen, where an input method is to open its window."""
        if self.is_mounted and self.size.width > BLANKS:
            seen = self._glimpse()
            column = self._first_column(seen.line) + seen.column
            self.app.cursor_position = self.region.offset + Offset(column, 0)


def _ended(strip: Strip) -> Strip:
    """Let a terminal that orders the letters take the blank at the end for the end of Arabic."""
    segments: list[Segment] = []
    for segment in strip:
        segments += [segment, Segment(_RLM)] if segment.style == palette.CURSOR else [segment]
    return Strip(segments, strip.cell_length)


def _is_written(character: str) -> bool:
    """Tell letters, marks and joiners from keys that happen to have a character."""
    return bool(cleaned(character)) and character not in "\r\n\t"
