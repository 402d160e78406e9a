"""Persons and organisations."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from core.events.lexicon.names import names_of, sector_of
from core.events.lexicon.offices import Tenure
from core.events.lexicon.records import Geo, Identity, IdentityKind, Strength
from core.events.lexicon.states import country_of
from core.events.lexicon.tables import strings, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.events.lexicon.records import Entry


def _tenures(record: dict[str, Any]) -> tuple[Tenure, ...]:
    return tuple(Tenure(held["office"], held["from"], held.get("to", "")) for held in record.get("holds", ()))


@cache
def named_identities() -> tuple[tuple[Identity, dict[str, Any]], ...]:
    """Return persons and organisations with their records."""
    found = []
    for name, kind, sort in (
        ("persons.toml", IdentityKind.PERSON, "person"),
        ("organisations.toml", IdentityKind.ORGANISATION, "org"),
    ):
        for key, record in table(name).items():
            code = record.get("code")
            known = (*strings(record, "aliases"), *strings(record, "alone"), *strings(record, "headed"))
            identity = Identity(
                f"{sort}/{key}",
                kind,
                record["ar"],
                record["en"],
                code,
                record.get("sector") or sector_of(code),
                country_of(code),
                known,
                point_of(record),
                _tenures(record),
            )
            found.append((identity, record))
    return tuple(found)


def point_of(record: dict[str, Any]) -> Geo | None:
    """Return the point that a record gives."""
    if "lat" not in record:
        return None
    return Geo(
        record["lat"],
        record["lon"],
        record.get("geonameid"),
        record.get("iso2"),
        record["ar"],
        record["en"],
    )


def named_entries() -> Iterator[Entry]:
    """Yield the names of persons and organisations."""
    for identity, record in named_identities():
        own = () if record.get("needs_head") else (identity.name_ar,)
        yield from names_of(identity, (*own, *strings(record, "aliases"), *strings(record, "alone")))
        weak = strings(record, "headed") + ((identity.name_ar,) if record.get("needs_head") else ())
        yield from names_of(identity, weak, Strength.HEADED)
