"""The forms in which events are written: the command line, the screen and docs/export.md are made from this.

A format is a function of a module of its own, which is loaded when it is asked for. It takes event records
one by one and yields text as it goes, so that memory is flat however many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from core.export.record import Record, record
from core.export.tally import Tally

if TYPE_CHECKING:
    from core.model import Event

Write = Callable[[Iterable[Record], Tally], Iterator[str]]
"""Yields the text of an export and counts into the tally what went into it and what could not.

At least one piece, be it empty, for each event: between two of them others may have their turn."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write events down. All are text, in UTF-8."""

    name: str
    suffix: str
    """The end of a file's name, with its dot."""
    purpose: str
    """What it is good for: one English line, without a full stop."""
    media_type: str
    where: str
    """Module and function, `module:function`."""
    leaves_out: str = ""
    """Which events it cannot hold, to be put behind their number; empty: it holds all."""

    def lines(self, events: Iterable[Event], tally: Tally) -> Iterator[str]:
        """Yield the text for some events, a piece at a time."""
        return self.write(map(record, events), tally)

    @property
    def write(self) -> Write:
        """The function, which is loaded for it."""
        module, _, function = self.where.partition(":")
        return cast("Write", getattr(import_module(module), function))


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format(
            "jsonl",
            ".jsonl",
            "everything that is known, an event a line; for programs",
            "application/jsonl",
            "core.export.jsonl:write",
        ),
        Format(
            "csv",
            ".csv",
            "a table, an event a row; for R, pandas, LibreOffice",
            "text/csv",
            "core.export.table:write_csv",
        ),
        Format(
            "excel",
            ".csv",
            "the same table with the mark by which Excel knows Arabic",
            "text/csv",
            "core.export.table:write_excel",
        ),
        Format(
            "tsv",
            ".tsv",
            "the same table with tabs; for the shell",
            "text/tab-separated-values",
            "core.export.table:write_tsv",
        ),
        Format(
            "timelinejs",
            ".timeline.json",
            "a timeline on a web page; for TimelineJS3",
            "application/json",
            "core.export.timelinejs:write",
            "without a day or year",
        ),
        Format(
            "plover",
            ".plover.jsonl",
            "PLOVER records, an event a line; for event data sets",
            "application/jsonl",
            "core.export.plover:write",
            "without a category",
        ),
        Format(
            "geojson",
            ".geojson",
            "points on a map; for QGIS, Leaflet",
            "application/geo+json",
            "core.export.geojson:write",
            "without coordinates",
        ),
        Format(
            "graphml",
            ".graphml",
            "who mediates between whom; for Gephi, NetworkX, R",
            "application/graphml+xml",
            "core.export.graphml:write",
            "without a mediator or a party",
        ),
        Format(
            "markdown",
            ".md",
            "a report to read, each event with its words and source",
            "text/markdown",
            "core.export.markdown:write",
        ),
    )
}
"""By name, in the order in which they are offered."""


def encoded(text: str) -> bytes:
    """Return the bytes of a piece of an export.

    JSON may bring half of a surrogate pair, which UTF-8 has no bytes for: it is written as the escape that
    JSON has for it.
    """
    return text.encode("utf-8", "backslashreplace")


def told(tally: Tally, format_: Format) -> str:
    """Say in a few English words what an export took."""
    written = f"{tally.written:,} event{'' if tally.written == 1 else 's'}"
    return f"{written}; {tally.left_out:,} {format_.leaves_out} left out" if tally.left_out else written
