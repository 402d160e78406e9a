"""The features of one explorer, by name: the actions of the key table name them.

An action `NAME.method(arguments)` is a method of a part; its module is loaded when it is first asked for, so
that the first frame waits for none of them.
"""

from __future__ import annotations

import ast
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.screens.correcting import Correcting
    from tui.screens.explorer import ExplorerScreen
    from tui.screens.filling import Filling
    from tui.screens.filtering import Filtering
    from tui.screens.finding import Finding
    from tui.screens.form import Form
    from tui.screens.grouping import EventGroups
    from tui.screens.intake import Intake
    from tui.screens.part import Part
    from tui.screens.returning import Returning

PARTS = {
    "articles": "tui.screens.articles:Articles",
    "axis": "tui.screens.zooming:Zooming",
    "export": "tui.screens.exporting:Exporting",
    "commands": "tui.screens.commanding:Commands",
    "intake": "tui.screens.intake:Intake",
    "look": "tui.screens.looking:Looking",
    "place": "tui.screens.returning:Returning",
    "filter": "tui.screens.filtering:Filtering",
    "date": "tui.screens.going:Going",
    "find": "tui.screens.finding:Finding",
    "group": "tui.screens.grouping:EventGroups",
    "ticks": "tui.screens.ticking:Ticking",
    "compare": "tui.screens.comparing:Comparing",
    "add": "tui.screens.adding:Adding",
    "correct": "tui.screens.correcting:Correcting",
    "fill": "tui.screens.filling:Filling",
    "form": "tui.screens.form:Form",
    "note": "tui.screens.noting:Noting",
    "spans": "tui.screens.spanning:Spanning",
    "text": "tui.screens.text_order:TextOrder",
}
"""Each part's module and class."""


class Parts:
    """Those that were loaded, and the way to load the others."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Load nothing yet."""
        self._screen = screen
        self._loaded: dict[str, Part] = {}

    def __iter__(self) -> Iterator[Part]:
        """Yield those that were loaded."""
        return iter(tuple(self._loaded.values()))

    def named(self) -> Iterator[tuple[str, Part]]:
        """Yield those that were loaded, by name."""
        return iter(tuple(self._loaded.items()))

    def load(self, name: str) -> Part:
        """Return a part, which is loaded if it is not yet."""
        part = self._loaded.get(name)
        if part is None:
            part = self._loaded[name] = part_class(name)(self._screen)
        return part

    def act(self, action: str) -> None:
        """Do an action of the key table that is a part's."""
        name, method, arguments = read_action(action)
        getattr(self.load(name), method)(*arguments)

    @property
    def finding(self) -> Finding | None:
        """The search, if it was loaded."""
        return cast("Finding | None", self._loaded.get("find"))

    @property
    def groups(self) -> EventGroups | None:
        """The order of the rows, if another was ever chosen."""
        return cast("EventGroups | None", self._loaded.get("group"))

    @property
    def returning(self) -> Returning | None:
        """What keeps the place, if it is kept."""
        return cast("Returning | None", self._loaded.get("place"))

    @property
    def intake(self) -> Intake | None:
        """The analysis, if there ever was one."""
        return cast("Intake | None", self._loaded.get("intake"))

    @property
    def filtering(self) -> Filtering | None:
        """The filter, if it was loaded."""
        return cast("Filtering | None", self._loaded.get("filter"))

    @property
    def correcting(self) -> Correcting:
        """What changes what a person says, loaded if it was not yet."""
        return cast("Correcting", self.load("correct"))

    @property
    def filling(self) -> Filling:
        """The line in which a field of the form is written, loaded if it was not yet."""
        return cast("Filling", self.load("fill"))

    @property
    def form(self) -> Form | None:
        """The form of corrections, if it was loaded."""
        return cast("Form | None", self._loaded.get("form"))


def is_parts(action: str) -> bool:
    """Tell whether an action of the key table is a part's."""
    return action.partition(".")[0] in PARTS


def part_class(name: str) -> type[Part]:
    """Load the class of a part."""
    module, _, class_ = PARTS[name].partition(":")
    return cast("type[Part]", getattr(import_module(module), class_))


def read_action(action: str) -> tuple[str, str, tuple[Any, ...]]:
    """Take `NAME.method(arguments)` apart; the brackets may be left out."""
    name, _, call = action.partition(".")
    method, _, inside = call.partition("(")
    arguments = ast.literal_eval(f"({inside.removesuffix(')')},)") if inside.removesuffix(")") else ()
    return name, method, arguments
