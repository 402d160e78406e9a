"""How the screen looks, by name and not in a round: themes, layouts, ways of drawing Arabic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tui.arrangement import Arrangement
from tui.language import tr
from tui.screens.offer import Offer, named
from tui.screens.part import Part
from tui.terminal import CYCLE, BidiMode
from tui.themes import ThemeName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.explorer import ExplorerApp
    from tui.screens.explorer import ExplorerScreen

_LAYOUTS = {
    Arrangement.AUTO: "by the window's size",
    Arrangement.SIDE: "side by side",
    Arrangement.STACKED: "stacked",
    Arrangement.ONE: "one pane",
}
_THEMES = {
    ThemeName.TERMINAL: "the terminal's own colours",
    ThemeName.DARK: "dark",
    ThemeName.LIGHT: "light",
    ThemeName.SIXTEEN: "eight colours, nothing dim",
    ThemeName.PLAIN: "without colours",
}


class Looking(Part):
    """The looks of one explorer."""

    @classmethod
    def offers(cls, screen: ExplorerScreen) -> Iterator[Offer]:
        """Offer every theme, layout and way of drawing Arabic but the present ones."""
        for theme, words in _THEMES.items():
            if theme is not _app(screen).worn:
                yield Offer(named("Theme: {name}", name=words), f"look.wear({theme.value!r})")
        for layout, words in _LAYOUTS.items():
            if layout is not screen.arrangement:
                yield Offer(named("Layout: {name}", name=words), f"look.arrange({layout.value!r})")
        for mode in CYCLE:
            if mode is not screen.writing.mode:
                yield Offer(named("Arabic: {mode}", mode=mode.value), f"look.write({mode.value!r})")

    def wear(self, name: str) -> None:
        """Put a theme on, and say how to keep it."""
        _app(self.screen).wear(ThemeName(name))
        self.screen.tell(tr("To keep it: theme = {name} in the configuration.", name=f'"{name}"'))

    def arrange(self, name: str) -> None:
        """Let the panes stand otherwise."""
        self.screen.stand(Arrangement(name))

    def write(self, mode: str) -> None:
        """Draw Arabic in another way, and remember it for this terminal."""
        self.screen.write_in(replace(self.screen.writing, mode=BidiMode(mode)))
        self.screen.post_message(self.screen.ArabicChosen(BidiMode(mode)))


def _app(screen: ExplorerScreen) -> ExplorerApp:
    return cast("ExplorerApp", screen.app)
