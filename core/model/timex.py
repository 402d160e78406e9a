"""Dates: an expression with its value and the reason for it, and the date of an event."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - fields are resolved at run time by whoever reads a record
from dataclasses import dataclass
from enum import StrEnum

from core.model.document import Span


def _bears(edtf: str | None, mark: str) -> bool:
    """Tell whether an EDTF value bears a mark, alone or as half of `%` (EDTF level 1: `%` is `?` and `~`)."""
    return edtf is not None and (mark in edtf or "%" in edtf)


class TimexType(StrEnum):
    """TIMEX3 types; a range is a `DATE` whose value is an EDTF interval."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Basis(StrEnum):
    """How the value of a date was reached."""

    EXPLICIT = "explicit"
    """Day, month and year all stand in the words."""
    MONTH_YEAR = "month_year"
    YEAR = "year"
    YEAR_LIST = "year_list"
    """One of several years joined to one noun («2009 و2012 و2014»)."""
    DECADE = "decade"
    CENTURY = "century"
    SEASON = "season"
    PERIOD = "period"
    """A quarter, half, week or part of a named period."""
    HIJRI = "hijri"
    HOLIDAY = "holiday"
    ERA = "era"
    RANGE = "range"
    CLOCK = "clock"
    DURATION = "duration"
    SET = "set"
    YEAR_INFERRED = "year_inferred"
    MONTH_INFERRED = "month_inferred"
    WEEKDAY = "weekday"
    DEICTIC = "deictic"
    """Counted from the day of writing (أمس، العام الماضي، الشهر المقبل)."""
    OFFSET = "offset"
    """A distance from an anchor (قبل عامين، بعد ثلاثة أيام)."""
    ANAPHORIC = "anaphoric"
    """Points at a date already given (حينها، في العام ذاته)."""
    HEADING = "heading"
    ANCHORED = "anchored"
    """No date of its own: the date of the event that it follows on."""
    PUBLISHED = "published"
    PERSON = "person"
    """Set by a person, whatever the words say."""
    UNRESOLVED = "unresolved"
    """A date whose anchor is not known; its EDTF is null."""


class DateMark(StrEnum):
    """What EDTF level 1 says of a value beside its figures."""

    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"
    UNSPECIFIED = "X"
    INTERVAL = "/"
    OPEN = ".."


class AnchorKind(StrEnum):
    """Where the date stands that another date leans on."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    DOCUMENT = "document"
    PUBLISHED = "published"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that a resolved date hangs on."""

    kind: AnchorKind
    edtf: str
    text: str | None = None
    """Its words in the source; null for the publication date."""
    paragraph: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A date expression with its value and the reason for it."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    """TIMEX3 value; `XXXX` where a part is unknown."""
    edtf: str | None
    """EDTF level 1; null for durations, sets and what cannot be resolved."""
    basis: Basis
    reason: str
    """One English line: why this value."""
    rule: str
    """The grammar rule that read it."""
    anchor: Anchor | None = None
    first: dt.date | None = None
    """First day, inclusive; null when open, before year 1, or unresolved."""
    last: dt.date | None = None
    """Last day, inclusive; null when open, after year 9999, or unresolved."""

    @property
    def span(self) -> Span:
        """The expression's place in its text."""
        return Span(self.start, self.end)

    @property
    def uncertain(self) -> bool:
        """EDTF `?` or `%`: an inference could be otherwise."""
        return _bears(self.edtf, "?")

    @property
    def approximate(self) -> bool:
        """EDTF `~` or `%`: the words are vague."""
        return _bears(self.edtf, "~")


@dataclass(frozen=True, slots=True)
class EventDate:
    """When, and why we say so."""

    edtf: str | None
    start: dt.date | None
    end: dt.date | None
    basis: Basis
    reason: str
    text: str | None = None
    """The words, when the event has a date of its own in its paragraph."""
    span: Span | None = None
    anchor: Anchor | None = None

    @property
    def uncertain(self) -> bool:
        """EDTF `?` or `%`."""
        return _bears(self.edtf, "?")

    @property
    def approximate(self) -> bool:
        """EDTF `~` or `%`."""
        return _bears(self.edtf, "~")

    @property
    def marks(self) -> tuple[DateMark, ...]:
        """The marks that its value bears, each once; an open stretch is no interval besides."""
        found = tuple(mark for mark in DateMark if self.edtf and mark.value in self.edtf)
        return tuple(mark for mark in found if mark is not DateMark.INTERVAL or DateMark.OPEN not in found)

    @property
    def doubtful(self) -> bool:
        """Whether it is uncertain, approximate, or not known at all."""
        return self.uncertain or self.approximate or (self.start is None and self.end is None)

    @property
    def inherited(self) -> bool:
        """Whether the date's words stand elsewhere than the event; nobody's words are those of a person."""
        return self.span is None and self.basis is not Basis.PERSON
