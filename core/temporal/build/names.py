"""Names of months and years, and periods pointed at («العام الماضي»)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.temporal.expression import Base, Calendar, CalendarDate, MonthName, Relative, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.temporal.grammar import Match
    from core.temporal.tokens import Token


def steps(tokens: Sequence[Token]) -> int:
    """Count the steps of a modifier: «الماضي» -1, «قبل الماضي» -2, «المقبل» 1, «الجاري» 0."""
    kinds = {token.kind for token in tokens}
    if "BYGONE" in kinds or "PREVIOUS" in kinds:
        return -2 if "BEFORE" in kinds else -1
    if "NEXT" in kinds or "FOLLOWING" in kinds:
        return 2 if "AFTER" in kinds else 1
    return 0


def steps_of(match: Match) -> int | None:
    """The steps of the macro `toward`, or None where there is no modifier."""
    for name in ("past", "next", "now"):
        if match.has(name):
            return steps(match.group(name))
    return None


def month_pair(match: Match) -> MonthName | None:
    """Two names of one month; names of one tradition are two months."""
    first, second = match.month("first"), match.month("second")
    if first.number == second.number or second.number == 0:
        return replace(first, homograph=False)
    separated = len(match.tokens) > 2
    if first.tradition == second.tradition or not separated:
        return None
    return replace(first, homograph=False, clash=second.number)


def month_same(match: Match) -> MonthName:
    """«كانون/ديسمبر»: the half of a name that its other name completes."""
    return replace(match.month("first"), homograph=False)


def month_sure(match: Match) -> MonthName | None:
    """«شهر مايو»: no homograph after the noun."""
    first = match.month("first")
    if match.has("second"):
        second = match.month("second")
        if second.number not in (0, first.number):
            return None
    return replace(first, homograph=False)


def month_numbered(match: Match) -> MonthName | None:
    """«شهر 9», «الشهر التاسع»."""
    number = match.number("n")
    token = match.group("n")[0]
    if not 1 <= number <= 12 or (token.kind == "CARD" and number == 1):
        return None
    return MonthName(number, "number")


def year_bracketed(match: Match) -> CalendarDate:
    """«(1987)»."""
    return CalendarDate(year=match.number("span"))


def year(match: Match) -> CalendarDate | None:
    """«عام 1979», «2015م»."""
    number = match.number("y")
    if match.has("ad"):
        ad, digits = match.group("ad")[0], match.group("y")[0]
        # «م» after a blank may be metres.
        if ad.end - ad.start == 1 and ad.start != digits.end:
            return None
    return CalendarDate(year=number) if 100 <= number <= 2199 else None


def year_bc(match: Match) -> CalendarDate:
    """«753 ق.م», astronomical."""
    return CalendarDate(year=1 - match.number("y"))


def hijri_year(match: Match) -> CalendarDate | None:
    """«1325 هجري»."""
    number = match.number("y")
    return CalendarDate(year=number, calendar=Calendar.HIJRI) if number <= 1600 else None


def _unit(token: Token) -> Unit:
    if not isinstance(token.value, str):
        raise TypeError(f"{token.kind} is no unit")
    return Unit(token.value)


def relative(match: Match) -> Relative:
    """«العام الماضي», «هذا الشهر»; «العام السابق» counts from the text."""
    modifier = match.group("toward")
    follows = any(token.kind in ("FOLLOWING", "PREVIOUS") for token in modifier)
    return Relative(_unit(match.group("unit")[0]), steps(modifier), Base.EITHER if follows else Base.WRITING)


def relative_to_text(match: Match) -> Relative:
    """«العام ذاته»."""
    return Relative(_unit(match.group("unit")[0]), 0, Base.TEXT)


def hijri_relative(match: Match) -> CalendarDate:
    """«العام الهجري المقبل»."""
    return CalendarDate(year=Relative(Unit.YEAR, steps(match.group("toward"))), calendar=Calendar.HIJRI)


def deictic_day(match: Match) -> Relative | None:
    """«أمس», «بعد غد»."""
    # «الي» is «which» in speech and «to» in writing: the day after tomorrow or before yesterday only.
    spoken = match.has("which") and match.group("which")[0].kind == "TO"
    if spoken and abs(match.number("day")) < 2:
        return None
    return Relative(Unit.DAY, match.number("day"))


BUILDERS = {
    function.__name__: function
    for function in (
        month_pair, month_same, month_sure, month_numbered, year_bracketed, year, year_bc,
        hijri_year, relative, relative_to_text, deictic_day, hijri_relative,
    )
}  # fmt: skip
