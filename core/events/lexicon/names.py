"""Codes of actors, and the forms of one name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from core.events.lexicon.keys import key_words
from core.events.lexicon.records import Identity, Name, Strength
from core.events.lexicon.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator


def names_of(
    identity: Identity, texts: tuple[str, ...], strength: Strength = Strength.FULL
) -> Iterator[Name]:
    """Yield the forms of a name."""
    for text in texts:
        words = key_words(text)
        if words:
            yield Name(words, identity, strength)


@cache
def sectors() -> dict[str, str]:
    """Return the sector that each role part of an actor code stands for."""
    return {code: str(sector) for code, sector in table("codes.toml")["sector"].items()}


def sector_of(code: str | None) -> str | None:
    """Return the sector of an actor code by its last role part (EGYSPY → intelligence)."""
    if not code:
        return None
    for start in range(len(code) - 3, -1, -3):
        sector = sectors().get(code[start : start + 3])
        if sector is not None:
            return sector
    return None
