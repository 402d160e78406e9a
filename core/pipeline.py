"""The road in one page: Document → Timexes → Events → happenings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.coreference import merge
from core.events import find_events
from core.model import Analysis
from core.temporal import date_document

if TYPE_CHECKING:
    from core.model import Document


def analyse(document: Document) -> Analysis:
    """Find every dated event of an article.

    Pure: no input is changed, nothing is read but the lexicons, and the result depends on these and on the
    document alone, so that it can run in any process.
    """
    timexes = date_document(document)
    return Analysis(document, timexes, merge(find_events(document, timexes)))
