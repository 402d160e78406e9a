"""Roles, kinds, categories and codes in the language of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.codebook import name_of
from core.judgement.parts import role_words
from core.model import EventKind
from core.query.vocabulary import Key, vocabulary
from tui.language import Language, spoken, tr

if TYPE_CHECKING:
    import datetime as dt

    from core.model import PlaceRole, Plover, Role


def role_word(role: Role | PlaceRole) -> str:
    """Name the role of an actor or a place, as it is written in a line."""
    return role_words().written[role, spoken().value]


def kind_word(kind: EventKind) -> str:
    """Name what the date is the date of."""
    match kind:
        case EventKind.EVENT:
            return tr("event")
        case EventKind.REPORTING:
            return tr("statement")
        case EventKind.STATE:
            return tr("state")
        case EventKind.ANNIVERSARY:
            return tr("anniversary")


def plover_word(category: Plover) -> str:
    """Name a category: by its own name, which is the field's, with the Arabic word on an Arabic screen."""
    if spoken() is Language.ARABIC:
        return f"{category.value} {vocabulary().values[Key.TYPE][category][1]}"
    return category.value


def cameo_word(code: str) -> str:
    """Return a CAMEO code with its name."""
    named = name_of(code)
    if named is None:
        return code
    return f"{code} {named.arabic if spoken() is Language.ARABIC else named.english}"


def weekday_word(day: dt.date) -> str:
    """Name the day of the week."""
    names = (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )
    return names[day.weekday()]
