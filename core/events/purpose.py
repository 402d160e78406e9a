"""What a happening is for: the words behind «لـ», «بهدف», «من أجل»."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from core.events.grammar import grammar
from core.model import Span

if TYPE_CHECKING:
    from core.events.sentence import Sentence
    from core.events.triggers import Hit


def purpose(sentence: Sentence, hit: Hit, scope: range) -> Span | None:
    """Return the stretch from the first purpose word behind the trigger to the end of the scope."""
    opening, words = _purpose_words(), sentence.words
    for at, key in enumerate(words.keys[hit.verb.last + 1 : scope.stop], hit.verb.last + 1):
        if key in opening or (key[0] == "و" and key.lstrip("و") in opening):
            return Span(words.starts[at], words.ends[scope.stop - 1])
    return None


@cache
def _purpose_words() -> frozenset[str]:
    return frozenset(word for word, link in grammar().prepositions.items() if link == "purpose")
