"""How the screen looks: what a theme makes of the palette's styles, on the way to the terminal.

Widgets draw with `tui.palette` alone, in the terminal's own colours. A theme is laid over all that they have
drawn, so that it can be changed at any time and nobody has to know of it; the usual one, `terminal`, changes
nothing and is not even asked. The others stand in themes.toml.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

from tui.themes import ThemeName

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.color import Color

COLOURS = ("red", "green", "yellow", "blue", "magenta", "cyan")
"""The colours that the palette is drawn in."""
Look: TypeAlias = tuple[str, str]
"""A colour of the palette, or an empty word, and how it is used: `""`, `dim` or `reverse`."""


class Theme(LineFilter):
    """What becomes of every style of the palette; one object a theme, for its lines are kept by it."""

    def __init__(self, name: ThemeName, looks: Mapping[Look, Style]) -> None:
        """Take the table of a theme."""
        super().__init__()
        self.name = name
        self._looks = looks
        self._worn: dict[Style | None, Style] = {}

    def worn(self, style: Style | None) -> Style:
        """Return what a style of the palette is in this theme."""
        found = self._worn.get(style)
        if found is None:
            found = self._worn[style] = self._wear(style or Style.null())
        return found

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Dress a line."""
        del background  # The theme's own.
        worn = self.worn
        return [
            segment if segment.control else Segment(segment.text, worn(segment.style)) for segment in segments
        ]

    def _wear(self, style: Style) -> Style:
        colour = style.color.name if style.color and style.color.name in COLOURS else ""
        way = "reverse" if style.reverse else "dim" if style.dim else ""
        return self._looks[colour, way] + Style(bold=style.bold, underline=style.underline)


def theme(name: ThemeName) -> Theme:
    """Return any theme but `TERMINAL`, which changes nothing."""
    return _themes()[name]


@cache
def _themes() -> Mapping[ThemeName, Theme]:
    data = tomllib.loads(files("tui.themes").joinpath("themes.toml").read_text(encoding="utf-8"))
    return {ThemeName(name): Theme(ThemeName(name), dict(_looks(**table))) for name, table in data.items()}


def _looks(
    text: Mapping[str, str], dim: Mapping[str, str], reverse: Mapping[str, str]
) -> list[tuple[Look, Style]]:
    """Read a theme's tables; what one of them says of no colour holds for those that it does not name."""
    found: list[tuple[Look, Style]] = []
    for way, table in (("", text), ("dim", dim), ("reverse", reverse)):
        unknown = set(table) - {"none", *COLOURS}
        if unknown:
            raise ValueError(f"no colours of the palette: {', '.join(sorted(unknown))}")
        found.append((("", way), Style.parse(table["none"])))
        found += [((colour, way), Style.parse(table.get(colour, table["none"]))) for colour in COLOURS]
    return found
