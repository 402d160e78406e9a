"""Categories and codes as a person types them, and what may be typed next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.codebook.cameo import cameo_codes, name_of
from core.errors import MediationError
from core.model import Plover
from core.query.vocabulary import Key, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

_LENGTHS = (2, 3, 4)
"""Digits of a CAMEO code."""


def typed_category(words: str) -> Plover | None:
    """Read a category by its name, English or Arabic, or by what only it begins with; None for no words.

    Raises:
        MediationError: there is none of that name.
    """
    sought = fold_key(words).strip()
    if not sought:
        return None
    found = offered_categories(words)
    exact = [category for category in found if sought in map(fold_key, _names(category))]
    if len(exact or found) != 1:
        raise MediationError(f"no such category: «{words}»; {', '.join(found or Plover)}")
    return (exact or found)[0]


def offered_categories(typed: str) -> list[Plover]:
    """Return the categories with a name that begins so; all of them where nothing is typed."""
    sought = fold_key(typed).strip()
    return [
        category for category in Plover if any(fold_key(name).startswith(sought) for name in _names(category))
    ]


def _names(category: Plover) -> tuple[str, ...]:
    return vocabulary().values[Key.TYPE][category]


def typed_cameo(words: str) -> str | None:
    """Read a CAMEO code, what stands behind it left aside; None for no words.

    Raises:
        MediationError: it is no code of the codebook.
    """
    sought = fold_key(words).strip()
    if not sought:
        return None
    code = sought.split()[0]
    if not code.isdecimal():
        found = [one.code for one in cameo_codes() if sought in map(fold_key, (one.english, one.arabic))]
        found = found or [offered.split()[0] for offered in offered_cameo(words)]
        if len(found) != 1:
            raise MediationError(f"no CAMEO code: «{words}»; two to four digits, or its name")
        return found[0]
    if len(code) not in _LENGTHS or name_of(code) is None:
        raise MediationError(
            f"no CAMEO code: {code}; two to four digits, of which 01 to 20 are the first two"
        )
    return code


def offered_cameo(typed: str) -> list[str]:
    """Return the codes that begin so, or have a name with a word that does, each with that name."""
    return list(_codes(fold_key(typed).strip()))


def _codes(sought: str) -> Iterator[str]:
    for code in cameo_codes():
        names = (code.english, code.arabic)
        if not sought or code.code.startswith(sought):
            yield f"{code.code} {code.english}"
            continue
        for name in names:
            key = fold_key(name)
            if key.startswith(sought) or f" {sought}" in key or f"{code.code} {key}".startswith(sought):
                yield f"{code.code} {name}"
                break
