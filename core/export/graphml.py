"""Who mediates between whom, as GraphML: an edge from each mediator to each party, one for each event.

Whoever wants weights adds the edges of a pair up. Memory holds the names of those that were seen, no events.
"""

from __future__ import annotations

import re
from html import escape
from itertools import count
from typing import TYPE_CHECKING, Any

from core.arabic import fold_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.export.record import Record
    from core.export.tally import Tally

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, not even as a reference."""
_NODE = {"label": "string", "name_en": "string"}
_EDGE = {
    "event": "string", "edtf": "string", "start": "string", "end": "string", "date_reason": "string",
    "issues": "string", "round": "int", "text": "string", "outlet": "string", "title": "string",
    "uri": "string", "paragraph": "int", "sentence_start": "int", "sentence_end": "int", "status": "string",
    "note": "string",
}  # fmt: skip
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'


def write(records: Iterable[Record], tally: Tally) -> Iterator[str]:
    """Yield one graph; events without a mediator and a party are counted and left out."""
    yield _HEAD
    for kind, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, type_ in keys.items():
            key = f"{kind[0]}_{name}"
            yield f'<key id="{key}" for="{kind}" attr.name="{name}" attr.type="{type_}"/>\n'
    yield '<graph edgedefault="directed">\n'
    seen: dict[str, str] = {}
    numbers = count()
    for record in records:
        mediation = record["mediation"]
        if mediation is None or not (mediation["mediators"] and mediation["parties"]):
            tally.left_out += 1
            yield ""
            continue
        tally.written += 1
        data = _data("e", _said(record))
        for mediator in mediation["mediators"]:
            for party in mediation["parties"]:
                for one in (mediator, party):
                    if (key := _key(one)) not in seen:
                        seen[key] = f"n{len(seen)}"
                        named = {"label": one["text"], "name_en": one["name_en"]}
                        yield f'<node id="{seen[key]}">{_data("n", named)}</node>\n'
                ends = f'source="{seen[_key(mediator)]}" target="{seen[_key(party)]}"'
                yield f'<edge id="e{next(numbers)}" {ends}>{data}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _key(party: dict[str, Any]) -> str:
    """Return by what a party is known: its identity, or its words however they are spelt."""
    return str(party["id"] or fold_key(party["text"]))


def _said(record: Record) -> dict[str, Any]:
    date, doc, source, mediation = record["date"], record["doc"], record["source"], record["mediation"]
    return {
        "event": record["id"],
        "edtf": date["edtf"],
        "start": date["start"],
        "end": date["end"],
        "date_reason": date["reason"],
        "issues": " ".join(named["issue"] for named in mediation["issues"]),
        "round": (mediation["round"] or {}).get("number"),
        "text": record["text"],
        "outlet": doc["outlet"],
        "title": doc["title"],
        "uri": doc["uri"],
        "paragraph": source["paragraph"],
        "sentence_start": source["start"],
        "sentence_end": source["end"],
        "status": record["status"],
        "note": record["note"],
    }


def _data(prefix: str, values: dict[str, Any]) -> str:
    return "".join(
        f'<data key="{prefix}_{name}">{escape(_NO_XML.sub("", str(value)), quote=False)}</data>'
        for name, value in values.items()
        if value not in (None, "")
    )
