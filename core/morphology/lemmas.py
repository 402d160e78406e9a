"""Dictionary forms of words, by a morphology."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.arabic import fold_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.model import Event
    from core.morphology.reading import Morphology


def lemmas(word_types: Iterable[str], morphology: Morphology) -> dict[str, tuple[str, ...]]:
    """Return the lemmas that each word may be a form of, the likeliest first.

    Args:
        word_types: words as written, tashkeel or not.
        morphology: whom to ask.

    Returns:
        Word → lemmas as matching keys (`core.arabic.fold_key`), without repeats; empty for a word that the
        morphology does not know, as it knows few names.
    """
    return {
        word: tuple(dict.fromkeys(reading.key for reading in morphology.readings(word)))
        for word in dict.fromkeys(word_types)
    }


def with_lemmas(events: Iterable[Event], morphology: Morphology) -> tuple[Event, ...]:
    """Return events whose triggers carry the lemma that the morphology gives; a phrase keeps its own.

    Where the word can be a form of the trigger's own dictionary form, that stays: the sentence decided it.
    """
    return tuple(_with_lemma(event, morphology) for event in events)


def _with_lemma(event: Event, morphology: Morphology) -> Event:
    trigger = event.trigger
    if trigger is None or " " in trigger.text:
        return event
    readings = morphology.readings(trigger.text)
    own = fold_key(trigger.lemma)
    if not readings or any(reading.key == own for reading in readings):
        return event
    return replace(event, trigger=replace(trigger, lemma=readings[0].lemma))
