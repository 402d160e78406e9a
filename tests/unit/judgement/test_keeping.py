"""What was said is there: after a kill, beside another process, after other rules, from another folder."""

import asyncio
import os
import pickle
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from core.book import ArticlesBook, Book
from core.judgement import Edit, Judgement, given_date
from core.judgement.attaching import attach
from core.judgement.file import NotebookError
from core.judgement.saying import Said, Told
from core.library import Library, LibraryError
from core.library.book import LibraryBook
from core.library.figures import figures
from core.library.judging import said_figures
from core.library.takeover import take_over
from core.model import Analysis, Event, Span, Status, Trigger
from core.reading import make_document
from tests.unit.judgement.articles import TEXT, TODAY, analyses

ROOT = Path(__file__).resolve().parents[3]
ARTICLES = analyses()
BURST = """
import asyncio, pickle, sys
from pathlib import Path
from core.book import ArticlesBook, Book
from core.judgement import Judgement
from core.library import Library
from core.library.book import LibraryBook

async def say():
    path, told = Path(sys.argv[1]), pickle.load(sys.stdin.buffer)
    here = "library" in path.name
    book = LibraryBook(Library.open(path, read_only=True)) if here else ArticlesBook(told, path)
    rows = (await book.timeline()).rows
    for number in range(int(sys.argv[3])):
        row = rows[number % len(rows)]
        await book.judge(row.event, row.document, Judgement(note=f"{sys.argv[2]} {number}"))
        print(number, flush=True)

asyncio.run(say())
"""


def opened(path: Path, told: Sequence[Analysis] = ARTICLES) -> Book:
    if "library" in path.name:
        return LibraryBook(Library.open(path, read_only=True))
    return ArticlesBook(told, path)


def home(path: Path, kind: str) -> Path:
    path = path / f"{kind}.sqlite"
    if kind == "library":
        with Library.open(path, create=True) as library:
            library.add(ARTICLES, "rules 1")
    return path


def burst(path: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-c", BURST, str(path), name, str(count)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(pickle.dumps(ARTICLES))
    process.stdin.close()
    return process


def notes(path: Path) -> list[str]:
    """Return all that was ever noted, in order, from the journal."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found = connection.execute("SELECT after ->> '$.note' FROM journal ORDER BY id").fetchall()
    connection.close()
    return [note for (note,) in found]


@pytest.mark.parametrize("kind", ["notebook", "library"])
def test_a_kill_loses_nothing_that_was_said(tmp_path: Path, kind: str) -> None:
    path = home(tmp_path, kind)
    process = burst(path, "n", 100_000)
    assert process.stdout is not None
    last = [process.stdout.readline() for _ in range(15)][-1]
    process.send_signal(signal.SIGKILL)
    said = int((process.stdout.read().split() or [last])[-1])
    process.wait()
    kept = notes(path)
    assert kept[: said + 1] == [f"n {number}" for number in range(said + 1)]
    assert len(kept) <= said + 2
    book = opened(path)
    step = asyncio.run(book.undo())
    assert step is not None
    assert step.before is not None
    assert step.before.note == kept[-1]
    book.close()


@pytest.mark.parametrize("kind", ["notebook", "library"])
def test_two_processes_say_things_at_once(tmp_path: Path, kind: str) -> None:
    path = home(tmp_path, kind)
    processes = [burst(path, name, 12) for name in ("one", "other")]
    for process in processes:
        assert process.wait() == 0
    kept = notes(path)
    for name in ("one", "other"):
        assert [note for note in kept if note.startswith(name)] == [f"{name} {n}" for n in range(12)]
    assert len(kept) == 24


# ------------------------------------------------------------------------------------------- other rules


def renamed(event: Event, trigger: Trigger | None) -> Event:
    return replace(event, id=f"new {event.id[:6]}", trigger=trigger)


def by_other_rules() -> list[Analysis]:
    """Return the articles as rules would read them that see further: one word more in each trigger."""
    found = []
    for analysis in ARTICLES:
        events = []
        for event in analysis.events:
            text = analysis.document.paragraphs[event.paragraph].text
            assert event.trigger is not None
            span = Span(event.trigger.span.start, event.trigger.span.end + 4)
            events.append(renamed(event, Trigger(span.cut(text), span, event.trigger.lemma)))
        found.append(replace(analysis, events=tuple(events)))
    return found


def without(words: str) -> list[Analysis]:
    """Return the articles as rules would read them that do not see one event."""
    return [
        replace(analysis, events=tuple(event for event in analysis.events if words not in event.text))
        for analysis in ARTICLES
    ]


@pytest.mark.parametrize("kind", ["notebook", "library"])
def test_other_rules_leave_what_was_said(tmp_path: Path, kind: str) -> None:
    path = home(tmp_path, kind)
    edit = Edit(date=given_date("2020-01-02", TODAY))

    async def first() -> None:
        book = opened(path)
        rows = {row.event.text: row for row in (await book.timeline()).rows}
        bombing = next(row for text, row in rows.items() if "قصفت" in text)
        meeting = next(row for text, row in rows.items() if "التقى" in text)
        await book.judge(bombing.event, bombing.document, Judgement(marked=True, edit=edit))
        await book.judge(meeting.event, meeting.document, Judgement(note="؟"))
        book.close()

    def analysed(told: Sequence[Analysis], rules: str) -> list[Event]:
        if kind == "library":
            with Library.open(path) as library:
                library.add(told, rules)
        book = opened(path, told)
        return [row.event for row in asyncio.run(book.timeline()).rows]

    asyncio.run(first())
    before = analysed(ARTICLES, "rules 1")
    after = analysed(by_other_rules(), "rules 2")
    assert [(e.text, e.date.edtf, e.marked, e.note) for e in after] == [
        (e.text, e.date.edtf, e.marked, e.note) for e in before
    ]
    assert all(event.id.startswith("new") for event in after)

    # Where the event is found no more, a date of the person's stands for itself; a note is listed.
    third = analysed(without("قصفت"), "rules 3")
    assert [(e.date.edtf, e.marked, e.own) for e in third if "قصفت" in e.text] == [
        ("2020-01-02", True, False)
    ]
    assert not opened(path, without("قصفت")).orphans()
    fourth = analysed(without("التقى"), "rules 4")
    assert not [event for event in fourth if "التقى" in event.text]
    (orphan,) = opened(path, without("التقى")).orphans()
    assert orphan.judgement.note == "؟"
    assert "التقى" in orphan.told.event.text

    # What was said of it once is said of it again.
    assert [e.note for e in analysed(ARTICLES, "rules 5") if "التقى" in e.text] == ["؟"]
    assert not opened(path).orphans()

    async def last() -> None:
        book = opened(path)
        assert await book.undo() is not None
        assert await book.undo() is not None
        assert not [row for row in (await book.timeline()).rows if row.event.marked or row.event.note]
        book.close()

    asyncio.run(last())


def said_of(event: Event, offset: int = 0) -> Said:
    return Said(1, b"", event.id, Judgement(marked=True), Told(event, offset))


def test_a_judgement_goes_to_what_shares_most_with_it() -> None:
    document, (event, *others) = ARTICLES[0].document, ARTICLES[0].events
    assert event.trigger is not None
    span = event.trigger.span
    longer = renamed(event, Trigger("", Span(span.start, span.end + 3), ""))
    no_trigger = replace(renamed(event, None), id="no trigger")
    other_date = replace(longer, id="date", date=others[0].date)
    assert list(attach([said_of(event)], document, [no_trigger, other_date, longer]).found) == [longer.id]
    assert list(attach([said_of(event)], document, [no_trigger, *others]).found) == ["no trigger"]
    assert attach([said_of(event)], document, others).lost == (said_of(event),)
    twice = [said_of(event), replace(said_of(event), number=2)]
    attached = attach(twice, document, [longer])
    assert (len(attached.found), len(attached.lost)) == (1, 1)


def test_the_same_article_elsewhere_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"

    async def mark() -> None:
        book = opened(path)
        row = (await book.timeline()).rows[0]
        await book.judge(row.event, row.document, Judgement(marked=True))
        book.close()

    asyncio.run(mark())
    moved = make_document(TEXT, doc_id="another", outlet="صحيفة", uri="/somewhere/else.txt")
    book = opened(path, [replace(ARTICLES[0], document=moved)])
    assert [row.event.marked for row in asyncio.run(book.timeline()).rows] == [True, False, False]
    other = make_document(TEXT, doc_id="another", outlet="صحيفة أخرى")
    book = opened(path, [replace(ARTICLES[0], document=other)])
    assert not any(row.event.marked for row in asyncio.run(book.timeline()).rows)


# ------------------------------------------------------------------------------------------------ files


def test_nothing_is_made_before_something_is_said(tmp_path: Path) -> None:
    path = tmp_path / "new" / "notebook.sqlite"
    book = ArticlesBook(ARTICLES, path)
    assert asyncio.run(book.undo()) is None
    assert not path.parent.exists()


def test_a_notebook_that_cannot_be_used_is_refused_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    path.write_bytes(b"no database " * 100)
    with pytest.raises(NotebookError, match="damaged"):
        ArticlesBook(ARTICLES, path)
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(NotebookError, match="no notebook"):
        ArticlesBook(ARTICLES, path)
    path = home(tmp_path, "later")
    asyncio.run(marked(ArticlesBook(ARTICLES, path)))
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(NotebookError, match="newer program"):
        ArticlesBook(ARTICLES, path)


async def marked(book: Book) -> None:
    row = (await book.timeline()).rows[0]
    try:
        await book.judge(row.event, row.document, Judgement(marked=True))
    finally:
        book.close()


@pytest.mark.skipif(not hasattr(os, "seteuid") or os.geteuid() != 0, reason="somebody else must be become")
def test_a_library_where_nothing_can_be_written_is_read_and_says_so(tmp_path: Path) -> None:
    path = home(tmp_path, "library")
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == 0 and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    path.chmod(0o444)
    os.seteuid(65534)
    try:
        book = opened(path)
        assert len(asyncio.run(book.timeline()).rows) == 4
        with pytest.raises(LibraryError, match="cannot be written"):
            asyncio.run(marked(book))
        notebook = ArticlesBook(ARTICLES, tmp_path / "notebook.sqlite")
        with pytest.raises(NotebookError, match="cannot be opened"):
            asyncio.run(marked(notebook))
        assert asyncio.run(notebook.undo()) is None
    finally:
        os.seteuid(0)


def test_the_tables_are_the_same_in_both_homes(tmp_path: Path) -> None:
    def schema(path: Path) -> list[tuple[str, str]]:
        connection = sqlite3.connect(path)
        return connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
            " AND (tbl_name = 'judgement' OR tbl_name = 'journal') ORDER BY name"
        ).fetchall()

    path = home(tmp_path, "notebook")
    asyncio.run(marked(opened(path)))
    one, other = schema(path), schema(home(tmp_path, "library"))
    assert [name for name, _ in one] == [name for name, _ in other]
    assert len(one) == 4


def test_a_library_takes_over_what_was_said_before_once(tmp_path: Path) -> None:
    notebook, path = home(tmp_path, "notebook"), home(tmp_path, "library")
    asyncio.run(marked(opened(notebook)))
    with Library.open(path) as library:
        assert take_over(library, tmp_path / "none.sqlite") == 0
        assert take_over(library, notebook) == 1
        assert take_over(library, notebook) == 0
        assert said_figures(library.connection).marked == figures(library).said.marked == 1
        rows = asyncio.run(LibraryBook(library).timeline()).rows
        assert [row.event.marked for row in rows] == [True, False, False, False]


def test_a_library_of_before_keeps_what_was_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.library import schema

    steps = schema._migrations()
    monkeypatch.setattr(schema, "_migrations", lambda: steps[:1])
    path = tmp_path / "library.sqlite"
    event = ARTICLES[0].events[0].id
    with Library.open(path, create=True) as library:
        library.connection.executemany(
            "INSERT INTO judgement VALUES (x'01', ?, ?, ?, '2022-08-08T00:00:00+00:00')",
            [(event, "note", "؟"), (event, "mark", "1"), (event, "status", "hidden")],
        )
    monkeypatch.setattr(schema, "_migrations", lambda: steps)
    with Library.open(path) as library:
        (said,) = LibraryBook(library).orphans()
        assert (said.event, said.judgement) == (
            event,
            Judgement(marked=True, note="؟", status=Status.HIDDEN),
        )
