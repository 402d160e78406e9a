"""One written word, or run of digits, as tokens of the grammar; phrases of several words as one token."""

from __future__ import annotations

import re

from core.temporal.lexicon import analyse, lexicon
from core.temporal.tokens import Token

_WORD = re.compile(r"[^\W\d_]+|\d+")


def digits(word: str, start: int) -> Token:
    """A run of digits: a day or month (`N1`), a day (`N2`), a year (`Y4`), or another number."""
    end = start + len(word)
    value = int(word) if len(word) <= 4 else 0
    if len(word) > 4:
        kind = "LONG"
    elif len(word) == 4:
        kind = "Y4" if 1000 <= value <= 2199 else "N4"
    elif len(word) == 3:
        kind = "N3"
    elif 1 <= value <= 12:
        kind = "N1"
    elif 13 <= value <= 31:
        kind = "N2"
    else:
        kind = "N0"
    return Token(kind, start, end, value)


def word_tokens(key: str, word: str, start: int) -> list[Token] | None:
    """The particles and the word of time that `word` at `start` is made of; None for any other word."""
    pieces = analyse(word)
    if pieces is None:
        return None
    tokens: list[Token] = []
    at = start
    for piece in pieces:
        tokens.append(Token(piece.kind, at, at + piece.length, piece.value))
        at += piece.length
    if pieces[-1].heads is not None:
        phrase = _phrase(key, pieces[-1].heads, tokens[-1])
        if phrase is not None:
            tokens[-1] = phrase
        elif tokens[-1].kind == "PHRASE":
            return None
    return tokens


def _phrase(key: str, head: str, first: Token) -> Token | None:
    """Read a phrase of the lexicon that starts with the token, the longest that there is."""
    for rest, kind, value in lexicon().phrases[head]:
        end: int | None = first.end
        for word in rest:
            end = _follows(key, word, end)
            if end is None:
                break
        else:
            return Token(kind, first.start, end or first.end, value)
    return None


def _follows(key: str, word: str, at: int | None) -> int | None:
    """Return where a word that comes next ends, only blanks and full stops («ق.م») lying between."""
    if at is None:
        return None
    while at < len(key) and key[at] in " .":
        at += 1
    end = at + len(word)
    if not key.startswith(word, at) or (end < len(key) and key[end].isalpha()):
        return None
    return end
