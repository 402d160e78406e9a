"""Two tellings side by side: what is the same, what differs, what only one says, and the words of each."""

import datetime as dt
from dataclasses import replace

import pytest

from core.coreference.comparison import Agreement, Aspect, Compared, side_by_side
from core.model import Event, Plover
from core.query import parse
from core.timeline import Timeline, build_timeline
from tests.unit.coreference.retold import retold
from tests.unit.coreference.test_merge import ABBAS, CAIRO, GANTZ, GAZA, KAMEL, STRIP, telling


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return build_timeline(retold())


def compared(here: Event, there: Event) -> dict[Aspect, Agreement]:
    return {one.aspect: one.agreement for one in side_by_side(here, there)}


def outlets(timeline: Timeline, index: int) -> list[tuple[str | None, bool]]:
    told = timeline.tellings(timeline.rows[index].event)
    return [(one.event.doc.outlet, one.disputed) for one in told]


def test_the_rows_own_telling_comes_first_then_the_others_by_outlet(timeline: Timeline) -> None:
    assert outlets(timeline, 0) == [("الجزيرة", False), ("الأهرام", False)]
    assert outlets(timeline, 1) == [("صدى البلد", False), ("الأخبار", True), ("الحياة", False)]
    assert outlets(timeline, 2) == [("الأخبار", False), ("الحياة", True), ("صدى البلد", True)]
    assert outlets(timeline, 3) == [("الحياة", False)], "nobody else tells of it"
    told = timeline.tellings(timeline.rows[1].event)
    assert [one.document for one in told] == [2, 3, 4]
    assert all(timeline.document(one.document).text == one.event.text for one in told)


async def test_a_filter_takes_no_telling_away(timeline: Timeline) -> None:
    narrowed = await timeline.narrowed(parse("outlet:الجزيرة", dt.date(2022, 8, 8)))
    assert outlets(narrowed, 0) == outlets(timeline, 0)


def test_numbers_that_disagree_are_shown_with_their_words(timeline: Timeline) -> None:
    here, there, _ = (one.event for one in timeline.tellings(timeline.rows[1].event))
    sides = {one.aspect: one for one in side_by_side(here, there)}
    killed = sides[Aspect.KILLED]
    assert killed.agreement is Agreement.OTHER
    assert [said.words for said in (*killed.here, *killed.there)] == ["12", "15"]
    for event, side in ((here, killed.here), (there, killed.there)):
        assert side[0].span is not None
        assert side[0].span.cut(event.text) == side[0].words
    assert sides[Aspect.DATE].agreement is Agreement.SAME
    assert sides[Aspect.PLACE].agreement is Agreement.SAME
    assert Aspect.MEDIATOR not in sides, "neither says anything"


@pytest.mark.parametrize(
    ("other", "aspect", "agreement"),
    [
        (telling("b", "2021-05-30", KAMEL, GANTZ), Aspect.TARGET, Agreement.SAME),
        (telling("b", "2021-05-30", KAMEL), Aspect.TARGET, Agreement.HERE),
        (telling("b", "2021-05-30", KAMEL, ABBAS), Aspect.TARGET, Agreement.OTHER),
        (telling("b", "2021-05-30", KAMEL, GANTZ, ABBAS), Aspect.TARGET, Agreement.LIKE),
        (telling("b", "2021-05-31"), Aspect.DATE, Agreement.OTHER),
        (telling("b", "2021-05-01", last="2021-05-31"), Aspect.DATE, Agreement.LIKE),
        (telling("b", places=(GAZA,)), Aspect.PLACE, Agreement.SAME),
        (telling("b", places=(STRIP,)), Aspect.PLACE, Agreement.LIKE),
        (telling("b", places=(CAIRO,)), Aspect.PLACE, Agreement.OTHER),
        (telling("b", category=Plover.ASSAULT), Aspect.CATEGORY, Agreement.OTHER),
        (telling("b", cameo="045"), Aspect.CAMEO, Agreement.LIKE),
        (telling("b", cameo="190"), Aspect.CAMEO, Agreement.OTHER),
    ],
)
def test_each_aspect_says_how_it_agrees(other: Event, aspect: Aspect, agreement: Agreement) -> None:
    here = telling("a", "2021-05-30", KAMEL, GANTZ, places=(GAZA,))
    assert compared(here, other)[aspect] is agreement


def test_turned_round_what_only_one_says_is_the_others() -> None:
    here, there = telling("a", "2021-05-30", KAMEL, places=(GAZA,)), telling("b", "2021-05-31", GANTZ)
    turned = {Agreement.HERE: Agreement.THERE, Agreement.THERE: Agreement.HERE}
    assert side_by_side(there, here) == tuple(
        Compared(one.aspect, turned.get(one.agreement, one.agreement), one.there, one.here)
        for one in side_by_side(here, there)
    )


def test_an_event_agrees_with_itself_on_all_that_it_says() -> None:
    here = replace(telling("a", "2021-05-30", KAMEL, GANTZ, places=(GAZA,)), cameo=None)
    assert set(compared(here, here).values()) == {Agreement.SAME}
    assert Aspect.CAMEO not in compared(here, here)
