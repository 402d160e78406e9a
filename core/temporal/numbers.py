"""Spelled-out numbers in an island: their words put together, and the class each has in the grammar."""

from __future__ import annotations

from core.arabic.numerals import NumberKind, read_number
from core.temporal.tokens import Token

_DIGITS = frozenset({"N0", "N1", "N2", "N3", "N4", "Y4"})


def read_numbers(island: list[Token]) -> list[Token]:
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
        if out and out[-1].kind in _DIGITS and number.value in (100, 1000, 1_000_000):
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
