"""A folded text's islands: runs of words of time, each word with its class in the grammar.

Ordinary prose costs one look-up a word here and nothing further on.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from core.temporal.lexicon import Piece, analyse, lexicon, misspelt_month
from core.temporal.numbers import read_numbers
from core.temporal.tokens import Token, glue
from core.temporal.words import digits, word_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+|\d+")
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
_BATCH = 4096
"""Words looked up at once."""
DIGITS = (Piece("DIGITS", None, 0),)
INSIDE = (Piece("INSIDE", None, 0),)
"""A word that only phrases have («عيد الأضحى»)."""
_PLAIN_NUMBERS = frozenset({"N0", "N1", "N2", "N3", "N4", "LONG"})


class _Seen(dict[str, "tuple[Piece, ...] | None"]):
    """What each written word is made of, worked out once; emptied before it grows without bound."""

    _MOST = 100_000

    def __missing__(self, word: str) -> tuple[Piece, ...] | None:
        if len(self) >= self._MOST:
            self.clear()
        pieces = DIGITS if word[0].isdigit() else analyse(word)
        if pieces is None and word in lexicon().inside:
            pieces = INSIDE
        self[word] = pieces
        return pieces


@cache
def _seen() -> _Seen:
    return _Seen()


def islands(key: str) -> Iterator[list[Token]]:
    """Yield the runs of words of time in a folded text, in order; numbers are already read."""
    words = _WORD.finditer(key)
    known = _seen().__getitem__
    run: list[re.Match[str]] = []
    while batch := list(islice(words, _BATCH)):
        looked = list(map(known, [match.group() for match in batch]))
        previous = -1
        for at in [index for index, pieces in enumerate(looked) if pieces is not None]:
            if run and at != previous + 1:
                between = batch[previous + 1]
                if at == previous + 2 and _is_misspelt(key, run, between):
                    run.append(between)
                else:
                    yield from _islands_of(key, run, between)
                    run = []
            run.append(batch[at])
            previous = at
        if run and previous != len(batch) - 1:
            yield from _islands_of(key, run, batch[previous + 1])
            run = []
    if run:
        yield from _islands_of(key, run, None)


def _is_misspelt(key: str, run: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Tell whether an unknown word is a misspelt month: straight after a day's number, or «من» after one."""
    before = run[-1]
    number = run[-2].group() if before.group() == "من" and len(run) > 1 else before.group()
    if not (len(number) <= 2 and number.isdigit() and 1 <= int(number) <= 31):
        return False
    return not key[before.end() : word.start()].strip() and misspelt_month(word.group()) is not None


def _islands_of(key: str, run: list[re.Match[str]], after: re.Match[str] | None) -> Iterator[list[Token]]:
    """Divide a run of words of time where something stands between them that parts them."""
    if after is not None and _is_misspelt(key, run, after):
        run = [*run, after]
    elif not _worth_looking([match.group() for match in run]):
        return
    island: list[Token] = []
    cut = 0
    for match in run:
        start = match.start()
        if start < cut:
            continue
        found = _found(key, match.group(), start)
        gap = _gap(key, island[-1].end, start) if island else []
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


def _worth_looking(words: list[str]) -> bool:
    """Tell whether words of time can be a date together: not particles alone, nor a lone number."""
    return any(map(_worth, words)) or (len(words) > 1 and any(map(str.isdigit, words)))


@lru_cache(maxsize=65536)
def _worth(word: str) -> bool:
    """Tell whether a word can be a date by itself, or with particles."""
    pieces = _seen()[word]
    if pieces is DIGITS:
        return len(word) == 4
    if pieces is None or pieces is INSIDE:
        return False
    plain = glue()
    return any(
        (piece.kind not in plain and piece.kind != "NUMBER") or piece.heads is not None for piece in pieces
    )


def _found(key: str, word: str, start: int) -> list[Token] | None:
    if word[0].isdigit():
        return [digits(word, start)]
    found = word_tokens(key, word, start)
    if found is None:
        month = misspelt_month(word)
        if month is not None:
            return [Token("MONTH", start, start + len(word), month)]
    return found


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
