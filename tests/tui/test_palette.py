"""The screen reads on any background, in 16 colours, and in none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.style import Style

from tui import palette
from tui.explorer import ExplorerApp

if TYPE_CHECKING:
    import pytest

    from core.model import Analysis


def styles() -> list[Style]:
    found: list[Style] = []
    for value in vars(palette).values():
        found += [value] if isinstance(value, Style) else []
        found += (
            value.values()
            if isinstance(value, Mapping) and isinstance(next(iter(value.values())), Style)
            else []
        )
    return found


def test_only_the_terminal_s_own_colours() -> None:
    every = styles()
    assert len(every) > 15
    for style in every:
        assert style.bgcolor is None
        assert style.color is None or (style.color.number is not None and style.color.number < 8)


async def test_no_color_is_respected(analysis: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ExplorerApp([analysis])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for strip in app.screen._compositor.render_strips():
            for segment in strip:
                assert segment.style is None or segment.style.color is None or segment.style.color.is_default
