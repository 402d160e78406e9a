"""Bytes of a file → articles: plain text in any encoding, JSON Lines, either of them gzipped."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UnreadableError
from core.reading.document import make_document
from core.reading.metadata import declared_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from core.model import Document

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_GZIP = b"\x1f\x8b"
_HEAD = 1 << 16
STDIN = "-"


def read_path(path: str, published: dt.date | None = None) -> Iterator[Document]:
    """Read the articles of a file, one after the other; `-` is standard input.

    Args:
        path: a text file (one article) or JSON Lines (`id, title, outlet, date, text`), `.gz` too.
        published: the publication date where the file declares none.

    Raises:
        UnreadableError: the file cannot be opened, decoded or understood.
    """
    name = "standard input" if path == STDIN else path
    data = _unzip(_load(path, name), name)
    if _is_json_lines(path, data):
        yield from _json_articles(data, name, published)
        return
    text = decode(data, name)
    if not text.strip():
        raise UnreadableError(name, "is empty", "give a file with an article in it")
    stem = "stdin" if path == STDIN else Path(path).name.removesuffix(".gz").removesuffix(".txt")
    yield make_document(text, doc_id=stem, published=published, uri=None if path == STDIN else path)


def check_path(path: str) -> None:
    """See, without reading all of it, whether a file can be read as articles.

    Raises:
        UnreadableError: it cannot be opened, is empty, or its beginning is not text.
    """
    head = _load(path, path, _HEAD)
    if not head.strip():
        raise UnreadableError(path, "is empty", "give a file with an article in it")
    if not head.startswith(_GZIP):
        # The cut may fall inside a character: what the last line break precedes is whole.
        decode(head if len(head) < _HEAD else head[: head.rfind(b"\n") + 1] or head[:-4], path)


def _load(path: str, name: str, limit: int = -1) -> bytes:
    try:
        if path == STDIN:
            return sys.stdin.buffer.read()
        with Path(path).open("rb") as file:
            return file.read(limit)
    except FileNotFoundError:
        raise UnreadableError(name, "no such file", "check the path") from None
    except IsADirectoryError:
        raise UnreadableError(name, "is a folder", "name the files in it") from None
    except OSError as error:
        raise UnreadableError(name, f"cannot be read ({error.strerror})", "check its permissions") from error


def _unzip(data: bytes, name: str) -> bytes:
    if not data.startswith(_GZIP):
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(name, f"is a damaged gzip file ({error})", "fetch it again") from error


def _is_json_lines(path: str, data: bytes) -> bool:
    suffixes = Path(path).suffixes
    if ".jsonl" in suffixes or ".ndjson" in suffixes:
        return True
    return data.lstrip()[:1] == b"{" and path == STDIN


def decode(data: bytes, name: str) -> str:
    """Decode the bytes of a text: by its byte order mark, else UTF-8, else what its bytes look most like.

    Raises:
        UnreadableError: the bytes are not text in any encoding that is known.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableError(
                    name, f"is damaged {encoding} text ({error.reason})", "save it again"
                ) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_legacy(data, name)
    if "\0" in text:
        raise UnreadableError(name, "is not text", "save the article as plain text")
    return text


def _decode_legacy(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # dear, and only for what is not UTF-8

    best = from_bytes(
        data, cp_isolation=["cp1256", "iso8859_6", "mac_arabic", "utf_16_le", "utf_16_be"]
    ).best()
    if best is None or (b"\0" in data[:4096] and not best.encoding.startswith("utf_16")):
        raise UnreadableError(name, "is not text in a known encoding", "save the article as UTF-8 text")
    return str(best)


def _json_articles(data: bytes, name: str, published: dt.date | None) -> Iterator[Document]:
    for number, line in enumerate(io.StringIO(decode(data, name)), start=1):
        if line.strip():
            yield _json_article(line, f"{name}, line {number}", published)


def _json_article(line: str, name: str, published: dt.date | None) -> Document:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableError(name, f"is not JSON ({error.msg})", "write one object a line") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UnreadableError(
            name, "has no «text»", "give each article the keys id, title, outlet, date, text"
        )
    date = record.get("date")
    return make_document(
        record["text"],
        doc_id=str(record["id"]) if record.get("id") is not None else name,
        title=record.get("title") or None,
        outlet=record.get("outlet") or None,
        published=(declared_date(str(date)) if date else None) or published,
        uri=record.get("url") or record.get("uri") or None,
    )
