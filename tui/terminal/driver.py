"""Textual's driver, with the terminal's answers taken out of the keys."""

from __future__ import annotations

import os
import selectors
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from tui.messages import TerminalRecognised

if TYPE_CHECKING:
    from tui.terminal.session import TerminalSession

_QUIET = 0.1
"""Seconds after which the beginning of a sequence is a key; Textual's own measure."""
_AT_ONCE = 4096


def driver_for(session: TerminalSession) -> type[LinuxDriver]:
    """Return a driver whose keys pass through a session; Textual makes drivers from a class."""

    class SessionDriver(LinuxDriver):
        """Reads as its parent does, less what is an answer."""

        def _get_terminal_size(self) -> tuple[int, int]:
            """Return the columns and lines of the terminal, whatever the environment says.

            Who exports COLUMNS and LINES has those of the moment: Textual would keep to them for ever.
            """
            try:
                width, height = os.get_terminal_size(self.fileno)
            except OSError:
                return super()._get_terminal_size()
            return width or 80, height or 25

        def stop_application_mode(self) -> None:
            """Take back first what must not wait until the alternate screen is left."""
            session.leave_screen(self.write)
            super().stop_application_mode()

        def disable_input(self) -> None:
            """Read no more; what comes now is the session's to read, and not to be thrown away half."""
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            self._disable_mouse_support()
            self.exit_event.set()
            if self._key_thread is not None:
                self._key_thread.join()
            self.exit_event.clear()

        def suspend_application_mode(self) -> None:
            """Give the terminal to the shell as it was found."""
            super().suspend_application_mode()
            session.end()

        def resume_application_mode(self) -> None:
            """Take it again, and tell it how Arabic comes before the alternate screen."""
            session.resume()
            super().resume_application_mode()

        def run_input_thread(self) -> None:
            """Wait for input and pass it on until the screen ends."""
            parser = XTermParser(self._debug)
            seen = session.profile

            def pass_on(data: str) -> None:
                # Textual's parser takes an empty string for the end of all input.
                if data:
                    for message in parser.feed(data):
                        self.process_message(message)

            with selectors.DefaultSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                pass_on(session.typed())
                session.enter_screen(self.write)
                session.ask_on_screen(self.write)
                while not self.exit_event.is_set():
                    if selector.select(_QUIET):
                        data = os.read(self.fileno, _AT_ONCE)
                        if not data:
                            break
                        pass_on(session.take(data))
                        if session.profile != seen:
                            seen = session.profile
                            self.send_message(TerminalRecognised(session.recognise(self.write)))
                    else:
                        pass_on(session.release())
                    for message in parser.tick():
                        self.process_message(message)
            with suppress(EOFError, ParseError):
                list(parser.feed(""))

    return SessionDriver
