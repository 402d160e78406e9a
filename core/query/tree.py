"""A query as a tree: frozen, comparable, and written back by `str`."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - dataclass fields are resolved at run time
import re
from dataclasses import dataclass
from enum import StrEnum  # noqa: TC003 - likewise
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.query.vocabulary import Flag, Key, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAIN = re.compile(r"\w[\w*]*")
_PLAIN_VALUE = re.compile(r"\w[\w./*-]*")
QUOTES = (("«", "»"), ('"', '"'), ("“", "”"))


@dataclass(frozen=True, slots=True)
class Words:
    """Words that an event says, one after the other (`core.query.phrase`)."""

    text: str

    def __str__(self) -> str:
        known = vocabulary()
        taken = fold_key(self.text) in known.operators or fold_key(self.text) in known.flags
        return self.text if _PLAIN.fullmatch(self.text) and not taken else quoted(self.text)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something by name: one of `vocabulary.NAMES`."""

    key: Key
    text: str

    def __str__(self) -> str:
        return f"{self.key}:{_value(self.text)}"


@dataclass(frozen=True, slots=True)
class Among:
    """One of a few values: one of `vocabulary.CHOICES`, but for flags."""

    key: Key
    text: str
    values: tuple[StrEnum, ...]
    """What `text` means, never empty: `quad:verbal` are two."""

    def __str__(self) -> str:
        return f"{self.key}:{_value(self.text)}"


@dataclass(frozen=True, slots=True)
class Cameo:
    """Codes that begin so: 04 is all of 040 to 046."""

    prefix: str

    def __str__(self) -> str:
        return f"{Key.CAMEO}:{self.prefix}"


@dataclass(frozen=True, slots=True)
class Dated:
    """Dated events that share a day with a span; what has no date is in none."""

    key: Key
    text: str
    """As it was typed."""
    first: dt.date | None
    """Inclusive; null: open."""
    last: dt.date | None

    def __str__(self) -> str:
        return f"{self.key}:{_value(self.text)}"


@dataclass(frozen=True, slots=True)
class Flagged:
    """What a person has marked or noted, and what other tellings contradict."""

    flag: Flag

    def __str__(self) -> str:
        return self.flag.value


@dataclass(frozen=True, slots=True)
class Not:
    """What a term does not hold of."""

    term: Node

    def __str__(self) -> str:
        return f"-{_bracketed(self.term, And, Or)}"


@dataclass(frozen=True, slots=True)
class And:
    """What all terms hold of; of no terms: everything."""

    terms: tuple[Node, ...]

    def __str__(self) -> str:
        return " ".join(_bracketed(term, Or) for term in self.terms)


@dataclass(frozen=True, slots=True)
class Or:
    """What one of at least two terms holds of."""

    terms: tuple[Node, ...]

    def __str__(self) -> str:
        return " or ".join(map(str, self.terms))


Node = Words | Named | Among | Cameo | Dated | Flagged | Not | And | Or


def conjunction(terms: Iterable[Node]) -> Node:
    """Return what all terms hold of, without an `And` inside another."""
    flat = [part for term in terms for part in (term.terms if isinstance(term, And) else (term,))]
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def disjunction(terms: Iterable[Node]) -> Node:
    """Return what one of the terms holds of, without an `Or` inside another."""
    flat = [part for term in terms for part in (term.terms if isinstance(term, Or) else (term,))]
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def negation(term: Node) -> Node:
    """Return what a term does not hold of, without a `Not` of a `Not`."""
    return term.term if isinstance(term, Not) else Not(term)


def quoted(text: str) -> str:
    """Put a text between the first quotes that it does not contain; no text that was typed has all three."""
    opening, closing = next((pair for pair in QUOTES if pair[1] not in text), QUOTES[0])
    return f"{opening}{text}{closing}"


def _value(text: str) -> str:
    return text if _PLAIN_VALUE.fullmatch(text) else quoted(text)


def _bracketed(term: Node, *kinds: type[Node]) -> str:
    return f"({term})" if isinstance(term, kinds) else str(term)
