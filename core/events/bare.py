"""Doers that are only a common noun: «شنت طائرات غارات», «اقتحمت قوات المبنى» (agreement.toml).

Such a noun is no mention by itself, for it stands in news as often for what is counted, sent or shot down;
right behind its verb it can only be who acts.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.mentions import Mention, MentionKind
from core.events.triggers import Pos
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.events.sentence import Sentence
    from core.events.triggers import Hit


@cache
def _heads() -> Mapping[str, str]:
    """Return the nouns, as matching keys, with their English glosses."""
    data = tomllib.loads(files(__package__).joinpath("agreement.toml").read_text(encoding="utf-8"))
    return {fold_key(word): english for word, english in data["bare"].items()}


def bare_subject(sentence: Sentence, hit: Hit) -> Mention | None:
    """Return the common noun right behind a verb that does what the verb says.

    The verb is active and past, feminine as such nouns are, and did not ask for the noun as its object.
    """
    verb, at = hit.verb, hit.verb.last + 1
    key = sentence.key(at)
    if verb.form.pos is not Pos.VERB or verb.form.passive or key not in _heads() or at == verb.complement:
        return None
    if not sentence.key(verb.first).endswith("ت"):
        return None
    word = sentence.words[at]
    if any(m.span.start < word.end and word.start < m.span.end for m in sentence.mentions):
        return None
    span = Span(word.start, word.end)
    text = span.cut(sentence.paragraph.text)
    return Mention(span, text, MentionKind.ORGANISATION, name_en=_heads()[key], code="MIL", sector="military")
