"""What the lexicon holds: identities, their names, common nouns and adjectives.

Names and nouns are named tuples, for there are some thousands of them to make before the first word is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from core.events.lexicon.offices import Tenure  # noqa: TC001 - dataclass fields are resolved by readers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Geo:
    """A point on the map with its names."""

    lat: float
    lon: float
    geonameid: int | None
    """Null for places that the GeoNames table lacks."""
    country: str | None
    """ISO 3166-1 alpha-2; null where it is disputed or lies in several."""
    name_ar: str
    name_en: str


class IdentityKind(StrEnum):
    """What a name of the lexicon names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody or something with a name; all its names lead here."""

    id: str
    kind: IdentityKind
    name_ar: str
    name_en: str
    code: str | None = None
    """CAMEO actor code: a country's ISO 3166-1 alpha-3, a group, a role (EGYSPY, PALHAM)."""
    sector: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    aliases: tuple[str, ...] = ()
    place: Geo | None = None
    holds: tuple[Tenure, ...] = ()


class Strength(IntEnum):
    """Where a form of a name may be believed."""

    FULL = 2
    """Anywhere."""
    HEADED = 1
    """After a title or head noun («الرئيس صالح»، «حركة فتح»), in quotation marks, or once introduced."""


class Name(NamedTuple):
    """One way to write the name of an identity."""

    words: tuple[str, ...]
    """Matching keys."""
    identity: Identity
    strength: Strength = Strength.FULL


class NounClass(StrEnum):
    """What a common noun or adjective does in a phrase."""

    OFFICE = "office"
    TITLE = "title"
    ORGANISATION = "organisation"
    GROUP = "group"
    PEOPLE = "people"
    PLACE = "place"
    DIRECTION = "direction"
    QUANTITY = "quantity"
    DOMAIN = "domain"
    MODIFIER = "modifier"
    NISBA = "nisba"
    GIVEN = "given"
    """A given name that is not also an ordinary word."""


class Number(IntEnum):
    """Grammatical number."""

    SINGULAR = 1
    DUAL = 2
    PLURAL = 3


class Noun(NamedTuple):
    """One form of a common noun or adjective, with what its phrase inherits from it."""

    words: tuple[str, ...]
    """Matching keys."""
    cls: NounClass
    lemma: str
    en: str
    number: Number = Number.SINGULAR
    definite: bool = False
    code: str = ""
    country: str | None = None
    """For adjectives of nationality: ISO 3166-1 alpha-3."""
    tail: frozenset[str] = frozenset()
    """Prepositions (keys) that may lead on to a further complement."""
    alone: bool = False
    """Names an actor without complement or adjective."""
    bare: bool = False
    """A title that has no article («خادم الحرمين الشريفين»)."""
    absolute: bool = False
    """No complement in construct can follow, see `Form`."""
    owned: bool = False
    """Carries a possessive pronoun («نظيره»، «وفده»)."""
    sided: bool = False
    """Names an actor only with an adjective of nationality («الجانب المصري»)."""
    led: bool = False
    """With «ب» it is no actor but says who leads («برئاسة …»)."""
    office: str | None = None
    """For offices that identify their holder: the key in offices.toml."""


Entry = Name | Noun


class Reading(NamedTuple):
    """A way to read a word: proclitics taken off, and what may start with the rest."""

    prefix: str
    singles: tuple[Entry, ...]
    """What is no longer than the word."""
    longer: Mapping[str, tuple[Entry, ...]]
    """What goes on, longest first, by its second word: some names begin hundreds of entries."""
    nouns: frozenset[NounClass]
    """Of which classes there are nouns among them, at most: most words are asked in vain."""
    names: bool
    """Whether there are names among them."""

    @property
    def entries(self) -> Iterator[Entry]:
        """All that may start here, longest first."""
        longer = chain.from_iterable(self.longer.values())
        return chain(sorted(longer, key=lambda entry: -len(entry.words)), self.singles)
