"""What a library is said to hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library import Library
from core.library.figures import Count, Unread, figures
from core.library.schema import newest
from tests.unit.library.small import analyses, small_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with small_library(tmp_path / "library.sqlite", analyses()) as library:
        yield library


def test_figures_of_a_small_library(library: Library) -> None:
    told = analyses()
    found = figures(library)
    assert found.articles == len(told)
    assert found.characters == sum(len(analysis.document.text) for analysis in told)
    assert found.outlets[0] == Count("صدى البلد", 2)
    assert found.events == library.count("event")
    assert found.shown == library.count("row") <= found.events
    assert found.days == ("2014-01-01", "2022-04-16")
    assert found.contradicted == 1
    assert sum(count.count for count in found.categories) <= found.shown
    assert Count("حركة حماس", found.actors[0].count, "Hamas") in found.actors
    assert found.actors[0].count >= found.actors[-1].count
    assert found.mediators
    assert {count.name for count in found.rules} == {""}
    assert (found.unread, found.unread_count) == ((), 0)
    assert found.bytes >= library.path.stat().st_size
    assert found.version == newest()


def test_what_could_not_be_read_is_named_with_its_reason(library: Library) -> None:
    db = library.connection
    db.execute("INSERT INTO source (id, path, problem) VALUES (1, 'a.pdf', 'no text in it')")
    db.execute("INSERT INTO source (id, path) VALUES (2, 'b.jsonl')")
    db.execute(
        "INSERT INTO source_document (source, was, slice, ordinal, problem)"
        " VALUES (2, 0, 0, 7, 'line 8: no text')"
    )
    db.execute("UPDATE document SET rules = NULL, problem = 'too odd' WHERE id = 1")
    found = figures(library)
    assert set(found.unread) == {
        Unread("a.pdf", "no text in it"),
        Unread("b.jsonl", "line 8: no text"),
        Unread("0", "too odd"),
    }
    assert (found.unread_count, found.files) == (3, 2)


def test_an_empty_library_has_figures_too(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite", create=True) as library:
        found = figures(library)
    assert (found.articles, found.events, found.published, found.days, found.outlets) == (
        0,
        0,
        None,
        None,
        (),
    )
