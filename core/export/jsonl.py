"""Event records as JSON Lines: one object a line, UTF-8, Arabic as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from core.export.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.model import Event


def jsonl(events: Iterable[Event]) -> Iterator[str]:
    """Yield a line, with its line break, for each event."""
    for event in events:
        yield json.dumps(record(event), ensure_ascii=False) + "\n"
