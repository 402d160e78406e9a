"""One plain English line from an event's fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.english import (
    conjugated,
    is_plural,
    listed,
    with_article,
    with_the,
    without_object,
    wording,
)
from core.events.romanise import romanise
from core.events.topics import of_talks
from core.model import Actor, Aux, PlaceRole, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.events.triggers import TriggerClass
    from core.model import Mediation, Party, Place

_LEAD = {Aux.FUTURE: "to", Aux.NEGATED: "not", Aux.HYPOTHETICAL: "may"}
_MARK = {Aux.FUTURE: "planned", Aux.NEGATED: "not so", Aux.HYPOTHETICAL: "possibly"}
_MEDIATION = "045"
_PLACES = 2
"""So many places are named."""
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+")


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who is in it, in English."""

    doers: tuple[str, ...]
    others: tuple[str, ...]
    present: tuple[str, ...]
    beside: tuple[str, ...]
    """Who mediates in what others do."""
    plural: bool
    """Whether the doers are several."""
    plural_others: bool
    parties: bool
    """Whether the others are of several sides, between which one can mediate."""


def summarise(
    cls: TriggerClass | None,
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
    cameo: str | None,
    aux: Aux | None,
    mediation: Mediation | None = None,
) -> str:
    """Say who does what to whom and where, and of talks on what, in Latin letters throughout.

    What is planned, denied or possible is said by the verb («is to visit», «does not visit», «may visit»).
    Empty where nothing is known but the date.
    """
    mediates = cls is not None and (cls.name == "mediate" or cameo == _MEDIATION)
    cast = _cast(cls, actors, mediation, mediates=mediates)
    if cls is None:
        everybody = listed((*cast.doers, *cast.others, *cast.present))
        said = f"An event involving {everybody}" if everybody else ""
        moves = False
    else:
        said, moves = _clause(cls, cast, aux)
        if mediates and cls.name != "mediate":
            said += _between(cls, cast, mediation)
    if not said:
        return ""
    if cast.present and cls is not None:
        said += f", with {listed(cast.present)} taking part"
    where = _where(places, {*cast.doers, *cast.others}, moves=moves)
    head, comma, tail = said.partition(", to mediate")
    about = of_talks(cls.name, mediation) if cls is not None and mediation is not None else ""
    beside = ""
    if cast.beside:
        names = listed(cast.beside)
        beside = f", with {names} mediating" if mediation is not None else f", under the auspices of {names}"
    # A place stands right behind the clause, before what it is for.
    line = _ARABIC.sub(lambda match: romanise(match[0]), head + where + comma + tail + about + beside)
    return line[:1].upper() + line[1:] + "."


def _cast(
    cls: TriggerClass | None, actors: Sequence[Actor], mediation: Mediation | None, *, mediates: bool
) -> _Cast:
    sends = cls is not None and cls.object == "envoy"
    apart = not mediates
    between = [] if mediation is None else [_as_actor(party) for party in mediation.parties]
    doing = [a for a in actors if a.role is Role.SOURCE or (a.role is Role.MEDIATOR and not (sends or apart))]
    others = [a for a in actors if a.role is Role.TARGET or (a.role is Role.MEDIATOR and sends)]
    if mediates and not sends:
        # «عقدت محادثات بين X وY برعاية Z»: of mediation it is Z who acts.
        sides = {party.span for party in mediation.parties} if mediation else set()
        inside = [a for a in doing if a.role is Role.SOURCE and a.span in sides]
        doing = [a for a in doing if a not in inside]
        others = [*inside, *others] or between
    elif cls is not None and not doing and not others:
        doing = between
    if cls is not None and cls.subject == "target":
        doing, others = others, doing  # «استقبل X Y»: Y is the visitor, and the words say what X does.
    names, rest = _names(doing), _names(others)
    beside = _names([a for a in actors if a.role is Role.MEDIATOR]) if apart and not sends else ()
    return _Cast(
        names,
        tuple(name for name in rest if name not in names),
        _names([a for a in actors if a.role is Role.PARTICIPANT]),
        beside,
        len(names) > 1 or any(_several(actor) for actor in doing),
        len(rest) > 1 or any(_several(actor) for actor in others),
        len({actor.code or actor.id or actor.text for actor in others}) > 1,
    )


def _as_actor(party: Party) -> Actor:
    return Actor(Role.TARGET, party.text, party.span, party.id, name_en=party.name_en)


def _clause(cls: TriggerClass, cast: _Cast, aux: Aux | None) -> tuple[str, bool]:
    """Return the clause, and whether a place after it is one that is gone to."""
    lead = _LEAD.get(aux, "") if aux else ""
    if cast.doers and cast.others:
        return _done_to(cls, cast, lead)
    if cast.doers:
        return _done(cls, cast, lead)
    if cast.others and cls.suffers:
        return f"{listed(cast.others)} {conjugated(cls.suffers, lead, plural=cast.plural_others)}", False
    if cast.others and cls.object == "envoy":
        return f"{listed(cast.others)} {conjugated('is sent', lead, plural=cast.plural_others)}", True
    return _named(cls, cast, aux, lead)


def _done_to(cls: TriggerClass, cast: _Cast, lead: str) -> tuple[str, bool]:
    """Doers and those whom it is done to: «X visits Y»."""
    gloss = "sends" if cls.object == "envoy" else cls.gloss
    if cls.name == "mediate" and not (cast.parties or cast.plural_others):
        gloss = "mediates with"
    gloss, tail = wording()["around"].get(cls.name, (gloss, ""))
    acts = conjugated(gloss, lead, plural=cast.plural)
    if _takes_object(cls, gloss):
        return f"{listed(cast.doers)} {acts} {listed(cast.others)}{tail}", gloss == "sends"
    return f"{listed(cast.doers)} {acts}, involving {listed(cast.others)}", False


def _done(cls: TriggerClass, cast: _Cast, lead: str) -> tuple[str, bool]:
    """Doers alone: «X goes on a visit», «X and Y meet»."""
    mutual = cls.name in wording()["mutual"]["classes"] and len(cast.doers) > 1
    alone = None if mutual else wording()["alone"].get(cls.name)
    acts = conjugated(alone or without_object(cls.gloss), lead, plural=cast.plural)
    return f"{listed(cast.doers)} {acts}", cls.name in wording()["going"]["classes"]


def _named(cls: TriggerClass, cast: _Cast, aux: Aux | None, lead: str) -> tuple[str, bool]:
    """Nobody who does it: the happening as a noun, «A ceasefire with Y»."""
    if cls.name not in wording()["noun"]:
        return f"Somebody {conjugated(without_object(cls.gloss), lead, plural=False)}", False
    noun, to = wording()["noun"][cls.name]
    if to == "between" and not (cast.parties or cast.plural_others):
        to = "with"
    mark = f" ({_MARK[aux]})" if aux in _MARK else ""
    others = f" {to} {listed(cast.others)}" if cast.others else ""
    return f"{noun}{others}{mark}", cls.name in wording()["going"]["classes"]


def _takes_object(cls: TriggerClass, gloss: str) -> bool:
    """«visits», «agrees with»: an object can follow; after «steps down» none can."""
    prepositional = gloss != without_object(gloss)
    return prepositional or " " not in gloss or cls.name in wording()["direct"]["classes"]


def _between(cls: TriggerClass, cast: _Cast, mediation: Mediation | None) -> str:
    named = _names([_as_actor(party) for party in mediation.parties]) if mediation is not None else ()
    parties = named if len(named) > 1 else cast.others if cls.object != "envoy" and cast.parties else ()
    return f", to mediate between {listed(parties)}" if len(parties) > 1 else ", to mediate"


# ----------------------------------------------------------------------------------------------- names


def _names(actors: Sequence[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_name, actors)))


def _name(actor: Actor) -> str:
    if actor.name_en is None:
        return romanise(actor.name_ar or actor.text)
    kind, _, rest = (actor.id or "").partition("/")
    if kind == "person" and not actor.name_en.endswith(")"):
        return actor.name_en
    if kind == "state" or (kind in ("org", "place") and "/" not in rest):
        return with_the(actor.name_en)
    return with_article(actor.name_en, definite=bool(actor.id) or _definite(actor.text))


def _definite(text: str) -> bool:
    """A phrase is definite by an article on its first word or on the second («وفد الحركة»)."""
    return any(word.startswith(("ال", "لل")) for word in fold_key(text).split()[:2])


def _several(actor: Actor) -> bool:
    kind = (actor.id or "").partition("/")[0]
    if kind in ("person", "state", "office") or actor.name_en is None:
        return False
    return is_plural(actor.name_en) and not (kind == "org" and actor.name_en.startswith("United "))


def _where(places: Sequence[Place], named: set[str], *, moves: bool) -> str:
    told: dict[str, list[str]] = {}
    for place in places:
        name = with_the(place.name_en or romanise(place.text))
        if place.role is PlaceRole.TOPIC or name in named:
            continue
        lead = "to" if moves else "in"
        if name not in told.setdefault(lead, []) and sum(map(len, told.values())) < _PLACES:
            told[lead].append(name)
    return "".join(f" {lead} {listed(names)}" for lead, names in sorted(told.items(), reverse=True) if names)
