"""Where an event stands in its article: the styles over the words that it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import palette
from tui.arabic import Mark

if TYPE_CHECKING:
    from rich.style import Style

    from core.model import Event, Span

Evidence = dict[int, list[Mark]]
"""Marks by paragraph."""


def evidence_of(event: Event) -> Evidence:
    """Mark the sentence, its trigger, actors and places, and the words of the date wherever they stand."""
    here = [_mark(event.sentence, palette.SENTENCE)]
    if event.trigger:
        here.append(_mark(event.trigger.span, palette.TRIGGER))
    here += [_mark(actor.span, palette.ROLE[actor.role]) for actor in event.actors]
    here += [_mark(place.span, palette.PLACE) for place in event.places]
    if event.date.span:
        here.append(_mark(event.date.span, palette.DATE_WORDS))
    found = {event.paragraph: here}
    anchor = event.date.anchor
    if anchor and anchor.span and anchor.paragraph is not None:
        found.setdefault(anchor.paragraph, []).append(_mark(anchor.span, palette.DATE_WORDS))
    return found


def _mark(span: Span, style: Style) -> Mark:
    return Mark(span.start, span.end, style)
