"""Distances from a date, and what is open at one end («منذ عام 2014»)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.temporal.build.dates import as_when
from core.temporal.build.durations import length_of, unit_of
from core.temporal.expression import (
    AfterEvent,
    Base,
    CalendarDate,
    Duration,
    Interval,
    Offset,
    Present,
    Relative,
    Then,
    Unit,
    Vague,
    When,
    Within,
)

if TYPE_CHECKING:
    from core.temporal.grammar import Match


def _offset(match: Match, sign: int, base: Base, *, since: bool = False, spanning: bool = False) -> Offset:
    length = length_of(match.group("length")[0])
    about = length.few or any(token.kind in ("ABOUT", "LESS") for token in match.tokens)
    anchor = as_when(match.group("anchor")[0]) if match.has("anchor") else None
    if any(token.kind == "PRESENT" for token in match.tokens):
        base = Base.WRITING
    return Offset(length.amounts, sign, base, anchor, approximate=about, since=since, spanning=spanning)


def ago(match: Match) -> Offset:
    """«قبل عامين»."""
    return _offset(match, -1, Base.WRITING)


def for_some_time(match: Match) -> Offset:
    """«منذ أسبوعين»."""
    return _offset(match, -1, Base.WRITING, since=True)


def past_units(match: Match) -> Offset:
    """«ثلاثة أيام مضت»."""
    return _offset(match, -1, Base.WRITING)


def in_some_time(match: Match) -> Offset:
    """«بعد ثلاثة أيام»: from the date last given, or the day of writing."""
    return _offset(match, 1, Base.EITHER)


def after_so_long(match: Match) -> Offset:
    """«بعد أسبوع من التصعيد»."""
    return _offset(match, -1, Base.EITHER, spanning=True)


def thereafter(match: Match) -> Offset:
    """«بعده بعشرة أيام»."""
    return _offset(match, 1, Base.TEXT)


def therebefore(match: Match) -> Offset:
    """«قبله بعام»."""
    return _offset(match, -1, Base.TEXT)


def from_now(match: Match) -> Offset:
    """«ثلاثة أيام من الآن»."""
    return _offset(match, 1, Base.WRITING)


def units_around(match: Match) -> Vague | None:
    """«الأيام الماضية», «الأسبوعين المقبلين», «آخر 3 أيام»."""
    forward = match.has("toward") and match.group("toward")[0].kind == "NEXT"
    count: int | None = None
    if match.has("counted"):
        length = match.value("counted")
        if not isinstance(length, Duration) or len(length.amounts) != 1:
            return None
        amount, unit = length.amounts[0]
        count = None if length.few else int(amount)
    elif match.has("units_3"):
        unit = unit_of(match.group("units_3")[0])
    elif match.has("two"):
        count, unit = 2, unit_of(match.group("two")[0])
    elif match.has("units"):
        unit = unit_of(match.group("units")[0])
        count = match.number("n") if match.has("n") else None
    else:
        count, unit = match.number("n_2"), unit_of(match.group("units_2")[0])
    return Vague(unit, 1 if forward else -1, count)


def since(match: Match) -> Interval | None:
    """«منذ عام 2014»."""
    return Interval(_sure(as_when(match.group("date")[0])), None)


def until(match: Match) -> Interval | None:
    """«حتى عام 2014»."""
    return Interval(None, _sure(as_when(match.group("date")[0])))


def _sure(when: When) -> When:
    if isinstance(when, CalendarDate) and when.homograph:
        return CalendarDate(
            when.year, when.month, when.day, when.calendar, when.steps, when.meant, when.clash
        )
    return when


def then(match: Match) -> Then:
    """«حينها», «منذ ذلك الحين», «بعد ذلك»."""
    return Then(since=match.has("since"), how=match.option)


def within(match: Match) -> Within:
    """«في غضون ثلاثة أسابيع»."""
    return Within(length_of(match.group("length")[0]).amounts)


def after_event(match: Match) -> AfterEvent:
    """«بعد عامين من استقلال…»."""
    return AfterEvent(length_of(match.group("length")[0]).amounts)


def day_of_event(match: Match) -> Relative:
    """«غداة X» puts X on the day before, «عشية X» on the day after."""
    return Relative(Unit.DAY, int(match.option), Base.EITHER)


def present(match: Match) -> Present:  # noqa: ARG001 - every builder is given its match
    """«الآن»."""
    return Present()


BUILDERS = {
    function.__name__: function
    for function in (
        after_event, day_of_event, ago, for_some_time, past_units, in_some_time, after_so_long, thereafter,
        therebefore, from_now, units_around, since, until, then, within, present,
    )
}  # fmt: skip
