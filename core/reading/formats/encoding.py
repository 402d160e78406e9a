"""The encoding of a text: its byte order mark, else UTF-8, else what its bytes look most like."""

from __future__ import annotations

import codecs

from core.errors import UnreadableError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def bom_encoding(data: bytes) -> str | None:
    """Return the encoding that a byte order mark declares."""
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)


def peek(head: bytes) -> str:
    """Read the beginning of a file as far as its ASCII goes: enough to see markup and keys."""
    encoding = bom_encoding(head)
    return head.decode(encoding, errors="ignore") if encoding else head.decode("latin-1")


def decode(data: bytes, name: str) -> str:
    """Decode the bytes of a text: by its byte order mark, else UTF-8, else what its bytes look most like.

    Raises:
        UnreadableError: the bytes are not text in any encoding that is known.
    """
    encoding = bom_encoding(data)
    if encoding is not None:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            problem = f"is damaged {encoding} text ({error.reason})"
            raise UnreadableError(name, problem, "save it again") from error
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
