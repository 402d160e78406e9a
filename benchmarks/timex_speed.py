"""How fast dates are read: `python -m benchmarks.timex_speed [TEXT…]`, in characters a second on one core.

Without files it takes the seed article, repeated: news prose with about one date a paragraph. Recognition and
resolution are both in the figure.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from pathlib import Path

from core.temporal import find_timexes

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Time a pass over the paragraphs, paragraph by paragraph, and over one long text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="*", type=Path, help="UTF-8 text files (default: the seed article)")
    parser.add_argument("--size", type=int, default=2_000_000, help="characters to read")
    arguments = parser.parse_args()
    paths = arguments.texts or sorted((ROOT / "seeds").glob("*.txt"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    size = sum(map(len, lines))
    rounds = max(1, arguments.size // max(1, size))
    reference = dt.date(2022, 8, 8)
    for line in lines:
        find_timexes(line, reference)
    began = time.process_time()
    found = sum(len(find_timexes(line, reference)) for _ in range(rounds) for line in lines)
    took = time.process_time() - began
    each = found / rounds / len(lines)
    print(f"paragraphs: {rounds * size / took:,.0f} characters/s, {each:.2f} dates a paragraph")
    whole = "\n".join(lines * rounds)
    began = time.process_time()
    found = len(find_timexes(whole, reference))
    took = time.process_time() - began
    print(f"one text of {len(whole):,}: {len(whole) / took:,.0f} characters/s, {found:,} dates")
    return 0


if __name__ == "__main__":
    sys.exit(main())
