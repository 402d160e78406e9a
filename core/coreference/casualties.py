"""How many were killed and wounded, as a sentence says it."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from core.arabic import fold_key, strip_clitics, tokenise
from core.arabic.numerals import NumberKind, number_word, read_number
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Words = frozenset[str]

_REACH = 3
"""Words between «مقتل» and its number («مقتل ما لا يقل عن 12 شخصا» has more fixed ones than free)."""
_LARGEST = 1_000_000
_FILLERS = frozenset(
    map(fold_key, ("ما", "لا", "يقل", "عن", "نحو", "حوالي", "أكثر", "من", "قرابة", "على", "الأقل"))
)


@cache
def _kinds() -> dict[str, tuple[Words, Words]]:
    data = tomllib.loads(files(__package__).joinpath("casualties.toml").read_text(encoding="utf-8"))
    return {
        kind: (frozenset(map(fold_key, rows.get("before", ()))), frozenset(map(fold_key, rows["nouns"])))
        for kind, rows in data.items()
    }


class Counted(NamedTuple):
    """A number of people with its words."""

    value: int
    span: Span
    """In the sentence."""


def casualties(sentence: str) -> dict[str, int]:
    """Return what a sentence counts: «killed», «wounded» → the number, the first where there are several."""
    return {kind: counted.value for kind, counted in counted_in(sentence).items()}


@lru_cache(maxsize=1 << 12)
def counted_in(sentence: str) -> Mapping[str, Counted]:
    """Return the same with the words of the number, which must not be changed."""
    words = tokenise(sentence).words
    keys = words.keys
    found: dict[str, Counted] = {}
    at = 0
    while at < len(keys):
        value, length = _number(keys, at)
        if value is not None:
            kind = _kind(keys, at, at + length)
            if kind is not None and value < _LARGEST:
                span = Span(words.starts[at], words.ends[at + length - 1])
                found.setdefault(kind, Counted(value, span))
        at += max(length, 1)
    return found


def _number(keys: Sequence[str], at: int) -> tuple[int | None, int]:
    """Read the cardinal that starts at a word: its value and length; «الاثنين» is a weekday."""
    if keys[at].isdigit():
        return int(keys[at]), 1
    if number_word(keys[at].removeprefix("و")) is None and number_word(keys[at]) is None:
        return None, 0
    split = [_split(key) for key in keys[at : at + 8]]
    number = read_number([rest for _, rest in split], [joined for joined, _ in split])
    if number is None or number.kind is not NumberKind.CARDINAL or number.definite or number.value == 1:
        return None, 0
    return number.value, number.length


def _split(key: str) -> tuple[bool, str]:
    if key.startswith("و") and number_word(key) is None and number_word(key[1:]) is not None:
        return True, key[1:]
    return False, key


def _kind(keys: Sequence[str], start: int, end: int) -> str | None:
    following = keys[end] if end < len(keys) else ""
    for kind, (_, nouns) in _kinds().items():
        if following in nouns:
            return None if kind == "other" else kind
    for back in _before(keys, start):
        bare = {rest for _, rest in strip_clitics(keys[back])}
        for kind, (heads, _) in _kinds().items():
            if bare & heads:
                return kind
        if keys[back].isdigit():
            return None
    return None


def _before(keys: Sequence[str], start: int) -> Iterator[int]:
    left = _REACH
    for back in range(start - 1, -1, -1):
        yield back
        left -= keys[back] not in _FILLERS
        if not left:
            return
