"""`doctor`: what is installed, and how this terminal is treated."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from core.errors import ExitCode
from tui.commands.options import EXIT_HELP, MODES, PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def doctor(words: Sequence[str]) -> int:
    """Look round, and where somebody sits at the terminal ask which mode reads right."""
    options = _doctor_parser().parse_args(words)
    from tui.doctor import ask_terminal, can_choose, choose_mode, examine, need_terminal, settle
    from tui.terminal import BidiMode

    if options.bidi is not None:
        need_terminal()
        _tell(settle(BidiMode(options.bidi), replies=ask_terminal()))
        return ExitCode.OK
    replies = ask_terminal()
    _tell(examine(replies=replies))
    if can_choose():
        _tell(choose_mode(os.environ, replies))
    return ExitCode.OK


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _doctor_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} doctor",
        description="Say what is installed, how this terminal is treated, and how to get more; in a terminal,"
        " draw a line of Arabic in each mode, and remember which of them reads right there.",
        epilog=EXIT_HELP,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--bidi",
        choices=MODES,
        help="remember this mode for the terminal, and ask nothing; auto forgets what was chosen for it",
    )
    return parser
