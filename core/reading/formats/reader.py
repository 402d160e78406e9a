"""Slices of files → articles; the doors of the room."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from core.errors import UnreadableError
from core.model import Document
from core.reading.formats.encoding import decode
from core.reading.formats.extras import require
from core.reading.formats.form import HEAD, Form, form_of
from core.reading.formats.paths import opened, shown
from core.reading.formats.slicing import Slice, slices, slices_of
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
        form = part.form or (
            Form.JSON_LINES if part.line is not None else form_of(part.data[:HEAD], part.name)
        )
        require(form, part.name)
        yield from _read(form, part, part.data, part.name, published)
    except UnreadableError as error:
        yield error


def _read(form: Form, part: Slice, data: bytes, name: str, published: dt.date | None) -> Iterator[Outcome]:
    """Ask the reader of the format; each is loaded when it reads."""
    match form:
        case Form.JSON_LINES:
            from core.reading.formats.json_records import read_json_lines

            yield from read_json_lines(data, name, published, first=part.line or 1)
        case Form.JSON:
            from core.reading.formats.json_records import read_json

            yield from read_json(data, name, published)
        case Form.TABLE:
            from core.reading.formats.tables import read_table

            yield from read_table(data, name, published, first=part.row or 1)
        case Form.HTML:
            from core.reading.formats.page import read_page

            yield read_page(data, name, published)
        case Form.FEED:
            from core.reading.formats.feed import read_feed

            yield from read_feed(data, name, published)
        case Form.MAIL:
            from core.reading.formats.mail import read_mail

            yield read_mail(data, name, published)
        case Form.DOCX:
            from core.reading.formats.word import read_word

            yield read_word(data, name, published)
        case Form.EPUB:
            from core.reading.formats.book import read_book

            yield from read_book(data, name, published)
        case Form.PDF:
            from core.reading.formats.pdf import read_pdf

            yield read_pdf(data, name, published)
        case _:
            yield read_text(data, name, published)


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
    form = form_of(head, path)
    require(form, path)
    if form is Form.TEXT:
        # The cut may fall inside a character: what the last line break precedes is whole.
        decode(head if len(head) < HEAD else head[: head.rfind(b"\n") + 1] or head[:-4], path)
