"""The date that words of an article have, for whoever dates them by hand."""

from __future__ import annotations

from core.model import Span
from core.reading import make_document
from core.temporal.nearby import date_near

TEXT = """\
عنوان

في 3 أبريل 2019 زار الوفد غزة. وفي 20 سبتمبر عاد الوفد، ولم يعلن عن اتفاق.

كلام لا تاريخ فيه.
"""


def near(words: str) -> str | None:
    document = make_document(TEXT, doc_id="article")
    number = next(p.index for p in document.paragraphs if words in p.text)
    start = document.paragraphs[number].text.index(words)
    found = date_near(document, number, Span(start, start + len(words)))
    return found.edtf if found else None


def test_the_nearest_of_the_sentence_goes_first() -> None:
    assert near("زار الوفد غزة") == "2019-04-03"
    assert near("عاد الوفد") == "2019-09-20", "the year is that of the sentence before"


def test_where_the_paragraph_says_none_there_is_none() -> None:
    assert near("كلام") is None
