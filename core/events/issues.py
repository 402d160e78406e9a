"""What talks are about: the words of mediation.toml that name an issue."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from core.arabic import fold, fold_key, strip_clitics
from core.events.conjugation import noun_forms
from core.events.grammar import grammar
from core.events.mentions import MentionKind
from core.model import Issue, IssueMention, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.arabic import Word
    from core.events.sentence import Sentence

# What makes another thing of an issue stands at most so many words behind it.
_UNLESS = 4
_NAMES = frozenset((MentionKind.PERSON, MentionKind.OFFICE, MentionKind.ORGANISATION, MentionKind.GROUP))


@dataclass(frozen=True, slots=True)
class _Entry:
    issue: Issue
    rest: tuple[str, ...]


@cache
def mediation_words() -> Mapping[str, Any]:
    """Return the tables of mediation.toml as they are written."""
    return tomllib.loads(files(__package__).joinpath("mediation.toml").read_text(encoding="utf-8"))


@cache
def _entries() -> Mapping[str, tuple[_Entry, ...]]:
    """First word → what it may begin, longest first."""
    table: defaultdict[str, list[_Entry]] = defaultdict(list)
    for name, phrases in mediation_words()["issues"].items():
        for phrase in phrases:
            first, *rest = phrase.split()
            keys = {key for key, _ in noun_forms(first)} | {fold_key(first)}
            entry = _Entry(Issue(name), tuple(fold_key(word).removeprefix("ال") for word in rest))
            # A first word that is written with its article is asked for with it: «الأجور» and «أجور» differ.
            for key in keys:
                table[key].append(entry)
    return {key: tuple(sorted(found, key=lambda e: -len(e.rest))) for key, found in table.items()}


@cache
def _unless() -> Mapping[Issue, frozenset[str]]:
    return {Issue(n): frozenset(map(fold_key, words)) for n, words in mediation_words()["unless"].items()}


@cache
def _name_heads() -> frozenset[str]:
    return frozenset(map(fold_key, mediation_words()["issue_names"]["before"]))


def find_issues(sentence: Sentence, stretch: range) -> tuple[IssueMention, ...]:
    """Return the issues named in a stretch of words, each once, in the order of the text."""
    found: dict[Issue, IssueMention] = {}
    at = stretch.start
    while at < stretch.stop:
        # «خلال الهدنة» says when.
        aside = sentence.key(at - 1).removeprefix("و") in grammar().during
        named = None if aside else _issue_at(sentence, at, stretch.stop)
        if named is None:
            at += 1
            continue
        mention, length = named
        found.setdefault(mention.issue, mention)
        at += length
    return tuple(found.values())


def names_issue(sentence: Sentence, at: int) -> bool:
    """Tell whether a word begins the name of an issue."""
    return 0 <= at < len(sentence.words) and _issue_at(sentence, at, len(sentence.words)) is not None


def _issue_at(sentence: Sentence, at: int, stop: int) -> tuple[IssueMention, int] | None:
    word = sentence.words[at]
    for proclitic, rest in strip_clitics(word.key):
        for entry in _entries().get(rest, ()):
            last = at + len(entry.rest)
            if last >= stop or not _follows(sentence, at + 1, entry.rest):
                continue
            span = Span(bare_start(sentence, word, proclitic), sentence.words[last].end)
            if _in_name(sentence, at, span) or _is_other(sentence, last, entry.issue):
                continue
            return IssueMention(entry.issue, span.cut(sentence.paragraph.text), span), last - at + 1
    return None


def _follows(sentence: Sentence, at: int, rest: tuple[str, ...]) -> bool:
    return all(
        wanted in {key.removeprefix("ال") for key in sentence.keys_without_clitics(at + number)}
        for number, wanted in enumerate(rest)
    )


def bare_start(sentence: Sentence, word: Word, proclitic: str) -> int:
    """Return where a word starts without its conjunction and preposition; the article stays on it.

    In «لل» the article has lost its alef, so the noun starts at the second lam, as in the names of actors.
    """
    kept = 2 if proclitic.endswith("ال") else 1 if proclitic.endswith("لل") else 0
    dropped = len(proclitic) - kept
    folded = fold(sentence.paragraph.text[word.start : word.end])
    return word.start + (folded.offsets[dropped] if dropped < len(folded.key) else 0)


def _in_name(sentence: Sentence, at: int, span: Span) -> bool:
    """Tell «وزير شؤون الأسرى», «قانون المصالحة»: what an issue is part of the name of is not about it."""
    if sentence.keys_without_clitics(at - 1) & _name_heads():
        return True
    return any(
        mention.kind in _NAMES and mention.span.contains(span) and mention.span.start < span.start
        for mention in sentence.mentions
    )


def _is_other(sentence: Sentence, last: int, issue: Issue) -> bool:
    words = _unless().get(issue)
    return words is not None and any(
        sentence.keys_without_clitics(index) & words for index in range(last + 1, last + 1 + _UNLESS)
    )
