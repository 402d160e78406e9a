"""The forms that a trigger can take in running text, as matching keys.

A verb is given as its third person masculine singular, past and imperfect; a noun as its dictionary form.
Only forms that news uses are built: no imperative, no jussive that is spelled apart, no dual of the first
person. Over-generation is harmless here, for a form counts only where it stands as a whole word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from core.arabic import fold_key

if TYPE_CHECKING:
    from collections.abc import Iterator

Tense: TypeAlias = Literal["past", "present", "future"]

_OBJECTS = ("ه", "ها", "هم", "هما", "نا", "ني")
_POSSESSIVES = ("ه", "ها", "هم", "هما", "نا")
_WEAK = "ىا"
_HOLLOW_FOURTH = re.compile("ا.ا.")


def past_forms(past: str) -> Iterator[str]:
    """Yield the keys of a verb's past, with and without an object pronoun; `past` as written («التقى»)."""
    key = fold_key(past)
    subjects: tuple[str, ...]
    if past[-1] in _WEAK:
        stem = key[:-1]
        subjects = (key, stem + "ت", stem + "تا", stem + "يا", stem + "وا", stem + "يت", stem + "ينا")
        yield from (stem + "ا" + pronoun for pronoun in _OBJECTS)
        yield from (stem + "يت" + pronoun for pronoun in _OBJECTS)
    else:
        stem = key
        subjects = (key, key + "ت", key + "ا", key + "تا", key + "وا", key + "نا")
        # «أشاره» would be read in «إشارة», the verbal noun of its form.
        objects = _OBJECTS[1:] if _HOLLOW_FOURTH.fullmatch(key) else _OBJECTS
        yield from (key + pronoun for pronoun in objects)
    yield from subjects
    for ending in ("ت", "و"):
        yield from (stem + ending + pronoun for pronoun in _OBJECTS)


def imperfect_forms(imperfect: str) -> Iterator[tuple[str, Tense]]:
    """Yield the keys of a verb's imperfect with their tense; `imperfect` as written («يلتقي»), or `-`."""
    if imperfect == "-":
        return
    key = fold_key(imperfect)
    body = key[1:]
    plural = body[:-1] if imperfect[-1] in "ىيو" else body
    shapes = [person + body for person in "يتنا"]
    shapes += [person + body + pronoun for person in "يتن" for pronoun in _OBJECTS]
    shapes += [person + plural + ending for person in "يت" for ending in ("ون", "وا")]
    shapes += [person + body + ending for person in "يت" for ending in ("ان", "ا", "ن")]
    for shape in shapes:
        yield shape, "present"
        yield "س" + shape, "future"


def noun_forms(noun: str) -> Iterator[tuple[str, bool]]:
    """Yield the keys of a noun, bare, accusative, dual, possessed, and whether it is possessed.

    `noun` as written («زيارة»).
    """
    key = fold_key(noun)
    yield key, False
    stem = key
    if noun.endswith("ة"):
        stem = key[:-1] + "ت"
    elif not noun.endswith(("ا", "ى", "ات")):
        yield key + "ا", False
    yield from ((stem + ending, False) for ending in ("ان", "ين"))
    yield from ((stem + pronoun, True) for pronoun in _POSSESSIVES)
