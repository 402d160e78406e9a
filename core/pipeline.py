"""The road in one page: Document → Timexes → Events → happenings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.coreference import merge
from core.events import find_events
from core.model import Analysis
from core.morphology import with_lemmas
from core.temporal import date_document

if TYPE_CHECKING:
    from core.model import Document
    from core.morphology import Morphology, NameRecogniser


def analyse(
    document: Document, morphology: Morphology | None = None, recogniser: NameRecogniser | None = None
) -> Analysis:
    """Find every dated event of an article.

    Pure: no input is changed, nothing is read but the lexicons, and the result depends on these and on what
    is given, so that it can run in any process.

    Args:
        document: the article.
        morphology: decides what spelling leaves open, and gives triggers their lemmas; the road needs none.
        recogniser: finds further names; the road needs none.
    """
    timexes = date_document(document)
    events = merge(find_events(document, timexes, morphology, recogniser))
    return Analysis(document, timexes, events if morphology is None else with_lemmas(events, morphology))
