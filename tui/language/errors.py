"""Errors in the language of the screen: what is wrong is data and an English line, which has its Arabic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import tr

if TYPE_CHECKING:
    from core.errors import MediationError


def told(error: MediationError) -> str:
    """Return the line of an error."""
    said = {name: _part(value) for name, value in error.values.items()}
    return tr(error.said, **said) if said else _part(error.said)


def _part(words: str) -> str:
    """Return a part of a line; what a system or a library says, in brackets behind it, stays as it is."""
    known = tr(words)
    head, bracket, rest = words.partition(" (")
    return f"{tr(head)} ({rest}" if bracket and known == words else known
