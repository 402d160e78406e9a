"""Words found in all articles, with the exact words of the source."""

import datetime as dt
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UsageError
from core.library import Library
from core.library.search import Order, search
from core.library.snippet import snippet
from core.model import Analysis
from core.query import QueryError, parse, parse_words
from core.query.phrase import lines_of_words, phrase, says
from core.reading import make_document
from tests.unit.library.small import analyses, small_library
from tests.unit.query.strategies import WORDS

TODAY = dt.date(2022, 8, 8)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with small_library(tmp_path_factory.mktemp("search") / "library.sqlite", analyses()) as library:
        yield library


def names(library: Library, words: str, where: str | None = None) -> set[str]:
    query = parse(where, TODAY) if where else None
    found = search(library.connection, parse_words(words), where=query)
    assert found.total == len(found.hits)
    return {hit.name for hit in found.hits}


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("وسيط", {"0"}),
        ("الوسيط", {"0"}),
        ("وساطة", {"0", "3", "4"}),
        ("الوساطة", {"4"}),
        ("«وقف إطلاق النار»", {"0"}),
        ("«وقف لإطلاق النار»", {"2"}),
        ("إطلاق", {"0", "2"}),
        ("الأقص*", {"2"}),
        ("أبريل", {"2"}),
        ("16", {"2"}),
        ("هدنة", {"2", "3"}),
        ("هدنة -وساطة", {"2"}),
        ("هدنة or المصالحة", {"1", "2", "3"}),
        ("حماس (هدنة or المصالحة)", {"1", "2", "3"}),
        ("حماس not (هدنة or المصالحة)", {"0"}),
        ("حماس (هدنة or not المصالحة)", {"0", "2", "3"}),
        ("«بدء الهدنة»", {"3"}),  # in the declared title alone
        ("«الهدنة وأعلنت»", set()),
        ("«مصرية وأعلنت»", set()),  # from one line to the next
        ("بيروت", set()),
        ("marked", set()),
    ],
)
def test_which_articles_say_it(library: Library, words: str, articles: set[str]) -> None:
    assert names(library, words) == articles


def test_only_articles_with_such_an_event(library: Library) -> None:
    assert names(library, "حماس", "since:2022") == {"2"}
    assert names(library, "وساطة", "actor:«عباس كامل»") == set()


@pytest.mark.parametrize("words", ["-هدنة", "not (a or b)", "هدنة or -حماس", ""])
def test_something_has_to_be_said(library: Library, words: str) -> None:
    with pytest.raises(UsageError, match="at least one word"):
        search(library.connection, parse_words(words))


def test_keys_are_asked_of_events() -> None:
    with pytest.raises(QueryError, match="actor: is asked of events") as caught:
        parse_words("هدنة actor:مصر")
    assert (caught.value.start, caught.value.end) == (5, 11)


def test_order_limit_and_offset(tmp_path_factory: pytest.TempPathFactory) -> None:
    texts = (
        ("هدنة.", "2020-01-01"),
        ("هدنة هدنة هدنة.", "2019-01-01"),
        ("هدنة.", None),
        ("هدنة.", "2021-01-01"),
    )
    documents = [
        make_document(
            f"{text} {number}",
            doc_id=str(number),
            published=dt.date.fromisoformat(day) if day else None,
        )
        for number, (text, day) in enumerate(texts)
    ]
    with Library.open(tmp_path_factory.mktemp("order") / "library.sqlite", create=True) as library:
        library.add([Analysis(document, ()) for document in documents])

        def found(order: Order, limit: int = 9, offset: int = 0) -> list[str]:
            result = search(library.connection, parse_words("هدنة"), order=order, limit=limit, offset=offset)
            assert (result.total, result.order) == (4, order)
            return [hit.name for hit in result.hits]

        assert found(Order.RANK)[0] == "1"
        assert found(Order.DATE) == ["3", "0", "1", "2"]
        assert found(Order.DATE, 2, 1) == ["0", "1"]
        assert found(Order.RANK, 2, 2) == found(Order.RANK)[2:]


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=3))
def test_the_index_and_the_text_agree(library: Library, words: list[str]) -> None:
    wanted = parse_words(" ".join(words))
    sought = [phrase(word.strip("«»")) for word in words]
    expected = set()
    for number, title, titled, packed in library.connection.execute(
        "SELECT id, title, titled, text FROM document"
    ):
        lines = lines_of_words(zlib.decompress(packed).decode() + (f"\n{title}" if titled else ""))
        if all(says(lines, one) for one in sought):
            expected.add(number)
    assert {hit.document for hit in search(library.connection, wanted).hits} == expected


def test_a_snippet_is_exact_words_of_the_source(library: Library) -> None:
    [hit] = search(library.connection, parse_words("«وقف لإطلاق النار»")).hits
    document = library.document(hit.document)
    assert hit.snippet.paragraph == 0
    assert hit.snippet.span.cut(document.paragraphs[0].text) == hit.snippet.text
    assert [mark.cut(hit.snippet.text) for mark in hit.snippet.marks] == ["وقف لإطلاق النار"]
    assert (hit.outlet, hit.title) == ("الجزيرة", "الهدنة في غزة")


def test_what_the_title_alone_says_is_shown_there(library: Library) -> None:
    [hit] = search(library.connection, parse_words("بدء")).hits
    assert (hit.snippet.paragraph, hit.snippet.text) == (None, "بدء الهدنة")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(["كلمة", "قَالَ", "وَالوَسِيطُ", "\n", "،", "…", "12", "\u200f"]), max_size=60),
    st.integers(0, 3),
)
def test_snippets_stand_where_they_say(words: list[str], times: int) -> None:
    text = " ".join(["كلام"] * 400 * times + words)
    sought = phrase("وسيط")
    assert sought is not None
    found = snippet(text, None, [sought])
    lines = [p.text for p in make_document(text, doc_id="a").paragraphs]
    if not lines:
        assert found.text == ""
        return
    assert found.paragraph is not None
    line = lines[found.paragraph]
    assert found.span.cut(line) == found.text
    assert found.whole == (found.span.start == 0, found.span.end == len(line))
    assert {mark.cut(found.text) for mark in found.marks} == ({"وَالوَسِيطُ"} if "وَالوَسِيطُ" in words else set())


def test_a_line_of_megabytes_is_looked_through_in_pieces() -> None:
    text = "كلام طويل " * 20_000 + "قال الوسيط المصري " + "كلام طويل " * 2_000
    sought = phrase("الوسيط المصري")
    assert sought is not None
    found = snippet(text, None, [sought])
    assert [mark.cut(found.text) for mark in found.marks] == ["الوسيط المصري"]
    assert found.span.cut(text.strip()) == found.text
