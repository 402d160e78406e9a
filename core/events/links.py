"""What ties a mention to the words before it: a preposition, a conjunction, or nothing."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from core.arabic import strip_clitics
from core.events.grammar import grammar
from core.events.mentions import MentionKind

if TYPE_CHECKING:
    from core.events.mentions import Mention
    from core.events.sentence import Sentence

_PLACE_KINDS = frozenset((MentionKind.PLACE, MentionKind.STATE))


class Link(StrEnum):
    """What ties a mention to the trigger."""

    BARE = "bare"
    WITH = "with"
    TO = "to"
    IN = "in"
    ON = "on"
    BY = "by"
    BETWEEN = "between"
    LED_BY = "led_by"
    ABOUT = "about"
    FROM = "from"
    PURPOSE = "purpose"
    FOR = "for"
    AND = "and"


def link_of(sentence: Sentence, mention: Mention) -> Link:
    """Return what stands before a mention and ties it to the rest."""
    index = sentence.word_at(mention.span.start)
    attached = mention.prefix.lstrip("وف")
    if attached in ("ل", "لل"):
        return Link.FOR
    if attached in ("ب", "بال"):
        return Link.IN if mention.kind in _PLACE_KINDS else Link.WITH
    for back in range(1, 4):
        key = sentence.key(index - back)
        kind = next(
            (
                grammar().prepositions[rest]
                for clitic, rest in strip_clitics(key or "-")
                if rest in grammar().prepositions and clitic in ("", "و", "ف")
            ),
            None,
        )
        if kind is not None:
            if kind == "by" and not _agentive(sentence, index - back):
                return Link.BARE
            return Link(kind)
        if back == 1 and mention.prefix.startswith("و"):
            return Link.AND
        if key not in grammar().transparent:
            break
    return Link.BARE


def _agentive(sentence: Sentence, index: int) -> bool:
    """«قبل» and «يد» name the doer only in «من قبل», «على يد»."""
    return sentence.key(index - 1) in ("من", "علي")
