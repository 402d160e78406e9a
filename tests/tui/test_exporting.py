"""Taking away what is shown."""

from __future__ import annotations

import asyncio
import csv
import json
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from core.export.formats import FORMATS, encoded
from core.export.tally import Tally
from core.library import Library
from core.model import Analysis, Status
from tests.tui.driver import QUIET, Driver, explore
from tui.cli import main
from tui.libraries import Libraries
from tui.screens.exporting import Exporting
from tui.widgets.why import Why

if TYPE_CHECKING:
    from pathlib import Path

NAMES = list(FORMATS)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)
    monkeypatch.setattr("tui.screens.filtering.LOOK_AFTER", QUIET)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


def exporting(it: Driver) -> Exporting:
    part = it.screen.parts.load("export")
    assert isinstance(part, Exporting)
    return part


async def begin(it: Driver, name: str) -> None:
    """Go to a format, and on to the line for the file."""
    await it.press("s", "g", *["j"] * NAMES.index(name), "enter")


async def write(it: Driver, name: str, *keys: str) -> None:
    """Go to a format, give the name of a file, and wait until it is there."""
    await begin(it, name)
    await it.press(*keys, "enter")
    while exporting(it).writing:
        await it.pilot.pause(QUIET)


def told(it: Driver) -> str:
    return "\n".join(it.drawn(it.screen.query_one(Why)))


async def test_s_offers_the_formats_and_says_what_each_is_for(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("س", "j")
        assert "Export as · 2/9" in it.lines()[0]
        assert [line.split()[0].lstrip("▌") for line in it.lines()[1:10]] == NAMES
        assert "3 events, as shown" in told(it)
        assert "R, pandas" in told(it)
        await it.press("escape")
        assert "Timeline" in it.lines()[0]


async def test_what_is_shown_is_written_where_the_line_says(analysis: Analysis, tmp_path: Path) -> None:
    async with explore(analysis) as it:
        await it.press("f", *"محادثات", "enter")
        await write(it, "csv")
        path = tmp_path / "article.csv"
        rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
        assert [row["id"] for row in rows] == ["event-2", "event-4"]
        assert "2 events → ~/article.csv" in told(it)
        assert "Timeline · 1/2 of 3" in it.lines()[0]
        await write(it, "markdown", *"report.md")
        assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("# Timeline")


async def test_what_is_hidden_stays_here_and_what_has_no_room_is_said(
    analysis: Analysis, tmp_path: Path
) -> None:
    first, second, third = analysis.events
    hidden = replace(second, status=Status.HIDDEN)
    undated = replace(third, date=replace(third.date, edtf=None, start=None, end=None))
    async with explore(replace(analysis, events=(first, undated))) as it:
        it.screen.timeline.rows = (  # type: ignore[misc]
            *it.screen.timeline.rows,
            replace(it.screen.timeline.rows[0], event=hidden),
        )
        await write(it, "timelinejs")
        slides = json.loads((tmp_path / "article.timeline.json").read_text(encoding="utf-8"))["events"]
        assert [slide["unique_id"] for slide in slides] == ["event-2"]
        assert "1 event, 1 left out (without a day or year)" in told(it)
        await write(it, "graphml")
        assert "nothing written" in told(it)
        assert not list(tmp_path.glob("*.graphml"))


async def test_a_file_that_is_there_is_asked_about_once(analysis: Analysis, tmp_path: Path) -> None:
    path = tmp_path / "أحداث.csv"
    path.write_text("mine", encoding="utf-8")
    async with explore(analysis) as it:
        await begin(it, "csv")
        await it.press(*"أحداث.csv", "enter")
        assert "Enter again overwrites it" in it.lines()[-2]
        assert it.lines()[-2].count("▼") == len("أحداث.csv")
        await it.press("backspace", "v", "enter")
        assert "Enter again" in it.lines()[-2], "another name begins anew"
        assert path.read_text(encoding="utf-8") == "mine"
        await it.press("enter")
        while exporting(it).writing:
            await it.pilot.pause(QUIET)
        assert path.read_text(encoding="utf-8").startswith("id,")
        await begin(it, "csv")
        await it.press(*"no/such.csv", "enter")
        assert "there is no such folder" in it.lines()[-2]
        await it.press("escape", "escape")
        assert not list(tmp_path.glob("no*"))


async def test_tab_completes_folders_and_files(analysis: Analysis, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one.csv").touch()
    (tmp_path / "reports" / "other.csv").touch()
    async with explore(analysis) as it:
        await begin(it, "csv")
        await it.press(*"~/rep", "tab", "tab")
        assert "~/reports/o" in it.lines()[-1]
        assert "one.csv" in it.lines()[-2]
        await it.press("tab", "tab")
        assert "~/reports/other.csv" in it.lines()[-1]
        await it.press("shift+tab")
        assert "~/reports/one.csv" in it.lines()[-1]


async def test_escape_stops_it_and_leaves_no_half_file(
    analysis: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = asyncio.Event()
    monkeypatch.setattr("tui.exporting.asyncio", SimpleNamespace(sleep=lambda _: never.wait()))
    monkeypatch.setattr("tui.screens.exporting._SAY_EVERY", QUIET)
    async with explore(analysis) as it:
        await begin(it, "jsonl")
        await it.press("enter", "j")
        while "writing" not in it.lines()[0]:
            await it.pilot.pause(QUIET)
        assert "2/3" in it.lines()[0], "one can go on meanwhile"
        assert "writing 1 of 3, Esc stops" in it.lines()[0]
        assert list(tmp_path.glob(".*")), "what is written so far bears another name"
        await it.press("s")
        assert "still being written" in told(it)
        await it.press("escape")
        while exporting(it).writing:
            await it.pilot.pause(QUIET)
        assert "Stopped" in told(it)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (5, 2)])
async def test_it_can_be_done_in_any_window(
    analysis: Analysis, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with explore(analysis, size=size) as it:
        await write(it, "jsonl")
        assert len((tmp_path / "article.jsonl").read_text(encoding="utf-8").splitlines()) == 3
        await begin(it, "jsonl")
        await it.press("enter")
        if size[0] > 5:
            assert "Enter again" in "".join(it.lines()[-4:])
        assert all(len(line) <= size[0] + 1 for line in it.lines())


async def test_a_library_gives_what_extract_gives(analysis: Analysis, tmp_path: Path) -> None:
    """The whole way: filter, export from inside as two formats; the command line writes the same bytes."""
    path = tmp_path / "library.sqlite"
    with Library.open(path, create=True) as library:
        library.add([analysis])
    libraries = Libraries.open([path])
    from tui.explorer import ExplorerApp
    from tui.terminal import BidiMode, Profile

    app = ExplorerApp(libraries, terminal=Profile(BidiMode.VISUAL, "a test"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        it = Driver(app, pilot)
        await it.press("f", *"since:2019 محادثات or الوفد", "enter")
        for name in ("csv", "timelinejs"):
            await write(it, name)
    libraries.close()
    for name in ("csv", "timelinejs"):
        inside = tmp_path / f"library{FORMATS[name].suffix}"
        outside = tmp_path / f"outside{FORMATS[name].suffix}"
        words = ["extract", "--library", str(path), "--where", "since:2019 محادثات or الوفد"]
        assert main([*words, "--format", name, "--output", str(outside)]) == 0
        assert inside.read_bytes() == outside.read_bytes()
        assert b"event-4" in inside.read_bytes()
        assert b'event-2"' not in inside.read_bytes()


def test_the_memory_of_a_format_is_told_its_events(analysis: Analysis) -> None:
    """At least one piece an event, so that keys have their turn between two."""
    for form in FORMATS.values():
        pieces = [encoded(piece) for piece in form.lines(analysis.events * 10, Tally())]
        assert len(pieces) >= 30, form.name


@pytest.mark.parametrize("stored", [False, True])
async def test_the_order_that_is_chosen_is_that_of_the_file_and_each_event_is_there_once(
    analysis: Analysis, tmp_path: Path, stored: bool
) -> None:
    from tui.explorer import ExplorerApp
    from tui.terminal import BidiMode, Profile

    with Library.open(tmp_path / "article.sqlite", create=True) as library:
        library.add([analysis])
    libraries = Libraries.open([tmp_path / "article.sqlite"])
    app = ExplorerApp(libraries if stored else [analysis], terminal=Profile(BidiMode.VISUAL, "a test"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        it = Driver(app, pilot)
        await it.press("i")
        await it.press("i")
        while it.screen.timeline.in_order is it.screen.timeline:
            await it.press("i")
        shown = list(dict.fromkeys(row.event.id for row in it.screen.timeline.rows))
        assert len(it.screen.timeline.rows) >= len(shown) == 3
        await write(it, "csv")
    libraries.close()
    rows = csv.DictReader((tmp_path / "article.csv").open(encoding="utf-8", newline=""))
    assert [row["id"] for row in rows] == shown
