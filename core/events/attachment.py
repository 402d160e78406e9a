"""Which happening a date is the date of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.arabic import fold_key, strip_clitics
from core.events.agreement import takes_object_pronoun
from core.events.grammar import grammar
from core.events.links import is_stage
from core.events.triggers import Pos, lexicon
from core.model import Plover

if TYPE_CHECKING:
    from core.events.sentence import Sentence
    from core.events.triggers import Hit
    from core.model import Timex

# A date looks no further than this for its happening when its own clause has none.
_REACH = 14
_CLOSE = 3
# Words of dates that begin like «و» or «ف» and join nothing.
_NOT_JOINED = frozenset(("في", "فجر", "فبراير", "فيفري", "وقت"))


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

    A further item of a list shares its first item's; a date whose own words name a happening («غداة لقاء …»)
    has that; else the first rule that finds one wins.
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
    own = [hit for hit in sentence.hits if timex.span.contains(hit.span)]
    if own:
        return Attachment(timex, own[-1], "inside")
    place = _Place(sentence, timex)
    for rule in (_participle, _counted_from, _leading, _relative, _governed, _preceding, _further):
        found = rule(place)
        if found is not None:
            since = place.since and not (rule is _governed and _adjacent_noun(found, place.first))
            return Attachment(timex, found, rule.__name__.lstrip("_"), since)
    held = _meeting_beside(sentence, place)
    return Attachment(timex, held, "beside" if held else "alone", place.since)


class _Place:
    """Where a date stands among the happenings of its sentence."""

    def __init__(self, sentence: Sentence, timex: Timex) -> None:
        self.sentence = sentence
        self.first = sentence.word_at(timex.start)
        self.last = sentence.word_at(timex.end - 1)
        self.clause = sentence.clause_of(self.first)
        self.words = sentence.clause_range(self.clause)
        self.hits = [
            hit
            for hit in sentence.hits
            if not _aside(sentence, hit, self.first, self.last)
            and not _quoted_past(sentence, hit, self.first)
        ]
        self.since = _opens_span(sentence, self.first)

    @property
    def before(self) -> list[Hit]:
        """Happenings whose verb, or else noun, stands before the date; nearest last."""
        return sorted((hit for hit in self.hits if hit.verb.last < self.first), key=self._near_end)

    @property
    def onward(self) -> list[Hit]:
        """Happenings that begin after the date."""
        return [hit for hit in self.hits if hit.verb.first > self.last]

    def _near_end(self, hit: Hit) -> int:
        return hit.last if hit.last < self.first else hit.verb.last


def _participle(place: _Place) -> Hit | None:
    """«المجتمعين يوم 5 مايو»: what was done or held at the date that stands behind."""
    return next((h for h in place.hits if h.form.dated and 0 < place.first - h.last <= _CLOSE), None)


def _counted_from(place: _Place) -> Hit | None:
    """«غداة تحرير المدينة»: the date is counted from what the next word names."""
    if place.sentence.keys_without_clitics(place.last) & grammar().temporal:
        return next((hit for hit in place.sentence.hits if hit.first == place.last + 1), None)
    return None


def _leading(place: _Place) -> Hit | None:
    """A date that opens its clause: of what follows, unless it only interrupts what came before."""
    sentence = place.sentence
    if not all(
        sentence.key(index) in (grammar().openers | grammar().that) or sentence.key(index).isdigit()
        for index in range(place.words.start, place.first)
    ):
        return None
    onward, before = place.onward, place.before
    if place.clause > 0 and not _joined(sentence, place.words.start) and before:
        left = sentence.key(place.last + 1) in grammar().breaks
        soon = (
            not left
            and onward
            and onward[0].verb.form.pos is Pos.VERB
            and onward[0].verb.first - place.last <= 2
            and not _goes_on(sentence, onward[0])
            and not _may_be_noun(sentence, onward[0])
            and not (
                before[-1].cls.reporting
                and any(
                    sentence.key(at) in grammar().that for at in range(place.last + 1, onward[0].verb.first)
                )
            )
        )
        if not soon:
            return _main(before, sentence, place)
    if onward:
        return _first_main(onward)
    return before[-1] if before else None


def _relative(place: _Place) -> Hit | None:
    """«عام 1998 عندما اندلعت الحرب»: the date is of what its own clause goes on to tell."""
    sentence = place.sentence
    if sentence.key(place.last + 1) in grammar().when:
        return next((hit for hit in place.onward if hit.verb.first - place.last <= 4), None)
    # «القمة التي عقدت الثلاثاء»: the relative clause has no happening but the noun before it.
    if sentence.key(place.words.start) in grammar().relatives:
        inside = [
            hit
            for hit in place.before
            # «الانقلاب الذي شهدته X عام …»: the verb only says where.
            if hit.verb.first in place.words and not (is_stage(hit) and takes_object_pronoun(sentence, hit))
        ]
        noun = [
            hit for hit in sentence.hits if hit.last < place.words.start and place.words.start - hit.last <= 4
        ]
        if not inside and noun:
            return noun[-1]
    return None


def _governed(place: _Place) -> Hit | None:
    """A date behind a happening of its clause, unless this only describes somebody or some place.

    «قتلوا في المدينة التي يسيطر عليها X أمس»: what lasts has no day.
    """
    found = _nearest(place)
    relative = place.sentence.key(place.words.start) in grammar().relatives
    if found is None or not relative or found.form.pos is not Pos.VERB or found.tense != "present":
        return found
    outside = [hit for hit in place.before if hit.verb.first < place.words.start and hit.cls.plover]
    return outside[-1] if outside else found


def _nearest(place: _Place) -> Hit | None:
    """Of the happenings before a date in its clause take the nearest, but a verb rather than a mere topic."""
    inside = [hit for hit in place.before if hit.verb.first in place.words]
    if not inside:
        return None
    nearest = inside[-1]
    if nearest.verb.form.pos is Pos.VERB or _temporal_noun(place.sentence, nearest):
        return nearest
    verbs = [hit for hit in inside if hit.verb.form.pos is Pos.VERB and hit.cls.plover is not None]
    weak = nearest.cls.plover is None or nearest.cls.priority < 0 or place.first - nearest.last > 4
    # «قتل X في غارة أمس»: what somebody suffers or does, rather than where.
    within = place.sentence.key(nearest.first - 1) in grammar().within
    if verbs and (weak or (within and verbs[-1].cls.plover is nearest.cls.plover)):
        return verbs[-1]
    said = inside[-2] if weak and len(inside) > 1 else None
    # «وصف الاتفاق أمس بأنه …»: the date is of the saying.
    if said is not None and said.cls.reporting and nearest.cls.priority < 0 and said.form.pos is Pos.VERB:
        return said
    return nearest


def _preceding(place: _Place) -> Hit | None:
    """A date before a happening of its clause («أمس وصل …»)."""
    return next((hit for hit in place.onward if hit.verb.first in place.words), None)


def _further(place: _Place) -> Hit | None:
    """Failing all, the nearest happening back, then on, within reach."""
    back = [hit for hit in place.before if hit.last >= place.first - _REACH]
    onward = [hit for hit in place.onward if hit.verb.first <= place.last + _REACH]
    return back[-1] if back else onward[0] if onward else None


def _meeting_beside(sentence: Sentence, place: _Place) -> Hit | None:
    """«خلال زيارة الوزير اليوم»: a date with nothing else to date is of the meeting at which."""
    inside = [
        hit
        for hit in sentence.hits
        if hit.form.pos is Pos.NOUN
        and (hit.cls.plover is Plover.CONSULT or hit.cls.reporting)
        and hit.first in place.words
        and hit.last < place.first
        and sentence.keys_without_clitics(hit.first - 1) & grammar().at_meeting
    ]
    return inside[-1] if inside else None


def _temporal_noun(sentence: Sentence, hit: Hit) -> bool:
    """Tell a noun that a word of time ties to its date («منذ الغزو عام 2001»)."""
    return bool(sentence.keys_without_clitics(hit.first - 1) & (grammar().temporal | grammar().cause))


def _aside(sentence: Sentence, hit: Hit, first: int, last: int) -> bool:
    """Tell a noun that is a circumstance; but «بعد» or «بسبب» and a noun may be what a date is of."""
    if hit.form.pos is not Pos.NOUN or hit.light is not None:
        return False
    words = grammar()
    previous = sentence.keys_without_clitics(hit.first - 1)
    if previous & words.circumstance or (hit.form.owned and "في" in previous):
        return True  # «اعتمد المجلس في اجتماعه أمس …»
    if previous & (words.temporal | words.cause):
        apart = previous & words.cause and sentence.clause_of(hit.first) != sentence.clause_of(first)
        return hit.first > last or bool(apart)
    feared = previous | (sentence.keys_without_clitics(hit.first - 2) if "من" in previous else set())
    return bool(feared & words.feared) or _likened(sentence, hit)


def _likened(sentence: Sentence, hit: Hit) -> bool:
    """Tell «كغزو العراق», which is only an instance of what is spoken of."""
    return sentence.key(hit.first).startswith("ك") and not fold_key(hit.form.lemma).startswith("ك")


def _quoted_past(sentence: Sentence, hit: Hit, first: int) -> bool:
    """Tell a verb of saying that a later date is not of, for «إن» or a quotation mark stands between them."""
    if not hit.cls.reporting or hit.light is not None or hit.last >= first:
        return False
    if any(sentence.key(index) in grammar().that for index in range(hit.last + 1, first)):
        return True
    between = sentence.paragraph.text[hit.span.end : sentence.words[first].start]
    return between.count('"') % 2 == 1 or between.count("«") > between.count("»")


def _may_be_noun(sentence: Sentence, hit: Hit) -> bool:
    """Tell «دانت المنظمة، أمس، قصف المدينة»: a word that is written like its own verb."""
    key = sentence.key(hit.verb.first)
    return any(form.pos is Pos.NOUN for form in lexicon().get(key, ()))


def _goes_on(sentence: Sentence, hit: Hit) -> bool:
    """Tell «اقتحم متظاهرون المبنى، الجمعة، وأضرموا …»: «و» and a further verb."""
    lemma = fold_key(hit.verb.form.lemma)
    return sentence.key(hit.verb.first).startswith("وو" if lemma.startswith("و") else "و")


def _joined(sentence: Sentence, index: int) -> bool:
    """Tell whether a clause is opened by «و» or «ف», so that it begins something new."""
    return sentence.key(index)[:1] in ("و", "ف") and sentence.key(index) not in _NOT_JOINED


def _first_main(onward: list[Hit]) -> Hit:
    """Prefer, of the happenings after a leading date, a verb close behind the first to a bare noun."""
    first = onward[0]
    if first.cls.reporting:
        return first
    for hit in onward[1:3]:
        weaker = (
            first.cls.priority < hit.cls.priority
            or (first.cls.plover is None and hit.cls.plover is not None)
            or (first.cls.priority < 0 and first.verb.form.pos is Pos.NOUN)
        )
        if weaker and hit.first - first.last <= 4 and hit.form.pos is Pos.VERB:
            return hit
    return first


def _main(before: list[Hit], sentence: Sentence, place: _Place) -> Hit:
    """Of what stands before an interrupting date, take the verb that the sentence hangs on."""
    near = [hit for hit in before if sentence.clause_of(hit.verb.first) == place.clause - 1]
    verbs = [hit for hit in near if hit.verb.form.pos is Pos.VERB] or [
        hit for hit in before if hit.verb.form.pos is Pos.VERB
    ]
    return verbs[-1] if verbs else before[-1]


def _opens_span(sentence: Sentence, first: int) -> bool:
    window = [sentence.key(first - 1), sentence.key(first - 2), sentence.key(first)]
    return any(rest == "منذ" for key in window for _, rest in strip_clitics(key or "-"))


def _adjacent_noun(hit: Hit, first: int) -> bool:
    """Tell whether a noun stands between «منذ» and the date («منذ الغزو عام 2001»)."""
    return hit.form.pos is Pos.NOUN and first - hit.last == 1 and hit.first < first
