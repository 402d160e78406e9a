"""Writing what is shown to a file, beside the event loop.

A library is read in a thread, on a connection of its own; what is in memory is written in slices, for a
thread would make every key wait.
"""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.arrangement import Arranged
from core.export.formats import encoded
from core.export.output import whole_file
from core.library import Library
from core.library.timeline import StoredTimeline
from core.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.export.formats import Format
    from core.export.tally import Tally
    from core.model import Event
    from core.timeline import Chronology

_AT_A_TIME = 16
"""Events that are written before others have their turn: a few milliseconds."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written where."""

    form: Format
    path: Path
    force: bool = False
    """Whether a file that is there is overwritten."""


class NothingToWriteError(Exception):
    """No event is left: no file is made."""


class _StoppedError(Exception):
    """Nobody waits for it any more."""


async def export(timeline: Chronology, order: Order, tally: Tally) -> None:
    """Write the rows of a chronology to a file, in their order, each event once, and without hidden ones.

    Who no longer waits for it stops it; then, and whenever anything goes wrong, there is no file, or the one
    that was there before.

    Args:
        timeline: what is shown.
        order: the format and the file.
        tally: says how far it is.

    Raises:
        NothingToWriteError: the format had no room for any of them.
        MediationError: the file cannot be written, or the library cannot be read any more.
    """
    whole, order_of_rows = timeline.in_order, None
    if isinstance(timeline, Arranged):
        order_of_rows = timeline.each_once
    if not isinstance(whole, StoredTimeline):
        rows = whole.rows
        events = _shown(rows[at].event for at in order_of_rows or range(len(rows)))
        with whole_file(order.path, force=order.force) as file:
            for number, piece in enumerate(order.form.lines(events, tally)):
                file.write(encoded(piece))
                if number % _AT_A_TIME == 0:
                    await asyncio.sleep(0)
            _check(tally)
        return
    stop = threading.Event()
    work = asyncio.ensure_future(asyncio.to_thread(_write_stored, whole, order_of_rows, order, tally, stop))
    try:
        await asyncio.shield(work)
    except asyncio.CancelledError:
        stop.set()
        await asyncio.wait([work])
        work.exception()  # Being stopped is one; it was wanted.
        raise


def _write_stored(
    timeline: StoredTimeline,
    rows: Iterable[int] | None,
    order: Order,
    tally: Tally,
    stop: threading.Event,
) -> None:
    """Do it in a thread."""
    with (
        Library.open(timeline.path, read_only=True) as library,
        whole_file(order.path, force=order.force) as file,
    ):
        for piece in order.form.lines(_shown(_until(stop, timeline.events(library, rows))), tally):
            file.write(encoded(piece))
        _check(tally)


def _until(stop: threading.Event, events: Iterable[Event]) -> Iterator[Event]:
    for event in events:
        if stop.is_set():
            raise _StoppedError
        yield event


def _shown(events: Iterable[Event]) -> Iterator[Event]:
    """Leave out what a person has hidden, be it shown just now or not."""
    return (event for event in events if event.status is not Status.HIDDEN)


def _check(tally: Tally) -> None:
    if not tally.written:
        raise NothingToWriteError


def usual_name(timeline: Chronology, form: Format) -> str:
    """Return a name for the file: that of the library or of the only article, with the format's end."""
    whole = timeline.in_order
    if isinstance(whole, StoredTimeline):
        name = whole.path.stem
    elif len(timeline.articles) == 1:
        name = timeline.document(timeline.articles[0].number).id
    else:
        name = "events"
    return f"{''.join(char if char.isalnum() else '-' for char in name)[:60] or 'events'}{form.suffix}"


def read_path(words: str) -> Path:
    """Return the file that is meant: `~` is the person's folder, and what has no folder lies in this one."""
    return Path.cwd() / Path(words.strip()).expanduser()


def beginning_so(words: str) -> list[str]:
    """Return the files and folders whose path begins so, as it would be written; folders end in a stroke."""
    folder, stroke, begun = words.rpartition("/")
    try:
        entries = sorted(read_path(folder + stroke).iterdir())
        return [
            f"{folder}{stroke}{entry.name}{'/' if entry.is_dir() else ''}"
            for entry in entries
            if entry.name.startswith(begun) and (begun or not entry.name.startswith("."))
        ]
    except (OSError, RuntimeError):  # No such folder; a `~name` that nobody has.
        return []
