"""Web pages: the article without the page round it, and what the page declares of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from core.errors import UnreadableError
from core.reading.document import make_document
from core.reading.formats.dates import stated_date
from core.reading.formats.declared import Declared, declared_by
from core.reading.formats.encoding import decode
from core.reading.formats.text import path_uri, stem

if TYPE_CHECKING:
    import datetime as dt

    from core.model import Document

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# What is declared as the article's body is taken where so much less was found on the page.
_HALF = 0.5
_LETTERS_AT_LEAST = 40


def read_page(data: bytes, name: str, published: dt.date | None) -> Document:
    """Read the article of a page that was saved from the web.

    Raises:
        UnreadableError: there is no article on it.
    """
    charset = _CHARSET.search(data[:4096])
    markup = decode(data, name, charset.group(1).decode() if charset else None)
    return read_markup(markup, name, published)


def read_markup(markup: str, name: str, published: dt.date | None, uri: str | None = None) -> Document:
    """Do as `read_page` with markup that is decoded.

    Raises:
        UnreadableError: there is no article on it.
    """
    from lxml import html  # type: ignore[import-untyped]
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", markup))
    except (LxmlError, ValueError) as error:
        raise UnreadableError(name, f"is a page that cannot be read ({error})", "save it again") from error
    declared = declared_by(tree)
    text, date = _body(tree, declared)
    if not text.strip():
        raise UnreadableError(name, "is a page without an article", "save the page of the article itself")
    address = declared.url or uri
    return make_document(
        text,
        doc_id=stem(name),
        title=declared.title,
        outlet=declared.outlet or _host(address),
        published=declared.date or stated_date(date) or published,
        uri=address or path_uri(name),
    )


def _body(tree: object, declared: Declared) -> tuple[str, str | None]:
    """Return the article's lines and the day that the page seems to be of."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Extracted

    found = bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = found.text or "" if isinstance(found, Extracted) else ""
    body = declared.body or ""
    if len(text) < _HALF * len(body) or len(text) < _LETTERS_AT_LEAST:
        text = body or text
    return text, found.date if isinstance(found, Extracted) else None


def _host(address: str | None) -> str | None:
    return (urlsplit(address).hostname or "").removeprefix("www.") or None if address else None
