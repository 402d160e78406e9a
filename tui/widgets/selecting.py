"""The reader with a selection in it, by mouse or by keys; what it gives is always text of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import palette
from tui.arabic import BLANKS, Mark
from tui.language import tr
from tui.selection import Selection, Stretch, stretch_under
from tui.widgets.reader import EDGES, ReaderView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.timer import Timer

    from core.model import Document, Event, Span
    from tui.widgets.page import Page, Place

_LEFT = 1
_WORD, _PARAGRAPH = 2, 3
"""Clicks in a row."""
_PULL_EVERY = 0.05
"""Seconds between two lines by which the page turns while the mouse is held above or below it."""


class SelectingReader(ReaderView):
    """A click goes to a character, a drag selects, two clicks take a word, three a paragraph.

    Offsets are kept, not cells, so that a selection outlives another width and another way of drawing.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.selection: Selection | None = None
        self._marking = False
        """Whether the keys that move the cursor draw the selection."""
        self._point: Stretch | None = None
        """The character that was clicked; it counts as long as the cursor is on its line."""
        self._pressed: Stretch | None = None
        """Where the mouse was pressed, as long as it is."""
        self._dragged = False
        self._pull: Timer | None = None
        self._pull_at = (0, 0)

    def show(self, document: Document, event: Event | None) -> None:
        """Show an article; what was selected in another is no longer."""
        if document is not self.document:
            self._point = None
            self.deselect()
        super().show(document, event)

    # --------------------------------------------------------------------------------- what is chosen

    def deselect(self) -> bool:
        """Choose nothing; tell whether something was chosen."""
        chosen = self.selection is not None
        self._marking = False
        self._choose(None)
        return chosen

    def copied(self) -> tuple[str, str] | None:
        """Return what is to be copied and what that is, and end the selection.

        Without a selection that is the sentence that was clicked, else the event's, if it is told on the
        cursor's line, else the one on that line.
        """
        page = self._page
        if page is None:
            return None
        words = self.selection.text(page.document) if self.selection else ""
        self.deselect()
        if words:
            return words, tr("the selection")
        point, line = self._point, self._line_stretch(page, self.cursor)
        here = line
        if point and point.start < point.end and page.place_of(*point[:2]) == self.cursor:
            here = point
        paragraph = page.document.paragraphs[here.paragraph]
        sentences = [span for span in paragraph.sentences if span.start < here.end and here.start < span.end]
        if here is line and self._event and self._event.paragraph == here.paragraph:
            told = self._event.sentence
            sentences = [span for span in sentences if span.overlaps(told)] or sentences
        if sentences:
            return sentences[0].cut(paragraph.text), tr("the sentence")
        return paragraph.text, tr("the paragraph")

    def chosen(self) -> tuple[int, Span] | None:
        """Return what is selected, or as long as the reader has the keys the sentence on the cursor's line.

        Returns:
            The paragraph and the stretch in it; None where there is nothing.
        """
        page = self._page
        if self.selected or page is None or not self._active:
            return self.selected
        line = self._line_stretch(page, self.cursor)
        paragraph = page.document.paragraphs[line.paragraph]
        told = [span for span in paragraph.sentences if span.start < line.end and line.start < span.end]
        return (line.paragraph, told[0]) if told else None

    @property
    def selected(self) -> tuple[int, Span] | None:
        """The paragraph and the stretch that are selected, as far as they lie in the first paragraph.

        Without blanks at the ends; None where nothing is selected.
        """
        page, chosen = self._page, self.selection
        if page is None or chosen is None:
            return None
        from core.model import Span  # The first frame of an article waits for no model.

        number = min(chosen.anchor.paragraph, chosen.focus.paragraph)
        text = page.document.paragraphs[number].text
        start, end = chosen.part(number, len(text))
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        return (number, Span(start, start + len(words.strip()))) if words.strip() else None

    def _choose(self, selection: Selection | None) -> None:
        """Draw anew the lines on which another part is chosen than before."""
        page, before = self._page, self.selection
        self.selection = selection
        if page is None or before == selection:
            return
        changed: list[int] = []
        for y, place in enumerate(self._lines):
            if page.is_text(place):
                start, end = self._line_stretch(page, place)[1:]
                was, is_ = (
                    (min(max(low, start), end), min(max(high, start), end))
                    for low, high in (_part(page, one, place.paragraph) for one in (before, selection))
                )
                if was != is_:
                    changed.append(y)
        self._refresh_lines(changed)

    def _marks(self, place: Place) -> Sequence[Mark]:
        marks = super()._marks(place)
        if self._page is None or self.selection is None:
            return marks
        start, end = _part(self._page, self.selection, place.paragraph)
        return [*marks, Mark(start, end, palette.CHOSEN)] if start < end else marks

    @staticmethod
    def _line_stretch(page: Page, place: Place) -> Stretch:
        line = page.line(place)
        return Stretch(place.paragraph, line.start, line.end)

    # ------------------------------------------------------------------------------------------ keys

    def toggle_marking(self) -> None:
        """Begin a selection with the cursor's line, or end the one there is."""
        if self.deselect() or self._page is None:
            return
        here = self._line_stretch(self._page, self.cursor)
        self._marking = True
        self._choose(Selection(here, here))

    def draw_by_word(self, words: int) -> None:
        """Move the drawn end of a selection by words: on when positive, back when negative."""
        page, chosen = self._page, self.selection
        if page is None or chosen is None:
            return
        at = chosen.focus
        forward = at >= chosen.anchor
        begun = chosen.anchor.start if forward else chosen.anchor.end
        paragraph, offset = self._by_word(page, at.paragraph, at.end if forward else at.start, words)
        anchor = Stretch(chosen.anchor.paragraph, begun, begun)
        self._choose(Selection(anchor, Stretch(paragraph, offset, offset)))
        super()._go(page.place_of(paragraph, max(offset - 1, 0)))

    @staticmethod
    def _by_word(page: Page, paragraph: int, offset: int, words: int) -> tuple[int, int]:
        """Go that many words on or back, into other paragraphs where need be."""
        from core.arabic.boundaries import word_end_after, word_start_before

        paragraphs = page.document.paragraphs
        while words:
            text = paragraphs[paragraph].text
            if words > 0 and offset == len(text) and paragraph + 1 < len(paragraphs):
                paragraph, offset = paragraph + 1, 0
                text = paragraphs[paragraph].text
            elif words < 0 and not offset and paragraph:
                paragraph -= 1
                text = paragraphs[paragraph].text
                offset = len(text)
            offset = word_end_after(text, offset) if words > 0 else word_start_before(text, offset)
            words -= 1 if words > 0 else -1
        return paragraph, offset

    def _go(self, place: Place) -> None:
        super()._go(place)
        if self._marking and self._page is not None and self.selection is not None:
            focus = self._line_stretch(self._page, self.cursor)
            self._choose(Selection(self.selection.anchor, focus))

    # ----------------------------------------------------------------------------------------- mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin what may become a selection."""
        if event.button == _LEFT:
            self._pressed, self._dragged = self._under(event.x, event.y), False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the selection to the character under the mouse, and turn the page outside of it."""
        if self._pressed is None:
            return
        self._pull_at = (event.x, event.y)
        outside = not 0 <= event.y < self.size.height
        if outside and self._pull is None:
            self._pull = self.set_interval(_PULL_EVERY, self._pull_on)
        elif not outside:
            self._let_go()
        self._draw_to(event.x, event.y)

    def on_mouse_up(self) -> None:
        """Leave the selection as it is."""
        self._pressed = None
        self._let_go()
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Go to the character under the mouse; choose its word or paragraph at more clicks."""
        page = self._page
        if event.button != _LEFT or self._dragged or page is None or not 0 <= event.y < len(self._lines):
            return
        self.deselect()
        under, place = self._under(event.x, event.y), self._lines[event.y]
        if under is None or not page.is_text(place):
            return
        text = page.document.paragraphs[place.paragraph].text
        if event.chain >= _PARAGRAPH:
            chosen = Stretch(place.paragraph, 0, len(text))
        else:
            from core.arabic.boundaries import word_at

            word = word_at(text, under.start)
            chosen = Stretch(place.paragraph, word.start, word.end)
        if event.chain >= _WORD:
            self._choose(Selection(chosen, chosen))
        self._put_cursor(page, place)
        self._point = under
        self.post_message(self.Moved(place.paragraph, under.start, max(under.end, under.start + 1)))

    def _under(self, x: int, y: int) -> Stretch | None:
        """Find the character under a cell; below a paragraph its end, beside a line the line's."""
        page = self._page
        if page is None or not self._lines:
            return None
        place = self._lines[max(0, min(y, len(self._lines) - 1))]
        if not page.is_text(place):
            length = len(page.document.paragraphs[place.paragraph].text)
            return Stretch(place.paragraph, length, length)
        line = page.line(place)
        slack = self.size.width - EDGES - BLANKS - line.width
        return stretch_under(line, place.paragraph, x - (EDGES + BLANKS) // 2 - slack)

    def _draw_to(self, x: int, y: int) -> None:
        focus = self._under(x, y)
        if self._pressed is not None and focus is not None and (self._dragged or focus != self._pressed):
            self._dragged = True
            self._marking = False
            self._choose(Selection(self._pressed, focus))

    def _pull_on(self) -> None:
        x, y = self._pull_at
        self.scroll_lines(-1 if y < 0 else 1)
        self._draw_to(x, y)

    def _let_go(self) -> None:
        if self._pull is not None:
            self._pull.stop()
            self._pull = None


def _part(page: Page, selection: Selection | None, paragraph: int) -> tuple[int, int]:
    if selection is None:
        return 0, 0
    return selection.part(paragraph, len(page.document.paragraphs[paragraph].text))
