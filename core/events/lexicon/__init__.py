"""Names, offices, role nouns and places: what the words of the news stand for."""

from core.events.lexicon.build import adjectives, function_words, seat, sector_of
from core.events.lexicon.index import holder, identity, readings
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
