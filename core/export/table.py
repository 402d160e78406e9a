r"""Tables: a row an event (`core.export.flat`).

CSV as RFC 4180 has it: commas, CRLF, quotation marks doubled. Excel takes a CSV file for one in the system's
old encoding unless it begins with U+FEFF, which for most other programs is a letter of the first column's
name: hence two formats. Tabs and line breaks within a value of TSV become spaces, for its readers know no
quotation marks.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, also one that fetches or sends
something (OWASP, «CSV injection»); what is in an article may be anybody's. Such a cell gets an apostrophe
before it. So does one that has apostrophes before such a sign, so that taking one off gives what was there.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from core.export.flat import columns, flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.export.flat import Value
    from core.export.record import Record
    from core.export.tally import Tally

_FORMULA = frozenset("=+-@\t\r")
_BOM = "\ufeff"
_BLANKS = str.maketrans("\t\r\n\v\f\x85\u2028\u2029", " " * 8)


class _Echo:
    """A file that gives back what is written to it, for csv.writer writes to nothing else."""

    def write(self, text: str) -> str:
        return text


def write_csv(records: Iterable[Record], tally: Tally) -> Iterator[str]:
    """Yield a table: the names of the columns, then a row an event."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    yield writer.writerow(columns())
    for record in records:
        tally.written += 1
        yield writer.writerow([guarded(value) for value in flat(record).values()])


def write_excel(records: Iterable[Record], tally: Tally) -> Iterator[str]:
    """Yield the same with the mark of UTF-8 before it."""
    yield _BOM
    yield from write_csv(records, tally)


def write_tsv(records: Iterable[Record], tally: Tally) -> Iterator[str]:
    """Yield the same with tabs between the columns."""
    yield "\t".join(columns()) + "\n"
    for record in records:
        tally.written += 1
        cells = (guarded(value) for value in flat(record).values())
        yield "\t".join("" if cell is None else str(cell).translate(_BLANKS) for cell in cells) + "\n"


def guarded(value: Value) -> Value:
    """Return a value that no spreadsheet takes for a formula; numbers are none."""
    if isinstance(value, str) and value.lstrip("'")[:1] in _FORMULA:
        return f"'{value}"
    return value
