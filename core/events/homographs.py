"""Words that are written like a trigger and are something else, told by a morphology where there is one.

A trigger's forms are matched on keys, which fold away what writers leave out: «تظاهرة» is also «تظاهره», and
most verbs of three letters are nouns too. What a word can be at all, and how often, decides a good part of
that; the words next to it decide a little more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.grammar import grammar
from core.events.lexemes import Pos, lexicon
from core.morphology import PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.arabic import Word
    from core.events.triggers import Hit
    from core.model import Timex
    from core.morphology import Morphology, Reading

_NOMINAL = frozenset((PartOfSpeech.NOUN, PartOfSpeech.ADJECTIVE, PartOfSpeech.PROPER, PartOfSpeech.NUMBER))
# A reading that is worth no more than this was met nowhere, or is spelled otherwise.
_POSSIBLE = -16.0
# How many times as likely (e to the …) another reading has to be to win whatever stands around the word.
_FAR_LIKELIER = 4.0
# The same for an adjective, a name or a function word, which no other happening is built on.
_LIKELIER = 2.0
# And where the words beside it say so too.
_CLEARLY = 0.8


class Homographs:
    """The words of a sentence, and what a morphology says that each can be."""

    def __init__(
        self, text: str, words: Sequence[Word], dates: Sequence[Timex], morphology: Morphology
    ) -> None:
        """Take the text that the words' and dates' offsets count."""
        self._text = text
        self._words = words
        self._dates = dates
        self._morphology = morphology

    def admits(self, hit: Hit) -> bool:
        """Tell whether a word can be the trigger that its key says it is; a fixed phrase always can."""
        form = hit.form
        if form.rest or form.dated:
            return True
        readings = self._readings(hit.first)
        if not readings or readings[0].weight < _POSSIBLE:
            return True  # What the morphology does not know, it does not decide.
        if form.pos is Pos.NOUN:
            return any(reading.pos in _NOMINAL for reading in readings if reading.weight >= _POSSIBLE)
        return self._verbal(hit, readings)

    def _verbal(self, hit: Hit, readings: tuple[Reading, ...]) -> bool:
        keys = _keys_of(hit.form.lemma, self._morphology)
        meant = [
            r for r in readings if r.pos is PartOfSpeech.VERB and r.key in keys and r.weight >= _POSSIBLE
        ]
        if not meant:
            return False
        others = [r for r in readings if r.pos is not PartOfSpeech.VERB or r.key not in keys]
        if hit.complement is not None or not others:
            return True  # The words that it asks for are there.
        rival, lead = others[0].pos, others[0].weight - meant[0].weight
        verbal = hit.first > 0 and self._words[hit.first - 1].key in grammar().before_verbs
        if verbal or rival in (PartOfSpeech.VERB, PartOfSpeech.NOUN):
            return lead < _FAR_LIKELIER and (verbal or self._stands_as_verb(hit, meant, others))
        return lead < _LIKELIER and self._stands_as_verb(hit, meant, others)

    def _stands_as_verb(self, hit: Hit, meant: list[Reading], others: list[Reading]) -> bool:
        noun = next((r for r in others if r.pos in _NOMINAL and r.weight >= _POSSIBLE), None)
        dual = all(reading.dual for reading in meant)
        return noun is None or not self._stands_as_noun(hit, meant[0], noun, dual=dual)

    def _stands_as_noun(self, hit: Hit, verb: Reading, noun: Reading, *, dual: bool) -> bool:
        """Tell «حققت تقدما», «وبين طرح», «تبلغ كلفته», «حشد دعم موحد»: the word's place is a noun's."""
        lead = noun.weight - verb.weight
        if dual:
            return lead >= _CLEARLY or (lead >= -_LIKELIER and not self._dual_before(hit.first))
        if hit.first == 0 or verb.conjoined or not self._touches(hit.first) or _noun_of(hit):
            return False
        key = self._words[hit.first - 1].key
        joined = key[1:] if key[0] in "وف" else key  # «وبين طرح …»
        if joined in grammar().before_nouns or key in grammar().before_nouns_too:
            return True
        before = self._readings(hit.first - 1)
        if _surely(before, PartOfSpeech.VERB):
            return before[0].key not in grammar().auxiliaries
        return _surely(before, PartOfSpeech.NOUN) and self._in_construct(hit, before[0], noun, lead)

    def _in_construct(self, hit: Hit, before: Reading, noun: Reading, lead: float) -> bool:
        """Tell the second noun of two («أهداف رفع المستوى») from a clause on the first («بيان صدر أمس»)."""
        if before.definite or before.possessed or noun.possessed or _vocalised(self._written(hit.first)):
            return False
        last = self._words[hit.first - 1]
        if any(date.start <= last.start < date.end for date in self._dates):
            return False  # «قبل أيام طرح الوفد …»
        if lead >= 0:
            return True
        after = self._readings(hit.last + 1) if hit.last + 1 < len(self._words) else ()
        goes_on = not after or after[0].pos in (PartOfSpeech.NOUN, PartOfSpeech.PROPER)
        return lead >= -_CLEARLY and goes_on

    def _written(self, index: int) -> str:
        word = self._words[index]
        return self._text[word.start : word.end]

    def _readings(self, index: int) -> tuple[Reading, ...]:
        return self._morphology.readings(self._written(index))

    def _touches(self, index: int) -> bool:
        """Tell whether nothing but a blank stands before a word."""
        return self._text[self._words[index - 1].end : self._words[index].start] == " "

    def _dual_before(self, index: int) -> bool:
        """Tell a subject of two: «الجانبان», «مصر وتركيا»."""
        keys = [word.key for word in self._words[max(0, index - 4) : index]]
        joined = bool(keys) and keys[-1].startswith("و")
        return joined or any(len(key) > 3 and key.endswith(("ان", "ين")) for key in keys)


def _surely(readings: tuple[Reading, ...], pos: PartOfSpeech) -> bool:
    """Tell a word that is this part of speech, and hardly another."""
    if not readings or readings[0].pos is not pos or readings[0].weight < _POSSIBLE:
        return False
    other = next((reading for reading in readings if reading.pos is not pos), None)
    return other is None or readings[0].weight - other.weight >= _LIKELIER


def _noun_of(hit: Hit) -> bool:
    """Tell a verb whose noun, written alike, is the same happening: which of the two it is matters little."""
    return any(
        form.pos is Pos.NOUN and form.cls == hit.cls and not form.rest and not form.needs
        for form in lexicon().get(fold_key(hit.form.lemma), ())
    )


def _vocalised(word: str) -> bool:
    return any("\u064b" <= char <= "\u0652" for char in word)


def _keys_of(lemma: str, morphology: Morphology) -> frozenset[str]:
    """Return the keys of a lemma of ours, and of those that the morphology makes of it («أقيل», «أوردت»)."""
    found = {
        reading.key
        for reading in morphology.readings(lemma)
        if reading.pos is PartOfSpeech.VERB and reading.weight >= _POSSIBLE
    }
    return frozenset((fold_key(lemma), *found))
