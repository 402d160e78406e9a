"""What is written on a line of the form, read; and what a correction is once it is taken."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from core.arabic import fold_key
from core.codebook import typed_cameo, typed_category
from core.errors import MediationError
from core.judgement.dating import given_date
from core.judgement.parts import read_part, write_part
from core.judgement.saying import Edit, GivenDate
from core.model import Actor, EventKind, Place, Plover
from tui.correcting.lines import Field
from tui.correcting.words import cameo_word, kind_word, plover_word, role_word, weekday_word
from tui.language import spoken, tr

if TYPE_CHECKING:
    from core.judgement.saying import Judgement
    from core.model import Event
    from tui.correcting.lines import Line, Part

Value = GivenDate | Plover | EventKind | Actor | Place | str | None
"""A date, a category, a kind, a part, a CAMEO code; nothing, where nothing is written."""

_P = TypeVar("_P", Actor, Place)


async def read(line: Line, words: str, paragraph: str, event: Event | None) -> Value:
    """Read what is written on a line, without holding up the screen.

    Args:
        line: of the form.
        words: what is written.
        paragraph: the text of the event's paragraph.
        event: as it stands; None for one that is to be added.

    Raises:
        MediationError: it cannot be understood.
    """
    words = words.strip()
    if not words:
        return None
    if line.field is Field.DATE:  # The reader of dates is loaded with the first one: a third of a second.
        return await asyncio.to_thread(given_date, words, dt.date.today())
    if line.field is Field.CATEGORY:
        return typed_category(words.split()[0])
    if line.field is Field.CAMEO:
        return typed_cameo(words)
    if line.field is Field.KIND:
        return _kind(words)
    part = read_part(words, paragraph, event)
    wanted = Actor if line.field in (Field.ACTOR, Field.MORE_ACTORS) else Place
    if not isinstance(part, wanted):
        raise MediationError(f"«{words.partition(':')[0]}» is no role of {_WHAT[wanted]}")
    return part


_WHAT = {Actor: "an actor", Place: "a place"}


def _kind(words: str) -> EventKind:
    sought = fold_key(words)
    for kind in EventKind:
        if sought in (fold_key(kind.value), fold_key(kind_word(kind))):
            return kind
    raise MediationError(f"no such kind: «{words}»; {', '.join(EventKind)}")


def said_of(line: Line, value: Value) -> str:
    """Say what a value is, as it will stand in the form."""
    match value:
        case None:
            return tr("taken away") if line.part else tr("as it was read")
        case GivenDate():
            day = value.first if value.first == value.last else None
            return f"{value.edtf}, {weekday_word(day)}" if day else value.edtf
        case Plover():
            return plover_word(value)
        case EventKind():
            return kind_word(value)
        case Actor() | Place():
            return f"{role_word(value.role)}: {value.text}"
        case str():
            return cameo_word(value)


def typed_of(line: Line, event: Event | None) -> str:
    """Return what stands on a line when it is opened: as a person types it."""
    if line.part is not None:
        return write_part(line.part, spoken().value)
    if line.field is Field.CAMEO:
        return (event.cameo if event else None) or ""
    return line.value


def corrected(judgement: Judgement, line: Line, value: Value, now: Event, read: Event | None) -> Judgement:
    """Return a judgement with another value for a line of the form.

    Args:
        judgement: what was said so far.
        line: which line.
        value: what is said now; None as it was read, and of a part that it goes.
        now: the event as it stands.
        read: the event as the program read it; None for the person's own.
    """
    edit = judgement.edit or Edit()
    match line.field:
        case Field.DATE if value is None or isinstance(value, GivenDate):
            edit = replace(edit, date=value)
        case Field.CATEGORY if value is None or isinstance(value, Plover):
            edit = replace(edit, category=None if read and value is read.category else value)
        case Field.CAMEO if value is None or isinstance(value, str):
            as_read = read is not None and value == read.cameo and edit.category is None
            edit = replace(edit, cameo=None if as_read else value)
        case Field.KIND if value is None or isinstance(value, EventKind):
            edit = replace(edit, kind=None if read and value is read.kind else value)
        case Field.ACTOR | Field.MORE_ACTORS:
            actors = _with(now.actors, line.part, value if isinstance(value, Actor) else None)
            edit = replace(edit, actors=None if read and _alike(actors, read.actors) else actors)
        case Field.PLACE | Field.MORE_PLACES:
            places = _with(now.places, line.part, value if isinstance(value, Place) else None)
            edit = replace(edit, places=None if read and _alike(places, read.places) else places)
    return replace(judgement, edit=edit)


def _with(parts: tuple[_P, ...], before: Part | None, after: _P | None) -> tuple[_P, ...]:
    """Put a part in the place of another, or at the end; nothing takes the other away; none is twice."""
    kept: dict[tuple[str, int, int], _P] = {}
    for part in parts:
        replaced = before is not None and _key(part) == _key(before)
        new = after if replaced else part
        if new is not None:
            kept[_key(new)] = new
    if after is not None:
        kept.setdefault(_key(after), after)
    return tuple(kept.values())


def _alike(parts: tuple[_P, ...], others: tuple[_P, ...]) -> bool:
    return [*map(_key, parts)] == [*map(_key, others)]


def _key(part: Part) -> tuple[str, int, int]:
    return part.role.value, part.span.start, part.span.end
