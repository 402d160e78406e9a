"""Subjects that a sentence leaves to the one before it: «… كما عقد», «وأضاف …», «ثم توجه إلى …»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.events.agreement import can_be_subject, comes_about, takes_object_pronoun
from core.events.arguments import arguments
from core.events.grammar import grammar
from core.events.links import opens_complement
from core.events.mentions import MentionKind
from core.events.parts import Part
from core.events.triggers import Pos
from core.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from core.events.mentions import Mention
    from core.events.parts import Arguments
    from core.events.sentence import Sentence
    from core.events.triggers import Hit

# A verb that goes on from the sentence before opens its own, behind «كما» or «ثم» at most.
_OPENING = 1
# The verb whose subject is carried stands behind a dateline at most.
_DATELINE = 6
# No further back than this many sentences.
_BACK = 3
_CARRIED = frozenset(
    (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.ORGANISATION, MentionKind.GROUP, MentionKind.STATE)
)


def with_carried(
    sentence: Sentence, hit: Hit, args: Arguments, before: Sequence[Callable[[], Sentence]]
) -> Arguments:
    """Give a verb that opens its sentence without a subject the subject of the sentence before it.

    Conservative: what stands behind the verb must be no noun that could be its subject, and gender and number
    must fit. Sentences of other paragraphs are not asked, for a span belongs to its paragraph.

    Args:
        sentence: where the verb stands.
        hit: the happening.
        args: who was found to take part.
        before: how to make the sentences before it in the same paragraph; made only where they are asked.
    """
    if not before or not _without_subject(sentence, hit):
        return args
    role = _role(hit)
    if any(part.role is role for part in args.parts):
        return args
    mention = _subject_before(sentence, hit, before)
    if mention is None or any(part.mention.text == mention.text for part in args.parts):
        return args
    return replace(args, parts=(Part(mention, role), *args.parts))


def _role(hit: Hit) -> Role:
    name = "target" if hit.verb.form.passive else hit.cls.subject
    return Role.SOURCE if name == "envoy" else Role(name)


def _without_subject(sentence: Sentence, hit: Hit) -> bool:
    verb = hit.verb
    if verb.form.pos is not Pos.VERB or verb.form.passive or verb.first > _OPENING or comes_about(verb):
        return False
    if verb.first == 1 and sentence.key(0).lstrip("و") not in grammar().goes_on:
        return False
    behind = verb.last + 1
    while behind < len(sentence.words) and any(
        timex.start <= sentence.words[behind].start < timex.end for timex in sentence.timexes
    ):
        behind += 1
    carried = behind == hit.first and hit.light is not None
    return (
        carried
        or behind == verb.complement
        or takes_object_pronoun(sentence, verb)
        or opens_complement(sentence, behind)
    )


def _subject_before(sentence: Sentence, hit: Hit, before: Sequence[Callable[[], Sentence]]) -> Mention | None:
    for make in reversed(before[-_BACK:]):
        earlier = make()
        verb = next((h for h in earlier.hits if h.verb.form.pos is Pos.VERB), None)
        if verb is None or verb.verb.first > _DATELINE:
            return None
        mention = _main_subject(earlier, verb)
        if mention is not None:
            fits = can_be_subject(sentence, hit.verb, mention, behind=False)
            return mention if fits and mention.sector != "media" else None
        if not _without_subject(earlier, verb):
            return None
    return None


def _main_subject(sentence: Sentence, hit: Hit) -> Mention | None:
    role = _role(hit)
    parts = arguments(sentence, hit, range(len(sentence.words))).parts
    doers = [part.mention for part in parts if part.role in (role, Role.MEDIATOR)]
    one = len(doers) == 1 and doers[0].kind in _CARRIED
    return doers[0] if one else None
