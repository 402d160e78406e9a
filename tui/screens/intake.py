"""The analysis of what was opened: how far it is, how long it takes, and leaving it off."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from tui.language import counted, tr
from tui.screens.offer import Offer, named
from tui.screens.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.analysis import Progress
    from tui.screens.explorer import ExplorerScreen

_AGAIN_WITHIN = 5.0
"""Seconds in which a second Esc stops it."""
_TELLS_RATE_AFTER = 2.0
"""Seconds after which its pace is known well enough to be told."""
_MINUTE, _HOUR = 60, 3600


class Intake(Part):
    """The analysis that one explorer takes in; files are what it counts."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Take in nothing yet."""
        super().__init__(screen)
        self._cancel: Callable[[], None] | None = None
        self._began = self._asked = 0.0
        self._done = self._total = 0
        self._left: int | None = None
        """Files that were left out when it was stopped."""

    @property
    def running(self) -> bool:
        """Whether there is more to come."""
        return self._cancel is not None

    @classmethod
    def offers(cls, screen: ExplorerScreen) -> Iterator[Offer]:
        """Offer to stop it."""
        intake = screen.parts.intake
        if intake is not None and intake.running:
            sentence = tr("What was found stays; the other files are not read.")
            yield Offer(named("Stop the analysis"), "intake.cancel", sentence, "Esc Esc")

    def begin(self, cancel: Callable[[], None]) -> None:
        """Take note that an analysis runs, and of how it is stopped."""
        self._cancel, self._began = cancel, monotonic()

    def note(self, progress: Progress) -> None:
        """Take note of how far it is."""
        self._done, self._total = progress.done, progress.total

    def said(self) -> str:
        """Say how far it is, and what it will still take, if that is known."""
        if not self._total:
            return tr("reading…")
        passed = monotonic() - self._began
        if passed < _TELLS_RATE_AFTER or not self._done:
            return tr("analysing {done:,}/{total:,}", done=self._done, total=self._total)
        pace = self._done / passed
        return tr(
            "analysing {done:,}/{total:,} · {pace}/s · {left} left",
            done=self._done,
            total=self._total,
            pace=f"{pace:.1f}" if pace < 10 else f"{pace:.0f}",
            left=clock((self._total - self._done) / pace),
        )

    def ended(self, failures: int) -> str:
        """Take note of the end; return what remains to be said of it."""
        self._cancel = None
        said = [tr("stopped")] if self._left is not None else []
        if self._left:
            said = [counted("stopped, 1 file left out", "stopped, {count:,} files left out", self._left)]
        if failures:
            said.append(counted("1 not read", "{count:,} not read", failures))
        return " · ".join(said)

    def nothing_to_leave(self) -> bool:
        """Stop it at the second Esc that has nothing else to leave."""
        if not self.running:
            return False
        now = monotonic()
        if self._asked and now - self._asked < _AGAIN_WITHIN:
            self.cancel()
        else:
            self._asked = now
            self.screen.tell(tr("Esc again stops the analysis; what was found stays."))
        return True

    def cancel(self) -> None:
        """Stop it; what was found stays."""
        if self._cancel is not None:
            self._left = max(self._total - self._done, 0)
            self._cancel()
            self.screen.tell(
                counted(
                    "Stopped; 1 file was left out.", "Stopped; {count:,} files were left out.", self._left
                )
            )


def clock(seconds: float) -> str:
    """Write a stretch of time as a clock does, in steps that do not change with every look."""
    whole = int(seconds) if seconds < _MINUTE else round(seconds / 10) * 10
    hours, rest = divmod(whole, _HOUR)
    minutes, left = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
