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
from core.events.mentions import MentionKind
from core.events.rounds import find_round
from core.events.sides import (
    between,
    brought_by,
    nationalities_of_talks,
    parties_of,
    points_back,
    says_talks,
    speaks_of_talks,
)
from core.events.triggers import Pos
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
# What a relative clause is about stands at most so many words before it.
_NAMED = 4
# «بين» belongs to the talks themselves where its first party stands no further behind them.
_BESIDE = 5
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
    mediators = _mediators(sentence, hit, stretch, parts)
    sides = _Sides(sentence, hit, stretch, parts, mediators, issues, mediates=cameo == _MEDIATION)
    found = Mediation(mediators, sides.parties(), issues, find_round(sentence, stretch, of_talks=of_talks))
    return found if _is_told(sentence, hit, stretch, found, of_talks=of_talks) else None


def _is_told(sentence: Sentence, hit: Hit, stretch: range, found: Mediation, *, of_talks: bool) -> bool:
    """Tell whether what was found makes talks of a happening."""
    both = len(found.parties) > 1
    on = {named.issue for named in found.issues}
    # «تحت رعاية الأمير» is said of any ceremony.
    brokered = bool(brought_by(sentence, stretch, patrons=False))
    if hit.cls.name in _classes("asked"):
        return bool(on or found.round) and both
    if hit.cls.name == "halt-talks" and not any(says_talks(sentence, at) for at in stretch):
        return False  # «انسحبت من الاتفاق» leaves what was agreed.
    if hit.cls.name == "mediate":
        return bool(found.mediators or found.parties)
    if of_talks:
        return bool(found.mediators or on or found.round) or both
    if hit.form.lemma in _classes("nouns"):
        return bool(on or found.round) or brokered
    if hit.cls.name in _classes("meetings"):
        return brokered or found.round is not None or (bool(on & _peace("meetings")) and both)
    agreed = both and hit.cls.plover is not Plover.RETREAT
    return bool(found.mediators and on & _peace("meetings")) or bool(agreed and on & _peace("agreements"))


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
    meant = [
        Party(dual.text, dual.span, actor.id, actor.name_en)
        for actor in event.actors
        if actor.role in (Role.SOURCE, Role.TARGET)
        and actor.name_en
        and not points_back(actor.text)
        and actor.id not in outside
    ]
    nearest = (e for e in before if event.paragraph - e.paragraph <= _NEAR)
    while len(meant) != 2 and (earlier := next(nearest, None)) is not None:
        parties = earlier.mediation.parties if earlier.mediation else ()
        meant = [Party(dual.text, dual.span, party.id, party.name_en) for party in parties if party.id]
    if len(meant) != 2:
        return event
    kept = tuple(party for party in mediation.parties if party.span != dual.span)
    return replace(event, mediation=replace(mediation, parties=(*kept, *meant)))


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
    """Tell the opening of a sentence that says what for («في إطار جهود …، التقى»)."""
    opens = clause.start == 0
    return opens and any(sentence.key(at).removeprefix("و") in _keys("framing") for at in clause[:3])


def _turns(sentence: Sentence, at: int) -> bool:
    key = sentence.key(at)
    return (
        key in grammar().breaks
        or (key in grammar().relatives and not _of_talks(sentence, at))
        or (key.removeprefix("و") in _keys("setting") and not _opens_date(sentence, at))
        or turns_aside(sentence, at)
        or any(_is_conflict(hit) for hit in sentence.hits if hit.verb.first == at)
    )


def _is_conflict(hit: Hit) -> bool:
    """Tell the telling of a fight; «حل للنزاع» is no such."""
    return hit.form.pos is Pos.VERB and hit.cls.plover in _CONFLICT


def _of_talks(sentence: Sentence, at: int) -> bool:
    """Tell «المحادثات التي …» from «المبنى الذي …», where something else is told."""
    return any(speaks_of_talks(sentence, index) for index in range(max(at - _NAMED, 0), at))


def _opens_date(sentence: Sentence, at: int) -> bool:
    """Tell «منذ منتصف العام»: a date keeps nothing apart."""
    start, end = sentence.words[at].start, sentence.words[min(at + 1, len(sentence.words) - 1)].end
    return any(timex.start < end and start < timex.end for timex in sentence.timexes)


# ------------------------------------------------------------------------------------------------- sides


def _mediators(sentence: Sentence, hit: Hit, stretch: range, parts: Sequence[Part]) -> tuple[Party, ...]:
    meets = hit.cls.plover in (Plover.CONSULT, Plover.AGREE)
    acting = [
        part.mention
        for part in parts
        if part.role is Role.MEDIATOR
        or (meets and part.role is not Role.PARTICIPANT and is_international_envoy(part.mention))
    ]
    return _distinct((*acting, *brought_by(sentence, stretch)))


class _Sides:
    """Between whom a happening is."""

    def __init__(
        self,
        sentence: Sentence,
        hit: Hit,
        stretch: range,
        parts: Sequence[Part],
        mediators: Sequence[Party],
        issues: Sequence[IssueMention],
        *,
        mediates: bool,
    ) -> None:
        self.sentence = sentence
        self.hit = hit
        self.stretch = stretch
        self.parts = parts
        self.issues = issues
        self.outside = {party.id or party.span for party in mediators}
        self.mediated = mediates or hit.cls.name == "mediate"
        """Whether the happening is what the mediator does, so that those acted on are the sides."""

    def parties(self) -> tuple[Party, ...]:
        """Return those behind «بين», else a pair of nationalities, else those who talk."""
        own = range(self.hit.verb.first, self.hit.last + 1)
        named = self._inside(between(self.sentence, self.stretch, own))
        if named and not self._close(named[0]) and (facing := self._facing()):
            return facing
        nations = self._inside(nationalities_of_talks(self.sentence, self.stretch))
        if named or len(nations) > 1:
            return named or nations
        pointed = self._inside(m for m in self.sentence.mentions if self._points_back(m))
        return self._playing() or nations or pointed

    def _close(self, party: Party) -> bool:
        return self.sentence.word_at(party.span.start) - self.hit.reach <= _BESIDE

    def _facing(self) -> tuple[Party, ...]:
        """«محادثات X مع Y … قمة بين زعيمي البلدين»: who talks with whom is said before who else meets."""
        if self.mediated or self.outside or self.hit.cls.name not in _classes("talks"):
            return ()
        own = [part for part in self.parts if not part.party]
        sources = self._inside(part.mention for part in own if part.role is Role.SOURCE)
        targets = self._inside(part.mention for part in own if part.role is Role.TARGET)
        return (*sources, *targets) if sources and targets else ()

    def _points_back(self, mention: Mention) -> bool:
        return points_back(mention.text) and self.sentence.word_at(mention.span.start) in self.stretch

    def _playing(self) -> tuple[Party, ...]:
        """Return the actors who are sides by their roles."""
        cls, targets = self.hit.cls.name, self._inside(self._in(Role.TARGET))
        if cls in _classes("agreements") and (cls == "agreement" or self.hit.verb.form.pos is Pos.NOUN):
            return ()  # «أحالت الوزارة الاتفاق إلى البرلمان»: they did not make it.
        if (self.mediated and targets) or (cls == "demand-talks" and len(targets) > 1):
            return targets
        return self._facing() or self._inside(self._in(Role.SOURCE, Role.TARGET))

    def _in(self, *roles: Role) -> list[Mention]:
        found = [part.mention for part in self.parts if part.role in roles]
        # Where somebody mediates, an international organisation is no side of the conflict.
        return [
            mention
            for mention in found
            if not (self.outside and (mention.code or "").startswith("IGO"))
            and (mention.kind is not MentionKind.PEOPLE or mention.country or mention.id)
            and mention.sector != "media"
        ]

    def _inside(self, found: Iterable[Mention]) -> tuple[Party, ...]:
        """Leave out who mediates, and who is what it is about («عودة اللاجئين»)."""
        return tuple(
            party
            for party in _distinct(found)
            if (party.id or party.span) not in self.outside
            and not any(party.span.overlaps(named.span) for named in self.issues)
        )


def _distinct(mentions: Iterable[Mention]) -> tuple[Party, ...]:
    found: dict[object, Party] = {}
    for party in parties_of(mentions):
        found.setdefault(party.id or party.span, party)
    return tuple(found.values())
