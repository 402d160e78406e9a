"""The place where one left is kept, and come back to when the same is opened again."""

from __future__ import annotations

import json
import shutil
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from core.library import Library
from core.reading import make_document
from tests.tui.driver import Driver
from tui.explorer import ExplorerApp
from tui.libraries import Libraries
from tui.places import keep_place, place_of_articles, read_place
from tui.screens.returning import Returning
from tui.state import state_file
from tui.terminal import BidiMode, Profile
from tui.wishes import Return

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from core.model import Analysis


@pytest.fixture(autouse=True)
def _nowhere_yet() -> Iterator[None]:
    shutil.rmtree(state_file("places"), ignore_errors=True)
    yield
    shutil.rmtree(state_file("places"), ignore_errors=True)


@pytest.fixture
def library(tmp_path: Path, analysis: Analysis) -> Path:
    path = tmp_path / "news.sqlite"
    with Library.open(path, create=True) as made:
        made.add([analysis])
    return path


@asynccontextmanager
async def opened(*paths: Path, place: Return | None = None) -> AsyncIterator[Driver]:
    libraries = Libraries.open(paths)
    app = ExplorerApp(libraries, terminal=Profile(BidiMode.VISUAL, "a test"), place=place or Return())
    async with app.run_test(size=(120, 40)) as pilot:
        it = Driver(app, pilot)
        await it.quiet()
        yield it
    libraries.close()


def files() -> list[Path]:
    return sorted(state_file("places").glob("*.json"))


async def test_one_comes_back_to_event_pane_filter_words_zoom_and_layout(library: Path) -> None:
    async with opened(library) as it:
        await it.press("G", "w", "z")
        await it.press("H", "i")
        await it.press("/", *"2019", "escape")
        await it.press("f", *"since:2018", "enter")
        selected = it.screen.selected
        await it.press("tab")
        await it.press("j", "j")
        place, unit = it.reader.place(), it.screen.query_one("Histogram").unit  # type: ignore[attr-defined]
        layout = it.screen.arrangement
        await it.press("q")
    async with opened(library) as it:
        assert it.screen.selected == selected
        assert it.screen.reading
        assert it.reader.place() == place
        assert it.screen.arrangement is layout
        assert it.screen.desk.hidden
        assert it.screen.parts.groups is not None
        assert not it.screen.parts.groups.arrangement.plain
        assert it.filtering.words == "since:2018"
        assert it.finding.words == "2019"
        assert it.screen.query_one("Histogram").unit is unit  # type: ignore[attr-defined]


async def test_the_place_is_there_in_the_first_frame(library: Path) -> None:
    async with opened(library) as it:
        await it.press("G", "q")
        last = it.screen.selected
    app = ExplorerApp(Libraries.open([library]), terminal=Profile(BidiMode.VISUAL, "a test"), place=Return())
    first: list[str | None] = []
    begun = app._first_frame_stands
    app._first_frame_stands = lambda: (first.append(app.explorer.selected), begun())[1]  # type: ignore[method-assign, func-returns-value]
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
    assert first == [last]


async def test_what_is_kept_is_small_and_holds_no_word_of_an_article(
    library: Path, analysis: Analysis
) -> None:
    async with opened(library) as it:
        await it.press("G", "q")
    (file,) = files()
    kept = file.read_text(encoding="utf-8")
    assert len(kept) < 500
    assert not any(word in kept for word in analysis.document.text.split() if len(word) > 2)


@pytest.mark.parametrize(
    ("place", "kept", "back"),
    [
        (Return(back=False), 1, False),
        (Return(keep=False, back=False), 0, False),
        (Return(), 1, True),
    ],
)
async def test_it_can_be_left_off(library: Path, place: Return, kept: int, back: bool) -> None:
    async with opened(library) as it:
        begun = it.screen.selected
        await it.press("G", "q")
        left = it.screen.selected
    assert left != begun
    saved = files()[0].read_text(encoding="utf-8")
    async with opened(library, place=place) as it:
        assert (it.screen.selected == left) is back
        await it.press("j", "q")
    assert (files()[0].read_text(encoding="utf-8") != saved) is (kept == 1 and not back)


@pytest.mark.parametrize(
    "place",
    [
        {"event": "gone"},
        {"event": 3, "line": "x", "layout": "upside down", "at": "?", "reading": True, "parts": []},
        {"event": None, "parts": {"find": 1, "axis": {"unit": []}, "none": {}, "filter": {"words": "type:"}}},
        {"line": -5, "reading": True, "at": [10**9, -1]},
    ],
)
async def test_what_is_damaged_or_gone_does_no_harm(library: Path, place: dict[str, Any]) -> None:
    async with opened(library) as it:
        event = it.screen.selected
        await it.press("q")
    (file,) = files()
    keep_place(file.stem, {"event": event, **place})
    async with opened(library) as it:
        assert it.screen.selected == event
        await it.press("q")
    file.write_text("[", encoding="utf-8")
    assert read_place(file.stem) is None
    file.write_text(json.dumps({"version": 99, "event": event}), encoding="utf-8")
    assert read_place(file.stem) is None


async def test_every_library_has_a_place_of_its_own(library: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    shutil.copy(library, other)
    async with opened(library, other) as it:
        first = it.screen.selected
        await it.press("l", "G", "q")
        last = it.screen.selected
    async with opened(other, library) as it:
        assert it.screen.selected == last
        await it.press("l")
        assert it.screen.selected == first


async def test_an_event_that_comes_later_is_waited_for_until_one_goes_elsewhere(analysis: Analysis) -> None:
    from core.timeline import build_timeline

    async def run(*keys: str) -> str | None:
        app = ExplorerApp((), terminal=Profile(BidiMode.VISUAL, "a test"), place=Return())
        async with app.run_test(size=(120, 40)) as pilot:
            it = Driver(app, pilot)
            await it.quiet()
            place = it.screen.parts.load("place")
            assert isinstance(place, Returning)
            place.open("some", back=True)
            it.screen.show(build_timeline([]), "analysing", more=True)
            some = replace(analysis, events=analysis.events[:2])
            it.screen.show(build_timeline([some]), "analysing", more=True)
            place.keep()
            await it.press(*keys)
            it.screen.show(build_timeline([analysis]), "")
            await it.quiet()
            return it.screen.selected

    keep_place("some", {"event": analysis.events[2].id})
    assert await run() == analysis.events[2].id
    assert read_place("some") == {"version": 1, "event": analysis.events[2].id}, "kept until it has come"
    assert await run("j") == analysis.events[1].id


def test_articles_are_known_by_path_or_by_text() -> None:
    read = make_document("نص", doc_id="stdin")
    assert place_of_articles(["a", "b"]) == place_of_articles(["b", "./a"])
    assert place_of_articles([], [read]) != place_of_articles([])
    assert place_of_articles([], [read]) == place_of_articles([], [make_document("نص", doc_id="other")])


def test_the_oldest_places_go() -> None:
    for number in range(205):
        keep_place(f"{number:03}", {"event": "x"})
    assert len(files()) == 200
