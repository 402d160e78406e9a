"""Books: .epub, each chapter an article."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree

from core.errors import UnreadableError
from core.reading.document import make_document
from core.reading.formats.archive import DAMAGED
from core.reading.formats.dates import stated_date
from core.reading.formats.encoding import decode
from core.reading.formats.markup import markup_lines

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from core.model import Document

_NAMESPACES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
# A cover and a page of thanks have fewer words.
_WORDS_AT_LEAST = 20


def read_book(data: bytes, name: str, published: dt.date | None) -> Iterator[Document | UnreadableError]:
    """Read the chapters of a book in reading order (the spine of its package, EPUB 3.3).

    A chapter is an article: news in books are collections, and a chapter's title and length are an article's.
    The book's title is the outlet; contents and covers are left out.

    Raises:
        UnreadableError: it is damaged, or has no chapter with text.
    """
    some = False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            folder, package = _package(archive)
            outlet = package.findtext(".//dc:title", None, _NAMESPACES)
            date = stated_date(package.findtext(".//dc:date", None, _NAMESPACES))
            for path in _spine(package, folder):
                chapter = _chapter(archive, path, f"{name}:{path}", outlet, date or published)
                some = some or chapter is not None
                if chapter is not None:
                    yield chapter
    except (*DAMAGED, ElementTree.ParseError, KeyError) as error:
        raise UnreadableError(name, f"is a damaged book ({error})", "fetch it again") from error
    if not some:
        raise UnreadableError(name, "is a book without text", "give one whose pages are not pictures")


def _package(archive: zipfile.ZipFile) -> tuple[str, ElementTree.Element]:
    container = ElementTree.fromstring(archive.read("META-INF/container.xml"))
    root = container.find(".//c:rootfile", _NAMESPACES)
    path = root.get("full-path", "") if root is not None else ""
    return posixpath.dirname(path), ElementTree.fromstring(archive.read(path))


def _spine(package: ElementTree.Element, folder: str) -> Iterator[str]:
    items = {item.get("id"): item for item in package.iterfind(".//opf:manifest/opf:item", _NAMESPACES)}
    for reference in package.iterfind(".//opf:spine/opf:itemref", _NAMESPACES):
        item = items.get(reference.get("idref"))
        if (
            item is not None
            and reference.get("linear") != "no"
            and "nav" not in item.get("properties", "").split()
            and "html" in item.get("media-type", "")
        ):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _chapter(
    archive: zipfile.ZipFile, path: str, name: str, outlet: str | None, published: dt.date | None
) -> Document | UnreadableError | None:
    try:
        lines, title = markup_lines(decode(archive.read(path), name))
    except KeyError:
        return UnreadableError(name, "is not in the book", "fetch the book again")
    if sum(len(line.split()) for line in lines) < _WORDS_AT_LEAST:
        return None
    return make_document(
        "\n".join(lines), doc_id=name, title=title, outlet=outlet, published=published, uri=name
    )
