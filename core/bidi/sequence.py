"""Rules W1–W7, N0–N2, I1 and I2 for one isolating run sequence.

The rules rewrite a string of class letters (`core.bidi.properties`) with str and re, which is what makes
them quick: a sequence stands between its sos and eos, so that no rule has to ask where it begins or ends.
"""

from __future__ import annotations

import re
from functools import cache

from core.bidi.brackets import find_pairs, resolve_pairs
from core.bidi.properties import HELD, MIRRORED

_MARKS = re.compile("([^M])M+")
_AFTER_AL = re.compile("A[^LR]*")
_AFTER_L = re.compile("L[^R]*")
_SEPARATOR = re.compile("E[SC](?=E)")
_SEPARATOR_AN = re.compile("NC(?=N)")
_TERMINATORS = re.compile("(?<!T)T++(?=E)|(?<=E)T++")
_NEUTRAL_IN_L = re.compile("LO+(?=L)")
_NEUTRAL_IN_R = re.compile("[REN]O+(?=[REN])")
_NEUTRAL = str.maketrans(dict.fromkeys("STCWPGijfd", "O"))


def _marks(match: re.Match[str]) -> str:
    before = match[1]
    kind = "O" if before in "ijfd" else before
    return before + kind * (len(match[0]) - 1)


def _weak(classes: str) -> str:
    """W1–W7."""
    if "M" in classes:
        classes = _MARKS.sub(_marks, classes)
    if "A" in classes:
        if "E" in classes:
            classes = _AFTER_AL.sub(lambda match: match[0].replace("E", "N"), classes)
        classes = classes.replace("A", "R")
    if "E" in classes:
        classes = _SEPARATOR.sub("EE", classes)
        if "T" in classes:
            classes = _TERMINATORS.sub(lambda match: "E" * len(match[0]), classes)
    if "N" in classes and "C" in classes:
        classes = _SEPARATOR_AN.sub("NN", classes)
    classes = classes.translate(_NEUTRAL)
    if "E" in classes and "L" in classes:
        classes = _AFTER_L.sub(lambda match: match[0].replace("E", "L"), classes)
    return classes


def _neutral(classes: str, embedding: str) -> str:
    """N1 and N2: what stands between two of the other direction follows them, the rest the embedding."""
    if "O" not in classes:
        return classes
    if embedding == "R":
        classes = _NEUTRAL_IN_L.sub(lambda match: "L" * len(match[0]), classes)
    else:
        classes = _NEUTRAL_IN_R.sub(lambda match: match[0][0] + "R" * (len(match[0]) - 1), classes)
    return classes.replace("O", embedding)


@cache
def _implicit(level: int) -> dict[int, int]:
    """I1 and I2: class letter → level."""
    if level % 2:
        return {ord("R"): level} | dict.fromkeys(map(ord, "LEN"), level + 1)
    return {ord("L"): level, ord("R"): level + 1} | dict.fromkeys(map(ord, "EN"), level + 2)


def resolve_sequence(classes: str, text: str, level: int, sos: str, eos: str) -> bytes:
    """Return the resolved levels of an isolating run sequence, one byte a character.

    Args:
        classes: its class letters, without characters that rule X9 removes, overrides applied.
        text: its characters, asked only where the class is `MIRRORED`.
        level: its embedding level.
        sos: `L` or `R`, the class before the sequence (X10).
        eos: `L` or `R`, the class after it.
    """
    embedding = "R" if level % 2 else "L"
    original = sos + classes.replace(MIRRORED, "O") + eos
    resolved = _weak(original)
    if MIRRORED in classes and (pairs := find_pairs(text, classes)):
        pairs = [(opening + 1, closing + 1) for opening, closing in pairs]
        resolved = resolve_pairs(resolved, original, pairs, embedding)
    elif HELD in resolved:
        resolved = resolved.replace(HELD, embedding)
    resolved = _neutral(resolved, embedding)
    return resolved[1:-1].translate(_implicit(level)).encode("ascii")
