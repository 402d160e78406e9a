"""A happening with its date, code and arguments → the Event of the record."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.events.coding import code
from core.events.incumbent import incumbent
from core.events.lexicon.states import known_as
from core.events.summary import summarise
from core.events.talks import mediation_of, with_names
from core.model import Actor, DocumentRef, Event, EventKind, Place, Trigger

if TYPE_CHECKING:
    from core.events.mentions.mention import Mention
    from core.events.parts import Arguments, Part, Setting
    from core.events.sentence import Sentence
    from core.events.triggers import Hit
    from core.model import Document, EventDate, Paragraph, Span, Timex


@dataclass(frozen=True)
class EventBuilder:
    """Makes the events of one article."""

    document: Document

    @cached_property
    def _ref(self) -> DocumentRef:
        document = self.document
        return DocumentRef(document.id, document.title, document.outlet, document.published, document.uri)

    @cached_property
    def _digest(self) -> bytes:
        return hashlib.blake2b(self.document.text.encode(), digest_size=16).digest()

    def build(
        self,
        sentence: Sentence,
        hit: Hit | None,
        date: EventDate,
        args: Arguments,
        kind: EventKind,
        timex: Timex | None,
        same_as: tuple[str, ...] = (),
    ) -> Event:
        """Code a happening and put its record together; a statement carries no code of what it speaks of."""
        paragraph = sentence.paragraph
        coded = code(sentence, hit, timex, args, self.document.published)
        actors = tuple(_actor(part, date) for part in coded.parts)
        places = tuple(_place(setting) for setting in args.settings)
        told = kind is not EventKind.REPORTING
        mediation = (
            with_names(mediation_of(sentence, hit, args.scope, coded.parts, coded.cameo), actors)
            if told and hit is not None
            else None
        )
        return Event(
            id=self._event_id(paragraph, date, hit),
            doc=self._ref,
            date=date,
            paragraph=paragraph.index,
            sentence=sentence.span,
            text=sentence.span.cut(paragraph.text),
            category=coded.category if told else None,
            trigger=Trigger(hit.span.cut(paragraph.text), hit.span, hit.form.lemma) if hit else None,
            mode=coded.mode if told else None,
            context=coded.context,
            cameo=coded.cameo if told else None,
            quad=coded.quad if told else None,
            aux=coded.aux,
            kind=kind,
            actors=actors,
            places=places,
            mediation=mediation,
            same_as=same_as,
            summary_en=summarise(hit.cls if hit else None, actors, places, coded.cameo, coded.aux, mediation),
            why=coded.why,
        )

    def _event_id(self, paragraph: Paragraph, date: EventDate, hit: Hit | None) -> str:
        """Name an event by what it was read from: the same words give the same id in any run or folder."""
        place = (self._digest, paragraph.start, _edges(date.span), _edges(hit.span if hit else None))
        return hashlib.blake2b(repr(place).encode(), digest_size=8).hexdigest()


def _actor(part: Part, date: EventDate) -> Actor:
    mention = part.mention
    person = incumbent(mention, date)
    if person is not None:
        office = mention.name_en
        return Actor(
            role=part.role,
            text=mention.text,
            span=mention.span,
            id=person.id,
            name_ar=person.name_ar,
            name_en=f"{office} ({person.name_en})" if office else person.name_en,
            code=mention.code,
            sector=mention.sector,
            aliases=tuple(dict.fromkeys((person.name_ar, *person.aliases))),
            state=_state(mention),
        )
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
        state=_state(mention),
    )


def _state(mention: Mention) -> tuple[str, ...]:
    """Return the names of the state that somebody is of; nothing for the state itself."""
    names = known_as(mention.country)
    return () if mention.id in names else names


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


def _edges(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None
