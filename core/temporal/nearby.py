"""The date that some words of an article have, as far as the text says: for whoever dates them by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.model import Document, Paragraph, Span, Timex, TimexType
from core.temporal.document import date_document

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEFORE = 40
"""Paragraphs before it that a date may lean on."""


def date_near(document: Document, paragraph: int, span: Span) -> Timex | None:
    """Return the date that is said in some words or nearest to them, or else in their paragraph.

    Args:
        document: the article.
        paragraph: its paragraph.
        span: the words, in code points of the paragraph.

    Returns:
        A date with a value; None where the paragraph says none.
    """
    part = document.paragraphs[max(paragraph - _BEFORE, 0) : paragraph + 1]
    found = [
        timex
        for timex in date_document(replace(document, paragraphs=part))[-1]
        if timex.edtf is not None and timex.type in (TimexType.DATE, TimexType.TIME)
    ]
    return min(found, key=lambda timex: _distance(timex, span, part[-1]), default=None)


def _distance(timex: Timex, span: Span, paragraph: Paragraph) -> tuple[bool, bool, int]:
    """Order by: in the words, in their sentence, how far away."""
    return (
        not span.overlaps(timex.span),
        not _together(timex.span, span, paragraph.sentences),
        max(span.start - timex.end, timex.start - span.end, 0),
    )


def _together(one: Span, other: Span, sentences: Iterable[Span]) -> bool:
    return any(sentence.overlaps(one) and sentence.overlaps(other) for sentence in sentences)
