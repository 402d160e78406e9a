"""Groups of rows, and the order in which they and their rows stand."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Grouping(StrEnum):
    """What rows are gathered by."""

    NONE = "none"
    ARTICLE = "article"
    ACTOR = "actor"
    PLACE = "place"
    CATEGORY = "category"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How rows are gathered and ordered."""

    grouping: Grouping = Grouping.NONE
    newest: bool = False
    """Whether what is later stands first, in each group; what has no date stands last either way."""
    by_name: bool = False
    """Whether groups are ordered by name (articles as they came), not by how many rows they have."""
    arabic: bool = False
    """Whether it is the Arabic name by which they are ordered."""

    @property
    def plain(self) -> bool:
        """Whether it is the order of time."""
        return self.grouping is Grouping.NONE and not self.newest


@dataclass(frozen=True, slots=True)
class Name:
    """What a group is called, as far as the lexicon says; empty where it does not."""

    arabic: str = ""
    english: str = ""
    badness: int = 0
    """Of several names of one identity the one with the least stands for all."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together."""

    grouping: Grouping
    key: str
    """Identity, or words folded; empty for the rows that belong nowhere, which stand last."""
    name: Name
    start: int
    """Index of its first row."""
    count: int


@dataclass(frozen=True, slots=True)
class Groups:
    """All rows in their new order."""

    positions: Sequence[int]
    """For each row its index in the order of time; a row of several groups is there several times."""
    groups: tuple[Group, ...]
    """In their order, without a gap; none where rows are only ordered."""
    first: Sequence[int]
    """For each index in the order of time the first row that it has here."""
    following: Sequence[int]
    """For each row the next one of the same event, or -1."""


def arranged(
    arrangement: Arrangement,
    count: int,
    dated: int,
    members: Mapping[str, Sequence[int]],
    names: Mapping[str, Name],
) -> Groups:
    """Put rows in order.

    Args:
        arrangement: how.
        count: how many rows there are.
        dated: how many of them have a date; these are the first.
        members: the rows of each group by its key, ascending, each once; the order of the keys is that by
            name where these have no name.
        names: by key, as far as there are any.
    """
    grouping = arrangement.grouping
    positions = array("q")
    groups = []
    if grouping is Grouping.NONE:
        positions.extend(_ordered(range(count), dated, newest=arrangement.newest))
    else:
        for key in _keys(arrangement, members, names):
            rows = members[key]
            groups.append(Group(grouping, key, names.get(key, Name()), len(positions), len(rows)))
            positions.extend(_ordered(rows, dated, newest=arrangement.newest))
        if rest := _rest(positions, count):
            groups.append(Group(grouping, "", Name(), len(positions), len(rest)))
            positions.extend(_ordered(rest, dated, newest=arrangement.newest))
    first, following = array("q", [-1]) * count, array("q", [-1]) * len(positions)
    for row in range(len(positions) - 1, -1, -1):
        position = positions[row]
        following[row] = first[position]
        first[position] = row
    return Groups(positions, tuple(groups), first, following)


def _keys(
    arrangement: Arrangement, members: Mapping[str, Sequence[int]], names: Mapping[str, Name]
) -> list[str]:
    """Return the keys of the groups in their order."""
    none = Name()
    if arrangement.grouping in (Grouping.ARTICLE, Grouping.YEAR):
        keys = list(members)
        if arrangement.by_name and arrangement.newest and arrangement.grouping is Grouping.YEAR:
            keys.reverse()
    else:
        keys = sorted(members, key=lambda key: _called(names.get(key, none), key, arabic=arrangement.arabic))
    if not arrangement.by_name:
        keys.sort(key=lambda key: -len(members[key]))
    return keys


def _called(name: Name, key: str, *, arabic: bool) -> tuple[bool, str, str]:
    """Return by what a name stands in a list: those that the lexicon has first."""
    called = name.arabic if arabic else name.english
    return not called, (called or name.arabic or name.english or key).casefold(), key


def _ordered(rows: Sequence[int], dated: int, *, newest: bool) -> Sequence[int]:
    if not newest:
        return rows
    undated = bisect_left(rows, dated)
    return [*reversed(rows[:undated]), *rows[undated:]]


def _rest(positions: array[int], count: int) -> Sequence[int]:
    """Return the rows that stand in no group."""
    here = bytearray(count)
    for position in positions:
        here[position] = 1
    return [row for row in range(count) if not here[row]] if 0 in here else ()
