"""A file in slices that can be read alone, in any process: lines and rows by the batch, all else whole."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING, cast

from core.errors import UnreadableError
from core.reading.formats.encoding import bom_encoding
from core.reading.formats.form import HEAD, Form, form_of
from core.reading.formats.paths import opened, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 1 << 19
"""Bytes of a slice of lines: some 300,000 characters of Arabic in UTF-8."""
DEEPEST = 3
"""How many times over a file may be packed."""
LARGEST = 1 << 28
"""Bytes of the largest thing that is read whole, once unpacked."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a file that can be read alone; plain data, for any process on any machine."""

    name: str
    """What a person is told it is: the path as they gave it, `a.zip:b.html` for a member of an archive."""
    data: bytes
    line: int | None = None
    """The number of its first line, where these are lines of JSON."""
    row: int | None = None
    """The number of its first row, where these are a header and rows of a table (UTF-8, commas)."""
    form: Form | None = None
    """What it is, where that is known already."""

    def divided(self) -> Iterator[Slice]:
        """Yield slices of one article each, as far as that can be told without reading: lines, rows."""
        if self.line is not None:
            for number, line in enumerate(self.data.split(b"\n"), start=self.line):
                if line.strip():
                    yield Slice(self.name, line, number)
        elif self.row is not None:
            from core.reading.formats.tables import table_parts

            for number, part in table_parts(io.BytesIO(self.data), self.data, self.name, size=0):
                yield replace(self, data=part, row=self.row + number - 1)
        else:
            yield self


def slices(path: str, size: int = SIZE) -> Iterator[Slice | UnreadableError]:
    """Cut a file in slices, in the order of its articles; what cannot be read comes as its error.

    Memory is flat for lines of JSON, packed or not; a file that is one article is held whole.

    Args:
        path: a file; `-` is standard input.
        size: about how many bytes of lines make a slice; a longer line is a slice of its own.
    """
    try:
        with opened(path) as file:
            yield from slices_of(file, shown(path), size)
    except UnreadableError as error:
        yield error


def slices_of(
    stream: IO[bytes], name: str, size: int = SIZE, depth: int = 0
) -> Iterator[Slice | UnreadableError]:
    """Do as `slices` with an open stream in which one can seek; `depth` counts what it was unpacked from."""
    try:
        head = stream.read(HEAD)
        stream.seek(0)
        if not head.strip():
            raise UnreadableError(name, "is empty", "give a file with an article in it")
        if depth > DEEPEST:
            raise UnreadableError(name, f"is packed {depth} times over", "unpack it")
        yield from _slices_as(form_of(head, name), stream, head, name, size, depth)
    except UnreadableError as error:
        yield error


def _slices_as(
    form: Form, stream: IO[bytes], head: bytes, name: str, size: int, depth: int
) -> Iterator[Slice | UnreadableError]:
    match form:
        case Form.GZIP:
            try:
                with gzip.GzipFile(fileobj=stream, mode="rb") as unpacked:
                    yield from slices_of(cast("IO[bytes]", unpacked), name, size, depth + 1)
            except (gzip.BadGzipFile, EOFError, zlib.error) as error:
                raise UnreadableError(name, f"is a damaged gzip file ({error})", "fetch it again") from error
        case Form.ZIP:
            from core.reading.formats.archive import archive_slices

            yield from archive_slices(stream, name, size, depth)
        case Form.JSON_LINES:
            yield from _line_slices(stream, name, size, bom_encoding(head))
        case Form.TABLE:
            from core.reading.formats.tables import table_parts

            for first, part in table_parts(stream, head, name, size):
                yield Slice(name, part, row=first, form=form)
        case Form.MAILBOX:
            from core.reading.formats.mail import messages

            for number, message in enumerate(messages(stream), start=1):
                yield Slice(f"{name}, letter {number}", message, form=Form.MAIL)
        case _:
            yield Slice(name, whole(stream, name), form=form)


def whole(stream: IO[bytes], name: str) -> bytes:
    """Read all of a stream, if it is not larger than any article is.

    Raises:
        UnreadableError: it is larger than `LARGEST`.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        problem = f"is larger than {LARGEST >> 20} MB once unpacked"
        raise UnreadableError(name, problem, "split it, or write its articles as JSON Lines")
    return data


def _line_slices(stream: IO[bytes], name: str, size: int, bom: str | None) -> Iterator[Slice]:
    """Cut after line breaks; text with a byte order mark is handed on as UTF-8 without it."""
    lines = _lines(stream, name) if bom is None else _recoded(stream, bom)
    first, number, gathered, held = 1, 0, list[bytes](), 0
    for number, line in enumerate(lines, start=1):
        gathered.append(line)
        held += len(line)
        if held >= size:
            yield Slice(name, b"".join(gathered), first)
            first, gathered, held = number + 1, [], 0
    if gathered:
        yield Slice(name, b"".join(gathered), first)


def _lines(stream: IO[bytes], name: str) -> Iterator[bytes]:
    while line := stream.readline(LARGEST + 1):
        if len(line) > LARGEST:
            raise UnreadableError(name, f"has a line of more than {LARGEST >> 20} MB", "split it")
        yield line


def _recoded(stream: IO[bytes], encoding: str) -> Iterator[bytes]:
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n")
    return (line.encode() for line in text)
