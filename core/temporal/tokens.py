"""The tokens of the grammar, and the class words that are no reason to look closer."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Token(NamedTuple):
    """A word, a separator, or what a rule made of several; offsets in the key."""

    kind: str
    start: int
    end: int
    value: object
    rule: str = ""


_GLUE = """
    " IN OF TO UNTIL SINCE BEFORE AFTER DURING BETWEEN ABOUT LESS EVERY FEW CORRESPONDS DATED ON ONLY
    BEFORE_THAT BYGONE PREVIOUS WITHIN PASSING NEXT NOW RECENT LATEST FOLLOWING SELF SAME THIS THAT
    WHICH FEWDEF AND FOR AS AD AH BC REST MEETING MINUS PART A_QUARTER A_HALF A_THIRD HALF QUARTER
    HALF_MONTH SLASH DASH COMMA OPEN CLOSE COLON DOT CARD TWO CARDL ORD ORDF DORD DORDF LONG LATER
    DURATIVE SEASON_NOUN
"""


@cache
def glue() -> frozenset[str]:
    """Classes of which no date is made without another."""
    return frozenset(_GLUE.split())
