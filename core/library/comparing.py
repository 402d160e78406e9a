"""Tellings of one window of days compared, in any process: rows in, links and disagreements out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from core.coreference import merge
from core.library.codec import decode_event
from core.library.windows import Window  # noqa: TC001 - a field of what is sent
from core.model import DocumentRef, Event


class Told(NamedTuple):
    """A telling."""

    event: int
    document: int
    within: int | None
    """The telling of the same article that stands for it."""
    shape: int
    """Which of the job's shapes its record has."""
    record: str


class Link(NamedTuple):
    """A telling and the one that stands for its happening."""

    event: int
    leader: int


class Disagreement(NamedTuple):
    """Two tellings, of two articles, that disagree."""

    event: int
    other: int
    field: str
    detail: str


@dataclass(frozen=True, slots=True)
class Job:
    """Some windows with their tellings, in the order of the articles."""

    windows: tuple[tuple[Window, tuple[Told, ...]], ...]
    shapes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found in a window."""

    window: Window
    links: tuple[Link, ...]
    disagreements: tuple[Disagreement, ...]


def compare_windows(job: Job) -> tuple[Compared, ...]:
    """Compare the tellings of each window; runs in any process."""
    return tuple(_compared(window, told, job.shapes) for window, told in job.windows)


def _compared(window: Window, told: tuple[Told, ...], shapes: tuple[str, ...]) -> Compared:
    documents = {str(one.event): one.document for one in told}
    merged = merge([_event(one, shapes) for one in told])
    return Compared(
        window,
        tuple(Link(int(event.id), int(event.same_as[0])) for event in merged if event.same_as),
        tuple(
            Disagreement(int(event.id), int(conflict.event), conflict.field, conflict.detail)
            for event in merged
            for conflict in event.conflicts
            if documents[event.id] != documents[conflict.event]
        ),
    )


def _event(told: Told, shapes: tuple[str, ...]) -> Event:
    """Return an event by its number in the library, for one article may be told of under two names."""
    event = decode_event(told.record, DocumentRef(str(told.document)), shapes[told.shape])
    # Fresh, and nobody else's: to set fields costs a tenth of `replace`.
    for name, value in (
        ("id", str(told.event)),
        ("same_as", (str(told.within),) if told.within is not None else ()),
        ("conflicts", ()),
    ):
        object.__setattr__(event, name, value)
    return event
