"""The data on the road: frozen, slotted, stand-off.

The source text is never changed. Every offset is a count of code points, half-open, and, unless it says
otherwise, counted from the start of the paragraph it lies in.
"""

from core.model.coding import Aux, EventKind, PlaceRole, Plover, Quad, Role, Status
from core.model.document import Document, DocumentRef, Paragraph, ParagraphKind, Span
from core.model.event import Actor, Analysis, Conflict, Event, Place, Trigger
from core.model.mediation import Issue, IssueMention, Mediation, Party, Round
from core.model.timex import Anchor, AnchorKind, Basis, DateMark, EventDate, Timex, TimexType

__all__ = [
    "Actor",
    "Analysis",
    "Anchor",
    "AnchorKind",
    "Aux",
    "Basis",
    "Conflict",
    "DateMark",
    "Document",
    "DocumentRef",
    "Event",
    "EventDate",
    "EventKind",
    "Issue",
    "IssueMention",
    "Mediation",
    "Paragraph",
    "ParagraphKind",
    "Party",
    "Place",
    "PlaceRole",
    "Plover",
    "Quad",
    "Role",
    "Round",
    "Span",
    "Status",
    "Timex",
    "TimexType",
    "Trigger",
]
