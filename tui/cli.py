"""The command line: `mediation-tui [PATH…]` explores; `extract` and `timex` write records;
`doctor` looks round.

Data goes to standard output, everything else to standard error. What is heavy is imported by the command that
needs it, so that the explorer's first frame waits for none of it.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from core.errors import ExitCode, MediationError, UsageError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from core.model import Document
    from core.temporal.typed import Interval

PROGRAM = "mediation-tui"

_MODES = ("auto", "visual", "guard", "logical", "kitty", "kitty-words")

_EXPLORE_HELP = """\
A terminal explorer for Arabic news about mediation:
every dated event beside the sentence that says so.

  mediation-tui                     open the article that comes with the program
  mediation-tui FILE...             open articles: text, or JSON Lines (id, title, outlet, date, text),
                                    gzipped or not
  mediation-tui -                   read an article from standard input
  mediation-tui extract FILE...     write the events as JSON Lines to standard output
  mediation-tui timex FILE...       write the date expressions alone
  mediation-tui doctor              say what is installed and how this terminal is treated
"""
_EXIT_HELP = """\
exit status: 0 done; 1 a fault of the program; 2 the command line; 3 a file cannot be read;
4 nothing dated was found (extract, timex); 5 there is no terminal to draw on; 130 interrupted
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        if words[:1] == ["extract"]:
            return _extract(_extract_parser().parse_args(words[1:]))
        if words[:1] == ["timex"]:
            return _timex(_stream_parser("timex", "date expression").parse_args(words[1:]))
        if words[:1] == ["doctor"]:
            return _doctor(_doctor_parser().parse_args(words[1:]))
        return _explore(_explore_parser().parse_args(words))
    except MediationError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output left (`| head`): not a fault, and nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK


# ---------------------------------------------------------------------------------------------- arguments


def _explore_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [OPTIONS] [PATH ...]\n       {PROGRAM} extract|timex PATH ... [OPTIONS]\n"
        f"       {PROGRAM} doctor",
        description=_EXPLORE_HELP,
        epilog=_EXIT_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="articles to open; - is standard input")
    parser.add_argument(
        "--bidi",
        choices=_MODES,
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
    _add_published(parser)
    _add_lexicon(parser)
    _add_camel_tools(parser)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {version(PROGRAM)}")
    return parser


def _stream_parser(command: str, what: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} {command}",
        description=f"Write every {what} of the articles to standard output, one record a line.",
        epilog=_EXIT_HELP,
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
    _add_published(parser)
    return parser


def _extract_parser() -> argparse.ArgumentParser:
    parser = _stream_parser("extract", "dated event")
    _add_lexicon(parser)
    _add_camel_tools(parser)
    return parser


def _doctor_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} doctor",
        description="Say what is installed, how this terminal is treated, and how to get more; in a terminal,"
        " draw a line of Arabic in each mode, and remember which of them reads right there.",
        epilog=_EXIT_HELP,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--bidi",
        choices=_MODES,
        help="remember this mode for the terminal, and ask nothing; auto forgets what was chosen for it",
    )
    return parser


def _add_lexicon(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lexicon",
        metavar="FOLDER",
        help="actors, places and triggers of your own, in TOML (docs/lexicon.md)",
    )


def _add_camel_tools(parser: argparse.ArgumentParser) -> None:
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


def _take_lexicon(options: argparse.Namespace) -> None:
    """Name the person's lexicon to this process and those that it starts, and check it before all else."""
    from core.resources import LEXICON_VARIABLE, check_lexicon

    if options.lexicon is not None:
        os.environ[LEXICON_VARIABLE] = os.path.abspath(options.lexicon)  # noqa: PTH100 - no resolving of links
    check_lexicon()


def _add_published(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--published",
        metavar="DATE",
        help='when articles that declare no date were published: 2022-08-08, «8 أغسطس 2022», "8 August 2022"',
    )


def _published(words: str | None) -> dt.date | None:
    if words is None:
        return None
    from core.reading import declared_date

    date = declared_date(words)
    if date is None:
        raise UsageError(f"--published: «{words}» is not a whole date; write it as 2022-08-08")
    return date


# -------------------------------------------------------------------------------------------------- extract


def _extract(options: argparse.Namespace) -> int:
    """Write the events of every file that can be read."""
    _take_lexicon(options)
    from core.export.jsonl import jsonl
    from core.pipeline import analyse

    wanted = _wanted(options)
    morphology, recogniser = None, None
    if (options.morphology, options.names) != ("off", "off"):
        from core.morphology.choice import check, chosen_morphology, chosen_names

        check(options.morphology, options.names)
        morphology, recogniser = chosen_morphology(options.morphology), chosen_names(options.names)

    def lines(document: Document) -> Iterable[str]:
        events = analyse(document, morphology, recogniser).events
        return jsonl(event for event in events if wanted(event.date.start, event.date.end))

    return _stream(options, lines)


def _timex(options: argparse.Namespace) -> int:
    """Write the date expressions of every file that can be read."""
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

    published = _published(options.published)
    status = ExitCode.OK
    written = 0
    for path in options.paths:
        try:
            for document in read_path(path, published):
                written += _write(lines_of(document))
        except MediationError as error:
            print(f"{PROGRAM}: {error}", file=sys.stderr)
            status = error.exit_code
    sys.stdout.flush()
    if status is ExitCode.OK and not written:
        print(f"{PROGRAM}: no dated event in {', '.join(options.paths)}", file=sys.stderr)
        return ExitCode.NO_EVENTS
    return status


def _write(lines: Iterable[str]) -> int:
    """Write UTF-8 whatever the locale says, for the records are data; return how many there were."""
    count = 0
    for line in lines:
        sys.stdout.buffer.write(line.encode())
        count += 1
    return count


# --------------------------------------------------------------------------------------------------- doctor


def _doctor(options: argparse.Namespace) -> int:
    from tui.doctor import ask_terminal, can_choose, choose_mode, examine, need_terminal, settle
    from tui.terminal import BidiMode

    if options.bidi is not None:
        need_terminal()
        for line in settle(BidiMode(options.bidi), replies=ask_terminal()):
            print(line)
        return ExitCode.OK
    replies = ask_terminal()
    for line in examine(replies=replies):
        print(line)
    if can_choose():
        for line in choose_mode(os.environ, replies):
            print(line)
    return ExitCode.OK


# -------------------------------------------------------------------------------------------------- explore


def _explore(options: argparse.Namespace) -> int:
    _take_lexicon(options)
    if "on" in (options.morphology, options.names):
        from core.morphology.choice import check

        check(options.morphology, options.names)
    from core.reading import STDIN, check_path, read_path
    from tui.analysis import AnalysisFeed

    published = _published(options.published)
    paths: list[str] = list(options.paths)
    documents: list[Document] = []
    if STDIN in paths:
        documents += read_path(STDIN, published)
        paths = [path for path in paths if path != STDIN]
    elif not paths and not sys.stdin.isatty() and _piped():
        documents += read_path(STDIN, published)
    elif not paths:
        paths = [_seed()]
    for path in paths:
        check_path(path)
    feed = AnalysisFeed.start(  # before the screen, and while the screen is loaded
        paths, documents, published, morphology=options.morphology, names=options.names
    )
    from tui.app import run
    from tui.terminal import BidiMode

    return run(feed, bidi=BidiMode(options.bidi), marks=_MARKS[options.marks])


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


if __name__ == "__main__":
    sys.exit(main())
