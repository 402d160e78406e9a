"""An article made ready for the library: rows, records, folded words. Made where it is analysed."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.library.codec import encode_event, encode_structure
from core.library.words import indexed, indexed_lines, sentence_words
from core.model.identity import document_key, is_titled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.model import Actor, Analysis, Document, Event, Place, PlaceRole, Role

_COMPRESSION = 4
"""Of zlib: for Arabic a tenth larger than the best, at a third of the time."""


class Entity(NamedTuple):
    """A row of `entity` and the names that lead to it."""

    id: int
    identity: str | None
    name_ar: str | None
    name_en: str | None
    code: str | None
    text: str
    names: tuple[str, ...]


class Part(NamedTuple):
    """Who or where takes part in which event of the article, and how."""

    entity: int
    ordinal: int
    role: str


class IssueRow(NamedTuple):
    """What an event of the article is about."""

    issue: str
    ordinal: int


class ConflictRow(NamedTuple):
    """Two events of the article that disagree."""

    ordinal: int
    other: int
    field: str
    detail: str


class EventRow(NamedTuple):
    """A row of `event`; days are ordinals, `same_as` an ordinal of the same article."""

    ordinal: int
    key: str
    kind: str
    category: str | None
    cameo: str | None
    first: int | None
    last: int | None
    paragraph: int
    trigger_start: int
    first_word: int
    end_word: int
    same_as: int | None
    status: str
    record: str


class DocumentRow(NamedTuple):
    """A row of `document`, but for its number and its analysis."""

    key: bytes
    name: str
    title: str | None
    titled: bool
    outlet: str | None
    published: str | None
    uri: str | None
    length: int
    text: bytes
    structure: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What an analysis found, as rows."""

    title: str | None
    structure: str
    events: tuple[EventRow, ...] = ()
    entities: tuple[Entity, ...] = ()
    actors: tuple[Part, ...] = ()
    places: tuple[Part, ...] = ()
    issues: tuple[IssueRow, ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An article, and what was found in it."""

    document: DocumentRow
    title_words: str
    """Those of the title (`indexed`), where the file declares it; else it stands in the text."""
    words: str
    """Those of the text."""
    findings: Findings | None
    problem: str | None = None
    """Why nothing was found: the analysis broke down on it."""


def entry(document: Document, analysis: Analysis | None, problem: str | None = None) -> Entry:
    """Make an article ready.

    Args:
        document: the article.
        analysis: what was found in it; None where it was not or could not be analysed.
        problem: why it could not.
    """
    titled = is_titled(document)
    found = findings(analysis) if analysis else None
    row = DocumentRow(
        document_key(document),
        document.id,
        document.title,
        titled,
        document.outlet,
        document.published.isoformat() if document.published else None,
        document.uri,
        len(document.text),
        zlib.compress(_utf8(document.text), _COMPRESSION),
        found.structure if found else encode_structure(document),
    )
    return Entry(
        row,
        indexed(document.title) if titled and document.title else "",
        indexed_lines(paragraph.text for paragraph in document.paragraphs),
        found,
        problem,
    )


def findings(analysis: Analysis) -> Findings:
    """Return what was found in an article as rows."""
    events = analysis.events
    ordinals = {event.id: ordinal for ordinal, event in enumerate(events)}
    entities: dict[int, Entity] = {}
    actors = _parts(((n, a.role, actor_entity(a)) for n, e in enumerate(events) for a in e.actors), entities)
    places = _parts(((n, p.role, place_entity(p)) for n, e in enumerate(events) for p in e.places), entities)
    return Findings(
        analysis.document.title,
        encode_structure(analysis.document),
        tuple(
            _event_row(ordinal, event, ordinals, words)
            for ordinal, (event, words) in enumerate(
                zip(events, sentence_words(analysis.document, events), strict=True)
            )
        ),
        tuple(entities.values()),
        actors,
        places,
        tuple(_issues(events)),
        tuple(
            ConflictRow(ordinal, ordinals[conflict.event], conflict.field, conflict.detail)
            for ordinal, event in enumerate(events)
            for conflict in event.conflicts
            if conflict.event in ordinals
        ),
    )


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # JSON may bring half a surrogate pair


def _issues(events: Iterable[Event]) -> Iterable[IssueRow]:
    for ordinal, event in enumerate(events):
        for mention in event.mediation.issues if event.mediation else ():
            yield IssueRow(mention.issue.value, ordinal)


def _event_row(ordinal: int, event: Event, ordinals: dict[str, int], words: tuple[int, int]) -> EventRow:
    leader = ordinals.get(event.same_as[0]) if event.same_as else None
    first, last = event.date.start, event.date.end
    return EventRow(
        ordinal,
        event.id,
        event.kind.value,
        event.category.value if event.category else None,
        event.cameo,
        first.toordinal() if first else None,
        last.toordinal() if last else None,
        event.paragraph,
        event.trigger.span.start if event.trigger else 0,
        *words,
        leader if leader != ordinal else None,
        event.status.value,
        encode_event(event),
    )


# ---------------------------------------------------------------------------------------------- entities


def _parts(
    named: Iterable[tuple[int, Role | PlaceRole, Entity]], entities: dict[int, Entity]
) -> tuple[Part, ...]:
    """Return who takes part in what, each once a role, and keep who they are."""
    parts: dict[Part, None] = {}
    for ordinal, role, entity in named:
        entities[entity.id] = entity
        parts[Part(entity.id, ordinal, role.value)] = None
    return tuple(parts)


def actor_entity(actor: Actor) -> Entity:
    """Return the entity that an actor names; the same columns give the same number in any library."""
    others = (*actor.aliases, *actor.state)
    return _entity(actor.id, actor.name_ar, actor.name_en, actor.code, actor.text, others)


def place_entity(place: Place) -> Entity:
    """Return the entity that a place names."""
    identity = f"geonames/{place.geonameid}" if place.geonameid is not None else None
    return _entity(identity, place.name_ar, place.name_en, place.country, place.text, ())


@lru_cache(maxsize=1 << 13)
def _entity(
    identity: str | None,
    name_ar: str | None,
    name_en: str | None,
    code: str | None,
    text: str,
    aliases: tuple[str, ...],
) -> Entity:
    folded = folded_name(text)
    forms = (folded, *(folded_name(form) for form in (name_ar, name_en, identity, *aliases) if form))
    names = tuple(dict.fromkeys(form for form in forms if form))
    columns = (identity, name_ar, name_en, code, folded)
    digest = hashlib.blake2b(repr((columns, names)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return Entity(int.from_bytes(digest, "big") >> 1, *columns, names)


def folded_name(words: str) -> str:
    """Return the key under which a name is kept: its words folded, a space between two, and no other sign."""
    return indexed(" ".join(words.splitlines()))
