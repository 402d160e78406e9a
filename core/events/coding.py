"""The codes of a happening: PLOVER category, CAMEO, mode, contexts, quad class, aux.

Sources of the rules: the PLOVER 0.8 manual and the CAMEO 1.1b3 codebook.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.grammar import grammar
from core.events.mediation import among_themselves, mediation_purpose, third_party, with_mediators
from core.events.phrases import NamedPhrases
from core.events.triggers import Pos
from core.model import Aux, Basis, Plover, Quad, Role

if TYPE_CHECKING:
    import datetime as dt

    from core.events.parts import Arguments, Part
    from core.events.sentence import Sentence
    from core.events.triggers import Hit
    from core.model import Timex

# Several who do this, and nobody whom they do it with, do it with one another.
_MUTUAL = frozenset(("negotiate", "meet", "phone"))
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
    contexts: NamedPhrases
    attending: frozenset[str]
    refusals: dict[str, str]
    """PLOVER category, or `attending` → CAMEO code of refusing it."""


@cache
def _coding() -> _Words:
    data = tomllib.loads(files(__package__).joinpath("coding.toml").read_text(encoding="utf-8"))
    negated = data["negated"]
    return _Words(
        contexts=NamedPhrases(data["contexts"]),
        attending=frozenset(negated["attending"]),
        refusals={
            "attending": negated["attending_cameo"],
            **{name: code for name, code in negated.items() if name in Plover.__members__},
        },
    )


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
    contexts = _coding().contexts.named(sentence.folded, sentence.words.keys)
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
    never = aux is Aux.NEGATED and sentence.key(hit.verb.first - 1).lstrip("و") == "لن"
    if category is Plover.CONSULT and never:
        category, cameo, mode = Plover.REJECT, _coding().refusals["attending"], None
        why += ", not to be: refused"
    elif category is Plover.CONSULT and not (aux is Aux.NEGATED and _refusal(hit, category)):
        purpose = mediation_purpose(sentence, hit, args)
        # Where somebody is said to mediate, those who meet are the parties, and it is their meeting.
        alone = not any(part.role is Role.MEDIATOR for part in parts)
        among = hit.cls.name in _MUTUAL and among_themselves(parts)
        if purpose is not None and alone and not among and third_party(parts):
            cameo, parts = "045", with_mediators(parts)
            mode = mode if mode == "visit" else "third-party"
            why += f", to mediate («{purpose}»)"
        elif hit.cls.name == "mediate":
            cameo = "045"
        if aux is Aux.FUTURE:
            category, cameo, mode = Plover.AGREE, "036", None
            why += ", still to come: agreed"
    elif aux is Aux.NEGATED and category is not None and (refusal := _refusal(hit, category)) is not None:
        category, cameo, mode = Plover.REJECT, refusal, None
        why += ", negated: refused"
    elif aux is Aux.NEGATED and category is Plover.REJECT:
        category, cameo, mode = None, None, None
        why += ", negated: nothing is refused"
    elif hit.cls.name == "warn" and _warned(sentence, hit, parts):
        category, cameo = Plover.THREATEN, "138" if "military" in contexts else "130"
        why += ", to somebody's face"
    elif hit.cls.name == "election" and aux is Aux.FUTURE:
        category, cameo = Plover.AGREE, "034"
    elif hit.cls.name == "sign" and aux is Aux.FUTURE:
        category, cameo = Plover.AGREE, "037"
    elif hit.cls.name == "withdraw" and aux is Aux.FUTURE:
        category, cameo = Plover.CONCEDE, "087"
    return Code(category, cameo, mode, category.quad if category else None, aux, contexts, parts, why)


def _refusal(hit: Hit, category: Plover) -> str | None:
    """Return the CAMEO code of refusing what is not done; None where its not being done refuses nothing."""
    words = _coding()
    if category is Plover.CONSULT:
        return words.refusals["attending"] if hit.verb.form.lemma in words.attending else None
    return words.refusals.get(category.value)


def _warned(sentence: Sentence, hit: Hit, parts: tuple[Part, ...]) -> bool:
    """Tell «حذر الرئيس سوريا من …», said to whom it threatens, from «حذر من العواقب»."""
    of = next((i for i in range(hit.last + 1, len(sentence.words)) if sentence.key(i) == "من"), None)
    return of is not None and any(
        part.role is Role.TARGET and hit.span.end <= part.mention.span.start < sentence.words[of].start
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
        done = hit.form.pos is Pos.VERB and hit.tense == "past"
        if (
            hit.tense == "future"
            or (ahead and not done)
            or (hit.tense != "past" and _expected(sentence, hit, timex))
        ):
            return Aux.FUTURE
        if hit.tense != "past" and any(key in grammar().hypothetical for key in before):
            return Aux.HYPOTHETICAL
    elif _ahead(timex, written, past=False):
        return Aux.FUTURE
    return Aux.HISTORICAL if timex is not None and timex.basis in _HISTORICAL else None


def _expected(sentence: Sentence, hit: Hit, timex: Timex | None) -> bool:
    """Tell what a word before it («من المقرر أن …») or in its date («العام المقبل») puts in the future."""
    before = {key for back in range(1, 4) for key in sentence.keys_without_clitics(hit.verb.first - back)}
    dated = set(fold_key(timex.text).split()) if timex is not None else set()
    following = sentence.key(hit.last + 1)
    if hit.form.pos is Pos.NOUN and len(following) > 5 and following.startswith(("سي", "ست")):
        return True  # «اجتماع سيعقده الثلاثاء»
    return bool((before | dated) & grammar().future)


def _ahead(timex: Timex | None, written: dt.date | None, *, past: bool) -> bool:
    """Tell a date after the day of writing; one that begins on that day only where nothing has begun."""
    if timex is None or timex.first is None or written is None:
        return False
    return timex.first > written or (
        not past and timex.first == written and timex.last is not None and timex.last > written
    )
