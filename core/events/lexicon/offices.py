"""Offices and who held them when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class Tenure:
    """A time in an office; the bounds are ISO dates cut to the year or month where no more is known."""

    office: str
    """`<alpha-3>/<office key>` («EGY/intelligence-chief»), or an organisation's («hamas/leader»)."""
    first: str
    last: str
    """Empty while it lasts."""

    def covers(self, date: dt.date) -> bool:
        """Tell whether the office was held on a day; both bounds count as wholly inside."""
        day = date.isoformat()
        return self.first <= day and (not self.last or day[: len(self.last)] <= self.last)
