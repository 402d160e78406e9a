"""Options of the explorer that say how the screen looks and listens; the configuration has them, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.options import LAYOUTS, MODES, THEMES

if TYPE_CHECKING:
    import argparse


def add_looks(parser: argparse.ArgumentParser) -> None:
    """Add them to the explorer's."""
    parser.add_argument(
        "--bidi",
        choices=MODES,
        help="who orders Arabic on the screen: visual, the program; guard, the program, and no terminal"
        " after it; logical, the terminal; kitty, the program, each run of letters turned round, and"
        " kitty-words, with all that touches it, as kitty does it where its font has Arabic; auto,"
        " decided by the terminal (default)",
    )
    parser.add_argument(
        "--marks",
        choices=("auto", "on", "off"),
        help="draw vowel marks, or leave them out; auto, where the terminal draws them well (default)",
    )
    parser.add_argument(
        "--theme",
        choices=THEMES,
        help="how the screen looks: terminal, in the terminal's own colours (default); dark or light, in its"
        " own; sixteen, in eight colours and nothing dim; plain, without colours, as where NO_COLOR is set",
    )
    parser.add_argument(
        "--layout",
        choices=LAYOUTS,
        help="how the panes stand: side by side, stacked, one alone, or by the window's size (default)",
    )
    _add_switch(
        parser,
        "mouse",
        "--mouse",
        "--no-mouse",
        "leave the mouse to the terminal, which then selects as elsewhere",
    )
    _add_switch(
        parser, "restore", "--restore", "--fresh", "begin at the beginning, not at the place where you left"
    )


def _add_switch(parser: argparse.ArgumentParser, name: str, on: str, off: str, words: str) -> None:
    """Add two options, the one for what holds anyway: a configuration may say otherwise."""
    both = parser.add_mutually_exclusive_group()
    both.add_argument(on, dest=name, action="store_true", help=f"not {off}, though the configuration says so")
    both.add_argument(off, dest=name, action="store_false", help=words)
