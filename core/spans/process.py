"""Processes of mediation: who mediates between whom, over time, in which rounds.

No article tells of a process; it is put together from events. What belongs together is what the data sets on
mediation count as one (Civil Wars Mediation: the same parties and mediator, until talks rest for long): the
same mediators, and the same parties or, where these are not named, the same issues.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.arabic import fold_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.model import Event, Mediation, Party

_RESTS = dt.timedelta(days=365)
"""Days without an event after which a process is another one."""
_ROUND_ENDS = dt.timedelta(days=30)
"""Days without an event after which a round is over, if the text does not number it."""
_COARSE = dt.timedelta(days=31)
"""What is dated no finer than so says nothing of a round."""

_Key = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Round:
    """Some events of a process that follow each other."""

    first: dt.date
    last: dt.date
    """Inclusive."""
    rows: tuple[int, ...]
    """Indices of the rows, in their order."""
    number: int | None
    """As the text counts; where it counts none of the process's rounds, its place among them, from 1."""


@dataclass(frozen=True, slots=True)
class Process:
    """A mediation, or a negotiation without a mediator, over time; of two events at least."""

    mediators: tuple[Party, ...]
    parties: tuple[Party, ...]
    rounds: tuple[Round, ...]
    """In order."""

    @property
    def first(self) -> dt.date:
        """The first day."""
        return self.rounds[0].first

    @property
    def last(self) -> dt.date:
        """The last day."""
        return max(found.last for found in self.rounds)

    @property
    def count(self) -> int:
        """How many rounds there were, as far as is told."""
        return max(len(self.rounds), *(found.number or 0 for found in self.rounds))


@dataclass(frozen=True, slots=True)
class _Told:
    row: int
    first: dt.date
    last: dt.date
    mediation: Mediation


def processes(rows: Iterable[tuple[int, Event]]) -> tuple[Process, ...]:
    """Put the events of mediation together.

    Args:
        rows: events with the indices of their rows, in the order of time; those without mediation, and those
            without a day or month, are passed over.

    Returns:
        The processes in the order of their first days.
    """
    told: dict[_Key, list[_Told]] = {}
    for row, event in rows:
        mediation, date = event.mediation, event.date
        if mediation is None or date.start is None or date.end is None or date.end - date.start > _COARSE:
            continue
        if mediation.mediators or len(mediation.parties) > 1:
            told.setdefault(_key(mediation), []).append(_Told(row, date.start, date.end, mediation))
    found = (
        _process(part) for events in told.values() for part in _unbroken(events, _RESTS) if len(part) > 1
    )
    return tuple(sorted(found, key=lambda process: process.first))


def _key(mediation: Mediation) -> _Key:
    parties = _names(mediation.parties) or frozenset(named.issue.value for named in mediation.issues)
    return _names(mediation.mediators), parties


def _names(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.id or fold_key(party.text) for party in parties)


def _unbroken(events: list[_Told], rest: dt.timedelta) -> Iterator[list[_Told]]:
    """Yield what follows each other without a longer rest."""
    part: list[_Told] = []
    last = dt.date.min
    for one in events:
        if part and one.first - last > rest:
            yield part
            part = []
        part.append(one)
        last = max(last, one.last)
    if part:
        yield part


def _process(events: list[_Told]) -> Process:
    parts = list(_by_round(events))
    numbered = any(number is not None for number, _ in parts)
    return Process(
        events[0].mediation.mediators,
        events[0].mediation.parties,
        tuple(
            Round(
                part[0].first,
                max(one.last for one in part),
                tuple(one.row for one in part),
                number if numbered else place,
            )
            for place, (number, part) in enumerate(parts, start=1)
        ),
    )


def _by_round(events: list[_Told]) -> Iterator[tuple[int | None, list[_Told]]]:
    """Yield the rounds with their numbers; an event without one belongs to those right before it."""
    part: list[_Told] = []
    number: int | None = None
    last = dt.date.min
    for one in events:
        named = one.mediation.round.number if one.mediation.round else None
        rested = one.first - last > _ROUND_ENDS
        other = named is not None and number is not None and named != number
        if part and (other or (rested and (named is None or named != number))):
            yield number, part
            part, number, last = [], None, dt.date.min
        part.append(one)
        number = named if named is not None else number
        last = max(last, one.last)
    if part:
        yield number, part
