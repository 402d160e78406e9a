"""What is said while a run goes on, and what a run makes of what was said."""

import asyncio
import datetime as dt
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from core.book import ArticlesBook
from core.judgement import Added, Aspect, Edit, Judgement, given_date
from core.library import Library
from core.library import ingest as ingest_module
from core.library.book import LibraryBook
from core.library.figures import figures
from core.library.ingest import index
from core.model import Span, Status
from core.pipeline import analyse
from core.reading import read_path
from core.timeline import Row
from tests.unit.library.conftest import dump, write_articles

TODAY = dt.date(2022, 8, 8)


def shown(row: Row) -> tuple[object, ...]:
    event = row.event
    return (event.id, event.date.edtf, event.status, event.marked, event.note, event.category, row.outlets)


def test_what_is_said_while_a_run_goes_on_is_kept_and_so_is_the_run(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    monkeypatch.setattr(ingest_module, "SIZE", 1000)
    with Library.open(path, create=True) as library:
        index([str(corpus)], library)
    write_articles(corpus / "c.jsonl", range(40, 70))
    done: list[list[str]] = []

    def run() -> None:
        with Library.open(path) as library:
            done.append(index([str(corpus)], library).problems)

    running = threading.Thread(target=run)

    async def say() -> int:
        book = LibraryBook(Library.open(path, read_only=True))
        count = 0
        running.start()
        while running.is_alive() or count < 10:
            rows = (await book.timeline()).rows
            row = rows[7 * count % len(rows)]
            if row.event.id:
                await book.judge(row.event, row.document, Judgement(note=str(count)))
                await book.add(row.document, Added(0, Span(0, 3 + count), given_date("2021-05-03", TODAY)))
                count += 1
        book.close()
        return count

    count = asyncio.run(say())
    running.join()
    assert done == [[]]
    with Library.open(path) as library:
        assert library.count() == 64
        said = figures(library).said
        assert (said.added, said.orphans) == (count, 0)
        book = LibraryBook(library)
        for _ in range(2 * count):
            step = asyncio.run(book.undo())
            assert step is not None
            assert step.aspects in ((Aspect.NOTE,), (Aspect.ADDITION,))
        assert asyncio.run(book.undo()) is None
        index([str(corpus)], library)
        book.close()
    with Library.open(tmp_path / "plain.sqlite", create=True) as plain:
        index([str(corpus)], plain)
        assert sorted(stored(plain)) == sorted(stored(Library.open(path)))


def stored(library: Library) -> list[tuple[str, int]]:
    rows = asyncio.run(LibraryBook(library).timeline()).rows
    return [(row.event.id, row.outlets) for row in rows]


def test_a_run_compares_events_as_the_person_wants_them(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    visit = "وصل وزير الخارجية المصري سامح شكري إلى الدوحة في {} والتقى أمير قطر الشيخ تميم بن حمد آل ثاني."
    for number, day in enumerate(("3 مايو 2021", "3 مايو 2021", "30 مايو 2021")):
        text = visit.format(day) + f"\nنص من الصحيفة رقم {number}."
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    analyses = [analyse(d) for path in sorted(folder.iterdir()) for d in read_path(str(path))]
    memory = ArticlesBook(analyses, tmp_path / "notebook.sqlite")

    async def same(library: Library, said: Judgement, told: str) -> list[tuple[object, ...]]:
        """Say the same in memory and in the library, and let a run see to the rest."""
        book = LibraryBook(library)
        for one in (memory, book):
            rows = [row for row in (await one.timeline(hidden=True)).rows if row.event.date.edtf == told]
            row = min(rows, key=lambda row: row.event.id)
            await one.judge(row.event, row.document, said)
        index([str(folder)], library)
        found = [shown(row) for row in (await book.timeline()).rows]
        book.close()
        assert found == [shown(row) for row in (await memory.timeline()).rows]
        return found

    with Library.open(tmp_path / "library.sqlite", create=True) as library:
        index([str(folder)], library)
        assert len(stored(library)) == 2
        away = Judgement(edit=Edit(date=given_date("2021-05-03", TODAY)))
        assert [row[-1] for row in asyncio.run(same(library, away, "2021-05-30"))] == [3]
        there = Judgement(edit=Edit(date=given_date("2021-06-20", TODAY)))
        assert [row[-1] for row in asyncio.run(same(library, there, "2021-05-03"))] == [2, 1]
        hidden = Judgement(status=Status.HIDDEN)
        assert len(asyncio.run(same(library, hidden, "2021-05-03"))) == 2


def test_a_run_takes_over_the_notebook_and_says_so(corpus: Path, tmp_path: Path) -> None:
    notebook = tmp_path / "notebook.sqlite"
    (path,) = corpus.glob("a30.txt")
    book = ArticlesBook([analyse(document) for document in read_path(str(path))], notebook)

    async def say() -> None:
        row = (await book.timeline()).rows[0]
        await book.judge(row.event, row.document, replace(book.said(row.event, row.document), marked=True))
        book.close()

    asyncio.run(say())
    with Library.open(tmp_path / "library.sqlite", create=True) as library:
        assert index([str(corpus)], library, notebook=notebook).judged == 1
        rows = asyncio.run(LibraryBook(library).timeline()).rows
        assert [row.event.marked for row in rows].count(True) == 1
        before = dump(library.path)
        assert index([str(corpus)], library, notebook=notebook).judged == 0
        assert dump(library.path)["judgement"] == before["judgement"]
        (tmp_path / "broken.sqlite").write_bytes(b"broken" * 1000)
        assert "damaged" in index([str(corpus)], library, notebook=tmp_path / "broken.sqlite").problems[0]
