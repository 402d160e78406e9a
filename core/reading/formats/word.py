"""Word files: .docx."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any

from core.errors import UnreadableError
from core.reading.document import make_document
from core.reading.formats.archive import DAMAGED
from core.reading.formats.text import path_uri, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# The day that the empty document of python-docx bears.
_TEMPLATE_DAY = dt.date(2013, 12, 23)


def read_word(data: bytes, name: str, published: dt.date | None) -> Document:
    """Read the article that a Word file is: paragraphs, cells and text boxes in the order of the file.

    The title is the paragraph in the style «Title», else what the file's properties say. The day that the
    file was made is its date where nothing else is known.

    Raises:
        UnreadableError: it is damaged, or has no text.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    try:
        file = docx.Document(BytesIO(data))
    except (*DAMAGED, PackageNotFoundError, LxmlError, KeyError) as error:
        raise UnreadableError(name, f"is a damaged Word file ({error})", "save it again") from error
    found = list(_paragraphs(file.element.body))
    text = "\n".join(line for line, _ in found)
    if not text.strip():
        raise UnreadableError(name, "is a Word file without text", "give a file with an article in it")
    titles = {style.style_id for style in file.styles if style.name == "Title"}
    title = next((line for line, style in found if style in titles), None) or file.core_properties.title
    return make_document(
        text,
        doc_id=stem(name),
        title=title.strip() or None,
        published=published or _created(file.core_properties.created),
        uri=path_uri(name),
    )


def _created(when: dt.datetime | None) -> dt.date | None:
    return when.date() if when is not None and when.date() != _TEMPLATE_DAY else None


def _paragraphs(body: Any) -> Iterator[tuple[str, str | None]]:
    """Yield the text and the style of each paragraph that has any text."""
    for paragraph in body.iter(f"{_W}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            text = "".join(_words(paragraph)).strip()
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            if text:
                yield text, style.get(f"{_W}val") if style is not None else None


def _words(element: Any) -> Iterator[str]:
    """Yield the words of a paragraph; what was struck out is not there, nor what stands in a box upon it."""
    for part in element:
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag in _BREAKS:
            yield _BREAKS[part.tag]
        elif part.tag not in (f"{_W}p", f"{_W}del", f"{_W}pPr", f"{_W}rPr", f"{_W}txbxContent", _FALLBACK):
            yield from _words(part)
