"""Lengths of time and what comes again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.temporal.expression import Duration, Recurring, TimeOfDay, Unit, Weekday

if TYPE_CHECKING:
    from core.temporal.grammar import Match
    from core.temporal.tokens import Token

_FRACTIONS = {"A_HALF": 0.5, "A_QUARTER": 0.25}


def unit_of(token: Token) -> Unit:
    """The unit of a token of any number."""
    if token.kind == "SECONDW":
        return Unit.SECOND
    return Unit(str(token.value))


def length_of(token: Token) -> Duration:
    """The length that a token says: «شهر» by itself is one month."""
    return token.value if isinstance(token.value, Duration) else Duration(((1, unit_of(token)),))


def duration_counted(match: Match) -> Duration | None:
    """«ثلاثة أيام»."""
    token = (match.group("unit") or match.group("unit_one"))[0]
    count = match.number("n")
    return _length(match, count, unit_of(token)) if count else None


def _length(match: Match, count: float, unit: Unit) -> Duration:
    """A length; Hijri years and months are counted in days, by the mean of their cycle of 30 years."""
    if match.has("era") and unit in _HIJRI_DAYS:
        return Duration(((round(count * _HIJRI_DAYS[unit]), Unit.DAY),))
    return Duration(((count, unit),))


_HIJRI_DAYS = {Unit.YEAR: 10631 / 30, Unit.MONTH: 10631 / 360}


def duration_two(match: Match) -> Duration:
    """«يومين»."""
    return _length(match, 2, unit_of(match.group("unit")[0]))


def duration_one(match: Match) -> Duration | None:
    """«شهر واحد»."""
    return Duration(((1, unit_of(match.group("unit")[0])),)) if match.number("n") == 1 else None


def duration_few(match: Match) -> Duration:
    """«بضعة أيام»: three, as the peers have it, and approximate."""
    return Duration(((3, unit_of(match.group("unit")[0])),), few=True)


def duration_part(match: Match) -> Duration:
    """«نصف ساعة», «ساعة ونصف»."""
    whole = 0 if match.tokens[0].kind in _FRACTIONS else 1
    fraction = _FRACTIONS[match.group("fraction")[0].kind]
    return Duration(((whole + fraction, unit_of(match.group("unit")[0])),))


def duration_joined(match: Match) -> Duration:
    """«سنة وثلاثة أشهر»."""
    amounts = [
        amount
        for name in ("first", "second", "third")
        for token in match.group(name)
        for amount in length_of(token).amounts
    ]
    return Duration(tuple(amounts))


def lasting(match: Match) -> Duration:
    """«لمدة عامين»: the length alone."""
    return length_of(match.group("length")[0])


def every(match: Match) -> Recurring | None:
    """«كل يومين» is P2D, «كل يوم اثنين» XXXX-WXX-1."""
    for name in ("weekday", "weekday_2"):
        if match.has(name):
            token = match.group(name)[0]
            day = (
                0
                if token.kind == "TWO"
                else token.value.day
                if isinstance(token.value, Weekday)
                else token.value
            )
            return Recurring(f"XXXX-WXX-{day + 1}") if isinstance(day, int) else None
    token = (match.group("length") or match.group("unit"))[0]
    return Recurring(timex_value(length_of(token)))


def every_part(match: Match) -> Recurring:
    """«كل صباح»."""
    return Recurring(f"T{match.word('part')}")


def every_at(match: Match) -> Recurring | None:
    """«كل يوم اثنين الساعة 4 مساء»."""
    often = match.when("set") if match.has("set") else match.when("set_2")
    clock = match.when("clock") if match.has("clock") else match.when("clock_2")
    if not isinstance(often, Recurring) or not isinstance(clock, TimeOfDay) or clock.hour is None:
        return None
    time = f"T{clock.hour:02d}" + ("" if clock.minute is None else f":{clock.minute:02d}")
    return Recurring((often.value if often.value.startswith("X") else "") + time)


_EACH = {"EACH_DAY": "P1D", "EACH_WEEK": "P1W", "EACH_MONTH": "P1M", "EACH_YEAR": "P1Y"}


def each(match: Match) -> Recurring:
    """«يوميا», «سنويا»."""
    return Recurring(_EACH[match.group("each")[0].kind])


def timex_value(duration: Duration) -> str:
    """Write a length as TIMEX3 does (ISO 8601 durations, with DE and CE): P3D, P1Y6M, PT2H30M."""
    order = ["CE", "DE", "Y", "M", "W", "D", "TH", "TM", "TS"]
    days = clock = ""
    for amount, unit in sorted(duration.amounts, key=lambda entry: order.index(entry[1].value)):
        number = f"{amount:g}" if amount < 1e6 else str(int(amount))
        if unit.value.startswith("T"):
            clock += number + unit.value[1]
        else:
            days += number + unit.value
    return f"P{days}" + (f"T{clock}" if clock else "")


BUILDERS = {
    function.__name__: function
    for function in (
        every_part, every_at, duration_counted, duration_two, duration_one, duration_few,
        duration_part, duration_joined, lasting, every, each,
    )
}  # fmt: skip
