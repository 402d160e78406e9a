"""Every budget of the screen in one table: bytes on the line, time, frames, memory; each with its limit.

    uv run --group test python -m benchmarks.budgets [--quick]

At 120×40 on a pseudo-terminal, in guard mode as over SSH, on the seed article and on articles made here. What
is slow is measured as its median, or as what 95 of 100 keys stay under; `--quick` leaves out what takes
minutes. Ends with status 1 where a limit is passed.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.articles import EVENTS, write_articles
from benchmarks.first_frame import EXPLORER, MINIMAL
from benchmarks.replicate_library import replicate
from benchmarks.screens import FRAME, Screen
from core.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_GUARDED = (*EXPLORER, "--bidi", "guard")
_ROWS = rb"\?1049h.*Timeline.*\d{4}-\d\d-\d\d"
_WHOLE = 24_000
"""Bytes that a whole screen of Arabic takes at most, every cell anew."""
_SETTLED = 0.2
"""Seconds after which all has followed."""
_MOVES = 40
_IDLE = 3.0
_FOLLOW = 0.08
_HELD = 0.033
"""Seconds between two keys of a key that is held."""
_LARGE, _INDEXED = 100_000, 150
"""Events in a library, and the articles that it is made of."""
_MANY = 1_000
"""Articles that are analysed while somebody moves."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table."""

    what: str
    found: float
    limit: float
    unit: str

    @property
    def kept(self) -> bool:
        """Whether the limit is kept to."""
        return self.found <= self.limit


def main() -> int:
    """Measure, print, and judge."""
    kept = True
    for figures in _parts(quick="--quick" in sys.argv[1:]):
        for figure in figures:
            kept &= figure.kept
            verdict = "" if figure.kept else "   over"
            print(
                f"{figure.what:52} {figure.found:10,.1f} {figure.unit:4} limit {figure.limit:9,.1f}{verdict}",
                flush=True,
            )
    return not kept


def _parts(*, quick: bool) -> Iterator[Iterator[Figure]]:
    yield _start()
    yield _keys()
    yield _quiet()
    yield _following()
    if not quick:
        with tempfile.TemporaryDirectory() as folder:
            articles = Path(folder, "articles")
            write_articles(articles, _MANY)
            yield _at_work(str(articles))
            shutil.rmtree(articles)
            write_articles(articles, _INDEXED)
            small, large = (Path(folder, f"{name}.sqlite") for name in ("small", "large"))
            command = (*EXPLORER, "index", "--library", str(small), str(articles))
            subprocess.run(command, check=True, capture_output=True)
            replicate(small, large, _LARGE)
            yield _in_a_library(large)


def _start(runs: int = 7) -> Iterator[Figure]:
    """Time the first frame and the first row, beside the least that Textual can show."""
    minimal, first, rows, size = [], [], [], 0
    for _ in range(runs):
        with Screen(MINIMAL) as screen:
            minimal.append(screen.until(rb"\?1049h.*first frame"))
        with Screen(_GUARDED) as screen:
            first.append(screen.until(rb"\?1049h.*Timeline.*quit"))
            size = len(screen.seen)
            rows.append(screen.until(_ROWS))
    least = statistics.median(minimal)
    yield Figure("first frame, times a minimal Textual app", statistics.median(first) / least, 1.35, "×")
    yield Figure("first rows, times a minimal Textual app", statistics.median(rows) / least, 6, "×")
    yield Figure("first frame", size, 16_000, "B")


def _keys() -> Iterator[Figure]:
    """Count what keys send, and time them."""
    with Screen(_GUARDED, synchronised=True) as screen:
        screen.until(_ROWS)
        screen.press(b"", 1.0)
        moves = [_alone(screen, key) for key in (b"j", b"k") * (_MOVES // 2)]
        yield from _both("a move (j k)", moves, 1_000, 12)
        followed = [screen.press(key, _SETTLED)[0] for key in (b"j", b"k") * 5]
        yield Figure("a move and what follows it", max(followed), 16_000, "B")
        pages = [screen.chunks(key, _SETTLED) for key in (b" ", b"b") * 6]
        yield from _both("a page (space b)", [_sum(page) for page in pages], 16_000, 15)
        yield Figure("frames of a page", max(_frames(page) for page in pages), 1, "")
        yield Figure(
            "the other pane (Tab)", max(screen.press(b"\t", _SETTLED)[0] for _ in range(6)), 4_000, "B"
        )
        for name, opens, closes in (
            ("help (?)", b"?", b"q"),
            ("the filter (f)", b"f", b"\x1b"),
            ("the articles (o)", b"o", b"o"),
        ):
            opened, closed = (screen.press(key, _SETTLED)[0] for key in (opens, closes))
            yield Figure(f"{name}, opened", opened, _WHOLE, "B")
            yield Figure(f"{name}, left again", closed, _WHOLE, "B")


def _quiet() -> Iterator[Figure]:
    """Count what is sent while nobody presses anything."""
    with Screen(_GUARDED) as screen:
        screen.until(_ROWS)
        screen.press(b"", 1.0)
        for where, keys in (
            ("the timeline", b""),
            ("the reader", b"\t"),
            ("the articles", b"\to"),
            ("the help", b"o?"),
            ("a search", "q/مصر".encode()),
            ("a filter", "\x1bfمصر".encode()),
        ):
            screen.press(b"", 0.3)
            screen.press(keys, 0.7)
            sent = sum(len(data) for _, data in screen.chunks(b"", _IDLE))
            yield Figure(f"sent in {_IDLE:.0f} s on {where}, nothing pressed", sent, 0, "B")


def _following() -> Iterator[Figure]:
    """Hold a key, and see when the reader follows: not before it is let go, and soon then."""
    with Screen(_GUARDED, synchronised=True) as screen:
        screen.until(_ROWS)
        screen.press(b"", 1.0)
        between, after = 0, []
        for key in (b"j", b"k") * 5:
            for _ in range(8):
                between = max(between, sum(len(data) for _, data in screen.chunks(key, _HELD)))
            last = screen.chunks(key, _SETTLED)
            after.append(last[-1][0] * 1000)
        yield Figure("sent for each key of a held one", between, 1_000, "B")
        yield Figure("the reader follows after the last key", statistics.median(after), 1000 * _FOLLOW, "ms")


def _at_work(folder: str) -> Iterator[Figure]:
    """Move while many articles are analysed, and when they are; then look how much memory that took."""
    with Screen((*_GUARDED, folder)) as screen:
        screen.until(_ROWS, 60)
        busy, idle = [], []
        while is_at_work(screen.pid):
            busy += [_alone(screen, key)[1] for key in (b"j", b"k")]
        screen.press(b"", 2.0)
        idle = [_alone(screen, key)[1] for key in (b"j", b"k") * (_MOVES // 2)]
        taken = memory(screen.pid)
    yield Figure(f"a move among {_MANY:,} articles, median", 1000 * statistics.median(idle), 12, "ms")
    for name, of in (("median", statistics.median), ("95 of 100", _p95)):
        yield Figure(f"while they are analysed, times that: {name}", of(busy) / of(idle), 2, "×")
    yield from _memory(f"{_MANY:,} articles", taken, _MANY * EVENTS)


def _in_a_library(path: Path) -> Iterator[Figure]:
    """Look how much memory a large library takes on the screen."""
    with Library.open(path, read_only=True) as library:
        events = library.count("row")
    with Screen((*_GUARDED, "--library", str(path))) as screen:
        screen.until(rb"\?1049h.*Timeline[^\n]*1/[\d,]+", 60)
        for key in (b"j", b"G", b"g", b" ", b"o", b"o"):
            screen.press(key, _SETTLED)
        taken = memory(screen.pid)
    yield from _memory(f"a library of {events:,} events", taken, events)


def _memory(where: str, taken: Mapping[str, int], events: int) -> Iterator[Figure]:
    with Screen(MINIMAL) as screen:
        screen.until(rb"\?1049h.*first frame")
        least = memory(screen.pid)
    for kind in ("Rss", "Pss"):
        limit = 1.5 * least[kind] + events / 2
        yield Figure(f"memory of {where}, {kind.upper()}", taken[kind] / 1024, limit / 1024, "MB")


def memory(pid: int) -> dict[str, int]:
    """Return kB of a process: `Rss`, all that it has in memory; `Pss`, what others share counted in part."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    return {name: int(rest.split()[0]) for name, rest in (line.split(":") for line in lines)}


def is_at_work(pid: int) -> bool:
    """Tell whether a process still has the one that analyses."""
    return bool(Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split())


def _alone(screen: Screen, key: bytes) -> tuple[int, float]:
    """Measure what a key does at once, and let the reader follow unmeasured."""
    found = screen.press(key)
    screen.press(b"", _SETTLED)
    return found


def _both(what: str, found: Sequence[tuple[int, float]], most: float, longest: float) -> Iterator[Figure]:
    yield Figure(f"{what}: bytes, the most", max(size for size, _ in found), most, "B")
    yield Figure(f"{what}: 95 of 100 within", 1000 * _p95([took for _, took in found]), longest, "ms")


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _sum(chunks: Sequence[tuple[float, bytes]]) -> tuple[int, float]:
    return sum(len(data) for _, data in chunks), chunks[-1][0]


def _frames(chunks: Sequence[tuple[float, bytes]]) -> int:
    return b"".join(data for _, data in chunks).count(FRAME)


if __name__ == "__main__":
    sys.exit(main())
