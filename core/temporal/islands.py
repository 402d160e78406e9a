"""A folded text's islands: runs of words of time, each word with its class in the grammar.

Ordinary prose costs one look-up a word here and nothing further on.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from core.arabic import ByWord
from core.temporal.lexicon import Lexicon, Piece, analyse, lexicon, misspelt_month
from core.temporal.numbers import read_numbers
from core.temporal.tokens import Token, glue
from core.temporal.words import digits, word_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.arabic import Tokenised

_SEPARATORS = {
    **dict.fromkeys("/\\", "SLASH"),
    **dict.fromkeys("-–—−", "DASH"),
    **dict.fromkeys(",،", "COMMA"),
    **dict.fromkeys("([", "OPEN"),
    **dict.fromkeys(")]", "CLOSE"),
    ":": "COLON",
    ".": "DOT",
}
_LONGEST_GAP = 6
LONGEST_ISLAND = 64
"""Longer runs are cut, so that no pattern ever sees more: the time stays linear in the text."""
_PLAIN_NUMBERS = frozenset({"N0", "N1", "N2", "N3", "N4", "LONG"})


# What a word is to a run, as a byte: the words of a text become a string of bytes, in which one pattern finds
# the runs worth a look. Ordinary words cost a look-up and nothing else.
_ORDINARY, _PLAIN, _FROM, _INSIDE, _HEAD, _NUMBER, _DAY, _SEED, _MISSPELT = range(9)
_RUN = re.compile(
    rb"""
    (?<![\x01-\x07]) (?<!\x06\x08) (?<!\x06\x02\x08)      # where a run begins
    (?: [\x01-\x03] | \x04 (?![\x02\x03]) )*+            # particles, and what begins no phrase here; then
    (?: \x07                                            # a word of time,
      | \x04                                            # or the beginning of a phrase,
      | (?<=[\x01-\x04]) [\x05\x06]                      # or a number that is not alone,
      | [\x05\x06] (?=[\x01-\x07])
      | \x06 (?=\x08)                                    # or a day's with a misspelt month
    )
    (?: [\x01-\x07] | (?<=\x06) \x08 | (?<=\x06\x02) \x08 )*+
    """,
    re.VERBOSE,
)


@cache
def _roles() -> ByWord[int]:
    return ByWord(_role)


def _role(word: str) -> int:
    if word[0].isdecimal():
        if len(word) == 4:
            return _SEED
        return _DAY if len(word) <= 2 and 1 <= int(word) <= 31 else _NUMBER
    pieces = analyse(word)
    lex = lexicon()
    if pieces is None:
        return _INSIDE if word in lex.inside else _MISSPELT if misspelt_month(word) is not None else _ORDINARY
    plain = glue()
    if any(piece.kind not in plain and not _begins_only(piece, lex) for piece in pieces):
        return _SEED
    if pieces[-1].heads is not None:
        return _HEAD
    return _FROM if word == "من" else _INSIDE if word in lex.inside else _PLAIN


def _begins_only(piece: Piece, lex: Lexicon) -> bool:
    """A number, or a word that is one of time only where a phrase goes on; but «أحد» is Sunday too."""
    return piece.kind == "PHRASE" or (piece.kind == "NUMBER" and piece.value not in lex.words)


def islands(text: Tokenised) -> Iterator[list[Token]]:
    """Yield the runs of words of time in a text, in order, by the offsets of its key; numbers are read."""
    words = text.words.keys
    roles = bytes(_roles().of_all(words))
    for match in _RUN.finditer(roles):
        run = slice(*match.span())
        yield from _islands_of(text.folded.key, words[run], text.starts[run], roles[run])


def _islands_of(key: str, words: Sequence[str], starts: Sequence[int], roles: bytes) -> Iterator[list[Token]]:
    """Divide a run of words of time where something stands between them that parts them."""
    island: list[Token] = []
    cut = 0
    for word, start, role in zip(words, starts, roles, strict=True):
        if start < cut:
            continue
        found = _found(key, word, start, role)
        gap = _gap(key, island[-1].end, start) if island else []
        if role == _MISSPELT and (gap != [] or not island):
            found = None  # only straight after its day
        if found is None or gap is None or len(island) > LONGEST_ISLAND:
            if island:
                yield from _finish(key, island)
            island = []
        elif gap:
            island.extend(gap)
        if found is not None:
            island.extend(found)
            cut = found[-1].end
    if island:
        yield from _finish(key, island)


def _found(key: str, word: str, start: int, role: int) -> list[Token] | None:
    if word[0].isdecimal():
        return [digits(word, start)]
    if role == _MISSPELT:
        return [Token("MONTH", start, start + len(word), misspelt_month(word))]
    return word_tokens(key, word, start)


def _gap(key: str, start: int, end: int) -> list[Token] | None:
    """Return the separators between two words; None where they do not belong together."""
    if end - start <= 1 and key[start:end] in ("", " "):
        return []
    if end - start > _LONGEST_GAP:
        return None
    tokens: list[Token] = []
    for at in range(start, end):
        char = key[at]
        kind = _SEPARATORS.get(char)
        if kind is not None:
            tokens.append(Token(kind, at, at + 1, None))
        elif char == "\n" or not char.isspace():
            return None
    return tokens


def _finish(key: str, island: list[Token]) -> Iterator[list[Token]]:
    """Yield an island with its brackets and numbers, unless there is nothing in it to look at."""
    plain = glue()
    if len(island) == 1 and (island[0].kind in plain or island[0].kind in _PLAIN_NUMBERS):
        return
    if any(token.kind not in plain for token in island):
        numbered = read_numbers(_bracketed(key, island))
        if any(token.kind not in plain for token in numbered):
            yield numbered


def _bracketed(key: str, island: list[Token]) -> list[Token]:
    """Add the brackets that stand round an island."""
    start, end = island[0].start, island[-1].end
    before, after = key[max(0, start - 2) : start].rstrip(" "), key[end : end + 2].lstrip(" ")
    if before.endswith(("(", "[")):
        island = [Token("OPEN", start - 1, start, None), *island]
    if after.startswith((")", "]")):
        island = [*island, Token("CLOSE", end, end + 1, None)]
    return island
