"""Slices of files → articles; the doors of the room."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from core.errors import UnreadableError
from core.model import Document
from core.reading.formats.encoding import decode
from core.reading.formats.form import GZIP, HEAD, Form, form_of
from core.reading.formats.paths import opened, shown
from core.reading.formats.slices import Slice, slices, slices_of
from core.reading.formats.text import read_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

Outcome: TypeAlias = Document | UnreadableError
"""An article, or why there is none."""


def read_articles(path: str, published: dt.date | None = None) -> Iterator[Outcome]:
    """Read the articles of a file one after the other; what cannot be read comes as its error, and the rest
    goes on.

    Args:
        path: a file of any format that is known, packed or not; `-` is standard input.
        published: the publication date of articles that declare none.
    """
    for part in slices(path):
        yield from (part,) if isinstance(part, UnreadableError) else read_slice(part, published)


def read_path(path: str, published: dt.date | None = None) -> Iterator[Document]:
    """Do as `read_articles`, up to the first thing that cannot be read.

    Raises:
        UnreadableError: the file, or an article in it, cannot be opened, decoded or understood.
    """
    for outcome in read_articles(path, published):
        if isinstance(outcome, UnreadableError):
            raise outcome
        yield outcome


def read_bytes(data: bytes, name: str, published: dt.date | None = None) -> Iterator[Outcome]:
    """Read the articles in the bytes of a whole file.

    Args:
        data: the file, packed or not.
        name: its path as the person gave it.
        published: the publication date of articles that declare none.
    """
    for part in slices_of(BytesIO(data), name):
        yield from (part,) if isinstance(part, UnreadableError) else read_slice(part, published)


def read_slice(part: Slice, published: dt.date | None = None) -> Iterator[Outcome]:
    """Read the articles of a slice; pure, so that it can run anywhere."""
    try:
        if part.line is not None:
            from core.reading.formats.json_records import read_json_lines

            yield from read_json_lines(part.data, part.name, published, first=part.line)
            return
        yield from _read_whole(part, published)
    except UnreadableError as error:
        yield error


def _read_whole(part: Slice, published: dt.date | None) -> Iterator[Outcome]:
    match form_of(part.data[:HEAD], part.name):
        case Form.JSON:
            from core.reading.formats.json_records import read_json

            yield from read_json(part.data, part.name, published)
        case _:
            yield read_text(part.data, part.name, published)


def check_path(path: str) -> None:
    """See, without reading all of it, whether a file can be read as articles.

    Raises:
        UnreadableError: it cannot be opened, is empty, is of a format that is not read, or does not begin
            like text.
    """
    with opened(path) as file:
        head = file.read(HEAD)
    if not head.strip():
        raise UnreadableError(shown(path), "is empty", "give a file with an article in it")
    if form_of(head, path) is Form.TEXT and not head.startswith(GZIP):
        # The cut may fall inside a character: what the last line break precedes is whole.
        decode(head if len(head) < HEAD else head[: head.rfind(b"\n") + 1] or head[:-4], path)
