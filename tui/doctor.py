"""`mediation-tui doctor`: what is installed, how this terminal is treated, and how to get more."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING

from core.errors import NoTerminalError, UnreadableError
from core.resources import LEXICON_VARIABLE, check_lexicon
from core.resources.camel import DATA_VARIABLE, DEFAULT_DATABASE, installed, version_of
from core.resources.folders import PROGRAM, lexicon_folder, usual_lexicon_folder
from tui.language.choice import language_of
from tui.terminal import BidiMode, TerminalSession, claim_tty, profile
from tui.terminal.choices import VARIABLE, choices_file, chosen_for, remember, wished

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from core.resources.camel import CamelTools
    from tui.terminal.replies import Replies

_SHOWN = ("TERM", "TERM_PROGRAM", "COLORTERM", "TMUX", "LANG")


def examine(environ: Mapping[str, str] = os.environ, replies: Replies | None = None) -> Iterator[str]:
    """Yield the lines of the report; nothing is downloaded, imported for it or created.

    Args:
        environ: the environment.
        replies: what the terminal answered, where there is one that was asked.
    """
    yield f"{PROGRAM} {version_of(PROGRAM) or 'not installed'}, Python {platform.python_version()}"
    yield "  " + ", ".join(f"{name} {version_of(name)}" for name in ("textual", "rich", "dateparser"))
    yield f"  the screen speaks: {language_of(environ=environ)} (by the environment); --lang overrides it"
    yield ""
    yield from _terminal(environ, replies)
    yield ""
    yield from _lexicon()
    yield ""
    yield from _camel(installed())


def ask_terminal() -> Replies | None:
    """Ask the terminal what it is, waiting for it a second at most; null where none is there."""
    if not (os.isatty(0) and os.isatty(2)):
        return None
    session = TerminalSession(os.environ)
    session.ask()
    session.wait()
    session.end()
    return session.replies


def can_choose() -> bool:
    """Tell whether there is somebody who sees a sample and can answer."""
    return os.isatty(0) and os.isatty(1)


def choose_mode(environ: Mapping[str, str], replies: Replies | None) -> Iterator[str]:
    """Let the person choose by eye, and yield what came of it."""
    from tui.sample import choose

    chosen = choose(environ, replies)
    if chosen is None:
        yield "nothing is changed"
    else:
        yield from settle(chosen, environ, replies)


def settle(
    mode: BidiMode, environ: Mapping[str, str] = os.environ, replies: Replies | None = None
) -> Iterator[str]:
    """Remember a mode for the terminal, or forget it (`AUTO`), and yield what came of it.

    Raises:
        UnreadableError: it cannot be written down.
    """
    seen = profile(environ, replies=replies)
    if not remember(seen, mode, environ):
        raise UnreadableError(
            str(choices_file()),
            "the choice cannot be kept",
            f"set {VARIABLE}={mode} in the environment instead",
        )
    if mode is BidiMode.AUTO:
        yield f"{seen.name}: {seen.mode}, as the program decides by itself"
    else:
        yield f"{seen.name}: {mode} from now on; `{PROGRAM} doctor --bidi auto` forgets it"
    if (wish := wished(BidiMode.AUTO, environ)) is not BidiMode.AUTO:
        yield f"as long as {VARIABLE} is set it comes first: {wish}"


def need_terminal() -> None:
    """See to it that there is a terminal to ask, even where something else is standard input.

    Raises:
        NoTerminalError: there is none.
    """
    if not claim_tty():
        raise NoTerminalError(f"no terminal that a choice could be remembered for; set {VARIABLE} instead")


def _terminal(environ: Mapping[str, str], replies: Replies | None) -> Iterator[str]:
    seen = profile(environ, replies=replies)
    wish = wished(BidiMode.AUTO, environ)
    chosen = chosen_for(seen, environ)
    yield "terminal"
    yield f"  Arabic is drawn: {seen.mode.value} ({seen.why}); --bidi or the key r overrides it"
    if wish is not BidiMode.AUTO:
        yield f"  {VARIABLE} asks for {wish.value} instead"
    elif chosen is not None:
        yield f"  you chose {chosen.value} for it; `{PROGRAM} doctor --bidi auto` forgets that"
    if seen.hint:
        yield f"  {seen.hint}"
    if not seen.marks:
        yield "  vowel marks are left out: it does not draw them well; --marks on overrides it"
    yield f"  it answers: {_answers(replies)}"
    if seen.enter:
        yield "  the terminal is told to leave the order of letters alone, and told back at the end"
    yield "  font: DejaVu Sans Mono, FreeMono and Unifont have Arabic letters of one cell; with most others"
    yield "    they come from another font, with gaps. It is set in the terminal before you, also over SSH"
    stated = ", ".join(
        f"{name}={'set' if name == 'TMUX' else environ[name]}" for name in _SHOWN if environ.get(name)
    )
    yield f"  environment: {stated or 'says nothing'}"


def _answers(replies: Replies | None) -> str:
    """Say what a terminal answered, by the names of the questions."""
    if replies is None:
        return "not asked, for standard input and error are not both a terminal"
    given = (
        ("XTVERSION", replies.version),
        ("DA2", replies.secondary),
        ("DA3", replies.unit),
        ("mode 8", replies.bdsm),
    )
    said = ", ".join(f"{name} {words}" for name, words in given if words is not None)
    if not replies.fenced:
        return f"{said or 'nothing'} within a second; what the environment says decides"
    return said or "only that it is a terminal"


def _lexicon() -> Iterator[str]:
    yield "a lexicon of your own"
    folder = lexicon_folder()
    if folder is None:
        yield f"  none; put TOML files into {usual_lexicon_folder()}"
        yield f"  or name another folder with --lexicon or {LEXICON_VARIABLE}; see docs/lexicon.md"
        return
    try:
        yield f"  {folder}: {check_lexicon()} entries"
    except UnreadableError as error:
        yield f"  {error}"


def _camel(tools: CamelTools) -> Iterator[str]:
    yield "camel-tools (nothing here needs it, and none of it is used unasked)"
    yield f"  version: {tools.version or 'not installed'}"
    yield f"  data: {tools.folder} ({_folder(tools)}; {DATA_VARIABLE} names another)"
    for label, sets in (
        ("morphology", tools.databases),
        ("disambiguation (MLE)", tools.mle),
        ("named entities", tools.ner),
    ):
        yield f"  {label}: {', '.join(sets) or 'none'}"
    yield f"  torch: {tools.torch or 'not installed'}; transformers: {tools.transformers or 'not installed'}"
    yield "  words written alike told apart by its morphology, and lemmas of triggers: " + (
        "ready, turn on with `--morphology on`" if tools.morphology_lacks is None else "no"
    )
    if tools.morphology_lacks is not None:
        yield f"    camel-tools {tools.morphology_lacks}; {DEFAULT_DATABASE} is 40 MB, GPL v2:"
        yield "    uv run camel_data -i morphology-db-msa-r13"
    yield "  further names by its recogniser of named entities: " + (
        "ready, turn on with `--names on`" if tools.names_lack is None else "no"
    )
    if tools.names_lack is not None:
        yield f"    camel-tools {tools.names_lack}; its model is 550 MB, torch several GB:"
        yield "    uv run --extra ner camel_data -i ner-arabert"
        yield "    and from then on `uv run --extra ner mediation-tui …`"


def _folder(tools: CamelTools) -> str:
    if tools.catalogue:
        return "with its catalogue"
    return "without a catalogue" if tools.folder.is_dir() else "not there"
