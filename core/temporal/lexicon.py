"""The words of time, read once from `lexicon.toml`, and how a written word is taken apart."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, TypeAlias

from core.arabic import fold_key
from core.arabic.numerals import number_word, number_words


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month as named in one of the traditions; `number` 0 is half of a doubled name."""

    number: int
    tradition: str
    homograph: bool = False
    meant: str | None = None
    """The spelling that a misspelt name was read as."""
    clash: int | None = None
    """The month that the other half of a doubled name says instead."""


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """When a holiday falls: `calendar` is gregorian, hijri or easter."""

    calendar: str
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a written word, with its class in the grammar."""

    kind: str
    value: int | str | MonthName | HolidayRule | None
    length: int
    """Code points of the key."""
    heads: str | None = None
    """The word as it begins phrases of the lexicon, where it does."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything in the file, folded."""

    words: dict[str, tuple[str, int | str | MonthName | HolidayRule | None]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, int | str | MonthName | HolidayRule | None], ...]]
    """First word → (the other words, class, value), the longest first."""
    known: frozenset[str]
    """Every word that is one by itself: those of `words`, the first of `phrases`, and the numbers."""
    inside: frozenset[str]
    """The words of phrases but their first."""
    month_spellings: dict[str, MonthName]
    glued: tuple[str, ...]
    """What is written onto a month without a blank."""
    glued_ends: frozenset[str]
    stop: dict[str, frozenset[str]]
    future: frozenset[str]
    other_clause: frozenset[str]
    scheduled: frozenset[str]
    future_prefixes: tuple[str, ...]
    not_future: frozenset[str]
    not_future_stems: tuple[str, ...]


def _keys(words: str) -> list[str]:
    return [fold_key(word) for word in words.split()]


class _Collector:
    """Gathers words and phrases while the file is read."""

    def __init__(self) -> None:
        self.words: dict[str, tuple[str, Any]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}

    def put(self, words: str, kind: str, value: int | str | MonthName | HolidayRule | None = None) -> None:
        for key in _keys(words):
            first, *rest = key.split("_")
            if rest:
                self.phrases.setdefault(first, []).append((tuple(rest), kind, value))
            else:
                self.words.setdefault(key, (kind, value))


_UNIT_KINDS = {
    "singular": "UNIT_",
    "definite": "THE_",
    "dual": "DUAL_",
    "plural": "UNITS_",
    "definite_plural": "THE_UNITS_",
    "definite_dual": "THE_DUAL_",
    "construct_dual": "DUAL_OF_",
}


def _put_months(into: _Collector, data: dict[str, Any]) -> dict[str, MonthName]:
    homographs = set(_keys(data["month_traits"]["homograph"]))
    spellings: dict[str, MonthName] = {}
    for tradition, table in data["months"].items():
        for number, names in enumerate(table["names"], start=1):
            for word in names.split():
                month = MonthName(number, tradition, homograph=fold_key(word) in homographs)
                into.put(word, "HMONTH" if tradition == "hijri" else "MONTH", month)
                if "_" not in word and tradition != "hijri":
                    spellings[fold_key(word)] = month
    for word in data["month_traits"]["half"].split():
        into.put(word, "HALF_MONTH", MonthName(0, "levantine", homograph=True))
    return spellings


def _put_holidays(into: _Collector, data: dict[str, Any]) -> None:
    for words, rule in data["holidays"].items():
        ((calendar, place),) = rule.items()
        month, day = place if isinstance(place, list) else (0, place)
        into.put(words, "HOLIDAY", HolidayRule(calendar, month, day))


@cache
def lexicon() -> Lexicon:
    """Read the lexicon; done once, on first use."""
    source = resources.files("core.temporal").joinpath("lexicon.toml").read_text(encoding="utf-8")
    data = tomllib.loads(source)
    into = _Collector()
    spellings = _put_months(into, data)
    for form, kind in (("definite", "WDAY"), ("bare", "BARE_WDAY")):
        for day, words in enumerate(data["weekdays"][form]):
            into.put(words, kind, day)
    for unit, forms in data["units"].items():
        for form, words in forms.items():
            into.put(words, _UNIT_KINDS[form] + unit, unit)
    for distance, words in data["days"].items():
        into.put(words, "DEICTIC_DAY", int(distance))
    for kind, words in data["classes"].items():
        into.put(words, kind, None)
    for part, words in data["parts"].items():
        into.put(words, "PART", part)
    for part, forms in data["day_parts"].items():
        into.put(forms["word"], "DAYPART", part)
        into.put(forms["adverb"], "DAYPART_ADV", part)
        into.put(forms.get("tonight", ""), "TONIGHT", part)
    for season, words in data["seasons"].items():
        into.put(words, "SEASON", season)
    for decade, words in data["decades"].items():
        into.put(words, "DECADE", int(decade))
    _put_holidays(into, data)
    for key in _keys(data["weekdays"]["one"]):
        into.put(key, "BARE_WDAY", 6)
    return Lexicon(
        words=into.words,
        phrases={
            first: tuple(sorted(rests, key=lambda entry: -len(entry[0])))
            for first, rests in into.phrases.items()
        },
        known=frozenset(into.words) | frozenset(into.phrases) | number_words(),
        inside=frozenset(word for rests in into.phrases.values() for rest, _, _ in rests for word in rest),
        month_spellings=spellings,
        glued=tuple(_keys(data["month_traits"]["glued"])),
        glued_ends=frozenset(word[-1] for word in _keys(data["month_traits"]["glued"])),
        stop={name: frozenset(_keys(words)) for name, words in data["stop"].items()},
        future=frozenset(_keys(data["tense"]["future"])),
        other_clause=frozenset(_keys(data["tense"]["other_clause"])),
        scheduled=frozenset(_keys(data["tense"]["scheduled"])),
        future_prefixes=tuple(_keys(data["tense"]["future_prefixes"])),
        not_future=frozenset(_keys(data["tense"]["not_future"])),
        not_future_stems=tuple(_keys(data["tense"]["not_future_stems"])),
    )


_LONGEST = 20
"""No word of time with its particles has more letters."""
_CONJUNCTIONS = "وف"
_PREPOSITIONS = {"ب": "IN", "ل": "FOR", "ك": "AS"}
_PARTICLES = frozenset(_CONJUNCTIONS).union(_PREPOSITIONS)


def analyse(key: str) -> tuple[Piece, ...] | None:
    """Take a folded word apart into particles and a word of the lexicon; None for any other word."""
    lex = lexicon()
    if key in lex.known or key[0] in _PARTICLES or (key[-1] in lex.glued_ends and key.endswith(lex.glued)):
        return _analysed(key) if len(key) <= _LONGEST else None
    return None  # Most words; they are not worth remembering here.


@lru_cache(maxsize=1 << 13)
def _analysed(key: str) -> tuple[Piece, ...] | None:
    lex = lexicon()
    whole = _known(key, lex)
    if whole is not None:
        return (whole,)
    if key[0] in _CONJUNCTIONS and len(key) > 1:
        rest = analyse(key[1:])
        return None if rest is None else (Piece("AND", None, 1), *rest)
    if key[0] in _PREPOSITIONS and len(key) > 2:
        particle = Piece(_PREPOSITIONS[key[0]], None, 1)
        inner = _known(key[1:], lex) or _after_lam(key, lex)
        if inner is not None and inner.kind not in _NO_PREPOSITION and inner.length > _SHORTEST:
            return (particle, inner)
    return _glued(key, lex)


_SHORTEST = 2
"""«باب» is a door, not «ب» and «آب»."""
_NO_PREPOSITION = {"IN", "OF", "AD", "AH", "A_HALF"}


def _known(key: str, lex: Lexicon) -> Piece | None:
    if key not in lex.known:
        return None
    heads = key if key in lex.phrases else None
    if key in lex.words:
        kind, value = lex.words[key]
        if kind == "BARE_WDAY" and number_word(key):
            return Piece("NUMBER", key, len(key), heads)
        return Piece(kind, value, len(key), heads)
    if number_word(key) is not None:
        return Piece("NUMBER", key, len(key), heads)
    return Piece("PHRASE", key, len(key), heads) if heads is not None else None


def _after_lam(key: str, lex: Lexicon) -> Piece | None:
    """«للشهر» is «ل» and «الشهر»."""
    if not key.startswith("لل"):
        return None
    inner = _known("ا" + key[1:], lex)
    return None if inner is None else Piece(inner.kind, inner.value, len(key) - 1, inner.heads)


def _glued(key: str, lex: Lexicon) -> tuple[Piece, ...] | None:
    """«سبتمبرمن» is a month and what was written onto it."""
    if key[-1] not in lex.glued_ends:
        return None
    for tail in lex.glued:
        month = lex.month_spellings.get(key[: -len(tail)]) if key.endswith(tail) else None
        if month is not None and len(key) - len(tail) > 4:
            after = analyse(tail)
            return (Piece("MONTH", month, len(key) - len(tail)), *(after or ()))
    return None


def misspelt_month(key: str) -> MonthName | None:
    """Return the month whose name is one edit from `key`; names of up to four letters are not tried."""
    if not 5 <= len(key) <= 8:
        return None
    starts, ends = _long_months()
    opening, close = key[:2], key[-2:]
    if opening not in starts and close not in ends:
        return None
    near = [*starts.get(opening, ()), *ends.get(close, ())]
    # In the order of the lexicon: a word may be one edit from two names.
    for _, spelling, month in sorted(near):
        if abs(len(spelling) - len(key)) <= 1 and _one_edit(key, spelling):
            return MonthName(month.number, month.tradition, meant=spelling)
    return None


_Months: TypeAlias = "dict[str, list[tuple[int, str, MonthName]]]"


@cache
def _long_months() -> tuple[_Months, _Months]:
    """Return the names that may be misspelt, by their first two letters and by their last two.

    One edit leaves the first two letters of a name alone, or its last two.
    """
    starts: _Months = {}
    ends: _Months = {}
    for order, (spelling, month) in enumerate(lexicon().month_spellings.items()):
        if len(spelling) > 4:
            starts.setdefault(spelling[:2], []).append((order, spelling, month))
            ends.setdefault(spelling[-2:], []).append((order, spelling, month))
    return starts, ends


def _one_edit(left: str, right: str) -> bool:
    """Tell whether one insertion, deletion, substitution or swap leads from one to the other."""
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    if len(left) == len(right):
        swapped = left[start : start + 2] == right[start : start + 2][::-1]
        return left[start + 1 :] == right[start + 1 :] or (
            swapped and left[start + 2 :] == right[start + 2 :]
        )
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[start + 1 :] == shorter[start:]
