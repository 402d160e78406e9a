"""Going to a date as people say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.driver import QUIET, Driver, explore
from tests.tui.test_histogram import DAYS, dated, selected
from tui.screens.going import Going
from tui.widgets.findbar import Found
from tui.widgets.why import Why

if TYPE_CHECKING:
    from core.model import Analysis


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)
    monkeypatch.setattr("tui.screens.going.LOOK_AFTER", QUIET)


def found(it: Driver) -> str:
    going = it.screen.parts.load("date")
    assert isinstance(going, Going)
    assert going.bar is not None
    return going.bar.query_one(Found).render_line(0).text


def told(it: Driver) -> str:
    return "\n".join(it.drawn(it.screen.query_one(Why)))


@pytest.mark.parametrize(
    ("words", "means", "there"),
    [
        ("2021", "2021 4 events", "2021-05-03"),
        ("مايو 2021", "2021-05 3 events", "2021-05-03"),
        ("٢٠٢٠", "2020 3 events", "2020-09-10"),
        ("رمضان 1442", "2021-04-13/2021-05-12 2 events", "2021-05-03"),
        ("202X", "2020/2029 7 events", "2020-09-10"),
        ("20 September 2020", "2020-09-20 1 event", "2020-09-20"),
    ],
)
async def test_a_date_is_read_while_it_is_typed_and_gone_to(
    analysis: Analysis, words: str, means: str, there: str
) -> None:
    async with explore(dated(analysis)) as it:
        await it.press("t", *words)
        assert means in found(it)
        assert selected(it) == DAYS[0], "not before Enter"
        await it.press("enter")
        assert selected(it) == there
        assert "nothing" not in told(it)
        assert it.screen.asking is None


async def test_enter_right_behind_the_words_waits_until_they_are_read(analysis: Analysis) -> None:
    async with explore(dated(analysis)) as it:
        await it.press("ف", *"2020-09", "enter")
        assert selected(it) == "2020-09-10"


async def test_where_nothing_is_the_next_is_said(analysis: Analysis) -> None:
    async with explore(dated(analysis)) as it:
        await it.press("t", *"2020-10", "enter")
        assert selected(it) == "2020-12-09"
        assert "nothing on 2020-10; the next is 2020-12-09" in told(it)
        await it.press("t", *"2035", "enter")
        assert selected(it) == DAYS[-1]
        assert "nothing on 2035 or later; the last is 2021-06-15" in told(it)
        await it.press("k", "t", *"../2019", "enter")
        assert selected(it) == DAYS[0]


async def test_esc_stays_where_one_was(analysis: Analysis) -> None:
    async with explore(dated(analysis)) as it:
        await it.press("j", "t", *"2021", "escape")
        assert selected(it) == DAYS[1]
        await it.press("t", "enter")
        assert selected(it) == "2021-05-03", "the words are still there"


async def test_what_is_no_date_is_said_in_words(analysis: Analysis) -> None:
    async with explore(dated(analysis)) as it:
        await it.press("t", *"2021-13")
        assert "?" in found(it)
        await it.press("enter")
        assert "«2021-13» is no date" in told(it)
        await it.press("t", *"2021/2019", "enter")
        assert "ends before it begins" in told(it)
        assert selected(it) == DAYS[0]
        await it.press("t", "backspace", "enter")
        assert selected(it) == DAYS[0]
    async with explore(dated(analysis, (None,))) as it:
        await it.press("t", *"2021", "enter")
        assert "No event has a date." in told(it)


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (5, 2)])
async def test_the_line_fits_every_window(analysis: Analysis, size: tuple[int, int]) -> None:
    async with explore(dated(analysis), size=size) as it:
        await it.press("o", "t", *"2021", "enter")
        assert selected(it) == "2021-05-03"
        assert it.screen.sheet is None
