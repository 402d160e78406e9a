"""What several commands share: names, choices, the options for dates and lexicons."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from core.errors import UsageError

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from core.library import Library
    from core.query import Query

PROGRAM = "mediation-tui"
MODES = ("auto", "visual", "guard", "logical", "kitty", "kitty-words")
LAYOUTS = ("auto", "side", "stacked", "one")
THEMES = ("terminal", "dark", "light", "sixteen", "plain")
EXIT_HELP = """\
exit status: 0 done; 1 a fault of the program; 2 the command line; 3 a file cannot be read or written;
4 nothing was found (extract, timex, search); 5 there is no terminal to draw on; 130 interrupted
"""


def say(line: str) -> None:
    """Tell the person something beside the data: on standard error."""
    sys.stderr.write(f"{line}\n")


def add_lexicon(parser: argparse.ArgumentParser) -> None:
    """Add `--lexicon`."""
    parser.add_argument(
        "--lexicon",
        metavar="FOLDER",
        help="actors, places and triggers of your own, in TOML (docs/lexicon.md)",
    )


def add_camel_tools(parser: argparse.ArgumentParser) -> None:
    """Add `--morphology` and `--names`."""
    for option, what in (
        ("--morphology", "let camel-tools' morphology decide between words that are written alike"),
        ("--names", "let camel-tools' recogniser of named entities find further names"),
    ):
        parser.add_argument(
            option,
            choices=("off", "auto", "on"),
            default="off",
            help=f"{what}: off (default), where its data is installed (auto), or always, with an error where"
            " it is not (on); `doctor` says what there is and how to get it",
        )


def take_lexicon(folder: str | None) -> None:
    """Name the person's lexicon to this process and those that it starts, and check it before all else."""
    from core.resources import LEXICON_VARIABLE, check_lexicon

    if folder is not None:
        os.environ[LEXICON_VARIABLE] = os.path.abspath(folder)  # noqa: PTH100 - no resolving of links
    check_lexicon()


def add_published(parser: argparse.ArgumentParser) -> None:
    """Add `--published`."""
    parser.add_argument(
        "--published",
        metavar="DATE",
        help='when articles that declare no date were published: 2022-08-08, «8 أغسطس 2022», "8 August 2022"',
    )


def published(words: str | None) -> dt.date | None:
    """Return the date that `--published` names.

    Raises:
        UsageError: the words are no whole date.
    """
    if words is None:
        return None
    from core.reading import declared_date

    date = declared_date(words)
    if date is None:
        raise UsageError(f"--published: «{words}» is not a whole date; write it as 2022-08-08")
    return date


def add_where(parser: argparse.ArgumentParser) -> None:
    """Add `--where`."""
    parser.add_argument(
        "--where",
        metavar="QUERY",
        help="only events that this holds of, such as «mediator:مصر since:2019 -conflict» (docs/query.md)",
    )


def where(options: argparse.Namespace) -> Query | None:
    """Return the query that `--where` gives; None where it is not given.

    Raises:
        UsageError: it cannot be understood.
    """
    if options.where is None:
        return None
    import datetime as dt

    from core.query import QueryError, parse

    try:
        return parse(options.where, dt.date.today())
    except QueryError as error:
        raise UsageError(f"--where: {error}") from error


def count(words: str) -> int:
    """Read a number that may be none: for `argparse`."""
    number = int(words)
    if number < 0:
        raise ValueError(words)
    return number


def add_library(parser: argparse.ArgumentParser) -> None:
    """Add `--library`."""
    parser.add_argument("--library", metavar="FILE", help="the library (usually one in your data folder)")


def open_library(options: argparse.Namespace) -> Library:
    """Open the library that `--library` names, or the usual one, for reading.

    Raises:
        LibraryError: there is none.
    """
    from core.library import Library, default_path

    return Library.open(options.library or default_path(), read_only=True)
