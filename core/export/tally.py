"""How many events an export took, and how many it had no room for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Counted while the events go by; right once all have gone."""

    written: int = 0
    left_out: int = 0
    """Events that the format cannot hold; `Format.leaves_out` says which those are."""
