"""Web pages: the article without the page round it, and what the page declares of it."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any
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
# A cell with so many characters is no cell of a table of figures.
_LONG_CELL = 200


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
    _free_of_layout_tables(tree)
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


def _free_of_layout_tables(tree: Any) -> None:
    """Make blocks of tables that only divide the page, as pages did before there were style sheets."""
    tables = {
        cell.xpath("ancestor::table[1]")[0]
        for cell in tree.xpath("//table//td")
        if len(cell.text_content()) >= _LONG_CELL
        or any(cell.find(f".//{tag}") is not None for tag in ("table", "ul", "p"))
    }
    parts = list(tree.iter("tbody", "tr", "td", "th"))
    inside = [part for part in parts if next(part.iterancestors("table"), None) in tables]
    for part in (*inside, *tables):
        part.tag = "div"


def _body(tree: object, declared: Declared) -> tuple[str, str | None]:
    """Return the article's lines and the day that the page seems to be of."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Extracted
    from trafilatura.settings import use_config

    for library in ("trafilatura", "htmldate"):
        # What is wrong with a file is told in a line of ours, or is not wrong enough to be told.
        logging.getLogger(library).setLevel(logging.CRITICAL)
    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_LETTERS_AT_LEAST))

    found = bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        config=settings,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = _without_bars(found.text or "") if isinstance(found, Extracted) else ""
    body = declared.body or ""
    if len(text) < _HALF * len(body) or len(text) < _LETTERS_AT_LEAST:
        text = body or text
    return text, found.date if isinstance(found, Extracted) else None


def _without_bars(text: str) -> str:
    """Write the rows of tables without the bars that trafilatura puts round their cells."""
    lines = (line if not line.startswith("|") else _row(line) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _row(line: str) -> str:
    cells = (cell.replace("\\|", "|").strip(" -") for cell in re.split(r"(?<!\\)\|", line))
    return " · ".join(cell for cell in cells if cell)


def _host(address: str | None) -> str | None:
    return (urlsplit(address).hostname or "").removeprefix("www.") or None if address else None
