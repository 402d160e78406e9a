"""A PDF file → its article."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.errors import UnreadableError
from core.reading.document import make_document
from core.reading.formats.dates import stated_date
from core.reading.formats.pdf.glyphs import Glyph, page_glyphs
from core.reading.formats.pdf.lines import Line, page_lines
from core.reading.formats.pdf.order import directed, logical_order, reversed_share
from core.reading.formats.pdf.paragraphs import joined, without_furniture
from core.reading.formats.text import path_uri, stem

if TYPE_CHECKING:
    import datetime as dt

    from core.model import Document

_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]+")
_TITLE_HEIGHT = 1.15
_TITLE_WORDS = 40
_FILE_NAME = re.compile(
    r"(?i)\.(?:docx?|pdf|indd|qxp|rtf|odt|txt|html?)$|^(?:microsoft|untitled|document\d*$)"
)


def read_pdf(data: bytes, name: str, published: dt.date | None) -> Document:
    """Read the article that a PDF file is: its text layer, in logical order, without headers and footers.

    The title is what stands in the largest letters on the first page, else what the file declares. The day
    that the file was made is its date where nothing else is known.

    Raises:
        UnreadableError: it is damaged or locked, or has no text layer.
    """
    import pypdfium2  # type: ignore[import-untyped]

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        problem = "is locked with a password" if locked else "is a damaged PDF"
        raise UnreadableError(name, problem, "save it without one" if locked else "fetch it again") from error
    try:
        pages, heights, unknown = _pages(file)
        declared, created = file.get_metadata_value("Title"), file.get_metadata_value("CreationDate")
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(name, "is a damaged PDF", "fetch it again") from error
    finally:
        file.close()
    letters = sum(char.isalpha() for page in pages for glyph in page for char in glyph.text)
    if unknown > letters:
        problem = "is a PDF whose fonts do not say what their glyphs mean"
        raise UnreadableError(name, problem, "run OCR on it (ocrmypdf --force-ocr -l ara)")
    if not letters:
        problem = "is a PDF without a text layer: pictures of pages"
        raise UnreadableError(name, problem, "run OCR on it first (ocrmypdf -l ara)")
    paragraphs = _paragraphs(pages, heights)
    return make_document(
        "\n".join(text for text, _ in paragraphs),
        doc_id=stem(name),
        title=_title(paragraphs) or _declared_title(declared),
        published=published or stated_date(created.removeprefix("D:")[:8]),
        uri=path_uri(name),
    )


def _pages(file: Any) -> tuple[list[list[Glyph]], list[float], int]:
    """Return the glyphs of each page, the pages' heights, and how many characters have no meaning."""
    pages, heights, unknown = [], [], 0
    for number in range(len(file)):
        page = file[number]
        textpage = page.get_textpage()
        glyphs, lost = page_glyphs(textpage)
        pages.append(glyphs)
        heights.append(page.get_height() or 1.0)
        unknown += lost
        textpage.close()
        page.close()
    return pages, heights, unknown


def _paragraphs(pages: list[list[Glyph]], heights: list[float]) -> list[tuple[str, float]]:
    sides = [unicodedata.bidirectional(char) for page in pages for glyph in page for char in glyph.text]
    arabic = sides.count("AL") + sides.count("R") > sides.count("L")
    lines = _lines(pages, rtl=arabic)
    texts = [_logical(line, rtl=arabic) for line in lines]
    rtl = arabic
    if arabic:
        plain = [line.visual for line in lines]
        if reversed_share("\n".join(texts)) > reversed_share("\n".join(plain)):
            # Drawn from the left by a program that knows no Arabic: in logical order already.
            rtl = False
            lines = _lines(pages, rtl=False)
            texts = [directed(line.visual) for line in lines]
    texts = [folded(text) for text in texts]
    kept = [index for index in without_furniture(lines, texts, heights) if texts[index]]
    return joined([lines[index] for index in kept], [texts[index] for index in kept], rtl=rtl)


def _lines(pages: list[list[Glyph]], *, rtl: bool) -> list[Line]:
    return [
        replace(line, page=number) for number, page in enumerate(pages) for line in page_lines(page, rtl=rtl)
    ]


def _logical(line: Line, *, rtl: bool) -> str:
    return logical_order(line.pieces, rtl=rtl)


def folded(text: str) -> str:
    """Fold presentation forms to letters (NFKC, of the two blocks alone), and white space to spaces."""
    text = _PRESENTATION.sub(
        lambda match: unicodedata.normalize("NFKC", match.group()).replace(" ", ""), text
    )
    return " ".join(text.replace("\ufeff", "").split())


def _title(paragraphs: list[tuple[str, float]]) -> str | None:
    """Return the paragraph in the largest letters, if it stands out and near the beginning."""
    body = max(paragraphs, key=lambda paragraph: len(paragraph[0]))[1]
    text, height = max(paragraphs[:6], key=lambda paragraph: paragraph[1])
    words = text.split()
    return text if height > _TITLE_HEIGHT * body and 2 <= len(words) <= _TITLE_WORDS else None


def _declared_title(title: str) -> str | None:
    title = " ".join(title.split())
    return title if len(title.split()) >= 2 and not _FILE_NAME.search(title) else None
