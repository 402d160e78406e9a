"""The codes of a happening: PLOVER category, CAMEO, mode, contexts, quad class, aux; who mediates.

Sources of the rules: the PLOVER 0.8 manual and the CAMEO 1.1b3 codebook.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.arabic import fold, fold_key, strip_clitics
from core.events.grammar import grammar
from core.events.mentions import MentionKind
from core.model import Aux, Basis, Plover, Quad, Role

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from core.events.parts import Arguments, Part
    from core.events.sentence import Sentence
    from core.events.triggers import Hit
    from core.model import Timex

_QUAD = {
    **dict.fromkeys((Plover.AGREE, Plover.CONSULT, Plover.SUPPORT, Plover.CONCEDE), Quad.VERBAL_COOPERATION),
    **dict.fromkeys((Plover.COOPERATE, Plover.AID, Plover.RETREAT), Quad.MATERIAL_COOPERATION),
    **dict.fromkeys((Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN), Quad.VERBAL_CONFLICT),
    **dict.fromkeys(
        (Plover.PROTEST, Plover.SANCTION, Plover.MOBILIZE, Plover.COERCE, Plover.ASSAULT),
        Quad.MATERIAL_CONFLICT,
    ),
}
_HISTORICAL = frozenset((Basis.YEAR, Basis.YEAR_LIST, Basis.DECADE, Basis.CENTURY))


@dataclass(frozen=True, slots=True)
class Code:
    """What a happening is coded as, and why."""

    category: Plover | None
    cameo: str | None
    mode: str | None
    quad: Quad | None
    aux: Aux | None
    context: tuple[str, ...]
    parts: tuple[Part, ...]
    """The actors, with a mediator named where there is one."""
    why: str


@dataclass(frozen=True, slots=True)
class _Words:
    mediation: re.Pattern[str]
    mediators: frozenset[str]
    contexts: dict[str, re.Pattern[str]]


@cache
def _coding() -> _Words:
    data = tomllib.loads(files(__package__).joinpath("coding.toml").read_text(encoding="utf-8"))
    return _Words(
        mediation=_any_of(data["mediation"]),
        mediators=frozenset(map(fold_key, data["mediators"])),
        contexts={name: _any_of(words) for name, words in data["contexts"].items()},
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Match any of some folded words or phrases, article and particles allowed before them."""
    longest_first = sorted(map(fold_key, words), key=len, reverse=True)
    return re.compile(rf"\b[وف]?[بلك]?(?:ال)?(?:{'|'.join(map(re.escape, longest_first))})\b")


def code(
    sentence: Sentence, hit: Hit | None, timex: Timex | None, args: Arguments, written: dt.date | None
) -> Code:
    """Code a happening.

    Args:
        sentence: where it is told.
        hit: its trigger; None codes as nothing.
        timex: its date.
        args: its actors and places.
        written: the day of writing, for what lies ahead.
    """
    key = fold_key(sentence.span.cut(sentence.paragraph.text))
    contexts = tuple(name for name, pattern in _coding().contexts.items() if pattern.search(key))
    if hit is None:
        return Code(
            None,
            None,
            None,
            None,
            _aux(sentence, None, timex, written),
            contexts,
            args.parts,
            "no known trigger",
        )
    aux = _aux(sentence, hit, timex, written)
    category, cameo, mode = hit.cls.plover, hit.cls.cameo, hit.cls.mode
    why = f"«{hit.span.cut(sentence.paragraph.text)}»: {hit.cls.name}"
    parts = args.parts
    if category is Plover.CONSULT:
        purpose = _mediating(sentence, hit, args)
        if purpose is not None and _third_party(parts):
            cameo, parts = "045", _with_mediators(parts)
            mode = mode if mode == "visit" else "third-party"
            why += f", to mediate («{purpose}»)"
        elif hit.cls.name == "mediate":
            cameo = "045"
        if aux is Aux.FUTURE:
            category, cameo, mode = Plover.AGREE, "036", None
            why += ", still to come: agreed"
    elif hit.cls.name == "election" and aux is Aux.FUTURE:
        category, cameo = Plover.AGREE, "034"
    elif hit.cls.name == "sign" and aux is Aux.FUTURE:
        category, cameo = Plover.AGREE, "037"
    elif hit.cls.name == "withdraw" and aux is Aux.FUTURE:
        category, cameo = Plover.CONCEDE, "087"
    return Code(category, cameo, mode, _QUAD[category] if category else None, aux, contexts, parts, why)


def _mediating(sentence: Sentence, hit: Hit, args: Arguments) -> str | None:
    """Return the words that say that the purpose is to calm or reconcile others."""
    text = sentence.paragraph.text
    end = args.purpose.end if args.purpose else _next_full_break(sentence, hit)
    start = hit.verb.span.start
    folded = fold(text[start:end])
    found = _coding().mediation.search(folded.key)
    if found is None:
        return None
    first, last = folded.to_source(*found.span())
    return text[start + first : start + last]


def _next_full_break(sentence: Sentence, hit: Hit) -> int:
    """Without a purpose clause, look no further than the clause of the trigger and the one after it."""
    clause = sentence.clause_of(hit.last)
    last = min(clause + 1, len(sentence.clause_starts) - 1)
    return sentence.words[sentence.clause_range(last).stop - 1].end


def _third_party(parts: tuple[Part, ...]) -> bool:
    """Tell whether those who act stand outside: none of them from a country that those acted on are from."""
    acting = [part.mention for part in parts if part.role in (Role.SOURCE, Role.MEDIATOR)]
    others = {part.mention.country for part in parts if part.role is Role.TARGET and part.mention.country}
    if not acting or any(mention.kind is MentionKind.PEOPLE for mention in acting):
        return False
    if any(_is_envoy(mention.text) for mention in acting):
        return True
    return all(mention.country is None or mention.country not in others for mention in acting)


def _is_envoy(text: str) -> bool:
    return any(
        rest in _coding().mediators for word in fold_key(text).split() for _, rest in strip_clitics(word)
    )


def _with_mediators(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Name as mediators those who were sent, or, where nobody was, those who act."""
    sent = any(part.envoy for part in parts)
    return tuple(
        replace(part, role=Role.MEDIATOR) if part.role is Role.SOURCE and (part.envoy or not sent) else part
        for part in parts
    )


def _aux(sentence: Sentence, hit: Hit | None, timex: Timex | None, written: dt.date | None) -> Aux | None:
    if hit is not None:
        before = [sentence.key(hit.verb.first - back) for back in (1, 2)]
        if any(key.lstrip("و") in grammar().negation for key in before[:1]):
            return Aux.NEGATED
        ahead = (
            timex is not None and timex.first is not None and written is not None and timex.first > written
        )
        if hit.tense == "future" or ahead:
            return Aux.FUTURE
        if hit.tense != "past" and any(key in grammar().hypothetical for key in before):
            return Aux.HYPOTHETICAL
    elif _ahead(timex, written, past=False):
        return Aux.FUTURE
    return Aux.HISTORICAL if timex is not None and timex.basis in _HISTORICAL else None


def _ahead(timex: Timex | None, written: dt.date | None, *, past: bool) -> bool:
    """Tell a date after the day of writing; one that begins on that day only where nothing has begun."""
    if timex is None or timex.first is None or written is None:
        return False
    return timex.first > written or (
        not past and timex.first == written and timex.last is not None and timex.last > written
    )
