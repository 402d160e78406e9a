"""Places: the derived table of cities, and those of the news by hand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from core.events.lexicon.keys import key_words
from core.events.lexicon.named import named_entries, point_of
from core.events.lexicon.names import names_of
from core.events.lexicon.records import Geo, Identity, IdentityKind, Strength
from core.events.lexicon.roles import function_words, given_entries, role_entries
from core.events.lexicon.states import alpha3_of, state_names
from core.events.lexicon.tables import geonames, strings, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.events.lexicon.records import Entry
    from core.events.lexicon.tables import Table


@cache
def places_table() -> Table:
    """Return places.toml, of which three ask and which is the longest but one."""
    return table("places.toml")


@cache
def place_identities() -> tuple[tuple[Identity, tuple[str, ...]], ...]:
    """Return the places with the spellings of each."""
    found = []
    taken: set[tuple[str, ...]] = set()
    for key, record in places_table()["place"].items():
        texts = (record["ar"], *strings(record, "aliases"))
        taken.update(map(key_words, texts))
        found.append((_place(f"place/{key}", point_of(record), texts), texts))
    # Where two towns share a name, the larger one is meant.
    for city in sorted(geonames(), key=lambda city: -city.population):
        point = city.point
        texts = tuple(text for text in (point.name_ar, *city.others) if key_words(text) not in taken)
        taken.update(map(key_words, texts))
        if texts:
            found.append((_place(f"place/{point.geonameid}", point, texts), texts))
    return tuple(found)


def _place(identifier: str, point: Geo | None, texts: tuple[str, ...]) -> Identity:
    assert point is not None, identifier
    return Identity(
        identifier,
        IdentityKind.PLACE,
        point.name_ar,
        point.name_en,
        country=alpha3_of(point.country),
        aliases=texts,
        place=point,
    )


def place_entries() -> Iterator[Entry]:
    """Yield the names of places; those that are also words or given names ask for a noun before them."""
    claimed = state_names()
    weak = {key_words(word) for word in strings(places_table()["ordinary"], "words")}
    weak.update(entry.words for entry in given_entries())
    never = {entry.words for entry in role_entries()} | {(word,) for word in function_words()}
    weak.update(name.words for name in named_entries())
    for identity, texts in place_identities():
        for name in names_of(identity, texts):
            by_hand = not identity.id[len("place/") :].isdigit()
            if name.words in claimed or (name.words in never and not by_hand):
                continue
            yield name if by_hand or name.words not in weak else name._replace(strength=Strength.HEADED)
