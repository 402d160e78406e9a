"""Words that a morphology knows for anything but a name: they end the name that stands before them.

A run of unknown words after a title or a given name is read as a person's name; spelling alone does not tell
«الرئيس اندلعت» or «نضال حاسم» from one. Surnames are words of the language too («الحكيم»، «الأحمر»), so only
what is common, or has another word written onto it, is ruled out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.morphology import PartOfSpeech

if TYPE_CHECKING:
    from core.arabic import Tokenised
    from core.morphology import Morphology

# No word as rare as this is ruled out: it may be a name that happens to be spelled like one.
_RARE = -11.5
# A word that is met at least so often is no surname behind an office («الرئيس الأميركي الانسحاب»).
_COMMON = -10.3
_POSSIBLE = -15.0


class PlainWords:
    """The words of a paragraph, asked one by one."""

    def __init__(self, text: Tokenised, morphology: Morphology) -> None:
        """Take the paragraph whose words are asked for."""
        self._text = text
        self._morphology = morphology

    def no_name(self, start: int, end: int, *, opens: bool) -> bool:
        """Tell a word that is no part of a person's name.

        Args:
            start: where it starts in the key.
            end: where it ends there.
            opens: it would be the first word of the name, behind an office or a rank.
        """
        first, last = self._text.folded.to_source(start, end)
        word = self._text.source[first:last]
        readings = [r for r in self._morphology.readings(word) if r.weight >= _POSSIBLE]
        if not readings or readings[0].weight < _RARE:
            return False
        if any(reading.pos is PartOfSpeech.PROPER for reading in readings):
            return False
        if readings[0].definite:
            common = readings[0].pos is PartOfSpeech.NOUN and readings[0].weight >= _COMMON
            return opens and common  # An adjective goes with its office: «المسؤول الجمركي».
        verbs = [reading for reading in readings if reading.pos is PartOfSpeech.VERB]
        if len(verbs) == len(readings):
            return not all(verb.spoken for verb in verbs)  # «جيرار أرو»
        # «وزير خارجيتها …» is an office still, and its name comes behind.
        return all(r.conjoined or r.governed or (r.possessed and not opens) for r in readings)
