"""What stands above the panes: where in the timeline one is, and in which article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.timeline import Row
from tui.language import counted, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.timeline import Article, Chronology
    from tui.arabic import Writing
    from tui.screens.finding import Finding
    from tui.widgets.reader import ReaderView
    from tui.widgets.rows import RowList
    from tui.widgets.title import PaneTitle


class PaneNames:
    """The titles of both panes."""

    def __init__(self, timeline: PaneTitle, reader: PaneTitle) -> None:
        """Take the lines to write on."""
        self._left, self._right = timeline, reader
        self.years = ""
        """The first and the last one."""

    def show(self, timeline: Chronology) -> None:
        """Remember the years of another timeline."""
        self.years = _years_of(timeline)

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self._left.say(writing=writing)
        self._right.say(writing=writing)

    def say(
        self,
        kind: str,
        walked: RowList[Any],
        reader: ReaderView,
        finding: Finding | None,
        further: Iterable[str],
        of: str = "",
        *,
        reading: bool,
    ) -> None:
        """Say where one is, what was found, and what is still being done.

        Args:
            kind: what is walked.
            walked: the list in the left pane.
            reader: the right pane.
            finding: what was looked for.
            further: what else is to be said of the list, nothing for an empty word.
            of: words behind the number of rows: of how many.
            reading: whether the reader has the keys.
        """
        words = [kind]
        if walked.rows:
            number, count = walked.place
            words.append(f"{number:,}/{count:,}{of}")
        elif of:
            words.append(f"0{of}")
        words += filter(None, further)
        if finding and (of_rows := finding.of_rows()):
            words.append(tr("found {places}", places=of_rows))
        self._left.say(" · ".join(words), active=not reading)
        document, row = reader.document, walked.selected
        if document is None:
            self._right.say(tr("Reader"), "", active=reading)
            return
        event = row.event if isinstance(row, Row) else None
        paragraph = reader.cursor.paragraph if reading or event is None else event.paragraph
        place = f"{paragraph + 1}/{len(document.paragraphs)}"
        names = [name for name in (document.outlet, document.title) if name]
        if finding and (of_text := finding.of_text()):
            place += " · " + tr("found {places}", places=of_text)
        self._right.say(f"¶ {place}", " — ".join(names), active=reading)


def said_of(article: Article) -> Iterator[tuple[str, str]]:
    """Yield all that is known of an article, a label and words each: its list has but one line for it."""
    events = counted("1 event", "{count:,} events", article.events)
    date = article.published.isoformat() if article.published else tr("unknown")
    yield tr("when"), tr("{date}; {events}", date=date, events=events)
    if article.title:
        yield tr("title"), f"«{article.title}»"
    if article.outlet:
        yield tr("outlet"), f"«{article.outlet}»"


def _years_of(timeline: Chronology) -> str:
    span = timeline.span
    if span is None:
        return ""
    first, last = span
    return f"{first}" if first == last else f"{first}–{last}"
