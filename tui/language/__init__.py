"""The language of the screen: English words are written where they are said, Arabic ones stand in a table.

`tr("Nothing found: {words}", words=…)` is what is said; `counted("1 event", "{count} events", count)` where
it depends on a number. `ar.toml` has the Arabic for each such text, and `tests/tui/test_language.py` holds
the one to the other. A table is read when something is first said in its language.

Figures are written 0-9 in Arabic, too: dates (EDTF) and codes stand beside them on every line, the articles
have them, a terminal has a key for them; and one line does not have two kinds of figures.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    Entry = str | Mapping[str, str]
    """A text, or a text for each plural category that the language has (`tui.language.plural`)."""

_FSI, _PDI = "\u2068", "\u2069"


class Language(StrEnum):
    """What the screen can speak."""

    ENGLISH = "en"
    ARABIC = "ar"

    @property
    def mirrored(self) -> bool:
        """Whether its lines, and so the panes, begin at the right."""
        return self is Language.ARABIC


_spoken = Language.ENGLISH


def speak(language: Language) -> None:
    """Say everything in a language from now on; one for the process, chosen before the screen is drawn."""
    global _spoken  # The one setting that every word on the screen depends on.
    _spoken = language


def spoken() -> Language:
    """Return the language of the screen."""
    return _spoken


def tr(english: str, /, **values: object) -> str:
    """Return a text in the language of the screen, its `{names}` filled in as `str.format` does.

    In Arabic a text that is filled in is isolated (UAX #9): a path or a date keeps its own order.
    """
    found = english if _spoken is Language.ENGLISH else table(_spoken).get(english, english)
    text = found if isinstance(found, str) else english
    return _filled(text, values) if values else text


def counted(one: str, other: str, count: int, /, **values: object) -> str:
    """Return a text that depends on a number: `counted("1 event", "{count:,} events", count)`.

    Args:
        one: the English text for 1.
        other: the English text for all other numbers, which finds those of the other languages.
        count: the number; `{count}` in the texts.
        values: the other `{names}`.
    """
    text = one if count == 1 else other
    if _spoken is not Language.ENGLISH:
        from tui.language.plural import arabic

        found = table(_spoken).get(other, text)
        text = found if isinstance(found, str) else found[arabic(count)]
    return _filled(text, {"count": count, **values})


def _filled(text: str, values: Mapping[str, object]) -> str:
    if _spoken.mirrored:
        values = {
            name: f"{_FSI}{value}{_PDI}" if isinstance(value, str) else value
            for name, value in values.items()
        }
    return text.format(**values)


@cache
def table(language: Language) -> Mapping[str, Entry]:
    """Return the texts of a language by the English ones."""
    import tomllib  # English needs neither.
    from importlib.resources import files

    return tomllib.loads(files("tui.language").joinpath(f"{language}.toml").read_text(encoding="utf-8"))
