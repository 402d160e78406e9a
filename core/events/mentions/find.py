"""Who and where in a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.arabic import tokenise
from core.events.mentions.assemble import assemble
from core.events.mentions.mention import Mention, MentionKind
from core.events.mentions.plain import PlainWords
from core.events.mentions.reader import read
from core.events.mentions.recall import Introduced, again
from core.events.mentions.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.arabic import Tokenised
    from core.morphology import Morphology


def find_mentions(text: str, introduced: Iterable[Mention] = ()) -> tuple[Mention, ...]:
    """Return the actors and places that a sentence or paragraph names, in its order, none overlapping.

    Args:
        text: running text; spans count its code points.
        introduced: mentions of earlier paragraphs, in order: persons named there are known by surname
            («فوزي» after «أحمد فوزي»), bodies and places by their kind («الحركة», «القطاع»).
    """
    known = Introduced()
    for mention in introduced:
        known.add(mention)
    return read_mentions(tokenise(text), known)


def read_mentions(
    text: Tokenised, introduced: Introduced, morphology: Morphology | None = None
) -> tuple[Mention, ...]:
    """Return the actors and places of the next paragraph of a text, and note them among those introduced.

    Where there is a morphology, it says which words are no names.
    """
    tokens = tokens_of(text, PlainWords(text, morphology) if morphology is not None else None)
    words, readings = tokens.words, tokens.readings
    found = _Found(introduced)
    at, size = 0, len(words)
    while at < size:
        starting, known = readings[at], found.known
        if words[at] not in known.calls and not (starting and tokens.opening(at)):
            at += 1  # By far the most words start nothing.
            continue
        phrase = read(tokens, at) if starting else None
        called = known.at(tokens, at)
        if called is not None and (phrase is None or phrase[0].end < called[2] or _vague(phrase[0].kind)):
            who, prefix, end = called
            found.add(again(text, tokens, who, prefix, at, end))
        elif phrase is not None:
            whole, prefix = phrase
            end = max(whole.end, whole.apposition[1] if whole.apposition else 0)
            lone = whole.kind is MentionKind.ORGANISATION and whole.identity is None and end == at + 1
            taken_up = known.headed(tokens, at) if lone else None
            if taken_up is not None:
                found.add(again(text, tokens, *taken_up, at, end))
            else:
                found.add(assemble(text, tokens, whole, prefix), anew=True)
        else:
            end = at + 1
            taken_up = (
                known.headed(tokens, at) or known.given(tokens, at) if starting else known.country(tokens, at)
            )
            if taken_up is not None:
                found.add(again(text, tokens, *taken_up, at, end))
        at = end
    return tuple(found.mentions)


class _Found:
    """The mentions of a paragraph, and who is known while it is read.

    Within a paragraph who is called again is not introduced again: from there on two books are kept.
    """

    def __init__(self, introduced: Introduced) -> None:
        self.mentions: list[Mention] = []
        self.known = self._introduced = introduced
        self._end = 0

    def add(self, mention: Mention, *, anew: bool = False) -> None:
        # Two words of one ligature («ﷺ») share its code point: the first that names somebody has it.
        apart = self._end <= mention.span.start
        self._end = mention.span.end
        if self.known is self._introduced and not (anew and apart):
            self.known = self._introduced.copy()
        if anew:
            self.known.add(mention)
        if apart:
            self.mentions.append(mention)
            if self.known is not self._introduced:
                self._introduced.add(mention)


def _vague(kind: MentionKind) -> bool:
    return kind in (MentionKind.NISBA, MentionKind.PLACE)
