"""What an entry of a person's own lexicon may hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, TypeAlias

from core.model import Plover

Entry: TypeAlias = dict[str, Any]
Complaint: TypeAlias = tuple[str, str]
"""What is wrong, and what to do about it."""
_Rule: TypeAlias = Callable[[Any], Complaint | None]

_ARABIC = re.compile("[\u0621-\u064a]")
_CODE = re.compile(r"[A-Z]{3}([A-Z0-9]{3})*")
_OFFICE = re.compile(r"[\w-]+/[\w-]+")
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_VERB = re.compile(r"\s*\S+/\S+\s*(~.*)?")


def _arabic(value: Any) -> Complaint | None:
    if isinstance(value, str) and _ARABIC.search(value):
        return None
    return "is no Arabic text", 'write it as "…" in Arabic letters'


def _arabic_list(value: Any) -> Complaint | None:
    if isinstance(value, list) and value and all(_arabic(item) is None for item in value):
        return None
    return "is no list of Arabic texts", 'write it as ["…", "…"]'


def _verbs(value: Any) -> Complaint | None:
    if isinstance(value, list) and value and all(isinstance(v, str) and _VERB.fullmatch(v) for v in value):
        return None
    return "is no list of verbs", 'write each as "past/imperfect", such as ["توسط/يتوسط"]'


def _text(value: Any) -> Complaint | None:
    return None if isinstance(value, str) and value.strip() else ("is no text", 'write it as "…"')


def _flag(value: Any) -> Complaint | None:
    return (
        None
        if isinstance(value, bool)
        else ("is neither true nor false", "write true or false, without quotes")
    )


def _matching(pattern: re.Pattern[str], what: str, example: str) -> _Rule:
    def rule(value: Any) -> Complaint | None:
        fits = isinstance(value, str) and pattern.fullmatch(value)
        return None if fits else (f"is no {what}", f"write it as {example}")

    return rule


def _number(low: float, high: float) -> _Rule:
    def rule(value: Any) -> Complaint | None:
        fits = isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
        return (
            None
            if fits
            else (f"is no number from {low:g} to {high:g}", "write decimal degrees, such as 31.5")
        )

    return rule


def _one_of(*choices: str) -> _Rule:
    def rule(value: Any) -> Complaint | None:
        return None if value in choices else (f"is {value!r}", f"take one of {', '.join(choices)}")

    return rule


def _holds(value: Any) -> Complaint | None:
    example = 'write it as [{ office = "EGY/intelligence-chief", from = "2018-01", to = "2024-10" }]'
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        return "is no list of offices", example
    for held in value:
        days = (held.get("from"), *([held["to"]] if "to" in held else []))
        if held.keys() - {"office", "from", "to"} or not _OFFICE.fullmatch(str(held.get("office", ""))):
            return "names no office", example
        if not all(isinstance(day, str) and _DAY.fullmatch(day) for day in days):
            return "has a time that is no date", example
    return None


_CODED = _matching(_CODE, "actor code", "\"EGYGOV\": a country's three letters, then a role's")
_NAMED: dict[str, _Rule] = {
    "ar": _arabic, "en": _text, "code": _CODED, "sector": _text, "aliases": _arabic_list,
    "alone": _arabic_list, "headed": _arabic_list, "holds": _holds,
}  # fmt: skip
_ROLES = _one_of("source", "target", "mediator")
RULES: dict[str, dict[str, _Rule]] = {
    "persons": _NAMED,
    "organisations": {key: rule for key, rule in _NAMED.items() if key != "holds"} | {"needs_head": _flag},
    "places": {
        "ar": _arabic, "en": _text, "lat": _number(-90, 90), "lon": _number(-180, 180),
        "iso2": _matching(re.compile("[A-Z]{2}"), "country", 'two letters, such as "PS"'),
        "geonameid": _number(1, 1e9), "aliases": _arabic_list,
    },
    "triggers": {
        "class": _text, "plover": _one_of(*(category.value for category in Plover), ""), "mode": _text,
        "cameo": _matching(re.compile(r"(\d{2,4})?"), "CAMEO code", '"045"'), "gloss": _text,
        "suffers": _text, "verbs": _verbs, "passive": _verbs, "nouns": _arabic_list, "phrases": _arabic_list,
        "subject": _ROLES, "object": _ROLES, "genitive": _ROLES,
    },
}  # fmt: skip
"""Section → key → the rule for its value."""
NEEDED = {
    "persons": ("ar", "en"),
    "organisations": ("ar", "en"),
    "places": ("ar", "en", "lat", "lon"),
    "triggers": ("plover", "cameo", "gloss"),
}
"""Section → what an entry that is not also one of ours has to give."""


def complaint(section: str, entry: Entry, *, known: bool) -> tuple[str, Complaint] | None:
    """Return the first thing that is wrong with an entry: the key, what, and what to do.

    Args:
        section: a key of `RULES`.
        entry: the entry as read.
        known: whether it is laid over an entry of ours, so that nothing has to be complete.
    """
    rules = RULES[section]
    for key, value in entry.items():
        if key not in rules:
            near = get_close_matches(key, rules, 1)
            return key, (
                "is no key of this section",
                f"use {near[0]}" if near else f"use one of {', '.join(rules)}",
            )
        wrong = rules[key](value)
        if wrong is not None:
            return key, wrong
    for key in () if known else NEEDED[section]:
        if key not in entry:
            return key, ("is missing", f"a new entry needs {', '.join(NEEDED[section])}")
    return None
