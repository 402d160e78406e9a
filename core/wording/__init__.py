"""What is said of an event in Arabic: why this date, why this category, what it is in short.

The English lines are made where the event is (`Timex.reason`, `Event.why`, `Event.summary_en`); these are
made anew from its data when somebody reads them (arabic.toml).
"""

from core.wording.category import why_category
from core.wording.date import why_date
from core.wording.short import in_short

__all__ = ["in_short", "why_category", "why_date"]
