"""The encoding of a text: its byte order mark, else UTF-8, else what its bytes look most like."""

from __future__ import annotations

import codecs
import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from core.errors import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# As many bytes as show an encoding.
_SAMPLE = 1 << 16
# UTF-8 with a torn character here and there is still UTF-8: one in so many.
_TORN = 200
_ASCII = bytes(range(0x80))
# What a letter weighs at least, where signs and spaces weigh less.
_LETTER = 0.5
# Letters of Arabic stand together; those of French and German that are not ASCII stand alone.
_RUN = re.compile(rb"[\x80-\xff]{2,}")
_TYPOGRAPHY = "«»\u200c\u200d\u200e\u200f“”‘’–—…"


def bom_encoding(data: bytes) -> str | None:
    """Return the encoding that a byte order mark declares."""
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)


def peek(head: bytes) -> str:
    """Read the beginning of a file as far as its ASCII goes: enough to see markup and keys."""
    encoding = bom_encoding(head) or _unmarked_utf16(head)
    return head.decode(encoding, errors="ignore") if encoding else head.decode("latin-1")


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Decode the bytes of a text: by its byte order mark, else UTF-8, else what its bytes look most like.

    Args:
        data: the bytes.
        name: what a person is told they are.
        declared: the encoding that a page or a letter says it has; not always true, so it comes third.

    Raises:
        UnreadableError: the bytes are not text in any encoding that is known.
    """
    marked = bom_encoding(data)
    if marked is None:
        text = data.decode(encoding_of(data, name, declared), errors="replace")
    else:
        try:
            text = data.decode(marked)
        except UnicodeDecodeError as error:
            problem = f"is damaged {marked} text ({error.reason})"
            raise UnreadableError(name, problem, "save it again") from error
    if "\0" in text:
        raise UnreadableError(name, "is not text", "save the article as plain text")
    return text


def encoding_of(data: bytes, name: str, declared: str | None = None) -> str:
    """Tell the encoding of a text, as `decode` does.

    Raises:
        UnreadableError: it is none that is known.
    """
    found = bom_encoding(data) or _unmarked_utf16(data) or _utf8(data)
    found = found or arabic_encoding(data) or _known(declared)
    if found is not None:
        return found
    if b"\0" in data[:_SAMPLE]:
        raise UnreadableError(name, "is not text", "save the article as plain text")
    from charset_normalizer import from_bytes  # dear, and only for what is neither UTF-8 nor Arabic

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    if best is None:
        raise UnreadableError(name, "is not text in a known encoding", "save the article as UTF-8 text")
    return best.encoding


def _utf8(data: bytes) -> str | None:
    """Tell UTF-8, also where a character here and there is torn."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        torn = data.decode("utf-8", errors="replace")
        letters = len(torn) - len(torn.encode("ascii", "ignore"))
        return "utf-8" if torn.count("\ufffd") * _TORN < letters + _TORN // 2 else None
    return "utf-8"


def _known(declared: str | None) -> str | None:
    try:
        return codecs.lookup(declared).name if declared else None
    except LookupError:
        return None


def arabic_encoding(data: bytes) -> str | None:
    """Return which of the single-byte encodings of Arabic the bytes are in; null where they are in none.

    The detector of charset-normalizer wants some hundred letters of running text; a title, or a page that is
    mostly markup, has fewer. Here the letters that are frequent in Arabic decide.
    """
    high = Counter(data.translate(None, delete=_ASCII))
    if not high or data.count(0):
        return None
    best = max(_table()["arabic"], key=lambda encoding: _likeness(data, high, encoding))
    letters = sum(count for byte, count in high.items() if _letter_weights(best)[byte] >= _LETTER)
    runs = sum(map(len, _RUN.findall(data)))
    return best if min(letters, runs) >= _table()["share"] * sum(high.values()) else None


def _likeness(data: bytes, high: Counter[int], encoding: str) -> float:
    weights = _letter_weights(encoding)
    words = sum(data.count(word.encode(encoding)) for word in _table()["words"])
    return words + sum(count * weights[byte] for byte, count in high.items())


@cache
def _letter_weights(encoding: str) -> tuple[float, ...]:
    """Return how much each byte speaks for an encoding: a frequent letter much, what is no letter against."""
    letters: str = _table()["letters"]
    weights = []
    for byte in range(256):
        char = bytes((byte,)).decode(encoding, errors="replace")
        if char in letters:
            weights.append(2 - 1.5 * letters.index(char) / len(letters))
        elif "\u0600" <= char <= "\u06ff" or " " <= char <= "~" or char in _TYPOGRAPHY:
            weights.append(0.1)  # Mac OS wrote a second row of ASCII for text that runs from right to left.
        else:
            weights.append(-2.0 if char < "\xa0" or char == "\ufffd" else 0.05 if char == "\xa0" else -0.5)
    return tuple(weights)


def _unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: every other byte is one of the few that name a block."""
    sample = data[: _SAMPLE & ~1]
    if len(data) % 2 or len(sample) < 4:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if sum(map(high.count, (0x00, 0x06, 0x20))) > 0.9 * len(high):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text and not set(text) & _CONTROLS:
                return encoding
    return None


_CONTROLS = frozenset(map(chr, range(0x20))) - frozenset("\t\n\r\f\v")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("encodings.toml").read_text(encoding="utf-8"))
