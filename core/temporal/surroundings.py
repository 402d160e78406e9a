"""What stands beside a token: the words before and after it, and whether they are in a stop list."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from core.arabic import strip_clitics
from core.temporal.lexicon import lexicon

if TYPE_CHECKING:
    from core.temporal.tokens import Token

_LAST_WORD = re.compile(r"([^\W\d_]+)[\s\"«»“”'(:]{0,3}$")
_NEXT_WORD = re.compile(r"\s{0,3}([^\W\d_]+|%|\$|€)")
_LOOK_BACK = 24
_SHORT = 64


def word_before(key: str, at: int) -> str:
    """The word before a place, past quotation marks and brackets; empty where there is none."""
    match = _LAST_WORD.search(key, max(0, at - _LOOK_BACK), at)
    return match.group(1) if match else ""


def word_after(key: str, at: int) -> str:
    """The word after a place, or the sign of a currency or percentage; empty where there is none."""
    match = _NEXT_WORD.match(key, at)
    return match.group(1) if match else ""


@lru_cache(maxsize=16384)
def listed(word: str, stop: str) -> bool:
    """Tell whether a word, with or without its particles, is in one of the stop lists."""
    names = lexicon().stop[stop]
    if word in names:
        return True
    for particles, rest in strip_clitics(word):
        # A noun that makes names («حدود», «شارع») has no article; «لل» hides one.
        if particles.endswith("لل"):
            if "ال" + rest in names:
                return True
        elif rest in names and "ال" not in particles:
            return True
    return False


def is_whole(key: str, token: Token) -> bool:
    """Tell whether a token is all that a (short) text says."""
    return len(key) <= _SHORT and key.strip() == key[token.start : token.end]


def touches_number(key: str, token: Token) -> bool:
    """Tell whether more digits are joined on at either end, as in telephone numbers and versions."""
    left, right = key[max(0, token.start - 2) : token.start], key[token.end : token.end + 2]
    return bool(re.search(r"\d[-/.:,]?$|[+#_]$", left) or re.match(r"[-/.:,_]?\d|[_%]", right))
