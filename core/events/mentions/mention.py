"""What the reader of names hands on."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from core.events.lexicon import Geo  # noqa: TC001 - fields of a named tuple
from core.model import Span  # noqa: TC001


class MentionKind(StrEnum):
    """What a phrase stands for."""

    PERSON = "person"
    OFFICE = "office"
    """Somebody by function («وزير الدفاع الإسرائيلي»)."""
    ORGANISATION = "organisation"
    STATE = "state"
    """A country, or a capital that may stand for its government: actor or place."""
    GROUP = "group"
    """Delegations, factions, leaderships, two sides at once."""
    PEOPLE = "people"
    """Persons as a mass («متظاهرون»، «عشرات المدنيين»)."""
    PLACE = "place"
    NISBA = "nisba"
    """An adjective of nationality that belongs to no phrase of the above («قصف إسرائيلي»)."""


class Mention(NamedTuple):
    """A phrase that names an actor or a place; offsets are code points of the text it was found in.

    A named tuple, for thousands are made of which few have a part in anything.
    """

    span: Span
    """The whole phrase, proclitics off, an apposition after it not included."""
    text: str
    kind: MentionKind
    id: str | None = None
    """Identity in the lexicon; null when it is not known."""
    name_ar: str | None = None
    name_en: str | None = None
    """Usual English name, or a gloss made from the words; null where there is neither."""
    code: str | None = None
    """CAMEO actor code (EGY, EGYGOV, PALHAM)."""
    sector: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    aliases: tuple[str, ...] = ()
    place: Geo | None = None
    apposition: Span | None = None
    """Words after the phrase that say who it is («…، رئيس المخابرات العامة»)."""
    prefix: str = ""
    """Proclitics taken off the first word, folded («و»، «ب»، «ول»)."""
    office: str | None = None
    """The office named, `<alpha-3>/<key>` or `<key>` when the words do not say whose."""
    parts: tuple[str, ...] = ()
    """Ids of the states or bodies named inside, where there are several («الجانبين المصري والتركي»)."""
    definite: bool = False
    """Whether the reader is taken to know who is meant."""


def head(mention: Mention) -> Span:
    """Return the first word of a mention."""
    for offset, char in enumerate(mention.text):
        if char.isspace():
            return type(mention.span)(mention.span.start, mention.span.start + offset)
    return mention.span
