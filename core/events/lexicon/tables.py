"""The lexicon's files, read and checked record by record."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

from core.events.lexicon.records import Geo
from core.resources import laid_over

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Table = dict[str, Any]


class City(NamedTuple):
    """A row of the table of places."""

    point: Geo
    others: tuple[str, ...]
    """Other Arabic spellings."""
    population: int
    capital: bool


def table(name: str) -> Table:
    """Return a TOML file of the lexicon, with the person's own entries laid over it."""
    text = resources.files("core.events.lexicon").joinpath(name).read_text(encoding="utf-8")
    return laid_over(name, tomllib.loads(text))


def strings(record: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return a list of strings that may be left out."""
    return tuple(record.get(key, ()))


@cache
def geonames() -> tuple[City, ...]:
    """Return the places of the derived GeoNames table.

    It is tab-separated, not TOML: tomllib would take longer to read it than all other tables together.
    """
    return tuple(_geonames())


def _geonames() -> Iterator[City]:
    text = resources.files("core.events.lexicon").joinpath("places.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        geonameid, country, lat, lon, population, capital, english, arabic, others = line.split("\t")
        point = Geo(float(lat), float(lon), int(geonameid), country, arabic, english)
        yield City(point, tuple(others.split("|")) if others else (), int(population), bool(capital))
