"""An event as a person quotes it: plain text to be pasted anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Status

if TYPE_CHECKING:
    from core.model import Event


def citation(event: Event) -> str:
    """Return the date, the sentence as it stands in the source, where it stands, and the note, one a line.

    Whoever shows the text orders each line by itself, so that no line needs a control character: none holds
    both Arabic and an ISO date, which UAX #9 (W2) would turn round after Arabic letters.
    """
    doc = event.doc
    named = " — ".join(name for name in (doc.outlet, doc.title) if name)
    where = [f"¶ {event.paragraph + 1}"]
    if doc.published:
        where.append(f"published {doc.published.isoformat()}")
    if event.own or event.status is Status.EDITED:
        where.append("added by hand" if event.own else "corrected by hand")
    note = event.note or ""
    lines = (event.date.edtf or "undated", event.text, named, ", ".join(where), note, doc.uri or "")
    return "\n".join(line for line in lines if line)
