"""Words of the index and words of the article are counted alike."""

import sqlite3
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from core.arabic import tokenise
from core.library import Library
from core.library.words import BOUNDARY, indexed, sentence_words
from core.pipeline import analyse
from core.reading import make_document

TEXT = (
    "الوساطة المصرية\n\n×\r\n"
    "وصل وفد أمني مصري إلى غزة في 3 مايو 2021. وغادر الوفد القطاع في 5 مايو 2021، بحسب بيان.\n"
    "التقى رئيس الوفد قيادة حماس في 16أبريل 2022.\n"
)


@settings(deadline=None, max_examples=150)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("ا٣\n "), max_size=40))
def test_the_index_cuts_words_where_we_do(text: str) -> None:
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE VIRTUAL TABLE t USING fts5 (text, content = '', tokenize = 'ascii')")
        db.execute("CREATE VIRTUAL TABLE word USING fts5vocab (t, instance)")
        db.execute("INSERT INTO t (rowid, text) VALUES (1, ?)", (indexed(text),))
        found = dict(db.execute('SELECT "offset", term FROM word'))
    db.close()
    words = indexed(text).split()
    assert found == dict(enumerate(words))
    assert [word for word in words if word != BOUNDARY] == list(tokenise(text).words.keys)


def test_the_sentence_of_an_event_is_found_among_the_words(tmp_path: Path) -> None:
    analysis = analyse(make_document(TEXT, doc_id="a"))
    words = indexed(TEXT).split()
    assert len(analysis.events) >= 3
    for event, (first, end) in zip(
        analysis.events, sentence_words(analysis.document, analysis.events), strict=True
    ):
        assert words[first:end] == list(tokenise(event.text).words.keys)
    with Library.open(tmp_path / "library.sqlite", create=True) as library:
        library.add([analysis])
        stored = library.connection.execute(
            "SELECT first_word, end_word FROM event ORDER BY ordinal"
        ).fetchall()
    assert stored == list(sentence_words(analysis.document, analysis.events))
