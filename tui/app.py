"""How the explorer starts and how it ends.

Light to import: Textual is loaded only once there is a terminal to draw on.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.errors import ExitCode
from tui.analysis import AnalysisFeed
from tui.arrangement import Arrangement
from tui.terminal import BidiMode, TerminalSession, claim_tty
from tui.terminal.choices import chosen_for, wished
from tui.terminal.endings import Endings, end_by

if TYPE_CHECKING:
    from core.model import Analysis
    from tui.explorer import ExplorerApp
    from tui.libraries import Libraries
    from tui.themes import ThemeName
    from tui.wishes import Return

_PROGRAM = "mediation-tui"
_NO_TERMINAL = "no terminal to draw on; `mediation-tui extract` writes the events to a pipe or a file"


def run(
    source: Sequence[Analysis] | AnalysisFeed | Libraries,
    *,
    bidi: BidiMode = BidiMode.AUTO,
    marks: bool | None = None,
    mouse: bool = True,
    theme: ThemeName | None = None,
    layout: Arrangement = Arrangement.AUTO,
    place: Return | None = None,
) -> ExitCode:
    """Run the explorer in the terminal until it is left.

    Args:
        source: analyses, a feed of them that was started before, or libraries that were opened before.
        bidi: who orders the letters.
        marks: whether tashkeel is drawn; by default where the terminal does it well.
        mouse: whether to listen to the mouse.
        theme: how the screen looks; by default as the terminal does, or without colours for `NO_COLOR`.
        layout: how the panes stand.
        place: what of the place where the person left is kept, and come back to; by default nothing.
    """
    with Endings() as endings:
        try:
            if not claim_tty():
                _complain(_NO_TERMINAL)
                return ExitCode.NO_TERMINAL
            session = TerminalSession(os.environ, wished(bidi, os.environ), chosen_for)
            try:
                session.ask()
                from tui.explorer import ExplorerApp

                session.collect()
                session.enter()
                app = ExplorerApp(source, session=session, marks=marks, theme=theme, place=place)
                app.explorer.arrangement = layout
                code = app.run(mouse=mouse)
            finally:
                endings.mind()
                session.end()
        finally:
            if isinstance(source, AnalysisFeed):
                source.cancel()
            elif not isinstance(source, Sequence):
                source.close()
    return _end(app, code)


def _end(app: ExplorerApp, code: ExitCode | None) -> ExitCode:
    """Say what a person must know once the terminal is theirs again."""
    if app.ended_by is not None and app.ended_by is not signal.SIGINT:
        end_by(app.ended_by)
    if app.fault is not None:
        from tui.report import write_report

        path = write_report(app.fault)
        where = f"a report without the article's text is in {path}" if path else "no report could be written"
        _complain(f"a fault of the program ({type(app.fault).__name__}); {where}")
        return ExitCode.CRASH
    for error in app.failures:
        _complain(str(error))
    if code is ExitCode.OK and app.failures:
        return app.failures[0].exit_code
    return ExitCode.CRASH if code is None else code


def _complain(words: str) -> None:
    sys.stderr.write(f"{_PROGRAM}: {words}\n")
