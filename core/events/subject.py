"""Who does what a trigger names, where it is not simply the first actor behind the verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from core.events.agreement import (
    can_be_subject,
    comes_about,
    fits_pronoun,
    is_thing,
    takes_object_pronoun,
)
from core.events.grammar import grammar
from core.events.links import Link, link_of
from core.events.mentions import MentionKind
from core.events.triggers import Pos
from core.model import Plover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.events.mentions import Mention
    from core.events.sentence import Sentence
    from core.events.triggers import Hit

Placed: TypeAlias = "tuple[int, Mention]"
"""A mention with the index of its first word."""

# Between a verb and its subject stand at most this many words that are in no mention («وصل أمس وفد …»).
SUBJECT_REACH = 5
# An understood subject stands no further before its verb than this.
_ANTECEDENT_REACH = 14
# A relative pronoun stands no further before its verb than this.
_RELATIVE_REACH = 3
_AGENTS = frozenset(
    (
        MentionKind.PERSON,
        MentionKind.OFFICE,
        MentionKind.ORGANISATION,
        MentionKind.GROUP,
        MentionKind.STATE,
    )
)


_RELATED = (_AGENTS | {MentionKind.PEOPLE}) - {MentionKind.STATE}


_PRONOMINAL = frozenset(("انه", "انها", "انهم", "انهما"))


def _pronominal(key: str) -> bool:
    """Tell «أنه», «بأنها»: «أن» with the subject in it."""
    return key.removeprefix("ب").removeprefix("ل") in _PRONOMINAL


@dataclass(frozen=True, slots=True)
class Company:
    """A trigger and who is named round it."""

    sentence: Sentence
    hit: Hit
    ahead: Sequence[Placed]
    """Named before the trigger's verb, in the order of the text."""
    behind: Sequence[Placed]
    """Named after it."""

    def passive(self) -> bool:
        """«قتل X Y» acts, «قتل X» suffers: of a verb written alike in both voices the company decides."""
        form = self.hit.verb.form
        if not form.either:
            return form.passive
        if self.has_object_pronoun() or self.taken_up():
            return False  # «أكد الجيش أنه قتل …»
        if self._does_violence():
            return False
        clause = self.sentence.clause_range(self.sentence.clause_of(self.hit.verb.first))
        bare = [
            mention
            for index, mention in self.behind
            if index < clause.stop and mention.kind is not MentionKind.PLACE and self._bare(mention)
        ]
        return len(bare) + (self.before_verb() is not None) < 2

    def _does_violence(self) -> bool:
        """«اعتقلت الشرطة», «قتلت القوات»: bodies behind the verb are not arrested or killed, they do it."""
        if not self.behind:
            return False
        index, mention = self.behind[0]
        body = mention.kind in (MentionKind.ORGANISATION, MentionKind.STATE) and mention.sector != "media"
        return body and index == self.hit.verb.last + 1 and self._bare(mention) and self.fits(mention)

    def before_verb(self) -> Placed | None:
        """Return who stands right before the verb («صدام حسين يزور …»), in no preposition's hold."""
        verb = self.sentence.words[self.hit.verb.first]
        if verb.key[:1] == "و" and not self.hit.verb.form.lemma.startswith("و"):
            return None
        for index, mention in reversed(self.ahead):
            touching = not self.sentence.paragraph.text[mention.span.end : verb.start].strip()
            if touching and mention.kind in _AGENTS and self._bare(mention):
                return index, mention
        return None

    def antecedent(self) -> Mention | None:
        """Return whom the relative pronoun before the verb stands for («خاشقجي، الذي قتل …»)."""
        sentence, verb = self.sentence, self.hit.verb
        pronoun = next(
            (
                index
                for index in range(verb.first - 1, max(verb.first - 1 - _RELATIVE_REACH, -1), -1)
                if sentence.key(index) in grammar().relatives
            ),
            None,
        )
        if pronoun is None or verb.form.pos is not Pos.VERB:
            return None
        start = sentence.words[pronoun].start
        for mention in reversed(sentence.mentions):
            end = mention.apposition.end if mention.apposition else mention.span.end
            if end > start:
                continue
            close = sentence.word_at(end - 1) == pronoun - 1
            return mention if close and mention.kind in _RELATED else None
        return None

    def taken_up(self) -> bool:
        """Tell «أنه سيطلع X»: a pronoun before the verb is its subject, and X is not."""
        first = self.hit.verb.first
        keys = [self.sentence.key(at) for at in (first - 1, first - 2)]
        if keys[0] in grammar().negation or keys[0] in ("قد", "سوف"):
            keys = keys[1:]
        return _pronominal(keys[0])

    def only_told(self) -> bool:
        """«أعلن X أن غارات …»: what a noun behind «أن» names is no doing of who announces it."""
        light = self.hit.light
        if light is None or not light.cls.opens or self.hit.form.pos is not Pos.NOUN:
            return False
        keys = [self.sentence.key(at) for at in range(light.last + 1, self.hit.first)]
        return any(key in grammar().that and not _pronominal(key) for key in keys)

    def content_subject(self) -> Placed | None:
        """«أعلن X أن Y سيزور»: Y goes, X only tells."""
        sentence, hit = self.sentence, self.hit
        if hit.light is None or hit.form.pos is not Pos.VERB or sentence.key(hit.first)[:1] == "و":
            return None
        told = [at for at in range(hit.light.last + 1, hit.first) if sentence.key(at) in grammar().that]
        if not told or _pronominal(sentence.key(told[0])):
            return None
        for index, mention in self.behind:
            between = told[0] < index < hit.first
            after = 0 < index - hit.last <= 2 and can_be_subject(sentence, hit, mention, behind=True)
            if (between or after) and mention.kind in _AGENTS and self._bare(mention):
                return index, mention
        return None

    def _tells_of(self, index: int) -> bool:
        """Tell whether «أن» stands between a mention and the verb: the mention only says it."""
        sentence, first = self.sentence, self.hit.verb.first
        said = next((h.first for h in sentence.hits if h.cls.reporting or h.cls.opens), first)
        return any(
            key in grammar().that and not _pronominal(key) and sentence.key(at - 1) not in grammar().temporal
            for at in range(max(index, said) + 1, first)
            if (key := sentence.key(at))
        )

    def headline(self) -> Placed | None:
        """Return who opens the sentence right before a verb in the present («ترامب يصرح بعد …»)."""
        if not self.ahead:
            return None
        index, mention = self.ahead[0]
        end = self.sentence.word_at(mention.span.end - 1)
        verb = self.sentence.key(end + 1)
        present = len(verb) > 3 and verb[0] in "يت" and not verb.endswith("ه")
        opens = index == 0 or self._dated_before(index)
        return (index, mention) if opens and present and mention.kind in _AGENTS else None

    def possessed(self) -> str | None:
        """Return the pronoun of «قبوله», «زيارته»: the noun's doer stands elsewhere."""
        word = self.hit.span.cut(self.sentence.paragraph.text).split()[0]
        lemma = self.hit.form.lemma.split()[0]
        ending = "ت" if lemma.endswith("ة") else ""
        if self.hit.form.pos is not Pos.NOUN:
            return None
        return next((p for p in ("هما", "ها", "هم", "ه") if word.endswith(ending + p)), None)

    def possessor(self) -> Placed | None:
        """Return whom «زيارته» points back at: a verb's subject before it, else the nearest that fits."""
        pronoun = self.possessed()
        if pronoun is None:
            return None
        fitting = [
            (index, mention)
            for index, mention in self.ahead
            if mention.kind in _AGENTS | _RELATED and self._bare(mention) and fits_pronoun(pronoun, mention)
        ]
        verbs = {
            other.verb.last
            for other in self.sentence.hits
            if other.verb.form.pos is Pos.VERB and other.verb.first < self.hit.first
        }
        subjects = [pair for pair in fitting if any(pair[0] - back in verbs for back in (1, 2))]
        return (subjects or fitting)[-1] if fitting else None

    def undergone(self) -> Placed | None:
        """Return whom «الذين جرى اعتقالهم» means: the pronoun on the noun, for the verb is empty."""
        light = self.hit.light
        if light is None or light.form.lemma not in ("تم", "جرى") or self.hit.form.pos is not Pos.NOUN:
            return None
        return self.possessor()

    def thing(self) -> int | None:
        """Return the index of what strikes, where it is the verb's subject («هجوم استهدف»)."""
        verb = self.hit.verb
        if self.hit.light is not None or self.hit.cls.plover not in (Plover.ASSAULT, Plover.COERCE):
            return None
        sentence, behind = self.sentence, verb.last + 1
        if verb.complement != behind and is_thing(sentence, behind, verb):
            return behind
        start = sentence.clause_starts[sentence.clause_of(verb.first)]
        relative = sentence.key(start) in grammar().relatives
        for index in range(verb.first - 1, max(verb.first - 5, start - (4 if relative else 1), -1), -1):
            if is_thing(sentence, index, verb) and index != verb.complement:
                opens = index == start or sentence.key(index - 1) in grammar().that
                return index if relative or opens or not sentence.key(index).startswith("ال") else None
            if not (sentence.key(index) in grammar().relatives or self._describes(index)):
                return None
        return None

    def _describes(self, index: int) -> bool:
        """Tell an adjective, by its ending, between a thing and what it did («هجوم انتحاري استهدف»)."""
        return self.sentence.key(index).endswith(("ي", "يه", "يان", "ات"))

    def has_object_pronoun(self) -> bool:
        """Tell «الذي التقيته»: whom the pronoun stands for is the object."""
        return takes_object_pronoun(self.sentence, self.hit.verb)

    def follows_verb(self) -> bool:
        """Tell whether the first actor behind the verb is its subject: near, and in no preposition's hold."""
        if not self.behind:
            return False
        index, mention = self.behind[0]
        if index - self.hit.verb.last > SUBJECT_REACH or mention.kind is MentionKind.PLACE:
            return False
        if self.hit.light is not None and index > self.hit.last:
            return False
        if not self.fits(mention):
            return False
        complement = self.hit.verb.complement
        # What stands in the verb's complement («أعلن وقف …») is no subject of it.
        outside = complement is None or index <= complement or complement < self.hit.verb.first
        return outside and link_of(self.sentence, mention) in (Link.BARE, Link.AND)

    def accused(self) -> Placed | None:
        """«اتهمت إسرائيل بقصف …»: who accuses names somebody, so the only one named is the accused."""
        if self.hit.cls.name != "accuse" or self.hit.form.pos is not Pos.VERB or not self.behind:
            return None
        index, mention = self.behind[0]
        end = mention.apposition.end if mention.apposition else mention.span.end
        following = self.sentence.key(self.sentence.word_at(end))
        named = index == self.hit.verb.last + 1 and self._bare(mention)
        return (index, mention) if named and following.startswith("ب") and following != "بن" else None

    def fits(self, mention: Mention, *, behind: bool = True) -> bool:
        """Tell whether the verb agrees with a mention as its subject."""
        return can_be_subject(self.sentence, self.hit.verb, mention, behind=behind)

    def fronted(self) -> Placed | None:
        """Return the subject from before the trigger («الرئيس، …، يزور»)."""
        if self.hit.form.dated:
            return next((pair for pair in reversed(self.ahead) if self._touches(pair[1])), None)
        if self.hit.verb.form.pos is Pos.NOUN:
            if self.possessed() and (owner := self.possessor()) is not None:
                return owner
            if (opener := self.headline()) is not None:
                return opener
            if (self._aside() or self._told() or self._suffered()) and not self.possessed():
                return None
        for index, mention in reversed(self.ahead):
            if mention.kind in (MentionKind.PLACE, MentionKind.PEOPLE) or not self._bare(mention):
                continue
            if self._other_verb_between(index) or self._tells_of(index):
                continue
            noun = self.hit.verb.form.pos is Pos.NOUN
            if noun or (self._heads_clause(index) and self.fits(mention, behind=False)):
                return index, mention
        return None

    def understood(self, other_than: Mention | None = None) -> Mention | None:
        """Return the nearest actor before the verb that agrees with it («القيادة السياسية، حيث تولت …»)."""
        signs = self.hit.cls.name == "sign" and self.sentence.key(self.hit.verb.first).startswith("وو")
        if self._carries_at_once() or (comes_about(self.hit.verb) and not signs):
            return None  # «وقع» is both: of an agreement that it was signed, and «ووقع» of who signed it.
        if self.hit.cls.plover is Plover.ASSAULT and self.sentence.key(self.hit.verb.last + 1).isdigit():
            return None  # «ودمرت 4 مركبات»: more often suffered than done
        sentence, first = self.sentence, self.hit.verb.first
        fitting = [
            (index, mention)
            for mention in sentence.mentions
            if (index := sentence.word_at(mention.span.start)) < first
            and mention.kind in _AGENTS
            and mention.sector != "media"
            and mention is not other_than
            and not self._tells_of(index)
            and self.fits(mention, behind=False)
        ]
        if sentence.key(first)[:1] in ("و", "ف") or sentence.key(first - 1) == "ثم":
            # «أعلن X قبوله عرض Y، وتوعد …»: a joined verb goes on with the subject of the one before.
            verbs = {other.verb.last for other in sentence.hits if other.verb.form.pos is Pos.VERB}
            # The first word of a sentence is a verb more often than not, known or unknown.
            subjects = [m for i, m in fitting if (i == 1 or i - 1 in verbs) and self._bare(m)]
            if subjects:
                return subjects[-1]
        near = [mention for index, mention in fitting if first - index <= _ANTECEDENT_REACH]
        return near[-1] if near else None

    def _touches(self, mention: Mention) -> bool:
        """«الوزراء المجتمعين»: nothing stands between a mention and the trigger."""
        between = self.sentence.paragraph.text[mention.span.end : self.hit.span.start]
        return not between.strip() and mention.kind in _RELATED

    def _bare(self, mention: Mention) -> bool:
        return link_of(self.sentence, mention) is Link.BARE

    def _aside(self) -> bool:
        """«بعد بداية النزاع»: what a noun names in a circumstance is nobody's act in the sentence."""
        before = self.sentence.keys_without_clitics(self.hit.first - 1)
        return bool(before & (grammar().temporal | grammar().circumstance))

    def _suffered(self) -> bool:
        """Who is named before an attack, other than as its doer, is seldom its doer."""
        return self.hit.cls.plover is Plover.ASSAULT

    def _told(self) -> bool:
        """«كشفت الشرطة هوية منفذ الهجوم»: who only tells of what a noun names did not do it."""
        first = self.hit.first
        said = [
            other.last
            for other in self.sentence.hits
            if other.first < first and other.form.pos is Pos.VERB and (other.cls.reporting or other.cls.opens)
        ]
        # «صرح X في ختام زيارة»: a visitor speaks of his own visit.
        return bool(said) and (
            self.hit.cls.plover is not Plover.CONSULT
            or any(self.sentence.key(at) in grammar().that for at in range(said[-1] + 1, first))
        )

    def _carries_at_once(self) -> bool:
        """«تعقد قمة»: nobody stands between an empty verb and its noun, so nobody is meant."""
        light = self.hit.light
        return light is not None and light.cls.light and self.hit.first == light.last + 1

    def _heads_clause(self, index: int) -> bool:
        """A subject before its verb stands in the verb's clause, or opens the sentence or its date."""
        sentence = self.sentence
        if index <= 1 or sentence.clause_of(index) == sentence.clause_of(self.hit.verb.first):
            return True
        return self._dated_before(index)

    def _dated_before(self, index: int) -> bool:
        """Tell whether nothing but a date stands before a word."""
        sentence = self.sentence
        if not sentence.timexes:
            return False
        date = sentence.timexes[0]
        return all(
            word.key.isdigit() or date.start <= word.start < date.end for word in sentence.words[:index]
        )

    def _other_verb_between(self, index: int) -> bool:
        return any(
            other.verb.form.pos is Pos.VERB and index < other.verb.first < self.hit.verb.first
            for other in self.sentence.hits
        )
