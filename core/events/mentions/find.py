"""Who and where in a paragraph."""

from __future__ import annotations

from core.arabic import fold
from core.events.mentions.assemble import assemble
from core.events.mentions.mention import Mention
from core.events.mentions.reader import read
from core.events.mentions.tokens import tokenise


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Return the actors and places that a sentence or paragraph names, in its order, none overlapping.

    Args:
        text: running text; spans count its code points.
    """
    folded = fold(text)
    tokens = tokenise(folded.key)
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        if not tokens.readings[at]:
            at += 1
            continue
        reading = read(tokens, at)
        if reading is None:
            at += 1
            continue
        phrase, prefix = reading
        found.append(assemble(text, folded, tokens, phrase, prefix))
        at = max(phrase.end, phrase.apposition[1] if phrase.apposition else 0)
    return tuple(found)
