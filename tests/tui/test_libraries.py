"""The explorer on a library."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from core.library import Library, LibraryError
from tests.tui.driver import QUIET, Driver
from tui.explorer import ExplorerApp
from tui.libraries import Libraries
from tui.terminal import BidiMode, Profile
from tui.widgets.why import Why

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from core.model import Analysis


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)
    monkeypatch.setattr("tui.screens.filtering.LOOK_AFTER", QUIET)
    monkeypatch.setattr("tui.screens.finding.LOOK_AFTER", QUIET)
    monkeypatch.setattr("tui.explorer._LOOK_EVERY", QUIET)


@pytest.fixture
def quiet_article(analysis: Analysis) -> Analysis:
    """An article without an event."""
    document = replace(analysis.document, id="quiet", text="خبر", paragraphs=(), title="عنوان هادئ")
    return replace(analysis, document=document, timexes=(), events=())


def make(path: Path, *analyses: Analysis) -> Path:
    with Library.open(path, create=True) as library:
        library.add(analyses)
    return path


@asynccontextmanager
async def explore(*paths: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Driver]:
    libraries = Libraries.open(paths)
    app = ExplorerApp(libraries, terminal=Profile(BidiMode.VISUAL, "a test"))
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Driver(app, pilot)
    finally:
        libraries.close()


def edtfs(it: Driver) -> list[str | None]:
    return [row.event.date.edtf for row in it.screen.timeline.rows]


async def test_the_events_of_a_library_are_walked_and_read(tmp_path: Path, analysis: Analysis) -> None:
    async with explore(make(tmp_path / "news.sqlite", analysis)) as it:
        assert edtfs(it) == ["2018-03-12", "2019-04-03", "2019-09-20?"]
        assert "Timeline · 1/3 · 2018–2019 · news.sqlite" in it.lines()[0]
        assert it.gutter() == {2}
        await it.press("j")
        assert it.gutter() == {4}
        assert "CONSULT 045" in "\n".join(it.drawn(it.screen.query_one(Why)))
        await it.press("enter", "G")
        assert it.list.cursor == 2, "moving in the reader moves the timeline"


async def test_an_empty_library_says_so(tmp_path: Path) -> None:
    async with explore(make(tmp_path / "news.sqlite")) as it:
        assert "No dated event" in it.drawn(it.list)[0]
        await it.press(
            "j", "enter", "escape", "o", "j", "enter", "]", "/", "a", "enter", "n", "f", "a", "enter"
        )
        assert it.app.fault is None


async def test_its_articles_are_listed(tmp_path: Path, analysis: Analysis, quiet_article: Analysis) -> None:
    async with explore(make(tmp_path / "news.sqlite", quiet_article, analysis)) as it:
        await it.press("o", "g")
        assert "Articles · 1/2" in it.lines()[0]
        await it.press("j", "enter")
        assert it.list.cursor == 0
        assert it.reader.document == analysis.document


async def test_it_is_filtered_and_searched(tmp_path: Path, analysis: Analysis) -> None:
    async with explore(make(tmp_path / "news.sqlite", analysis)) as it:
        await it.press("f", *"place:الدوحة", "enter")
        assert edtfs(it) == ["2019-04-03"]
        assert "1/1 of 3" in it.lines()[0]
        await it.press("F")
        assert it.list.cursor == 1, "the event stays selected"
        await it.press("/", *"محادثات", "enter")
        assert "found 2/2" in it.lines()[0]
        await it.press("n")
        assert it.list.cursor == 0


async def test_what_a_run_adds_comes_by_itself(tmp_path: Path, analysis: Analysis) -> None:
    first, second, third = analysis.events
    path = make(tmp_path / "news.sqlite", replace(analysis, events=(second,)))
    async with explore(path) as it:
        assert it.list.selected is not None
        more = replace(analysis.document, id="more", text=analysis.document.text + "\nسطر")
        make(path, replace(analysis, document=more, events=(first, third)))
        for _ in range(500):
            if len(it.list.rows) == 3:
                break
            await it.pilot.pause(QUIET)
        assert edtfs(it) == ["2018-03-12", "2019-04-03", "2019-09-20?"]
        assert it.list.cursor == 1, "the event stays selected"


async def test_l_goes_from_library_to_library(tmp_path: Path, analysis: Analysis) -> None:
    first, second, third = analysis.events
    one = make(tmp_path / "one.sqlite", replace(analysis, events=(first, second)))
    two = make(tmp_path / "two.sqlite", replace(analysis, events=(third,)))
    async with explore(one, two) as it:
        await it.press("j")
        assert "one.sqlite 1/2" in it.lines()[0]
        await it.press("l")
        assert "two.sqlite 2/2" in it.lines()[0]
        assert edtfs(it) == ["2019-09-20?"]
        await it.press("م")
        assert "one.sqlite 1/2" in it.lines()[0]
        assert it.list.cursor == 1, "where one was"


async def test_l_alone_explains_itself(tmp_path: Path, analysis: Analysis) -> None:
    async with explore(make(tmp_path / "one.sqlite", analysis)) as it:
        await it.press("l")
        assert "--library" in "\n".join(it.drawn(it.screen.query_one(Why)))


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (5, 2)])
async def test_it_fits_every_window(tmp_path: Path, analysis: Analysis, size: tuple[int, int]) -> None:
    async with explore(make(tmp_path / "news.sqlite", analysis), size=size) as it:
        await it.press("j", "enter", "o", "j", "escape", "l", "?", "escape", "w", "w")
        assert it.app.fault is None


def test_what_is_no_library_is_refused_in_words(tmp_path: Path, analysis: Analysis) -> None:
    good = make(tmp_path / "good.sqlite", analysis)
    text = tmp_path / "text.sqlite"
    text.write_text("no library")
    with pytest.raises(LibraryError, match="damaged"):
        Libraries.open([good, text])
    with pytest.raises(LibraryError, match="no such library"):
        Libraries.open([tmp_path / "none.sqlite"])


async def test_a_library_that_is_taken_away_is_told_of(tmp_path: Path, analysis: Analysis) -> None:
    path = make(tmp_path / "one.sqlite", analysis)
    # So low a window has no lanes, for which the connection beside the screen's would be open by now.
    async with explore(path, size=(120, 28)) as it:
        path.unlink()
        for keys in (("f", "a", "enter"), ("/", "a", "enter")):
            await it.press(*keys)
            assert "no such library" in "\n".join(it.drawn(it.screen.query_one(Why)))
        await it.press("j")
        assert it.app.fault is None
        assert it.list.cursor == 1


async def test_names_of_the_library_are_offered_and_articles_without_such_events_are_not_listed(
    tmp_path: Path, analysis: Analysis, quiet_article: Analysis
) -> None:
    async with explore(make(tmp_path / "news.sqlite", quiet_article, analysis)) as it:
        await it.press("o")
        assert "Articles · 2/2" in it.lines()[0]
        await it.press("o", "f", *"place:الد", "tab")
        await it.press("enter", "o")
        assert it.filtering.words == "place:الدوحه", (
            "as it is kept: what has no Arabic name of its own is folded"
        )
        assert "Articles with such events · 1/1" in it.lines()[0]
        await it.press("escape", "f", "ctrl+k", "backspace", *"قطار", "enter", "o")
        assert "There is no article" in it.lines()[1]
        await it.press("backspace")
        assert "Articles · 1/2" in it.lines()[0]
