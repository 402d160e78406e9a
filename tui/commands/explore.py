"""The explorer: articles on the screen."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UsageError
from tui.commands.options import (
    EXIT_HELP,
    MODES,
    PROGRAM,
    THEMES,
    add_camel_tools,
    add_lexicon,
    add_published,
    take_lexicon,
)
from tui.commands.options import published as published_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.model import Document
    from tui.analysis import AnalysisFeed
    from tui.libraries import Libraries

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
"""


def explore(words: Sequence[str]) -> int:
    """Open the explorer on the articles that the command line names, or on the one that comes with us."""
    options = _explore_parser().parse_args(words)
    take_lexicon(options)
    if "on" in (options.morphology, options.names):
        from core.morphology.choice import check

        check(options.morphology, options.names)
    if options.library or _wants_nothing(options):
        libraries = _libraries(options)
        if libraries is not None:
            return _run(libraries, options)
    from core.reading import STDIN, check_path, expand, read_path
    from tui.analysis import AnalysisFeed

    published = published_on(options.published)
    paths: list[str] = list(options.paths)
    documents: list[Document] = []
    if STDIN in paths:
        documents += read_path(STDIN, published)
        paths = [path for path in paths if path != STDIN]
    elif not paths and not _wants_nothing(options):
        documents += read_path(STDIN, published)
    elif not paths:
        paths = [_seed()]
    files = list(expand(paths))
    for path in paths:
        # What a folder holds that cannot be read is told in the explorer.
        if path in files:
            check_path(path)
    feed = AnalysisFeed.start(  # before the screen, and while the screen is loaded
        files, documents, published, morphology=options.morphology, names=options.names
    )
    return _run(feed, options)


def _run(source: AnalysisFeed | Libraries, options: argparse.Namespace) -> int:
    from tui.app import run
    from tui.terminal import BidiMode
    from tui.themes import ThemeName

    return run(
        source,
        bidi=BidiMode(options.bidi),
        marks=_MARKS[options.marks],
        mouse=options.mouse,
        theme=ThemeName(options.theme) if options.theme else None,
    )


def _wants_nothing(options: argparse.Namespace) -> bool:
    """Tell whether no article is named, and none is piped in."""
    return not options.paths and (sys.stdin.isatty() or not _piped())


def _libraries(options: argparse.Namespace) -> Libraries | None:
    """Open the libraries that were named, or else the usual one if there is one."""
    from core.resources.library_file import default_path

    if options.library and options.paths:
        raise UsageError("articles and a library cannot be opened at once; `index` puts articles into one")
    paths = [Path(name).expanduser() for name in options.library] or [default_path()]
    if not options.library and not paths[0].is_file():
        return None
    from tui.libraries import Libraries

    return Libraries.open(paths)


_MARKS = {"auto": None, "on": True, "off": False}


def _piped() -> bool:
    """Tell a pipe or a file on standard input, which holds an article, from a terminal or nothing at all."""
    import stat

    mode = os.fstat(sys.stdin.fileno()).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def _seed() -> str:
    from importlib.resources import files

    folder = files("seeds")
    name = next(
        entry.name for entry in sorted(folder.iterdir(), key=lambda e: e.name) if entry.name.endswith(".txt")
    )
    return str(folder.joinpath(name))


class _Version(argparse.Action):
    """Says the version. It is looked up when it is asked for: that costs 20 ms before the first frame."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"{PROGRAM} {version(PROGRAM)}\n")
        parser.exit()


def _explore_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [OPTIONS] [PATH ...]\n       {PROGRAM} extract|timex|index PATH ... [OPTIONS]\n"
        f"       {PROGRAM} search WORDS ... [OPTIONS]\n       {PROGRAM} stats|doctor",
        description=_EXPLORE_HELP,
        epilog=EXIT_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="articles to open; - is standard input")
    parser.add_argument(
        "--bidi",
        choices=MODES,
        default="auto",
        help="who orders Arabic on the screen: visual, the program; guard, the program, and no terminal"
        " after it; logical, the terminal; kitty, the program, each run of letters turned round, and"
        " kitty-words, with all that touches it, as kitty does it where its font has Arabic; auto,"
        " decided by the terminal (default)",
    )
    parser.add_argument(
        "--marks",
        choices=("auto", "on", "off"),
        default="auto",
        help="draw vowel marks, or leave them out; auto, where the terminal draws them well (default)",
    )
    parser.add_argument(
        "--theme",
        choices=THEMES,
        help="how the screen looks: terminal, in the terminal's own colours (default); dark or light, in its"
        " own; sixteen, in eight colours and nothing dim; plain, without colours, as where NO_COLOR is set",
    )
    parser.add_argument(
        "--no-mouse",
        dest="mouse",
        action="store_false",
        help="leave the mouse to the terminal, which then selects as elsewhere",
    )
    parser.add_argument(
        "--library",
        metavar="FILE",
        action="append",
        default=[],
        help="a library to open; given several times, `l` goes from one to the next",
    )
    add_published(parser)
    add_lexicon(parser)
    add_camel_tools(parser)
    parser.add_argument("--version", action=_Version, nargs=0, help="show the program's version and exit")
    return parser
