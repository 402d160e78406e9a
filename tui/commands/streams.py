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
    say,
    take_lexicon,
    where,
)
from tui.commands.options import published as published_on

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from core.model import Document
    from core.temporal.typed import Interval


def extract(words: Sequence[str]) -> int:
    """Write the events of every file that can be read."""
    options = _extract_parser().parse_args(words)
    take_lexicon(options)
    from core.export.jsonl import jsonl
    from core.pipeline import analyse

    wanted, query = _wanted(options), where(options)
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


def _wanted(options: argparse.Namespace) -> Callable[[dt.date | None, dt.date | None], bool]:
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
    from core.reading import read_path

    published = published_on(options.published)
    status = ExitCode.OK
    written = 0
    for path in options.paths:
        try:
            for document in read_path(path, published):
                written += _write(lines_of(document))
        except MediationError as error:
            say(f"{PROGRAM}: {error}")
            status = error.exit_code
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


def _stream_parser(command: str, what: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} {command}",
        description=f"Write every {what} of the articles to standard output, one record a line.",
        epilog=EXIT_HELP,
        allow_abbrev=False,
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="articles to read; - is standard input")
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
    parser = _stream_parser("extract", "dated event")
    add_lexicon(parser)
    add_camel_tools(parser)
    add_where(parser)
    return parser
