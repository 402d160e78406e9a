"""Interval partitioning: what overlaps stands in different lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def lanes(intervals: Sequence[tuple[int, int]], most: int) -> list[int | None]:
    """Give each interval a lane in which nothing overlaps it.

    Args:
        intervals: the first and the last cell of each, inclusive; the earlier in the sequence the more it
            matters.
        most: how many lanes there are.

    Returns:
        The number of each one's lane, the lowest that is free, in the same order; None where none is. In the
        order of their beginnings no more lanes are taken than overlap somewhere (Kleinberg and Tardos,
        Algorithm Design, 4.1).
    """
    taken: list[list[tuple[int, int]]] = [[] for _ in range(most)]
    found: list[int | None] = []
    for first, last in intervals:
        free = (
            number
            for number, lane in enumerate(taken)
            if all(last < other_first or other_last < first for other_first, other_last in lane)
        )
        number = next(free, None)
        if number is not None:
            taken[number].append((first, last))
        found.append(number)
    return found
