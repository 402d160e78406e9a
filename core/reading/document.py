"""One article's text → its Document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Document, Paragraph, ParagraphKind
from core.reading.layout import paragraphs

if TYPE_CHECKING:
    import datetime as dt


def make_document(
    text: str,
    *,
    doc_id: str,
    title: str | None = None,
    outlet: str | None = None,
    published: dt.date | None = None,
    uri: str | None = None,
) -> Document:
    """Give an article its structure; what the caller does not know is read off the page."""
    found = paragraphs(text, title)
    return Document(
        id=doc_id,
        text=text,
        paragraphs=found,
        title=title or _title(found),
        outlet=outlet or _outlet(found),
        published=published,
        uri=uri,
    )


def _title(found: tuple[Paragraph, ...]) -> str | None:
    return next((p.text for p in found if p.kind is ParagraphKind.TITLE), None)


def _outlet(found: tuple[Paragraph, ...]) -> str | None:
    """Read the outlet off the masthead: the short line there whose words the page repeats most."""
    lines = [p.text for p in found if p.kind is ParagraphKind.MASTHEAD]
    counts = {line: sum(other.count(line) for other in lines) for line in lines if len(line.split()) <= 3}
    best = max(counts, key=lambda line: counts[line], default=None)
    return best if best is not None and counts[best] >= 2 else None
