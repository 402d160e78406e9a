"""What a file is: by its content first, by its name second."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from core.errors import UnreadableError
from core.reading.formats.encoding import bom_encoding, encoding_of, peek
from core.reading.formats.paths import formats_table

if TYPE_CHECKING:
    from collections.abc import Iterable

_GZIP = b"\x1f\x8b"
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
    DOCX = "docx"
    EPUB = "epub"
    PDF = "pdf"
    GZIP = "gzip"
    ZIP = "zip"


_PDF = re.compile(rb"%PDF-\d\.\d")
_MAILBOX = re.compile(r"From \S+ .*\d{4}\s*\n[\w-]+:")
_HEADERS = re.compile(r"(?:[A-Za-z][\w-]*:[ \t]?.*\n(?:[ \t].*\n)*){2,}")
_MARKUP = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^>]*>\s*)*<([a-z][\w:]*)[\s/>]", re.I | re.S
)
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*["}]')
_TAG = re.compile(r"<[a-z][\w:]*[\s/>]", re.I)


def form_of(head: bytes, name: str) -> Form:
    """Tell what a file is from its first bytes and, where they do not say, from its name.

    Raises:
        UnreadableError: it is something known that is not read.
    """
    if head.startswith(_GZIP):
        return Form.GZIP
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Form.ZIP
    if _PDF.search(head, 0, 1024):
        return Form.PDF
    for entry in formats_table()["refused"]:
        if head.startswith(tuple(bytes.fromhex(start) for start in entry["starts"])):
            raise UnreadableError(name, entry["problem"], entry["remedy"])
    text = peek(head).lstrip("\ufeff").removeprefix("\xef\xbb\xbf")
    return _marked_form(text, name, whole=len(head) < HEAD) or _plain_form(text, head, name)


def _marked_form(text: str, name: str, *, whole: bool) -> Form | None:
    """Tell what shows itself by ASCII marks, whatever the encoding of its words."""
    if _MAILBOX.match(text):
        return Form.MAILBOX
    if _is_letter(text):
        return Form.MAIL
    if match := _MARKUP.match(text):
        return _markup_form(match.group(1).lower(), text, name)
    if _JSON.match(text):
        return _json_form(text, name, whole=whole)
    return None


def _is_letter(text: str) -> bool:
    headers = _HEADERS.match(text)
    if headers is None:
        return False
    names = {line.partition(":")[0].lower() for line in headers.group().splitlines()}
    return bool(names & {"from", "mime-version", "message-id"}) and len(names & _LETTER_HEADERS) >= 2


_LETTER_HEADERS = frozenset(
    ("from", "to", "date", "subject", "mime-version", "message-id", "received", "content-type", "return-path")
)


def _markup_form(root: str, text: str, name: str) -> Form:
    if root in ("rss", "feed", "rdf:rdf"):
        return Form.FEED
    if text.lstrip().startswith("<?xml") and root != "html" and "<html" not in text[:2048].lower():
        raise UnreadableError(
            name, f"is XML of a kind that is not read («{root}»)", "save it as HTML or text"
        )
    return Form.HTML


def _plain_form(text: str, head: bytes, name: str) -> Form:
    """Tell what only its words or its name show."""
    named = _by_suffix(name)
    if named is Form.HTML:
        return Form.HTML if _TAG.search(text) else Form.TEXT
    if named is Form.MAIL or named is Form.MAILBOX:
        return Form.MAIL if re.match(r"[\w-]+:", text) else Form.TEXT
    if named is None or named is Form.TEXT:
        return Form.TABLE if _is_table(head, name) else Form.TEXT
    return named


def _is_table(head: bytes, name: str) -> bool:
    """Tell a table by a first line that names the columns of articles."""
    from core.reading.formats.tables import header_delimiter

    if b"\0" in head and bom_encoding(head) is None:
        return False
    first = head[: head.find(b"\n") + 2]
    if not first.strip() or len(first) > 1000:
        return False
    fields = header_delimiter(first.decode(encoding_of(head, name), errors="ignore"))[1]
    return "text" in fields and len(fields) >= 2


def _json_form(text: str, name: str, *, whole: bool) -> Form:
    """Tell objects line by line from one document."""
    named = _by_suffix(name)
    if named is Form.JSON_LINES:
        return named
    if text.lstrip().startswith("["):
        return Form.JSON
    first, _, rest = text.lstrip().partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        longer = not rest and not whole
        return Form.JSON_LINES if longer and named is not Form.JSON else Form.JSON
    return Form.JSON_LINES if rest.strip() else Form.JSON


def _by_suffix(name: str) -> Form | None:
    """Return what the last suffix says, without those that say how a file is packed."""
    table: dict[str, str] = formats_table()["suffixes"]
    base = re.split(r"[/\\:]", name)[-1].lower().removesuffix(".gz").removesuffix(".gzip")
    found = table.get(base[base.rfind(".") :]) if "." in base else None
    return Form(found) if found else None


def zip_form(names: Iterable[str]) -> Form | None:
    """Tell what is packed in a ZIP file by the names in it; null for an office file that is not read."""
    found = set(names)
    if "word/document.xml" in found:
        return Form.DOCX
    if "META-INF/container.xml" in found:
        return Form.EPUB
    if "[Content_Types].xml" in found or "content.xml" in found:
        return None
    return Form.ZIP
