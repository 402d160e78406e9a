"""What a word can be, apart from where it stands: the door through which a morphology comes onto the road."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class PartOfSpeech(StrEnum):
    """Coarse parts of speech, as far as finding happenings and names asks for them."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    PROPER = "proper"
    NUMBER = "number"
    PREPOSITION = "preposition"
    PARTICLE = "particle"
    """Whatever else is a function word: conjunctions, pronouns, adverbs."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word."""

    lemma: str
    """The dictionary form without tashkeel, as it is spelled («أعلن»، «زيارة»)."""
    key: str
    """The same as a matching key (`core.arabic.fold_key`)."""
    pos: PartOfSpeech
    weight: float
    """Natural logarithm of how often the lemma is met, less what its spelling here costs."""
    dual: bool = False
    conjoined: bool = False
    """A conjunction («و»، «ف») is written onto it."""
    governed: bool = False
    """A preposition is written onto it («ب»، «ل»، «ك»)."""
    definite: bool = False
    """The article is written onto it."""
    possessed: bool = False
    """A pronoun is written onto its end."""
    spoken: bool = False
    """A verb of the first or second person."""


class Morphology(Protocol):
    """What can be asked of a morphology."""

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return the ways to read a word as it is written, the likeliest first.

        Args:
            word: one word as the source writes it, tashkeel or not.

        Returns:
            No two alike; empty for a word that the morphology does not know, as it knows few foreign names.
            Imperatives are left out, for news has none.
        """
        ...
