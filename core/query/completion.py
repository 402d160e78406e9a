"""What may be typed next in a query."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.query.errors import QueryError
from core.query.tokens import Kind, Token, tokens
from core.query.tree import quoted
from core.query.vocabulary import CHOICES, NAMES, Key, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

NamesOf = Callable[[Key, str], Iterable[str]]
"""Gives the names with a word that begins as what is typed does, the most frequent first."""
_MOST = 50


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand in place of a stretch of the query, half-open, in code points."""

    start: int
    end: int
    candidates: tuple[str, ...] = ()
    """Ready to be put there, the best first."""


def complete(text: str, offset: int, names: NamesOf | None = None) -> Completion:
    """Say what may be typed at a place of a query: keys and flags, the values of a key, names.

    Args:
        text: the query so far; need not be a whole one.
        offset: where the caret is.
        names: knows the names of actors (`Key.ACTOR` and its roles), places and outlets; without it none are
            offered.
    """
    before, word = _around(text, offset)
    if word is not None and word.kind is Kind.KEY:
        before, word = word, None
    start, end = (word.start, word.end) if word else (offset, offset)
    typed = text[start:offset].lstrip('«"“') if word else ""
    if before is not None and before.key is not None:
        candidates = _values(before.key, typed, names)
    elif word is not None and word.kind is Kind.QUOTED:
        candidates = iter(())
    else:
        candidates = _openings(typed)
    unique = dict.fromkeys(candidates)
    return Completion(start, end, tuple(unique)[:_MOST])


def _around(text: str, offset: int) -> tuple[Token | None, Token | None]:
    """Return the token before the one that the caret is in or right behind, and that one."""
    before = None
    try:
        for token in tokens(text, unfinished=True):
            if token.start >= offset:
                break
            if offset <= token.end and token.kind not in (Kind.OPEN, Kind.CLOSE) and token.text != "-":
                return before, token
            before = token
    except QueryError:  # What is wrong further on, or is being typed, is no reason to offer nothing.
        return None, None
    return before, None


def _openings(typed: str) -> Iterator[str]:
    """Yield keys and flags that begin so: by their English names unless Arabic is typed."""
    known = vocabulary()
    for name in known.shown:
        if _begins(name, typed):
            yield f"{name}:"
    yield from (flag.value for flag in known.flags.values() if _begins(flag.value, typed))


def _begins(name: str, typed: str) -> bool:
    return fold_key(name).startswith(fold_key(typed)) and (bool(typed) or name.isascii())


def _values(key: Key, typed: str, names: NamesOf | None) -> Iterator[str]:
    if key in CHOICES:
        for written in vocabulary().values[key].values():
            yield from (_written(name) for name in written if _begins(name, typed))
    elif key in NAMES and names is not None:
        yield from map(_written, names(key, typed))


def _written(name: str) -> str:
    return name if name.isalnum() else quoted(name)
