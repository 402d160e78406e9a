"""The terminal in front of the person: what it does to Arabic by itself, and which tty the keys come from.

Which terminal does what was measured or read in its source; the table stands in the design of issue 5. This
module looks at the environment alone; asking the terminal itself comes in at `profile`.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EXPLICIT = "\x1b[8l"
"""BDSM reset: the program orders the letters (terminal-wg, BiDi in Terminal Emulators)."""
IMPLICIT = "\x1b[8h"
"""BDSM set: the terminal orders them; the state that such terminals start in."""


class BidiMode(StrEnum):
    """Who orders and joins the letters."""

    AUTO = "auto"
    """Decide by the terminal."""
    VISUAL = "visual"
    """The program, for a terminal that draws what it is sent."""
    GUARD = "guard"
    """The program, and every piece is wrapped in LRO … PDF so that no terminal does it a second time."""
    LOGICAL = "logical"
    """The terminal: the text goes out as it stands in the article."""


CYCLE = (BidiMode.VISUAL, BidiMode.GUARD, BidiMode.LOGICAL)
"""The modes in the order in which the key goes through them."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How to treat one terminal."""

    mode: BidiMode
    """Never `AUTO`."""
    why: str
    """One English line."""
    enter: str = ""
    """Written before the alternate screen: VTE keeps the mode by row, and takes it for all only there."""
    leave: str = ""
    """Written after the alternate screen is left."""


def profile(environ: Mapping[str, str], wish: BidiMode = BidiMode.AUTO) -> Profile:
    """Choose a profile by the environment; a wish other than `AUTO` settles the mode, not the sequences."""
    seen = _recognise(environ)
    if wish is BidiMode.AUTO:
        return seen
    if wish is BidiMode.LOGICAL:
        return Profile(wish, "asked for")
    return Profile(wish, "asked for", seen.enter, seen.leave)


def _recognise(environ: Mapping[str, str]) -> Profile:
    term = environ.get("TERM", "")
    program = environ.get("TERM_PROGRAM", "")
    if "TMUX" in environ or "STY" in environ or term.startswith(("screen", "tmux")):
        return Profile(BidiMode.GUARD, "a multiplexer stands between: which terminal draws is not known")
    if "VTE_VERSION" in environ:
        return Profile(BidiMode.VISUAL, "VTE: told to leave the order alone", EXPLICIT, IMPLICIT)
    if program == "WezTerm" or "WEZTERM_PANE" in environ:
        return Profile(BidiMode.VISUAL, "WezTerm: told to leave the order alone", EXPLICIT, IMPLICIT)
    if program == "mintty":
        return Profile(BidiMode.VISUAL, "mintty: told to leave the order alone", EXPLICIT, IMPLICIT)
    if program in {"iTerm.app", "Apple_Terminal"}:
        return Profile(BidiMode.LOGICAL, f"{program} orders Arabic by itself, and cannot be told not to")
    if name := _draws_what_it_is_sent(environ, term, program):
        return Profile(BidiMode.VISUAL, f"{name} does not reorder")
    return Profile(BidiMode.GUARD, "a terminal that is not known")


def _draws_what_it_is_sent(environ: Mapping[str, str], term: str, program: str) -> str | None:
    if "XTERM_VERSION" in environ:
        return "xterm"
    if "WT_SESSION" in environ:
        return "Windows Terminal"
    if program == "vscode":
        return "Visual Studio Code"
    if "ALACRITTY_WINDOW_ID" in environ or "ALACRITTY_SOCKET" in environ or term.startswith("alacritty"):
        return "Alacritty"
    if "GHOSTTY_RESOURCES_DIR" in environ or term == "xterm-ghostty":
        return "Ghostty"
    if term.startswith("foot"):
        return "foot"
    return None


@contextmanager
def prepared(seen: Profile) -> Iterator[None]:
    """Tell the terminal how Arabic comes, and take it back on every way out."""
    tell(seen.enter)
    try:
        yield
    finally:
        tell(seen.leave)


def tell(sequence: str) -> None:
    """Write a control sequence where the screen is drawn (Textual draws on standard error)."""
    stream = sys.__stderr__
    if sequence and stream is not None:
        try:
            stream.write(sequence)
            stream.flush()
        except OSError:
            return  # The terminal is gone: there is nothing left to restore.


def claim_tty() -> bool:
    """Put the controlling terminal on standard input where something else was piped in there.

    Textual reads keys from file descriptor 0, and spins on a pipe that has ended. Read the pipe first.

    Returns:
        Whether there is a terminal both to read keys from and to draw on.
    """
    try:
        if not os.isatty(2):
            return False
        if os.isatty(0):
            return True
        tty = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(tty, 0)
    os.close(tty)
    return True
