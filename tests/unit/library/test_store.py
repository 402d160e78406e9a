"""What is put into a library is there when it is opened again."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library import Library, LibraryError
from core.library.schema import APPLICATION_ID, newest
from core.model import Analysis
from core.pipeline import analyse
from core.reading import make_document
from core.timeline import build_timeline

TEXTS = (
    "زار وزير الخارجية المصري سامح شكري الدوحة في 3 مايو 2021.\nوقال إن مصر تواصل الوساطة بين الطرفين.",
    (
        "التقى الرئيس الفلسطيني محمود عباس وفدا مصريا في رام الله في 30 مايو 2021.\n"
        "وفي عام 2017 وقعت حركتا فتح وحماس اتفاق المصالحة في القاهرة."
    ),
    "لا تاريخ هنا ولا حدث.",
)


@pytest.fixture(scope="module")
def analyses() -> list[Analysis]:
    return [
        analyse(make_document(text, doc_id=f"article {number}", outlet="صحيفة", uri=f"file-{number}"))
        for number, text in enumerate(TEXTS)
    ]


@pytest.fixture
def library(tmp_path: Path, analyses: list[Analysis]) -> Iterator[Library]:
    with Library.open(tmp_path / "new" / "library.sqlite", create=True) as library:
        library.add(analyses, "rules 1")
        yield library


def test_articles_and_events_come_back_as_they_were(library: Library, analyses: list[Analysis]) -> None:
    numbers = list(library.documents())
    assert [library.document(number) for number in numbers] == [a.document for a in analyses]
    for number, analysis in zip(numbers, analyses, strict=True):
        assert tuple(stored.event for stored in library.events_of(number)) == analysis.events


def test_an_article_put_in_again_is_not_doubled(library: Library, analyses: list[Analysis]) -> None:
    before = [library.count(table) for table in TABLES]
    library.add(analyses, "rules 2")
    assert [library.count(table) for table in TABLES] == before


TABLES = ("document", "event", "actor", "place", "entity", "name", "row", "year")


def test_the_timeline_is_in_the_order_of_the_explorer(library: Library, analyses: list[Analysis]) -> None:
    shown = [event for (event,) in library.connection.execute("SELECT event FROM row ORDER BY position")]
    assert [stored.event.id for stored in library.events(shown)] == [
        row.event.id for row in build_timeline(analyses).rows
    ]
    years = dict(library.connection.execute("SELECT year, count FROM year"))
    assert years == {2017: 1, 2021: 2}


def test_names_lead_to_events_in_any_form(library: Library) -> None:
    for name in ("سامح شكري", "sameh shoukry", "person sameh shoukry"):
        found = library.connection.execute(
            "SELECT a.role FROM name n JOIN actor a ON a.entity = n.entity WHERE n.folded = ?", (name,)
        ).fetchall()
        assert found == [("source",)], name


def test_words_are_found_folded(library: Library) -> None:
    query = "SELECT rowid FROM words WHERE words MATCH ?"
    assert library.connection.execute(query, ('"المصالحه في القاهره"',)).fetchall() == [(2,)]


def test_another_process_reads_what_one_writes(library: Library) -> None:
    with Library.open(library.path, read_only=True) as reader:
        assert reader.count() == len(TEXTS)
        with pytest.raises(sqlite3.OperationalError):
            reader.connection.execute("DELETE FROM document")


def test_a_missing_library_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no such library"):
        Library.open(tmp_path / "none.sqlite")


def test_a_library_of_a_newer_program_is_refused(library: Library) -> None:
    library.connection.execute(f"PRAGMA user_version = {newest() + 1}")
    with pytest.raises(LibraryError, match="newer program"):
        Library.open(library.path)


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(LibraryError, match="no library"):
        Library.open(path, create=True)
    (tmp_path / "text").write_text("words " * 1000)
    with pytest.raises(LibraryError, match="no library"):
        Library.open(tmp_path / "text")


def test_an_empty_library_is_marked_as_ours(tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty.sqlite", create=True) as library:
        assert library.connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert library.connection.execute("PRAGMA user_version").fetchone() == (newest(),)
        assert library.count("row") == 0


OLDER = ("CREATE TABLE document (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",)
NEWER = (*OLDER, "ALTER TABLE document ADD COLUMN mood TEXT; UPDATE document SET mood = 'calm'")


@pytest.mark.parametrize("readers", [False, True])
def test_an_older_library_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, readers: bool
) -> None:
    path = tmp_path / "old.sqlite"
    monkeypatch.setattr("core.library.schema._migrations", lambda: OLDER)
    with Library.open(path, create=True) as old:
        old.connection.execute("INSERT INTO document (name) VALUES ('first')")
    monkeypatch.setattr("core.library.schema._migrations", lambda: NEWER)
    with Library.open(path, read_only=readers) as new:
        assert new.connection.execute("SELECT name, mood FROM document").fetchall() == [("first", "calm")]
        assert new.connection.execute("PRAGMA user_version").fetchone() == (2,)
    with Library.open(path, read_only=True) as reader:
        assert reader.count() == 1


def test_a_step_that_fails_leaves_the_library_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.sqlite"
    monkeypatch.setattr("core.library.schema._migrations", lambda: OLDER)
    Library.open(path, create=True).close()
    broken = (*OLDER, "ALTER TABLE document ADD COLUMN mood TEXT; INSERT INTO nowhere VALUES (1)")
    monkeypatch.setattr("core.library.schema._migrations", lambda: broken)
    with pytest.raises(LibraryError):
        Library.open(path)
    monkeypatch.setattr("core.library.schema._migrations", lambda: OLDER)
    with Library.open(path) as old:
        assert [row[1] for row in old.connection.execute("PRAGMA table_info(document)")] == ["id", "name"]
