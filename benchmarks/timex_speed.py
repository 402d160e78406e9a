"""How fast dates are read, in characters a second on one core.

`uv run python benchmarks/timex_speed.py [--peer]`

Processor time of one process, folding, recognition and resolution included. News is a sample of the corpus
beside the repository (see `--corpus`), each article dated as a document, once before anything of it was seen
and once more; the development articles, full of dates, follow, and last one long text. `--peer` runs
`dateparser`'s search over the first articles of the same sample and prints the ratio.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import itertools
import json
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from core.reading import make_document
from core.temporal import date_document, find_timexes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from core.model import Document

Row: TypeAlias = dict[str, Any]
"""An article as a line of JSON: `id, title, outlet, date, text`."""

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
ARTICLES = ROOT.parent / "shared" / "eval" / "dev_articles"
_WARM_UP = 200
PEER_ARTICLES = 40


def sample(folder: Path, count: int) -> list[Row]:
    """A sample of the corpus, the same each time."""
    lines: list[str] = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as rows_of_file:
            lines.extend(itertools.islice(rows_of_file, 0, None, 20))
    return [json.loads(line) for line in random.Random(1).sample(lines, min(count, len(lines)))]


def read(row: Row) -> Document:
    """An article as the road reads it."""
    return make_document(
        row["text"],
        doc_id=row["id"],
        title=row.get("title"),
        outlet=row.get("outlet"),
        published=_day(row.get("date")),
    )


def _day(written: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def size(documents: Iterable[Document]) -> int:
    """Characters that are read."""
    return sum(len(paragraph.text) for document in documents for paragraph in document.paragraphs)


def rate(name: str, characters: int, work: Callable[[], int]) -> float:
    """Run once, print and return characters a second."""
    began = time.process_time()
    found = work()
    took = time.process_time() - began
    speed = characters / took
    dense = f"{1000 * found / characters:.1f} dates in 1,000 characters"
    print(f"{name:32} {speed / 1e6:8.3f} M characters/s  ({characters:,} characters, {dense})")
    return speed


def _dated(documents: list[Document]) -> int:
    return sum(len(timexes) for document in documents for timexes in date_document(document))


def by_peer(documents: list[Document]) -> int:
    """Dates that `dateparser.search` finds."""
    from dateparser.search import search_dates

    return sum(
        len(search_dates(paragraph.text, languages=["ar"]) or [])
        for document in documents
        for paragraph in document.paragraphs
    )


def main() -> int:
    """Time news, the development articles, and one long text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder of *.jsonl.gz")
    parser.add_argument("--articles", type=int, default=1000, help="how many articles of it")
    parser.add_argument("--peer", action="store_true", help="run dateparser too")
    arguments = parser.parse_args()
    news = [read(row) for row in sample(arguments.corpus, arguments.articles + _WARM_UP)]
    if not news:
        print(f"{arguments.corpus}: no articles there; give their folder with --corpus", file=sys.stderr)
        return 2
    _dated(news[:_WARM_UP])
    news = news[_WARM_UP:]
    ours = rate("news, seen for the first time", size(news), lambda: _dated(news))
    rate("news, again", size(news), lambda: _dated(news))
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    if texts:
        dense = [make_document(text, doc_id="dev", published=dt.date(2018, 8, 1)) for text in texts] * 5
        rate("development articles", size(dense), lambda: _dated(dense))
    whole = " ".join(paragraph.text for document in news for paragraph in document.paragraphs)
    rate("one paragraph of all the news", len(whole), lambda: len(find_timexes(whole, dt.date(2018, 8, 1))))
    if arguments.peer:
        few = news[:PEER_ARTICLES]
        peer = rate("dateparser, the first articles", size(few), lambda: by_peer(few))
        print(f"{ours / peer:,.0f} times dateparser's speed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
