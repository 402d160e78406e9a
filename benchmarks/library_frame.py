"""The explorer on a library: its first frame against the least that Textual can show, and what moves cost.

    python -m benchmarks.library_frame LIBRARY [RUNS]

`benchmarks.replicate_library` makes a large one of a small one. The first frame is there when the rows of the
library are counted and drawn, not when the empty panes are. The runs alternate; the moves are those of
`pty_moves` on the seed article, beside the same on the library. Ends with status 1 over the limit.
"""

from __future__ import annotations

import statistics
import sys

from benchmarks.first_frame import EXPLORER, MINIMAL
from benchmarks.screens import Screen
from core.library import Library

LIMIT, LARGE_LIMIT = 1.6, 2.0
LARGE = 1_000_000
"""Rows from which on the larger limit holds."""
_MOVES = 12
_FOLLOWED = 0.15
_SHOWN = rb"\?1049h.*Timeline[^\n]*\d/[\d,]+.*quit"


def main() -> int:
    """Measure, print, and judge."""
    path = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with Library.open(path, read_only=True) as library:
        rows, articles = library.count("row"), library.count()
    print(f"{rows:,} rows, {articles:,} articles")
    on_library = (*EXPLORER, "--library", path)
    minimal, first = [], []
    for _ in range(runs):
        with Screen(MINIMAL) as screen:
            minimal.append(screen.until(rb"\?1049h.*first frame"))
        with Screen(on_library) as screen:
            first.append(screen.until(_SHOWN))
    ratio = statistics.median(first) / statistics.median(minimal)
    limit = LARGE_LIMIT if rows >= LARGE else LIMIT
    for name, times in (("minimal Textual app", minimal), ("first rows of library", first)):
        print(f"{name:22} median {_ms(times):6.0f} ms   best {min(times) * 1000:6.0f} ms")
    print(f"{'ratio':22} {ratio:.2f} (limit {limit}, {runs} interleaved runs)")
    for name, command in (("seed", EXPLORER), ("library", on_library)):
        _walk(name, (*command, "--bidi", "guard"))
    return ratio > limit


def _walk(name: str, command: tuple[str, ...]) -> None:
    """Measure moves, and ways that lead far in a library."""
    with Screen(command) as screen:
        screen.until(rb"\?1049h.*Timeline[^\n]*\d/[\d,]+")
        screen.press(b"", 0.5)
        _report(name, "move (j)", [_alone(screen, b"j") for _ in range(_MOVES)])
        _report(name, "move and follow (k)", [screen.press(b"k", _FOLLOWED) for _ in range(_MOVES)])
        _report(name, "last and first (G g)", [_alone(screen, key) for key in (b"G", b"g") * 3])
        _report(name, "next article (])", [screen.press(b"]", _FOLLOWED) for _ in range(6)])
        _report(name, "list of articles (o)", [screen.press(b"o", _FOLLOWED) for _ in range(4)])
        screen.press(b"o", _FOLLOWED)
        _report(name, "move in it (j)", [_alone(screen, b"j") for _ in range(_MOVES)])
        _report(name, "last article (G g)", [_alone(screen, key) for key in (b"G", b"g") * 3])


def _alone(screen: Screen, key: bytes) -> tuple[int, float]:
    """Measure what a key does at once, and let the reader follow unmeasured."""
    found = screen.press(key)
    screen.press(b"", _FOLLOWED)
    return found


def _report(name: str, what: str, found: list[tuple[int, float]]) -> None:
    sizes, times = [size for size, _ in found], [took for _, took in found]
    print(
        f"{name:8} {what:22} median {statistics.median(sizes):7,.0f} B {_ms(times):6.1f} ms"
        f"   most {max(sizes):7,} B {max(times) * 1000:6.1f} ms"
    )


def _ms(times: list[float]) -> float:
    return statistics.median(times) * 1000


if __name__ == "__main__":
    sys.exit(main())
