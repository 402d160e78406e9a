"""What a person says of an event: data, kept apart from what was extracted."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - fields are resolved at run time by the codec
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from core.model import Actor, Event, EventKind, Place, Plover, Span, Status

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class GivenDate:
    """A date as a person gave it; `core.judgement.dating.given_date` makes one of what was typed."""

    edtf: str
    """EDTF level 1."""
    first: dt.date | None
    """First day, inclusive; null: open."""
    last: dt.date | None
    typed: str
    """The words as they were typed."""
    on: dt.date | None = None
    """The day on which it was given."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A correction: only what a person changed; null is as extracted."""

    date: GivenDate | None = None
    category: Plover | None = None
    cameo: str | None = None
    kind: EventKind | None = None
    actors: tuple[Actor, ...] | None = None
    """All of them, with their exact words in the event's paragraph (`core.judgement.parts.read_part`)."""
    places: tuple[Place, ...] | None = None

    def __bool__(self) -> bool:
        """Whether anything is changed."""
        return self != _UNCHANGED

    def fields(self) -> Iterator[Aspect]:
        """Yield what is changed, in the order of the fields."""
        if self.date is not None:
            yield Aspect.DATE
        if self.category is not None:
            yield Aspect.CATEGORY
        if self.cameo is not None:
            yield Aspect.CAMEO
        if self.kind is not None:
            yield Aspect.KIND
        if self.actors is not None:
            yield Aspect.ACTORS
        if self.places is not None:
            yield Aspect.PLACES


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that a person says of one event; the default says nothing.

    To say something more is `replace(said, marked=True)`.
    """

    marked: bool = False
    note: str | None = None
    status: Status = Status.AUTO
    """`ACCEPTED`, `HIDDEN`, or `AUTO`; an event with an `edit` is shown as `EDITED` unless it is hidden."""
    edit: Edit | None = None

    def __post_init__(self) -> None:
        """Know each thing in one form only: an empty note is none, `EDITED` follows from `edit`."""
        if self.note is not None and not self.note.strip():
            object.__setattr__(self, "note", None)
        if self.edit is not None and not self.edit:
            object.__setattr__(self, "edit", None)
        if self.status is Status.EDITED:
            object.__setattr__(self, "status", Status.AUTO)

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return self != _NOTHING

    @property
    def hidden(self) -> bool:
        """Whether the event is to leave the timeline."""
        return self.status is Status.HIDDEN


_UNCHANGED = Edit()
_NOTHING = Judgement()


@dataclass(frozen=True, slots=True)
class Added:
    """An event that a person adds from a stretch of one paragraph of an article."""

    paragraph: int
    """0-based among the non-empty lines."""
    span: Span
    """The words that tell of it, in code points of the paragraph; not empty."""
    date: GivenDate | None = None
    category: Plover | None = None
    cameo: str | None = None
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    note: str | None = None


class Aspect(StrEnum):
    """What a step changed of what is said of an event."""

    MARK = "mark"
    NOTE = "note"
    HIDING = "hiding"
    ACCEPTANCE = "acceptance"
    DATE = "date"
    CATEGORY = "category"
    CAMEO = "cameo"
    KIND = "kind"
    ACTORS = "actors"
    PLACES = "places"
    ADDITION = "addition"
    """The event is the person's own; it came, or went."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was said, or taken back: what a screen tells of it."""

    event: str
    """`Event.id`."""
    document: bytes
    """`core.model.identity.document_key` of its article."""
    before: Judgement | None
    """What was said; null: an own event that was not there."""
    after: Judgement | None
    """What is said now; null: an own event that is no longer there."""
    summary: str = ""
    """The event in a line: its date and its English summary, or its words."""

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """What is other than it was, the first first."""
        return tuple(_differences(self.before, self.after))

    @property
    def reversed(self) -> Step:
        """The step back."""
        return replace(self, before=self.after, after=self.before)

    def __str__(self) -> str:
        """Say in English what was done: `date of 2021-05-03 …`."""
        return f"{', '.join(self.aspects) or 'nothing'} of {self.summary or self.event}"


def _differences(before: Judgement | None, after: Judgement | None) -> Iterator[Aspect]:
    if before is None or after is None:
        yield Aspect.ADDITION
        return
    if before.marked != after.marked:
        yield Aspect.MARK
    if before.note != after.note:
        yield Aspect.NOTE
    if before.hidden != after.hidden:
        yield Aspect.HIDING
    elif before.status is not after.status:
        yield Aspect.ACCEPTANCE
    one, other = before.edit or _UNCHANGED, after.edit or _UNCHANGED
    for aspect in dict.fromkeys((*one.fields(), *other.fields())):
        if getattr(one, aspect.value) != getattr(other, aspect.value):
            yield aspect


@dataclass(frozen=True, slots=True)
class Told:
    """What a judgement was said of, so that it finds its event again whatever later rules call it."""

    event: Event
    """As it was extracted, or as the person added it; without its article."""
    offset: int
    """Where its paragraph begins in the text of the article."""


@dataclass(frozen=True, slots=True)
class Said:
    """A judgement as it is kept."""

    number: int
    document: bytes
    """`core.model.identity.document_key`."""
    event: str
    """`Event.id` as it was when it was last judged."""
    judgement: Judgement
    told: Told
    own: bool = False
    """Whether the event is one that the person added."""
