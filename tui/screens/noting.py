"""A note on the selected event: opened with the words that are there, kept with Enter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.errors import MediationError
from tui.arabic import isolated
from tui.language import tr
from tui.language.errors import told
from tui.screens.asking import Asking

if TYPE_CHECKING:
    from core.timeline import Row
    from tui.screens.explorer import ExplorerScreen


class Noting(Asking):
    """The line in which a note is written."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Ask for nothing yet."""
        super().__init__(screen, "a")
        self._correcting = screen.parts.correcting
        self._row: Row | None = None
        """Whose note it is."""

    def begin(self) -> None:
        """Open the line with the note that is there."""
        self._row = self._correcting.chosen()
        if self._row is not None:
            self.ask(self._row.event.note or "", self.screen.writing)
            self._say()

    def written(self, before: str) -> None:
        """Nothing is done before Enter."""
        del before
        self._say()

    def closed(self, *, keep: bool) -> None:
        """Keep what is written, or nothing at all."""
        words = self.bar.field.value.strip() if self.bar else ""
        if keep and self._row is not None and words != (self._row.event.note or ""):
            self._correcting.run(self._keep(self._row, words))

    async def _keep(self, row: Row, words: str) -> None:
        try:
            await self._correcting.judge(row, lambda said: replace(said, note=words or None))
        except MediationError as error:
            self.screen.tell(isolated(told(error)))
            if self.screen.asking is None:  # What was written is not to be lost.
                self._row = row
                self.ask("", self.screen.writing)
                self.paste(words)

    def _say(self) -> None:
        if self.bar is not None:
            room = self.bar.field.room
            cut = tr("cut to {room:,} letters", room=room) if self.bar.field.cut else ""
            self.bar.found.say(cut or tr("Enter keeps, Esc goes back"))
