"""What a row says it says without colours, too; and the help explains every sign."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from core.coreference.comparison import Agreement
from core.model import Aux, Conflict, Quad, Status
from core.timeline import Row, Timeline
from tests.tui.driver import explore
from tui import palette
from tui.arabic import Writing
from tui.screens.help import _SIGNS
from tui.widgets.rail import SIGNS
from tui.widgets.row import Columns, draw_row

if TYPE_CHECKING:
    from core.model import Analysis, Event


def drawn(event: Event, width: int = 60, outlets: int = 1) -> str:
    """A row as it is where there are no colours."""
    return draw_row(Row(event, 0, outlets), Columns.of(width), Writing(), selected=False).text


def states(event: Event) -> dict[str, Event]:
    clash = (Conflict("other", "date", "1 here, 2 there"),)
    undated = replace(event.date, edtf=None, start=None, end=None)
    found = {
        "plain": event,
        "inherited": replace(event, date=replace(event.date, span=None)),
        "conflict": replace(event, conflicts=clash),
        "both": replace(event, conflicts=clash, date=replace(event.date, span=None)),
        "uncertain": replace(event, date=replace(event.date, edtf="2018-03-12?")),
        "approximate": replace(event, date=replace(event.date, edtf="2018-03~")),
        "undated": replace(event, date=undated),
        "hidden": replace(event, status=Status.HIDDEN),
        "marked": replace(event, marked=True),
    }
    found |= {aux.value: replace(event, aux=aux) for aux in Aux if aux is not Aux.HISTORICAL}
    return found | {quad.value: replace(event, quad=quad) for quad in Quad if quad is not event.quad}


@pytest.mark.parametrize("width", [30, 44, 60, 90])
def test_no_two_states_look_alike_without_colours(analysis: Analysis, width: int) -> None:
    lines = {name: drawn(event, width) for name, event in states(analysis.events[0]).items()}
    assert len(set(lines.values())) == len(lines)
    assert palette.INHERITED_SIGN in lines["inherited"]
    assert palette.CONFLICT_SIGN in lines["both"]
    assert palette.INHERITED_SIGN in lines["both"]


@pytest.mark.parametrize("mark", ["", "?", "~", "%"])
def test_a_mark_outlives_the_cutting_of_a_long_date(analysis: Analysis, mark: str) -> None:
    event = analysis.events[0]
    long = replace(event, date=replace(event.date, edtf=f"2018-03-12/2018-04-01{mark}"))
    assert f"…{mark}" in drawn(long, 50)
    assert (
        f"2018-03-12/2018-04-01{mark}"
        in draw_row(Row(long, 0), Columns.of(100, 22), Writing(), selected=False).text
    )


def test_the_number_of_outlets_gives_way_to_the_phrase(analysis: Analysis) -> None:
    event = analysis.events[0]
    assert "×12" in drawn(event, 60, outlets=12)
    assert "×" not in drawn(event, 30, outlets=12)


async def test_nothing_is_lost_with_no_color(analysis: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    events = tuple(
        replace(event, id=f"{number}") for number, event in enumerate(states(analysis.events[0]).values())
    )
    async with explore(analysis) as it:
        it.screen.show(Timeline([Row(event, 0) for event in events], [analysis.document]))
        await it.quiet()
        lines = "\n".join(it.lines())
        signs = [palette.INHERITED_SIGN, palette.CONFLICT_SIGN, palette.MARKED_SIGN]
        assert all(sign in lines for sign in signs)
        assert all(palette.AUX_SIGN[aux] in lines for aux in Aux)
        assert all(palette.QUAD_SIGN[quad] in lines for quad in Quad)


def test_the_help_explains_every_sign() -> None:
    explained = {sign for _, lines in _SIGNS for sign, _, _, _ in lines}
    every = {sign for sign, _ in SIGNS.values()} | {agreement.value for agreement in Agreement}
    every |= set(palette.QUAD_SIGN.values()) | set(palette.AUX_SIGN.values()) - {" "}
    every |= {palette.INHERITED_SIGN, palette.CONFLICT_SIGN, palette.MARKED_SIGN, palette.HIDDEN_SIGN}
    assert not every - explained
    assert any(sign.startswith(palette.TOLD_SIGN) for sign in explained)
