"""Rows in another order than that of time: in groups by article, actor, place, category or year.

Knows rows by their index in the order of time alone, so that it serves events in memory and in a library.
"""

from core.grouping.groups import Arrangement, Group, Grouping, Groups, Name, arranged

__all__ = ["Arrangement", "Group", "Grouping", "Groups", "Name", "arranged"]
