"""How long search and filters take on a library, beside grep on the same articles as files.

    python -m benchmarks.library_search LIBRARY [--queries 100] [--grep 5]

What is looked for is taken from the library itself, the same each time: words and neighbouring words of
titles, names of actors, categories, months. Times are the process's own, in milliseconds; each query is asked
once, as a person does. With `--grep N` the articles are written out as files, and N of the words are looked
for in them with `rg -F` or `grep -rF`: there wall time is compared, and they are asked for the word as it is
spelt, with nothing attached.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import shutil
import statistics
import subprocess
import tempfile
import time
import zlib
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from core.arabic import tokenise
from core.library import Library
from core.library.filter import EventFilter
from core.library.search import Order, search
from core.model import Plover
from core.query import parse, parse_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_TODAY = dt.date(2022, 8, 8)
_SEED = 7
_SHORTEST = 3


def asked(library: Library, many: int) -> dict[str, list[str]]:
    """Return queries by their kind."""
    chance = random.Random(_SEED)
    db = library.connection
    titles = [title for (title,) in db.execute("SELECT title FROM document LIMIT 20000") if title]
    pairs = sorted({pair for title in titles for pair in pairwise(_words(title))})
    pairs = [pair for pair in pairs if min(map(len, pair)) >= _SHORTEST]
    pairs = chance.sample(pairs, min(many, len(pairs)))
    names = [
        name
        for (name,) in db.execute(
            "SELECT coalesce(t.name_ar, t.text) FROM actor a JOIN entity t ON t.id = a.entity"
            " GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ?",
            (many,),
        )
    ]
    years = db.execute("SELECT year FROM year WHERE year BETWEEN 1990 AND 2030 ORDER BY year").fetchall()
    months = [f"{year}-{month:02}" for (year,) in years for month in range(1, 13)]
    months = chance.sample(months, min(many, len(months)))
    return {
        "word": [f"«{one}»" for one, _ in pairs],  # In quotes, for «ليس» is a word of the language, too.
        "two words": [f"«{one}» «{other}»" for one, other in pairs],
        "phrase": [f"«{one} {other}»" for one, other in pairs],
        "actor": [f"actor:«{name}»" for name in names],
        "type": [f"type:{category}" for category in Plover],
        "span": [f"{chance.choice(('since', 'until', 'on'))}:{month}" for month in months],
        "all three": [
            f"actor:«{name}» type:{chance.choice(list(Plover))} since:{chance.choice(months)}"
            for name in names
        ],
        "place": [f"place:{name}" for name in ("غزة", "القاهرة", "الدوحة", "سوريا", "London")],
        "said": [f"«{one}»" for one, _ in pairs],
    }


def _words(title: str) -> list[str]:
    return [title[word.start : word.end] for word in tokenise(title).words]


def timed(work: Callable[[str], int], queries: Iterable[str]) -> list[float]:
    """Return how many milliseconds each takes."""
    spent = []
    for query in queries:
        began = time.process_time()
        work(query)
        spent.append((time.process_time() - began) * 1000)
    return spent


def told(what: str, spent: Sequence[float]) -> None:
    """Print a line."""
    ordered = sorted(spent)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    print(f"{what:24}{len(spent):6}{statistics.median(spent):9.1f}{p95:9.1f}{ordered[-1]:9.1f}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("library", type=Path)
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--grep", type=int, default=0)
    options = parser.parse_args()
    with Library.open(options.library, read_only=True) as library:
        measure(library, options.queries, options.grep)


def measure(library: Library, many: int, grep: int) -> None:
    """Print how long everything takes."""
    print(", ".join(f"{library.count(table):,} {table}s" for table in ("document", "event", "row")))
    queries = asked(library, many)
    events = EventFilter(library.connection)

    def filtered(query: str) -> int:
        return len(events.positions(parse(query, _TODAY)))

    print(f"{'':24}{'':>6}{'p50':>9}{'p95':>9}{'max':>9}")
    told("the first filter", timed(filtered, [""]))
    for kind in ("word", "two words", "phrase"):
        for order in Order:
            told(f"search: {kind}, {order}", timed(partial(_searched, library, order), queries[kind]))
    for kind in ("actor", "type", "span", "all three", "place", "said"):
        told(f"filter: {kind}", timed(filtered, queries[kind]))
    if grep:
        beside(library, queries["word"][:grep])


def _searched(library: Library, order: Order, words: str) -> int:
    return search(library.connection, parse_words(words), order=order).total


def beside(library: Library, words: Sequence[str]) -> None:
    """Print how long others take for some words on the same articles as files."""
    with tempfile.TemporaryDirectory() as folder:
        for number, packed in library.connection.execute("SELECT id, text FROM document"):
            Path(folder, f"{number}.txt").write_bytes(zlib.decompress(packed))
        ours = _wall(partial(_searched, library, Order.RANK), words)
        words = [word.strip("«»") for word in words]
        print(f"{'search, wall':24}{len(words):6}{ours:9.1f}")
        for command in (["rg", "-lF"], ["grep", "-rlF"]):
            if shutil.which(command[0]) is None:
                print(f"{command[0]} is not installed")
                continue
            theirs = _wall(partial(_looked_for, command, folder), words)
            print(f"{command[0] + ', wall':24}{len(words):6}{theirs:9.1f}   {theirs / ours:,.0f} times ours")


def _looked_for(command: Sequence[str], folder: str, word: str) -> None:
    subprocess.run([*command, "--", word, folder], stdout=subprocess.DEVNULL, check=False)


def _wall(work: Callable[[str], object], words: Iterable[str]) -> float:
    """Return the median of wall times in milliseconds."""
    spent = []
    for word in words:
        began = time.perf_counter()
        work(word)
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent)


if __name__ == "__main__":
    main()
