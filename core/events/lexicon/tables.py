"""The lexicon's files, read and checked record by record."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING, Any

from core.events.lexicon.records import Geo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Table = dict[str, Any]


def table(name: str) -> Table:
    """Return a TOML file of the lexicon."""
    text = resources.files("core.events.lexicon").joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def strings(record: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return a list of strings that may be left out."""
    return tuple(record.get(key, ()))


def geonames() -> Iterator[tuple[Geo, tuple[str, ...], int]]:
    """Yield the places of the derived GeoNames table: point, other Arabic spellings, population.

    It is tab-separated, not TOML: tomllib would take longer to read it than all other tables together.
    """
    text = resources.files("core.events.lexicon").joinpath("places.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        geonameid, country, lat, lon, population, english, arabic, others = line.split("\t")
        point = Geo(float(lat), float(lon), int(geonameid), country, arabic, english)
        yield point, tuple(others.split("|")) if others else (), int(population)
