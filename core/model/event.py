"""A dated happening with its words, and all that one article says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.model.coding import Aux, EventKind, PlaceRole, Plover, Quad, Role, Status
from core.model.document import Document, DocumentRef, Span  # noqa: TC001 - fields are resolved at run time by whoever reads a record
from core.model.mediation import Mediation  # noqa: TC001 - fields are resolved at run time by whoever reads a record
from core.model.timex import EventDate, Timex  # noqa: TC001 - fields are resolved at run time by whoever reads a record

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names the happening."""

    text: str
    span: Span
    lemma: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with a part in an event, in the source's own words."""

    role: Role
    text: str
    span: Span
    id: str | None = None
    """Identity shared by all names of one actor; null when it is not in the lexicon."""
    name_ar: str | None = None
    name_en: str | None = None
    code: str | None = None
    """CAMEO actor code (a country's ISO 3166-1 alpha-3, with a role: EGYGOV)."""
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    """The state that somebody is of: its Arabic name, its English one, its identity. «الوفد الروسي» does not
    say «روسيا». Empty for a state itself, and where none is known."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere an event happens or heads for, in the source's own words."""

    role: PlaceRole
    text: str
    span: Span
    name_ar: str | None = None
    name_en: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


_HERE, _THERE = " here, ", " there"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another telling that disagrees, and on what."""

    event: str
    field: str
    detail: str
    """«HERE here, THERE there», in the words of both (`between`)."""

    @classmethod
    def between(cls, event: str, field: str, here: str, there: str) -> Conflict:
        """Make one of what this telling says, and what the other one does."""
        return cls(event, field, f"{here}{_HERE}{there}{_THERE}")

    @property
    def sides(self) -> tuple[str, str]:
        """What is said here, and what there: nothing where the detail does not tell the two apart."""
        here, parted, there = self.detail.partition(_HERE)
        return (here, there.removesuffix(_THERE)) if parted else (self.detail, "")


@dataclass(frozen=True, slots=True)
class Event:
    """One dated happening, every part pointing into its paragraph."""

    id: str
    doc: DocumentRef
    date: EventDate
    paragraph: int
    sentence: Span
    text: str
    """The sentence, exactly as in the source."""
    category: Plover | None
    trigger: Trigger | None
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    quad: Quad | None = None
    aux: Aux | None = None
    kind: EventKind = EventKind.EVENT
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    mediation: Mediation | None = None
    """Set for mediation and for negotiation between parties."""
    same_as: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    summary_en: str = ""
    why: str = ""
    """One English line: why this category (the rule and the words it fired on)."""
    status: Status = Status.AUTO
    note: str | None = None
    marked: bool = False
    """Whether a person has marked it."""
    own: bool = False
    """Whether a person added it: nothing of it was extracted."""

    def by_role(self, role: Role) -> Iterator[Actor]:
        """Yield the actors that play `role`, in the order of the text."""
        return (actor for actor in self.actors if actor.role is role)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one article says: its structure, its dates, its events."""

    document: Document
    timexes: tuple[tuple[Timex, ...], ...]
    """One tuple a paragraph, in order."""
    events: tuple[Event, ...] = field(default=())
    """In the order of the text."""
