"""Time to the first frame: the explorer on its seed article against the least that Textual can show.

    uv run --group test python -m benchmarks.first_frame [RUNS]

The runs alternate, so that whatever else the machine is doing falls on both. Ends with status 1 over the
limit.
"""

from __future__ import annotations

import statistics
import sys

from benchmarks.screens import Screen

LIMIT = 1.35
MINIMAL = (
    sys.executable,
    "-c",
    """
from textual.app import App
from textual.widgets import Static

class Minimal(App):
    def compose(self):
        yield Static("first frame")

Minimal().run()
""",
)
EXPLORER = (sys.executable, "-c", "import sys; from tui.cli import main; sys.exit(main())")


def main() -> int:
    """Measure, print, and judge."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    minimal, first, filled = [], [], []
    for _ in range(runs):
        with Screen(MINIMAL) as screen:
            minimal.append(screen.until(rb"\?1049h.*first frame"))
        with Screen(EXPLORER) as screen:
            first.append(screen.until(rb"\?1049h.*Timeline.*quit"))
            filled.append(screen.until(rb"\d{4}-\d\d-\d\d"))
    ratio = statistics.median(first) / statistics.median(minimal)
    for name, times in (
        ("minimal Textual app", minimal),
        ("first frame", first),
        ("timeline filled", filled),
    ):
        print(
            f"{name:20} median {statistics.median(times) * 1000:6.0f} ms   best {min(times) * 1000:6.0f} ms"
        )
    print(f"{'ratio':20} {ratio:.2f} (limit {LIMIT}, {runs} interleaved runs)")
    return ratio > LIMIT


if __name__ == "__main__":
    sys.exit(main())
