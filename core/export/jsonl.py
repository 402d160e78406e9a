"""Event records as JSON Lines: one object a line, UTF-8, Arabic as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.export.record import Record
    from core.export.tally import Tally


def write(records: Iterable[Record], tally: Tally) -> Iterator[str]:
    """Yield a line, with its line break, for each event."""
    for record in records:
        tally.written += 1
        yield json.dumps(record, ensure_ascii=False) + "\n"


def array(before: str, items: Iterable[object], after: str) -> Iterator[str]:
    """Yield one JSON document that has some items in an array, an item a line.

    Args:
        before: the document as far as it stands before the first item.
        items: JSON-ready data; null stands for what is left out.
        after: what stands behind the last one.
    """
    yield before
    comma = "\n"
    for item in items:
        if item is None:
            yield ""
            continue
        yield comma + json.dumps(item, ensure_ascii=False)
        comma = ",\n"
    yield after
