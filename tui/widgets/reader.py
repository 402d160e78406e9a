"""The article, set from the right, with the words that the selected event was read from marked in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui import palette
from tui.arabic import Writing, draw
from tui.widgets.evidence import Evidence, evidence_of
from tui.widgets.hits import NONE, Hits
from tui.widgets.page import HEAD, Page, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual import events

    from core.model import Document, Event, ParagraphKind, Span
    from tui.arabic import Mark

_AIRY_FROM = 12
"""Lines of height from which on paragraphs stand apart."""
EDGES = 2
"""Cells of the rail at the left and the gutter at the right."""
_WHEEL = 3
_MARGIN = 8
"""The part of the height that is kept between an event's sentence and the edge, where the article goes on."""
_RAIL, _THUMB = "│", "┃"
_EVENT_GUTTER, _CURSOR_GUTTER = "▐", "◀"


class ReaderView(Widget):
    """All paragraphs of one article; only those in view are wrapped and drawn."""

    @dataclass
    class Moved(Message):
        """The person went to another line of the article, or to a character."""

        paragraph: int
        start: int
        """Offset of the line, or of the character, in its paragraph."""
        end: int

        def can_replace(self, message: Message) -> bool:
            """Let the last of a burst stand for all."""
            return isinstance(message, ReaderView.Moved)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.document: Document | None = None
        self.cursor = HEAD
        """The line that the person is on; seen when the reader has the keys."""
        self._top = HEAD
        self._event: Event | None = None
        self._evidence: Evidence = {}
        self._hits = NONE
        self._disputed: Evidence = {}
        self._awaited: tuple[int, int] | None = None
        """Where to go as soon as there is room to show it."""
        self._active = False
        self._writing = Writing()
        self._page: Page | None = None
        self._lines: list[Place] = []
        self._thumb = range(0)

    # ------------------------------------------------------------------------------- what is shown

    def show(self, document: Document, event: Event | None) -> None:
        """Mark an event and bring its sentence into view, moving no further than needed."""
        if document is not self.document:
            self.document, self._page, self._awaited, self._hits = document, None, None, NONE
            self.cursor = self._top = HEAD
            self._event, self._evidence = event, evidence_of(event) if event else {}
            self._wrap_anew()
        else:
            self.mark(event)
            self._bring_event_into_view()

    def _bring_event_into_view(self) -> None:
        page, event = self._page, self._event
        if event is None or page is None:
            return
        height = self.size.height
        margin = height // _MARGIN
        first, last = self._lines_of(page, event.paragraph, event.sentence)
        if last not in page.lines_from(first, height - 2 * margin):
            first, last = self._lines_of(page, event.paragraph, _heart(event))
        self.cursor = first
        inner = self._lines[margin : height - margin]
        if not inner or not inner[0] <= first <= last <= inner[-1]:
            self._turn_to(page.before(first, height // 4))

    @staticmethod
    def _lines_of(page: Page, paragraph: int, span: Span) -> tuple[Place, Place]:
        return page.place_of(paragraph, span.start), page.place_of(paragraph, max(span.end - 1, span.start))

    def mark(self, event: Event | None) -> None:
        """Mark an event where the article stands."""
        if event == self._event:
            return
        before, self._event = self._evidence, event
        self._evidence = evidence_of(event) if event else {}
        if self._evidence != before:  # A mark or a note says nothing here.
            self._refresh_paragraphs({*before, *self._evidence})

    def dispute(self, words: Evidence) -> None:
        """Mark words that another telling contradicts, in place of those that were marked before."""
        if words != self._disputed:
            before, self._disputed = set(self._disputed), words
            self._refresh_paragraphs(before | set(words))

    def find(self, hits: Hits) -> None:
        """Mark what was found in the article, in place of what was found before."""
        before, self._hits = self._hits, hits
        self._refresh_lines(
            y
            for y, place in enumerate(self._lines)
            if self._marks_of(before, place) != self._marks_of(hits, place)
        )

    def _marks_of(self, hits: Hits, place: Place) -> list[Mark]:
        if self._page is None or not self._page.is_text(place):
            return []
        line = self._page.line(place)
        return hits.marks(place.paragraph, line.start, line.end)

    def activate(self, *, active: bool) -> None:
        """Show or hide the cursor."""
        self._active = active
        self._refresh_paragraphs({self.cursor.paragraph})

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self._writing = writing
        self._wrap_anew()

    # ------------------------------------------------------------------------------------- moving

    def step(self, lines: int) -> None:
        """Move the cursor by lines, and tell about it."""
        if self._page:
            self._go(self._page.moved(self.cursor, lines))

    def ends(self, *, last: bool) -> None:
        """Move the cursor to the head or the end of the article, and tell about it."""
        if self._page:
            self._go(self._page.end() if last else HEAD)

    def go_to(self, paragraph: int, offset: int) -> None:
        """Move the cursor to the line of a character, bring it into view, and tell about it."""
        page = self._page
        if page is None:
            self._awaited = (paragraph, offset)
            return
        place = page.place_of(paragraph, offset)
        if place == self.cursor and place not in self._lines:
            self._turn_to(page.before(place, self.size.height // 2))
        self._go(place)

    def turn_to(self, top: Place) -> None:
        """Turn the page so that a line is the first one, and tell nobody."""
        self._turn_to(top)

    def place(self) -> tuple[int, int]:
        """Return the paragraph and the offset that the cursor's line begins with."""
        return self.cursor.paragraph, self._offset(self.cursor)

    @property
    def top(self) -> Place:
        """The first line in view."""
        return self._top

    def is_at(self, paragraph: int, offset: int) -> bool:
        """Tell whether the cursor is on the line of a character."""
        return self._page is not None and self._page.place_of(paragraph, offset) == self.cursor

    def scroll_lines(self, lines: int) -> None:
        """Turn the page without moving the cursor, and tell nobody."""
        if page := self._page:
            self._turn_to(page.after(self._top, lines) if lines >= 0 else page.before(self._top, -lines))

    def _go(self, place: Place) -> None:
        """Move the cursor to a line, and tell about it."""
        page = self._page
        if page is None or place == self.cursor:
            return
        self._put_cursor(page, place)
        line = page.line(place)
        self.post_message(self.Moved(place.paragraph, line.start, line.end))

    def _put_cursor(self, page: Page, place: Place) -> None:
        """Move the cursor to a line, and bring it into view."""
        before, self.cursor = self.cursor, place
        height = max(self.size.height, 1)
        if place < self._lines[0] or place > self._lines[-1]:
            self._turn_to(page.before(place, height // 2))
        else:
            self._refresh_lines(y for y, line in enumerate(self._lines) if line in (before, place))

    def _turn_to(self, top: Place) -> None:
        page = self._page
        if page is None:
            return
        lowest = page.before(page.end(), max(self.size.height - 1, 0))
        top = min(top, lowest)
        if top != self._top or not self._lines:
            self._top = top
            self._lines = page.lines_from(top, self.size.height)
            self._thumb = self._find_thumb()
            self.refresh()

    # ------------------------------------------------------------------------------------- drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the article between the rail and the gutter."""
        width = self.size.width
        if self._page is None and y == 0:
            self._wrap_anew()  # A reader that is mounted late may have missed its first size.
        rail = Segment(_THUMB if y in self._thumb else _RAIL, palette.DIM)
        if self._page is None or y >= len(self._lines) or width <= EDGES:
            return Strip([rail]).adjust_cell_length(width)
        place = self._lines[y]
        if not self._page.is_text(place):
            return Strip([rail]).adjust_cell_length(width)
        paragraph = self._page.document.paragraphs[place.paragraph]
        words = draw(
            self._page.line(place),
            paragraph.text,
            width - EDGES,
            self._writing,
            _style_of(paragraph.kind),
            self._marks(place),
        )
        return Strip([rail, *words, self._gutter(place)], width).simplify()

    def on_resize(self) -> None:
        """Wrap for the new size."""
        self._wrap_anew()

    def _marks(self, place: Place) -> Sequence[Mark]:
        """Return the styles over the words of a line."""
        return (
            *self._evidence.get(place.paragraph, ()),
            *self._disputed.get(place.paragraph, ()),
            *self._marks_of(self._hits, place),
        )

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Turn the page on."""
        event.stop()
        self.scroll_lines(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Turn the page back."""
        event.stop()
        self.scroll_lines(-_WHEEL)

    def _gutter(self, place: Place) -> Segment:
        if self._active and place == self.cursor:
            return Segment(_CURSOR_GUTTER, palette.BOLD)
        if self._is_disputed(place):
            return Segment(palette.CONFLICT_SIGN, palette.ALERT)
        if self._event and place.paragraph == self._event.paragraph:
            return Segment(_EVENT_GUTTER, palette.BOLD)
        return Segment(" ")

    def _is_disputed(self, place: Place) -> bool:
        marks = self._disputed.get(place.paragraph)
        if not marks or self._page is None:
            return False
        line = self._page.line(place)
        return any(mark.start < line.end and line.start < mark.end for mark in marks)

    def _wrap_anew(self) -> None:
        """Lay out for the present width; the character on the top line and that of the cursor stay."""
        width, height = self.size
        if self.document is None or not self.document.paragraphs or width <= EDGES or not height:
            shown = self._page is not None
            self._page, self._lines, self._thumb = None, [], range(0)
            if shown:
                self.refresh()
            return
        before, self._lines = self._page, []
        self._page = page = Page(self.document, width - EDGES, self._writing, airy=height >= _AIRY_FROM)
        if before is not None:
            self.cursor = _same_place(before, page, self.cursor)
            self._turn_to(_same_place(before, page, self._top))
        elif self._event is not None:
            self._bring_event_into_view()
        else:
            self._turn_to(HEAD)
        if self._awaited is not None:
            awaited, self._awaited = self._awaited, None
            self.go_to(*awaited)

    def _find_thumb(self) -> range:
        """Find which lines of the rail stand for the part in view, counted in characters."""
        document = self.document
        if document is None or not self._lines:
            return range(0)
        height, total = self.size.height, max(len(document.text), 1)
        first = document.paragraphs[self._lines[0].paragraph]
        last = document.paragraphs[self._lines[-1].paragraph]
        start, end = self._offset(self._lines[0]), self._offset(self._lines[-1], end=True)
        if first.start + start <= document.paragraphs[0].start and self._lines[-1] >= self._page_end():
            return range(0)
        low = height * (first.start + start) // total
        high = -(-height * (last.start + end) // total)
        return range(low, max(high, low + 1))

    def _page_end(self) -> Place:
        return self._page.end() if self._page else HEAD

    def _offset(self, place: Place, *, end: bool = False) -> int:
        if self._page is None:
            return 0
        line = self._page.line(place)
        return line.end if end else line.start

    def _refresh_paragraphs(self, paragraphs: set[int]) -> None:
        self._refresh_lines(y for y, line in enumerate(self._lines) if line.paragraph in paragraphs)

    def _refresh_lines(self, lines: Iterable[int]) -> None:
        if regions := [Region(0, y, self.size.width, 1) for y in lines]:
            self.refresh(*regions)


@cache
def _style_of(kind: ParagraphKind) -> Style:
    from core.model import ParagraphKind  # Not before there is an article.

    return {
        ParagraphKind.TITLE: palette.BOLD,
        ParagraphKind.HEADING: palette.HEADING,
        ParagraphKind.BODY: palette.PLAIN,
    }.get(kind, palette.DIM)


def _heart(event: Event) -> Span:
    """Return what must be seen of a sentence that is longer than the pane."""
    return event.date.span or (event.trigger.span if event.trigger else event.sentence)


def _same_place(before: Page, after: Page, place: Place) -> Place:
    """Find where the character that began a line stands in another wrapping."""
    return after.place_of(place.paragraph, before.line(place).start)
