"""How far a happening reaches: which mentions it may claim, and when a word is too far off for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.events.agreement import takes_object_pronoun
from core.events.grammar import grammar
from core.events.links import Link, first_aside, first_manner, is_stage, link_of
from core.events.mentions import MentionKind
from core.events.triggers import Pos
from core.model import Plover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.events.mentions import Mention
    from core.events.sentence import Sentence
    from core.events.subject import Placed
    from core.events.triggers import Hit

# A complement further than this from the word before it is no longer its complement.
_LINK_REACH = 7
_REACH = {
    Link.WITH: 12,
    Link.LED_BY: 20,
    Link.BY: 60,
    Link.MEDIATED_BY: 20,
    Link.PRESENT: 20,
    Link.HOSTED_BY: 20,
    Link.AGAINST: 14,
    Link.BETWEEN: 14,
    Link.TO: 11,
    Link.ALSO: 20,
}
# A dateline is no longer than this.
_DATELINE = 6
_TWO_OF_ONE = frozenset(("من", "جهه", "ناحيه", "لا", "سيما"))


def claimed(
    sentence: Sentence, hit: Hit, scope: range, rivals: Sequence[Hit]
) -> tuple[list[Placed], list[Placed]]:
    """Return the mentions that can be actors of a happening, and those that can be its places.

    Args:
        sentence: the sentence.
        hit: the trigger.
        scope: the word indices that belong to this happening.
        rivals: triggers with a date and a row of their own; what follows them is theirs.
    """
    stop = min((rival.first for rival in rivals if rival.first > hit.last), default=scope.stop)
    behind = max(hit.last, hit.verb.last) + 1
    stop = min(first_aside(sentence, behind, stop), scope.stop)
    places = [
        (index, mention)
        for mention in sentence.mentions
        if scope.start <= (index := sentence.word_at(mention.span.start)) < stop
        and mention.span.start != hit.span.start
        and not any(t.start < mention.span.end and mention.span.start < t.end for t in sentence.timexes)
        and (mention.kind is not MentionKind.NISBA or _qualifies(sentence, mention, hit))
    ]
    until = first_manner(sentence, behind, stop)
    told = [pair for pair in places if pair[0] < until and not _in_dateline(sentence, *pair)]
    return told, places


def _in_dateline(sentence: Sentence, index: int, mention: Mention) -> bool:
    """Tell the medium in «دبي (CNN) – أعلن …»."""
    if mention.sector != "media" or index > _DATELINE:
        return False
    return sentence.paragraph.text[: mention.span.start].rstrip().endswith("(")


def _qualifies(sentence: Sentence, mention: Mention, hit: Hit) -> bool:
    """An adjective of nationality names the doer of the noun it stands on («قصف إسرائيلي»), nothing else."""
    if link_of(sentence, mention) is Link.MEDIATED_BY:
        return True  # «بعد جهود مصرية»
    index = sentence.word_at(mention.span.start)
    end = next((last for last in (hit.last, hit.reach) if 0 < index - last <= 3), None)
    if hit.form.pos is not Pos.NOUN or end is None:
        return False
    between = [sentence.key(at) for at in range(end + 1, index)]
    return not mention.prefix and not any(key.startswith(("ل", "ب")) for key in between)


class Reach:
    """What lies near a happening while its mentions are linked in the order of the text."""

    def __init__(self, sentence: Sentence, hit: Hit) -> None:
        self.sentence = sentence
        self.hit = hit
        self.further = {
            other.verb.last
            for other in sentence.hits
            if other.first > hit.last
            and other.form.pos is Pos.VERB
            and not other.cls.reporting
            and sentence.key(other.verb.first)[:1] in ("و", "ف")
            and not takes_object_pronoun(sentence, other)
        }
        """Where further verbs of the same happening end («اتجه … والتقى X»)."""
        self.edge = hit.verb.last
        """Index of the last word that belongs to an actor, or to the verb."""
        self.near = self.edge
        """The same, places too: what they tie to the happening keeps what follows near it."""

    def take_actor(self, mention: Mention, index: int) -> None:
        """Note that a mention belongs to the happening."""
        end = mention.apposition.end if mention.apposition else mention.span.end
        self.edge = max(self.edge, index, self.sentence.word_at(end - 1))

    def take_place(self, mention: Mention) -> None:
        """Note that a place stands here: what follows it is not the further off for it."""
        self.near = self.sentence.word_at(mention.span.end - 1)

    def too_far(self, index: int, link: Link) -> bool:
        """Tell whether a mention is too far off to be tied to the happening by its link."""
        if index - 1 in self.further:
            return False
        if link is Link.BETWEEN and self._another_happening(index):
            return True
        reach = _REACH.get(link, _LINK_REACH)
        if link is Link.ON and self.hit.cls.plover in (Plover.ASSAULT, Plover.SANCTION):
            reach = _REACH[Link.AGAINST]  # «شنت غارات … على X»
        return self.distance(index) > reach

    def distance(self, index: int) -> int:
        """Return how far a word is from the nearest one before it that belongs to the happening."""
        last = max((at for at in (self.edge, self.near, self.hit.last) if at < index), default=self.edge)
        return self.sentence.words_between(last, index) + 1

    def close(self, index: int) -> bool:
        """«X من جهة وY», «X، خصوصا Y»: nothing of its own stands between the last actor and a word."""
        between = [self.sentence.key(at) for at in range(self.edge + 1, index)]
        return sum(key not in _TWO_OF_ONE for key in between) <= 1

    def described(self, index: int) -> bool:
        """«التحالف الذي تقوده X»: what describes somebody names no part of the happening."""
        sentence = self.sentence
        start = sentence.clause_starts[sentence.clause_of(index)]
        behind = max(self.hit.last, self.hit.verb.last)
        if start <= behind or all(
            mention.kind is MentionKind.NISBA
            for mention in sentence.mentions
            if behind < sentence.word_at(mention.span.start) < start
        ):
            return False
        return sentence.key(start) in grammar().relatives

    def done_by(self, index: int) -> bool:
        """«الهجوم الذي شنته X»: who stands behind the verb of a relative clause did what the noun names.

        The clause stands right behind the noun, its verb takes the noun up with a pronoun, and nothing but a
        date stands between the verb and the mention.
        """
        sentence = self.sentence
        start = sentence.clause_starts[sentence.clause_of(index)]
        if self.hit.form.pos is not Pos.NOUN or not self.hit.last < start < index:
            return False
        if (
            sentence.key(start) not in grammar().relatives
            or self.sentence.words_between(self.hit.last, start) > 2
        ):
            return False
        if any(hit.verb.first == start + 1 and is_stage(hit) for hit in sentence.hits):
            return False
        taken_up = sentence.key(start + 1).endswith(("ه", "ها", "هما"))
        return taken_up and index > start + 1 and self.sentence.words_between(start + 1, index) == 0

    def _another_happening(self, index: int) -> bool:
        """Tell whether something else happens between trigger and mention; who mediates may do more."""
        return self.hit.cls.name != "mediate" and any(
            self.hit.last < hit.verb.first < index and hit.form.pos is Pos.VERB for hit in self.sentence.hits
        )
