"""The explorer: timeline and reader, in step with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from core.timeline import Timeline
from tui.keys import names_of
from tui.messages import Copied
from tui.screens.naming import said_of
from tui.screens.twins import table_bindings
from tui.screens.walking import WalkingScreen
from tui.widgets.histogram import Histogram
from tui.widgets.reader import ReaderView
from tui.widgets.rows import RowList
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.timer import Timer

    from core.model import Event
    from core.timeline import Chronology
    from tui.arabic import Writing
    from tui.screens.asking import Asking
    from tui.screens.filtering import Filtering
    from tui.screens.finding import Finding

FOLLOW_AFTER = 0.06
"""Seconds of quiet after which the reader follows the timeline: not while a key repeats."""
_FIND, _FILTER = frozenset(names_of("find")), frozenset(names_of("filter"))


class ExplorerScreen(WalkingScreen, inherit_bindings=False):
    """What the panes show, and what the keys do to it."""

    BINDINGS: ClassVar[list[BindingType]] = table_bindings()

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing)
        self.timeline: Chronology = Timeline()
        """What is shown: all there is, or what the filter lets through."""
        self._progress = ""
        self._origin = ""
        self._shown: int | None = None
        """Number of the article in the reader."""
        self._settled = 0
        """The row that the reader has followed to."""
        self._follow: Timer | None = None
        self._finding: Finding | None = None
        self._filtering: Filtering | None = None

    def on_mount(self) -> None:
        """Show what there is."""
        self._find_parts()
        self.show(self.timeline, self._progress)

    # ------------------------------------------------------------------------------- what is shown

    def show(self, timeline: Chronology, progress: str = "") -> None:
        """Show some events; the selected one stays selected.

        Args:
            timeline: all of them, and their articles.
            progress: what is still being done; empty when all is there.
        """
        self._progress = progress
        if not self._parts_known:
            self.timeline = timeline
        elif not (self._filtering and self._filtering.shows(timeline)):
            self.display_rows(timeline)

    def display_rows(self, timeline: Chronology) -> None:
        """Show other events in place of those that are shown."""
        self.timeline = timeline
        self._names.show(timeline)
        self._list.fill(timeline, self._progress or self._nothing())
        self.query_one(Histogram).show(timeline)
        if self._articles and self._articles.open:
            self._articles.fill()
        if self._finding:
            self._finding.timeline_changed()
        self._follow_now()

    def _nothing(self) -> str:
        filtered = self._filtering is not None and self._filtering.words
        return "No event is like that; F shows all." if filtered else "No dated event was found."

    def call_it(self, name: str) -> None:
        """Say in the title, from the next rows on, where they are from."""
        self._origin, self._shown = name, None

    @property
    def selected(self) -> str | None:
        """The selected event, by `Event.id`."""
        row = self._list.selected
        return row.event.id if row else None

    def select(self, event: str | None) -> None:
        """Select an event, if it has a row."""
        index = self.timeline.index_of(event) if event else None
        if index is not None and self._list.select(index):
            self._follow_now()

    def tell_progress(self, progress: str) -> None:
        """Say how far the analysis is."""
        self._progress = progress
        self._name_panes()

    def _follow_now(self) -> None:
        """Bring the reader to the selected event, or to the selected article."""
        self._follow, self._settled = None, self._list.cursor
        article = self._articles.selected if self._articles else None
        row = self._list.selected
        if article is not None:
            self._bring(article.number, None)
        elif row is not None:
            self._bring(row.document, row.event)
        elif self.timeline.articles and self._shown is None:
            self._bring(self.timeline.articles[0].number, None)
        if self._finding:
            self._finding.document_changed()
        self._explain()

    @property
    def _here(self) -> int | None:
        """The number of the article in the reader, or that is to come into it."""
        row = self._list.selected
        return row.document if row is not None and self._list.cursor != self._settled else self._shown

    def _bring(self, number: int, event: Event | None) -> None:
        self._shown = number
        self._reader.show(self.timeline.document(number), event)

    def _explain(self) -> None:
        article = self._articles.selected if self._articles else None
        row = self._list.selected
        if article is not None:
            self._why.describe(said_of(article))
        else:
            self._why.explain(row.event if row else None)
        self._name_panes()

    def _name_panes(self) -> None:
        of, chip = self._filtering.chip() if self._filtering else ("", "")
        if self._listing:
            kind, of, years = "Articles", "", ""
        else:
            kind, years = "Timeline", self._names.years
        self._names.say(
            kind,
            self._walked,
            self._reader,
            self._finding,
            (chip, years, self._origin, self._progress),
            of,
            reading=self.reading,
        )

    # --------------------------------------------------------------------------------------- in step

    @on(RowList.Moved)
    def _list_moved(self, moved: RowList.Moved) -> None:
        """Let the reader follow once the keys are quiet; a list that was left meanwhile leads nowhere."""
        if self._listing == isinstance(moved, TimelineView.Moved):
            return
        if self._follow is not None:
            self._follow.stop()
        self._follow = self.set_timer(FOLLOW_AFTER, self._follow_now)

    @on(ReaderView.Moved)
    def _reader_moved(self, moved: ReaderView.Moved) -> None:
        """Select the event told on that line, or else in that paragraph."""
        index = self._row_at(moved)
        if index is not None and self._list.select(index):
            self._settled = index
            self._reader.mark(self.timeline.rows[index].event)
            self._explain()
        else:
            self._name_panes()

    def _row_at(self, moved: ReaderView.Moved) -> int | None:
        """Find the row for a line of the reader; None where its paragraph tells of no event.

        Of several, the selected one if it is told on that line; else the first told there.
        """
        if self._shown is None or self._listing:
            return None
        candidates = self.timeline.rows_of(self._shown, moved.paragraph)
        on_line = [
            index
            for index in candidates
            if (sentence := self.timeline.rows[index].event.sentence).start < moved.end
            and moved.start < sentence.end
        ]
        choice = on_line or candidates
        return self._list.cursor if self._list.cursor in choice else min(choice, default=None)

    # ------------------------------------------------------------------------------------------ keys

    def action_article(self, step: int) -> None:
        """Go to the first event of the next article that has one, or of the one before."""
        if self._listing and not self.reading:
            self._walked.move(step)
        elif (here := self._here) is not None:
            self._leave_articles()
            number = self.timeline.beside(here, step)
            if number is not None:
                self._list.go(self.timeline.rows_of(number)[0])

    def action_articles(self) -> None:
        """Open the list of articles, or leave it."""
        if self._articles is None:
            from tui.screens.articles import Articles

            self._articles = Articles(self)
        if self._articles.open:
            self._leave_articles()
        else:
            self._articles.begin(self._here)
        self.give_keys(reading=False)
        self._follow_now()

    def _leave_articles(self) -> None:
        if self._articles and self._articles.open:
            self._articles.end()

    def _open_article(self, number: int) -> None:
        """Go to its first event; an article without one is read from its head."""
        self._leave_articles()
        rows = self.timeline.rows_of(number)
        if rows:
            self._list.select(rows[0])
            self._follow_now()
        else:
            self._bring(number, None)
        self.give_keys(reading=not rows)

    def action_read(self) -> None:
        """Give the keys to the reader, at the event; in the list of articles, open one."""
        if self._follow is not None:
            self._follow.stop()
        article = self._articles.selected if self._articles else None
        if article is not None:
            self._open_article(article.number)
        else:
            self._follow_now()
            self.give_keys(reading=True)

    def action_back(self) -> None:
        """End a selection, or give the keys to the timeline; there, leave the articles, or take marks off."""
        if self._reader.deselect():
            return
        if self._listing and not self.reading:
            self.action_articles()
            return
        if self.reading or not (self._finding and self._finding.forget()):
            self.give_keys(reading=False)

    def action_copy(self) -> None:
        """Copy the selected event, or from the reader what is chosen there."""
        row = self._list.selected
        if self.reading:
            copied = self._reader.copied()
        elif row is not None:
            from core.export.citation import citation

            copied = citation(row.event), f"the citation of {row.event.date.edtf or 'this event'}"
        else:
            return
        if copied:
            self.post_message(Copied(*copied))

    def find(self) -> Finding:
        """Return the search, which is loaded when it is first wanted."""
        if self._finding is None:
            from tui.screens.finding import Finding

            self._finding = Finding(self)
        return self._finding

    def action_find(self) -> None:
        """Open the line to write words in."""
        self.find().begin()

    def action_hit(self, step: int) -> None:
        """Go to the next place of the words, or to the one before."""
        self.find().go(step)

    def on_finding_changed(self) -> None:
        """Say what was found."""
        self._name_panes()

    def filtering(self) -> Filtering:
        """Return the filter, which is loaded when it is first wanted."""
        if self._filtering is None:
            from tui.screens.filtering import Filtering

            self._filtering = Filtering(self)
        return self._filtering

    def action_filter(self) -> None:
        """Open the line to write a filter in."""
        self.filtering().begin()

    def action_clear(self) -> None:
        """Show all events again."""
        if self._filtering is not None:
            self._filtering.clear()

    def on_filtering_changed(self) -> None:
        """Say what is shown."""
        self._name_panes()

    @property
    def _asking(self) -> Asking | None:
        """The line that has the keys, if one is open."""
        lines: tuple[Asking | None, ...] = (self._finding, self._filtering)
        return next((line for line in lines if line is not None and line.open), None)

    def on_key(self, event: events.Key) -> None:
        """Write what is typed while words are asked for.

        Not left to the bindings: they run later than the letters that were typed after `/` or `f` arrive.
        """
        if (line := self._asking) is not None:
            taken = line.press(event)
        elif taken := event.key in _FIND:
            self.action_find()
        elif taken := event.key in _FILTER:
            self.action_filter()
        if taken:
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Write what is pasted while words are asked for."""
        if (line := self._asking) is not None:
            event.stop()
            line.paste(event.text)

    def _write_everywhere(self) -> None:
        super()._write_everywhere()
        for part in (self._finding, self._filtering, self._articles):
            if part is not None:
                part.redraw(self.writing)

    # -------------------------------------------------------------------------------- size and mouse

    def on_click(self, event: events.Click) -> None:
        """Give the keys to the pane that was clicked."""
        if isinstance(event.widget, ReaderView | RowList):
            if self._asking is not None:
                self._asking.leave()
            self.give_keys(reading=isinstance(event.widget, ReaderView))
