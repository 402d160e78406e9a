"""Document and dates → events."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from core.arabic import tokenise
from core.events.anchoring import (
    FollowOn,
    follow_on,
    lead_hit,
    leads_apart,
    may_follow_on,
    may_go_on_telling,
    may_point_back,
)
from core.events.arguments import arguments
from core.events.attachment import attach
from core.events.build import EventBuilder
from core.events.carried import with_carried
from core.events.dates import (
    following_date,
    further_date,
    heading_date,
    lead_date,
    own_date,
    pointed_back,
)
from core.events.further import FurtherAct, further_acts
from core.events.kinds import kind_of, points_back
from core.events.mentions import Introduced, read_mentions, with_recognised
from core.events.parts import Arguments
from core.events.scope import scope_of
from core.events.sentence import Sentence, make_sentence
from core.events.talks import taken_up
from core.events.triggers import Pos
from core.model import Basis, Event, EventKind, ParagraphKind, Timex, TimexType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from core.arabic import Tokenised
    from core.events.attachment import Attachment
    from core.events.mentions import Mention
    from core.events.triggers import Hit
    from core.model import Document, Paragraph, Span
    from core.morphology import Morphology, NameRecogniser

# The verb of a headline stands among its first words («الرئيس الأميركي يعلن …»).
_HEADLINE_VERB = 5
# Counted from the day of writing or from elsewhere: under a heading that is a date these date no entry.
_LOOSE = frozenset((Basis.DEICTIC, Basis.OFFSET, Basis.ANAPHORIC, Basis.PERIOD))
# So many dates with one entry each make a chronicle.
_CHRONICLE = 3
# So many paragraphs make a story.
_STORY = 3
# What happened longer before the day of writing is background, and nothing goes on from it.
_NEWS_DAYS = 14
_SOME_DAYS = 7
_MONTH_DAYS = 31
# EDTF's marks of doubt: «في 20 أكتوبر، بعد نحو 18 يوما من …» is one date, said twice.
_UNMARKED = str.maketrans("", "", "?~%")
_POINTS = frozenset((TimexType.DATE, TimexType.TIME))


def find_events(
    document: Document,
    timexes: Sequence[Sequence[Timex]],
    morphology: Morphology | None = None,
    recogniser: NameRecogniser | None = None,
) -> tuple[Event, ...]:
    """Find the dated happenings of an article.

    Args:
        document: the article.
        timexes: its dates, one sequence a paragraph, in the paragraph's offsets.
        morphology: what tells words apart that are written alike, where there is one.
        recogniser: what finds further names, where there is one.

    Returns:
        Events in the order of the text. Statements, states and follow-ons are told apart by `kind` and by the
        basis of their date, and kept.
    """
    reader = _Reader(EventBuilder(document), timexes, morphology, recogniser)
    for paragraph in document.paragraphs:
        reader.read(paragraph)
    return tuple(reader.events)


@dataclass(slots=True)
class _Reader:
    """Walks an article once, keeping what a later sentence may lean on."""

    builder: EventBuilder
    timexes: Sequence[Sequence[Timex]]
    morphology: Morphology | None = None
    recogniser: NameRecogniser | None = None
    events: list[Event] = field(default_factory=list)
    begun: bool = False
    """Whether the first paragraph of the story has been read."""

    heading: Paragraph | None = None
    last: Event | None = None
    """The event that a follow-on would lean on; none across a heading."""

    entries: list[int] = field(default_factory=list)
    """How many undated paragraphs stood under each heading so far."""

    introduced: Introduced = field(default_factory=Introduced)
    """Who was named so far: a surname or «الحركة» may stand for them later."""
    before: Sequence[Callable[[], Sentence]] = ()
    """How to make the sentences of the paragraph before the one that is read."""
    passed_over: list[Paragraph] = field(default_factory=list)
    """Paragraphs before this one in which nobody was looked for."""

    def read(self, paragraph: Paragraph) -> None:
        """Add the events of a paragraph."""
        if paragraph.kind is ParagraphKind.HEADING:
            self.heading, self.last = paragraph, None
            self.entries.append(0)
        if not paragraph.tells:
            return
        dates = tuple(timex for timex in self.timexes[paragraph.index] if timex.type in _POINTS)
        under = self._heading_date() if not dates or self._loosely_dated(paragraph, dates) else None
        leading = not self.begun and under is None and self._tells_news()
        self.begun = True
        if under is not None:
            self.entries[-1] += 1
            if self._past_the_chronicle():
                return
        text = tokenise(paragraph.text)
        going_on = (
            self._may_be_leant_on()
            and may_follow_on(text, sectioned=self.sectioned)
            and any(self._may_go_on(text, span, paragraph) for span in paragraph.sentences)
        )
        if not (dates or under or leading or going_on):
            self.passed_over.append(paragraph)  # Nothing can be dated here, so nobody is looked for yet.
            return
        mentions = self._mentions(text, paragraph)
        for number, span in enumerate(paragraph.sentences):
            dated = any(span.start <= timex.start < span.end for timex in dates)
            first = number == 0 and (leading or under is not None)
            if not (dated or first or self._may_go_on(text, span, paragraph)):
                continue  # Most sentences tell nothing that can be dated: nothing further is made of them.
            sentence = make_sentence(paragraph, text, span, mentions, dates, self.morphology)
            self.before = [
                partial(make_sentence, paragraph, text, earlier, mentions, dates, self.morphology)
                for earlier in paragraph.sentences[:number]
            ]
            if under is not None:
                self._add_under_heading(sentence, *under)
                return
            if dated:
                self._add_dated(sentence, leading=leading and first)
            elif first:
                self._add_lead(sentence)
            elif self.last is not None:
                found = follow_on(sentence, sectioned=self.sectioned)
                if found is not None and self._leads(found, paragraph):
                    self._add_follow_on(sentence, found, self.last)

    def _may_be_leant_on(self) -> bool:
        """Tell whether there is an event that others may follow on."""
        return self.last is not None and (self.sectioned or self._has_days(self.last))

    def _may_go_on(self, text: Tokenised, span: Span, paragraph: Paragraph) -> bool:
        """Tell cheaply whether an undated sentence may follow on the event before."""
        if self.last is None or not self._may_be_leant_on():
            return False
        keys = text.words.keys[text.within(span.start, span.end)]
        if not keys:
            return False
        if self.sectioned or may_point_back(keys):
            return True
        return self._is_news(self.last, paragraph) and may_go_on_telling(keys)

    def _mentions(self, text: Tokenised, paragraph: Paragraph) -> tuple[Mention, ...]:
        """Find who is named, knowing who was named before, be it where nothing is dated."""
        for earlier in self.passed_over:
            read_mentions(tokenise(earlier.text), self.introduced, self.morphology)
        self.passed_over.clear()
        found = read_mentions(text, self.introduced, self.morphology)
        if self.recogniser is None:
            return found
        named = with_recognised(paragraph.text, paragraph.sentences, found, self.recogniser)
        for mention in named:
            if mention not in found:
                self.introduced.add(mention)
        return named

    @property
    def sectioned(self) -> bool:
        """Whether the text stands under a heading."""
        return self.heading is not None

    # ---------------------------------------------------------------------------------------- three sources

    def _add_dated(self, sentence: Sentence, *, leading: bool = False) -> None:
        attachments = attach(sentence)
        own = [a.hit for a in attachments if a.hit is not None]
        if leading and leads_apart(sentence, own):
            self._add_lead(sentence)
        told: list[tuple[Attachment, EventKind]] = []
        seen: set[tuple[int | None, str | None]] = set()
        for attachment in attachments:
            hit, timex = attachment.hit, attachment.timex
            happening = (hit.first if hit else None, timex.edtf and timex.edtf.translate(_UNMARKED))
            if hit is not None and happening in seen:
                continue
            seen.add(happening)
            kind = kind_of(sentence, attachment)
            if kind is None:
                continue
            scope = scope_of(sentence, attachment, attachments)
            rivals = [rival for rival in own if hit is not None and rival.first != hit.first]
            args = self._arguments(sentence, hit, scope, rivals) if hit else Arguments()
            date = pointed_back(timex) if points_back(timex) else own_date(timex)
            self._keep(self.builder.build(sentence, hit, date, args, kind, timex))
            told.append((attachment, kind))
        for act in further_acts(sentence, told):
            self._add_further(sentence, act)

    def _add_further(self, sentence: Sentence, act: FurtherAct) -> None:
        args = arguments(sentence, act.hit, act.scope)
        if not args.parts or act.timex.edtf is None:
            return
        date = further_date(act, sentence.paragraph)
        self._keep(self.builder.build(sentence, act.hit, date, args, EventKind.EVENT, None), lead=False)

    def _loosely_dated(self, paragraph: Paragraph, dates: Sequence[Timex]) -> bool:
        """Tell the one sentence of a chronicle's entry whose dates count from elsewhere."""
        first = bool(self.entries) and self.entries[-1] == 0
        return first and len(paragraph.sentences) == 1 and all(timex.basis in _LOOSE for timex in dates)

    def _tells_news(self) -> bool:
        """Tell a story, which has more to it than a lead, with a known day of writing."""
        document = self.builder.document
        story = sum(paragraph.tells for paragraph in document.paragraphs) >= _STORY
        return story and document.published is not None and not self.sectioned

    def _leads(self, found: FollowOn, paragraph: Paragraph) -> bool:
        """Tell whether the event before can be what a sentence follows on.

        In a plain story it has a date of a day or some days, not a year told as background; and where no
        words point back at it, it is news of these days, told in this paragraph or the one above.
        """
        if self.sectioned:
            return True
        if self.last is None:
            return False
        if found.later:  # What comes after a stretch comes after its end.
            near = paragraph.index - self.last.paragraph <= 1
            return near and self._has_days(self.last, _MONTH_DAYS)
        if found.cue is not None:
            return self._has_days(self.last, _SOME_DAYS)
        return self._is_news(self.last, paragraph)

    def _has_days(self, event: Event, at_most: int = _MONTH_DAYS) -> bool:
        """Tell whether an event has a date of a day or of some days."""
        start, end = event.date.start, event.date.end
        return start is not None and end is not None and (end - start).days <= at_most

    def _is_news(self, event: Event, paragraph: Paragraph) -> bool:
        """Tell what was told a moment ago, and is of these days."""
        written, start = self.builder.document.published, event.date.start
        recent = written is None or (start is not None and abs((written - start).days) <= _NEWS_DAYS)
        return recent and paragraph.index - event.paragraph <= 1 and self._has_days(event, _SOME_DAYS)

    def _heading_date(self) -> tuple[Paragraph, Timex] | None:
        """Return the date that the heading above gives to what stands under it."""
        if self.heading is None:
            return None
        dates = [t for t in self.timexes[self.heading.index] if t.type is TimexType.DATE and t.edtf]
        covered = sum(t.end - t.start for t in dates)
        # A heading that is a date dates its section; one that holds a year among other words names a topic.
        return (self.heading, dates[0]) if len(dates) == 1 and covered * 2 > len(self.heading.text) else None

    def _past_the_chronicle(self) -> bool:
        """Tell what stands after the last entry of a chronicle that has one entry a date."""
        *earlier, current = self.entries
        return current > 1 and len(earlier) >= _CHRONICLE and max(earlier) == 1

    def _add_under_heading(self, sentence: Sentence, heading: Paragraph, timex: Timex) -> None:
        hit = _headline_hit(sentence)
        date = heading_date(heading, timex)
        scope = range(len(sentence.words))
        args = arguments(sentence, hit, scope) if hit else Arguments()
        self._keep(self.builder.build(sentence, hit, date, args, EventKind.EVENT, timex))

    def _add_lead(self, sentence: Sentence) -> None:
        """Date what the first sentence tells without a date: it is the news of the day of writing."""
        hit, day = lead_hit(sentence), self.builder.document.published
        if hit is None or day is None:
            return
        date = lead_date(day)
        args = arguments(sentence, hit, range(len(sentence.words)))
        self._keep(self.builder.build(sentence, hit, date, args, EventKind.EVENT, None))

    def _add_follow_on(self, sentence: Sentence, found: FollowOn, leader: Event) -> None:
        if leader.date.edtf is None:
            return
        date = following_date(sentence, found, leader)
        args = self._arguments(sentence, found.hit, range(len(sentence.words)))
        same = (leader.id,) if found.same else ()
        event = self.builder.build(sentence, found.hit, date, args, EventKind.EVENT, None, same)
        self._keep(event, lead=False)

    # --------------------------------------------------------------------------------------------- building

    def _arguments(self, sentence: Sentence, hit: Hit, scope: range, rivals: Sequence[Hit] = ()) -> Arguments:
        return with_carried(sentence, hit, arguments(sentence, hit, scope, rivals), self.before)

    def _keep(self, event: Event, *, lead: bool = True) -> None:
        event = taken_up(event, reversed(self.events))
        self.events.append(event)
        if lead and event.kind is EventKind.EVENT and event.date.edtf is not None:
            self.last = event


def _headline_hit(sentence: Sentence) -> Hit | None:
    """Of an entry under a date take what its first verb says, or says to have been done."""
    verbs = [hit for hit in sentence.hits if hit.verb.form.pos is Pos.VERB]
    first = verbs[0] if verbs and verbs[0].verb.first <= _HEADLINE_VERB else None
    done = [hit for hit in sentence.hits if not hit.cls.reporting]
    if first is not None and first.cls.reporting:
        return next((hit for hit in verbs if not hit.cls.reporting and hit.cls.plover is not None), first)
    coded = [hit for hit in done if hit.cls.plover is not None]
    return next(iter(coded or done or sentence.hits), None)
