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
from core.events.triggers import Pos
from core.model import PlaceRole, Role, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.events.mentions import Mention
    from core.events.sentence import Sentence
    from core.events.triggers import Hit, RoleName

# Between a verb and its subject stand at most this many words that are in no mention («وصل أمس وفد …»).
_SUBJECT_REACH = 5
# A complement further than this from the word before it is no longer its complement.
_LINK_REACH = 7
# An understood subject stands no further before its verb than this.
_ANTECEDENT_REACH = 14
_PLACE_KINDS = frozenset((MentionKind.PLACE, MentionKind.STATE))
_AGENTS = frozenset(
    (
        MentionKind.PERSON,
        MentionKind.OFFICE,
        MentionKind.ORGANISATION,
        MentionKind.GROUP,
        MentionKind.STATE,
    )
)
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
        self.last: Part | Setting | None = None
        self.edge = hit.verb.last
        """Index of the last word linked so far."""

    def run(self, inside: list[tuple[int, Mention]]) -> None:
        behind = [(i, m) for i, m in inside if i > self.hit.verb.first]
        ahead = [(i, m) for i, m in inside if i < self.hit.verb.first]
        if self.hit.verb.form.pos is Pos.VERB:
            first = self._verb_subject(behind)
            if first is None:
                self._fronted_subject(ahead)
            if first is None and not self.has_subject and not self.hit.verb.form.passive:
                self._understood_subject()
        for index, mention in behind:
            self._link(index, mention)
        if self.hit.verb.form.pos is Pos.NOUN and not self.has_subject:
            self._fronted_subject(ahead)

    def result(self, scope: range) -> Arguments:
        return Arguments(tuple(self.parts), tuple(self.settings), _purpose(self.sentence, self.hit, scope))

    # ------------------------------------------------------------------------------------------- subject

    @property
    def _subject_role(self) -> RoleName:
        return "target" if self.hit.verb.form.passive else self.hit.cls.subject

    def _verb_subject(self, behind: list[tuple[int, Mention]]) -> Mention | None:
        """Take the first actor behind the verb, unless a preposition holds it or it stands too far off."""
        for index, mention in behind:
            if index - self.hit.verb.last > _SUBJECT_REACH or mention.kind is MentionKind.PLACE:
                return None
            if self.hit.light is not None and index > self.hit.last:
                return None
            if link_of(self.sentence, mention) in (Link.BARE, Link.AND):
                return mention if self._agrees_as_subject(index) else None
            return None
        return None

    def _agrees_as_subject(self, index: int) -> bool:
        """A mention inside the verb's complement («أعلن وقف …») is no subject of it."""
        complement = self.hit.verb.complement
        return complement is None or index <= complement or complement == self.hit.verb.first

    def _fronted_subject(self, ahead: list[tuple[int, Mention]]) -> None:
        """Take the subject from before the verb («صدام حسين يزور …»)."""
        for index, mention in reversed(ahead):
            if mention.kind in (MentionKind.PLACE, MentionKind.PEOPLE):
                continue
            if link_of(self.sentence, mention) is not Link.BARE or self._other_verb_between(index):
                continue
            if self.hit.verb.form.pos is Pos.VERB and not self._heads_clause(index):
                continue
            self._add(mention, self._subject_role, index)
            self.has_subject = True
            return

    def _understood_subject(self) -> None:
        """Take the nearest actor before the verb that agrees with it («… القيادة السياسية، حيث تولت …»)."""
        verb = self.sentence.words[self.hit.verb.first].key.lstrip("وف")
        feminine = verb.endswith("ت") or verb.startswith(("ت", "ست"))
        for mention in reversed(self.sentence.mentions):
            index = self.sentence.word_at(mention.span.start)
            if not 0 < self.hit.verb.first - index <= _ANTECEDENT_REACH or mention.kind not in _AGENTS:
                continue
            head = self.sentence.keys_without_clitics(index)
            if feminine == (mention.kind is MentionKind.STATE or any(key.endswith("ه") for key in head)):
                self._add(mention, self._subject_role, self.hit.verb.first)
                self.has_subject = True
                return

    def _heads_clause(self, index: int) -> bool:
        """A subject before its verb stands in the verb's clause, or opens the sentence."""
        same = self.sentence.clause_of(index) == self.sentence.clause_of(self.hit.verb.first)
        opening = all(
            word.key.isdigit() or timex.start <= word.start < timex.end
            for word in self.sentence.words[:index]
            for timex in self.sentence.timexes[:1]
        )
        return same or index <= 1 or (bool(self.sentence.timexes) and opening)

    def _other_verb_between(self, index: int) -> bool:
        return any(
            hit.verb.form.pos is Pos.VERB and index < hit.verb.first < self.hit.verb.first
            for hit in self.sentence.hits
        )

    # ----------------------------------------------------------------------------------------------- links

    def _link(self, index: int, mention: Mention) -> None:
        link = link_of(self.sentence, mention)
        if self._too_far(index, link):
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

    def _too_far(self, index: int, link: Link) -> bool:
        if link in (Link.WITH, Link.LED_BY, Link.BY) or index - 1 in self.further:
            return False
        if link is Link.BETWEEN:
            return index - self.edge > 2 * _LINK_REACH
        return index - self.edge > _LINK_REACH + (4 if link in (Link.TO, Link.IN) else 0)

    def _bare(self, index: int, mention: Mention) -> None:
        verbal = self.hit.verb.form.pos is Pos.VERB
        if mention.kind is MentionKind.PLACE:
            if self.hit.cls.name in _TRAVEL or index - self.edge <= 2:
                self._set(
                    mention, PlaceRole.DESTINATION if self.hit.cls.name in _TRAVEL else PlaceRole.EVENT, index
                )
        elif verbal and not self.has_subject and index - self.hit.verb.last <= _SUBJECT_REACH:
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
        elif index - 1 in self.further or (verbal and index - self.edge <= 4 and not self.has_object):
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
