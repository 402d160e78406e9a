"""What lasts: rounds of mediation, events of several days, what is dated by no more than a month or a year.

The words: a *process* is one mediation between the same parties over time, with its *rounds* in order; a
*stretch* is what a screen shows of any of these beside others.
"""

from core.spans.lanes import lanes
from core.spans.process import Process, Round, processes
from core.spans.stretch import Kind, Stretch, beside, lasting, rounds, touching

__all__ = [
    "Kind",
    "Process",
    "Round",
    "Stretch",
    "beside",
    "lanes",
    "lasting",
    "processes",
    "rounds",
    "touching",
]
