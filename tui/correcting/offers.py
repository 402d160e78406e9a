"""What may be typed next in a line of the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.arabic.continuation import continuations
from core.codebook import offered_cameo, offered_categories
from core.judgement.parts import role_words
from core.model import EventKind, PlaceRole, Role
from tui.correcting.lines import Field
from tui.correcting.words import kind_word, plover_word, role_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Offers:
    """What may stand in place of the value from an offset on."""

    start: int
    candidates: tuple[str, ...] = ()
    """The best first."""


def offers(field: Field, value: str, paragraph: str) -> Offers:
    """Say what may be typed on a line: categories, codes, kinds; roles, and behind a role the text's words.

    Args:
        field: what the line is about.
        value: what stands there, up to the cursor.
        paragraph: the text that the event is told in.
    """
    typed = fold_key(value).strip()
    if field is Field.CATEGORY:
        return Offers(0, tuple(plover_word(one) for one in offered_categories(value)))
    if field is Field.CAMEO:
        return Offers(0, tuple(offered_cameo(value)))
    if field is Field.KIND:
        kinds = {kind_word(kind): (kind.value, kind_word(kind)) for kind in EventKind}
        return Offers(0, tuple(_beginning_so(kinds, typed)))
    if field in (Field.ACTOR, Field.MORE_ACTORS):
        return _of_part(Role, value, paragraph)
    if field in (Field.PLACE, Field.MORE_PLACES):
        return _of_part(PlaceRole, value, paragraph)
    return Offers(len(value))


def _of_part(roles: Iterable[Role | PlaceRole], value: str, paragraph: str) -> Offers:
    role, colon, words = value.partition(":")
    if colon:
        typed = words.lstrip()
        return Offers(len(value) - len(typed), tuple(continuations(paragraph, typed)))
    named = {f"{role_word(one)}: ": tuple(_names(one)) for one in roles}
    return Offers(0, tuple(_beginning_so(named, fold_key(role).strip())))


def _names(role: Role | PlaceRole) -> Iterator[str]:
    """Yield the names by which a role is known."""
    return (name for name, meant in role_words().meant.items() if meant is role)


def _beginning_so(names: Mapping[str, tuple[str, ...]], typed: str) -> Iterator[str]:
    """Yield those of which some name begins as what is typed does."""
    return (word for word, known in names.items() if any(fold_key(name).startswith(typed) for name in known))
