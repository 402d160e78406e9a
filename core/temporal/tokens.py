"""A folded text's islands of words of time, each word with its class in the grammar.

Ordinary prose costs one look-up a word here and nothing further on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from core.arabic.numerals import NumberKind, read_number
from core.temporal.lexicon import analyse, lexicon, misspelt_month

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

# Words that alone are no reason to look closer.
_GLUE = frozenset(
    [
        "IN",
        "OF",
        "TO",
        "UNTIL",
        "SINCE",
        "BEFORE",
        "AFTER",
        "DURING",
        "BETWEEN",
        "ABOUT",
        "LESS",
        "EVERY",
        "FEW",
        "CORRESPONDS",
        "DATED",
        "ON",
        "ONLY",
        "PAST",
        "NEXT",
        "NOW",
        "RECENT",
        "LATEST",
        "FOLLOWING",
        "SELF",
        "SAME",
        "THIS",
        "THAT",
        "WHICH",
        "FEWDEF",
        "AND",
        "FOR",
        "AS",
        "AD",
        "AH",
        "BC",
        "REST",
        "MEETING",
        "MINUS",
        "PART",
        "A_QUARTER",
        "A_HALF",
        "A_THIRD",
        "HALF",
        "QUARTER",
        "HALF_MONTH",
        "SLASH",
        "DASH",
        "COMMA",
        "OPEN",
        "CLOSE",
        "COLON",
        "DOT",
        "CARD",
        "TWO",
        "CARDL",
        "ORD",
        "ORDF",
        "DORD",
        "DORDF",
        "LONG",
        "LATER",
        "UNIT_TH",
        "SECONDW",
        "DAYPART",
    ]
)


class Token(NamedTuple):
    """A word, a separator, or what a rule made of several; offsets in the key."""

    kind: str
    start: int
    end: int
    value: object
    rule: str = ""


def islands(key: str) -> Iterator[list[Token]]:
    """Yield the runs of words of time in a folded text, in order; numbers are already read."""
    island: list[Token] = []
    cut = 0
    for match in _WORD.finditer(key):
        word = match.group()
        start, end = match.span()
        if start < cut:
            continue
        if word[0].isdigit():
            found: list[Token] | None = [_digits(word, start, end)]
        else:
            found = _word_tokens(key, word, start, end)
            if found is None and island and _may_be_month(key, island, word, start, end):
                month = misspelt_month(word)
                found = None if month is None else [Token("MONTH", start, end, month)]
        if found is None:
            if island:
                yield from _finish(key, island)
                island = []
            continue
        gap = _gap(key, island[-1].end, start) if island else []
        if gap is None or len(island) > LONGEST_ISLAND:
            yield from _finish(key, island)
            island = []
        elif gap:
            island.extend(gap)
        island.extend(found)
        cut = found[-1].end
    if island:
        yield from _finish(key, island)


def _bracketed(key: str, island: list[Token]) -> list[Token]:
    """Add the brackets that stand round an island."""
    start, end = island[0].start, island[-1].end
    before, after = key[max(0, start - 2) : start].rstrip(" "), key[end : end + 2].lstrip(" ")
    if before.endswith(("(", "[")):
        island = [Token("OPEN", start - 1, start, None), *island]
    if after.startswith((")", "]")):
        island = [*island, Token("CLOSE", end, end + 1, None)]
    return island


def _finish(key: str, island: list[Token]) -> Iterator[list[Token]]:
    if any(token.kind not in _GLUE for token in island):
        island = _bracketed(key, island)
        numbered = _read_numbers(island)
        if any(token.kind not in _GLUE for token in numbered):
            yield numbered


def _digits(word: str, start: int, end: int) -> Token:
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


def _gap(key: str, start: int, end: int) -> list[Token] | None:
    """Return the separators between two words; None where they do not belong together."""
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


def _may_be_month(key: str, island: list[Token], word: str, start: int, end: int) -> bool:
    """Tell whether an unknown word stands where a month does: straight after a day's number."""
    last = island[-1]
    if last.kind in ("N1", "N2") or (
        last.kind == "OF" and len(island) > 1 and island[-2].kind in ("N1", "N2", "NUMBER")
    ):
        return not key[last.end : start].strip() and len(word) == end - start
    return False


def _word_tokens(key: str, word: str, start: int, end: int) -> list[Token] | None:
    pieces = analyse(word)
    if pieces is None:
        return None
    tokens: list[Token] = []
    at = start
    for piece in pieces:
        tokens.append(Token(piece.kind, at, at + piece.length, piece.value))
        at += piece.length
    last = tokens[-1]
    head = _definite(key, last)
    if head in lexicon().phrases:
        phrase = _phrase(key, head, last)
        if phrase is not None:
            tokens[-1] = phrase
        elif last.kind == "PHRASE":
            return None
    return tokens


def _definite(key: str, token: Token) -> str:
    """The word of a token; «لل…» lost an alef to the particle before it."""
    text = key[token.start : token.end]
    return (
        "ا" + text
        if token.kind == "PHRASE" and isinstance(token.value, str) and token.value != text
        else text
    )


def _phrase(key: str, head: str, first: Token) -> Token | None:
    """Read a phrase of the lexicon that starts with the token, the longest that there is."""
    for rest, kind, value in lexicon().phrases[head]:
        end = first.end
        for word in rest:
            match = _WORD.search(key, end, end + len(word) + 4)
            if match is None or (
                match.group() != word and key[match.start() : match.start() + len(word)] != word
            ):
                break
            if key[end : match.start()].strip(" .") or _inside_word(key, match.start() + len(word)):
                break
            end = match.start() + len(word)
        else:
            return Token(kind, first.start, end, value)
    return None


def _inside_word(key: str, at: int) -> bool:
    return at < len(key) and key[at].isalpha()


def _read_numbers(island: list[Token]) -> list[Token]:
    """Put together the words of each spelled-out number."""
    out: list[Token] = []
    at = 0
    while at < len(island):
        token = island[at]
        if token.kind != "NUMBER":
            out.append(token)
            at += 1
            continue
        words, joined, places = _number_run(island, at)
        number = read_number(words, joined)
        if number is None:
            out.append(Token("BARE_WDAY" if words[0] == "احد" else "OTHER", token.start, token.end, 6))
            at += 1
            continue
        last = places[number.length - 1]
        kind = _number_kind(
            words[0] if number.length == 1 else "", number.kind, number.value, number.definite
        )
        if (
            out
            and out[-1].kind in ("N0", "N1", "N2", "N3", "N4", "Y4")
            and number.value in (100, 1000, 1_000_000)
        ):
            out[-1] = out[-1]._replace(kind="LONG")
            kind = "LONG"
        out.append(Token(kind, token.start, island[last].end, number.value))
        at = last + 1
    return out


def _number_run(island: list[Token], at: int) -> tuple[list[str], list[bool], list[int]]:
    words: list[str] = []
    joined: list[bool] = []
    places: list[int] = []
    conjunction = False
    while at < len(island) and len(words) < 12:
        token = island[at]
        if token.kind == "NUMBER" and isinstance(token.value, str):
            words.append(token.value)
            joined.append(conjunction)
            places.append(at)
            conjunction = False
        elif token.kind == "AND" and not conjunction:
            conjunction = True
        else:
            break
        at += 1
    return words, joined, places


def _number_kind(word: str, kind: NumberKind, value: int, definite: bool) -> str:  # noqa: FBT001 - a grammatical feature
    if word == "ثانيه":
        return "SECONDW"
    if kind is NumberKind.CARDINAL:
        if word == "اثنين":
            return "TWO"
        if value <= 31:
            return "CARD"
        return "CARDL" if value < 1000 else "YEARW" if value <= 2199 else "LONG"
    if kind is NumberKind.ORDINAL:
        return "DORD" if definite else "ORD"
    return "DORDF" if definite else "ORDF"
