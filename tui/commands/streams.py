"""`extract` and `timex`: records of articles to standard output."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from core.errors import ExitCode, MediationError, UsageError
from tui.commands.options import (
    EXIT_HELP,
    PROGRAM,
    add_camel_tools,
    add_lexicon,
    add_published,
    add_where,
    open_library,
    say,
    take_lexicon,
    where,
)
from tui.commands.options import published as published_on

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from core.model import Document
    from core.query import Query
    from core.temporal.typed import Interval

    _Wanted = Callable[[dt.date | None, dt.date | None], bool]

_TOGETHER = 500
"""Events of a library that are read at a time."""


def extract(words: Sequence[str]) -> int:
    """Write the events of every file that can be read."""
    options = _extract_parser().parse_args(words)
    take_lexicon(options)
    from core.export.jsonl import jsonl
    from core.pipeline import analyse

    wanted, query = _wanted(options), where(options)
    if bool(options.paths) == (options.library is not None):
        raise UsageError("extract reads either PATHs or a --library")
    if not options.paths:
        return _extract_stored(options, query, wanted)
    morphology, recogniser = None, None
    if (options.morphology, options.names) != ("off", "off"):
        from core.morphology.choice import check, chosen_morphology, chosen_names

        check(options.morphology, options.names)
        morphology, recogniser = chosen_morphology(options.morphology), chosen_names(options.names)

    def lines(document: Document) -> Iterable[str]:
        events = analyse(document, morphology, recogniser).events
        dated = (event for event in events if wanted(event.date.start, event.date.end))
        return jsonl(event for event in dated if query is None or query.matches(event))

    return _stream(options, lines)


def _extract_stored(options: argparse.Namespace, query: Query | None, wanted: _Wanted) -> int:
    """Write the rows of a library's timeline, in its order."""
    import datetime as dt

    from core.export.jsonl import jsonl
    from core.library.filter import EventFilter
    from core.query import parse

    written = 0
    with open_library(options) as library:
        numbers = EventFilter(library.connection).events(query or parse("", dt.date.today()))
        for start in range(0, len(numbers), _TOGETHER):
            events = (stored.event for stored in library.events(numbers[start : start + _TOGETHER]))
            written += _write(jsonl(event for event in events if wanted(event.date.start, event.date.end)))
    sys.stdout.flush()
    if not written:
        say(f"{PROGRAM}: no such event in {library.path}")
        return ExitCode.NO_EVENTS
    return ExitCode.OK


def timex(words: Sequence[str]) -> int:
    """Write the date expressions of every file that can be read."""
    options = _stream_parser("timex", "date expression").parse_args(words)
    from core.export.timexes import timex_lines
    from core.temporal import date_document

    wanted = _wanted(options)

    def lines(document: Document) -> Iterable[str]:
        found = date_document(document)
        kept = [[timex for timex in here if wanted(timex.first, timex.last)] for here in found]
        return timex_lines(document, kept)

    return _stream(options, lines)


def _wanted(options: argparse.Namespace) -> _Wanted:
    """Return what tells whether a stretch of days lies within `--since` and `--until`."""
    if options.since is None and options.until is None:
        return lambda _first, _last: True
    from core.temporal.typed import Interval

    since, until = (_typed(name, getattr(options, name)) for name in ("since", "until"))
    span = Interval(since.first if since else None, until.last if until else None)
    return lambda first, last: (first or last) is not None and span.overlaps(first, last)


def _typed(option: str, words: str | None) -> Interval | None:
    if words is None:
        return None
    import datetime as dt

    from core.temporal.typed import typed_interval

    found = typed_interval(words, dt.date.today())
    if found is None:
        raise UsageError(f"--{option}: «{words}» is no date; write it as 2021, 2021-05 or «مايو 2021»")
    return found


def _stream(options: argparse.Namespace, lines_of: Callable[[Document], Iterable[str]]) -> int:
    """Write what each article gives; a file that cannot be read is named, and the rest goes on."""
    from core.reading import expand, read_articles

    published = published_on(options.published)
    status = ExitCode.OK
    written = 0
    for path in expand(options.paths):
        for outcome in read_articles(path, published):
            if isinstance(outcome, MediationError):
                say(f"{PROGRAM}: {outcome}")
                status = outcome.exit_code
            else:
                written += _write(lines_of(outcome))
    sys.stdout.flush()
    if status is ExitCode.OK and not written:
        say(f"{PROGRAM}: no dated event in {', '.join(options.paths)}")
        return ExitCode.NO_EVENTS
    return status


def _write(lines: Iterable[str]) -> int:
    """Write UTF-8 whatever the locale says, for the records are data; return how many there were."""
    count = 0
    for line in lines:
        sys.stdout.buffer.write(line.encode())
        count += 1
    return count


def _stream_parser(command: str, what: str, paths: str = "+") -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} {command}",
        description=f"Write every {what} of the articles to standard output, one record a line.",
        epilog=EXIT_HELP,
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths", nargs=paths, metavar="PATH", help="files, folders or patterns; - is standard input"
    )
    parser.add_argument(
        "--format", choices=("jsonl",), default="jsonl", help="the form of the records (jsonl)"
    )
    parser.add_argument(
        "--since", metavar="DATE", help="only what is dated then or later: 2021, «مايو 2021», …"
    )
    parser.add_argument(
        "--until", metavar="DATE", help='only what is dated then or before: "two years ago", …'
    )
    add_published(parser)
    return parser


def _extract_parser() -> argparse.ArgumentParser:
    parser = _stream_parser("extract", "dated event", paths="*")
    parser.add_argument(
        "--library",
        nargs="?",
        const="",
        metavar="FILE",
        help="in place of PATHs: the timeline of a library, in its order (usually one in your data folder)",
    )
    add_lexicon(parser)
    add_camel_tools(parser)
    add_where(parser)
    return parser
