"""The lines of the form: what is said of an event now, and what the program had read where that is other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from core.model import Actor, Place, Status
from tui.correcting.words import cameo_word, kind_word, plover_word, role_word
from tui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from core.model import Event

Part = Actor | Place


class Field(StrEnum):
    """What a line is about."""

    DATE = "date"
    CATEGORY = "category"
    CAMEO = "cameo"
    ACTOR = "actor"
    MORE_ACTORS = "more actors"
    PLACE = "place"
    MORE_PLACES = "more places"
    KIND = "kind"
    ACCEPT = "accept"
    AS_READ = "as read"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the form."""

    field: Field
    label: str
    """What it is, in the language of the screen."""
    value: str = ""
    """What is said, in the words of the screen; empty where nothing is, or no longer."""
    read: str | None = None
    """What the program had read, where that is other; empty where it had read nothing. None: the same."""
    part: Part | None = None
    """The actor or the place, of lines that are about one; of one that was taken away as it was read."""

    @property
    def theirs(self) -> bool:
        """Whether it is the person's."""
        return self.read is not None

    @property
    def removed(self) -> bool:
        """Whether it is a part that was read, and that the person took away."""
        return self.part is not None and not self.value

    @property
    def written(self) -> bool:
        """Whether something is written on it, as against done by it."""
        return self.field not in (Field.ACCEPT, Field.AS_READ)


def lines_of(event: Event, read: Event | None) -> tuple[Line, ...]:
    """Return the lines of the form of an event.

    Args:
        event: as it stands.
        read: as the program read it; None for an event of the person's own.
    """
    return tuple(_lines(event, read))


def _lines(now: Event, read: Event | None) -> Iterator[Line]:
    yield _plain(Field.DATE, tr("date"), now, read, lambda event: event.date.edtf or "")
    yield _plain(Field.CATEGORY, tr("category"), now, read, _category)
    yield _plain(Field.CAMEO, tr("CAMEO code"), now, read, _cameo)
    yield from _parts(Field.ACTOR, now.actors, read.actors if read else ())
    yield Line(Field.MORE_ACTORS, tr("+ actor"))
    yield from _parts(Field.PLACE, now.places, read.places if read else ())
    yield Line(Field.MORE_PLACES, tr("+ place"))
    yield _plain(Field.KIND, tr("kind"), now, read or now, lambda event: kind_word(event.kind))
    if read is not None:
        accepted = tr("accepted by you") if now.status is Status.ACCEPTED else ""
        yield Line(Field.ACCEPT, tr("accept it as it is"), accepted)
        yield Line(Field.AS_READ, tr("back to what was read"))


def _plain(field: Field, label: str, now: Event, read: Event | None, said: Callable[[Event], str]) -> Line:
    value, was = said(now), said(read) if read else ""
    return Line(field, label, value, None if was == value else was)


def _category(event: Event) -> str:
    return plover_word(event.category) if event.category else ""


def _cameo(event: Event) -> str:
    return cameo_word(event.cameo) if event.cameo else ""


def _parts(field: Field, now: Sequence[Part], read: Sequence[Part]) -> Iterator[Line]:
    """Yield those that there are now, then those that were taken away."""
    before = matched(now, read)
    for part, other in zip(now, before, strict=True):
        was = None if other is not None and _said(other) == _said(part) else _line(other) if other else ""
        yield Line(field, role_word(part.role), part.text, was, part)
    for other in read:
        if not any(other is one for one in before):
            yield Line(field, role_word(other.role), "", other.text, other)


def matched(now: Sequence[Part], read: Sequence[Part]) -> list[Part | None]:
    """Return for each part what it was read as: the same, or else what was read in the same place or words.

    None where it was not read at all.
    """
    left = list(read)
    result: list[Part | None] = [None] * len(now)
    alike: tuple[Callable[[Part, Part], bool], ...] = (
        lambda one, other: _said(one) == _said(other) and one.span == other.span,
        lambda one, other: one.span.overlaps(other.span),
        lambda one, other: one.text == other.text,
    )
    for are_alike in alike:
        for at, part in enumerate(now):
            other = next((one for one in left if are_alike(one, part)), None)
            if result[at] is None and other is not None:
                result[at] = other
                left.remove(other)
    return result


def _said(part: Part) -> tuple[str, str]:
    return part.role.value, part.text


def _line(part: Part) -> str:
    return f"{role_word(part.role)}: {part.text}"
