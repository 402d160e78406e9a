"""`mediation-tui doctor`: what is installed, how this terminal is treated, and how to get more."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING

from core.errors import UnreadableError
from core.resources import LEXICON_VARIABLE, check_lexicon
from core.resources.camel import DATA_VARIABLE, DEFAULT_DATABASE, installed, version_of
from core.resources.folders import PROGRAM, lexicon_folder, usual_lexicon_folder
from tui.terminal import profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from core.resources.camel import CamelTools

_SHOWN = ("TERM", "TERM_PROGRAM", "COLORTERM", "TMUX", "LANG")


def examine(environ: Mapping[str, str] = os.environ) -> Iterator[str]:
    """Yield the lines of the report; nothing is downloaded, imported for it or created."""
    yield f"{PROGRAM} {version_of(PROGRAM) or 'not installed'}, Python {platform.python_version()}"
    yield "  " + ", ".join(f"{name} {version_of(name)}" for name in ("textual", "rich", "dateparser"))
    yield ""
    yield from _terminal(environ)
    yield ""
    yield from _lexicon()
    yield ""
    yield from _camel(installed())


def _terminal(environ: Mapping[str, str]) -> Iterator[str]:
    seen = profile(environ)
    yield "terminal"
    yield f"  Arabic is drawn: {seen.mode.value} ({seen.why}); --bidi or the key r overrides it"
    if seen.enter:
        yield "  the terminal is told to leave the order of letters alone, and told back at the end"
    stated = ", ".join(
        f"{name}={'set' if name == 'TMUX' else environ[name]}" for name in _SHOWN if environ.get(name)
    )
    yield f"  environment: {stated or 'says nothing'}"


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
