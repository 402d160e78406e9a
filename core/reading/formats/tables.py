"""Tables of articles: CSV and TSV in whatever encoding and with whatever delimiter, a header first."""

from __future__ import annotations

import csv
import io
from typing import IO, TYPE_CHECKING

from core.errors import UnreadableError
from core.reading.formats.encoding import decode, encoding_of
from core.reading.formats.records import article_of, known_columns

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from core.model import Document

_DELIMITERS = (",", ";", "\t", "|", "،", "؛")
_LARGEST_CELL = 1 << 27


def header_delimiter(head: str) -> tuple[str, set[str]]:
    """Return what divides the columns of a table, and which fields its header names."""
    line = _header_line(head)
    fields = {mark: known_columns(next(csv.reader([line], delimiter=mark), [])) for mark in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda mark: (len(fields[mark]), line.count(mark)))
    return best, fields[best]


def _header_line(head: str) -> str:
    lines = [line for line in head.splitlines() if line.strip()] or [""]
    # Excel is told the delimiter by a line of its own.
    return lines[1] if lines[0].lower().startswith("sep=") and len(lines) > 1 else lines[0]


def table_parts(stream: IO[bytes], head: bytes, name: str, size: int) -> Iterator[tuple[int, bytes]]:
    """Cut a table into smaller ones, each with the header, in UTF-8 with commas; with the first row's number.

    Raises:
        UnreadableError: its header names no text, or a row cannot be read.
    """
    encoding = encoding_of(head, name)
    delimiter, fields = header_delimiter(head.decode(encoding, errors="ignore"))
    if not fields & {"text", "title"}:
        remedy = (
            "name the columns in the first row: title, date, outlet, text, or العنوان، التاريخ، المصدر، النص"
        )
        raise UnreadableError(name, "is a table without a column of text", remedy)
    csv.field_size_limit(_LARGEST_CELL)
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    try:
        rows = (row for row in csv.reader(_without_nul(text), delimiter=delimiter) if any(row))
        header = next(rows)
        if header[0].lower().startswith("sep="):
            header = next(rows)
        yield from _parts(header, rows, size)
    except csv.Error as error:
        raise UnreadableError(name, f"is a damaged table ({error})", "save it again as CSV") from error
    finally:
        text.detach()


def _without_nul(lines: Iterable[str]) -> Iterator[str]:
    return (line.replace("\0", "") for line in lines)


def _parts(header: list[str], rows: Iterable[list[str]], size: int) -> Iterator[tuple[int, bytes]]:
    first, number, out = 1, 0, _part(header)
    for number, row in enumerate(rows, start=1):
        csv.writer(out).writerow(row)
        if out.tell() >= size:
            yield first, out.getvalue().encode()
            first, out = number + 1, _part(header)
    if number >= first:
        yield first, out.getvalue().encode()


def _part(header: list[str]) -> io.StringIO:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(header)
    return out


def read_table(
    data: bytes, name: str, published: dt.date | None, *, first: int = 1
) -> Iterator[Document | UnreadableError]:
    """Read an article a row; a row without a text comes as its error.

    Args:
        data: a part of a table, from `table_parts`.
        name: the file.
        published: the date of articles that state none.
        first: the number of its first row, without the header.
    """
    csv.field_size_limit(_LARGEST_CELL)
    rows = csv.reader(io.StringIO(decode(data, name), newline=""))
    header = next(rows, [])
    for number, row in enumerate(rows, start=first):
        place = f"{name}, row {number}"
        try:
            yield article_of(dict(zip(header, row, strict=False)), place, published)
        except UnreadableError as error:
            yield error
