"""A resolved date: its stretch of days, its EDTF and TIMEX3 values, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from core.model import Anchor, Basis
from core.temporal import calendars, edtf
from core.temporal.expression import Unit


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression came to.

    `edtf` is None where it cannot be told, `first` and `last` where open or outside the years 1 to 9999.
    """

    edtf: str | None
    timex: str
    basis: Basis
    grain: Unit | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    reasons: tuple[str, ...] = ()
    anchor: Anchor | None = None

    def because(self, *reasons: str) -> Value:
        """Add to why."""
        return self._with(self.edtf, self.basis, self.reasons + reasons, self.anchor)

    def only_because(self, *reasons: str) -> Value:
        """Say why, in place of what was said before."""
        return self._with(self.edtf, self.basis, reasons, self.anchor)

    def _with(
        self, edtf_: str | None, basis: Basis, reasons: tuple[str, ...], anchor: Anchor | None
    ) -> Value:
        return Value(edtf_, self.timex, basis, self.grain, self.first, self.last, reasons, anchor)

    def marked(self, *, uncertain: bool = False, approximate: bool = False) -> Value:
        """Mark the value as uncertain or approximate."""
        if self.edtf is None or not (uncertain or approximate):
            return self
        marked = edtf.mark(self.edtf, uncertain=uncertain, approximate=approximate)
        return self._with(marked, self.basis, self.reasons, self.anchor)

    def leaning(self, basis: Basis, anchor: Anchor | None) -> Value:
        """Say how it was reached and what it hangs on."""
        return self._with(self.edtf, basis, self.reasons, anchor or self.anchor)


def of_day(date: dt.date, basis: Basis) -> Value:
    """A day."""
    return Value(date.isoformat(), date.isoformat(), basis, Unit.DAY, date, date)


def of_month(year: int, month: int, basis: Basis) -> Value:
    """A month."""
    written = edtf.month(year, month)
    if not 1 <= year <= 9999:
        return Value(written, written, basis, Unit.MONTH)
    return Value(written, written, basis, Unit.MONTH, *calendars.month_span(year, month))


def of_year(year: int, basis: Basis) -> Value:
    """A year, astronomical."""
    written = edtf.year(year)
    if not 1 <= year <= 9999:
        timex = f"BC{1 - year:04d}" if year <= 0 else written
        return Value(written, timex, basis, Unit.YEAR)
    return Value(written, written, basis, Unit.YEAR, dt.date(year, 1, 1), dt.date(year, 12, 31))


def of_days(
    first: dt.date, last: dt.date, basis: Basis, grain: Unit | None = None, timex: str | None = None
) -> Value:
    """A stretch of days."""
    written = f"{first.isoformat()}/{last.isoformat()}" if first != last else first.isoformat()
    return Value(written, timex or written, basis, grain, first, last)


def of_months(first: tuple[int, int], last: tuple[int, int], basis: Basis, timex: str) -> Value:
    """A stretch of months."""
    written = f"{edtf.month(*first)}/{edtf.month(*last)}"
    return Value(
        written, timex, basis, Unit.MONTH, calendars.month_span(*first)[0], calendars.month_span(*last)[1]
    )


def unresolved(timex: str, missing: str) -> Value:
    """A date that hangs on what is not known."""
    return Value(None, timex, Basis.UNRESOLVED, reasons=(missing,))
