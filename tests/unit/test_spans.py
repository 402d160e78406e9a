"""Processes of mediation, what lasts, and lanes for what overlaps."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Basis, DocumentRef, Event, EventDate, Issue, IssueMention, Mediation, Party, Span
from core.model import Round as TextRound
from core.spans import Kind, Stretch, beside, lanes, lasting, processes, rounds, touching

HERE = Span(0, 0)
EGYPT, QATAR = Party("مصر", HERE, "state/EGY", "Egypt"), Party("قطر", HERE, "state/QAT", "Qatar")
FATAH, HAMAS = Party("فتح", HERE, "org/fatah", "Fatah"), Party("حماس", HERE, "org/hamas", "Hamas")


def told(
    first: str,
    last: str | None = None,
    *,
    mediators: tuple[Party, ...] = (EGYPT,),
    parties: tuple[Party, ...] = (FATAH, HAMAS),
    issues: tuple[Issue, ...] = (),
    number: int | None = None,
) -> Event:
    start = dt.date.fromisoformat(first)
    end = dt.date.fromisoformat(last) if last else start
    named = tuple(IssueMention(issue, "", HERE) for issue in issues)
    mediation = Mediation(mediators, parties, named, TextRound("", HERE, number) if number else None)
    date = EventDate(first, start, end, Basis.EXPLICIT, "")
    return Event("x", DocumentRef("x"), date, 0, HERE, "", None, None, mediation=mediation)


def drawn(*events: Event) -> list[list[tuple[int | None, str, str, tuple[int, ...]]]]:
    return [
        [(one.number, f"{one.first}", f"{one.last}", one.rows) for one in process.rounds]
        for process in processes(enumerate(events))
    ]


def test_rounds_are_numbered_as_the_text_does() -> None:
    assert drawn(
        told("2021-05-03", number=1),
        told("2021-05-09"),
        told("2021-06-02", number=2),
        told("2021-06-12"),
        told("2021-08-01", number=3),
    ) == [
        [
            (1, "2021-05-03", "2021-05-09", (0, 1)),
            (2, "2021-06-02", "2021-06-12", (2, 3)),
            (3, "2021-08-01", "2021-08-01", (4,)),
        ]
    ]


def test_without_numbers_a_month_of_rest_ends_a_round() -> None:
    assert drawn(told("2021-05-03"), told("2021-05-21"), told("2021-07-01"), told("2021-07-04")) == [
        [(1, "2021-05-03", "2021-05-21", (0, 1)), (2, "2021-07-01", "2021-07-04", (2, 3))]
    ]


def test_a_round_that_the_text_does_not_number_among_others_that_it_does_has_none() -> None:
    [process] = drawn(told("2021-05-03", number=5), told("2021-09-03"))
    assert [number for number, *_ in process] == [5, None]
    [found] = processes(enumerate([told("2021-05-03", number=5), told("2021-09-03")]))
    assert found.count == 5
    assert (f"{found.first}", f"{found.last}") == ("2021-05-03", "2021-09-03")


def test_a_number_may_come_after_the_round_has_begun() -> None:
    assert drawn(told("2021-05-03"), told("2021-05-05", number=2)) == [
        [(2, "2021-05-03", "2021-05-05", (0, 1))]
    ]


def test_other_mediators_parties_and_issues_are_other_processes() -> None:
    ceasefire, prisoners = (Issue.CEASEFIRE,), (Issue.PRISONERS,)
    assert [
        [one.rows for one in process.rounds]
        for process in processes(
            enumerate(
                [
                    told("2021-05-01"),
                    told("2021-05-02", mediators=(QATAR,)),
                    told("2021-05-03", parties=(HAMAS, FATAH)),
                    told("2021-05-04", mediators=(QATAR,)),
                    told("2021-05-05", parties=(), issues=ceasefire),
                    told("2021-05-06", parties=(), issues=prisoners),
                    told("2021-05-07", parties=(), issues=ceasefire),
                ]
            )
        )
    ] == [[(0, 2)], [(1, 3)], [(4, 6)]]


def test_a_year_of_rest_and_a_single_event_make_no_process() -> None:
    assert drawn(told("2017-05-03"), told("2021-05-03")) == []
    assert drawn(told("2021-05-03")) == []
    alone = {"mediators": (), "parties": (HAMAS,)}
    assert drawn(told("2021-05-03", **alone), told("2021-05-04", **alone)) == []  # type: ignore[arg-type]


def test_what_is_dated_by_the_year_says_nothing_of_a_round() -> None:
    year = told("2021-01-01", "2021-12-31")
    undated = replace(year, date=EventDate(None, None, None, Basis.UNRESOLVED, ""))
    assert drawn(year, told("2021-05-03"), told("2021-05-04"), undated) == [
        [(1, "2021-05-03", "2021-05-04", (1, 2))]
    ]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_what_lasts_is_told_from_what_lies_somewhere_within() -> None:
    found = list(
        lasting(
            [
                (day("2014-01-01"), day("2014-12-31"), 0),
                (day("2014-01-01"), day("2014-12-31"), 1),
                (day("2014-05-01"), day("2014-05-31"), 2),
                (day("2014-05-03"), day("2014-05-09"), 3),
                (day("2014-05-03"), day("2014-05-03"), 4),
            ],
            least=1,
        )
    )
    assert [(one.kind, one.rows, one.count) for one in found] == [
        (Kind.WITHIN, (0,), 2),
        (Kind.WITHIN, (2,), 1),
        (Kind.LASTING, (3,), 1),
    ]
    assert [one.rows for one in lasting([(one.first, one.last, 0) for one in found], least=8)] == [(0,), (0,)]


def stretch(first: str, last: str, kind: Kind = Kind.LASTING, rows: tuple[int, ...] = (0,)) -> Stretch:
    return Stretch(kind, day(first), day(last), rows)


def test_what_matters_more_comes_first_and_what_has_no_end_here_is_left_out() -> None:
    year, all_along = stretch("2021-01-01", "2021-12-31", Kind.WITHIN), stretch("2020-03-01", "2022-03-01")
    round_ = stretch("2021-05-01", "2021-05-03", Kind.ROUND)
    long, short = stretch("2021-05-01", "2021-05-21"), stretch("2021-05-01", "2021-05-02")
    found = touching([year, short, long, all_along, round_], day("2021-04-20"), day("2021-05-20"))
    assert found == [round_, long, short]
    assert [beside(one, found) for one in (round_, year)] == [2, 3]


def test_a_row_belongs_to_its_round_or_to_its_days() -> None:
    [one, two] = rounds(processes(enumerate([told("2021-05-03", number=1), told("2021-09-03", number=2)])))
    assert (one.number, one.of, one.name) == (1, 2, "Egypt · Fatah · Hamas")
    assert one.is_of(0, None, None)
    assert not two.is_of(0, None, None)
    lasts = stretch("2021-05-03", "2021-05-09", rows=(7,))
    assert lasts.is_of(3, lasts.first, lasts.last)
    assert not lasts.is_of(7, lasts.first, None)
    [partly, _] = rounds(processes(enumerate([told("2021-05-03"), told("2021-09-03")])), told_of_all=False)
    assert partly.of is None


INTERVALS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda a: (a[0], a[0] + a[1])))


@settings(deadline=None, max_examples=60)
@given(INTERVALS, st.integers(0, 4))
def test_nothing_overlaps_in_a_lane(intervals: list[tuple[int, int]], most: int) -> None:
    found = lanes(intervals, most)
    for number, (one, lane) in enumerate(zip(intervals, found, strict=True)):
        for other, beside_it in zip(intervals[:number], found, strict=False):
            assert lane is None or lane != beside_it or one[1] < other[0] or other[1] < one[0]
        if lane is None:
            taken = {
                beside_it
                for other, beside_it in zip(intervals[:number], found, strict=False)
                if one[0] <= other[1] and other[0] <= one[1]
            }
            assert taken >= set(range(most)), "only what has no room is left out"


@settings(deadline=None, max_examples=60)
@given(INTERVALS)
def test_in_order_no_more_lanes_are_taken_than_overlap(intervals: list[tuple[int, int]]) -> None:
    intervals.sort()
    found = lanes(intervals, len(intervals))
    depth = max((sum(a <= first <= b for a, b in intervals) for first, _ in intervals), default=0)
    assert len(set(found)) == depth


@pytest.mark.parametrize("most", [0, 1])
def test_where_there_is_no_room_the_first_has_it(most: int) -> None:
    assert lanes([(0, 9), (5, 6), (10, 12)], most) == ([None, None, None] if most == 0 else [0, None, 0])
