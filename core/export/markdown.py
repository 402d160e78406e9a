"""A report to read: by year, each event with its words, the reason for its date, and where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.export.record import Record
    from core.export.tally import Tally

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&]")
_OPENING = re.compile(r"^(\s*)([-+=]|\d+[.)])")
"""What begins a list, or makes a heading of the line above."""


def write(records: Iterable[Record], tally: Tally) -> Iterator[str]:
    """Yield a paragraph or so for each event, under a heading wherever the year changes."""
    yield "# Timeline\n"
    year = ""
    for record in records:
        tally.written += 1
        known = record["date"]["start"] or record["date"]["end"]
        if (here := known[:4] if known else "Undated") != year:
            year = here
            yield f"\n## {year}\n"
        yield _event(record)
    yield f"\n{tally.written:,} event{'' if tally.written == 1 else 's'}.\n"


def _event(record: Record) -> str:
    doc, date, source = record["doc"], record["date"], record["source"]
    named = " — ".join(plain(name) for name in (doc["outlet"], doc["title"]) if name)
    where = [f"¶ {source['paragraph'] + 1}, characters {source['start']}–{source['end']}"]
    if doc["published"]:
        where.append(f"published {doc['published']}")
    if doc["uri"]:
        where.append(
            f"<{doc['uri']}>" if re.fullmatch(r"https?://[^\s<>]+", doc["uri"]) else plain(doc["uri"])
        )
    codes = " ".join(filter(None, (record["event"], record["cameo"])))
    lines = [
        f"### {date['edtf'] or 'undated'}{f' · {codes}' if codes else ''}",
        plain(record["summary_en"] or ""),
        f"> {plain(record['text'])}",
        named,
        f"{', '.join(where)}.",
        f"Date: {plain(date['reason'].rstrip('.'))}." if date["reason"] else "",
        f"Note: {plain(record['note'])}" if record["note"] else "",
        f"`{record['id']}` · {record['status']}",
    ]
    return "".join(f"\n{line}\n" for line in lines if line)


def plain(text: str) -> str:
    """Return a text on one line that Markdown takes for nothing but words."""
    line = _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    return _OPENING.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", line)
