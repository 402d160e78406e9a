"""The events of a library of which a person has said something, as the person wants them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.judgement.applying import apply
from core.judgement.notebook import Notebook
from core.library.codec import decode_event
from core.model import Status

if TYPE_CHECKING:
    import sqlite3

    from core.model import DocumentRef, Event


def judged_event(
    connection: sqlite3.Connection, number: int, judgement: int, ref: DocumentRef
) -> Event | None:
    """Return an event with what is said of it; None where it has gone meanwhile.

    Args:
        connection: to a library.
        number: of the event.
        judgement: `judgement.id` of what is said.
        ref: its article.
    """
    said = Notebook(connection).number(judgement)
    row = connection.execute(_EVENT, (number,)).fetchone()
    if row is None:
        return None
    record, form, name, paragraph, own = row
    if own is None:
        event = decode_event(record, ref, form)
        return apply(event, said.judgement) if said is not None else event
    if said is None:
        return None
    event = replace(
        said.told.event, id=name, doc=ref, paragraph=paragraph, status=Status.EDITED, own=said.own
    )
    return apply(event, said.judgement)


def extracted_event(connection: sqlite3.Connection, number: int, ref: DocumentRef) -> Event | None:
    """Return an event without what a person says of it; None for one of their own."""
    row = connection.execute(_EVENT, (number,)).fetchone()
    if row is None or row[-1] is not None:
        return None
    return decode_event(row[0], ref, row[1])


_EVENT = """
    SELECT e.record, r.shape, e.key, e.paragraph, e.own
    FROM event e JOIN document d ON d.id = e.document LEFT JOIN rules r ON r.id = d.rules WHERE e.id = ?
"""
