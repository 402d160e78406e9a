"""How fast the whole road is, in characters of text a second on one core.

`uv run python benchmarks/road_speed.py [--peer] [articles.jsonl[.gz] ...]`

Processor time of one process: reading the lines of an article, its dates, its events, what is told twice.
Articles are a sample of the corpus beside the repository (see `--corpus`), or those of the files named. The
first one loads the lexicons and is told apart; then all are read once, most words new to the process, and
once more. `--peer` runs `dateparser`'s search, which finds dates alone, over the first articles in the same
run and prints the ratio.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.timex_speed import CORPUS, PEER_ARTICLES, by_peer, rate, read, sample, size
from core.coreference import merge
from core.events import find_events
from core.temporal import date_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.timex_speed import Row

STAGES = ("reading", "dates", "events", "merge")


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the articles of a file of JSON Lines, gzipped or not."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as file
    ):
        yield from map(json.loads, file)


def stages(row: Row) -> tuple[float, ...]:
    """Send an article down the road; return the seconds of processor time that each stage takes."""
    times = [time.process_time()]
    document = read(row)
    times.append(time.process_time())
    timexes = date_document(document)
    times.append(time.process_time())
    events = find_events(document, timexes)
    times.append(time.process_time())
    merge(events)
    times.append(time.process_time())
    return tuple(end - start for start, end in itertools.pairwise(times))


def whole_road(name: str, rows: Sequence[Row]) -> float:
    """Send all articles down the road; print and return characters a second."""
    characters = sum(len(row["text"]) for row in rows)
    spent = [sum(times) for times in zip(*map(stages, rows), strict=True)]
    speed: float = characters / sum(spent)
    split = zip(STAGES, spent, strict=True)
    each = ", ".join(f"{stage} {1e6 * took / characters:.2f}" for stage, took in split)
    print(f"{name:32} {speed / 1e6:8.3f} M characters/s  ({characters:,} characters; µs for each: {each})")
    return speed


def main() -> int:
    """Time the road on articles new to the process and on the same again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", help="articles as JSON Lines, .gz too")
    parser.add_argument(
        "--corpus", type=Path, default=CORPUS, help="folder of *.jsonl.gz, where no file is named"
    )
    parser.add_argument("--articles", type=int, default=800, help="how many articles of it")
    parser.add_argument("--peer", action="store_true", help="run dateparser too")
    arguments = parser.parse_args()
    rows = [row for path in arguments.files for row in rows_of(path)]
    rows = rows or sample(arguments.corpus, arguments.articles)
    if len(rows) < 2:
        print("no articles; name files, or their folder with --corpus", file=sys.stderr)
        return 2
    first, *rows = rows
    print(f"{'first article, lexicons loaded':32} {sum(stages(first)):8.3f} s")
    cold = whole_road("seen for the first time", rows)
    warm = whole_road("again", rows)
    if arguments.peer:
        few = [read(row) for row in rows[:PEER_ARTICLES]]
        peer = rate("dateparser, the first articles", size(few), lambda: by_peer(few))
        print(f"{cold / peer:,.1f} and {warm / peer:,.1f} times dateparser's speed, which finds dates alone")
    return 0


if __name__ == "__main__":
    sys.exit(main())
