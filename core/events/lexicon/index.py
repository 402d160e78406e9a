"""The lexicon as the reader of text asks it: what may start with this word?"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from core.arabic.words import SHORTEST_REST, proclitics_by_letter
from core.events.lexicon.build import entries, identities
from core.events.lexicon.records import Name, Noun, Reading

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from core.events.lexicon.records import Entry, Identity, NounClass


@cache
def _index() -> dict[str, tuple[Entry, ...]]:
    """First word → what starts with it, longest first."""
    with _no_collection():
        found: dict[str, list[Entry]] = {}
        for entry in entries():
            found.setdefault(entry.words[0], []).append(entry)
        return {
            first: tuple(group if len(group) == 1 else sorted(group, key=lambda entry: -len(entry.words)))
            for first, group in found.items()
        }


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the cyclic collector: all made here stays, and looking through it took 40 % of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@cache
def _ways() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """First letter → proclitics, what they are without the article, and the article.

    The article goes back to the word, and alone is no proclitic here; «لل» hides one.
    """
    ways: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for letter, proclitics in proclitics_by_letter().items():
        ways[letter] = tuple((found, *_bare(found)) for found in proclitics if found != "ال")
    return ways


def _bare(proclitics: str) -> tuple[str, str]:
    if proclitics.endswith("ال"):
        return proclitics[:-2], "ال"
    if proclitics.endswith("لل"):
        return proclitics[:-1], "ال"
    return proclitics, ""


def readings(word: str) -> tuple[Reading, ...]:
    """Return what a folded word may start, fewest proclitics first; most words start nothing.

    Asked of every new word, so the ways to take it apart are gone through here, and no list made of them.
    """
    index = _index()
    found = {("", word): Reading("", *_by_second(word))} if word in index else {}
    for proclitics, prefix, article in _ways().get(word[:1], ()):
        if word.startswith(proclitics) and len(word) - len(proclitics) >= SHORTEST_REST:
            bare = article + word[len(proclitics) :]
            if bare in index and (prefix, bare) not in found:
                found[prefix, bare] = Reading(prefix, *_by_second(bare))
    return tuple(sorted(found.values(), key=lambda reading: len(reading.prefix))) if found else ()


@cache
def _by_second(
    first: str,
) -> tuple[tuple[Entry, ...], dict[str, tuple[Entry, ...]], frozenset[NounClass], bool]:
    """Return what a first word is by itself, what it begins, by its second word, and the sorts of these."""
    group = _index()[first]
    longer: dict[str, list[Entry]] = {}
    for entry in group:
        if len(entry.words) > 1:
            longer.setdefault(entry.words[1], []).append(entry)
    return (
        tuple(entry for entry in group if len(entry.words) == 1),
        {second: tuple(found) for second, found in longer.items()},
        frozenset(entry.cls for entry in group if isinstance(entry, Noun)),
        any(isinstance(entry, Name) for entry in group),
    )


@cache
def _by_id() -> dict[str, Identity]:
    return {identity.id: identity for identity in identities()}


def identity(identifier: str) -> Identity | None:
    """Return what an id stands for."""
    return _by_id().get(identifier)


@cache
def _holders() -> dict[str, tuple[Identity, ...]]:
    held: dict[str, list[Identity]] = {}
    for person in identities():
        for tenure in person.holds:
            held.setdefault(tenure.office, []).append(person)
    return {office: tuple(dict.fromkeys(people)) for office, people in held.items()}


def holder(office: str, date: dt.date) -> str | None:
    """Return the id of who held an office on a day.

    Args:
        office: an office's id with or without `office/` before it («office/EGY/intelligence-chief»).
        date: the day.
    """
    key = office.removeprefix("office/")
    for person in _holders().get(key, ()):
        if any(tenure.office == key and tenure.covers(date) for tenure in person.holds):
            return person.id
    return None
