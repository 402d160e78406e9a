"""Plain text: one article a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.errors import UnreadableError
from core.reading.document import make_document
from core.reading.formats.encoding import decode

if TYPE_CHECKING:
    import datetime as dt

    from core.model import Document

STDIN_NAME = "standard input"


def read_text(data: bytes, name: str, published: dt.date | None) -> Document:
    """Read the article that a text file is.

    Raises:
        UnreadableError: the bytes are not text, or there is nothing but white space.
    """
    text = decode(data, name)
    if not text.strip():
        raise UnreadableError(name, "is empty", "give a file with an article in it")
    return make_document(text, doc_id=stem(name), published=published, uri=path_uri(name))


def stem(name: str) -> str:
    """Return what a file's article is called where it has no name of its own."""
    if name == STDIN_NAME:
        return "stdin"
    base = re.split(r"[/\\]|:(?=[^/\\]+$)", name)[-1]
    return re.sub(r"(?i)(\.\w{1,5})?(\.gz)?$", "", base, count=1) or base


def path_uri(name: str) -> str | None:
    """Return where an article was read from where nothing says where it was published."""
    return None if name == STDIN_NAME else name
