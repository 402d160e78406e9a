"""The grammar: named rules over the classes of tokens, compiled from `grammar.toml`.

A rule's pattern is a regular expression whose letters are classes. Each class becomes one character, an
island of tokens a short string, and the rules of a stage run over it from left to right, the longest
match first. What a rule matches becomes one token, which the next stage sees (a cascade of finite-state
stages, as in FASTUS).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from core.temporal.expression import MonthName, NoDate, Relative, When
from core.temporal.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and what it makes of its match."""

    name: str
    pattern: re.Pattern[str]
    build: str
    kind: str
    option: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a rule fits, told by the classes alone."""

    rule: Rule
    start: int
    end: int
    groups: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The stages, in order, and the character of each class."""

    stages: tuple[tuple[Rule, ...], ...]
    anywhere: tuple[re.Pattern[str], ...]
    """For each stage, where any of its rules fits."""
    chars: dict[str, str]


class Match:
    """What a builder sees: the tokens of a match, and the named ones among them."""

    def __init__(self, tokens: Sequence[Token], candidate: Candidate) -> None:
        self.tokens = tokens[candidate.start : candidate.end]
        self.option = candidate.rule.option
        self.rule = candidate.rule.name
        self._groups = {name: tokens[start:end] for name, start, end in candidate.groups}

    def group(self, name: str) -> Sequence[Token]:
        """Return the tokens of a named group; none where it did not take part."""
        return self._groups.get(name, ())

    def has(self, name: str) -> bool:
        """Tell whether a group took part."""
        return bool(self._groups.get(name))

    def value(self, name: str) -> object:
        """Return the value of a group of one token."""
        return self._groups[name][0].value

    def number(self, name: str) -> int:
        """Return the number of a group of one token."""
        value = self.value(name)
        if not isinstance(value, int):
            raise TypeError(f"{self.rule}: {name} is no number")
        return value

    def word(self, name: str) -> str:
        """Return the lexicon's value of a group of one token."""
        value = self.value(name)
        if not isinstance(value, str):
            raise TypeError(f"{self.rule}: {name} is no word")
        return value

    def month(self, name: str) -> MonthName:
        """Return the month of a group of one token."""
        value = self.value(name)
        if not isinstance(value, MonthName):
            raise TypeError(f"{self.rule}: {name} is no month")
        return value

    def when(self, name: str) -> When:
        """Return the expression of a group of one token."""
        value = self.value(name)
        if not isinstance(value, When):
            raise TypeError(f"{self.rule}: {name} is no expression")
        return value


_NAME = re.compile(r"[A-Z][A-Z_0-9]*")
_GROUP = re.compile(r"<\s*([a-z_0-9]+)\s*:")
_NAMED = re.compile(r"\(\?P<\w+>")
_MACRO = re.compile(r"\{([a-z_]+)\}")


@cache
def grammar() -> Grammar:
    """Read the grammar; done once, on first use."""
    source = resources.files("core.temporal").joinpath("grammar.toml").read_text(encoding="utf-8")
    data = tomllib.loads(source)
    unions: dict[str, str] = data["unions"]
    macros: dict[str, str] = data["macros"]
    chars: dict[str, str] = {}

    def char_of(name: str) -> str:
        return chars.setdefault(name, chr(0xE000 + len(chars)))

    def expand(pattern: str) -> str:
        while _MACRO.search(pattern):
            pattern = _MACRO.sub(lambda match: f"(?:{macros[match.group(1)]})", pattern)
        return pattern

    def members(name: str) -> str:
        if name in unions:
            return "".join(members(part) for part in unions[name].split())
        return char_of(name)

    def compiled(pattern: str) -> re.Pattern[str]:
        pattern = _NAME.sub(lambda match: f"[{members(match.group())}]", expand(pattern))
        # `<name: …>` becomes a named group; `>` closes nothing else in a pattern.
        pattern = _GROUP.sub(lambda match: f"(?P\x00{match.group(1)}\x01", pattern).replace(">", ")")
        pattern = pattern.replace("\x00", "<").replace("\x01", ">")
        return re.compile(re.sub(r"\s+", "", pattern))

    stages = tuple(
        tuple(
            Rule(
                rule["name"],
                compiled(rule["pattern"]),
                rule["build"],
                rule.get("as", "DATE"),
                rule.get("option", ""),
            )
            for rule in stage["rules"]
        )
        for stage in data["stages"]
    )
    anywhere = tuple(
        re.compile("|".join(_NAMED.sub("(?:", rule.pattern.pattern) for rule in stage)) for stage in stages
    )
    return Grammar(stages, anywhere, chars)


def candidates(stage: int, classes: str) -> tuple[tuple[Candidate, ...], ...]:
    """Return, for each place of a string of classes, the rules that fit there, the longest first."""
    rules, anywhere = grammar().stages[stage], grammar().anywhere[stage]
    found: list[tuple[Candidate, ...]] = [()] * len(classes)
    fits = anywhere.search(classes)
    while fits is not None and fits.start() < len(classes):
        start = fits.start()
        here = []
        for rule in rules:
            match = rule.pattern.match(classes, start)
            if match is not None and match.end() > start:
                groups = tuple(
                    (name, *match.span(name)) for name in rule.pattern.groupindex if match.start(name) >= 0
                )
                here.append(Candidate(rule, start, match.end(), groups))
        here.sort(key=lambda candidate: -candidate.end)
        found[start] = tuple(here)
        fits = anywhere.search(classes, start + 1)
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _next_stage(stage: int, classes: str) -> tuple[int, tuple[tuple[Candidate, ...], ...]] | None:
    """Return the first stage from `stage` on in which any rule fits, and where; None where there is none.

    Islands of the same shape come again and again, so this is worked out once for each.
    """
    for number in range(stage, len(grammar().stages)):
        places = candidates(number, classes)
        if any(places):
            return number, places
    return None


def run(tokens: list[Token], builders: dict[str, Callable[[Match], object | None]]) -> list[Token]:
    """Send an island through all stages."""
    chars = grammar().chars
    classes = "".join([chars.get(token.kind, "\ufffd") for token in tokens])
    following = _next_stage(0, classes)
    while following is not None:
        stage, places = following
        out = _run_stage(tokens, places, builders)
        if len(out) != len(tokens) or out != tokens:
            tokens = out
            classes = "".join([chars.get(token.kind, "\ufffd") for token in tokens])
        following = _next_stage(stage + 1, classes)
    return tokens


def _run_stage(
    tokens: list[Token],
    places: tuple[tuple[Candidate, ...], ...],
    builders: dict[str, Callable[[Match], object | None]],
) -> list[Token]:
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        for candidate in places[at]:
            value = builders[candidate.rule.build](Match(tokens, candidate))
            if value is not None:
                out.append(_made(tokens, candidate, value))
                at = candidate.end
                break
        else:
            out.append(tokens[at])
            at += 1
    return out


def _made(tokens: list[Token], candidate: Candidate, value: object) -> Token:
    """The token that a match becomes; its span is that of the group `span`, where the rule has one."""
    start, end = candidate.start, candidate.end
    for name, first, last in candidate.groups:
        if name == "span" and last > first:
            start, end = first, last
    kind = "NOTHING" if isinstance(value, NoDate) else candidate.rule.kind
    if kind == "REL" and isinstance(value, Relative):
        kind = f"REL_{value.unit}"
    return Token(kind, tokens[start].start, tokens[end - 1].end, value, candidate.rule.name)
