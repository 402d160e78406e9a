"""States: names, capitals, adjectives of nationality."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from core.events.lexicon import forms
from core.events.lexicon.keys import key_words
from core.events.lexicon.names import names_of
from core.events.lexicon.records import Geo, Identity, IdentityKind, Name, Noun, NounClass, Number
from core.events.lexicon.tables import geonames, strings, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.events.lexicon.records import Entry


@cache
def _states() -> dict[str, dict[str, Any]]:
    return table("states.toml")


@cache
def adjectives() -> dict[str, str]:
    """Return the English adjective of each country, by alpha-3."""
    return {iso3: record["adj"] for iso3, record in _states().items()}


@cache
def alpha3() -> frozenset[str]:
    """Return the country codes in use."""
    return frozenset(_states())


def country_of(code: str | None) -> str | None:
    """Return the country that an actor code begins with."""
    return code[:3] if code and code[:3] in alpha3() else None


@cache
def known_as(country: str | None) -> tuple[str, ...]:
    """Return the Arabic name of a state, the English one and its identity, by alpha-3; nothing for none."""
    record = _states().get(country or "")
    return (record["ar"], record["en"], f"state/{country}") if record else ()


@cache
def _points() -> dict[tuple[str, tuple[str, ...]], Geo]:
    return {
        (city.point.country or "", key_words(text)): city.point
        for city in sorted(geonames(), key=lambda city: city.population)
        for text in (city.point.name_ar, *city.others)
    }


@cache
def _capitals() -> dict[str, Geo]:
    return {city.point.country or "": city.point for city in geonames() if city.capital}


def seat(country: str) -> Geo | None:
    """Return where the government of a country sits, by alpha-3; null where the tables do not say."""
    record = _states()[country]
    named = _points().get((record["iso2"], key_words(record.get("capital", ""))))
    return named or _capitals().get(record["iso2"])


@cache
def state_identities() -> dict[str, tuple[Identity, Identity | None]]:
    """Alpha-3 → the state, and the state under its capital's name (other place, same id)."""
    found = {}
    for iso3, record in _states().items():
        aliases = strings(record, "aliases")
        capital = record.get("capital")
        names = (record["ar"], *aliases, *((capital,) if capital else ()))
        point = Geo(record["lat"], record["lon"], None, record["iso2"], record["ar"], record["en"])
        state = Identity(
            f"state/{iso3}",
            IdentityKind.STATE,
            record["ar"],
            record["en"],
            iso3,
            "government",
            iso3,
            names,
            point,
        )
        found[iso3] = (state, replace(state, place=seat(iso3) or point) if capital else None)
    return found


@cache
def state_names() -> frozenset[tuple[str, ...]]:
    """Return the keys of all names of states and capitals."""
    return frozenset(
        key_words(text)
        for record in _states().values()
        for text in (
            record["ar"],
            *strings(record, "aliases"),
            *([record["capital"]] if "capital" in record else []),
            *strings(record, "capital_aliases"),
        )
    )


def state_entries() -> Iterator[Entry]:
    """Yield the names of states and their adjectives."""
    for iso3, record in _states().items():
        state, capital = state_identities()[iso3]
        yield from names_of(state, (record["ar"], *strings(record, "aliases")))
        for text in strings(record, "marked"):
            yield Name((text,), state)
        if capital is not None:
            yield from names_of(capital, (record["capital"], *strings(record, "capital_aliases")))
        for lemma in strings(record, "nisba"):
            for form in forms.adjective(lemma):
                yield Noun(
                    form.words,
                    NounClass.NISBA,
                    lemma,
                    record["adj"],
                    form.number,
                    form.definite,
                    country=iso3,
                )
        for lemma in strings(record, "people"):
            for form in forms.noun(lemma, sound=False):
                yield Noun(
                    form.words,
                    NounClass.NISBA,
                    lemma,
                    record["adj"],
                    Number.PLURAL,
                    form.definite,
                    country=iso3,
                )


def alpha3_of(iso2: str | None) -> str | None:
    """Return the alpha-3 code of an alpha-2 one."""
    return _by_alpha2().get(iso2 or "")


@cache
def _by_alpha2() -> dict[str, str]:
    return {record["iso2"]: iso3 for iso3, record in _states().items()}
