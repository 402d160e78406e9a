"""A query, and what it holds of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.query.matching import holds
from core.query.sayings import Sayings

if TYPE_CHECKING:
    from core.model import Document, Event
    from core.query.tree import Node


@dataclass(frozen=True, slots=True)
class Query:
    """What is wanted; `str()` of it is a query that means the same."""

    root: Node

    def matches(self, event: Event, document: Document | None = None) -> bool:
        """Tell whether an event is wanted.

        Args:
            event: the event, as the person wants it.
            document: the article that it was read from, where its outlet is not in the event.
        """
        return holds(self.root, Sayings(event, document))

    def holds_of(self, sayings: Sayings) -> bool:
        """Tell the same of an event whose words are kept from one query to the next."""
        return holds(self.root, sayings)

    def __str__(self) -> str:
        return str(self.root)
