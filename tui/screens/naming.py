"""What stands above the panes: where in the timeline one is, and in which article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.timeline import Chronology
    from tui.arabic import Writing
    from tui.screens.finding import Finding
    from tui.widgets.reader import ReaderView
    from tui.widgets.timeline import TimelineView
    from tui.widgets.title import PaneTitle


class PaneNames:
    """The titles of both panes."""

    def __init__(self, timeline: PaneTitle, reader: PaneTitle) -> None:
        """Take the lines to write on."""
        self._left, self._right = timeline, reader
        self._years = ""

    def show(self, timeline: Chronology) -> None:
        """Remember the years of another timeline."""
        self._years = _years(timeline)

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self._left.say(writing=writing)
        self._right.say(writing=writing)

    def say(
        self,
        view: TimelineView,
        reader: ReaderView,
        finding: Finding | None,
        progress: str,
        *,
        reading: bool,
    ) -> None:
        """Say where one is, what was found, and what is still being done."""
        words = ["Timeline"]
        if count := len(view.rows):
            words.append(f"{view.cursor + 1}/{count}")
        words += filter(None, (self._years, progress))
        if finding and (of_rows := finding.of_rows()):
            words.append(f"found {of_rows}")
        self._left.say(" · ".join(words), active=not reading)
        document, row = reader.document, view.selected
        if document is None:
            self._right.say("Reader", "", active=reading)
            return
        paragraph = reader.cursor.paragraph if reading or row is None else row.event.paragraph
        place = f"{paragraph + 1}/{len(document.paragraphs)}"
        names = [name for name in (document.outlet, document.title) if name]
        if finding and (of_text := finding.of_text()):
            place += f" · found {of_text}"
        self._right.say(f"¶ {place}", " — ".join(names), active=reading)


def _years(timeline: Chronology) -> str:
    span = timeline.span
    if span is None:
        return ""
    first, last = span
    return f"{first}" if first == last else f"{first}–{last}"
