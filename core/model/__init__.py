"""The data on the road: frozen, slotted, stand-off.

The source text is never changed. Every offset is a count of code points, half-open, and, unless it says
otherwise, counted from the start of the paragraph it lies in.

A module is loaded when one of its names is first asked for: to make these classes costs more than to draw the
first frame, which needs a few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.model.coding import Aux, EventKind, PlaceRole, Plover, Quad, Role, Status
    from core.model.document import Document, DocumentRef, Paragraph, ParagraphKind, Span
    from core.model.event import Actor, Analysis, Conflict, Event, Place, Trigger
    from core.model.mediation import Issue, IssueMention, Mediation, Party, Round
    from core.model.timex import Anchor, AnchorKind, Basis, DateMark, EventDate, Timex, TimexType

_MODULES = {
    "coding": ("Aux", "EventKind", "PlaceRole", "Plover", "Quad", "Role", "Status"),
    "document": ("Document", "DocumentRef", "Paragraph", "ParagraphKind", "Span"),
    "event": ("Actor", "Analysis", "Conflict", "Event", "Place", "Trigger"),
    "mediation": ("Issue", "IssueMention", "Mediation", "Party", "Round"),
    "timex": ("Anchor", "AnchorKind", "Basis", "DateMark", "EventDate", "Timex", "TimexType"),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}

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


if not TYPE_CHECKING:  # A checker shall know the names above and no others.

    def __getattr__(name: str) -> object:
        """Load a class when it is first asked for (PEP 562)."""
        module = _MODULE_OF.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{module}"), name)
        globals()[name] = found
        return found
