"""The parts of a happening: who plays which role, where it is, what for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.events.mentions import Mention
    from core.model import PlaceRole, Role, Span


@dataclass(frozen=True, slots=True)
class Part:
    """A mention with its role in a happening."""

    mention: Mention
    role: Role
    envoy: bool = False
    """It was sent: where the mission is to mediate, it is the mediator and its sender is not."""
    party: bool = False
    """It stands behind «بين»: one of those between whom somebody may mediate, never the mediator."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A place with its role in a happening."""

    mention: Mention
    role: PlaceRole


@dataclass(frozen=True, slots=True)
class Arguments:
    """The parts of a happening."""

    parts: tuple[Part, ...] = ()
    settings: tuple[Setting, ...] = ()
    purpose: Span | None = None
    """The words behind the trigger that say what for."""
    scope: range = range(0)
    """Indices of the sentence's words that belong to the happening."""
