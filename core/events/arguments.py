"""Who has which part in a happening, and where it is: mentions linked to a trigger by the syntax of news.

Only a mention that a preposition, its place after the verb, or a construct ties to the trigger is taken;
what is merely named in the same sentence is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.events.grammar import grammar
from core.events.links import Link, link_of
from core.events.mentions import MentionKind
from core.events.parts import Arguments, Part, Setting
from core.events.subject import SUBJECT_REACH, Company, Placed
from core.events.triggers import Pos
from core.model import PlaceRole, Role, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.events.mentions import Mention
    from core.events.sentence import Sentence
    from core.events.triggers import Hit, RoleName

# A complement further than this from the word before it is no longer its complement.
_LINK_REACH = 7
_PLACE_KINDS = frozenset((MentionKind.PLACE, MentionKind.STATE))
_TRAVEL = frozenset(("visit", "dispatch", "host", "withdraw", "mobilise", "seize"))


def arguments(sentence: Sentence, hit: Hit, scope: range, rivals: Sequence[Hit] = ()) -> Arguments:
    """Link the mentions in a stretch of a sentence to a trigger.

    Args:
        sentence: the sentence.
        hit: the trigger.
        scope: the word indices that belong to this happening.
        rivals: triggers with a date and a row of their own; what follows them is theirs.
    """
    stop = min((rival.first for rival in rivals if rival.first > hit.last), default=scope.stop)
    inside = [
        (sentence.word_at(m.span.start), m)
        for m in sentence.mentions
        if scope.start <= sentence.word_at(m.span.start) < min(stop, scope.stop)
        and (m.kind is not MentionKind.NISBA or _qualifies(sentence, m, hit))
    ]
    linker = _Linker(sentence, hit)
    linker.run(inside)
    return linker.result(scope)


def _qualifies(sentence: Sentence, mention: Mention, hit: Hit) -> bool:
    """An adjective of nationality names the doer of the noun it stands on («قصف إسرائيلي»), nothing else."""
    index = sentence.word_at(mention.span.start)
    return hit.form.pos is Pos.NOUN and 0 < index - hit.last <= 3 and not mention.prefix


class _Linker:
    """Walks over the mentions of one happening in the order of the text."""

    def __init__(self, sentence: Sentence, hit: Hit) -> None:
        self.sentence = sentence
        self.hit = hit
        self.parts: list[Part] = []
        self.settings: list[Setting] = []
        self.has_subject = False
        self.has_object = False
        self.further = {
            other.verb.last
            for other in sentence.hits
            if other.first > hit.last and other.form.pos is Pos.VERB
        }
        """Where further verbs of the same happening end («اتجه … والتقى X»)."""
        self.passive = hit.verb.form.passive
        self.last: Part | Setting | None = None
        self.edge = hit.verb.last
        """Index of the last word linked so far."""
        self.actor_edge = hit.verb.last
        """The same of the actors alone: a place behind them brings nobody nearer."""

    def run(self, inside: list[Placed]) -> None:
        verb = self.hit.verb
        behind = [(index, mention) for index, mention in inside if index > verb.first]
        company = Company(self.sentence, self.hit, [pair for pair in inside if pair[0] < verb.first], behind)
        self.passive = company.passive()
        if verb.form.pos is Pos.VERB:
            self._settle_subject(company)
        for index, mention in behind:
            self._link(index, mention)
        if verb.form.pos is Pos.NOUN and not self.has_subject:
            self._take(company.fronted())

    def _settle_subject(self, company: Company) -> None:
        """Take the subject, where it is not the first actor behind the verb, which linking comes to."""
        if (before := company.before_verb()) is not None:
            self._take((self.hit.verb.first, before[1]))
        elif not company.follows_verb() and not self._among(company.behind):
            self._take(company.fronted())
            if not (self.has_subject or self.passive) and (meant := company.understood()) is not None:
                self._take((self.hit.verb.first, meant))

    def _take(self, found: Placed | None) -> None:
        if found is not None:
            self._add(found[1], self._subject_role, found[0])
            self.has_subject = True

    def _among(self, behind: Sequence[Placed]) -> bool:
        """«عادت العلاقات بين X وY»: those between whom it happens do it, unless somebody mediates."""
        return self.hit.cls.name != "mediate" and any(
            link_of(self.sentence, mention) is Link.BETWEEN
            and not self._too_far(index, mention, Link.BETWEEN)
            for index, mention in behind
        )

    @property
    def _subject_role(self) -> RoleName:
        return "target" if self.passive else self.hit.cls.subject

    def result(self, scope: range) -> Arguments:
        return Arguments(tuple(self.parts), tuple(self.settings), _purpose(self.sentence, self.hit, scope))

    # ----------------------------------------------------------------------------------------------- links

    def _link(self, index: int, mention: Mention) -> None:
        link = link_of(self.sentence, mention)
        if self._too_far(index, mention, link):
            return
        handler = {
            Link.BARE: self._bare,
            Link.AND: self._and,
            Link.IN: self._in,
            Link.TO: self._to,
            Link.FOR: self._for,
            Link.LED_BY: self._led_by,
            Link.BY: self._by,
            Link.BETWEEN: self._between,
            Link.WITH: self._target,
            Link.ON: self._on,
            Link.FROM: self._from,
        }.get(link)
        if handler is not None:
            handler(index, mention)

    def _too_far(self, index: int, mention: Mention, link: Link) -> bool:
        if link in (Link.WITH, Link.LED_BY, Link.BY) or index - 1 in self.further:
            return False
        if link is Link.BETWEEN:
            return index - self.edge > 2 * _LINK_REACH or self._another_happening(index)
        if link is Link.ON and mention.kind is not MentionKind.PLACE:
            return index - self.edge > _LINK_REACH // 2
        return index - self.edge > _LINK_REACH + (4 if link in (Link.TO, Link.IN) else 0)

    def _another_happening(self, index: int) -> bool:
        """Tell whether something else happens between trigger and mention; who mediates may do more."""
        return self.hit.cls.name != "mediate" and any(
            self.hit.last < hit.verb.first < index and hit.form.pos is Pos.VERB for hit in self.sentence.hits
        )

    def _bare(self, index: int, mention: Mention) -> None:
        verbal = self.hit.verb.form.pos is Pos.VERB
        if mention.kind is MentionKind.PLACE:
            if self.hit.cls.name in _TRAVEL or index - self.edge <= 2:
                self._set(
                    mention, PlaceRole.DESTINATION if self.hit.cls.name in _TRAVEL else PlaceRole.EVENT, index
                )
        elif verbal and not self.has_subject and index - self.hit.verb.last <= SUBJECT_REACH:
            self._subject(index, mention)
        elif not verbal and not self.has_subject:
            if index - self.hit.last <= 3:
                self._add(mention, self.hit.cls.genitive, index)
                self.has_subject = True
        elif mention.kind is MentionKind.STATE and self.hit.cls.name in _TRAVEL:
            self._set(mention, PlaceRole.DESTINATION, index)
        elif self.hit.light is not None and not any(p.role is Role.TARGET for p in self.parts):
            if 0 < index - self.hit.last <= 3:
                self._add(mention, self.hit.cls.object, index)
        elif index - 1 in self.further or (
            verbal and index - self.actor_edge <= 4 and not self.has_object and not self.passive
        ):
            self._add(mention, self.hit.cls.object if index - 1 not in self.further else "target", index)
            self.has_object = True

    def _subject(self, index: int, mention: Mention) -> None:
        complement = self.hit.verb.complement
        if (
            complement is not None
            and complement < index
            and self.hit.light is None
            and complement != self.hit.last
        ):
            # «أرسل قوات … إلى X»: the complement came first, so the subject was left out.
            self._add(mention, self.hit.cls.object, index)
            return
        self._add(mention, self._subject_role, index)
        self.has_subject = True

    def _and(self, index: int, mention: Mention) -> None:
        if self.last is None:
            self._bare(index, mention)
        elif index - self.edge <= 2:
            if isinstance(self.last, Part) and mention.kind is not MentionKind.PLACE:
                self._add(mention, self.last.role.value, index)
            elif isinstance(self.last, Setting) and mention.place is not None:
                self._set(mention, self.last.role, index)

    def _in(self, index: int, mention: Mention) -> None:
        if mention.place is not None:
            self._set(mention, PlaceRole.EVENT, index)

    def _to(self, index: int, mention: Mention) -> None:
        if mention.place is not None and mention.kind in _PLACE_KINDS:
            self._set(mention, PlaceRole.DESTINATION, index)
        elif mention.kind is not MentionKind.PLACE:
            self._add(mention, self._object_role(), index)

    def _for(self, index: int, mention: Mention) -> None:
        if self.hit.cls.name in _TRAVEL and mention.kind in _PLACE_KINDS:
            self._set(mention, PlaceRole.DESTINATION, index)
        elif mention.kind is not MentionKind.PLACE and index - self.edge <= 4:
            noun = self.hit.verb.form.pos is Pos.NOUN and not self.has_subject
            self._add(mention, self.hit.cls.genitive if noun else self._object_role(), index)
            self.has_subject = self.has_subject or noun

    def _led_by(self, index: int, mention: Mention) -> None:
        """Whoever leads a delegation has its role."""
        group = self.parts[-1] if self.parts else None
        if mention.kind is not MentionKind.PLACE:
            self._add(mention, ("envoy" if group.envoy else group.role.value) if group else "source", index)

    def _by(self, index: int, mention: Mention) -> None:
        if mention.kind is not MentionKind.PLACE:
            self._add(mention, "source", index)

    def _between(self, index: int, mention: Mention) -> None:
        if mention.kind is MentionKind.PLACE:
            return
        mediated = any(part.role in (Role.SOURCE, Role.MEDIATOR) for part in self.parts)
        self._add(mention, "target" if mediated else "source", index)
        self.has_subject = True

    def _target(self, index: int, mention: Mention) -> None:
        if mention.kind is not MentionKind.PLACE:
            self._add(mention, self._object_role(), index)

    def _on(self, index: int, mention: Mention) -> None:
        if mention.kind is MentionKind.PLACE:
            self._set(mention, PlaceRole.EVENT, index)
        else:
            self._add(mention, "target", index)

    def _from(self, index: int, mention: Mention) -> None:
        if self.hit.cls.name == "withdraw" and mention.place is not None:
            self._set(mention, PlaceRole.EVENT, index)
        elif self.hit.cls.name.startswith("demand") and mention.kind is not MentionKind.PLACE:
            self._add(mention, "target", index)

    def _object_role(self) -> RoleName:
        return "target" if self.hit.cls.object == "envoy" else self.hit.cls.object

    # ----------------------------------------------------------------------------------------------- result

    def _add(self, mention: Mention, role: str, index: int) -> None:
        if any(part.mention.span.overlaps(mention.span) for part in self.parts):
            return
        part = Part(mention, _role(role), role == "envoy")
        self.parts.append(part)
        self.last = part
        self._extend(index, mention)
        self.actor_edge = self.edge

    def _set(self, mention: Mention, role: PlaceRole, index: int) -> None:
        if any(setting.mention.span.overlaps(mention.span) for setting in self.settings):
            return
        setting = Setting(mention, role)
        self.settings.append(setting)
        self.last = setting
        self._extend(index, mention)

    def _extend(self, index: int, mention: Mention) -> None:
        end = mention.apposition.end if mention.apposition else mention.span.end
        self.edge = max(self.edge, index, self.sentence.word_at(end - 1))


def _role(name: str) -> Role:
    # An envoy acts for who sends it: a source, and a mediator where the mission is to mediate (coding.py).
    return Role.SOURCE if name == "envoy" else Role(name)


def _purpose(sentence: Sentence, hit: Hit, scope: range) -> Span | None:
    """Return the stretch from the first purpose word behind the trigger to the end of the scope."""
    prepositions = grammar().prepositions
    for index in range(hit.verb.last + 1, scope.stop):
        keys = {sentence.key(index), sentence.key(index).lstrip("و")}
        if any(prepositions.get(key) == "purpose" for key in keys):
            return Span(sentence.words[index].start, sentence.words[scope.stop - 1].end)
    return None
