"""The words of an article round what was looked for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from core.arabic import tokenise
from core.model import Span
from core.reading.layout import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.query.phrase import Phrase

WIDTH = 160
"""Code points of a snippet at most, but for what is looked for."""
_PIECE = 1 << 13
"""Code points of a line that are looked through at a time: a line may be megabytes."""
_SHARED = 1 << 8
"""Code points that two neighbouring pieces share, so that no phrase is cut."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Exact words of the source."""

    paragraph: int | None
    """Number of the non-empty line that they stand in; None for the declared title, which is in none."""
    span: Span
    """Where they stand in it, in code points."""
    text: str
    marks: tuple[Span, ...]
    """What was looked for, in code points of `text`."""
    whole: tuple[bool, bool]
    """Whether the line begins and ends with them."""


class _Piece(NamedTuple):
    """A stretch of a line."""

    paragraph: int | None
    text: str
    start: int
    """Where in its line it begins."""
    last: bool
    """Whether the line ends with it."""


def snippet(text: str, title: str | None, sought: Sequence[Phrase], width: int = WIDTH) -> Snippet:
    """Return the words round the first place in the line where most of what is looked for stands.

    Args:
        text: the article's.
        title: its title, which is looked through where the text says nothing of it.
        sought: what is looked for.
        width: so many code points at most, but for what is looked for.
    """
    best, said, spans = _Piece(0, "", 0, last=True), 0, list[Span]()
    for piece in chain(_pieces(text), [_Piece(None, title or "", 0, last=True)]):
        if said and piece.paragraph is None:
            break
        found = _found(piece.text, sought)
        here = len({which for which, _ in found})
        if here > said:
            best, said, spans = piece, here, [span for _, span in found]
            if said == len(sought):
                break
        elif not best.text:
            best = piece  # There is something to show even where nothing is found.
    return _cut(best, spans, width)


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield the lines, a long one in pieces."""
    for number, (_, line) in enumerate(lines(text)):
        start = 0
        while len(line) - start > _PIECE + _SHARED:
            end = line.rfind(" ", start, start + _PIECE) + 1 or start + _PIECE
            yield _Piece(number, line[start:end], start, last=False)
            start = max(line.rfind(" ", start + 1, end - _SHARED) + 1, end - _SHARED)
        yield _Piece(number, line[start:], start, last=True)


def _found(line: str, sought: Sequence[Phrase]) -> list[tuple[int, Span]]:
    """Return which phrase stands where, in the order of the text."""
    words = tokenise(line).words
    found = [
        (which, Span(words.starts[at], words.ends[at + phrase.length - 1]))
        for which, phrase in enumerate(sought)
        for at in phrase.starts(words.keys)
    ]
    return sorted(found, key=lambda pair: pair[1])


def _cut(piece: _Piece, spans: Sequence[Span], width: int) -> Snippet:
    """Take the words round the first place, a third of them before it."""
    line, length = piece.text, len(piece.text)
    first = spans[0] if spans else Span(0, 0)
    left = max(0, min(first.start - width // 3, length - width))
    right = min(length, max(left + width, first.end))
    if left:
        left = line.find(" ", left, first.start) + 1 or first.start
    if right < length:
        right = max(line.rfind(" ", first.end, right), first.end)
    inside = [span for span in spans if left <= span.start and span.end <= right]
    return Snippet(
        piece.paragraph,
        Span(piece.start + left, piece.start + right),
        line[left:right],
        tuple(Span(span.start - left, span.end - left) for span in inside),
        (piece.start + left == 0, piece.last and right == length),
    )
