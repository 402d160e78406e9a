"""A part in one line, as people type it: `mediator: مصر`, `event: غزة`; its words are found in the source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

from core.arabic import fold, fold_key, strip_clitics
from core.errors import MediationError
from core.model import Actor, Place, PlaceRole, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from core.model import Event

_T = TypeVar("_T", Actor, Place)


class PartError(MediationError):
    """A line that is no part of an event, in words for whoever typed it."""


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The names of the roles."""

    meant: Mapping[str, Role | PlaceRole]
    """Folded name → role, in both languages."""
    written: Mapping[tuple[Role | PlaceRole, str], str]
    """Role and language (`en`, `ar`) → the name that is written."""


@cache
def role_words() -> RoleWords:
    """Load roles.toml once."""
    data = tomllib.loads(files(__package__).joinpath("roles.toml").read_text(encoding="utf-8"))
    kinds: tuple[tuple[str, type[Role | PlaceRole]], ...] = (("actor", Role), ("place", PlaceRole))
    named = [
        (kind(name), language, words)
        for table, kind in kinds
        for language, roles in data[table].items()
        for name, words in roles.items()
    ]
    return RoleWords(
        {fold_key(word): role for role, _, words in named for word in words},
        {(role, language): words[0] for role, language, words in named},
    )


def read_part(line: str, paragraph: str, event: Event | None = None) -> Actor | Place:
    """Read a line that somebody typed.

    Args:
        line: a role, a colon, words of the paragraph; spelling does not matter.
        paragraph: the text of the event's paragraph.
        event: whose actors and places, if the words are theirs, give their identity; and in whose sentence
            the words are looked for first.

    Returns:
        An actor or a place, as the role says, with the exact words of the source and where they stand.

    Raises:
        PartError: there is no such role, or the words do not stand in the paragraph.
    """
    name, colon, words = line.partition(":")
    role = role_words().meant.get(fold_key(name.strip()))
    if not colon or role is None:
        roles = ", ".join(dict.fromkeys((*map(str, Role), *map(str, PlaceRole))))
        raise PartError(
            "«{name}» is no role; write one of {roles}, a colon, and words of the text",
            name=name.strip(),
            roles=roles,
        )
    words = words.strip().strip('«»"').strip()
    if not words:
        raise PartError("nobody is named behind «{name}:»; write words of the text", name=name.strip())
    known = (event.actors if isinstance(role, Role) else event.places) if event is not None else ()
    span = find_words(
        words, paragraph, event.sentence if event is not None else None, (p.span for p in known)
    )
    if span is None:
        raise PartError("«{words}» does not stand in the paragraph; write words of the text", words=words)
    if isinstance(role, Role):
        new = Actor(role, span.cut(paragraph), span)
        return _identified(new, event.actors if event is not None else ())
    place = Place(role, span.cut(paragraph), span)
    return _identified(place, event.places if event is not None else ())


def write_part(part: Actor | Place, language: str = "en") -> str:
    """Return the line that `read_part` reads as that part.

    Args:
        part: an actor or a place.
        language: `en` or `ar`, for the name of the role.
    """
    return f"{role_words().written[part.role, language]}: {part.text}"


def _identified(part: _T, known: Iterable[_T]) -> _T:
    """Give a part the identity that its words have in the event, whichever role they have there."""
    others = list(known)
    same = next((one for one in others if one.span == part.span), None) or next(
        (one for one in others if fold_key(one.text) == fold_key(part.text)), None
    )
    return part if same is None else replace(same, role=part.role, text=part.text, span=part.span)


# ------------------------------------------------------------------------------------------ finding words


def find_words(
    words: str, paragraph: str, sentence: Span | None = None, known: Iterable[Span] = ()
) -> Span | None:
    """Return where some words stand in a paragraph; None where they do not.

    Spelling does not matter. Words are whole ones, but for what is attached to the first («ومصر» says «مصر»).
    Of several places one that is known goes before those in the sentence, these before the rest.

    Args:
        words: what is looked for.
        paragraph: where.
        sentence: the stretch that is looked through first.
        known: where mentions stand.
    """
    folded = fold(paragraph)
    sought = " ".join(fold_key(words).split())
    known = frozenset(known)
    best: tuple[bool, bool, Span] | None = None
    for start, end in _occurrences(sought, folded.key):
        span = Span(*folded.to_source(start, end))
        order = (span not in known, sentence is None or not sentence.contains(span), span)
        if best is None or order < best:
            best = order
    return best[2] if best is not None else None


def _occurrences(sought: str, key: str) -> Iterator[tuple[int, int]]:
    at = key.find(sought) if sought else -1
    while at >= 0:
        end = at + len(sought)
        if not key[end : end + 1].isalnum() and _begins_word(key, at):
            yield at, end
        at = key.find(sought, at + 1)


def _begins_word(key: str, at: int) -> bool:
    """Tell whether a word begins there, or goes on behind what is attached to it."""
    start = at
    while start and key[start - 1].isalnum():
        start -= 1
    end = at
    while end < len(key) and key[end].isalnum():
        end += 1
    before = key[start:at]
    return not before or any(attached == before for attached, _ in strip_clitics(key[start:end]))
