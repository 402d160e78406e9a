"""A query cut into its tokens, with where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.query.errors import QueryError
from core.query.tree import QUOTES
from core.query.vocabulary import Key, Operator, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = re.compile(r"[\s\u060c\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+")
"""White space, the Arabic comma, and the marks of direction that come with what is pasted."""
_CLOSING = dict(QUOTES)
_STRAY = frozenset(_CLOSING.values()) - frozenset(_CLOSING)
_WORD = re.compile(r"[^\s\u060c()\"«»“”]+")
_MINUS = "-"


class Kind(Enum):
    """What a token is there for."""

    OPEN = auto()
    CLOSE = auto()
    OPERATOR = auto()
    KEY = auto()
    WORD = auto()
    QUOTED = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the query, half-open, in code points."""

    kind: Kind
    text: str
    """The words; of a quotation those inside."""
    start: int
    end: int
    key: Key | None = None
    operator: Operator | None = None


def tokens(text: str, *, unfinished: bool = False) -> Iterator[Token]:
    """Yield the tokens in order.

    Args:
        text: the query.
        unfinished: take a quotation that is still open as it is.

    Raises:
        QueryError: a quotation that does not end, or only ends; a word before a colon that is no key.
    """
    at, after_key = 0, -1
    """`after_key`: where the value begins that the key before asks for."""
    while at < len(text):
        if blank := _BLANK.match(text, at):
            at = blank.end()
            continue
        token = _token(text, at, is_value=at == after_key, unfinished=unfinished)
        yield token
        at = token.end
        after_key = at if token.kind is Kind.KEY else -1


def _token(text: str, at: int, *, is_value: bool, unfinished: bool) -> Token:
    char = text[at]
    if char in "()":
        return Token(Kind.OPEN if char == "(" else Kind.CLOSE, char, at, at + 1)
    if char in _CLOSING:
        return _quotation(text, at, unfinished=unfinished)
    if char in _STRAY:
        raise QueryError("{sign} closes a quotation that was never opened", text, at, at + 1, sign=char)
    if char == _MINUS and not is_value and (at + 1 < len(text) and not _BLANK.match(text, at + 1)):
        return Token(Kind.OPERATOR, char, at, at + 1, operator=Operator.NOT)
    found = _WORD.match(text, at)
    assert found is not None
    word, end = found.group(), found.end()
    if is_value:
        return Token(Kind.WORD, word, at, end)
    name, colon, _ = word.partition(":")
    if colon and name.isalpha():
        return _key(text, name, at)
    operator = vocabulary().operators.get(fold_key(word))
    return Token(Kind.OPERATOR if operator else Kind.WORD, word, at, end, operator=operator)


def _quotation(text: str, at: int, *, unfinished: bool) -> Token:
    closing = _CLOSING[text[at]]
    end = text.find(closing, at + 1)
    if end < 0:
        if not unfinished:
            raise QueryError("this quotation has no {sign}", text, at, len(text), sign=closing)
        return Token(Kind.QUOTED, text[at + 1 :], at, len(text))
    return Token(Kind.QUOTED, text[at + 1 : end], at, end + 1)


def _key(text: str, name: str, at: int) -> Token:
    key = vocabulary().keys.get(fold_key(name))
    end = at + len(name) + 1
    if key is None:
        near = _nearest(name)
        if near:
            raise QueryError(
                "there is no key «{name}»; did you mean «{near}»?", text, at, end, name=name, near=near
            )
        raise QueryError(
            "there is no key «{name}»; what has a colon and is no key wants quotation marks",
            text,
            at,
            end,
            name=name,
        )
    return Token(Kind.KEY, name, at, end, key=key)


def _nearest(name: str) -> str:
    from difflib import get_close_matches  # only for who has slipped

    known = {fold_key(word): word for word in vocabulary().shown}
    near = get_close_matches(fold_key(name), known, 1)
    return known[near[0]] if near else ""
