"""What a file is: by its content first, by its name second."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from core.errors import UnreadableError
from core.reading.formats.encoding import peek
from core.reading.formats.paths import formats_table

if TYPE_CHECKING:
    from collections.abc import Iterator

GZIP = b"\x1f\x8b"
HEAD = 1 << 16
"""As many bytes as show what a file is."""


class Form(StrEnum):
    """The formats that are told apart."""

    TEXT = "text"
    JSON = "json"
    JSON_LINES = "json lines"
    TABLE = "table"
    HTML = "html"
    FEED = "feed"
    MAIL = "mail"
    MAILBOX = "mailbox"
    PDF = "pdf"
    GZIP = "gzip"
    ZIP = "zip"


_JSON_OPENING = re.compile(r'\s*(?:\[\s*)?\{\s*["}]')


def form_of(head: bytes, name: str) -> Form:
    """Tell what a file is from its first bytes and, where they do not say, from its name.

    Raises:
        UnreadableError: it is something known that is not read.
    """
    if head.startswith(GZIP):
        return Form.GZIP
    _refuse(head, name)
    text = peek(head)
    if _JSON_OPENING.match(text):
        return _json_form(text, name, whole=len(head) < HEAD)
    return _by_suffix(name) or Form.TEXT


def _refuse(head: bytes, name: str) -> None:
    for entry in formats_table()["refused"]:
        if head.startswith(tuple(bytes.fromhex(start) for start in entry["starts"])):
            raise UnreadableError(name, entry["problem"], entry["remedy"])


def _json_form(text: str, name: str, *, whole: bool) -> Form:
    """Tell objects line by line from one document."""
    named = _by_suffix(name)
    if named is Form.JSON_LINES or text.lstrip().startswith("["):
        return named or Form.JSON
    first, _, rest = text.lstrip().partition("\n")
    try:
        json.loads(first)
    except json.JSONDecodeError:
        longer = not rest and not whole
        return Form.JSON_LINES if longer and named is not Form.JSON else Form.JSON
    return Form.JSON_LINES if rest.strip() else Form.JSON


def _by_suffix(name: str) -> Form | None:
    table: dict[str, str] = formats_table()["suffixes"]
    for suffix in _suffixes(name):
        if suffix in table:
            return Form(table[suffix])
    return None


def _suffixes(name: str) -> Iterator[str]:
    """Yield the suffixes of a name, the last first, without those that say how it is packed."""
    base = re.split(r"[/\\:]", name)[-1].lower()
    parts = base.split(".")[1:]
    for part in reversed(parts):
        if part not in ("gz", "gzip"):
            yield f".{part}"
            return
