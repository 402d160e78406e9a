"""What drawing Arabic costs: levels, a paragraph, its lines; in µs and against a loop of the same minute.

    uv run --group test python -m benchmarks.bidi_speed

The reference is python-bidi's `get_display` (compiled, order alone: no shaping, no lines, no way back to the
source) on the same text, run between our own: machines differ, and the same machine differs by the minute.
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from bidi import get_display

from core.bidi import Layout, levels
from core.bidi.paragraph import shape_anew

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (
    "قال الوزير في 10 سبتمبر 2020 (وكالات): «نعم للمفاوضات» [1]، ونقلت CNN عن United Nations أن الوفد وصل "
    "إلى القاهرة فجر الخميس، وأضافت أن 75% من البنود حُسِمَت ولا خلاف إلا على التوقيت. "
)
SIZES = (100, 1_000, 10_000)
WIDTH = 80
ROUNDS = 15
AIMS = {
    "levels": (33, 538, 5_252),
    "paragraph": (159, 1_455, 15_159),
    "wrap": (8, 77, 762),
    "line": (30, 30, 30),
}
"""µs at each size, from the trial that the design was made with."""


def once(work: Callable[[], object], repeats: int) -> float:
    """Return the µs that one call takes, the mean of a few."""
    start = time.perf_counter()
    for _ in range(repeats):
        work()
    return (time.perf_counter() - start) / repeats * 1e6


def measure(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the best of several rounds in which the works take turns of some 5 ms."""
    best = {name: once(work, 3) for name, work in works.items()}
    for _ in range(ROUNDS):
        for name, work in works.items():
            best[name] = min(best[name], once(work, max(2, int(5_000 / best[name]))))
    return best


def main() -> None:
    """Print a table for each size."""
    for column, size in enumerate(SIZES):
        text = (TEXT * (size // len(TEXT) + 1))[:size]
        paragraph = shape_anew(text)
        laid = Layout.of(paragraph, WIDTH)
        works: dict[str, Callable[[], object]] = {
            "python-bidi": partial(get_display, text, base_dir="R"),
            "levels": partial(levels, text, "rtl"),
            "paragraph": partial(shape_anew, text),
            "wrap": partial(Layout.of, paragraph, WIDTH),
            "line": partial(laid.line, 0),
        }
        found = measure(works)
        print(f"{size:,} characters")
        for name, cost in found.items():
            aim = f"aim {AIMS[name][column]:>6,} µs" if name in AIMS else "reference"
            print(f"  {name:<12}{cost:>10,.1f} µs   × {cost / found['python-bidi']:<8.2f}{aim}")


if __name__ == "__main__":
    main()
