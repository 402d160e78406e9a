"""An analysis that takes long says how far it is, and can be left off."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from tests.tui.driver import Driver, explore
from tui.analysis import AnalysisFeed, Progress
from tui.explorer import ExplorerApp
from tui.screens import intake as module
from tui.screens.intake import Intake, clock
from tui.terminal import BidiMode, Profile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from core.model import Analysis

TEXT = """\
في 12 مارس 2018، وصل وفد مصري إلى مدينة غزة لإجراء محادثات مع قيادة حركة حماس.
وفي 3 أبريل 2019 زار وزير الخارجية القطري مدينة رام الله.
"""


@pytest.fixture
def many(tmp_path: Path) -> list[str]:
    """An article, and two that take longer to read than the test looks."""
    short, long = tmp_path / "short.txt", tmp_path / "long.txt"
    short.write_text(TEXT, encoding="utf-8")
    long.write_text(TEXT * 20_000, encoding="utf-8")
    return [str(short), str(long), str(long)]


@asynccontextmanager
async def reading(paths: list[str]) -> AsyncIterator[Driver]:
    feed = AnalysisFeed.start(paths)
    app = ExplorerApp(feed, terminal=Profile(BidiMode.VISUAL, "a test"))
    try:
        async with app.run_test(size=(120, 40)) as pilot:
            yield Driver(app, pilot)
    finally:
        feed.cancel()


async def until_rows(it: Driver) -> None:
    for _ in range(1000):
        if it.list.rows:
            return
        await it.pilot.pause(0.02)
    raise AssertionError("nothing was read")


def intake(it: Driver) -> Intake:
    found = it.screen.parts.intake
    assert found is not None
    return found


def title(it: Driver) -> str:
    return it.lines()[0]


async def test_keys_before_the_first_event_are_answered(many: list[str]) -> None:
    async with reading(many) as it:
        assert not it.list.rows
        await it.press("j")
        assert any("Still being read" in line for line in it.lines())
        await until_rows(it)
        await it.press("j")
        assert it.list.cursor == 1


async def test_the_second_esc_stops_it_and_what_was_found_stays(many: list[str]) -> None:
    async with reading(many) as it:
        await until_rows(it)
        await it.press("tab")
        await it.press("escape")
        assert intake(it).running, "there was a pane to leave"
        assert not any("Esc again" in line for line in it.lines())
        await it.press("escape")
        assert intake(it).running
        assert any("Esc again stops the analysis" in line for line in it.lines())
        await it.press("escape")
        for _ in range(500):
            if not intake(it).running:
                break
            await it.pilot.pause(0.02)
        assert not intake(it).running
        assert it.list.rows
        assert len(it.app._analyses) == 1
        assert "stopped, 2 files left out" in title(it)
        assert not it.app.failures, "it was asked for"
        said = title(it)
        await it.press("escape")
        assert title(it) == said


async def test_the_palette_stops_it(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        stopped: list[bool] = []
        found = it.screen.parts.load("intake")
        assert isinstance(found, Intake)
        await it.press("colon", *"stop the")
        assert not any("Stop the analysis" in line for line in it.lines()), "there is none"
        await it.press("escape")
        found.begin(lambda: stopped.append(True))
        found.note(Progress(1, 3))
        await it.press("colon", *"stop the", "enter")
        assert stopped
        assert found.ended(0) == "stopped, 2 files left out"


async def test_how_far_it_is(analysis: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(module, "monotonic", lambda: now)
    async with explore(analysis) as it:
        found = Intake(it.screen)
        found.begin(lambda: None)
        assert found.said() == "reading…"
        now = 1.0
        found.note(Progress(5, 1000))
        assert found.said() == "analysing 5/1,000", "too early to tell"
        now = 10.0
        found.note(Progress(100, 1000))
        assert found.said() == "analysing 100/1,000 · 10/s · 1:30 left"
        assert found.ended(0) == ""
        assert found.ended(2) == "2 not read"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "0:00"), (59.9, "0:59"), (64, "1:00"), (125, "2:00"), (3666, "1:01:10")]
)
def test_time_as_a_clock_has_it(seconds: float, words: str) -> None:
    assert clock(seconds) == words
