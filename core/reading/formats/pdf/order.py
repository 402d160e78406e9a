"""From visual to logical order: the inverse of UAX #9, line by line.

A line on paper does not say all of its logical order: a number may have been typed before or after the Latin
words beside it. So readings are tried, the likeliest first, and the first is taken that the algorithm itself
puts on paper as it stands there.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from core.bidi.uax9 import levels, reorder

if TYPE_CHECKING:
    from collections.abc import Sequence

_CODES = {
    "L": "L", "EN": "1", "AN": "1", "CS": ",", "ES": "-", "ET": "%", "R": "R", "AL": "R", "NSM": "R",
}  # fmt: skip
_LATIN = r"L(?:[^R]*[L1])?%?"
_LATIN_ALONE = r"L(?:[^R1]*L)?"
_LATIN_OUTSIDE = r"L(?:[^Rb]*[L1])?"
_LATIN_WORDS = r"L(?:[^R1b]*L)?"
_NUMBER = r"1+(?:,1+)*"
_MEASURE = r"%*1+(?:[,-]1+)*%*"
# What keeps its order from left to right in a line from right to left, by the likelihood of the reading.
_RUNS = tuple(
    re.compile(f"{latin}|{number}")
    for latin in (_LATIN, _LATIN_ALONE, _LATIN_OUTSIDE, _LATIN_WORDS)
    for number in (_NUMBER, _MEASURE)
)
_ARABIC = re.compile(r"R(?:[^L]*R)?")
_OPENING = "([{«‹“"
_CLOSING = ")]}»›”"
_OPENER = dict(zip(_OPENING + _CLOSING, _OPENING + _OPENING, strict=True))
_CLOSER = dict(zip(_OPENING, _CLOSING, strict=True))
# At the start of a line a span of years may have been ordered without the words before it.
_YEARS = re.compile(r"^(\W*)(\d{4})([-–])(\d{4})(?!\d)")


def logical_order(pieces: Sequence[str], *, rtl: bool) -> str:
    """Return a line in logical order.

    Args:
        pieces: what stands on the line from left to right, each piece in logical order in itself.
        rtl: whether its paragraph runs from right to left.
    """
    visual = "".join(piece[:1] for piece in pieces)
    codes = "".join(map(_code, visual))
    order = _from_right(visual, codes) if rtl else _from_left(codes)
    text = directed("".join(pieces[index] for index in order))
    match = _YEARS.match(text) if rtl else None
    if match and match.group(2) > match.group(4):
        text = f"{match[1]}{match[4]}{match[3]}{match[2]}{text[match.end() :]}"
    return text


def _code(char: str) -> str:
    return "b" if char in _OPENER else _CODES.get(unicodedata.bidirectional(char), "n")


def _from_left(codes: str) -> list[int]:
    """Turn the Arabic in a line that runs from left to right."""
    order: list[int] = []
    done = 0
    for match in _ARABIC.finditer(codes):
        order += range(done, match.start())
        order += [match.start() + index for index in _turned(match.group(), _RUNS[0])]
        done = match.end()
    return order + list(range(done, len(codes)))


def _from_right(visual: str, codes: str) -> list[int]:
    readings = [_turned(codes, runs) for runs in _RUNS]
    # ICU's inverse: the algorithm applied to what it made.
    readings.append(reorder(levels(visual, "rtl")) if visual else [])
    likely = [order for order in readings if _is_shown_so(visual, order)] or readings
    return next((order for order in likely if _is_closed("".join(visual[n] for n in order))), likely[0])


def _is_closed(text: str) -> bool:
    """Tell whether the brackets of a line, turned as they open and close, belong together."""
    pending: list[str] = []
    for char in directed(text):
        if char in _OPENING:
            pending.append(char)
        elif char in _CLOSING and (not pending or pending.pop() != _OPENER[char]):
            return False
    return not pending


def _turned(codes: str, runs: re.Pattern[str]) -> list[int]:
    """Return the indices from the right, those of runs that keep their order from the left."""
    order: list[int] = []
    done = 0
    for match in runs.finditer(codes):
        order = [*range(*match.span()), *reversed(range(done, match.start())), *order]
        done = match.end()
    return [*reversed(range(done, len(codes))), *order]


def _is_shown_so(visual: str, order: list[int]) -> bool:
    """Tell whether the algorithm shows a reading as it stands there, after an Arabic word or after none."""
    text = directed("".join(visual[index] for index in order))
    for before in ("ا", ""):
        shown = reorder(levels(before + text, "rtl"))
        if [order[index - len(before)] for index in shown if index >= len(before)] == list(range(len(order))):
            return True
    return False


def directed(text: str) -> str:
    """Turn brackets the way that they open and close: a shape on paper does not tell its code."""
    turned: list[str] = []
    pending = dict.fromkeys(_OPENING, 0)
    for index, char in enumerate(text):
        opening = _OPENER.get(char)
        if opening is not None:
            opens = _opens("".join(turned[-1:]), text[index + 1 : index + 2])
            if opens is None:
                opens = not pending[opening]
            pending[opening] = max(pending[opening] + (1 if opens else -1), 0)
            turned.append(opening if opens else _CLOSER[opening])
        else:
            turned.append(char)
    return "".join(turned)


def _opens(before: str, after: str) -> bool | None:
    """Tell by what stands beside it whether a bracket opens; null where that does not tell."""
    outside_before = not before.strip() or before in _CLOSER
    outside_after = not after.strip() or not after.isalnum()
    return outside_before if outside_before != outside_after else None


def reversed_share(text: str) -> float:
    """Return how much the words of a text look like Arabic spelt backwards: below 0 not, above 0 so.

    Words begin with the article and end in taa marbuta and alef maqsura, never the other way about.
    """
    words = re.findall(r"[\u0621-\u064a]{3,}", text)
    forth: int = sum(word.startswith(("ال", "وال", "بال")) + word.endswith(("ة", "ى")) for word in words)
    back: int = sum(word.endswith("لا") + word.startswith(("ة", "ى")) for word in words)
    return (back - forth) / max(len(words), 1)
