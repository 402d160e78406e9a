"""Events as PLOVER writes them: one JSON object a line, with the names of its gold standard records.

PLOVER knows an actor and a recipient (its JSON: `source` and `target`, lists both) and no mediator: mediators
are actors, and so are participants of whom none is host. What it has no name for stands in `textInfo`, which
is its place for what belongs to the text.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from core.export.flat import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.export.record import Record
    from core.export.tally import Tally

_VERSION = "0.8"
_ACTING = ("source", "mediator", "participant")


def write(records: Iterable[Record], tally: Tally) -> Iterator[str]:
    """Yield a line for each event that has a category; the others are counted and left out."""
    for record in records:
        if record["event"] is None:
            tally.left_out += 1
            yield ""
            continue
        tally.written += 1
        yield json.dumps(_plover(record), ensure_ascii=False) + "\n"


def _plover(record: Record) -> dict[str, Any]:
    date, doc = record["date"], record["doc"]
    place = place_of(record)
    return {
        "id": record["id"],
        "date": date["start"] or date["end"] or "",
        "source": [_actor(actor) for actor in record["actors"] if actor["role"] in _ACTING],
        "target": [_actor(actor) for actor in record["actors"] if actor["role"] == "target"],
        "event": record["event"],
        "eventText": (record["trigger"] or {}).get("text") or "",
        "mode": record["mode"] or "",
        "context": record["context"],
        "location": _location(place) if place else {},
        "text": record["text"],
        "textInfo": {
            "edtf": date["edtf"],
            "endDate": date["end"],
            "dateText": date["text"],
            "dateReason": date["reason"],
            "cameo": record["cameo"],
            "paragraph": record["source"]["paragraph"],
            "start": record["source"]["start"],
            "end": record["source"]["end"],
            "title": doc["title"],
            "uri": doc["uri"],
            "published": doc["published"],
            "mediators": [actor["text"] for actor in record["actors"] if actor["role"] == "mediator"],
            "status": record["status"],
        },
        "language": "ar",
        "publication": doc["outlet"] or "",
        "coder": "mediation-tui",
        "version": _VERSION,
        "comment": record["note"] or "",
    }


def _actor(actor: dict[str, Any]) -> dict[str, Any]:
    country, sector = _split(actor["code"] or "", actor["sector"])
    return {"actorText": actor["text"], "code": country, "sector": sector}


def _split(code: str, sector: str | None) -> tuple[str, str]:
    """Take the role off a CAMEO code, as in EGYGOV; where it has none the sector says which it is."""
    roles = _sectors()
    if code[-3:] in roles:
        return code[:-3], code[-3:]
    return code, next((role for role, name in roles.items() if name == sector), "")


@cache
def _sectors() -> dict[str, str]:
    """Return the sector that each role part of a code stands for: a table of the lexicon.

    The file alone is read, for the process of the screen loads no part of the analysis.
    """
    text = files("core").joinpath("events", "lexicon", "codes.toml").read_text(encoding="utf-8")
    return {str(role): str(sector) for role, sector in tomllib.loads(text)["sector"].items()}


def _location(place: dict[str, Any]) -> dict[str, Any]:
    return {
        "placeText": place["text"],
        "placeName": place["name_en"] or "",
        "country": place["country"] or "",
        "latitude": place["lat"],
        "longitude": place["lon"],
        "geonameid": place["geonameid"],
    }
