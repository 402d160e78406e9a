"""A phrase while it is being read."""

from __future__ import annotations

from typing import NamedTuple

from core.events.lexicon import Geo, Identity, Noun  # noqa: TC001 - fields of a named tuple
from core.events.mentions.mention import MentionKind  # noqa: TC001


class Phrase(NamedTuple):
    """A stretch of tokens with what has been gathered about it; `end` is exclusive.

    A named tuple, for it grows a word at a time and is made anew each time.
    """

    start: int
    end: int
    kind: MentionKind
    noun: Noun | None = None
    """Its head, for phrases that have a common noun as head."""
    identity: Identity | None = None
    """Who or what it is, when a name says so."""
    whole: Identity | None = None
    """The body that it is of («قيادة حركة حماس» → Hamas)."""
    inner: Phrase | None = None
    """The phrase that it is of («رئيس جهاز المخابرات» → the service)."""
    country: str | None = None
    countries: tuple[str, ...] = ()
    """All countries named by adjectives, in order."""
    glosses: tuple[str, ...] = ()
    """English of its adjectives, in order."""
    of: str | None = ""
    """English of its complement; empty when it has none, null when there is no gloss."""
    definite: bool = False
    complete: bool = False
    """Names an actor as it stands."""
    named: bool = False
    """Ends in a person's name."""
    place: Geo | None = None
    office: str | None = None
    code: str = ""
    apposition: tuple[int, int] | None = None
    """Tokens of the words that say who it is."""
    person: tuple[int, int] | None = None
    """Tokens of the person's name in it."""
    marks: frozenset[str] = frozenset()

    def up_to(self, end: int) -> Phrase:
        """Return the phrase grown to an end."""
        return self._replace(end=end)
