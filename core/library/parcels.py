"""What is sent to the processes that analyse, and what comes back: plain data, for any machine."""

from __future__ import annotations

import datetime as dt
import os
import zlib
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from core.errors import UnreadableError
from core.library.entry import Entry, entry
from core.library.rules import rules_version
from core.pipeline import analyse
from core.reading import Slice, make_document, read_slice
from core.resources.folders import LEXICON_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Document

SIZE = 1 << 19
"""Bytes of a parcel: some 300,000 characters of Arabic, a second's work or two."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An article that is in the library, and that other rules analysed."""

    number: int
    name: str
    title: str | None
    """Null where it was read off the page."""
    outlet: str | None
    published: str | None
    uri: str | None
    text: bytes
    """zlib, UTF-8."""

    @property
    def size(self) -> int:
        """About how many bytes of text it is."""
        return 2 * len(self.text)


Item: TypeAlias = Slice | Stored
Outcome: TypeAlias = Entry | UnreadableError


@dataclass(frozen=True, slots=True)
class Parcel:
    """Some articles to be analysed by one process in one go."""

    items: tuple[Item, ...]
    published: dt.date | None = None
    """The date of articles that declare none."""
    lexicon: str | None = None
    """The folder of the person's own lexicon; null: none."""
    failed: str | None = None
    """Why the analysis of these failed before: then they are only read."""

    def divided(self) -> list[list[Parcel]]:
        """Return parcels of one article each, as far as that can be told without reading: a list an item."""
        return [[replace(self, items=(one,)) for one in _divided(item)] for item in self.items]


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of a parcel."""

    outcomes: tuple[tuple[Outcome, ...], ...]
    """A tuple for each item, of its articles in their order."""
    rules: str
    """By which rules; where they differ from ours, the process runs another version of the program."""


def work(parcel: Parcel) -> Worked:
    """Read and analyse the articles of a parcel; runs in any process."""
    _take_lexicon(parcel.lexicon)
    return Worked(tuple(tuple(_outcomes(item, parcel)) for item in parcel.items), rules_version())


def _outcomes(item: Item, parcel: Parcel) -> Iterator[Outcome]:
    for found in (_restored(item),) if isinstance(item, Stored) else read_slice(item, parcel.published):
        if isinstance(found, UnreadableError):
            yield found
        elif parcel.failed is not None:
            yield entry(found, None, parcel.failed)
        else:
            yield entry(found, analyse(found))


def _restored(item: Stored) -> Document:
    text = zlib.decompress(item.text).decode("utf-8", "surrogatepass")
    published = dt.date.fromisoformat(item.published) if item.published else None
    return make_document(
        text, doc_id=item.name, title=item.title, outlet=item.outlet, published=published, uri=item.uri
    )


def _divided(item: Item) -> Iterator[Item]:
    yield from (item,) if isinstance(item, Stored) else item.divided()


@cache
def _take_lexicon(folder: str | None) -> None:
    """Use the lexicon of the person whose library it is, before anything of ours is loaded."""
    os.environ[LEXICON_VARIABLE] = folder or ""
