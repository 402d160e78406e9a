"""Everything that the lexicon knows, together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from core.events.lexicon.named import named_entries, named_identities
from core.events.lexicon.places import place_entries, place_identities
from core.events.lexicon.roles import given_entries, office_entries, role_entries
from core.events.lexicon.states import state_entries, state_identities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.events.lexicon.records import Entry, Identity


@cache
def identities() -> tuple[Identity, ...]:
    """Return everybody and everything that has a name."""
    return (
        *(state for state, _ in state_identities().values()),
        *(identity for identity, _ in named_identities()),
        *(identity for identity, _ in place_identities()),
    )


def entries() -> Iterator[Entry]:
    """Yield every form that the lexicon knows."""
    yield from named_entries()
    yield from state_entries()
    yield from place_entries()
    yield from role_entries()
    yield from office_entries()
    yield from given_entries()
