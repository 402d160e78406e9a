"""A timeline for a web page: the JSON of TimelineJS3 (timeline.knightlab.com/docs/json-format.html).

A date has as many parts as are known: of a month that is named no day is made up. `display_date` is the
EDTF, for TimelineJS has no mark for what is uncertain. Its texts are HTML: all words are escaped, and only
addresses of the web become links.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from core.export.jsonl import array

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.export.record import Record
    from core.export.tally import Tally

_PARTS = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[?~%]?")
_NAMES = ("year", "month", "day")


def write(records: Iterable[Record], tally: Tally) -> Iterator[str]:
    """Yield one object with a slide for each event that has a day; the others are counted and left out."""
    return array('{"events": [', _slides(records, tally), "\n]}\n")


def _slides(records: Iterable[Record], tally: Tally) -> Iterator[dict[str, Any] | None]:
    for record in records:
        days = _days(record["date"])
        if days is None:
            tally.left_out += 1
            yield None
            continue
        tally.written += 1
        yield {
            "unique_id": record["id"],
            **days,
            "display_date": record["date"]["edtf"] or record["date"]["start"],
            "group": record["event"] or record["kind"],
            "text": {"headline": _headline(record), "text": _body(record)},
            "autolink": False,
        }


def _days(date: dict[str, Any]) -> dict[str, Any] | None:
    """Return the first day, month or year, and the last one where it is another; null where none is known.

    An interval that is open on one side is shown where it is known to begin or end.
    """
    known = date["start"] or date["end"]
    if known is None:
        return None
    first, _, last = (date["edtf"] or "").partition("/")
    start = _parts(first) or _day(known)
    if last:
        end = _parts(last) or (_day(date["end"]) if date["end"] else start)
    else:  # A decade, a season, a week: days are known, and no name that TimelineJS has.
        end = start if _parts(first) or date["end"] is None else _day(date["end"])
    return {"start_date": start} if end == start else {"start_date": start, "end_date": end}


def _parts(edtf: str) -> dict[str, int] | None:
    """Return year, month and day, as far as an EDTF says them; null where it says something else."""
    found = _PARTS.fullmatch(edtf)
    if found is None:
        return None
    return {name: int(part) for name, part in zip(_NAMES, found.groups(), strict=True) if part}


def _day(iso: str) -> dict[str, int]:
    return {name: int(part) for name, part in zip(_NAMES, iso.split("-"), strict=True)}


def _headline(record: Record) -> str:
    summary: str | None = record["summary_en"]
    return escape(summary) if summary else f'<span dir="rtl">{escape(record["text"])}</span>'


def _body(record: Record) -> str:
    doc, date, source = record["doc"], record["date"], record["source"]
    named = " — ".join(escape(name) for name in (doc["outlet"], doc["title"]) if name)
    if re.match(r"https?://", doc["uri"] or ""):
        named = f'<a href="{escape(doc["uri"])}">{named or escape(doc["uri"])}</a>'
    place = f"¶ {source['paragraph'] + 1}, {source['start']}–{source['end']}"
    if doc["published"]:
        place += f", published {doc['published']}"
    lines = [
        _arabic(escape(record["text"])),
        _arabic(named) if named else "",
        f"<p>{escape(place)}</p>",
        f"<p>{escape(date['edtf'] or '')}: {escape(date['reason'])}</p>",
        f'<p dir="auto">{escape(record["note"])}</p>' if record["note"] else "",
        f"<p><small>{escape(record['id'])} · {escape(record['status'])}</small></p>",
    ]
    return "".join(lines)


def _arabic(html: str) -> str:
    return f'<p dir="rtl" lang="ar">{html}</p>'
