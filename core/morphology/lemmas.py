"""Word types → their lemmas.

The database takes seconds to load and most of a gigabyte of memory, and analyses some hundreds of word types
a second: only for what a person asks for, by word type, and never in the process that draws the screen.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from core.arabic import fold_key
from core.errors import UnreadableError
from core.resources.camel import DATA_VARIABLE, DEFAULT_DATABASE, default_data_folder, installed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from core.model import Event

_LEAST = -99.0
"""What the database gives as log probability where it knows none."""


def lemmas(word_types: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the lemmas that each word may be a form of, the likeliest first.

    Args:
        word_types: words as written; tashkeel is left aside.

    Returns:
        Word → lemmas as matching keys (`core.arabic.fold_key`), without repeats; empty for a word that the
        database does not know, as it knows few names.

    Raises:
        UnreadableError: camel-tools or its morphology database is not there or cannot be read.
    """
    return {word: _lemmas(_bare(word)) for word in dict.fromkeys(word_types)}


def with_lemmas(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return events whose triggers carry the lemma that the morphology gives; a phrase keeps its own.

    Where the word can be a form of the trigger's own dictionary form, that stays: the sentence decided it.

    Raises:
        UnreadableError: see `lemmas`.
    """
    words = {event.trigger.text for event in events if event.trigger and " " not in event.trigger.text}
    found = lemmas(sorted(words))
    return tuple(_with_lemma(event, found) for event in events)


def _with_lemma(event: Event, found: dict[str, tuple[str, ...]]) -> Event:
    trigger = event.trigger
    if trigger is None or not found.get(trigger.text):
        return event
    ranked = found[trigger.text]
    own = fold_key(trigger.lemma)
    return replace(event, trigger=replace(trigger, lemma=own if own in ranked else ranked[0]))


def _bare(word: str) -> str:
    """Take tashkeel and tatweel off, and keep the letters that the database tells apart."""
    return "".join(char for char in word if not ("\u064b" <= char <= "\u0652" or char in "\u0640\u0670"))


@lru_cache(maxsize=1 << 16)
def _lemmas(word: str) -> tuple[str, ...]:
    ranked = sorted(_analyser().analyze(word), key=lambda reading: -_weight(reading))
    return tuple(dict.fromkeys(fold_key(reading["lex"]) for reading in ranked if reading.get("lex")))


def _weight(reading: dict[str, Any]) -> float:
    return float(reading.get("pos_lex_logprob", _LEAST))


@cache
def _analyser() -> Any:
    """Load the analyser, once what it needs was seen to be there."""
    tools = installed()
    if not tools.analyses:
        missing = (
            "is not installed"
            if tools.version is None
            else "has no catalogue"
            if not tools.catalogue
            else f"has no morphology database {DEFAULT_DATABASE}"
        )
        raise UnreadableError(
            f"camel-tools ({tools.folder})", missing, "`mediation-tui doctor` says how to get it"
        )
    try:
        return _load(tools.folder)
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise UnreadableError(
            f"camel-tools ({tools.folder})",
            f"cannot be loaded ({type(error).__name__})",
            "`mediation-tui doctor` says what is there",
        ) from error


def _load(folder: Path) -> Any:
    """Import camel-tools and open its database; a database that is none is a ValueError."""
    with _home_untouched(folder):
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB
        from camel_tools.morphology.errors import MorphologyError

    try:
        return Analyzer(MorphologyDB.builtin_db(DEFAULT_DATABASE))
    except MorphologyError as error:
        raise ValueError("not a morphology database") from error


@contextmanager
def _home_untouched(folder: Path) -> Iterator[None]:
    """Keep camel-tools from making a folder in the home directory, as its import does anywhere."""
    if default_data_folder().exists():
        yield
        return
    variable = "USERPROFILE" if os.name == "nt" else "HOME"
    before = {name: os.environ.get(name) for name in (variable, DATA_VARIABLE)}
    with tempfile.TemporaryDirectory() as elsewhere:
        os.environ.update({variable: elsewhere, DATA_VARIABLE: str(folder)})
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
