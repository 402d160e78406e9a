"""Whether two tellings are of one place."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.model import Place

_NEAR_KM = 50.0
_EARTH_KM = 6371.0


def nearness(mine: tuple[Place, ...], theirs: tuple[Place, ...]) -> int:
    """Return 2 for a common place, 1 for one in or near the other, -1 for apart, 0 where one says nothing."""
    if not mine or not theirs:
        return 0
    return max(_near(one, other) for one in mine for other in theirs)


def _near(one: Place, other: Place) -> int:
    if one.name_en is not None and one.name_en == other.name_en:
        return 2
    if one.name_en is None and one.text == other.text:
        return 1
    if one.lat is None or other.lat is None or one.country != other.country:
        return -1
    # What has no number of GeoNames is a country or a region: it may hold the other.
    return 1 if one.geonameid is None or other.geonameid is None or _km(one, other) < _NEAR_KM else -1


def _km(one: Place, other: Place) -> float:
    """Return the distance along the great circle (haversine)."""
    lat1, lon1, lat2, lon2 = (math.radians(x or 0.0) for x in (one.lat, one.lon, other.lat, other.lon))
    chord = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def named(places: tuple[Place, ...]) -> str:
    """Return the names of places, for a person."""
    return ", ".join(place.name_en or place.text for place in places)
