"""Rows in memory gathered into groups."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from core.grouping.groups import Grouping, Name, arranged
from core.grouping.keys import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.grouping.groups import Arrangement, Groups
    from core.model import Event

_AT_A_TIME = 64
"""Rows that are gathered before others have their turn."""
_FEW = 2_000
"""So many are put in order in less time than a thread takes."""


async def gathered(told: Sequence[tuple[Event, int]], dated: int, arrangement: Arrangement) -> Groups:
    """Return another order of rows in the order of time.

    Args:
        told: the event of each row, and the number of its article.
        dated: how many have a date; these are the first.
        arrangement: how.
    """
    grouping = arrangement.grouping
    members: dict[str, list[int]] = {}
    names: dict[str, Name] = {}
    if grouping is not Grouping.NONE:
        for index, (event, document) in enumerate(told):
            for key, name in _keys(event, document, grouping):
                held = members.setdefault(key, [])
                if not held or held[-1] != index:
                    held.append(index)
                if _is_better(name, names.get(key)):
                    names[key] = name
            if index % _AT_A_TIME == 0:
                await asyncio.sleep(0)  # A screen may be drawn in between.
    if grouping is Grouping.ARTICLE:
        members = {str(number): members[str(number)] for number in sorted(map(int, members))}
    if len(told) <= _FEW:
        return arranged(arrangement, len(told), dated, members, names)
    return await asyncio.to_thread(arranged, arrangement, len(told), dated, members, names)


def _keys(event: Event, document: int, grouping: Grouping) -> Iterator[tuple[str, Name]]:
    if grouping is Grouping.ARTICLE:
        yield str(document), Name()
    elif grouping is Grouping.YEAR:
        begin = event.date.start or event.date.end
        if begin is not None:
            yield str(begin.year), Name(str(begin.year), str(begin.year))
    else:
        yield from keys_of(event, grouping)


def _is_better(name: Name, other: Name | None) -> bool:
    """Tell whether a name stands for its group rather than another; ties are broken by the letters."""
    return other is None or _rank(name) < _rank(other)


def _rank(name: Name) -> tuple[int, str, str]:
    return name.badness, name.arabic, name.english
