"""What a date may lean on: the dates before it, and the day of writing."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - dataclass fields
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from core.model import Anchor, AnchorKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.temporal.expression import CalendarDate
    from core.temporal.value import Value

_MEMORY = 32
"""Dates looked back on in one place; more would cost time and say no more."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A date already read, where it stands and what it says."""

    value: Value
    text: str
    paragraph: int | None
    span: Span
    year_stated: bool
    """Its year stands in its words, or was reached without doubt."""


@dataclass(slots=True)
class Context:
    """The dates that a date may lean on, the nearest place first, each in the order of the text."""

    reference: dt.date | None
    paragraph: list[Antecedent] = field(default_factory=list)
    heading: list[Antecedent] = field(default_factory=list)
    section: list[Antecedent] = field(default_factory=list)
    document: list[Antecedent] = field(default_factory=list)
    future: bool = False
    """The sentence tells of what is to come."""
    following: CalendarDate | None = None
    """The first date after the paragraph whose day or month and year stand in its words."""
    opens: bool = False
    """The expression opens its paragraph, as in a chronicle."""

    def nearest(self) -> Iterator[tuple[AnchorKind, Antecedent]]:
        """Yield the antecedents, the nearest first."""
        own = AnchorKind.TEXT if self._alone() else AnchorKind.PARAGRAPH
        places = (
            (own, self.paragraph),
            (AnchorKind.DOCUMENT, self.section),
            (AnchorKind.HEADING, self.heading),
            (AnchorKind.DOCUMENT, self.document),
        )
        for kind, place in places:
            for item in islice(reversed(place), _MEMORY):
                yield kind, item

    def _alone(self) -> bool:
        return not self.paragraph or self.paragraph[-1].paragraph is None


def anchor_on(kind: AnchorKind, item: Antecedent) -> Anchor:
    """The anchor that an antecedent makes."""
    return Anchor(kind, item.value.edtf or item.value.timex, item.text, item.paragraph, item.span)


def anchor_on_reference(reference: dt.date) -> Anchor:
    """The anchor that the day of writing makes."""
    return Anchor(AnchorKind.PUBLISHED, reference.isoformat())
