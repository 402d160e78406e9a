"""`timex`: the date expressions of articles; and what `extract` shares with it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from core.errors import ExitCode, MediationError, UsageError
from tui.commands.options import (
    EXIT_HELP,
    PROGRAM,
    add_published,
    say,
)
from tui.commands.options import published as published_on

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from core.model import Document
    from core.temporal.typed import Interval

    Wanted = Callable[[dt.date | None, dt.date | None], bool]


def timex(words: Sequence[str]) -> int:
    """Write the date expressions of every file that can be read."""
    options = stream_parser("timex", "date expression").parse_args(words)
    from core.export.formats import encoded
    from core.export.timexes import timex_lines
    from core.temporal import date_document

    wanted = wanted_days(options)

    articles = Articles(options)
    written = 0
    for document in articles:
        found = date_document(document)
        kept = [[timex for timex in here if wanted(timex.first, timex.last)] for here in found]
        for line in timex_lines(document, kept):
            # UTF-8 whatever the locale says, for the records are data.
            sys.stdout.buffer.write(encoded(line))
            written += 1
    sys.stdout.flush()
    if articles.status is ExitCode.OK and not written:
        say(f"{PROGRAM}: {articles.nothing}")
        return ExitCode.NO_EVENTS
    return articles.status


def wanted_days(options: argparse.Namespace) -> Wanted:
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


class Articles:
    """The articles of some files; one that cannot be read is named, and the rest goes on."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Read nothing yet."""
        self._options = options
        self.status = ExitCode.OK
        """How it went, once all are read."""

    def __iter__(self) -> Iterator[Document]:
        """Read them one by one."""
        from core.reading import expand, read_articles

        published = published_on(self._options.published)
        for path in expand(self._options.paths):
            for outcome in read_articles(path, published):
                if isinstance(outcome, MediationError):
                    say(f"{PROGRAM}: {outcome}")
                    self.status = outcome.exit_code
                else:
                    yield outcome

    @property
    def nothing(self) -> str:
        """What to say where none of them tells of anything dated."""
        return f"no dated event in {', '.join(self._options.paths)}"


def stream_parser(
    command: str, what: str, forms: Sequence[str] = ("jsonl",), paths: str = "+"
) -> argparse.ArgumentParser:
    """Return what the two commands understand: paths, form, days."""
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} {command}",
        description=f"Write every {what} of the articles to standard output, by default one record a line.",
        epilog=EXIT_HELP,
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths", nargs=paths, metavar="PATH", help="files, folders or patterns; - is standard input"
    )
    parser.add_argument(
        "--format",
        choices=forms,
        default=forms[0],
        metavar="NAME",
        help=f"the form of the records: {', '.join(forms)}; default {forms[0]} (docs/export.md)",
    )
    parser.add_argument(
        "--since", metavar="DATE", help="only what is dated then or later: 2021, «مايو 2021», …"
    )
    parser.add_argument(
        "--until", metavar="DATE", help='only what is dated then or before: "two years ago", …'
    )
    add_published(parser)
    return parser
