"""What several articles tell of is one row of the library's timeline, as it is in memory."""

from pathlib import Path

import pytest

from core.library import Library
from core.library import ingest as ingest_module
from core.library import merging as merging_module
from core.library.engine import local
from core.library.ingest import index
from core.library.windows import LONGER, WEEK, window
from core.model import Status
from core.pipeline import analyse
from core.reading import read_path
from core.timeline import build_timeline
from tests.unit.library.conftest import dump
from tests.unit.library.saying import say

VISIT = "وصل وزير الخارجية المصري سامح شكري إلى الدوحة في {} والتقى أمير قطر الشيخ تميم بن حمد آل ثاني."
DAYS = ("3 مايو 2021", "30 مايو 2021", "31 مايو 2021", "1 يونيو 2021", "7 يونيو 2021", "عام 2019")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Every visit told by three articles, in files of their own."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for outlet in range(3):
        for number, day in enumerate(DAYS):
            text = VISIT.format(day) + f"\nنص من الصحيفة رقم {outlet} عن الزيارة {number}."
            (folder / f"{number}-{outlet}.txt").write_text(text, encoding="utf-8")
    return folder


def in_memory(corpus: Path) -> list[tuple[str, int]]:
    analyses = [analyse(d) for p in sorted(corpus.iterdir()) for d in read_path(str(p))]
    return [(row.event.id, row.outlets) for row in build_timeline(analyses).rows]


def rows(library: Library) -> list[tuple[str, int]]:
    shown = [event for (event,) in library.connection.execute("SELECT event FROM row ORDER BY position")]
    return [
        (stored.event.id, stored.outlets)
        for stored in library.events(shown)
        if stored.event.status is not Status.HIDDEN
    ]


def test_the_timeline_is_the_one_that_memory_has(corpus: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite", create=True) as library:
        index([str(corpus)], library)
        assert rows(library) == in_memory(corpus)
        assert max(outlets for _, outlets in rows(library)) == 3
        assert library.count("pending") == 0


def test_file_by_file_it_is_the_same(corpus: Path, tmp_path: Path) -> None:
    with (
        Library.open(tmp_path / "once.sqlite", create=True) as once,
        Library.open(tmp_path / "often.sqlite", create=True) as often,
    ):
        index([str(corpus)], once)
        for path in sorted(corpus.iterdir()):
            index([str(path)], often)
        one, other = dump(once.path), dump(often.path)
        assert [one[table] for table in TABLES] == [other[table] for table in TABLES]


TABLES = ("event", "link", "conflict", "row", "year", "actor", "place")


def test_processes_compare_as_one_does(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest_module, "SIZE", 1000)
    monkeypatch.setattr(merging_module, "_TELLINGS", 1)
    with Library.open(tmp_path / "one.sqlite", create=True) as library:
        index([str(corpus)], library)
    with Library.open(tmp_path / "two.sqlite", create=True) as library, local(2) as (make, jobs):
        index([str(corpus)], library, make, jobs=jobs)
    assert dump(tmp_path / "one.sqlite") == dump(tmp_path / "two.sqlite")


def test_what_goes_from_the_library_stands_for_nothing(corpus: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite", create=True) as library:
        index([str(corpus)], library)
        for number in range(len(DAYS)):
            (corpus / f"{number}-0.txt").write_text("لا شيء هنا.", encoding="utf-8")
        index([str(corpus)], library)
        assert sorted(rows(library)) == sorted(in_memory(corpus))


def test_another_telling_stands_for_one_that_is_hidden(corpus: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite", create=True) as library:
        index([str(corpus)], library)
        (event,) = library.connection.execute(
            "SELECT event FROM row ORDER BY position DESC LIMIT 1"
        ).fetchone()
        before = rows(library)
        say(library, event, status=Status.HIDDEN)
        after = rows(library)
        assert len(after) == len(before)
        assert before[-1] not in after
        assert after[-1][1] == before[-1][1] - 1
        index([str(corpus)], library)
        assert rows(library) == after


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [(7, 7, WEEK), (7, 13, WEEK), (7, 14, LONGER), (None, 7, WEEK), (7, None, WEEK)],
)
def test_a_window_holds_the_days_that_belong_to_it(first: int | None, last: int | None, span: str) -> None:
    here = window(first, last)
    assert here is not None
    assert here.span == span
    assert here.first <= 7 <= here.last


def test_what_has_no_day_belongs_to_no_window() -> None:
    assert window(None, None) is None
