"""Events with coordinates as GeoJSON (RFC 7946): a feature each, the columns of the table its properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.export.flat import flat, located, place_of
from core.export.jsonl import array

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.export.record import Record
    from core.export.tally import Tally


def write(records: Iterable[Record], tally: Tally) -> Iterator[str]:
    """Yield a FeatureCollection; what has no coordinates is counted and left out."""
    return array('{"type": "FeatureCollection", "features": [', _features(records, tally), "\n]}\n")


def _features(records: Iterable[Record], tally: Tally) -> Iterator[dict[str, Any] | None]:
    for record in records:
        place = place_of(record)
        if place is None or not located(place):
            tally.left_out += 1
            yield None
            continue
        tally.written += 1
        yield {
            "type": "Feature",
            "id": record["id"],
            "geometry": {"type": "Point", "coordinates": [place["lon"], place["lat"]]},
            "properties": flat(record),
        }
