"""Function words that tell how the parts of an Arabic news sentence hang together (grammar.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from core.arabic import fold_key


@dataclass(frozen=True, slots=True)
class Grammar:
    """The function words of grammar.toml, as matching keys."""

    clause_starters: frozenset[str]
    circumstance: frozenset[str]
    cause: frozenset[str]
    within: frozenset[str]
    at_meeting: frozenset[str]
    statements: frozenset[str]
    onset: frozenset[str]
    later: frozenset[str]
    as_told: frozenset[str]
    feared: frozenset[str]
    unreal: frozenset[str]
    temporal: frozenset[str]
    comparison: frozenset[str]
    openers: frozenset[str]
    future: frozenset[str]
    hypothetical: frozenset[str]
    negation: frozenset[str]
    that: frozenset[str]
    when: frozenset[str]
    relatives: frozenset[str]
    breaks: frozenset[str]
    before_nouns: frozenset[str]
    before_nouns_too: frozenset[str]
    before_verbs: frozenset[str]
    auxiliaries: frozenset[str]
    these_days: frozenset[str]
    former: frozenset[str]
    during: frozenset[str]
    during_it: frozenset[str]
    goes_on: frozenset[str]
    occasion: frozenset[str]
    transparent: frozenset[str]
    prepositions: dict[str, str]
    """Word → what it makes of the noun after it (with, to, in, on …)."""


@cache
def grammar() -> Grammar:
    """Load grammar.toml once."""
    data = tomllib.loads(files(__package__).joinpath("grammar.toml").read_text(encoding="utf-8"))

    def keys(name: str) -> frozenset[str]:
        return frozenset(map(fold_key, data[name]))

    return Grammar(
        clause_starters=keys("clause_starters"),
        circumstance=keys("circumstance"),
        cause=keys("cause"),
        within=keys("within"),
        at_meeting=keys("at_meeting"),
        statements=keys("statements"),
        onset=keys("onset"),
        later=keys("later"),
        as_told=keys("as_told"),
        feared=keys("feared"),
        unreal=keys("unreal"),
        temporal=keys("temporal"),
        comparison=keys("comparison"),
        openers=keys("openers"),
        future=keys("future"),
        hypothetical=keys("hypothetical"),
        negation=keys("negation"),
        that=keys("that"),
        when=keys("when"),
        relatives=keys("relatives"),
        breaks=keys("breaks"),
        before_nouns=keys("before_nouns"),
        before_nouns_too=keys("before_nouns_too"),
        before_verbs=keys("before_verbs"),
        auxiliaries=keys("auxiliaries"),
        these_days=keys("these_days"),
        former=keys("former"),
        during=keys("during"),
        during_it=keys("during_it"),
        goes_on=keys("goes_on"),
        occasion=keys("occasion"),
        transparent=keys("transparent"),
        prepositions={fold_key(word): kind for kind, words in data["prepositions"].items() for word in words},
    )
