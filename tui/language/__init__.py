"""The language of the screen: English words are written where they are said, Arabic ones stand in a table.

`tr("Nothing found: {words}", words=…)` is what is said; `ar.toml` has the Arabic for each such text, and
`tests/tui/test_language.py` holds the one to the other.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Language(StrEnum):
    """What the screen can speak."""

    ENGLISH = "en"
    ARABIC = "ar"


_spoken = Language.ENGLISH


def speak(language: Language) -> None:
    """Say everything in a language from now on; one for the process, chosen before the screen is drawn."""
    global _spoken  # The one setting that every word on the screen depends on.
    _spoken = language


def spoken() -> Language:
    """Return the language of the screen."""
    return _spoken


def tr(english: str, /, **values: object) -> str:
    """Return a text in the language of the screen, its `{names}` filled in as `str.format` does."""
    text = english if _spoken is Language.ENGLISH else table(_spoken).get(english, english)
    return text.format(**values) if values else text


@cache
def table(language: Language) -> Mapping[str, str]:
    """Return the texts of a language by the English ones."""
    return tomllib.loads(files("tui.language").joinpath(f"{language}.toml").read_text(encoding="utf-8"))
