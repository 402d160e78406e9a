"""One run in one terminal: it is asked what it is, told how Arabic comes, and left as it was found."""

from __future__ import annotations

import time
from codecs import getincrementaldecoder
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.terminal import replies as asked
from tui.terminal.modes import BidiMode
from tui.terminal.profile import APPLE, EXPLICIT, KITTY, UNKNOWN, Profile, profile
from tui.terminal.replies import ReplyFilter
from tui.terminal.tty import Silence, tell, waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.terminal.replies import Replies

PATIENCE = 1.0
"""Seconds in which answers are waited for at the end; the design asks for 0.6 or more, for SSH."""


class TerminalSession:
    """Asks early, so that a near terminal has answered before the screen is ready, and never waits for it."""

    def __init__(
        self,
        environ: Mapping[str, str],
        wish: BidiMode = BidiMode.AUTO,
        remembered: Callable[[Profile], BidiMode | None] = lambda _: None,
    ) -> None:
        """Know the environment alone.

        Args:
            environ: the environment.
            wish: what was asked for on the command line or in the environment.
            remembered: returns what the person once chose for a terminal.
        """
        self._environ, self._wish, self._remembered = environ, wish, remembered
        self._filter = ReplyFilter()
        self._silence = Silence()
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._asked_at: float | None = None
        self._heard_at = 0.0
        self._more = False
        """Whether something was asked after the question that fences the others."""
        self._asked_order = self._asked_font = False
        self._entered: Profile | None = None
        self._typed = ""
        self.profile = self._judge()

    @property
    def replies(self) -> Replies:
        """What the terminal has answered so far."""
        return self._filter.replies

    # ------------------------------------------------------------------------------------ asking

    def ask(self) -> None:
        """Put the questions, without waiting for the answers; what is typed meanwhile is kept."""
        if not self._silence.begin():
            return
        self._asked_at = time.monotonic()
        questions = [asked.XTVERSION, asked.DA3, asked.DA2]
        # Terminal.app prints the last letter of this question: it is put only to those that are known.
        if self.profile.name not in (UNKNOWN, APPLE):
            questions.append(asked.BDSM)
            self._asked_order = True
        tell("".join(questions) + self._font_question() + asked.DA1)

    def _font_question(self) -> str:
        """Return what kitty is asked, once, when it is known to be kitty: its font decides what it turns."""
        if self._asked_at is None or self._asked_font or self.profile.name != KITTY:
            return ""
        self._asked_font = True
        return asked.KITTY_FONT

    def collect(self) -> None:
        """Take what has been answered by now."""
        if self._asked_at is not None:
            while data := waiting():
                self._typed += self.take(data)

    def wait(self) -> None:
        """Wait until all is answered, or until that has taken too long."""
        while self.expecting and self._asked_at is not None:
            left = PATIENCE - (time.monotonic() - self._asked_at)
            if not (data := waiting(max(left, 0.0))):
                return
            self._typed += self.take(data)

    def take(self, data: bytes) -> str:
        """Take the answers out of what the terminal sent, and return the rest: what was typed."""
        before, self._heard_at = self.replies, time.monotonic()
        rest = self._filter.feed(self._decode(data), expecting=self.expecting)
        if self.replies != before:
            self.profile = self._judge()
        return rest

    def release(self) -> str:
        """Return what was held back for an answer, since nothing more came for a while.

        A line that stutters may cut an answer in two: what can be no key has time until patience is out.
        """
        if self._filter.certain and time.monotonic() - self._heard_at < PATIENCE:
            return ""
        return self._filter.release()

    @property
    def expecting(self) -> bool:
        """Whether answers may be on their way."""
        if self._asked_at is None or self.replies.fenced:
            return False
        return time.monotonic() - self._asked_at < PATIENCE

    def typed(self) -> str:
        """Return what was typed before the screen could take keys, once."""
        typed, self._typed = self._typed, ""
        return typed

    def _judge(self) -> Profile:
        found = profile(self._environ, self._wish, self.replies)
        if self._wish is BidiMode.AUTO and (chosen := self._remembered(found)) is not None:
            return profile(self._environ, chosen, self.replies)
        return found

    # ------------------------------------------------------------------------- entering and leaving

    def enter(self) -> None:
        """Tell the terminal how Arabic comes, as far as it is told before the alternate screen."""
        seen = self.profile
        if seen.enter == EXPLICIT and self._asked_at is not None and not self._asked_order:
            self._asked_order = True
            tell(asked.BDSM)  # Before it is changed: it is to be left as it was found.
        tell(("" if seen.all_rows else seen.enter) + self._font_question())
        self._entered = seen

    def enter_screen(self, write: Callable[[str], None]) -> None:
        """Tell the terminal what holds for all rows, now that the alternate screen stands."""
        if self._entered is not None and self._entered.all_rows:
            write(self._entered.enter)

    def ask_on_screen(self, write: Callable[[str], None]) -> None:
        """Put to a terminal that is not known yet the question that must not be put on its main screen."""
        self._more = True  # Textual asks, too: for modes 2026 and 2048.
        if self._asked_at is not None and not self._asked_order and self.profile.name == UNKNOWN:
            self._asked_order = True
            write(asked.BDSM)

    def recognise(self, write: Callable[[str], None]) -> BidiMode:
        """Settle on what came in after the screen stood, and return the mode to draw in."""
        seen = self.profile
        write(self._font_question())
        if self._entered is None or seen.enter == self._entered.enter:
            return seen.mode
        if seen.late is not None:
            return seen.late
        write(self._entered.leave + seen.enter)
        self._entered = seen
        return seen.mode

    def leave_screen(self, write: Callable[[str], None]) -> None:
        """Take back what holds for all rows, as long as the alternate screen stands."""
        if self._entered is not None and self._entered.all_rows:
            write(self._entered.leave)
            self._entered = None

    def leave(self) -> None:
        """Take everything back; after the alternate screen is left."""
        if self._entered is not None:
            # Who answered only later may have said how it was found.
            same = self.profile.enter == self._entered.enter
            tell(self.profile.leave if same else self._entered.leave)
            self._entered = None

    def end(self) -> None:
        """Leave, also for a while as at Ctrl+Z, and let no answer that is on its way reach the shell."""
        try:
            self.leave()
            self.wait()
            if self._more and self.replies.fenced:
                # It answers, and in turn: what comes before the answer to this was meant for the program.
                self._more = False
                self._filter.replies = replace(self.replies, fenced=False)
                self._asked_at = time.monotonic()
                tell(asked.DA1)
                self.wait()
                self._filter.replies = replace(self.replies, fenced=True)
        finally:
            self._typed = ""
            if self._more and not self.replies.fenced:
                self._silence.forget()  # Of a terminal that does not say where its answers end.
            self.restore()

    def restore(self) -> None:
        """Put the tty back as it was found, and wait for nothing."""
        self._silence.end()

    def resume(self) -> None:
        """Take it again."""
        self._silence.begin()
        self.enter()
