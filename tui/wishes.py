"""What the command line wants of the explorer, for modules that are loaded before it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Return:
    """Whether the place where a person leaves is kept, and gone back to."""

    keep: bool = True
    back: bool = True
