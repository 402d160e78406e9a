"""What an expression of time says, before anybody asks what day it is: a small algebra of frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from core.temporal.lexicon import HolidayRule, MonthName

__all__ = ["MonthName"]


class Unit(StrEnum):
    """Units of time; the values are TIMEX3's letters, with `T` before those of the clock."""

    DAY = "D"
    WEEK = "W"
    MONTH = "M"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"
    HOUR = "TH"
    MINUTE = "TM"
    SECOND = "TS"


class Calendar(StrEnum):
    """The calendar that a date is written in."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


class Base(Enum):
    """Where a distance is counted from."""

    WRITING = auto()
    """The day of writing, always."""
    TEXT = auto()
    """The date last given."""
    EITHER = auto()
    """The date last given in the story, or else the day of writing."""


class NoDate:
    """What looks like a date and is none, as a whole («32 يناير»)."""

    __slots__ = ()


NO_DATE = NoDate()


class When:
    """Any expression of time."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Relative(When):
    """A unit some steps away: «العام الماضي», «هذا الشهر», «أمس», «العام ذاته»."""

    unit: Unit
    distance: int
    base: Base = Base.WRITING


@dataclass(frozen=True, slots=True)
class CalendarDate(When):
    """A year, month, day, or any of them; `steps` counts from the writing («يوليو الماضي» is -1)."""

    year: int | Relative | None = None
    """Astronomical: 0 is 1 BC."""
    month: int | Relative | None = None
    day: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    steps: int | None = None
    meant: str | None = None
    """What a misspelt month was read as."""
    clash: int | None = None
    """The month that the other half of a doubled name says instead."""
    ordinal: bool = False
    """The day is an ordinal word: «الثالث»."""
    homograph: bool = False
    """The month's name means something else as well."""


@dataclass(frozen=True, slots=True)
class Weekday(When):
    """A day of the week (0 is Monday), with the steps that its modifier says; None is bare."""

    day: int
    steps: int | None = None


@dataclass(frozen=True, slots=True)
class OnWeekday(When):
    """A date with its weekday beside it."""

    weekday: int
    date: When


@dataclass(frozen=True, slots=True)
class Nth(When):
    """The nth (-1: last) day of the week, day or week of a period."""

    n: int
    unit: Unit
    within: When
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Offset(When):
    """A distance from a date."""

    amounts: tuple[tuple[float, Unit], ...]
    sign: int
    base: Base
    anchor: When | None = None
    approximate: bool = False
    since: bool = False
    """«منذ»: and ever since."""
    spanning: bool = False
    """The whole stretch between the two, up to the date («بعد أسبوع من التصعيد»)."""


@dataclass(frozen=True, slots=True)
class Interval(When):
    """From one date to another; None is open."""

    first: When | None
    last: When | None


@dataclass(frozen=True, slots=True)
class Part(When):
    """The early, mid or late part of a period."""

    part: str
    of: When


@dataclass(frozen=True, slots=True)
class Portion(When):
    """A season, quarter or half of a year."""

    name: str
    """SP SU FA WI, Q1 … Q4, H1, H2."""
    year: When | None


@dataclass(frozen=True, slots=True)
class Decade(When):
    """A decade by its tens, of a century by its first two digits; None is the twentieth century."""

    tens: int
    century: int | Relative | None = None


@dataclass(frozen=True, slots=True)
class Century(When):
    """The nth century."""

    n: int
    before_christ: bool = False
    calendar: Calendar = Calendar.GREGORIAN


@dataclass(frozen=True, slots=True)
class Holiday(When):
    """A holiday of a year, or the one nearest to the writing."""

    rule: HolidayRule
    year: When | None = None
    steps: int | None = None


@dataclass(frozen=True, slots=True)
class WeekOf(When):
    """The week that a day lies in."""

    date: When


@dataclass(frozen=True, slots=True)
class Duration(When):
    """A length of time; `few` is «بضعة»."""

    amounts: tuple[tuple[float, Unit], ...]
    few: bool = False


@dataclass(frozen=True, slots=True)
class Recurring(When):
    """Every so often; TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class TimeOfDay(When):
    """A clock time, or a part of the day, on a day (None: not said)."""

    date: When | None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    half_said: bool = False
    """The words say which half of the day it is («5 مساء»)."""


@dataclass(frozen=True, slots=True)
class Vague(When):
    """The last or next few units («الأيام الماضية»); `count` None is a few."""

    unit: Unit
    sign: int
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Then(When):
    """«حينها»: the date just given; «منذ ذلك الحين»: and ever since."""

    since: bool = False
    how: str = ""
    """`after` («بعد ذلك») and `during` («خلالها») lean on a date of their paragraph, or say nothing."""


@dataclass(frozen=True, slots=True)
class Within(When):
    """«في غضون أسبوع»: no longer than that, from the date of its story on."""

    amounts: tuple[tuple[float, Unit], ...]


@dataclass(frozen=True, slots=True)
class AfterEvent(When):
    """«بعد عامين من استقلال…»: the time of its own clause, so long after an event that has no date here."""

    amounts: tuple[tuple[float, Unit], ...]


@dataclass(frozen=True, slots=True)
class Present(When):
    """«الآن»."""


@dataclass(frozen=True, slots=True)
class Rest(When):
    """From the day of writing to the end of a period."""

    of: When


@dataclass(frozen=True, slots=True)
class Weekend(When):
    """The weekend of a week."""

    week: When
