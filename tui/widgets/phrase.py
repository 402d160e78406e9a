"""An event in one Arabic phrase: who, with whom, where; with the parts that carry a style."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.model import PlaceRole, Plover, Role
from tui import palette
from tui.arabic import Mark

if TYPE_CHECKING:
    from rich.style import Style

    from core.model import Actor, Event

_MUTUAL = frozenset({Plover.CONSULT, Plover.AGREE, Plover.COOPERATE})
_ONE_WAY_MODES = frozenset({"visit"})
_ORDER = (Role.SOURCE, Role.MEDIATOR, Role.TARGET)
_LONG_NAME = 28
"""Code points from which on the lexicon's name is taken, if it is shorter than the article's words."""


@dataclass(slots=True)
class Phrase:
    """Text in logical order, and the styles over its parts."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)

    def add(self, words: str, style: Style | None = None) -> None:
        """Append words."""
        if style is not None:
            self.marks.append(Mark(len(self.text), len(self.text) + len(words), style))
        self.text += words


def phrase_of(event: Event) -> Phrase:
    """Say who did it with whom, and where; the words of the article where it names nobody.

    A mediator stands between the parties and has a sign; the arrow runs both ways where the category is an
    exchange, and from source to target otherwise.
    """
    phrase = Phrase()
    arrow = palette.EXCHANGE_SIGN if _is_mutual(event) else palette.DIRECTED_SIGN
    for role in _ORDER:
        actors = list(event.by_role(role))
        if actors and phrase.text:
            phrase.add(f" {arrow} ")
        _add_actors(phrase, actors)
    participants = list(event.by_role(Role.PARTICIPANT))
    if participants and phrase.text:
        phrase.add(" + ")
    _add_actors(phrase, participants)
    if not phrase.text:
        _add_words(phrase, event)
    for place in event.places:
        if place.role is not PlaceRole.TOPIC:
            phrase.add(" · ")
            phrase.add(place.text, palette.PLACE)
            break
    return phrase


def _is_mutual(event: Event) -> bool:
    return event.category in _MUTUAL and event.mode not in _ONE_WAY_MODES


def _add_actors(phrase: Phrase, actors: list[Actor]) -> None:
    for number, actor in enumerate(actors):
        if number:
            phrase.add("، ")
        if actor.role is Role.MEDIATOR:
            phrase.add(palette.MEDIATOR_SIGN, palette.ROLE[Role.MEDIATOR])
        phrase.add(_name(actor), palette.ROLE[actor.role])


def _name(actor: Actor) -> str:
    if actor.name_ar and len(actor.text) > _LONG_NAME and len(actor.name_ar) < len(actor.text):
        return actor.name_ar
    return actor.text


def _add_words(phrase: Phrase, event: Event) -> None:
    trigger = event.trigger
    start = trigger.span.start - event.sentence.start if trigger else 0
    words = event.text[max(start, 0) :]
    phrase.add(words)
    if trigger:
        phrase.marks.append(Mark(0, len(trigger.text), palette.TRIGGER))
