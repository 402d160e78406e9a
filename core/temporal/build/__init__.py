"""What each rule of the grammar makes of its match: small pure functions, named in `grammar.toml`.

A builder returns None where the words cannot mean what the pattern says (a 32nd of January); the next longest
rule is tried then.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from core.temporal.build import clocks, dates, distances, durations, names, periods, ranges

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.temporal.grammar import Match


@cache
def builders() -> dict[str, Callable[[Match], object | None]]:
    """Return the builders by the names that the grammar uses."""
    return {
        name: function
        for module in (names, dates, periods, clocks, ranges, durations, distances)
        for name, function in module.BUILDERS.items()
    }
