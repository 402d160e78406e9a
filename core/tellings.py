"""The tellings of one happening by several articles, as `core.coreference` has tied them together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from core.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from core.model import Event


Remarks: TypeAlias = "Mapping[tuple[int, str], Event]"
"""Number of an article and `Event.id` → the event, of which only mark, note and status are others."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One of several tellings of a happening, and the article that it was read from."""

    event: Event
    document: int
    """Number of the article, as `Chronology.document` takes it."""
    disputed: bool = False
    """Whether it contradicts the row: another row stands for it, and a `Conflict` names that."""


class Tellings:
    """All tellings of some articles; looked through when somebody first asks."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        """Take them in the order of the articles and of their texts."""
        self._all = tuple(tellings)

    def of(self, event: Event) -> Sequence[Telling]:
        """Return the tellings of an event's happening: its own, then the others by outlet."""
        own = self._by_id.get(event.id)
        if own is None:
            return (Telling(event, -1),)
        same = [telling for telling in self._standing_for.get(event.id, ()) if telling is not own]
        named = {clash.event for one in (own, *same) for clash in one.event.conflicts}
        others = [
            one
            for name in named
            for one in (self._by_id.get(name), *self._standing_for.get(name, ()))
            if one is not None and one is not own and one not in same
        ]
        disputed = [replace(one, disputed=True) for one in dict.fromkeys(others)]
        return (own, *sorted([*same, *disputed], key=by_outlet))

    def retold(self, remarks: Remarks) -> Tellings:
        """Return the same with a person's remarks; what is hidden is told no more."""
        found = []
        for telling in self._all:
            new = remarks.get((telling.document, telling.event.id))
            if new is None:
                found.append(telling)
            elif new.status is not Status.HIDDEN:
                found.append(replace(telling, event=remarked(telling.event, new)))
        return Tellings(found)

    @cached_property
    def _by_id(self) -> dict[str, Telling]:
        return {telling.event.id: telling for telling in reversed(self._all)}

    @cached_property
    def _standing_for(self) -> dict[str, list[Telling]]:
        found: dict[str, list[Telling]] = {}
        for telling in self._all:
            for leader in telling.event.same_as:
                found.setdefault(leader, []).append(telling)
        return found


def remarked(event: Event, new: Event) -> Event:
    """Return an event with the mark, the note and the status of another."""
    return replace(event, marked=new.marked, note=new.note, status=new.status)


def by_outlet(telling: Telling) -> tuple[bool, str, int, int, int]:
    """Order tellings: by outlet, those without one last; then as the articles came and tell it."""
    outlet = telling.event.doc.outlet
    return (outlet is None, outlet or "", telling.document, *place_in_text(telling.event))


def place_in_text(event: Event) -> tuple[int, int]:
    """Return where an article tells of an event, to order by: its paragraph, and its offset there."""
    return event.paragraph, event.trigger.span.start if event.trigger else 0
