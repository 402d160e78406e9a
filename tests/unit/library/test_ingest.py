"""A run brings a library up to date, and what has not changed costs nothing."""

import datetime as dt
import gzip
import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from core.judgement import Judgement
from core.library import Library
from core.library import ingest as ingest_module
from core.library.engine import local
from core.library.filter import EventFilter
from core.library.ingest import index
from core.library.parcels import Parcel, Worked, work
from core.library.progress import Progress
from core.model import Status
from core.pipeline import analyse
from core.query import parse
from core.reading import read_path
from tests.unit.library.conftest import article, dump, write_articles
from tests.unit.library.saying import said, say


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite", create=True) as library:
        yield library


def names(library: Library) -> list[str]:
    return [library.document(number).id for number in library.documents()]


def found(library: Library) -> list[str]:
    return [stored.event.id for number in library.documents() for stored in library.events_of(number)]


def test_articles_are_what_reading_and_the_road_say(corpus: Path, library: Library) -> None:
    done = index([str(corpus)], library)
    assert (done.files, done.documents, done.problems) == (5, 34, [])
    documents = [document for path in sorted(corpus.iterdir()) for document in read_path(str(path))]
    assert [library.document(number) for number in library.documents()] == documents
    assert found(library) == [event.id for document in documents for event in analyse(document).events]


def test_two_processes_make_the_library_that_one_makes(
    corpus: Path, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest_module, "SIZE", 1000)  # Many parcels of little.
    index([str(corpus)], library)
    with Library.open(tmp_path / "two.sqlite", create=True) as other, local(2) as (make, jobs):
        index([str(corpus)], other, make, jobs=jobs)
    assert dump(tmp_path / "two.sqlite") == dump(library.path)


def test_the_same_again_reads_nothing(
    corpus: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    index([str(corpus)], library)
    before = dump(library.path)
    monkeypatch.setattr("core.library.sources.slices_of", None)
    done = index([str(corpus)], library)
    assert (done.unchanged, done.documents, done.characters) == (5, 0, 0)
    for path in corpus.iterdir():  # Touched, but the same.
        os.utime(path, ns=(1, 1))
    assert index([str(corpus)], library).unchanged == 5
    assert dump(library.path) == before


def test_a_file_that_was_moved_stays_itself(corpus: Path, library: Library) -> None:
    index([str(corpus)], library)
    before = dump(library.path)
    moved = corpus.rename(corpus.parent / "elsewhere")
    done = index([str(moved)], library)
    assert (done.unchanged, done.documents) == (5, 0)
    after = dump(library.path)
    assert after["event"] == before["event"]
    assert library.document(1).uri == str(moved / "a30.txt")
    assert len(after["source"]) == 5


def test_only_new_lines_are_analysed(corpus: Path, library: Library) -> None:
    index([str(corpus)], library)
    write_articles(corpus / "b.jsonl", range(-1, 32))
    done = index([str(corpus)], library)
    assert done.documents == 3  # Two lines are articles that lie there alone, but with an outlet and a date.
    assert library.count() == 37


def test_what_has_gone_from_a_file_goes(corpus: Path, library: Library, tmp_path: Path) -> None:
    index([str(corpus)], library)
    write_articles(corpus / "b.jsonl", range(10, 30))
    (corpus / "a30.txt").write_text(article(40)["text"], encoding="utf-8")
    index([str(corpus)], library)
    assert sorted(names(library)) == sorted(["a30", "a31", "a32", "a33", *(f"a{n}" for n in range(10, 30))])
    with Library.open(tmp_path / "fresh.sqlite", create=True) as fresh:
        index([str(corpus)], fresh)
        assert sorted(found(fresh)) == sorted(found(library))
        query = "SELECT count(*) FROM words WHERE words MATCH 'مصر'"
        assert library.connection.execute(query).fetchone() == fresh.connection.execute(query).fetchone()


def test_one_article_in_two_files_is_one(corpus: Path, library: Library) -> None:
    write_articles(corpus / "c.jsonl", range(20, 25))
    index([str(corpus)], library)
    assert library.count() == 34
    (corpus / "b.jsonl").write_text("", encoding="utf-8")
    done = index([str(corpus)], library)
    assert "is empty" in done.problems[0]
    assert sorted(names(library)) == ["a20", "a21", "a22", "a23", "a24", "a30", "a31", "a32", "a33"]


def test_what_cannot_be_read_is_told_and_tried_again(corpus: Path, library: Library) -> None:
    damaged = corpus / "damaged.jsonl.gz"
    damaged.write_bytes(gzip.compress(b"{}" * 500)[:20])
    with (corpus / "b.jsonl").open("a", encoding="utf-8") as lines:
        lines.write("no json\n")
    done = index([str(corpus), str(corpus / "missing.txt")], library)
    told = "\n".join(done.problems)
    assert "damaged.jsonl.gz" in told
    assert "b.jsonl, line 31" in told
    assert "missing.txt: no such file" in told
    assert library.count() == 34
    write_articles(corpus / "plain.jsonl", range(50, 51))
    damaged.write_bytes(gzip.compress((corpus / "plain.jsonl").read_bytes()))
    assert index([str(damaged)], library).problems == []
    assert library.count() == 35


# ---------------------------------------------------------------------------------- what breaks down


def breaks_on_seven(parcel: Parcel) -> Worked:
    """Analyse, but die of a text with the number seven in it."""
    if parcel.failed is None and any(
        "رقم 7.".encode() in getattr(item, "data", b"") for item in parcel.items
    ):
        raise RecursionError("deep")
    return work(parcel)


def test_an_article_on_which_the_analysis_breaks_down_is_kept_without_events(
    corpus: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest_module, "work", breaks_on_seven)
    done = index([str(corpus)], library)
    assert done.problems == ["a7: the analysis broke down on it (RecursionError)"]
    assert library.count() == 34
    (number,) = [n for n in library.documents() if library.document(n).id == "a7"]
    assert library.document(number).text == article(7)["text"]
    assert library.events_of(number) == []


def test_processes_of_another_version_are_refused(
    corpus: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest_module, "work", lambda parcel: Worked((), "another"))
    with pytest.raises(Exception, match="another version"):
        index([str(corpus)], library)
    assert library.count() == 0


class Counting(ThreadPoolExecutor):
    """Counts what is on its way."""

    def __init__(self) -> None:
        super().__init__(1)
        self.sent: list[Future[object]] = []
        self.most = 0

    def submit(self, *arguments, **named):  # type: ignore[no-untyped-def]
        future = super().submit(*arguments, **named)
        self.sent = [one for one in self.sent if not one.done()] + [future]
        self.most = max(self.most, len(self.sent))
        return future


def test_few_parcels_are_on_their_way_at_a_time(
    corpus: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest_module, "SIZE", 1)
    executor = Counting()
    index([str(corpus)], library, lambda: executor, jobs=1)
    assert 1 < executor.most <= 3


# ---------------------------------------------------------------------------------------- newer rules


def test_newer_rules_analyse_only_what_older_ones_did(
    corpus: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    index([str(corpus / "b.jsonl")], library)
    before = found(library)
    for place in ("core.library.ingest.rules_version", "core.library.parcels.rules_version"):
        monkeypatch.setattr(place, lambda: "newer")
    done = index([str(corpus)], library)
    assert (done.unchanged, done.documents, done.again) == (1, 34, 30)
    assert found(library)[: len(before)] == before
    versions = library.connection.execute(
        "SELECT r.version, count(*) FROM document d JOIN rules r ON r.id = d.rules GROUP BY 1"
    ).fetchall()
    assert versions == [("newer", 34)]
    assert index([str(corpus)], library).documents == 0


def test_what_a_person_said_outlives_a_new_analysis(
    corpus: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    index([str(corpus)], library)
    shown = library.count("row")
    (event,) = library.connection.execute("SELECT event FROM row ORDER BY position LIMIT 1").fetchone()
    say(library, event, status=Status.HIDDEN, note="told twice")
    (stored,) = library.events([event])
    for place in ("core.library.ingest.rules_version", "core.library.parcels.rules_version"):
        monkeypatch.setattr(place, lambda: "newer")
    index([str(corpus)], library)
    assert len(EventFilter(library.connection).events(parse("", dt.date(2022, 8, 8)))) == shown - 1
    again = next(s for s in library.events_of(stored.document) if s.event.id == stored.event.id)
    assert (again.event.status, again.event.note) == ("hidden", "told twice")
    assert said(library, again.number) == Judgement(note="told twice", status=Status.HIDDEN)


def test_a_run_tells_how_far_it_is(corpus: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest_module, "SIZE", 1000)
    done: list[int] = []

    def told(progress: Progress) -> None:
        done.append(progress.bytes_done)

    last = index([str(corpus)], library, told=told)
    assert done == sorted(done)
    assert done[0] < done[-1] == last.bytes_all == sum(path.stat().st_size for path in corpus.iterdir())
