"""Document and dates → events."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.events.anchoring import FollowOn, follow_on
from core.events.arguments import Arguments, arguments
from core.events.attachment import Attachment, attach
from core.events.coding import Code, code
from core.events.grammar import grammar
from core.events.mentions import find_mentions
from core.events.sentence import Sentence, make_sentence
from core.events.summary import summarise
from core.events.triggers import Pos
from core.model import (
    Actor,
    Anchor,
    AnchorKind,
    Basis,
    DocumentRef,
    Event,
    EventDate,
    EventKind,
    ParagraphKind,
    Place,
    Span,
    Timex,
    TimexType,
    Trigger,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.events.arguments import Part, Setting
    from core.events.triggers import Hit
    from core.model import Document, Paragraph



def find_events(document: Document, timexes: Sequence[Sequence[Timex]]) -> tuple[Event, ...]:
    """Find the dated happenings of an article.

    Args:
        document: the article.
        timexes: its dates, one sequence a paragraph, in the paragraph's offsets.

    Returns:
        Events in the order of the text. Statements, states and follow-ons are told apart by `kind` and by the
        basis of their date, and kept.
    """
    reader = _Reader(document, timexes)
    for paragraph in document.paragraphs:
        reader.read(paragraph)
    return tuple(reader.events)


@dataclass(slots=True)
class _Reader:
    """Walks an article once, keeping what a later sentence may lean on."""

    document: Document
    timexes: Sequence[Sequence[Timex]]
    events: list[Event] = field(default_factory=list)
    heading: Paragraph | None = None
    last: Event | None = None
    """The event that a follow-on would lean on; none across a heading."""

    def read(self, paragraph: Paragraph) -> None:
        """Add the events of a paragraph."""
        if paragraph.kind is ParagraphKind.HEADING:
            self.heading, self.last = paragraph, None
        if not paragraph.tells:
            return
        mentions = find_mentions(paragraph.text)
        dates = tuple(self.timexes[paragraph.index])
        sentences = [make_sentence(paragraph, span, mentions, dates) for span in paragraph.sentences]
        dated = any(sentence.timexes for sentence in sentences)
        if not dated and (under := self._heading_date()) is not None and sentences:
            self._add_under_heading(sentences[0], *under)
            return
        for sentence in sentences:
            if sentence.timexes:
                self._add_dated(sentence)
            elif self.last is not None:
                found = follow_on(sentence, sectioned=self.heading is not None)
                if found is not None:
                    self._add_follow_on(sentence, found, self.last)

    # ---------------------------------------------------------------------------------------- three sources

    def _add_dated(self, sentence: Sentence) -> None:
        attachments = attach(sentence)
        own = [a.hit for a in attachments if a.hit is not None]
        seen: set[tuple[int | None, str | None]] = set()
        for attachment in attachments:
            hit, timex = attachment.hit, attachment.timex
            happening = (hit.first if hit else None, timex.edtf)
            if hit is not None and happening in seen:
                continue
            seen.add(happening)
            scope = _scope(sentence, attachment, attachments)
            rivals = [rival for rival in own if hit is not None and rival.first != hit.first]
            args = arguments(sentence, hit, scope, rivals) if hit else Arguments()
            event = self._event(sentence, hit, _date(timex), args, _kind(attachment), timex)
            self._keep(event)

    def _heading_date(self) -> tuple[Paragraph, Timex] | None:
        """Return the date that the heading above gives to what stands under it."""
        if self.heading is None:
            return None
        dates = [t for t in self.timexes[self.heading.index] if t.type is TimexType.DATE and t.edtf]
        covered = sum(t.end - t.start for t in dates)
        # A heading that is a date dates its section; one that holds a year among other words names a topic.
        return (self.heading, dates[0]) if len(dates) == 1 and covered * 2 > len(self.heading.text) else None

    def _add_under_heading(self, sentence: Sentence, heading: Paragraph, timex: Timex) -> None:
        hit = next((h for h in sentence.hits if h.verb.form.pos is Pos.VERB), None) or next(
            iter(sentence.hits), None
        )
        assert timex.edtf is not None
        date = EventDate(
            timex.edtf,
            timex.first,
            timex.last,
            Basis.HEADING,
            f"the heading above says «{timex.text}»: {timex.reason}",
            anchor=Anchor(AnchorKind.HEADING, timex.edtf, timex.text, heading.index, timex.span),
        )
        scope = range(len(sentence.words))
        args = arguments(sentence, hit, scope) if hit else Arguments()
        self._keep(self._event(sentence, hit, date, args, _hit_kind(hit), timex))

    def _add_follow_on(self, sentence: Sentence, found: FollowOn, leader: Event) -> None:
        if leader.date.edtf is None:
            return
        words = found.cue.cut(sentence.paragraph.text) if found.cue else None
        told = f"«{leader.date.text}»" if leader.date.text else leader.date.edtf
        date = EventDate(
            leader.date.edtf,
            leader.date.start,
            leader.date.end,
            Basis.ANCHORED,
            f"no date of its own{f' («{words}»)' if words else ''}: it follows on the event of {told}",
            text=words,
            span=found.cue,
            anchor=Anchor(
                AnchorKind.EVENT, leader.date.edtf, leader.date.text, leader.paragraph, leader.date.span
            ),
        )
        args = arguments(sentence, found.hit, range(len(sentence.words)))
        same = (leader.id,) if found.same else ()
        self._keep(self._event(sentence, found.hit, date, args, EventKind.EVENT, None, same), lead=False)

    # --------------------------------------------------------------------------------------------- building

    def _keep(self, event: Event, *, lead: bool = True) -> None:
        self.events.append(event)
        if lead and event.kind is EventKind.EVENT and event.date.edtf is not None:
            self.last = event

    def _event(
        self,
        sentence: Sentence,
        hit: Hit | None,
        date: EventDate,
        args: Arguments,
        kind: EventKind,
        timex: Timex | None,
        same_as: tuple[str, ...] = (),
    ) -> Event:
        document, paragraph = self.document, sentence.paragraph
        coded = code(sentence, hit, timex, args, document.published)
        actors = tuple(_actor(part) for part in coded.parts)
        places = tuple(_place(setting) for setting in args.settings)
        return Event(
            id=_event_id(document, paragraph, date, hit),
            doc=DocumentRef(document.id, document.title, document.outlet, document.published, document.uri),
            date=date,
            paragraph=paragraph.index,
            sentence=sentence.span,
            text=sentence.span.cut(paragraph.text),
            category=coded.category if kind is not EventKind.REPORTING else None,
            trigger=Trigger(hit.span.cut(paragraph.text), hit.span, hit.form.lemma) if hit else None,
            mode=coded.mode,
            context=coded.context,
            cameo=coded.cameo if kind is not EventKind.REPORTING else None,
            quad=coded.quad if kind is not EventKind.REPORTING else None,
            aux=coded.aux,
            kind=kind,
            actors=actors,
            places=places,
            same_as=same_as,
            summary_en=_summary(hit, coded, actors, places),
            why=coded.why,
        )


def _summary(hit: Hit | None, coded: Code, actors: tuple[Actor, ...], places: tuple[Place, ...]) -> str:
    return summarise(hit.cls if hit else None, actors, places, coded.cameo, coded.aux)


def _kind(attachment: Attachment) -> EventKind:
    return EventKind.STATE if attachment.since else _hit_kind(attachment.hit)


def _hit_kind(hit: Hit | None) -> EventKind:
    return EventKind.REPORTING if hit is not None and hit.cls.reporting else EventKind.EVENT


def _date(timex: Timex) -> EventDate:
    return EventDate(
        timex.edtf, timex.first, timex.last, timex.basis, timex.reason, timex.text, timex.span, timex.anchor
    )


def _scope(sentence: Sentence, attachment: Attachment, attachments: Sequence[Attachment]) -> range:
    """Return the words that belong to a happening: from the one before it to the next one."""
    hit = attachment.hit
    if hit is None:
        return range(0)
    stop = len(sentence.words)
    for other in attachments:
        if other.hit is not hit and other.rule == "leads":
            opening = sentence.clause_range(sentence.clause_of(sentence.word_at(other.timex.start))).start
            if hit.last < opening:
                stop = min(stop, opening)
    for start in sentence.clause_starts:
        if hit.last < start < stop and _opens_another(sentence, hit, start):
            stop = start
    earlier = [a.hit.last for a in attachments if a.hit is not None and a.hit.last < hit.verb.first]
    return range(max(earlier) + 1 if earlier else 0, stop)


def _opens_another(sentence: Sentence, hit: Hit, start: int) -> bool:
    """Tell a clause that leaves the happening: «حيث …», or «و» + verb with a subject of its own."""
    if sentence.key(start) in grammar().breaks:
        return True
    verb = next((h for h in sentence.hits if h.verb.first == start and h.verb.form.pos is Pos.VERB), None)
    if verb is None or verb.first == hit.first:
        return False
    return any(sentence.word_at(m.span.start) == start + 1 and not m.prefix for m in sentence.mentions)


def _actor(part: Part) -> Actor:
    mention = part.mention
    return Actor(
        role=part.role,
        text=mention.text,
        span=mention.span,
        id=mention.id,
        name_ar=mention.name_ar,
        name_en=mention.name_en,
        code=mention.code,
        sector=mention.sector,
        aliases=mention.aliases,
    )


def _place(setting: Setting) -> Place:
    mention, geo = setting.mention, setting.mention.place
    return Place(
        role=setting.role,
        text=mention.text,
        span=mention.span,
        name_ar=geo.name_ar if geo else mention.name_ar,
        name_en=geo.name_en if geo else mention.name_en,
        country=geo.country if geo else None,
        lat=geo.lat if geo else None,
        lon=geo.lon if geo else None,
        geonameid=geo.geonameid if geo else None,
    )


def _event_id(document: Document, paragraph: Paragraph, date: EventDate, hit: Hit | None) -> str:
    """Name an event by what it was read from, so that the same words give the same id in any run or folder."""
    place = (document.text, paragraph.start, _edges(date.span), _edges(hit.span if hit else None))
    return hashlib.blake2b(repr(place).encode(), digest_size=8).hexdigest()


def _edges(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None
