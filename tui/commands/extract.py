"""`extract`: the events of articles, or of a library, in one of the formats of `core.export`."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from core.errors import ExitCode, MediationError, UsageError
from tui.commands.options import (
    PROGRAM,
    add_camel_tools,
    add_lexicon,
    add_where,
    open_library,
    say,
    take_lexicon,
    where,
)
from tui.commands.streams import Articles, stream_parser, wanted_days

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from core.library import Library
    from core.model import Document, Event
    from core.query import Query

_TOGETHER = 500
"""Events of a library that are read at a time."""


class _NothingError(MediationError):
    """There is nothing to write."""

    exit_code = ExitCode.NO_EVENTS


def extract(words: Sequence[str]) -> int:
    """Write the events of every file that can be read, or those of a library's timeline, in its order."""
    options = _parser().parse_args(words)
    take_lexicon(options.lexicon)
    wanted, query = wanted_days(options), where(options)
    if bool(options.paths) == (options.library is not None):
        raise UsageError("extract reads either PATHs or a --library")
    if options.output:
        from core.export.output import check

        check(Path(options.output), force=options.force)
    if not options.paths:
        with open_library(options) as library:
            events = _stored(library, query)
            kept = (event for event in events if wanted(event.date.start, event.date.end))
            _write(options, kept, f"no such event in {library.path}")
        return ExitCode.OK
    articles = Articles(options)
    told = (event for event in _told(options, articles) if wanted(event.date.start, event.date.end))
    try:
        _write(options, (event for event in told if query is None or query.matches(event)), articles.nothing)
    except _NothingError:
        if articles.status is ExitCode.OK:  # What cannot be read has been named.
            raise
    return articles.status


def _told(options: argparse.Namespace, articles: Articles) -> Iterator[Event]:
    """Yield the events of some articles in the order of their texts."""
    from core.pipeline import analyse

    morphology, recogniser = None, None
    if (options.morphology, options.names) != ("off", "off"):
        from core.morphology.choice import check, chosen_morphology, chosen_names

        check(options.morphology, options.names)
        morphology, recogniser = chosen_morphology(options.morphology), chosen_names(options.names)
    for document in articles:
        events = analyse(document, morphology, recogniser).events
        yield from _as_judged(document, events) if options.judged else events


def _as_judged(document: Document, events: Sequence[Event]) -> Iterator[Event]:
    """Yield the events of an article as the person wants them; what they have hidden is left out."""
    from core.judgement.attaching import judged
    from core.judgement.file import default_path, said_in
    from core.model import Status
    from core.model.identity import document_key

    said = said_in(default_path()).get(document_key(document), ())
    return (event for event in judged(document, events, said) if event.status is not Status.HIDDEN)


def _stored(library: Library, query: Query | None) -> Iterator[Event]:
    """Yield the rows of a library's timeline."""
    import datetime as dt

    from core.library.filter import EventFilter
    from core.query import parse

    numbers = EventFilter(library.connection).events(query or parse("", dt.date.today()))
    for start in range(0, len(numbers), _TOGETHER):
        for stored in library.events(numbers[start : start + _TOGETHER]):
            yield stored.event


def _write(options: argparse.Namespace, events: Iterator[Event], nothing: str) -> None:
    """Write what the format makes of some events, and say what was left out, and how many went to a file.

    Raises:
        _NothingError: there was none; then no file is made.
    """
    from core.export.formats import FORMATS, encoded, told
    from core.export.tally import Tally

    form, tally = FORMATS[options.format], Tally()
    with _output(options) as out:
        for piece in form.lines(events, tally):
            out.write(encoded(piece))
        out.flush()
        if not tally.written:
            raise _NothingError(told(tally, form) if tally.left_out else nothing)
    if options.output:
        say(f"{PROGRAM}: {told(tally, form)}; written to {options.output}")
    elif tally.left_out:
        say(f"{PROGRAM}: {told(tally, form)}")


@contextmanager
def _output(options: argparse.Namespace) -> Iterator[IO[bytes]]:
    """Give the file that `--output` names, or standard output."""
    if options.output is None:
        yield sys.stdout.buffer
        return
    from core.export.output import whole_file

    with whole_file(Path(options.output), force=options.force) as file:
        yield file


def _parser() -> argparse.ArgumentParser:
    from core.export.formats import FORMATS

    parser = stream_parser("extract", "dated event", tuple(FORMATS), paths="*")
    parser.add_argument(
        "--output",
        metavar="FILE",
        help="write to a file, whole or not at all, in place of standard output",
    )
    parser.add_argument("--force", action="store_true", help="let --output overwrite a file that is there")
    parser.add_argument(
        "--library",
        nargs="?",
        const="",
        metavar="FILE",
        help="in place of PATHs: the timeline of a library, in its order (usually one in your data folder)",
    )
    parser.add_argument(
        "--judged",
        action="store_true",
        help="of PATHs: as you have corrected, hidden and added events in the explorer; without it, what is"
        " written depends on the articles alone",
    )
    add_lexicon(parser)
    add_camel_tools(parser)
    add_where(parser)
    return parser
