"""Words looked for in what was read: in the lines of an article, in what the events say.

Spelling does not matter: both sides are folded (`core.arabic.fold`), and a place leads back to the source.
What is searched is folded once, in pieces, and only as far as somebody has looked: an article may be one
paragraph of megabytes, and whoever draws a screen wants to do so in between.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from core.arabic import Folded, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from core.model import Document, Event, Paragraph

PIECE = 1 << 14
"""Code points of a paragraph that are folded at a time."""
_EVENTS = 256
"""Events that are folded at a time."""


class Hit(NamedTuple):
    """Where the words stand: a paragraph, and a half-open span of it. Hits sort in the order of the text."""

    paragraph: int
    start: int
    end: int


class _Piece(NamedTuple):
    """A stretch of a paragraph, folded."""

    paragraph: int
    start: int
    folded: Folded


def needle(words: str) -> str:
    """Return what is looked for: the folded words, without spaces at the ends; empty: nothing is."""
    return fold(words).key.strip()


class ArticleIndex:
    """The paragraphs of an article, folded as far as was looked at."""

    def __init__(self, document: Document | None) -> None:
        """Fold nothing yet; in no article nothing is found."""
        self._pieces: list[_Piece] = []
        self._rest = _pieces(document.paragraphs if document else ())

    def search(self, sought: str) -> Iterator[list[Hit]]:
        """Yield the places of a `needle` in order, those of one piece at a time, often none.

        Places do not overlap.
        """
        number = 0
        free = (0, 0)
        while sought and (piece := self._piece(number)) is not None:
            found: list[Hit] = []
            for hit in self._hits(number, piece, sought):
                if (hit.paragraph, hit.start) >= free:
                    found.append(hit)
                    free = (hit.paragraph, hit.end)
            yield found
            number += 1

    def _piece(self, number: int) -> _Piece | None:
        while number >= len(self._pieces):
            piece = next(self._rest, None)
            if piece is None:
                return None
            self._pieces.append(piece)
        return self._pieces[number]

    def _hits(self, number: int, piece: _Piece, sought: str) -> Iterator[Hit]:
        """Find what begins in a piece; it may end in a later one of the same paragraph."""
        after = self._after(number, piece.paragraph, len(sought) - 1)
        text = piece.folded.key + "".join(further.folded.key for further in after)[: len(sought) - 1]
        at = text.find(sought)
        while at >= 0:
            start, _ = piece.folded.to_source(at, at + 1)
            last, place = piece, at + len(sought)
            for last in (piece, *after):
                if place <= len(last.folded.key):
                    break
                place -= len(last.folded.key)
            _, end = last.folded.to_source(place - 1, place)
            yield Hit(piece.paragraph, piece.start + start, last.start + end)
            at = text.find(sought, at + len(sought))

    def _after(self, number: int, paragraph: int, wanted: int) -> list[_Piece]:
        """Return the pieces of the paragraph after one, until they have as many letters as are wanted."""
        found: list[_Piece] = []
        while wanted > 0:
            number += 1
            piece = self._piece(number)
            if piece is None or piece.paragraph != paragraph:
                break
            found.append(piece)
            wanted -= len(piece.folded.key)
        return found


class EventIndex:
    """What events say, folded as far as was looked at."""

    def __init__(self, events: Sequence[Event]) -> None:
        """Fold nothing yet."""
        self._events = events
        self._keys: list[str] = []

    def search(self, sought: str) -> Iterator[list[int]]:
        """Yield the numbers of the events that say a `needle`, in order, those of some events at a time."""
        for start in range(0, len(self._events) if sought else 0, _EVENTS):
            if start >= len(self._keys):
                self._keys += [fold(said_of(event)).key for event in self._events[start : start + _EVENTS]]
            keys = self._keys[start : start + _EVENTS]
            yield [number for number, key in enumerate(keys, start) if sought in key]


def said_of(event: Event) -> str:
    """Return what a person may look for in an event, a line each.

    Actors and places under all their names, date, category, the happening's word, the summary; the sentence
    of an event that names nobody, for its row shows that.
    """
    said: list[str | None] = [event.date.edtf, event.date.text, event.category, event.cameo, event.mode]
    for actor in event.actors:
        said += [actor.text, actor.name_ar, actor.name_en]
    for place in event.places:
        said += [place.text, place.name_ar, place.name_en]
    if event.trigger:
        said += [event.trigger.text, event.trigger.lemma]
    said.append(event.summary_en)
    if not event.actors:
        said.append(event.text)
    return "\n".join(filter(None, said))


_T = TypeVar("_T", int, tuple[int, ...])


def follow(places: Sequence[_T], here: _T, step: int) -> int | None:
    """Return the number of the place that comes next in a sorted sequence, round its ends.

    Args:
        places: in order.
        here: where one is; need not be among them.
        step: 1 for the first after `here`, -1 for the last before, 0 for the first that is not before.

    Returns:
        None where there are no places.
    """
    if not places:
        return None
    if step < 0:
        number = bisect_left(places, here) - 1
    else:
        number = bisect_right(places, here) if step else bisect_left(places, here)
    return number % len(places)


def _pieces(paragraphs: Iterable[Paragraph]) -> Iterator[_Piece]:
    for paragraph in paragraphs:
        text = paragraph.text
        for start, end in _cuts(text):
            yield _Piece(paragraph.index, start, fold(text[start:end]))


def _cuts(text: str) -> Iterable[tuple[int, int]]:
    """Cut a text after spaces, so that no mark is cut from its letter; words without end are cut anywhere."""
    start = 0
    while len(text) - start > PIECE:
        end = text.rfind(" ", start, start + PIECE) + 1 or start + PIECE
        yield start, end
        start = end
    yield start, len(text)
