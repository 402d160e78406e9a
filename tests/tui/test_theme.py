"""A theme says what the palette says: readable, and not by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from core.model import Role
from tests.tui.driver import Driver
from tui import palette
from tui.commands.options import THEMES
from tui.explorer import ExplorerApp
from tui.terminal import BidiMode, Profile
from tui.themes import ThemeName, usual_theme
from tui.themes.theme import COLOURS, theme

if TYPE_CHECKING:
    from rich.color_triplet import ColorTriplet

    from core.model import Analysis

DRESSED = [name for name in ThemeName if name is not ThemeName.TERMINAL]
OWN_COLOURS = [ThemeName.DARK, ThemeName.LIGHT]
SIGNED = {"DATE", "PLAIN"}
"""What is told by what it is: a date by its digits in a column of its own."""


def meanings() -> dict[str, Style]:
    found: dict[str, Style] = {}
    for name, value in vars(palette).items():
        if isinstance(value, Style):
            found[name] = value
        elif isinstance(value, Mapping) and isinstance(next(iter(value.values())), Style):
            found |= {f"{name}.{key.name}": style for key, style in value.items()}
    return found


def overlaid() -> list[Style]:
    """The styles as they meet: the words of a sentence, a paragraph or a bar have marks over them."""
    styles = list(meanings().values())
    return [*styles, *(under + over for under in styles for over in styles)]


def luminance(colour: ColorTriplet) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [value / 255 for value in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    assert style.color.triplet is not None
    assert style.bgcolor.triplet is not None
    assert not style.reverse
    assert not style.dim
    shades = sorted((luminance(style.color.triplet), luminance(style.bgcolor.triplet)))
    return (shades[1] + 0.05) / (shades[0] + 0.05)


@pytest.mark.parametrize("name", OWN_COLOURS)
def test_everything_can_be_read(name: ThemeName) -> None:
    for style in overlaid():
        assert contrast(theme(name).worn(style)) >= 4.5, style


@pytest.mark.parametrize("name", OWN_COLOURS)
def test_every_colour_of_the_palette_has_one_of_its_own(name: ThemeName) -> None:
    worn = {colour: theme(name).worn(Style(color=colour)) for colour in COLOURS}
    assert len({style.color for style in worn.values()}) == len(COLOURS)


def test_the_palette_is_drawn_in_the_colours_that_themes_know() -> None:
    assert {style.color.name for style in meanings().values() if style.color} <= set(COLOURS)


def test_sixteen_is_eight_colours_and_nothing_dim() -> None:
    for style in overlaid():
        worn = theme(ThemeName.SIXTEEN).worn(style)
        assert worn.color is None or (worn.color.number is not None and worn.color.number < 8)
        assert worn.bgcolor is None
        assert not worn.dim


def test_plain_has_no_colour() -> None:
    for style in overlaid():
        worn = theme(ThemeName.PLAIN).worn(style)
        assert worn.color is None
        assert worn.bgcolor is None


def test_no_meaning_is_told_by_colour_alone() -> None:
    plain = theme(ThemeName.PLAIN)
    signs = set(map(str, palette.QUAD_SIGN.values()))
    assert len(signs) == len(palette.QUAD)
    for name, style in meanings().items():
        if name not in SIGNED and not name.startswith("QUAD."):
            assert plain.worn(style), f"{name} is not seen without colours"
    # In the reader, over the bold sentence.
    seen = (palette.DATE_WORDS, palette.TRIGGER, palette.PLACE, palette.HIT, palette.PLAIN)
    looks = [plain.worn(palette.SENTENCE + style) for style in seen]
    assert all(one != other for one, other in combinations(looks, 2))
    assert plain.worn(palette.ROLE[Role.MEDIATOR]), "and its sign in the row"


def test_what_is_bold_or_underlined_stays_so() -> None:
    for name in DRESSED:
        worn = theme(name).worn(palette.HIT_HERE)
        assert worn.bold
        assert worn.underline


def test_control_segments_pass() -> None:
    control = Segment("\x1b[2J", None, [(2,)])  # type: ignore[list-item]
    assert theme(ThemeName.DARK).apply([control], Color(0, 0, 0)) == [control]


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({}, ThemeName.TERMINAL),
        ({"NO_COLOR": "1"}, ThemeName.PLAIN),
        ({"NO_COLOR": ""}, ThemeName.TERMINAL),
    ],
)
def test_what_is_worn_where_nobody_asks(environ: Mapping[str, str], wanted: ThemeName) -> None:
    assert usual_theme(environ) is wanted


def colours(it: Driver) -> set[str]:
    """The colours on the screen, grounds among them."""
    segments = (segment for strip in it.app.screen._compositor.render_strips() for segment in strip)
    styles = [segment.style for segment in segments if segment.style]
    return {part.name for style in styles for part in (style.color, style.bgcolor) if part}


async def test_a_theme_is_changed_while_the_screen_stands(analysis: Analysis) -> None:
    app = ExplorerApp([analysis], terminal=Profile(BidiMode.VISUAL, "a test"))
    async with app.run_test(size=(120, 40)) as pilot:
        it = Driver(app, pilot)
        await it.quiet()
        before = it.lines()
        assert colours(it) <= {*COLOURS, "default"}
        app.wear(ThemeName.DARK)
        await it.quiet()
        dark = colours(it)
        assert "#14161b" in dark
        assert "default" not in dark, "every cell has the theme's ground"
        assert not dark & set(COLOURS)
        assert it.lines() == before
        app.wear(ThemeName.PLAIN)
        await it.quiet()
        assert colours(it) <= {"default"}
        app.wear(ThemeName.TERMINAL)
        await it.quiet()
        assert colours(it) <= {*COLOURS, "default"}
        assert colours(it) & set(COLOURS)


async def test_a_theme_that_was_asked_for_is_worn_though_no_color_is_set(
    analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ExplorerApp([analysis], terminal=Profile(BidiMode.VISUAL, "a test"), theme=ThemeName.SIXTEEN)
    async with app.run_test(size=(120, 40)) as pilot:
        it = Driver(app, pilot)
        await it.quiet()
        assert "cyan" in colours(it)


def test_the_command_line_names_them_all() -> None:
    assert list(THEMES) == list(ThemeName)
