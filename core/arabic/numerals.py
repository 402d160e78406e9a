"""Spelled-out Arabic numbers: cardinals, ordinals, duals, and their compounds.

Words are folded keys (`core.arabic.fold_key`) without the conjunction «و»: the reader of a text splits
it off and hands the words over in order. Both genders and all cases share a value; common dialect forms
of the teens are known. Sources: Ryding, A Reference Grammar of Modern Standard Arabic (2005), ch. 15.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class NumberKind(Enum):
    """What a number word does."""

    CARDINAL = auto()
    ORDINAL = auto()
    """«ثالث», «الثالث», or «أول»."""
    ORDINAL_FEMININE = auto()
    """«الثالثة»: the hours of the clock are counted so."""


class _Slot(Enum):
    """The place of a word in a compound number."""

    UNIT = auto()
    TEEN = auto()
    TEN = auto()
    HUNDRED = auto()
    THOUSAND = auto()


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One word of a number."""

    value: int
    kind: NumberKind
    slot: _Slot
    definite: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from `length` words."""

    value: int
    kind: NumberKind
    definite: bool
    length: int


_UNITS: tuple[tuple[int, str], ...] = (
    (1, "واحد واحده"),
    (2, "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي"),
    (3, "ثلاثه ثلاث"),
    (4, "اربعه اربع"),
    (5, "خمسه خمس"),
    (6, "سته ست"),
    (7, "سبعه سبع"),
    (8, "ثمانيه ثماني ثمان"),
    (9, "تسعه تسع"),
    (10, "عشره عشر"),
)
_BEFORE_TEN = {"احد": 1, "احدي": 1, "حادي": 1, "حاديه": 1}
"""Forms of «one» that stand only in eleven, and before a ten."""
_TEENS: tuple[tuple[int, str], ...] = (
    (11, "حدعشر احدعشر احداشر"),
    (12, "اثنعشر اطنعش اثناعشر اتناشر"),
    (13, "ثلاثعشر ثلاثطعش"),
    (14, "اربعتعش اربعطعش"),
    (15, "خمسطعش خمستعش"),
)
_TENS = ("عشرون عشرين", "ثلاثون ثلاثين", "اربعون اربعين", "خمسون خمسين", "ستون ستين", "سبعون سبعين",
         "ثمانون ثمانين", "تسعون تسعين")  # fmt: skip
_HUNDREDS = (
    "مءه مايه ماءه",
    "مءتان مءتين ماءتان ماءتين مءتي مايتين",
    "ثلاثمءه ثلاثماءه ثلثمءه",
    "اربعمءه اربعماءه",
    "خمسمءه خمسماءه",
    "ستمءه ستماءه",
    "سبعمءه سبعماءه",
    "ثمانمءه ثمانماءه ثمانيمءه",
    "تسعمءه تسعماءه",
)
_THOUSANDS = ((1000, "الف الاف"), (2000, "الفان الفين الفا الفي"))
_ORDINALS: tuple[tuple[int, str, str], ...] = (
    (1, "اول", "اولي"),
    (2, "ثاني ثان", "ثانيه"),
    (3, "ثالث", "ثالثه"),
    (4, "رابع", "رابعه"),
    (5, "خامس", "خامسه"),
    (6, "سادس", "سادسه"),
    (7, "سابع", "سابعه"),
    (8, "ثامن", "ثامنه"),
    (9, "تاسع", "تاسعه"),
    (10, "عاشر", "عاشره"),
)


@cache
def _table() -> dict[str, NumberWord]:
    table: dict[str, NumberWord] = {}

    def put(words: str, value: int, slot: _Slot, kind: NumberKind = NumberKind.CARDINAL) -> None:
        for word in words.split():
            table.setdefault(word, NumberWord(value, kind, slot, definite=False))
            table.setdefault("ال" + word, NumberWord(value, kind, slot, definite=True))

    for value, words in _UNITS:
        put(words, value, _Slot.UNIT)
    for word, value in _BEFORE_TEN.items():
        kind = NumberKind.ORDINAL if word.startswith("ح") else NumberKind.CARDINAL
        put(word, value, _Slot.UNIT, NumberKind.ORDINAL_FEMININE if word == "حاديه" else kind)
    for value, words in _TEENS:
        put(words, value, _Slot.TEEN)
    for index, words in enumerate(_TENS):
        put(words, 20 + 10 * index, _Slot.TEN)
    for index, words in enumerate(_HUNDREDS):
        put(words, 100 * (index + 1), _Slot.HUNDRED)
    for value, words in _THOUSANDS:
        put(words, value, _Slot.THOUSAND)
    for value, masculine, feminine in _ORDINALS:
        put(masculine, value, _Slot.UNIT, NumberKind.ORDINAL)
        put(feminine, value, _Slot.UNIT, NumberKind.ORDINAL_FEMININE)
    return table


def number_word(key: str) -> NumberWord | None:
    """Return what a folded word counts, or None; «احد» and «حادي» count only inside a compound."""
    return _table().get(key)


def number_words() -> frozenset[str]:
    """Return every folded word that counts something."""
    return frozenset(_table())


_ELEVEN_UP = {"عشر", "عشره"}


def _teen(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read «ثالث عشر» or «ثلاثة عشر» at `at`: its value and its length in words."""
    if at + 1 >= len(words) or words[at + 1] not in _ELEVEN_UP:
        return None
    unit = number_word(words[at])
    if unit is None or unit.slot is not _Slot.UNIT or unit.value > 9:
        return None
    return 10 + unit.value, 2


def read_number(words: Sequence[str], joined: Sequence[bool]) -> Number | None:
    """Read the longest number that starts with the first word.

    Args:
        words: folded words without «و».
        joined: for each word, whether «و» stood before it.
    Returns:
        The number, or None where the first word is none.
    """
    first = number_word(words[0]) if words else None
    if first is None:
        return None
    total = at = 0
    floor = 10_000
    kind = first.kind
    while at < len(words):
        if at and (not joined[at]) and not _multiplies(words, at):
            break
        step = _step(words, at, total, floor)
        if step is None:
            break
        total, floor, length = step
        at += length
    if at == 0 or (at == 1 and words[0].removeprefix("ال") in _BEFORE_TEN):
        return None
    return Number(total, kind, first.definite, at)


def _multiplies(words: Sequence[str], at: int) -> bool:
    """Tell whether a word without «و» multiplies the one before («ثلاثة آلاف»، «تسع مئة»)."""
    word = number_word(words[at])
    return word is not None and word.value in (100, 1000) and word.slot in (_Slot.HUNDRED, _Slot.THOUSAND)


def _step(words: Sequence[str], at: int, total: int, floor: int) -> tuple[int, int, int] | None:
    """Add the word at `at` to a number read so far: the new total, what may still follow, words used."""
    word = number_word(words[at])
    if word is None:
        return None
    if at and _multiplies(words, at) and 2 < total < 100 and floor <= 100:
        return total * word.value, word.value, 1
    teen = _teen(words, at)
    if teen is not None:
        return (total + teen[0], 1, teen[1]) if floor >= 100 else None
    if word.slot is _Slot.TEN:
        # «الحادي والعشرين»: the unit comes first.
        fits = floor >= 100 or (floor == 10 and 0 < total % 100 < 10)
        return (total + word.value, 1, 1) if fits else None
    if word.slot is _Slot.UNIT or word.slot is _Slot.TEEN:
        return (total + word.value, 10 if word.value < 10 else 1, 1) if floor >= 100 else None
    size = 100 if word.slot is _Slot.HUNDRED else 1000
    return (total + word.value, size, 1) if floor > size else None
