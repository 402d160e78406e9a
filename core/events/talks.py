"""The mediation of an event: who stands between whom, on what, in which round.

The model is that of the data sets on mediation (see `core.model.Issue`); the words are in mediation.toml.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.grammar import grammar
from core.events.issues import find_issues, mediation_words
from core.events.links import turns_aside
from core.events.mediation import is_international_envoy
from core.events.rounds import find_round
from core.events.sides import between, brought_by, nationalities_of_talks, parties_of, points_back
from core.model import Issue, IssueMention, Mediation, Party, Plover, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from core.events.mentions import Mention
    from core.events.parts import Part
    from core.events.sentence import Sentence
    from core.events.triggers import Hit
    from core.model import Actor, Event

_MEDIATION = "045"
# Who two are that were named before is clear so many paragraphs on.
_NEAR = 2
_CONFLICT = frozenset((Plover.ASSAULT, Plover.MOBILIZE, Plover.PROTEST, Plover.COERCE))


@cache
def _classes(group: str) -> frozenset[str]:
    return frozenset(mediation_words()["classes"][group])


@cache
def _peace(group: str) -> frozenset[Issue]:
    return frozenset(map(Issue, mediation_words()["peace"][group]))


@cache
def _keys(name: str) -> frozenset[str]:
    return frozenset(map(fold_key, mediation_words()[name]))


def mediation_of(
    sentence: Sentence, hit: Hit, scope: range, parts: Sequence[Part], cameo: str | None
) -> Mediation | None:
    """Return the mediation or negotiation that a happening is, or is part of; None where it is neither.

    Args:
        sentence: where it is told.
        hit: its trigger.
        scope: indices of the words that belong to it.
        parts: its actors, mediators named.
        cameo: its code.
    """
    name = hit.cls.name
    of_talks = name in _classes("talks") or cameo == _MEDIATION
    if not (of_talks or name in _classes("meetings") or name in _classes("agreements")):
        return None
    stretch = _stretch(sentence, hit, scope)
    issues = find_issues(sentence, stretch)
    round_ = find_round(sentence, stretch, of_talks=of_talks)
    mediators = _mediators(sentence, stretch, parts)
    acts = cameo == _MEDIATION or name == "mediate"
    parties = _parties(sentence, hit, stretch, parts, mediators, issues, only_targets=acts)
    peace = any(named.issue in _peace("meetings") for named in issues)
    peace_of_two = any(named.issue in _peace("agreements") for named in issues)
    if of_talks:
        told = bool(mediators or issues or round_) or len(parties) > 1
    elif hit.form.lemma in _classes("nouns"):
        told = bool(issues or round_) or bool(brought_by(sentence, stretch, patrons=False))
    elif name in _classes("meetings"):
        # «تحت رعاية الأمير» is said of any ceremony.
        told = peace or round_ is not None or bool(brought_by(sentence, stretch, patrons=False))
    else:
        told = bool(mediators and peace) or (
            len(parties) > 1 and peace_of_two and hit.cls.plover is not Plover.RETREAT
        )
    return Mediation(mediators, parties, issues, round_) if told else None


def with_names(mediation: Mediation | None, actors: Sequence[Actor]) -> Mediation | None:
    """Give those who are actors of the event the identity that they have there (who held an office then)."""
    if mediation is None:
        return None
    known = {actor.span: actor for actor in actors}

    def named(party: Party) -> Party:
        actor = known.get(party.span)
        # One phrase for two is two parties and one actor.
        return replace(party, id=actor.id, name_en=actor.name_en) if actor and actor.id else party

    return replace(
        mediation,
        mediators=tuple(map(named, mediation.mediators)),
        parties=tuple(map(named, mediation.parties)),
    )


def taken_up(event: Event, before: Iterable[Event]) -> Event:
    """Say who «الطرفان» are, where the event itself, or the nearest one before it, names just two parties.

    Args:
        event: the event; one without such words comes back as it is.
        before: the events before it in the article, the nearest first.
    """
    mediation = event.mediation
    if mediation is None:
        return event
    dual = next((p for p in mediation.parties if p.id is None and points_back(p.text)), None)
    if dual is None:
        return event
    outside = {party.id for party in mediation.mediators}
    meant = {
        actor.id: actor.name_en
        for actor in event.actors
        if actor.role in (Role.SOURCE, Role.TARGET) and actor.id and actor.id not in outside
    }
    nearest = (e for e in before if event.paragraph - e.paragraph <= _NEAR)
    while len(meant) != 2 and (earlier := next(nearest, None)) is not None:
        parties = earlier.mediation.parties if earlier.mediation else ()
        meant = {party.id: party.name_en for party in parties if party.id}
    if len(meant) != 2:
        return event
    found = tuple(Party(dual.text, dual.span, who, name) for who, name in meant.items())
    kept = tuple(party for party in mediation.parties if party.span != dual.span)
    return replace(event, mediation=replace(mediation, parties=kept + found))


# ----------------------------------------------------------------------------------------------- stretch


def _stretch(sentence: Sentence, hit: Hit, scope: range) -> range:
    """Return the words that can say what a happening is about.

    From the opening of its clause, or of the one before where that says what for, to where the sentence turns
    to something else.
    """
    first, last = hit.verb.first, max(hit.last, hit.verb.last)
    clause = sentence.clause_of(min(first, hit.first))
    start = sentence.clause_range(clause).start
    if clause and _frames(sentence, sentence.clause_range(clause - 1)):
        start = sentence.clause_range(clause - 1).start
    stop = next((at for at in range(last + 1, scope.stop) if _turns(sentence, at)), scope.stop)
    return range(max(start, scope.start), max(stop, last + 1))


def _frames(sentence: Sentence, clause: range) -> bool:
    return any(sentence.key(at).removeprefix("و") in _keys("framing") for at in clause[:3])


def _turns(sentence: Sentence, at: int) -> bool:
    key = sentence.key(at)
    return (
        key in grammar().breaks
        or key.removeprefix("و") in _keys("setting")
        or turns_aside(sentence, at)
        or any(hit.cls.plover in _CONFLICT for hit in sentence.hits if hit.verb.first == at)
    )


# ------------------------------------------------------------------------------------------------- sides


def _mediators(sentence: Sentence, stretch: range, parts: Sequence[Part]) -> tuple[Party, ...]:
    acting = [
        part.mention
        for part in parts
        if part.role is Role.MEDIATOR or (part.role is Role.SOURCE and is_international_envoy(part.mention))
    ]
    return _distinct((*acting, *brought_by(sentence, stretch)))


def _parties(
    sentence: Sentence,
    hit: Hit,
    stretch: range,
    parts: Sequence[Part],
    mediators: tuple[Party, ...],
    issues: tuple[IssueMention, ...],
    *,
    only_targets: bool,
) -> tuple[Party, ...]:
    """Return between whom: those behind «بين», else a pair of nationalities, else those who talk."""
    own = range(hit.verb.first, hit.last + 1)
    nations = nationalities_of_talks(sentence, stretch)
    outside = {party.id or party.span for party in mediators}

    def sides(found: Iterable[Mention]) -> tuple[Party, ...]:
        return tuple(
            party
            for party in _distinct(found)
            # «عودة اللاجئين»: who is the issue is no side.
            if (party.id or party.span) not in outside
            and not any(party.span.overlaps(i.span) for i in issues)
        )

    def playing(*roles: Role) -> list[Mention]:
        return [part.mention for part in parts if part.role in roles]

    return (
        sides(between(sentence, stretch, own))
        or (sides(nations) if len(nations) > 1 else ())
        or (sides(playing(Role.TARGET)) if only_targets else ())
        or sides(playing(Role.SOURCE, Role.TARGET))
        or sides(nations)
    )


def _distinct(mentions: Iterable[Mention]) -> tuple[Party, ...]:
    found: dict[object, Party] = {}
    for party in parties_of(mentions):
        found.setdefault(party.id or party.span, party)
    return tuple(found.values())
