"""Which happening a date is the date of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.arabic import strip_clitics
from core.events.grammar import grammar
from core.events.triggers import Pos

if TYPE_CHECKING:
    from core.events.sentence import Sentence
    from core.events.triggers import Hit
    from core.model import Timex

# A date looks no further than this for its happening when its own clause has none.
_REACH = 14


@dataclass(frozen=True, slots=True)
class Attachment:
    """A date, the happening it dates, and how that was seen."""

    timex: Timex
    hit: Hit | None
    rule: str
    since: bool = False
    """The date opens a span that still runs («منذ عام 2014»), and no happening stands at its opening."""


def attach(sentence: Sentence) -> tuple[Attachment, ...]:
    """Give each date of a sentence its happening.

    Rules, the first that finds one wins: a further item of a list shares its first item's; a date that opens
    its clause looks forward; any other looks back in its clause, then forward in it, then further back, then
    further on.
    """
    found: list[Attachment] = []
    for number, timex in enumerate(sentence.timexes):
        previous = found[number - 1] if number else None
        if previous is not None and _listed(sentence, previous.timex, timex):
            found.append(Attachment(timex, previous.hit, "list", previous.since))
        else:
            found.append(_attach_one(sentence, timex))
    return tuple(found)


def _listed(sentence: Sentence, first: Timex, second: Timex) -> bool:
    between = sentence.paragraph.text[first.end : second.start].strip(" ،,")
    return between in ("", "و", "أو", "ثم", "وعام", "و عام") and second.start - first.end <= 6


def _attach_one(sentence: Sentence, timex: Timex) -> Attachment:
    first = sentence.word_at(timex.start)
    last = sentence.word_at(timex.end - 1)
    clause = sentence.clause_of(first)
    words = sentence.clause_range(clause)
    hits = [hit for hit in sentence.hits if not _aside(sentence, hit, last)]
    since = _opens_span(sentence, first)
    inside = [hit for hit in hits if hit.first in words]
    before = [hit for hit in inside if hit.last < first]
    after = [hit for hit in inside if hit.first > last]
    if _leads(sentence, words.start, first):
        onward = [hit for hit in hits if hit.first > last]
        parenthetical = last + 1 >= words.stop and clause > 0
        said = [hit for hit in hits if hit.last < first and hit.first >= first - _REACH]
        if parenthetical and said and not _joined(sentence, words.start):
            return Attachment(timex, _main(said, sentence, first), "apposed", since)
        if onward:
            return Attachment(timex, _first_main(onward), "leads", since)
        if said:
            return Attachment(timex, said[-1], "follows", since)
        return Attachment(timex, None, "alone", since)
    if before:
        return Attachment(timex, before[-1], "governed", since and not _adjacent_noun(before[-1], first))
    if after and after[0].first - last <= _REACH:
        return Attachment(timex, after[0], "precedes", since)
    back = [hit for hit in hits if first - _REACH <= hit.last < first]
    if back:
        return Attachment(timex, back[-1], "carried back", since)
    onward = [hit for hit in hits if last < hit.first <= last + _REACH]
    return Attachment(timex, onward[0] if onward else None, "carried on" if onward else "alone", since)


def _aside(sentence: Sentence, hit: Hit, until: int) -> bool:
    """Tell a noun that is a circumstance; but a noun between «بعد» and its date is what the date is of."""
    if hit.form.pos is not Pos.NOUN or hit.light is not None:
        return False
    previous = sentence.key(hit.first - 1)
    return previous in grammar().circumstance or (previous in grammar().temporal and hit.first > until)


def _leads(sentence: Sentence, start: int, first: int) -> bool:
    """Tell whether nothing but function words stands between the opening of the clause and the date."""
    return all(
        sentence.key(index) in grammar().openers or sentence.key(index).isdigit()
        for index in range(start, first)
    )


def _joined(sentence: Sentence, index: int) -> bool:
    """Tell whether a clause is opened by «و» or «ف», so that it begins something new."""
    return sentence.key(index)[:1] in ("و", "ف") and sentence.key(index) != "في"


def _first_main(onward: list[Hit]) -> Hit:
    """Prefer, of the happenings after a leading date, a verb close behind the first to a bare noun."""
    first = onward[0]
    for hit in onward[1:3]:
        weaker = first.cls.priority < hit.cls.priority or (
            first.cls.plover is None and hit.cls.plover is not None
        )
        if weaker and hit.first - first.last <= 4 and hit.form.pos is Pos.VERB:
            return hit
    return first


def _main(said: list[Hit], sentence: Sentence, first: int) -> Hit:
    """Of what stands before a date between commas, take the verb that its clause hangs on."""
    clause = sentence.clause_of(first) - 1
    near = [hit for hit in said if sentence.clause_of(hit.first) == clause]
    verbs = [hit for hit in near or said if hit.verb.form.pos is Pos.VERB]
    return verbs[-1] if verbs else said[-1]


def _opens_span(sentence: Sentence, first: int) -> bool:
    window = [sentence.key(first - 1), sentence.key(first - 2), sentence.key(first)]
    return any(rest == "منذ" for key in window for _, rest in strip_clitics(key or "-"))


def _adjacent_noun(hit: Hit, first: int) -> bool:
    """Tell whether a noun stands between «منذ» and the date («منذ اندلاع الحرب عام 1998»)."""
    return hit.form.pos is Pos.NOUN and first - hit.last <= 4
