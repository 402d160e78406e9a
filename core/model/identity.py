"""What an article is known by, wherever it lies."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from core.model.document import ParagraphKind

if TYPE_CHECKING:
    from core.model.document import Document


def document_key(document: Document) -> bytes:
    """Return what an article is known by: its words and what its file declares of it.

    Neither its name nor its address belongs to it, nor what was read off its page: the same article from
    another folder, or read by later rules, is the same.
    """
    declared = (
        document.title if is_titled(document) else None,
        None if _on_page(document.outlet, document, ParagraphKind.MASTHEAD) else document.outlet,
        document.published.isoformat() if document.published else None,
    )
    digest = hashlib.blake2b(_utf8(document.text), digest_size=16)
    digest.update(_utf8(repr(declared)))
    return digest.digest()


def is_titled(document: Document) -> bool:
    """Tell whether the title was declared by the file, as against read off its page."""
    return document.title is not None and not _on_page(document.title, document, ParagraphKind.TITLE)


def _on_page(words: str | None, document: Document, kind: ParagraphKind) -> bool:
    return any(p.kind is kind and p.text == words for p in document.paragraphs)


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # JSON may bring half a surrogate pair
