"""A line that is being written: its letters in logical order, the cursor, the selection."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from core.arabic.boundaries import word_start_before

_JOINERS = "\u200c\u200d"
"""The two controls that are spelling: whether letters join."""
_UNSEEN = ("Cc", "Cf", "Cs")
_FORMS = (("\ufb50", "\ufdff"), ("\ufe70", "\ufefc"))
_LOOKED_AT = 16
"""How many times its room is looked at of a paste: what is dropped may stand before what is not."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and where in it the person is. Every edit and move makes another one."""

    value: str = ""
    """One line, without a control: only spaces are blank, and bidi controls are not let in."""
    cursor: int = 0
    """Offset before which the next letter goes; may lie within a cluster, as between a lam and its alef."""
    anchor: int | None = None
    """The selection's other end; null while nothing is being selected."""

    def __post_init__(self) -> None:
        for offset in (self.cursor, self.anchor or 0):
            if not 0 <= offset <= len(self.value):
                raise ValueError(f"no place in {len(self.value)} letters: {offset}")

    @property
    def selection(self) -> tuple[int, int]:
        """Start and end of what is selected; both are the cursor where nothing is."""
        anchor = self.cursor if self.anchor is None else self.anchor
        return min(self.cursor, anchor), max(self.cursor, anchor)

    @property
    def selects(self) -> bool:
        """Whether anything is selected."""
        return self.anchor is not None and self.anchor != self.cursor

    def at(self, offset: int, *, select: bool = False) -> Entry:
        """Go to an offset; `select` leaves the selection's other end where it is, or begins one here."""
        anchor = (self.cursor if self.anchor is None else self.anchor) if select else None
        return Entry(self.value, offset, anchor)

    def all_selected(self) -> Entry:
        """Select everything, the cursor at the end."""
        return Entry(self.value, len(self.value), 0)

    def typed(self, text: str, room: int) -> tuple[Entry, bool]:
        """Write what was typed or pasted at the cursor, in place of what is selected.

        Args:
            text: anything; `cleaned` first.
            room: the most code points of a value.

        Returns:
            The line, and whether something of `text` had to be left out for want of room.
        """
        start, end = self.selection
        free = max(room - len(self.value) + (end - start), 0)
        looked_at = text[: _LOOKED_AT * room]
        written = cleaned(looked_at)
        cut = len(written) > free or len(looked_at) < len(text)
        written = written[:free]
        return Entry(self.value[:start] + written + self.value[end:], start + len(written)), cut

    def without(self, start: int, end: int) -> Entry:
        """Take a stretch out and go there, or where something is selected take that out."""
        if self.selects:
            start, end = self.selection
        return Entry(self.value[:start] + self.value[end:], start)

    def erased(self) -> Entry:
        """Take the code point before the cursor out: a mark comes off its letter, an alef off its lam."""
        return self.without(max(self.cursor - 1, 0), self.cursor)

    def word_erased(self) -> Entry:
        """Take out what stands between the beginning of the word before the cursor and the cursor."""
        return self.without(word_start_before(self.value, self.cursor), self.cursor)


def cleaned(text: str) -> str:
    """Return what of a text a line can hold: breaks and tabs as spaces, no controls, letters as letters.

    Line breaks at the ends go. Of the characters that draw nothing only ZWNJ and ZWJ stay; bidi
    controls would turn the line against the person who writes it. Presentation forms become the letters they
    stand for (NFKC): some keyboards send «لا» as U+FEFB.
    """
    return " ".join(text.strip("\r\n").splitlines()).translate(_table())


class _Table(dict[int, str]):
    """Code point → what is kept of it; filled as code points are met."""

    def __missing__(self, code: int) -> str:
        self[code] = kept = _kept(chr(code))
        return kept


@cache
def _table() -> _Table:
    return _Table()


def _kept(char: str) -> str:
    if char == "\t" or unicodedata.category(char) in ("Zl", "Zp"):
        return " "
    if unicodedata.category(char) in _UNSEEN:
        return char if char in _JOINERS else ""
    if any(first <= char <= last for first, last in _FORMS):
        return unicodedata.normalize("NFKC", char)
    return char
