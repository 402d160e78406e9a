"""How fast a library is made, how fast it is brought up to date, and what memory that takes.

`uv run python benchmarks/library_speed.py [--articles N] [--jobs N] [--library FILE] [articles.jsonl ...]`

Runs the command's own run on articles of the corpus beside the repository, or on the files named: once into a
new library, then again with nothing changed. Memory is the highest that each process ever had (Linux:
VmHWM). The reference is the analysis alone, of a sample of the same articles, in one process: the ratio of
processor time says what all the rest costs.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.road_speed import rows_of
from benchmarks.timex_speed import CORPUS, read
from core.library import Library
from core.library.engine import local, processors
from core.library.ingest import index
from core.pipeline import analyse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.library.progress import Progress

_SAMPLE = 400
"""Articles of the reference."""


@dataclass(slots=True)
class Use:
    """What a process used."""

    memory: int
    """MB, the most that it ever had; 0 where that is not told."""
    seconds: float
    """Of the processor."""


def use(process: int | str) -> Use | None:
    """Return what a process used until now; None where there is none, or the system does not tell."""
    folder = Path(f"/proc/{process}")
    try:
        status = (folder / "status").read_text(encoding="ascii", errors="replace")
        fields = (folder / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        return None
    lines = (line.split() for line in status.splitlines() if line.startswith("VmHWM:"))
    memory = next((int(words[1]) // 1024 for words in lines), 0)
    return Use(memory, (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"))


class Workers:
    """What the processes of a run used."""

    def __init__(self) -> None:
        """Those that are there already belong to another run."""
        self._others = {child.pid for child in multiprocessing.active_children()}
        self.used: dict[int, Use] = {}

    def __call__(self, _: Progress) -> None:
        """Look at the processes that there are now."""
        for child in multiprocessing.active_children():
            if child.pid is not None and child.pid not in self._others and (used := use(child.pid)):
                self.used[child.pid] = used


def cut(path: Path, folder: Path, articles: int) -> Path:
    """Write the first articles of a file of JSON Lines into a folder."""
    short = folder / f"{path.name.partition('.')[0]}.jsonl"
    with short.open("w", encoding="utf-8") as out:
        for row in itertools.islice(rows_of(path), articles):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return short


def run(paths: Sequence[Path], file: Path, jobs: int) -> tuple[Progress, float]:
    """Bring a library up to date, and print what that took; return what was done, and processor seconds."""
    workers = Workers()
    began, busy = time.perf_counter(), time.process_time()
    with Library.open(file, create=True) as library:
        with local(jobs) as (make, _):
            done = index([str(path) for path in paths], library, make, jobs=jobs, told=workers)
        events = library.count("event")
    took, mine = time.perf_counter() - began, time.process_time() - busy
    me = use("self")
    others = ", ".join(f"{each.seconds:.1f} s and {each.memory} MB" for each in workers.used.values())
    print(f"{took:8.2f} s, {done.characters / took / 1e3:,.0f} k characters/s")
    print(f"{'':9}{done.documents:,} articles analysed, {events:,} events, {len(done.problems)} problems")
    print(f"{'':9}main process {mine:.1f} s and {me.memory if me else 0} MB; others {others or 'none'}")
    return done, mine + sum(each.seconds for each in workers.used.values())


def reference(path: Path) -> float:
    """Analyse a sample in this process; return characters a second of processor time."""
    documents = [read(row) for row in itertools.islice(rows_of(path), _SAMPLE + 1)]
    analyse(documents[0])  # The lexicons are loaded.
    began = time.process_time()
    for document in documents[1:]:
        analyse(document)
    return sum(len(document.text) for document in documents[1:]) / (time.process_time() - began)


def main() -> int:
    """Index, index again, and compare with the analysis alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", help="articles as JSON Lines, .gz too")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder of *.jsonl.gz")
    parser.add_argument("--articles", type=int, help="so many of each file; all of them if not said")
    parser.add_argument("--jobs", type=int, default=processors(), help="processes")
    parser.add_argument("--library", type=Path, help="keep the library; it must not be there yet")
    options = parser.parse_args()
    paths = options.files or sorted(options.corpus.glob("*.jsonl.gz"))
    if not paths or (options.library and options.library.exists()):
        print("no articles, or the library is there already", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        if options.articles:
            paths = [cut(path, Path(folder), options.articles) for path in paths]
        file = options.library or Path(folder) / "library.sqlite"
        print(f"{options.jobs} processes")
        done, seconds = run(paths, file, options.jobs)
        run(paths, file, options.jobs)
        size = file.stat().st_size
        print(f"{size / 1e6:8.1f} MB, {size / done.characters:.2f} bytes a character")
        alone = reference(paths[0])
        print(f"{alone / 1e3:8,.0f} k characters/s of a processor in the analysis alone")
        print(
            f"{done.characters / seconds / 1e3:8,.0f} in all, {done.characters / seconds / alone:.0%} of that"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
