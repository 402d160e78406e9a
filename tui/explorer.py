"""The explorer as a Textual application: what comes in, and how it ends."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.reactive import Reactive
from textual.worker import WorkerFailed

from core.errors import ExitCode, MediationError
from tui.analysis import AnalysisFeed, Failure, Progress
from tui.arabic import Writing
from tui.clipboard import notice, osc52, write_clipboard
from tui.desk import Desk
from tui.language import spoken, tr
from tui.language.errors import told
from tui.screens.explorer import ExplorerScreen
from tui.terminal import Profile, profile
from tui.terminal.choices import remember
from tui.themes import ThemeName, usual_theme
from tui.wishes import Return

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.driver import Driver
    from textual.filter import LineFilter

    from core.model import Analysis
    from tui.libraries import Libraries
    from tui.messages import Copied, TerminalRecognised
    from tui.screens.intake import Intake
    from tui.terminal import TerminalSession

_REFILL_EVERY = 0.25
"""Seconds between two rebuildings of the timeline, at least, while analyses pour in."""
_SPARING = 20
"""How many times as long as a rebuilding took is waited for the next."""
_TURN = 5e-4
"""Seconds after which a thread gives way to another that waits for the interpreter."""
_FOR_ROWS = ("core.model.event", "core.bidi", "core.coreference", "tui.widgets.datemarks")
"""What the first rows are drawn and put in order with: loaded while they are being found."""
_LOOK_EVERY = 2.0
"""Seconds between two looks whether a library has other rows: microseconds, and nothing on the line."""
_LAST_RESORT = 2.5
"""Seconds after which a process that was told to end does so, whatever its terminal is doing."""
_ENDING_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)
)


class ExplorerApp(App[ExitCode], inherit_bindings=False):
    """Timeline and reader over some analyses, or over a feed of them."""

    CSS_PATH = "explorer.tcss"
    TITLE = "mediation-tui"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = []
    theme = Reactive("ansi-dark")
    """As a default: whatever is set later has all styles read a second time before the first frame."""

    def __init__(
        self,
        source: Sequence[Analysis] | AnalysisFeed | Libraries = (),
        *,
        terminal: Profile | None = None,
        session: TerminalSession | None = None,
        marks: bool | None = None,
        theme: ThemeName | None = None,
        place: Return | None = None,
    ) -> None:
        """Take what is to be shown.

        Args:
            source: analyses, a feed that was started before, or libraries that were opened before.
            terminal: how to treat the terminal; by default what the session or the environment says.
            session: the run in a terminal that was asked what it is; none in tests and recordings.
            marks: whether tashkeel is drawn; by default where the terminal does it well.
            theme: how the screen looks; by default as the terminal does, or without colours for `NO_COLOR`.
            place: what of the place where the person left is kept, and come back to; by default nothing.
        """
        # The terminal's own colours, whichever they are; ours are laid over them (`tui.themes`).
        super().__init__(ansi_color=True, driver_class=_driver_of(session))
        self._session, self._marks, self._return = session, marks, place or Return(keep=False)
        self.wear(theme or usual_theme(os.environ), redraw=False)
        self.animation_level = "none"
        self.terminal = terminal or (session.profile if session else profile(os.environ))
        self.failures: list[MediationError] = []
        self.ended_by: signal.Signals | None = None
        self.fault: BaseException | None = None
        self._feed = source if isinstance(source, AnalysisFeed) else None
        self._analyses: list[Analysis] = list(source) if isinstance(source, Sequence) else []
        self._libraries = None if isinstance(source, AnalysisFeed | Sequence) else source
        self._progress = tr("reading…") if self._feed else ""
        self._stale = self._stopped = self._chosen = False
        self.explorer = ExplorerScreen(
            Writing(
                self.terminal.mode,
                self.terminal.marks if marks is None else marks,
                mirrored=spoken().mirrored,
            )
        )
        self.desk = self.explorer.desk = Desk(self._analyses, self._libraries)

    def get_default_screen(self) -> ExplorerScreen:
        """Begin with the explorer itself, not with an empty screen under it."""
        return self.explorer

    def on_load(self) -> None:
        """Listen to signals before the terminal is touched."""
        if self._session is not None and self._loop is not None and os.name != "nt":
            for number in _ENDING_SIGNALS:
                self._loop.add_signal_handler(number, self._end_by, signal.Signals(number))

    def on_mount(self) -> None:
        """Show what is there, and begin to take in the rest."""
        if self._libraries is not None:
            self._take_up(self._libraries.place)
            self._show_library(self._libraries)
        else:
            if self._analyses:
                self._recall()
            self.explorer.show(self.desk.articles(), self._progress, more=self._feed is not None)
        if self._session is not None and self._loop is not None and os.name != "nt":
            # Not before: the driver has handlers of its own, which run in the midst of anything.
            self._loop.add_signal_handler(signal.SIGTSTP, self.action_suspend)
            self._loop.add_signal_handler(signal.SIGCONT, self._continued)
        self.explorer.call_after_refresh(self._first_frame_stands)

    # ------------------------------------------------------------------------------------ taking in

    def _first_frame_stands(self) -> None:
        """Begin with all that would have held it up."""
        gc.freeze()
        gc.enable()
        self.explorer.parts.load("spans")
        if self._feed is not None:
            self._take_up(self._feed.place)
            self.run_worker(self._take_in(self._feed), exclusive=True)
        if self._libraries is not None:
            self.set_interval(_LOOK_EVERY, self._look)

    async def _take_in(self, feed: AnalysisFeed) -> None:
        from tui.screens.intake import Intake

        self._recall()
        intake = self.explorer.parts.load("intake")
        if not isinstance(intake, Intake):
            return
        intake.begin(feed.cancel)
        # A key waits so long whenever it wants the processor back from the thread that puts rows in order.
        sys.setswitchinterval(_TURN)
        for module in _FOR_ROWS:
            import_module(module)
            await asyncio.sleep(0)
        showing = self.run_worker(self._show_what_comes(intake), group="showing")
        async for item in feed:
            if isinstance(item, Progress):
                intake.note(item)
            elif isinstance(item, Failure):
                self.failures.append(item.error)
                self.explorer.tell(told(item.error))
            else:
                self._analyses.append(item)
                self._stale = True
                if len(self._analyses) == 1:
                    self._stale = False
                    self.explorer.show(self.desk.articles(), intake.said(), more=True)
        showing.cancel()
        said = intake.ended(len(self.failures))
        self._stale = True
        while self._stale:
            await self._refill(said, more=False)

    async def _show_what_comes(self, intake: Intake) -> None:
        """Show now and then what has come in, and how far it is: the longer that takes, the less often."""
        took = 0.0
        while True:
            await asyncio.sleep(max(_REFILL_EVERY, took * _SPARING))
            began = time.monotonic()
            if self._stale:
                await self._refill(intake.said(), more=True)
            else:
                self.explorer.tell_progress(intake.said())
            took = time.monotonic() - began

    async def _refill(self, said: str, *, more: bool) -> None:
        """Show what has come in, put in order in a thread: of thousands of events that takes a while."""
        self._stale, before = False, self.explorer.whole
        timeline = await asyncio.to_thread(self.desk.ordering())
        if self.explorer.whole is before:
            self.explorer.show(timeline, said, more=more)
        else:
            self._stale = True  # The person has changed something meanwhile.

    def _recall(self) -> None:
        """Look what the person has said of these articles before."""
        try:
            self.desk.recall()
        except MediationError as error:
            self.failures.append(error)
            self.explorer.tell(told(error))

    # -------------------------------------------------------------------------------- where one left

    def _take_up(self, name: str, *, back: bool = True) -> None:
        """Keep the place in what is opened, and go back to where the person left it."""
        if self._return.keep and name:
            from tui.screens.returning import Returning

            place = self.explorer.parts.load("place")
            if isinstance(place, Returning):
                place.open(name, back=back and self._return.back)

    def _leave(self, code: ExitCode) -> None:
        """End, and keep the place for the next time."""
        place = self.explorer.parts.returning
        if place is not None:
            place.keep()
        self.exit(code)

    # ---------------------------------------------------------------------------------- libraries

    def _show_library(self, libraries: Libraries) -> None:
        self.explorer.call_it(libraries.name)
        self.explorer.show(libraries.timeline)

    def _look(self) -> None:
        """Show what an index run, in another process, has added."""
        if self._libraries is not None and self._libraries.refresh():
            self._show_library(self._libraries)

    def action_library(self) -> None:
        """Go on to the next library, to the event that was selected there."""
        if self._libraries is None or len(self._libraries) == 1:
            self.explorer.tell(
                tr(
                    "There is no other library; {option} may be given more than once.",
                    option="--library FILE",
                )
            )
            return
        selected = self._libraries.turn(self.explorer.selected)
        self._take_up(self._libraries.place, back=selected is None)
        self._show_library(self._libraries)
        self.explorer.select(selected)

    # ------------------------------------------------------------------------------------------- looks

    def wear(self, name: ThemeName, *, redraw: bool = True) -> None:
        """Put a theme on, over all that is on the screen."""
        self.worn = name
        self._dress: Sequence[LineFilter] = ()
        if name is not ThemeName.TERMINAL:
            from tui.themes.theme import theme

            self._dress = (theme(name),)
        if redraw:
            for screen in self.screen_stack:
                for widget in screen.walk_children(with_self=True):
                    widget.refresh()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line passes through: the theme alone. Textual's own would forbid it colours."""
        return self._dress

    # ------------------------------------------------------------------------------------------ telling

    def on_terminal_recognised(self, message: TerminalRecognised) -> None:
        """Draw Arabic as the terminal wants it, now that it has said what it is."""
        if self._session is not None:
            self.terminal = self._session.profile
        marks = self.terminal.marks if self._marks is None else self._marks
        mode = self.explorer.writing.mode if self._chosen else message.mode
        self.explorer.write_in(replace(self.explorer.writing, mode=mode, marks=marks))
        if self._chosen:
            remember(self.terminal, mode)

    def on_explorer_screen_arabic_chosen(self, message: ExplorerScreen.ArabicChosen) -> None:
        """Remember for this terminal what the person has just chosen: no answer of it overrules that."""
        self._chosen = True
        if self._session is not None:
            remember(self.terminal, message.mode)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text, also to a file, and say so; every widget that copies comes by here."""
        self._copy(text, tr("the text"))

    def on_copied(self, message: Copied) -> None:
        """Copy what a person asked for."""
        self._copy(message.text, message.what)

    def _copy(self, text: str, what: str) -> None:
        self._clipboard = text
        sequence = osc52(text, self.terminal.name)
        if sequence and self._driver is not None:
            self._driver.write(sequence)
        self.explorer.tell(notice(text, what, write_clipboard(text), sent=bool(sequence)))

    def notify(self, message: str, **_: object) -> None:
        """Tell it where the explorer tells everything: Textual's own toasts know no Arabic."""
        self.explorer.tell(message)

    # ---------------------------------------------------------------------------------------- ending

    def action_leave(self) -> None:
        """Leave as asked."""
        self._leave(ExitCode.OK)

    def action_interrupt(self) -> None:
        """Leave at Ctrl+C."""
        self._leave(ExitCode.INTERRUPTED)

    def action_suspend(self) -> None:
        """Stop at Ctrl+Z, the terminal as it was; go on when the shell says so."""
        if self._driver is not None and self._driver.can_suspend:
            with self.suspend():
                self._stopped = True
                os.kill(os.getpid(), signal.SIGSTOP)

    def _continued(self) -> None:
        """Take the terminal anew after a stop that nobody asked us about: the shell has used it meanwhile."""
        stopped, self._stopped = self._stopped, False
        if not stopped and self._driver is not None:
            self._driver.suspend_application_mode()
            self._driver.resume_application_mode()
            self.refresh(layout=True)

    def _end_by(self, number: signal.Signals) -> None:
        """Leave in good order; the terminal is restored before the process ends by the signal."""
        if self.ended_by is None:
            self.ended_by = number
            # Restoring a terminal that is gone may block for ever.
            timer = threading.Timer(_LAST_RESORT, self._cut_short, (128 + number,))
            timer.daemon = True
            timer.start()
            self._leave(ExitCode.INTERRUPTED)

    def _cut_short(self, status: int) -> None:
        if self._session is not None:
            self._session.restore()
        os._exit(status)

    def _fatal_error(self) -> None:
        """Leave after a fault of our own.

        Textual would print the traceback with the values of all locals, the article among them.
        """
        error = self._exception
        self.fault = error.error if isinstance(error, WorkerFailed) else error
        self._close_messages_no_wait()


def _driver_of(session: TerminalSession | None) -> type[Driver] | None:
    """Return the driver that hears what the terminal answers; Textual's own where none was asked."""
    if session is None or os.name == "nt":
        return None
    from tui.terminal.driver import driver_for

    return driver_for(session)
