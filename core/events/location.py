"""Where a happening is, or where it leads: the places that its words tie to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.events.grammar import grammar
from core.events.links import Link, counts_off, is_stage, leaves, link_of, stands_in_construct
from core.events.mentions import MentionKind
from core.events.parts import Setting
from core.events.triggers import Pos
from core.events.venue import (
    is_country,
    is_elsewhere,
    is_near,
    is_part,
    is_side,
    is_taken_up,
    is_topic,
    is_town,
    says_rank,
    stands_as_place,
    takes_in,
)
from core.model import PlaceRole, Plover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.events.lexicon import Geo
    from core.events.mentions import Mention
    from core.events.parts import Part
    from core.events.sentence import Sentence
    from core.events.subject import Placed
    from core.events.triggers import Hit

TRAVEL = frozenset(("visit", "dispatch", "host", "withdraw", "mobilise", "seize"))
"""Classes of triggers that lead somewhere."""
_SENDING = frozenset(("visit", "dispatch", "host"))
# The first place stands at most this many words behind its happening, a further one this many behind it.
_REACH = 18
_FURTHER = 4
# Of a statement only a place this near is its own; what stands further is its topic.
_SPOKEN = 5
# Behind an actor of the happening, however far that one is, a place stands this near.
_BEHIND_AN_ACTOR = 5
# Behind «على» a place is the target only where it is this near.
_AT = 8
# A place told before the happening stands no further from it («في جنيف …، حيث التقى»).
_AHEAD = 12
_PLACE_KINDS = frozenset((MentionKind.PLACE, MentionKind.STATE))


def settings(
    sentence: Sentence,
    hit: Hit,
    ahead: Sequence[Placed],
    own: Sequence[Placed],
    behind: Sequence[Placed],
    parts: Sequence[Part],
) -> tuple[Setting, ...]:
    """Return the places of a happening: those behind it, else before it, else those of what it is about.

    Args:
        sentence: the sentence.
        hit: the trigger.
        ahead: the mentions before its verb.
        own: the mentions after it, without those that only describe somebody.
        behind: all mentions after it.
        parts: its actors, which are no places of it.
    """
    finder = _Finder(sentence, hit, parts)
    for mentions in (own, behind):
        if not finder.found:
            finder.look_behind(mentions, topics=False)
    if finder.found:
        finder.look_at_the_front(ahead)
    else:
        finder.look_ahead(ahead)
    if not finder.found:
        finder.look_behind(behind, topics=True)
    return finder.result()


def _locates(mention: Mention) -> bool:
    return mention.place is not None or mention.kind in (MentionKind.PLACE, MentionKind.NISBA)


def _end(mention: Mention) -> int:
    return mention.apposition.end if mention.apposition else mention.span.end


class _Finder:
    def __init__(self, sentence: Sentence, hit: Hit, parts: Sequence[Part]) -> None:
        self.ends = {sentence.word_at(_end(part.mention) - 1) for part in parts}
        self.sentence = sentence
        self.hit = hit
        self.parts = parts
        self.found: list[Setting] = []
        self.edge = max(hit.last, hit.verb.last)

    def look_behind(self, mentions: Sequence[Placed], *, topics: bool) -> None:
        """Take the places behind the trigger that are near enough and tied to it.

        Args:
            mentions: those behind the trigger, in the order of the text.
            topics: whether places of what it is about will do.
        """
        for index, mention in mentions:
            if (
                _locates(mention)
                and not any(part.mention.span.overlaps(mention.span) for part in self.parts)
                and not is_elsewhere(self.sentence, self.hit, mention)
                and (topics or not is_topic(self.sentence, self.hit, mention))
            ):
                self._take(index, mention)

    def result(self) -> tuple[Setting, ...]:
        """Return the places, each once; a country not beside a place in it."""
        found_behind = self._without_whereabouts()
        towns = {found.mention.country for found in found_behind if is_town(found.mention)}
        seen: set[Geo] = set()
        kept = []
        for found in found_behind:
            point = found.mention.place
            if point in seen or (is_country(found.mention) and found.mention.country in towns):
                continue
            if point is not None:
                seen.add(point)
            kept.append(found)
        return tuple(kept)

    def _without_whereabouts(self) -> list[Setting]:
        """«دعا المقيمين في X إلى Y»: where those were who are called to Y is left out."""
        goal = next((n for n, found in enumerate(self.found) if found.role is PlaceRole.DESTINATION), 0)
        sent = self.hit.cls.name in _SENDING or self.hit.cls.plover is Plover.REQUEST
        if not (goal and sent):
            return self.found
        return [
            found
            for n, found in enumerate(self.found)
            if n >= goal or found.mention.span.start < self.hit.span.start
        ]

    def _take(self, index: int, mention: Mention) -> None:
        if not self._in_reach(index):
            return
        role = self._role(index, mention, link_of(self.sentence, mention))
        if role is not None:
            if not says_rank(self.sentence, mention):
                self.found.append(Setting(mention, role))
            self.edge = max(self.edge, self.sentence.word_at(mention.span.end - 1))

    def _in_reach(self, index: int) -> bool:
        if self.found:
            return self._after(index) < _FURTHER
        if self._speaks():
            return self._after(index) < _SPOKEN
        ends = [end for end in self.ends if end < index]
        near = bool(ends) and self.sentence.words_between(max(ends), index) < _BEHIND_AN_ACTOR
        return near or self._after(index) < _REACH

    def _after(self, index: int) -> int:
        return self.sentence.words_between(self.edge, index)

    def look_at_the_front(self, ahead: Sequence[Placed]) -> None:
        """Take the place that opens the sentence («وفي مأرب، شنت …»), with those behind."""
        for index, mention in ahead[:1]:
            if _locates(mention) and self._opens(index) and link_of(self.sentence, mention) is Link.IN:
                self.found.insert(0, Setting(mention, PlaceRole.EVENT))

    def _opens(self, index: int) -> bool:
        """Tell whether nothing but «في», a date or a word like «مدينة» stands before a word."""
        sentence = self.sentence
        return all(
            sentence.key(at).removeprefix("و") in grammar().openers
            or grammar().prepositions.get(sentence.key(at).removeprefix("و")) == Link.IN
            or sentence.key(at) in grammar().transparent
            or any(t.start <= sentence.words[at].start < t.end for t in sentence.timexes)
            for at in range(index)
        )

    def _speaks(self) -> bool:
        cls = self.hit.cls
        spoken = cls.reporting or cls.opens or cls.spoken
        return spoken or cls.plover in (Plover.ACCUSE, Plover.REJECT)

    def _addresses(self) -> bool:
        """Tell «طالب أوروبا بضمانات»: what stands there without a preposition is spoken to."""
        return self._speaks() or self.hit.cls.plover in (Plover.REQUEST, Plover.THREATEN)

    def _verbal(self) -> bool:
        """«شكر X على انضمامه إلى سوريا»: of what is only said, a country behind «إلى» is another party."""
        return self._addresses() or (
            self.hit.cls.plover in (Plover.SUPPORT, Plover.COOPERATE) and self.hit.cls.name not in TRAVEL
        )

    def look_ahead(self, ahead: Sequence[Placed]) -> None:
        """Take the nearest place before the trigger («في الخرطوم …، تناقش»)."""
        first = self.hit.verb.first
        if (meant := self._taken_up(ahead)) is not None:
            self.found.append(Setting(meant, PlaceRole.EVENT))
            return
        if (there := self._where(ahead)) is not None:
            self.found.append(Setting(there, PlaceRole.EVENT))
            return
        if (stage := self._on_the_way(ahead) or self._journey(ahead)) is not None:
            self.found.append(Setting(stage, PlaceRole.DESTINATION))
            return
        for index, mention in reversed(ahead):
            if first - index > _AHEAD or self._reported(index) or self._dated_since(index):
                return
            if not _locates(mention) or (mention.prefix and mention.kind is MentionKind.STATE):
                continue
            link = link_of(self.sentence, mention)
            if link is Link.IN or (is_side(mention) and self._is_subject_of_arms(index)):
                self.found.append(Setting(mention, PlaceRole.EVENT))
                return

    def _is_subject_of_arms(self, index: int) -> bool:
        """«مناطق جنوبي كركوك تخضع لسيطرة X»: a side of a place, in the clause of what armed men do there."""
        sentence = self.sentence
        same = sentence.clause_of(index) == sentence.clause_of(self.hit.verb.first)
        # «في مأرب شرق اليمن»: the town before it is the place.
        told = index > 0 and any(m.span.end == sentence.words[index - 1].end for m in sentence.mentions)
        return same and not told and self.hit.cls.plover in (Plover.ASSAULT, Plover.COERCE)

    def _taken_up(self, ahead: Sequence[Placed]) -> Mention | None:
        """Return the place that the relative pronoun before the verb stands for."""
        places = (m for _, m in reversed(ahead) if m.kind in _PLACE_KINDS)
        return next((m for m in places if is_taken_up(self.sentence, self.hit, m)), None)

    def _visited_meanwhile(self, index: int) -> bool:
        """«التقى … في اليوم الثاني من زيارته لبغداد»: the visit behind says where."""
        return any(
            0 < index - hit.last <= _FURTHER and hit.form.pos is Pos.NOUN and hit.cls.name == "visit"
            for hit in self.sentence.hits
        )

    def _journey(self, ahead: Sequence[Placed]) -> Mention | None:
        """«زيارة X لمصر أمس، والتقى خلالها …»: the journey that the pronoun takes up says where."""
        first, last = self.hit.verb.first, self.hit.verb.last
        if not any(self.sentence.key(at) in grammar().during_it for at in range(first - 2, last + 3)):
            return None
        visits = [h.last for h in self.sentence.hits if h.cls.name == "visit" and h.last < first]
        goals = (Link.FOR, Link.TO)
        near = [m for n, m in ahead if visits and n > visits[-1] and m.kind in _PLACE_KINDS]
        return next((m for m in near if link_of(self.sentence, m) in goals), None)

    def _where(self, ahead: Sequence[Placed]) -> Mention | None:
        """«… في عدن، حيث التقى»: the place that «حيث» takes up."""
        for at in range(self.hit.verb.first - 1, 0, -1):
            if self.sentence.key(at) in grammar().when or self.sentence.key(at) in grammar().relatives:
                return None
            if self.sentence.key(at) == "حيث":
                near = [m for index, m in ahead if at - _FURTHER < index < at and _locates(m)]
                return near[-1] if near else None
        return None

    def _on_the_way(self, ahead: Sequence[Placed]) -> Mention | None:
        """«زار القاهرة واجتمع بالرئيس»: the verb before says where."""
        first = self.hit.verb.first
        before = [h for h in self.sentence.hits if h.form.pos is Pos.VERB and h.last < first]
        if not before or before[-1].cls.name not in TRAVEL or self.sentence.key(first)[:1] != "و":
            return None
        verb = before[-1]
        return next((m for index, m in ahead if index == verb.last + 1 and m.kind in _PLACE_KINDS), None)

    def _dated_since(self, index: int) -> bool:
        """«… في X، وفي عام 2007 أرسلت»: a date opens the clause, and what stands before it is over."""
        sentence, first = self.sentence, self.hit.verb.first
        start = sentence.clause_starts[sentence.clause_of(first)]
        opening = next((t for t in sentence.timexes if sentence.word_at(t.start) in (start, start + 1)), None)
        return (
            index < start
            and opening is not None
            and any(
                hit.form.pos is Pos.VERB and not hit.cls.reporting and hit.last < index
                for hit in sentence.hits
            )
        )

    def _reported(self, index: int) -> bool:
        """«قال X في Y إن …»: the place is where it was said."""
        said = next((h for h in reversed(self.sentence.hits) if h.cls.reporting and h.last < index), None)
        if said is None:
            return False
        return not any(self.sentence.key(at) in grammar().that for at in range(said.last + 1, index))

    def _role(self, index: int, mention: Mention, link: Link) -> PlaceRole | None:
        travel = self.hit.cls.name in TRAVEL
        named = mention.kind in _PLACE_KINDS
        match link:
            case Link.IN:
                return PlaceRole.EVENT
            case Link.TO if named and not (self._verbal() and is_country(mention)):
                return PlaceRole.DESTINATION
            case Link.FOR if named and (travel or self._visited_meanwhile(index)):
                return PlaceRole.DESTINATION
            case Link.FROM if is_part(self.sentence, index):
                return PlaceRole.EVENT
            case Link.ON if self._is_place(mention, link) and self._after(index) < _AT:
                return PlaceRole.EVENT
            case Link.ABOUT if named and is_near(self.sentence, self.hit, mention):
                return PlaceRole.EVENT
            case Link.FROM if self.hit.cls.name == "withdraw" or leaves(self.hit):
                return PlaceRole.EVENT
            case Link.BARE if named and travel and takes_in(self.sentence, index):
                return PlaceRole.DESTINATION
            case Link.AND if self.found and index - self.edge <= 2:
                return self.found[-1].role
            case Link.BARE if mention.kind is MentionKind.NISBA:
                # «الثورة السورية» is in Syria; «القصف الإسرائيلي» is not in Israel.
                return PlaceRole.EVENT if self.hit.cls.plover is Plover.PROTEST else None
            case Link.BARE if named and travel and (self._beside(index) or self._visited(mention)):
                return PlaceRole.DESTINATION
            case Link.BARE if named and is_stage(self.hit) and index - self.hit.verb.last <= _FURTHER:
                return PlaceRole.EVENT
            case Link.BARE if is_side(mention) and not self._addresses():
                # «انفجار … شمال صنعاء»: the side of a town needs no preposition.
                return PlaceRole.EVENT
            case Link.BARE if (
                mention.kind is MentionKind.PLACE and self._touches(index) and not self._addresses()
            ):
                return PlaceRole.EVENT
            case Link.BARE if named and self._in_a_happening(index):
                return PlaceRole.EVENT
            case Link.BARE if stands_as_place(self.sentence, self.hit, mention, link):
                return PlaceRole.EVENT
            case _:
                return None

    def _in_a_happening(self, index: int) -> bool:
        """«قتل … في معارك تعز»: in another happening, which is called after the place."""
        before = next((hit for hit in self.sentence.hits if hit.last == index - 1), None)
        if before is None or before.form.pos is not Pos.NOUN or before.cls.plover is not Plover.ASSAULT:
            return False
        return grammar().prepositions.get(self.sentence.key(before.first - 1)) == Link.IN

    def _is_place(self, mention: Mention, link: Link) -> bool:
        return mention.kind is MentionKind.PLACE or stands_as_place(self.sentence, self.hit, mention, link)

    def _visited(self, mention: Mention) -> bool:
        """«تفقد مواقع … قطاع غزة»: what is visited, and no other, may be named by what belongs to it."""
        before = self.sentence.word_at(mention.span.start) - 1
        return mention.kind is MentionKind.PLACE and (
            self.hit.cls.name == "visit" or not stands_in_construct(self.sentence, before)
        )

    def _beside(self, index: int) -> bool:
        """«زار الرئيس أمس موسكو»: nothing but a date between the place and what belongs to the happening."""
        ends = [end for end in (*self.ends, self.edge) if end < index]
        sentence = self.sentence
        first = index - 2 if counts_off(sentence, index) else index
        between = [sentence.words[at] for at in range(max(ends, default=first) + 1, first)]
        dated = [word for word in between if any(t.start <= word.start < t.end for t in sentence.timexes)]
        related = any(word.key.removeprefix("و") in grammar().relatives for word in between)
        return len(between) - len(dated) <= 2 and not related

    def _touches(self, index: int) -> bool:
        """«قصف غزة», «قصفت الطائرات غزة»: the place is the object."""
        noun = self.hit.form.pos is Pos.NOUN
        return index - self.edge <= (1 if noun else 2) or bool(self.found and index - self.edge <= 1)
