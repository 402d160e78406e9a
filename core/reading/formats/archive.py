"""ZIP files: their members as if they were files in a folder."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from core.errors import UnreadableError
from core.reading.formats.encoding import arabic_encoding
from core.reading.formats.form import Form, zip_form
from core.reading.formats.paths import is_passed_over
from core.reading.formats.slicing import Slice, slices_of, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_UNPACKED = 1 << 34
"""Bytes of all members of an archive together, once unpacked."""
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError)
"""What zipfile raises of archives that are torn, cut short or packed in a way that it does not know."""
_UTF8_NAME = 1 << 11
_LOCKED = 1


def archive_slices(stream: IO[bytes], name: str, size: int, depth: int) -> Iterator[Slice | UnreadableError]:
    """Cut what is packed in slices, in the order of the names; what cannot be unpacked comes as its error.

    Raises:
        UnreadableError: the archive itself is damaged, too large once unpacked, or an office file that is not
            read.
    """
    try:
        with zipfile.ZipFile(_seekable(stream, name)) as archive:
            form = zip_form(archive.namelist())
            if form is Form.ZIP:
                yield from _members(archive, name, size, depth)
                return
    except DAMAGED as error:
        raise UnreadableError(name, f"is a damaged ZIP file ({error})", "fetch it again") from error
    if form is None:
        problem = "is an office file of a kind that is not read"
        raise UnreadableError(name, problem, "save it as .docx, .csv or text")
    stream.seek(0)
    yield Slice(name, whole(stream, name), form=form)


def _seekable(stream: IO[bytes], name: str) -> IO[bytes]:
    """Return what one can jump about in: an archive within an archive is unpacked first."""
    return io.BytesIO(whole(stream, name)) if isinstance(stream, zipfile.ZipExtFile) else stream


def _members(archive: zipfile.ZipFile, name: str, size: int, depth: int) -> Iterator[Slice | UnreadableError]:
    unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > LARGEST_UNPACKED:
        problem = f"unpacks to {unpacked >> 30} GB, more than {LARGEST_UNPACKED >> 30}"
        raise UnreadableError(name, problem, "unpack it yourself if you trust it, and name the folder")
    named = sorted((_name(member), number, member) for number, member in enumerate(archive.infolist()))
    some = False
    for inner, _, member in named:
        if member.is_dir() or is_passed_over(inner):
            continue
        some = True
        yield from _member(archive, member, f"{name}:{inner}", size, depth)
    if not some:
        raise UnreadableError(name, "is an archive without articles", "give one with articles in it")


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, size: int, depth: int
) -> Iterator[Slice | UnreadableError]:
    if member.flag_bits & _LOCKED:
        yield UnreadableError(name, "is locked with a password", "unpack it yourself, and name the folder")
        return
    try:
        with archive.open(member) as stream:
            yield from slices_of(stream, name, size, depth + 1)
    except DAMAGED as error:
        yield UnreadableError(name, f"cannot be unpacked ({error})", "pack it again")


def _name(member: zipfile.ZipInfo) -> str:
    """Return the name of a member as it was written; without the mark of UTF-8 its encoding is anyone's."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(arabic_encoding(raw) or "cp437")
