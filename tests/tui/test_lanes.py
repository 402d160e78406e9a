"""What lasts, in lanes under the histogram and in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from core.library import Library
from core.model import Mediation, Party, Round, Span
from tests.tui.driver import QUIET, Driver, explore
from tui.explorer import ExplorerApp
from tui.language import Language, speak
from tui.libraries import Libraries
from tui.terminal import BidiMode, Profile
from tui.widgets.lanes import Lanes
from tui.widgets.why import Why

if TYPE_CHECKING:
    from pathlib import Path

    from core.model import Analysis, Event

HERE = Span(0, 0)
PARTIES = (Party("فتح", HERE, "org/fatah", "Fatah"), Party("حماس", HERE, "org/hamas", "Hamas"))
TALKS = (
    ("1990-01-01", None),
    *(("2021-05-03", 1), ("2021-05-09", None), ("2021-06-02", 2), ("2021-06-05/2021-06-20", None)),
    *(("2021-06-12", None), ("2021-07-20", 3), ("2021-09", None)),
)
"""Days and rounds; the first, the stretch and the month are of others."""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)


@pytest.fixture
def talks(analysis: Analysis) -> Analysis:
    return replace(analysis, events=tuple(_event(analysis.events[0], *one) for one in enumerate(TALKS)))


def _event(event: Event, number: int, told: tuple[str, int | None]) -> Event:
    edtf, round_ = told
    first, _, last = edtf.partition("/")
    if len(edtf) < 10:
        first, last = f"{edtf}-01", f"{edtf}-30"
    mine = len(edtf) == 10 and edtf > "2000"
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    mediation = Mediation((), PARTIES, (), Round("", HERE, round_) if round_ else None) if mine else None
    date = replace(event.date, edtf=edtf, start=days[0], end=days[1])
    return replace(event, id=f"e{number}", date=date, mediation=mediation, actors=(), places=())


def lanes(it: Driver) -> list[str]:
    widgets = [widget for widget in it.screen.query(Lanes) if widget.display]
    return [widget.render_line(y).text.rstrip() for widget in widgets for y in range(widget.size.height)]


def told(it: Driver) -> str:
    return "\n".join(it.drawn(it.screen.query_one(Why)))


GOLDEN = {
    (120, 40): [
        " ──1──┤                       ┣━━━━2━━━━┫",
        "                                 ├──────────────┤",
    ],
    (160, 50): [
        "                                       ┣━━━━━━━━━2━━━━━━━━━┫",
        "                                             ├────2021-06-05/2021-06-20────┤",
    ],
    (90, 36): ["                                             ┣━━━━━━━━━2━━━━━━━━━┫"],
    (80, 24): [],
    (40, 40): [
        "                    ┣━━━━2━━━━┫",
        "                       ├──────────────┤",
    ],
}


@pytest.mark.parametrize("size", GOLDEN)
async def test_rounds_and_what_lasts_stand_in_lanes(talks: Analysis, size: tuple[int, int]) -> None:
    async with explore(talks, size=size) as it:
        assert lanes(it) == [], "years are too coarse"
        await it.press("j", "j", "j", "z", "z")
        assert lanes(it) == GOLDEN[size]


async def test_the_selected_ones_own_is_heavy_and_said_in_words(talks: Analysis) -> None:
    async with explore(talks) as it:
        await it.press("j", "j", "j", "z", "z")
        assert "span: round 2 of 3, 2021-06-02/2021-06-12, beside 1 other" in told(it)
        await it.press("j")
        assert lanes(it) == [
            " ──1──┤                       ├────2────┤",
            "                                 ┣━━━━━━━━━━━━━━┫",
        ]
        assert "span: 16 days, 2021-06-05/2021-06-20, beside 1 other" in told(it)
        await it.press("G")
        assert "span" not in told(it), "a month is no more than how it is dated"
        assert lanes(it) == ["                              ┣┅┅┅┅┅┅┅┅┅┅2021-09┅┅┅┅┅┅┅┅┅┅┅"]
        await it.press("Z", "Z")
        assert lanes(it) == []


async def test_in_another_order_they_are_the_same(talks: Analysis) -> None:
    async with explore(talks) as it:
        await it.press("j", "j", "j", "z", "z")
        before, said = lanes(it), told(it)
        await it.press("I")
        assert (lanes(it), told(it)) == (before, said)
        await it.press("t", *"2021-05-09", "enter")
        assert "span: round 1 of 3" in told(it)


async def test_they_leave_with_the_timeline_and_come_back(talks: Analysis) -> None:
    async with explore(talks) as it:
        await it.press("j", "j", "z", "z")
        before = lanes(it)
        assert before
        await it.press("o")
        assert lanes(it) == []
        await it.press("escape")
        assert lanes(it) == before
        await it.pilot.resize_terminal(80, 24)
        await it.quiet()
        assert lanes(it) == []
        await it.pilot.resize_terminal(5, 2)
        await it.press("j", "Z", "z", "k")
        await it.pilot.resize_terminal(120, 40)
        await it.press("k")
        assert it.app.fault is None


async def test_the_days_keep_their_order_in_arabic(talks: Analysis) -> None:
    speak(Language.ARABIC)
    try:
        async with explore(talks) as it:
            await it.press("j", "j", "j", "z", "z")
            assert "2021-06-02/2021-06-12" in told(it)
    finally:
        speak(Language.ENGLISH)


async def test_what_was_told_is_not_said_over(talks: Analysis) -> None:
    async with explore(talks) as it:
        await it.press("z", "z", "t", *"2021-06-10", "enter")
        assert "nothing on 2021-06-10; the next is 2021-06-12" in told(it)


async def test_a_library_has_the_same_lanes(tmp_path: Path, talks: Analysis) -> None:
    path = tmp_path / "news.sqlite"
    with Library.open(path, create=True) as library:
        library.add([talks])
        library.connection.execute("UPDATE event SET cameo = '046'")
    libraries = Libraries.open([path])
    app = ExplorerApp(libraries, terminal=Profile(BidiMode.VISUAL, "a test"))
    async with app.run_test(size=(120, 40)) as pilot, explore(talks) as memory:
        stored = Driver(app, pilot)
        for key in ("j", "j", "j", "z", "z", "j", "G"):
            await stored.press(key)
            await memory.press(key)
            assert (lanes(stored), told(stored)) == (lanes(memory), told(memory))
    libraries.close()
