"""What a screen asks of whoever keeps what a person says; one for articles in memory, one for a library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.judgement import Added, Judgement, Said, Step
    from core.model import Event
    from core.timeline import Chronology


class Book(Protocol):
    """Says, takes back, and gives the timeline as the person wants it.

    Events are named as rows have them: `row.event`, `row.document`. What is awaited is written when it
    returns (one transaction), in a thread of its own: no key waits for it. All that writes may raise a
    `MediationError`, one line for the person, and then has changed nothing.
    """

    def said(self, event: Event, document: int) -> Judgement:
        """Return what is said of an event; the default `Judgement()` where nothing is."""

    def extracted(self, event: Event, document: int) -> Event | None:
        """Return an event as the program read it, without what the person says; None for the person's own."""

    async def judge(self, event: Event, document: int, judgement: Judgement) -> Step:
        """Say something of an event in place of all that was said: `replace(book.said(…), marked=True)`."""

    async def add(self, document: int, added: Added) -> Step:
        """Add an event of the person's own; `Step.event` is its id.

        Raises:
            AddedError: no words of the paragraph are chosen.
        """

    async def remove(self, event: Event, document: int) -> Step | None:
        """Take an event of the person's own out for good (but for `undo`); None where it is none."""

    async def undo(self) -> Step | None:
        """Take the last thing that was said back, also of a run before this one; None where there is none.

        The step is the one back: `before` is what is said no more.
        """

    async def redo(self) -> Step | None:
        """Say again what was taken back last; None where nothing was."""

    async def timeline(self, *, hidden: bool = False) -> Chronology:
        """Return all events anew, as the person wants them.

        Args:
            hidden: whether hidden ones have rows too (`event.status` says which).
        """

    def marks(self, timeline: Chronology) -> Sequence[int]:
        """Return the indices of the marked rows of a timeline, in their order."""

    def orphans(self) -> Sequence[Said]:
        """Return what was said of events that are found no more, and that no row shows."""

    def close(self) -> None:
        """Let go of the file."""
