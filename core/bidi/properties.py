"""Character properties: bidi class, mirror image, bracket pair, joining type.

Classes and categories come from the standard library's `unicodedata`; what it lacks is in `properties.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# One letter a class, so that a text's classes are a string of its length which str and re can search.
# Capitals are the classes that rules W and N work on, small letters formatting characters and `MIRRORED`.
LETTER_OF_CLASS: Mapping[str, str] = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "S", "ET": "T", "CS": "C", "NSM": "M",
    "BN": "B", "B": "P", "S": "G", "WS": "W", "ON": "O",
    "LRE": "l", "RLE": "r", "LRO": "k", "RLO": "q", "PDF": "p",
    "LRI": "i", "RLI": "j", "FSI": "f", "PDI": "d",
}  # fmt: skip

# Signs that Unicode counts as format characters and fonts draw (Prepended_Concatenation_Mark).
_DRAWN_FORMAT = re.compile("[\u0600-\u0605\u06dd\u0890\u0891\u08e2\U000110bd\U000110cd]")
# Variation selectors and skin tones change glyphs, and with them widths, in some terminals: the plain glyph
# is drawn. The others are fillers and joiners of graphemes.
_IGNORABLE = re.compile(
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef\U0001f3fb-\U0001f3ff\u034f\u17b4\u17b5\u180b-\u180f\u3164\uffa0]"
)
_TRAILING_JAMO = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")

MIRRORED = "o"
"""Stands for `O` where a character has a mirror image, as all brackets have: both are quickly found so."""

HELD = "b"
"""Stands for `MIRRORED` where a bracket of a pair is known to take the embedding direction (rule N0)."""


@dataclass(frozen=True, slots=True, eq=False)
class Properties:
    """The content of `properties.toml`."""

    mirror: Mapping[str, str]
    """Character → its image in a mirror, both ways."""
    joining: Mapping[str, str]
    """Character → joining type `D`, `R`, `C` or `U`, for the characters that the file lists."""
    unassigned: tuple[tuple[range, str], ...]
    """Ranges of code points and the bidi class of those that are not assigned."""


def _codes(ranges: Iterable[str]) -> Iterator[range]:
    for text in ranges:
        first, _, last = text.partition("-")
        yield range(int(first, 16), int(last or first, 16) + 1)


@cache
def properties() -> Properties:
    """Read `properties.toml`, once."""
    data = tomllib.loads(Path(__file__).with_name("properties.toml").read_text(encoding="utf-8"))
    pairs = data["mirror"].split()
    types = {"dual": "D", "right": "R", "causing": "C", "apart": "U"}
    return Properties(
        mirror=dict(pairs) | {right: left for left, right in pairs},
        joining={
            chr(code): types[name]
            for name, ranges in data["joining"].items()
            for codes in _codes(ranges)
            for code in codes
        },
        unassigned=tuple(
            (codes, name) for name, ranges in data["unassigned"].items() for codes in _codes(ranges)
        ),
    )


def bidi_class(char: str) -> str:
    """Return the Bidi_Class of a character (`L`, `AL`, `NSM` …), assigned or not."""
    known = unicodedata.bidirectional(char)
    if known:
        return known
    code = ord(char)
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or 0xFFF0 <= code <= 0xFFF8 or code == 0x2065:
        return "BN"  # noncharacters and unassigned default ignorables
    return next((name for codes, name in properties().unassigned if code in codes), "L")


class _ClassTable(dict[int, str]):
    """Code point → letter of its class; filled as code points are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        letter = LETTER_OF_CLASS[bidi_class(char)]
        if letter == "O" and char in properties().mirror:
            letter = MIRRORED
        self[code] = letter
        return letter


@cache
def _class_table() -> _ClassTable:
    return _ClassTable()


def classes_of(text: str) -> str:
    """Return the bidi classes of a text, one letter (`LETTER_OF_CLASS`, `MIRRORED`) a code point."""
    return text.translate(_class_table())


@cache
def bracket_pairs() -> Mapping[str, tuple[str, bool]]:
    """Return bracket → (the canonical closing bracket of its pair, whether it opens); BD14, BD15."""
    pairs = {}
    for char, image in properties().mirror.items():
        category = unicodedata.category(char)
        if category in ("Ps", "Pe"):
            opens = category == "Ps"
            pairs[char] = (unicodedata.normalize("NFD", image if opens else char), opens)
    return pairs


def draws_nothing(char: str) -> bool:
    """Tell whether a character takes effect, if any, on others alone: bidi controls, joiners, selectors."""
    if _IGNORABLE.match(char):
        return True
    return unicodedata.category(char) == "Cf" and not _DRAWN_FORMAT.match(char)


def is_mark(char: str) -> bool:
    """Tell whether a character is drawn in the cell of the one before it."""
    return unicodedata.category(char) in ("Mn", "Me", "Mc") or _TRAILING_JAMO.match(char) is not None
