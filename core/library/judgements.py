"""What a person said of events, kept by the words it was said of, whatever a later analysis finds."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from core.library.writing import wait_for_comparison
from core.model import Status

if TYPE_CHECKING:
    from core.library.store import Library

STATUS, NOTE, MARK = "status", "note", "mark"
"""Kinds that have a meaning of their own; others are the caller's."""


def judge(library: Library, event: int, kind: str, value: str | None) -> None:
    """Keep a judgement of an event; None takes one back.

    The order of the timeline is not touched: an event that is hidden goes from it with `rebuild_rows`.

    Args:
        library: open for writing.
        event: its number.
        kind: `STATUS`, `NOTE` or another.
        value: what is said; of `STATUS` one of `core.model.Status`.

    Raises:
        ValueError: it is no status.
    """
    status = Status(value or Status.AUTO) if kind == STATUS else None
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    with library.transaction():
        if value is None:
            library.connection.execute(_TAKEN_BACK, (event, kind))
        else:
            library.connection.execute(_MADE, (kind, value, now, event))
        if status is not None:
            library.connection.execute("UPDATE event SET status = ? WHERE id = ?", (status.value, event))
            # What is hidden stands for nothing: another telling of it may.
            days = library.connection.execute(
                "SELECT first, last FROM event WHERE id = ?", (event,)
            ).fetchone()
            wait_for_comparison(library.connection, [days])


def judgements(library: Library, event: int) -> dict[str, str]:
    """Return what was said of an event, by kind."""
    return dict(library.connection.execute(_SAID, (event,)).fetchall())


_MADE = """
    INSERT OR REPLACE INTO judgement (document, event, kind, value, made_at)
    SELECT d.key, e.key, ?, ?, ? FROM event e JOIN document d ON d.id = e.document WHERE e.id = ?
"""
_TAKEN_BACK = """
    DELETE FROM judgement WHERE (document, event) IN
        (SELECT d.key, e.key FROM event e JOIN document d ON d.id = e.document WHERE e.id = ?)
    AND kind = ?
"""
_SAID = """
    SELECT j.kind, j.value FROM event e JOIN document d ON d.id = e.document
    JOIN judgement j ON j.document = d.key AND j.event = e.key WHERE e.id = ? ORDER BY j.kind
"""
