"""The explorer: articles on the screen.

The first frame waits for all that is imported here: options are read by `explore_options` where there are
any, and what reads articles is loaded where a name does not show what it is.
"""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import MediationError, UsageError
from tui.commands.options import published as published_on
from tui.commands.options import take_lexicon

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from core.model import Document
    from core.morphology.choice import Use
    from tui.analysis import AnalysisFeed
    from tui.config.file import Configuration
    from tui.libraries import Libraries

_STDIN = "-"
_MARKS = {"auto": None, "on": True, "off": False}


@dataclass
class Options:
    """What the command line says, and what holds where it says nothing."""

    paths: list[str]
    bidi: str = "auto"
    marks: str = "auto"
    library: list[str] = field(default_factory=list)
    published: str | None = None
    lexicon: str | None = None
    theme: str | None = None
    mouse: bool = True
    layout: str = "auto"
    restore: bool = True
    keep: bool = True
    """Whether the place is kept, though one may begin afresh this time."""
    morphology: Use = "off"
    names: Use = "off"
    lang: str = "auto"


def explore(words: Sequence[str], configuration: Configuration | None = None) -> int:
    """Open the explorer on the articles that the command line names, or on the one that comes with us."""
    options = Options(list(words))
    if configuration is not None:
        from tui.config.sources import settle, take_keys

        settle(options, configuration)
        options.keep = options.restore
        take_keys(configuration)
    if any(word.startswith("-") and word != _STDIN for word in words):
        from tui.commands.explore_options import read_options

        read_options(words, options)
    take_lexicon(options.lexicon)
    if "on" in (options.morphology, options.names):
        from core.morphology.choice import check

        check(options.morphology, options.names)
    if options.library or _wants_nothing(options):
        libraries = _libraries(options)
        if libraries is not None:
            return _run(libraries, options)
    return _run(_feed(options), options)


def _feed(options: Options) -> AnalysisFeed:
    """Start to analyse what is named or piped in: before the screen, and while the screen is loaded."""
    published = published_on(options.published)
    paths = options.paths
    documents: list[Document] = []
    failures: list[MediationError] = []
    if _STDIN in paths or (not paths and not _wants_nothing(options)):
        documents, failures = _piped_in(published)
        paths = [path for path in paths if path != _STDIN]
    elif not paths:
        paths = [_seed()]
    _check(paths)
    from tui.analysis import AnalysisFeed

    return AnalysisFeed.start(
        paths, documents, published, failures=failures, morphology=options.morphology, names=options.names
    )


def _piped_in(published: dt.date | None) -> tuple[list[Document], list[MediationError]]:
    """Read standard input: its articles, and what of it cannot be read; an error where there is only that."""
    from core.reading import STDIN, read_articles

    documents: list[Document] = []
    failures: list[MediationError] = []
    for outcome in read_articles(STDIN, published):
        if isinstance(outcome, MediationError):
            failures.append(outcome)
        else:
            documents.append(outcome)
    if failures and not documents:
        raise failures[0]
    return documents, failures


def _check(paths: Sequence[str]) -> None:
    """See that every file that is named can be read; what folders hold is told in the explorer.

    Raises:
        UnreadableError: one cannot.
    """
    for path in paths:
        if not _is_plainly_text(path):
            from core.reading import check_path, expand

            if next(expand([path])) == path:
                check_path(path)


_HEAD = 1 << 12


def _is_plainly_text(path: str) -> bool:
    """Tell, without all that knows formats, a text in UTF-8 that begins like none of the others."""
    if not path.endswith(".txt"):
        return False
    try:
        with Path(path).open("rb") as file:
            start = file.read(_HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError:
        return False
    # What is marked up begins in ASCII. The cut may fall inside a character, of four bytes at most.
    words = start.decode("utf-8", "ignore")
    whole = len(words.encode()) > len(start) - 4
    return whole and words[:1] > "\x7f" and "\0" not in words


def _run(source: AnalysisFeed | Libraries, options: Options) -> int:
    # A sixth of the start was spent collecting garbage that there is not; the app resumes it.
    gc.disable()
    from tui.app import run
    from tui.arrangement import Arrangement
    from tui.language import speak
    from tui.language.choice import language_of
    from tui.terminal import BidiMode
    from tui.themes import ThemeName
    from tui.wishes import Return

    speak(language_of(options.lang))
    return run(
        source,
        bidi=BidiMode(options.bidi),
        marks=_MARKS[options.marks],
        mouse=options.mouse,
        theme=ThemeName(options.theme) if options.theme else None,
        layout=Arrangement(options.layout),
        place=Return(keep=options.keep or options.restore, back=options.restore),
    )


def _wants_nothing(options: Options) -> bool:
    """Tell whether no article is named, and none is piped in."""
    return not options.paths and (sys.stdin.isatty() or not _piped())


def _libraries(options: Options) -> Libraries | None:
    """Open the libraries that were named, or else the usual one if there is one."""
    from core.resources.library_file import default_path

    if options.library and options.paths:
        raise UsageError("articles and a library cannot be opened at once; `index` puts articles into one")
    paths = [Path(name).expanduser() for name in options.library] or [default_path()]
    if not options.library and not paths[0].is_file():
        return None
    from tui.libraries import Libraries

    return Libraries.open(paths)


def _piped() -> bool:
    """Tell a pipe or a file on standard input, which holds an article, from a terminal or nothing at all."""
    import stat

    mode = os.fstat(sys.stdin.fileno()).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def _seed() -> str:
    """Return the article that comes with us."""
    import seeds

    return min(str(path) for path in Path(seeds.__path__[0]).glob("*.txt"))
