"""`index`: files into a library, and what is told meanwhile."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ExitCode, MediationError, UsageError
from tui.commands.options import EXIT_HELP, PROGRAM, add_lexicon, add_published, say, take_lexicon
from tui.commands.options import published as published_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from core.library import Library
    from core.library.progress import Progress

_SELDOM = 0.2
"""Seconds between two lines of progress."""
_ENOUGH = 2.0
"""Seconds after which a guess at the time left is worth telling."""
_EXTRA = "install it with: pip install 'mediation-tui[{}]'"


def index(words: Sequence[str]) -> int:
    """Bring a library up to date with files and folders."""
    options = _parser().parse_args(words)
    take_lexicon(options.lexicon)
    published = published_on(options.published)
    if options.watch:
        _need("watchfiles", "--watch", "watch")
    from core.judgement.file import default_path as notebook_path
    from core.library import Library, default_path
    from core.library.ingest import index as run

    path = Path(options.library) if options.library else default_path()
    with Library.open(path, create=True) as library:
        line = _Line()
        try:
            with _engine(options) as (make, jobs):
                done = run(
                    options.paths,
                    library,
                    make,
                    jobs=jobs,
                    published=published,
                    notebook=notebook_path(),
                    told=line,
                )
            line.clear()
            status = _conclude(done, library)
            if options.watch:
                for _ in _changes(options.paths, path):
                    done = run(options.paths, library, published=published, notebook=notebook_path())
                    if done.documents or done.problems:
                        _conclude(done, library)
        except KeyboardInterrupt:
            line.clear()
            say(f"{PROGRAM}: stopped; what was done is in {path}, and the same command goes on from there")
            return ExitCode.INTERRUPTED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} index",
        description="Read articles from files, folders and patterns into a library, and find their events."
        " What is in the library already and has not changed costs nothing; a run that was stopped is taken"
        " up again.",
        epilog=EXIT_HELP,
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="files, folders, patterns; - is standard input"
    )
    parser.add_argument("--library", metavar="FILE", help="the library (usually one in your data folder)")
    parser.add_argument(
        "--jobs", type=_count, metavar="N", help="processes (as many as there are processors)"
    )
    parser.add_argument("--watch", action="store_true", help="then wait, and read what is new or changes")
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="analyse on a Dask cluster: tcp://HOST:PORT (docs/cluster.md)"
    )
    add_published(parser)
    add_lexicon(parser)
    return parser


def _count(words: str) -> int:
    number = int(words)
    if number < 1:
        raise ValueError(words)
    return number


# -------------------------------------------------------------------------------------------------- engines


def _engine(
    options: argparse.Namespace,
) -> AbstractContextManager[tuple[Callable[[], Executor], int]]:
    """Return what makes executors, and how many processes they have."""
    from core.library.engine import cluster, local, processors

    if options.scheduler is None:
        return local(options.jobs or processors())
    _need("distributed", "--scheduler", "cluster")
    return cluster(options.scheduler)


def _need(module: str, option: str, extra: str) -> None:
    from importlib.util import find_spec

    if find_spec(module) is None:
        raise UsageError(f"{option} needs {module}, which is not installed; {_EXTRA.format(extra)}")


# ----------------------------------------------------------------------------------------- what is told


class _Line:
    """The line of progress, drawn over itself; nothing where standard error is no terminal."""

    def __init__(self) -> None:
        self._drawn = sys.stderr.isatty()
        self._last = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if self._drawn and now - self._last >= _SELDOM:
            self._last = now
            sys.stderr.write(f"\r{_told(progress, now)}\x1b[K")
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line empty for what is said next."""
        if self._drawn and self._last:
            sys.stderr.write("\r\x1b[K")


def _told(progress: Progress, now: float) -> str:
    if progress.stage != "reading":
        return f"{progress.stage} …"
    seconds = now - progress.started
    parts = [
        f"{100 * progress.bytes_done // max(progress.bytes_all, 1)} %",
        f"{progress.documents:,} articles",
        f"{_rate(progress.characters, seconds)}",
    ]
    worked = progress.bytes_done - progress.bytes_skipped
    if seconds > _ENOUGH and worked > 0:
        left = (progress.bytes_all - progress.bytes_done) * seconds / worked
        parts.append(f"{_span(left)} left")
    return " · ".join(parts)


def _rate(characters: int, seconds: float) -> str:
    return f"{characters / max(seconds, 0.001) / 1000:,.0f} k characters/s"


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _conclude(progress: Progress, library: Library) -> int:
    """Say what was done, and what could not be read; return the exit status."""
    for problem in progress.problems:
        say(f"{PROGRAM}: {problem}")
    seconds = time.monotonic() - progress.started
    again = f" ({progress.again:,} again, by newer rules)" if progress.again else ""
    parts = [
        f"{_many(progress.files, 'file')} ({progress.unchanged:,} unchanged)",
        f"{_many(progress.documents, 'article')} analysed{again}",
        f"{_many(progress.characters, 'character')} in {_span(seconds)}",
        _rate(progress.characters, seconds),
        _many(len(progress.problems), "problem"),
    ]
    if progress.judged:
        say(f"{PROGRAM}: {_many(progress.judged, 'judgement')} taken over from your notebook")
    held = f"{_many(library.count(), 'article')} and {_many(library.count('event'), 'event')}"
    say(f"{', '.join(parts)}; {held} in {library.path}")
    return ExitCode.UNREADABLE if progress.problems else ExitCode.OK


# ------------------------------------------------------------------------------------------------- watching


def _changes(paths: Sequence[str], library: Path) -> Iterator[None]:
    """Wait, and yield each time something but the library itself changes in the folders of some paths."""
    from watchfiles import watch

    own = (str(library.absolute()), str(library.resolve()))
    folders = sorted({str(_folder(path)) for path in paths if path != "-"})
    if not folders:
        raise UsageError("--watch: there is nothing to watch; name a file or a folder")
    say(f"watching {', '.join(folders)}; Ctrl+C ends")
    for _ in watch(*folders, watch_filter=lambda _, path: not path.startswith(own), raise_interrupt=True):
        yield


def _folder(path: str) -> Path:
    """Return the nearest folder that is there: of a file its own, of a pattern the one before the pattern."""
    found = Path(path).absolute()
    while not found.is_dir():
        if found == found.parent:
            raise MediationError(f"{path}: no such folder; check the path")
        found = found.parent
    return found
