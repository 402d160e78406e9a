"""The options of the explorer, and what holds where none is given."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tui.commands.looks import add_looks
from tui.commands.options import (
    EXIT_HELP,
    PROGRAM,
    add_camel_tools,
    add_lexicon,
    add_published,
)
from tui.language.choice import CHOICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.commands.explore import Options

_EXPLORE_HELP = """\
A terminal explorer for Arabic news about mediation:
every dated event beside the sentence that says so.

  mediation-tui                     open your library, or without one the article that comes with the program
  mediation-tui --library FILE      open another library; given several times, `l` goes from one to the next
  mediation-tui PATH...             open articles: text, web pages, PDF, Word, letters, tables, JSON, archives
                                    of these, folders, patterns
  mediation-tui -                   read an article from standard input
  mediation-tui extract PATH...     write the events as JSON Lines to standard output
  mediation-tui timex PATH...       write the date expressions alone
  mediation-tui index PATH...       read any number of articles into your library
  mediation-tui search WORDS...     find words in all articles of your library
  mediation-tui stats               your library in figures
  mediation-tui doctor              say what is installed and how this terminal is treated
  mediation-tui config              say what you have settled for all runs, and where; --init begins a file
"""


def read_options(words: Sequence[str], options: Options) -> None:
    """Read a command line; what it does not say stays as it is."""
    _parser().parse_args(words, namespace=options)


class _Version(argparse.Action):
    """Says the version. It is looked up when it is asked for: that costs 20 ms before the first frame."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"{PROGRAM} {version(PROGRAM)}\n")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [OPTIONS] [PATH ...]\n       {PROGRAM} extract|timex|index PATH ... [OPTIONS]\n"
        f"       {PROGRAM} search WORDS ... [OPTIONS]\n       {PROGRAM} stats|doctor|config",
        description=_EXPLORE_HELP,
        epilog=EXIT_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="articles to open; - is standard input")
    add_looks(parser)
    parser.add_argument(
        "--library",
        metavar="FILE",
        action="append",
        help="a library to open; given several times, `l` goes from one to the next",
    )
    parser.add_argument(
        "--lang",
        choices=CHOICES,
        help="the language of the screen: en, or ar, with the timeline at the right; auto, the locale's"
        " (LC_MESSAGES, LANG; default)",
    )
    add_published(parser)
    add_lexicon(parser)
    add_camel_tools(parser)
    parser.add_argument(
        "--version",
        action=_Version,
        nargs=0,
        default=argparse.SUPPRESS,
        help="show the program's version and exit",
    )
    return parser
