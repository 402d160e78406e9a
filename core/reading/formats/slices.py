"""A file in slices that can be read alone, in any process: JSON Lines by line, all else whole."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast

from core.errors import UnreadableError
from core.reading.formats.encoding import bom_encoding
from core.reading.formats.form import HEAD, Form, form_of
from core.reading.formats.paths import opened, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 1 << 19
"""Bytes of a slice of lines: some 300,000 characters of Arabic in UTF-8."""
LARGEST = 1 << 28
"""Bytes of the largest thing that is read whole, once unpacked."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a file that can be read alone; plain data, for any process on any machine."""

    name: str
    """What a person is told it is: the path as they gave it, `a.zip:b.html` for a member of an archive."""
    data: bytes
    line: int | None = None
    """The number of its first line where these are lines of JSON; null for a whole file."""


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


def slices_of(stream: IO[bytes], name: str, size: int = SIZE) -> Iterator[Slice | UnreadableError]:
    """Do as `slices` with an open stream in which one can seek."""
    try:
        head = stream.read(HEAD)
        stream.seek(0)
        if head.strip():
            form = form_of(head, name)
        else:
            raise UnreadableError(name, "is empty", "give a file with an article in it")
        if form is Form.GZIP:
            with gzip.GzipFile(fileobj=stream) as unpacked:
                yield from slices_of(cast("IO[bytes]", unpacked), name, size)
        elif form is Form.JSON_LINES:
            yield from _line_slices(stream, name, size, bom_encoding(head))
        else:
            yield Slice(name, whole(stream, name))
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield UnreadableError(name, f"is a damaged gzip file ({error})", "fetch it again")
    except UnreadableError as error:
        yield error


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
