"""The marks of a date in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.model import Anchor, AnchorKind, Basis, EventDate, Span
from tests.tui.driver import explore
from tui.widgets.datemarks import meaning_of
from tui.widgets.why import Why

if TYPE_CHECKING:
    from core.model import Analysis


def date(edtf: str | None, anchor: AnchorKind | None = None, *, own: bool = True) -> EventDate:
    found = Anchor(anchor, "2021") if anchor else None
    return EventDate(edtf, None, None, Basis.EXPLICIT, "", span=Span(0, 1) if own else None, anchor=found)


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2020-09-10", ""),
        (None, ""),
        ("2020-09-10?", "? inferred, could be otherwise"),
        ("2020~", "~ vague words"),
        ("2020%", "% vague words, could be otherwise"),
        ("202X", "X a figure unknown"),
        ("2020-05~/2021", "~ vague words; / from … to"),
        ("2020/..", ".. open at this end"),
    ],
)
def test_marks_are_explained_where_they_are(edtf: str | None, said: str) -> None:
    assert meaning_of(date(edtf)) == said
    assert meaning_of(date(edtf, AnchorKind.PUBLISHED)) == said, "its words are its own"


@pytest.mark.parametrize("kind", AnchorKind)
def test_an_inherited_date_says_whence(kind: AnchorKind) -> None:
    assert meaning_of(date("2020?", kind, own=False)).startswith("? inferred, could be otherwise; ↳ from ")


async def test_it_stands_beside_the_date(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        why = it.screen.query_one(Why)
        assert "when: 2018-03-12:" in it.drawn(why)[0]
        await it.press("G")
        assert "when: 2019-09-20? (? inferred, could be otherwise):" in it.drawn(why)[0]
