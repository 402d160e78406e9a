"""Periods: decades, centuries, seasons, quarters, parts of a period, and days found by counting in one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.temporal.build.dates import as_when
from core.temporal.build.names import steps_of
from core.temporal.expression import (
    Base,
    Calendar,
    CalendarDate,
    Century,
    Decade,
    Holiday,
    Nth,
    Part,
    Portion,
    Relative,
    Rest,
    Unit,
    Weekday,
    Weekend,
    WeekOf,
    When,
)
from core.temporal.lexicon import HolidayRule

if TYPE_CHECKING:
    from core.temporal.grammar import Match
    from core.temporal.tokens import Token


def _unit_period(token: Token) -> When:
    """A period token, or «الشهر» and its like by itself: this month."""
    if token.kind.startswith("THE_") and isinstance(token.value, str):
        return Relative(Unit(token.value), 0, Base.WRITING)
    return as_when(token)


def decade(match: Match) -> Decade | None:
    """«التسعينيات», «أربعينات القرن الماضي»."""
    tens = match.number("decade")
    if match.has("past"):
        century = match.when("past")
        return Decade(tens, century if isinstance(century, Relative) else None)
    if match.has("n"):
        return Decade(tens, match.number("n") - 1)
    return Decade(tens)


def century(match: Match) -> Century | None:
    """«القرن التاسع عشر»."""
    n = match.number("n")
    kind = match.group("era")[0].kind if match.has("era") else ""
    calendar = Calendar.HIJRI if kind == "AH" else Calendar.GREGORIAN
    return Century(n, kind == "BC", calendar) if 1 <= n <= 30 else None


def _year(match: Match) -> When | None:
    return as_when(match.group("year")[0]) if match.has("year") else None


def season(match: Match) -> Portion:
    """«صيف 1947»; without a year, the one of the writing or of its modifier."""
    name = match.word("season") if match.has("season") else match.word("season_2")
    year = _year(match)
    if year is None and match.rule != "season, named as one":
        year = Relative(Unit.YEAR, steps_of(match) or 0)
    return Portion(name, year)


def portion(match: Match) -> Portion | None:
    """«الربع الثالث من 2016»."""
    n = match.number("n")
    most = 4 if match.option == "Q" else 2
    return Portion(f"{match.option}{n}", _year(match)) if 1 <= n <= most else None


def holiday(match: Match) -> Holiday:
    """«عيد الأضحى 2014»."""
    rule = match.value("holiday")
    if not isinstance(rule, HolidayRule):
        raise TypeError("no holiday")
    return Holiday(rule, _year(match), steps_of(match))


def part(match: Match) -> Part | Weekend:
    """«أوائل 2002»; the end of a week is its weekend."""
    whole = _unit_period(match.group("of")[0])
    name = match.word("part")
    if name == "end" and isinstance(whole, Relative) and whole.unit is Unit.WEEK:
        return Weekend(whole)
    return Part(name, whole)


def part_middle(match: Match) -> Part:
    """«نصف مايو»."""
    return Part("mid", as_when(match.group("of")[0]))


def rest(match: Match) -> Rest:
    """«بقية الأسبوع»."""
    return Rest(_unit_period(match.group("of")[0]))


def weekend(match: Match) -> Weekend | Part | None:
    """«نهاية الأسبوع» is the weekend; «أوائل الأسبوع» is a part of it."""
    week = match.when("week") if match.has("week") else Relative(Unit.WEEK, 0)
    first = match.tokens[0]
    if first.kind == "PART" and isinstance(first.value, str) and first.value not in ("late", "end"):
        return Part(first.value, week)
    return Weekend(week)


def _ordinal(match: Match, *names: str) -> int:
    for name in names:
        if match.has(name):
            token = match.group(name)[0]
            return token.value if isinstance(token.value, int) else -1
    return -1


def nth_weekday(match: Match) -> Nth | None:
    """«ثالث ثلاثاء في أيلول»."""
    token = match.group("weekday")[0]
    day = token.value.day if isinstance(token.value, Weekday) else token.value
    if token.kind == "TWO":
        day = 0
    n = _ordinal(match, "n")
    if not isinstance(day, int) or not (n == -1 or 1 <= n <= 5):
        return None
    return Nth(n, Unit.DAY, as_when(match.group("of")[0]), weekday=day)


def nth_day(match: Match) -> Nth | None:
    """«آخر يوم في مايو»."""
    n = _ordinal(match, "n", "n_2")
    return Nth(n, Unit.DAY, as_when(match.group("of")[0])) if n == -1 or 1 <= n <= 31 else None


def nth_week(match: Match) -> Nth | None:
    """«الأسبوع الأول من مايو»."""
    n = _ordinal(match, "n", "n_2")
    return Nth(n, Unit.WEEK, as_when(match.group("of")[0])) if n == -1 or 1 <= n <= 53 else None


def week_of(match: Match) -> WeekOf | Nth:
    """«أسبوع 16 سبتمبر»; «الأسبوع الأول من سبتمبر» counts weeks."""
    date = as_when(match.group("date")[0])
    if isinstance(date, CalendarDate) and date.ordinal and date.day is not None and date.day <= 5:
        return Nth(date.day, Unit.WEEK, replace(date, day=None, ordinal=False))
    return WeekOf(date)


def weekday_of_week(match: Match) -> Nth | None:
    """«الأحد من الأسبوع الماضي»."""
    day: object = 0
    if not match.has("two"):
        token = match.group("weekday")[0]
        day = token.value.day if isinstance(token.value, Weekday) else token.value
    return Nth(1, Unit.DAY, match.when("week"), weekday=day) if isinstance(day, int) else None


def nothing(match: Match) -> bool:  # noqa: ARG001 - every builder is given its match
    """What is no expression of time, though its words look like one."""
    return True


BUILDERS = {
    function.__name__: function
    for function in (
        decade, century, season, portion, holiday, part, part_middle, rest, weekend, nth_weekday,
        nth_day, nth_week, week_of, weekday_of_week, nothing,
    )
}  # fmt: skip
