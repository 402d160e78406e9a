"""The grammar of the filter language, by recursive descent.

query  = any
any    = all { "or" all }
all    = term { [ "and" ] term }
term   = ( "-" | "not" ) term | "(" any ")" | key ":" value | flag | word | quotation
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from core.arabic import fold_key, tokenise
from core.query.dates import has_year, typed_days
from core.query.errors import QueryError
from core.query.phrase import phrase
from core.query.query import Query
from core.query.tokens import Kind, Token, tokens
from core.query.tree import (
    Among,
    And,
    Cameo,
    Dated,
    Flagged,
    Named,
    Node,
    Words,
    conjunction,
    disjunction,
    negation,
)
from core.query.vocabulary import CHOICES, DATES, NAMES, Flag, Key, Operator, vocabulary

if TYPE_CHECKING:
    import datetime as dt
    from enum import StrEnum

_DEEPEST = 50
"""Terms inside terms; nobody types more, and what is pasted shall not exhaust the stack."""


def parse(text: str, today: dt.date) -> Query:
    """Read a query; an empty one holds of everything.

    Args:
        text: as it was typed; `docs/query.md` has the language.
        today: what relative dates count from.

    Raises:
        QueryError: it cannot be understood; says what and where.
    """
    return Query(_read(_Reader(text, list(tokens(text)), today)))


def parse_words(text: str) -> Query:
    """Read what is looked for in articles: words, quotations, `or`, negation and brackets, but no keys.

    Raises:
        QueryError: it cannot be understood.
    """
    return Query(_read(_Reader(text, list(tokens(text)), None)))


def _read(reader: _Reader) -> Node:
    if not reader.tokens:
        return And(())
    root = reader.any_of(0)
    if (left := reader.peek()) is not None:
        raise QueryError("there is no ( for this )", reader.text, left.start, left.end)
    return root


@dataclass(slots=True)
class _Reader:
    """The tokens of a query, and how far they are read."""

    text: str
    tokens: list[Token]
    today: dt.date | None
    """None where keys and flags are not asked for."""
    at: int = 0

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def any_of(self, depth: int) -> Node:
        terms = [self._all_of(depth)]
        while _is(self.peek(), Operator.OR):
            self.at += 1
            terms.append(self._all_of(depth))
        return disjunction(terms)

    def _all_of(self, depth: int) -> Node:
        terms = [self._term(depth)]
        while (token := self.peek()) is not None:
            if token.kind is Kind.CLOSE or token.operator is Operator.OR:
                break
            if token.operator is Operator.AND:
                self.at += 1
            terms.append(self._term(depth))
        return conjunction(terms)

    def _term(self, depth: int) -> Node:
        token = self.peek()
        if token is None or token.kind is Kind.CLOSE or _is(token, Operator.AND) or _is(token, Operator.OR):
            raise self._wanting(token)
        if depth > _DEEPEST:
            raise QueryError("there is too much inside one another", self.text, token.start, token.end)
        self.at += 1
        if token.kind is Kind.OPERATOR:
            return negation(self._term(depth + 1))
        if token.kind is Kind.OPEN:
            return self._bracketed(token, depth)
        if token.kind is Kind.KEY:
            return self._keyed(token)
        may_be_flag = token.kind is Kind.WORD and self.today is not None
        flag = vocabulary().flags.get(fold_key(token.text)) if may_be_flag else None
        return Flagged(flag) if flag else Words(self._spoken(token))

    def _bracketed(self, opening: Token, depth: int) -> Node:
        inner = self.any_of(depth + 1)
        if self.peek() is None:
            raise QueryError("this ( has no )", self.text, opening.start, opening.end)
        self.at += 1
        return inner

    def _wanting(self, token: Token | None) -> QueryError:
        """Say that something is missing here, and after what."""
        before = self.tokens[self.at - 1] if self.at else None
        start = token.start if token else len(self.text)
        if before is None:
            return QueryError(
                "something has to stand before this", self.text, start, token.end if token else start
            )
        return QueryError(
            "something has to follow «{words}»", self.text, before.start, before.end, words=before.text
        )

    def _spoken(self, token: Token) -> str:
        if phrase(token.text) is None:
            raise QueryError(
                "there is no letter and no figure to look for", self.text, token.start, token.end
            )
        return token.text

    # ------------------------------------------------------------------------------------------ keys

    def _keyed(self, token: Token) -> Node:
        key = token.key
        assert key is not None
        if self.today is None:
            raise QueryError(
                "{key}: is asked of events, not of articles; see --where",
                self.text,
                token.start,
                token.end,
                key=token.text,
            )
        value = self.peek()
        if value is None or value.kind not in (Kind.WORD, Kind.QUOTED):
            raise self._without_value(token, key)
        self.at += 1
        if key in DATES:
            return self._dated(key, token, value)
        if key in NAMES:
            return Named(key, self._spoken(value))
        if key is Key.CAMEO:
            return self._cameo(value)
        return self._among(key, value)

    def _without_value(self, token: Token, key: Key) -> QueryError:
        """Say what a key wants."""
        if key in CHOICES:
            return QueryError(
                "{key}: wants one of {known}",
                self.text,
                token.start,
                token.end,
                key=token.text,
                known=", ".join(CHOICES[key]),
            )
        return QueryError(
            "{key}: wants {what}", self.text, token.start, token.end, key=token.text, what=_WANTED[key]
        )

    def _dated(self, key: Key, token: Token, value: Token) -> Node:
        assert self.today is not None
        days = typed_days(value.text, self.today)
        if days is None:
            raise QueryError(
                "«{words}» is no date; write 2021, 2021-05 or «مايو 2021»",
                self.text,
                value.start,
                value.end,
                words=value.text,
            )
        after = self.peek()
        if value.kind is Kind.WORD and not has_year(value.text) and _is_year(after):
            raise QueryError(
                "a date of several words wants quotation marks: {key}:«{words}»",
                self.text,
                value.start,
                after.end,
                key=token.text,
                words=f"{value.text} {after.text}",
            )
        first, last = days
        if first is not None and last is not None and last < first:
            raise QueryError(
                "«{words}» ends before it begins", self.text, value.start, value.end, words=value.text
            )
        return Dated(
            key,
            value.text,
            None if key is Key.UNTIL else first,
            None if key is Key.SINCE else last,
        )

    def _cameo(self, value: Token) -> Node:
        prefix = fold_key(value.text).strip().rstrip("*")
        if not (prefix.isdecimal() and len(prefix) <= 4):
            raise QueryError(
                "a CAMEO code is two to four figures, or begins so", self.text, value.start, value.end
            )
        return Cameo(prefix)

    def _among(self, key: Key, value: Token) -> Node:
        found = meant(key, value.text)
        if not found:
            known = ", ".join(map(str, CHOICES[key]))
            raise QueryError(
                "{key} is one of {known}", self.text, value.start, value.end, key=str(key), known=known
            )
        if key is Key.IS:
            return Flagged(Flag(found[0]))
        return Among(key, value.text, found)


def meant(key: Key, text: str) -> tuple[StrEnum, ...]:
    """Return the values that some words mean: those with a name that has all of them, in their order."""
    words = frozenset(tokenise(text).words.keys)
    return tuple(
        value
        for value, names in vocabulary().values[key].items()
        if words and any(words <= frozenset(tokenise(name).words.keys) for name in names)
    )


_NAME = "a name, such as مصر or «عباس كامل»"
_WANTED = {
    **dict.fromkeys(NAMES, _NAME),
    **dict.fromkeys(DATES, "a date, such as 2021, 2021-05 or «مايو 2021»"),
    Key.CAMEO: "a code, such as 045 or 04",
}


def _is(token: Token | None, operator: Operator) -> bool:
    return token is not None and token.operator is operator


def _is_year(token: Token | None) -> TypeGuard[Token]:
    if token is None or token.kind is not Kind.WORD:
        return False
    key = fold_key(token.text)
    return len(key) == 4 and key.isdecimal()
