"""Who has which part in a happening, and where it is: mentions linked to a trigger by the syntax of news.

Only a mention that a preposition, its place after the verb, or a construct ties to the trigger is taken;
what is merely named in the same sentence is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.bare import bare_subject
from core.events.links import Link, governs, is_stage, link_of, stands_in_construct
from core.events.location import TRAVEL, settings
from core.events.mediation import is_mediator
from core.events.mentions import MentionKind
from core.events.parts import Arguments, Part
from core.events.purpose import purpose
from core.events.reach import Reach, claimed
from core.events.subject import SUBJECT_REACH, Company, Placed
from core.events.triggers import Pos
from core.events.venue import stands_as_place
from core.model import Plover, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.events.mentions import Mention
    from core.events.parts import Setting
    from core.events.sentence import Sentence
    from core.events.triggers import Hit, RoleName

_NOT = frozenset(("ليس", "ليست", "لا"))
_PLACE_KINDS = frozenset((MentionKind.PLACE, MentionKind.STATE))


def arguments(sentence: Sentence, hit: Hit, scope: range, rivals: Sequence[Hit] = ()) -> Arguments:
    """Link the mentions in a stretch of a sentence to a trigger.

    Args:
        sentence: the sentence.
        hit: the trigger.
        scope: the word indices that belong to this happening.
        rivals: triggers with a date and a row of their own; what follows them is theirs.
    """
    actors, places = claimed(sentence, hit, scope, rivals)
    linker = _Linker(sentence, hit)
    linker.run(actors)
    return Arguments(linker.result(), linker.places(places), purpose(sentence, hit, scope), scope)


class _Linker:
    """Walks over the mentions of one happening in the order of the text."""

    def __init__(self, sentence: Sentence, hit: Hit) -> None:
        self.sentence = sentence
        self.hit = hit
        self.parts: list[Part] = []
        self.has_subject = False
        self.has_object = False
        self.reach = Reach(sentence, hit)
        self.passive = hit.verb.form.passive

    def run(self, inside: Sequence[Placed]) -> None:
        """Link the mentions of the happening."""
        verb = self.hit.verb
        behind = [(index, mention) for index, mention in inside if index > verb.first]
        if self._told_of(behind):
            behind = [pair for pair in behind if pair[0] > self.hit.first]
            verb = self.hit
        company = Company(self.sentence, self.hit, [pair for pair in inside if pair[0] < verb.first], behind)
        self.passive = company.passive()
        if verb.form.pos is Pos.VERB:
            self._settle_subject(company)
        for index, mention in behind:
            self._link(index, mention, company)
        if verb.form.pos is Pos.NOUN and not self.has_subject:
            # «زيارته», «اعتقاله»: the pronoun has the part that a genitive would have.
            self._take(company.fronted(), self.hit.cls.genitive if company.possessed() else None)
        for index, mention in company.ahead:
            if link_of(self.sentence, mention) is Link.MEDIATED_BY:
                self._add(mention, "mediator", index)

    def places(self, inside: Sequence[Placed]) -> tuple[Setting, ...]:
        """Return where the happening is, once its actors are known."""
        first = self.hit.verb.first
        ahead = [pair for pair in inside if pair[0] < first]
        behind = [pair for pair in inside if pair[0] > first]
        own = [
            pair
            for pair in behind
            # «أعلنت القوات في X أنها صدت هجوما في Y»: Y is where it was.
            if not self.reach.described(pair[0]) and (pair[0] > self.hit.first or not self._announced())
        ]
        return settings(self.sentence, self.hit, ahead, own, behind, self.parts)

    def result(self) -> tuple[Part, ...]:
        """Return the actors; «الطرفان» takes up those who are named besides and is none of its own."""
        named = [part for part in self.parts if not _takes_up(part.mention)]
        return tuple(named if len(named) > 0 else self.parts)

    # --------------------------------------------------------------------------------------------- subjects

    def _settle_subject(self, company: Company) -> None:
        """Take the subject, where it is not the first actor behind the verb, which linking comes to."""
        first = self.hit.verb.first
        self.has_object = company.has_object_pronoun()
        if (thing := company.thing()) is not None:
            self.has_subject = True
            self._strikes(thing)
        elif company.only_told():
            self.has_subject = True
        elif (owner := company.undergone()) is not None:
            self._add(owner[1], self.hit.cls.genitive, owner[0])
            self.has_subject = True
        elif (accused := company.accused()) is not None:
            if (meant := company.understood(accused[1])) is not None:
                self._take((first, meant))
            self._add(accused[1], self.hit.cls.object, accused[0])
            self.has_subject = True
        elif (does := company.content_subject()) is not None:
            self._take(does)
        elif (who := company.antecedent()) is not None:
            if company.has_object_pronoun():
                self._add(who, self.hit.cls.object, first)
                self.has_object = True
                if not company.follows_verb() and (meant := company.understood(who)) is not None:
                    self._take((first, meant))
            else:
                self._take((first, who))
        elif (before := company.before_verb()) is not None:
            self._take((first, before[1]))
        elif (who := bare_subject(self.sentence, self.hit)) is not None:
            self._take((self.hit.verb.last + 1, who))
        elif company.taken_up() or not (company.follows_verb() or self._among(company.behind)):
            self._take(company.fronted())
            if not (self.has_subject or self.passive) and (meant := company.understood()) is not None:
                self._take((first, meant))
            self.has_subject = self.has_subject or company.taken_up()

    def _strikes(self, thing: int) -> None:
        """«غارة إسرائيلية استهدفت»: the adjective of what strikes says who does it."""
        for mention in self.sentence.mentions:
            index = self.sentence.word_at(mention.span.start)
            if mention.kind is MentionKind.NISBA and 0 < index - thing <= 2 and not mention.prefix:
                self._add(mention, "source", thing)

    def _take(self, found: Placed | None, role: RoleName | None = None) -> None:
        if found is not None and is_stage(self.hit) and found[1].kind in _PLACE_KINDS:
            self.has_subject = True
        elif found is not None:
            self._add(found[1], role or self._subject_role, found[0])
            self.has_subject = True

    def _among(self, behind: Sequence[Placed]) -> bool:
        """«عادت العلاقات بين X وY»: those between whom it happens do it, unless somebody mediates."""
        return self.hit.cls.name != "mediate" and any(
            link_of(self.sentence, mention) is Link.BETWEEN and not self.reach.too_far(index, Link.BETWEEN)
            for index, mention in behind
        )

    @property
    def _subject_role(self) -> RoleName:
        return "target" if self.passive else self.hit.cls.subject

    @property
    def _object_role(self) -> RoleName:
        return "target" if self.hit.cls.object == "envoy" else self.hit.cls.object

    # ----------------------------------------------------------------------------------------------- links

    def _link(self, index: int, mention: Mention, company: Company) -> None:
        if not self.has_subject and self.reach.done_by(index) and mention.kind is not MentionKind.PLACE:
            self._add(mention, self.hit.cls.subject, index)
            self.has_subject = True
            return
        if self.reach.described(index):
            return
        link = link_of(self.sentence, mention)
        complement = self.hit.verb.complement
        if link is Link.BY and complement is not None and 0 < index - complement <= 2:
            link = Link.ON  # «رد الجيش بقصف مواقع X»: the blow is the verb's own.
        if self._excluded(index):
            return
        if self.reach.too_far(index, link):
            return
        if mention.kind is MentionKind.PLACE or stands_as_place(self.sentence, self.hit, mention, link):
            self.reach.take_place(mention)
            return
        if link in (Link.AGAINST, Link.ON) and self._has("target") and not self._repeated(index):
            return
        match link:
            case Link.BARE:
                self._bare(index, mention, company)
            case Link.AND | Link.ALSO:
                self._and(index, mention, link, company)
            case Link.LED_BY:
                group = self.parts[-1] if self.parts else None
                self._add(
                    mention, ("envoy" if group.envoy else group.role.value) if group else "source", index
                )
            case Link.FOR:
                self._for(index, mention)
            case Link.BETWEEN:
                self._between(index, mention)
            case _:
                role = self._role(mention, link)
                if role is not None:
                    self._add(mention, role, index)

    def _told_of(self, behind: Sequence[Placed]) -> bool:
        """«أعلن X أن المحادثات بين Y وZ …»: those between whom it is meet, and X only tells."""
        light, hit = self.hit.light, self.hit
        if light is None or not light.cls.opens or hit.form.pos is not Pos.NOUN:
            return False
        return hit.cls.plover is Plover.CONSULT and any(
            0 < index - hit.reach <= SUBJECT_REACH and link_of(self.sentence, mention) is Link.BETWEEN
            for index, mention in behind
        )

    def _announced(self) -> bool:
        return self.hit.light is not None and self.hit.light.cls.opens

    def _excluded(self, index: int) -> bool:
        """«مع X وليس مع Y»: Y has no part."""
        return index > 2 and self.sentence.key(index - 2).removeprefix("و") in _NOT

    def _has(self, role: RoleName) -> bool:
        return any(part.role.value == role for part in self.parts)

    def _repeated(self, index: int) -> bool:
        """«ضد X وضد Y»: a further one of the same."""
        return any(self.sentence.key(index - back).startswith("و") for back in (1, 2))

    def _role(self, mention: Mention, link: Link) -> str | None:
        """Return the role that a preposition gives, whatever stands before it."""
        travels = self.hit.cls.name in TRAVEL and mention.kind in _PLACE_KINDS
        attached = mention.prefix.lstrip("وف")
        roles: dict[Link, str | None] = {
            Link.BY: "source",
            Link.OUT_OF: "target",
            Link.MEDIATED_BY: "mediator",
            Link.JOINED_BY: self._subject_role,
            Link.PRESENT: "participant",
            Link.HOSTED_BY: "participant",
            Link.AGAINST: "target",
            Link.ON: "target",
            Link.TO: None if travels or mention.kind is MentionKind.STATE else self._object_role,
            Link.WITH: self._object_role if not attached or governs(self.hit, "ب") else None,
            Link.IN: "target" if attached and governs(self.hit, "ب") else None,
            Link.ABOUT: "target" if governs(self.hit, "عن") else None,
            Link.FROM: "target"
            if governs(self.hit, "من") or self.hit.cls.name.startswith("demand")
            else None,
        }
        return roles.get(link)

    def _bare(self, index: int, mention: Mention, company: Company) -> None:
        if mention.kind is MentionKind.NISBA and self.hit.cls.plover is Plover.PROTEST:
            return  # «الثورة السورية»: where, not who
        verbal = self.hit.verb.form.pos is Pos.VERB
        last = self.parts[-1].mention if self.parts else None
        # «المفاوضات السورية الروسية»: of talks the nationalities are the parties.
        party = mention.kind is MentionKind.NISBA and self.hit.cls.name == "negotiate"
        if last is not None and last.kind is mention.kind is MentionKind.NISBA:
            self._add(mention, self.parts[-1].role.value, index, party=party)
        elif verbal and not self.has_subject and index - self.hit.verb.last <= SUBJECT_REACH:
            self._subject(index, mention, company)
        elif not verbal and not self.has_subject:
            if index - self.hit.reach <= 3:
                # «رفضها X»: what has its object already is followed by its doer.
                role = self.hit.cls.subject if company.possessed() else self.hit.cls.genitive
                self._add(mention, role, index, party=party)
                self.has_subject = True
        elif mention.kind is MentionKind.STATE and self.hit.cls.name in TRAVEL:
            return
        elif (
            not verbal
            and not self._has("target")
            and self.sentence.words_between(self.reach.edge, index) == 0
        ):
            # «دعوة السعودية العراق»: a verbal noun with its doer takes an object as its verb would.
            if self.hit.cls.plover and self.hit.cls.genitive == "source" and self._has("source"):
                self._add(mention, self.hit.cls.object, index)
        elif self.hit.light is not None and not self._has("target"):
            if 0 < index - self.hit.last <= 3:
                self._add(mention, self.hit.cls.object, index)
        elif index - 1 in self.reach.further or (
            verbal
            and self.sentence.words_between(self.reach.edge, index) < 4
            and not (self.has_object or self.passive or self._has(self._object_role))
        ):
            self._add(
                mention, self.hit.cls.object if index - 1 not in self.reach.further else "target", index
            )
            self.has_object = True

    def _subject(self, index: int, mention: Mention, company: Company) -> None:
        verb = self.hit.verb
        complement = verb.complement
        elided = (
            complement is not None
            and verb.last < complement < index
            and self.hit.light is None
            and complement != self.hit.last
        )
        if elided or not company.fits(mention) or self._after_unknown_subject(index):
            # «أرسل قوات … إلى X»: the complement came first, so the subject was left out.
            self._add(mention, self.hit.cls.object, index)
            self.has_object = True
            return
        if not (self._genitive(index) or (is_stage(self.hit) and mention.kind in _PLACE_KINDS)):
            self._add(mention, self._subject_role, index)
        self.has_subject = True

    def _after_unknown_subject(self, index: int) -> bool:
        """«أسقطت الجماعة طائرة»: a definite noun between verb and mention is the subject, whoever it is."""
        sentence, verb = self.sentence, self.hit.verb
        if index - verb.last != 2 or self.hit.light is not None or self.passive:
            return False
        word = sentence.words[verb.last + 1]
        dated = any(timex.start <= word.start < timex.end for timex in sentence.timexes)
        named = any(m.span.start < word.end and word.start < m.span.end for m in sentence.mentions)
        to_it = word.key.startswith("الي") and len(word.key) < 7  # «إليه»، «إليهما»
        return word.key.startswith("ال") and not (dated or named or to_it)

    def _genitive(self, index: int) -> bool:
        """«أدان مركز تأهيل الأطفال»: the second of a construct whose first is nobody known."""
        return index - 1 > self.hit.verb.last and stands_in_construct(self.sentence, index - 1)

    def _and(self, index: int, mention: Mention, link: Link, company: Company) -> None:
        if not self.parts and link is Link.ALSO:
            self._add(mention, self._subject_role, index)
        elif not self.parts:
            self._bare(index, mention, company)
        elif self._same_person(mention):
            return
        elif link is Link.ALSO:
            self._add(mention, self.parts[-1].role.value, index)
        elif self.reach.close(index):
            self._add(mention, self.parts[-1].role.value, index, party=self.parts[-1].party)

    def _same_person(self, mention: Mention) -> bool:
        """«X رئيس الحركة وقائد الجيش»: a second office of the same person."""
        last = self.parts[-1].mention
        return (
            mention.kind is MentionKind.OFFICE
            and last.kind is MentionKind.PERSON
            and last.apposition is not None
        )

    def _for(self, index: int, mention: Mention) -> None:
        if self.hit.cls.name in TRAVEL and mention.kind in _PLACE_KINDS:
            return
        if self.reach.distance(index) <= 4 and not (self.passive and self.has_subject):
            noun = self.hit.form.pos is Pos.NOUN and not self.has_subject
            self._add(mention, self.hit.cls.genitive if noun else self._object_role, index)
            self.has_subject = self.has_subject or noun

    def _between(self, index: int, mention: Mention) -> None:
        mediated = any(part.role in (Role.SOURCE, Role.MEDIATOR) for part in self.parts)
        self._add(mention, "target" if mediated else "source", index, party=True)
        self.has_subject = True

    # ----------------------------------------------------------------------------------------------- result

    def _add(self, mention: Mention, role: str, index: int, *, party: bool = False) -> None:
        if any(
            part.mention.span.overlaps(mention.span)
            or part.mention.text == mention.text
            or (part.mention.id is not None and part.mention.id == mention.id)
            for part in self.parts
        ):
            return
        if role == "source" and is_mediator(mention.text):
            role = "mediator"
        self.parts.append(Part(mention, _as_role(role), role == "envoy", party))
        self.reach.take_actor(mention, index)


def _as_role(name: str) -> Role:
    # An envoy acts for who sends it: a source, and a mediator where the mission is to mediate (mediation.py).
    return Role.SOURCE if name == "envoy" else Role(name)


def _takes_up(mention: Mention) -> bool:
    """Tell «الطرفان», «الرئيسين»: a dual that stands for those named before."""
    key = fold_key(mention.text)
    dual = " " not in key and key.startswith("ال") and key.endswith(("ان", "ين"))
    return dual and mention.kind is MentionKind.GROUP
