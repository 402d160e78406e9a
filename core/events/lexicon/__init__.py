"""Names, offices, role nouns and places: what the words of the news stand for."""

from core.events.lexicon.index import holder, identity, readings
from core.events.lexicon.names import sector_of
from core.events.lexicon.records import (
    Entry,
    Geo,
    Identity,
    IdentityKind,
    Name,
    Noun,
    NounClass,
    Number,
    Reading,
    Strength,
)
from core.events.lexicon.roles import function_words
from core.events.lexicon.states import adjectives, seat

__all__ = [
    "Entry",
    "Geo",
    "Identity",
    "IdentityKind",
    "Name",
    "Noun",
    "NounClass",
    "Number",
    "Reading",
    "Strength",
    "adjectives",
    "function_words",
    "holder",
    "identity",
    "readings",
    "seat",
    "sector_of",
]
