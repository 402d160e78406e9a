"""The axis of time: its units, the stretch of it that a screen shows to scale, what is written under it.

Days are `datetime.date`, both ends of a stretch inclusive. Nothing here knows an event: how many begin where
is asked of whoever has them in order (`core.timeline.Chronology.index_at`).
"""

from core.axis.axis import Axis, in_months, over_years, window
from core.axis.labels import Label, labels
from core.axis.unit import Unit

__all__ = ["Axis", "Label", "Unit", "in_months", "labels", "over_years", "window"]
