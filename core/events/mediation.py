"""Who mediates: whether a meeting, visit or mission is to calm or reconcile others, and who stands between.

The rule is that of the PLOVER 0.8 manual and the CAMEO 1.1b3 codebook (045).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.arabic import fold, fold_key, strip_clitics
from core.events.mentions import MentionKind
from core.events.phrases import any_of
from core.model import Role, Span

if TYPE_CHECKING:
    import re

    from core.events.mentions import Mention
    from core.events.parts import Arguments, Part
    from core.events.sentence import Sentence
    from core.events.triggers import Hit


@dataclass(frozen=True, slots=True)
class _Words:
    purpose: re.Pattern[str]
    mediators: frozenset[str]
    between: frozenset[str]
    duals: frozenset[str]
    by: frozenset[str]
    relations: frozenset[str]
    names: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads(files(__package__).joinpath("mediation.toml").read_text(encoding="utf-8"))
    return _Words(
        purpose=any_of(data["purpose"]),
        mediators=frozenset(map(fold_key, data["mediators"])),
        between=frozenset(map(fold_key, data["between"])),
        duals=frozenset(map(fold_key, data["duals"])),
        by=frozenset(map(fold_key, data["by"])),
        relations=frozenset(map(fold_key, data["unless"]["ceasefire"])),
        names=frozenset(map(fold_key, data["issue_names"]["before"])),
    )


def mediation_purpose(sentence: Sentence, hit: Hit, args: Arguments) -> str | None:
    """Return the words that say that the purpose is to calm or reconcile others."""
    text = sentence.paragraph.text
    end = args.purpose.end if args.purpose else _next_full_break(sentence, hit)
    start = hit.verb.span.start
    folded = fold(text[start:end])
    for found in _words().purpose.finditer(folded.key):
        first, last = folded.to_source(*found.span())
        if fold_key(text[start + first : start + last]) in _words().by:
            continue  # «بوساطة مصرية» says by whom, not what for.
        at = sentence.word_at(start + first)
        if sentence.key(sentence.word_at(start + last - 1) + 1) in _words().relations:
            continue  # «لتهدئة العلاقات» are one's own.
        if sentence.keys_without_clitics(at - 1) & _words().names:
            continue  # «قانون المصالحة»
        # «عائلات الرهائن» names whom, not what for.
        if not any(part.mention.span.contains(Span(start + first, start + last)) for part in args.parts):
            return text[start + first : start + last]
    return None


def _next_full_break(sentence: Sentence, hit: Hit) -> int:
    """Without a purpose clause, look no further than the clause of the trigger and the one after it."""
    clause = sentence.clause_of(hit.last)
    last = min(clause + 1, len(sentence.clause_starts) - 1)
    return sentence.words[sentence.clause_range(last).stop - 1].end


def third_party(parts: tuple[Part, ...]) -> bool:
    """Tell whether those who act stand outside: none of them from a country that those acted on are from."""
    acting = [part.mention for part in parts if part.role in (Role.SOURCE, Role.MEDIATOR) and not part.party]
    others = {part.mention.country for part in parts if part.role is Role.TARGET and part.mention.country}
    sides = _words().duals
    if not acting or any(m.kind is MentionKind.PEOPLE or fold_key(m.text) in sides for m in acting):
        return False
    if any(_is_envoy(mention.text) for mention in acting):
        return True
    if all(mention.sector == "rebel" for mention in acting):
        return False  # Who fights is a side of it.
    if any(part.role is Role.TARGET and _is_envoy(part.mention.text) for part in parts):
        return False  # Whom an envoy comes to is a side.
    return all(mention.country is None or mention.country not in others for mention in acting)


def among_themselves(parts: tuple[Part, ...]) -> bool:
    """Tell several who act where nobody is acted on: of talks they are the sides."""
    acting = [part.mention for part in parts if part.role is Role.SOURCE]
    return len(acting) > 1 and not any(part.role is Role.TARGET for part in parts)


def is_mediator(text: str) -> bool:
    """Tell «الوسطاء الدوليون»: the first word of a name says that they stand between others."""
    return fold_key(text).split()[0] in _words().between


def _is_envoy(text: str) -> bool:
    return any(
        rest in _words().mediators for word in fold_key(text).split() for _, rest in strip_clitics(word)
    )


def is_international_envoy(mention: Mention) -> bool:
    """Tell the envoy of an international organisation («المبعوث الأممي»), who stands between by office.

    Of the United Nations everybody known by name does; the European Union also talks for itself.
    """
    code = mention.code or ""
    by_name = mention.kind is MentionKind.PERSON and code.startswith("IGOUNO")
    return by_name or (code.startswith("IGO") and _is_envoy(mention.text))


def with_mediators(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Name as mediators those who were sent, or, where nobody was, those who act."""
    sent = any(part.envoy for part in parts)
    return tuple(
        replace(part, role=Role.MEDIATOR)
        if part.role is Role.SOURCE and not part.party and (part.envoy or not sent)
        else part
        for part in parts
    )
