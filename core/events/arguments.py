"""Who has which part in a happening, and where it is: mentions linked to a trigger by the syntax of news.

Only a mention that a preposition, its place after the verb, or a construct ties to the trigger is taken;
what is merely named in the same sentence is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.agreement import takes_object_pronoun
from core.events.grammar import grammar
from core.events.links import Link, governs, link_of, stands_in_construct, tells_manner, turns_aside
from core.events.location import TRAVEL, settings
from core.events.mediation import is_mediator
from core.events.mentions import MentionKind
from core.events.parts import Arguments, Part
from core.events.subject import SUBJECT_REACH, Company, Placed
from core.events.triggers import Pos
from core.model import Plover, Role, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from core.events.mentions import Mention
    from core.events.parts import Setting
    from core.events.sentence import Sentence
    from core.events.triggers import Hit, RoleName

# A complement further than this from the word before it is no longer its complement.
_LINK_REACH = 7
_REACH = {
    Link.WITH: 12,
    Link.LED_BY: 20,
    Link.BY: 60,
    Link.MEDIATED_BY: 20,
    Link.PRESENT: 20,
    Link.AGAINST: 14,
    Link.BETWEEN: 14,
    Link.TO: 11,
    Link.ALSO: 20,
}
_PLACE_KINDS = frozenset((MentionKind.PLACE, MentionKind.STATE))


def arguments(sentence: Sentence, hit: Hit, scope: range, rivals: Sequence[Hit] = ()) -> Arguments:
    """Link the mentions in a stretch of a sentence to a trigger.

    Args:
        sentence: the sentence.
        hit: the trigger.
        scope: the word indices that belong to this happening.
        rivals: triggers with a date and a row of their own; what follows them is theirs.
    """
    stop = min((rival.first for rival in rivals if rival.first > hit.last), default=scope.stop)
    stop = _first(turns_aside, sentence, hit, stop)
    inside = [
        (sentence.word_at(m.span.start), m)
        for m in sentence.mentions
        if scope.start <= sentence.word_at(m.span.start) < min(stop, scope.stop)
        and not any(timex.span.overlaps(m.span) for timex in sentence.timexes)
        and (m.kind is not MentionKind.NISBA or _qualifies(sentence, m, hit))
    ]
    linker = _Linker(sentence, hit)
    until = _first(tells_manner, sentence, hit, stop)
    linker.run([pair for pair in inside if pair[0] < until])
    return Arguments(linker.result(), linker.places(inside), _purpose(sentence, hit, scope))


def _first(turns: Callable[[Sentence, int], bool], sentence: Sentence, hit: Hit, stop: int) -> int:
    """Return where the sentence turns from the happening to something else; `stop` where it does not."""
    first = max(hit.last, hit.verb.last) + 1
    return next((index for index in range(first, stop) if turns(sentence, index)), stop)


def _qualifies(sentence: Sentence, mention: Mention, hit: Hit) -> bool:
    """An adjective of nationality names the doer of the noun it stands on («قصف إسرائيلي»), nothing else."""
    if link_of(sentence, mention) is Link.MEDIATED_BY:
        return True  # «بعد جهود مصرية»
    index = sentence.word_at(mention.span.start)
    if hit.form.pos is not Pos.NOUN or not 0 < index - hit.last <= 3:
        return False
    between = [sentence.key(at) for at in range(hit.last + 1, index)]
    return not mention.prefix and not any(key.startswith(("ل", "ب")) for key in between)


class _Linker:
    """Walks over the mentions of one happening in the order of the text."""

    def __init__(self, sentence: Sentence, hit: Hit) -> None:
        self.sentence = sentence
        self.hit = hit
        self.parts: list[Part] = []
        self.has_subject = False
        self.has_object = False
        self.further = {
            other.verb.last
            for other in sentence.hits
            if other.first > hit.last
            and other.form.pos is Pos.VERB
            and not takes_object_pronoun(sentence, other)
        }
        """Where further verbs of the same happening end («اتجه … والتقى X»)."""
        self.passive = hit.verb.form.passive
        self.edge = hit.verb.last
        """Index of the last word that belongs to an actor, or to the verb."""
        self.near = self.edge
        """The same, places too: what they tie to the happening keeps what follows near it."""

    def run(self, inside: Sequence[Placed]) -> None:
        """Link the mentions of the happening."""
        verb = self.hit.verb
        behind = [(index, mention) for index, mention in inside if index > verb.first]
        company = Company(self.sentence, self.hit, [pair for pair in inside if pair[0] < verb.first], behind)
        self.passive = company.passive()
        if verb.form.pos is Pos.VERB:
            self._settle_subject(company)
        for index, mention in behind:
            self._link(index, mention, company)
        if verb.form.pos is Pos.NOUN and not self.has_subject:
            self._take(company.fronted())
        for index, mention in company.ahead:
            if link_of(self.sentence, mention) is Link.MEDIATED_BY:
                self._add(mention, "mediator", index)

    def places(self, inside: Sequence[Placed]) -> tuple[Setting, ...]:
        """Return where the happening is, once its actors are known."""
        first = self.hit.verb.first
        ahead = [pair for pair in inside if pair[0] < first]
        behind = [pair for pair in inside if pair[0] > first]
        own = [pair for pair in behind if not self._described(pair[0])]
        return settings(self.sentence, self.hit, (), own, self.parts) or settings(
            self.sentence, self.hit, ahead, behind, self.parts
        )

    def result(self) -> tuple[Part, ...]:
        """Return the actors; «الطرفان» takes up those who are named besides and is none of its own."""
        named = [part for part in self.parts if not _takes_up(part.mention)]
        return tuple(named if len(named) > 0 else self.parts)

    # --------------------------------------------------------------------------------------------- subjects

    def _settle_subject(self, company: Company) -> None:
        """Take the subject, where it is not the first actor behind the verb, which linking comes to."""
        first = self.hit.verb.first
        if (does := company.content_subject()) is not None:
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
        elif company.taken_up() or not (company.follows_verb() or self._among(company.behind)):
            self._take(company.fronted())
            if not (self.has_subject or self.passive) and (meant := company.understood()) is not None:
                self._take((first, meant))
            self.has_subject = self.has_subject or company.taken_up()

    def _take(self, found: Placed | None) -> None:
        if found is not None:
            self._add(found[1], self._subject_role, found[0])
            self.has_subject = True

    def _among(self, behind: Sequence[Placed]) -> bool:
        """«عادت العلاقات بين X وY»: those between whom it happens do it, unless somebody mediates."""
        return self.hit.cls.name != "mediate" and any(
            link_of(self.sentence, mention) is Link.BETWEEN and not self._too_far(index, Link.BETWEEN)
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
        if self._described(index):
            return
        link = link_of(self.sentence, mention)
        if self._too_far(index, link):
            return
        if mention.kind is MentionKind.PLACE:
            self.near = self.sentence.word_at(mention.span.end - 1)
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

    def _too_far(self, index: int, link: Link) -> bool:
        if index - 1 in self.further:
            return False
        if link is Link.BETWEEN and self._another_happening(index):
            return True
        reach = _REACH.get(link, _LINK_REACH)
        if link is Link.ON and self.hit.cls.plover in (Plover.ASSAULT, Plover.SANCTION):
            reach = _REACH[Link.AGAINST]  # «شنت غارات … على X»
        return self._distance(index) > reach

    def _distance(self, index: int) -> int:
        """Return how far a word is from the nearest one before it that belongs to the happening."""
        last = max((at for at in (self.edge, self.near, self.hit.last) if at < index), default=self.edge)
        return self._words_between(last, index) + 1

    def _words_between(self, first: int, index: int) -> int:
        """Count the words between two, but not those of dates: they keep nothing apart."""
        sentence = self.sentence
        return sum(
            not any(timex.start <= sentence.words[at].start < timex.end for timex in sentence.timexes)
            for at in range(first + 1, index)
        )

    def _described(self, index: int) -> bool:
        """«التحالف الذي تقوده X»: what describes somebody names no part of the happening."""
        sentence = self.sentence
        clause = sentence.clause_of(index)
        start = sentence.clause_starts[clause]
        behind = max(self.hit.last, self.hit.verb.last)
        if start <= behind or all(
            mention.kind is MentionKind.NISBA
            for mention in sentence.mentions
            if behind < sentence.word_at(mention.span.start) < start
        ):
            return False
        return sentence.key(start) in grammar().relatives

    def _another_happening(self, index: int) -> bool:
        """Tell whether something else happens between trigger and mention; who mediates may do more."""
        return self.hit.cls.name != "mediate" and any(
            self.hit.last < hit.verb.first < index and hit.form.pos is Pos.VERB for hit in self.sentence.hits
        )

    def _bare(self, index: int, mention: Mention, company: Company) -> None:
        if mention.kind is MentionKind.NISBA and self.hit.cls.plover is Plover.PROTEST:
            return  # «الثورة السورية»: where, not who
        verbal = self.hit.verb.form.pos is Pos.VERB
        last = self.parts[-1].mention if self.parts else None
        if last is not None and last.kind is mention.kind is MentionKind.NISBA:
            self._add(mention, self.parts[-1].role.value, index)
        elif verbal and not self.has_subject and index - self.hit.verb.last <= SUBJECT_REACH:
            self._subject(index, mention, company)
        elif not verbal and not self.has_subject:
            if index - self.hit.last <= 3:
                self._add(mention, self.hit.cls.genitive, index)
                self.has_subject = True
        elif mention.kind is MentionKind.STATE and self.hit.cls.name in TRAVEL:
            return
        elif self.hit.light is not None and not self._has("target"):
            if 0 < index - self.hit.last <= 3:
                self._add(mention, self.hit.cls.object, index)
        elif index - 1 in self.further or (
            verbal
            and self._words_between(self.edge, index) < 4
            and not (self.has_object or self.passive or self._has(self._object_role))
        ):
            self._add(mention, self.hit.cls.object if index - 1 not in self.further else "target", index)
            self.has_object = True

    def _subject(self, index: int, mention: Mention, company: Company) -> None:
        verb = self.hit.verb
        complement = verb.complement
        elided = (
            complement is not None
            and complement < index
            and self.hit.light is None
            and complement != self.hit.last
        )
        if elided or not company.fits(mention):
            # «أرسل قوات … إلى X»: the complement came first, so the subject was left out.
            self._add(mention, self.hit.cls.object, index)
            self.has_object = True
            return
        if not self._genitive(index):
            self._add(mention, self._subject_role, index)
        self.has_subject = True

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
        elif self._close(index):
            self._add(mention, self.parts[-1].role.value, index, party=self.parts[-1].party)

    def _same_person(self, mention: Mention) -> bool:
        """«X رئيس الحركة وقائد الجيش»: a second office of the same person."""
        last = self.parts[-1].mention
        return (
            mention.kind is MentionKind.OFFICE
            and last.kind is MentionKind.PERSON
            and last.apposition is not None
        )

    def _close(self, index: int) -> bool:
        """«X من جهة وY», «X، خصوصا Y»: nothing of its own stands between the two."""
        between = [self.sentence.key(at) for at in range(self.edge + 1, index)]
        return sum(key not in ("من", "جهه", "ناحيه", "لا", "سيما") for key in between) <= 1

    def _for(self, index: int, mention: Mention) -> None:
        if self.hit.cls.name in TRAVEL and mention.kind in _PLACE_KINDS:
            return
        if self._distance(index) <= 4 and not (self.passive and self.has_subject):
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
        end = mention.apposition.end if mention.apposition else mention.span.end
        self.edge = max(self.edge, index, self.sentence.word_at(end - 1))


def _as_role(name: str) -> Role:
    # An envoy acts for who sends it: a source, and a mediator where the mission is to mediate (mediation.py).
    return Role.SOURCE if name == "envoy" else Role(name)


def _takes_up(mention: Mention) -> bool:
    """Tell «الطرفان», «الرئيسين»: a dual that stands for those named before."""
    key = fold_key(mention.text)
    dual = " " not in key and key.startswith("ال") and key.endswith(("ان", "ين"))
    return dual and mention.kind is MentionKind.GROUP


def _purpose(sentence: Sentence, hit: Hit, scope: range) -> Span | None:
    """Return the stretch from the first purpose word behind the trigger to the end of the scope."""
    prepositions = grammar().prepositions
    for index in range(hit.verb.last + 1, scope.stop):
        keys = {sentence.key(index), sentence.key(index).lstrip("و")}
        if any(prepositions.get(key) == "purpose" for key in keys):
            return Span(sentence.words[index].start, sentence.words[scope.stop - 1].end)
    return None
