"""What a key costs over a line: bytes and time of moves, of the reader that follows, of pages and Tab.

    uv run --group test python -m benchmarks.pty_moves [ARTICLE]

At 120×40, in guard mode as over SSH; the seed article unless another is named.
"""

from __future__ import annotations

import statistics
import sys
import time

from benchmarks.first_frame import EXPLORER
from benchmarks.screens import Screen

_MOVES = 12
_FOLLOWED = 0.15
"""Seconds that are quiet enough for the reader to have followed."""


def main() -> int:
    """Measure and print."""
    with Screen((*EXPLORER, "--bidi", "guard", *sys.argv[1:2])) as screen:
        screen.until(rb"\?1049h.*Timeline.*\d{4}-\d\d-\d\d")
        screen.press(b"", 0.5)
        print(f"{'start':24} {len(screen.seen):7,} B")
        _report("move (j)", [_then_settle(screen, b"j") for _ in range(_MOVES)])
        _report("move and follow (k)", [screen.press(b"k", _FOLLOWED) for _ in range(_MOVES)])
        _report("12 moves in one burst", [screen.press(b"j" * _MOVES, _FOLLOWED)])
        _report("page (space)", [screen.press(key) for key in (b" ", b"b") * 4])
        _report("other pane (Tab)", [screen.press(b"\t") for _ in range(8)])
        _report("line in the reader (j)", [screen.press(key) for key in (b"\t", *[b"j"] * _MOVES)][1:])
        screen.press(b"\t", _FOLLOWED)
        _report("find (/)", [screen.press(b"/", _FOLLOWED)])
        _report("letter of a search", [screen.press(letter.encode(), _FOLLOWED) for letter in "المصري"])
        _report("keep (Enter)", [screen.press(b"\r", _FOLLOWED)])
        _report("next hit and follow (n)", [screen.press(b"n", _FOLLOWED) for _ in range(_MOVES)])
        _report("marks away (Esc)", [screen.press(b"\x1b", _FOLLOWED)])
        _report("Arabic mode (r)", [screen.press(b"r") for _ in range(3)])
    return 0


def _then_settle(screen: Screen, key: bytes) -> tuple[int, float]:
    """Measure a move alone, and let the reader follow unmeasured."""
    found = screen.press(key)
    time.sleep(_FOLLOWED)
    screen.press(b"", 0.01)
    return found


def _report(name: str, found: list[tuple[int, float]]) -> None:
    sizes, times = [size for size, _ in found], [took * 1000 for _, took in found]
    print(
        f"{name:24} median {statistics.median(sizes):7,.0f} B {statistics.median(times):6.1f} ms"
        f"   most {max(sizes):7,} B {max(times):6.1f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
