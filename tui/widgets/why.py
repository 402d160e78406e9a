"""What is known of the selected event, and why: the date, the category, who talks with whom on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget

from tui import palette
from tui.arabic import Mark, Writing, draw, isolated, lay_out, unturned
from tui.language import counted, tr
from tui.widgets.said import said_of
from tui.widgets.sides import sides_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.bidi import Base
    from core.model import Conflict
    from core.timeline import Row


class Why(Widget):
    """Lines that answer "why this date?" and "why this category?", always in view.

    English with the article's Arabic words in it runs from left to right; Arabic from right to left.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.told = False
        """Whether something else stands in its place."""
        self._paragraphs: list[tuple[str, list[Mark]]] = []
        self._writing = Writing()
        self._strips: list[Strip] | None = None

    def explain(self, row: Row | None, further: Iterable[tuple[str, str]] = ()) -> None:
        """Show the reasons of an event, and how many tell of it; nothing for none.

        Args:
            row: the event.
            further: what else is to be said of it, a label and words each.
        """
        self.told = False
        self._show(_reasons(row, further) if row else [])

    def describe(self, lines: Iterable[tuple[str, str]]) -> None:
        """Show other lines in their place, a label and words each."""
        self.told = False
        self._show([_labelled(*line) for line in lines])

    def tell(self, words: str) -> None:
        """Say something else in its place, whatever stands in it."""
        self.told = True
        self._show([(words if self._writing.mirrored else unturned(words), [])])

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self._writing, self._strips = writing, None
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._strips = None

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        if self._strips is None:
            self._strips = self._wrap()
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width)

    def _show(self, paragraphs: list[tuple[str, list[Mark]]]) -> None:
        if paragraphs != self._paragraphs:
            self._paragraphs, self._strips = paragraphs, None
            self.refresh()

    def _base(self, text: str) -> Base:
        """Return the direction of a line; an English one that Arabic has no words for keeps its own."""
        if not self._writing.mirrored:
            return "ltr"
        from core.bidi import base_direction  # The first frame has nothing to say here.

        return base_direction(text)

    def _wrap(self) -> list[Strip]:
        """Fill the height: every paragraph has one line before any has two."""
        width, height = self.size
        laid = [
            (text, marks, lay_out(text, width, self._writing, self._base(text)))
            for text, marks in self._paragraphs
        ]
        spare = max(height - len(laid), 0)
        strips: list[Strip] = []
        for text, marks, layout in laid:
            lines = min(layout.line_count, 1 + spare)
            spare -= lines - 1
            drawn = [layout.line(number) for number in range(lines)]
            strips += [
                draw(line, text, width, self._writing, marks=marks, align="right" if line.rtl else "left")
                for line in drawn
            ]
        return strips[:height]


def _reasons(row: Row, further: Iterable[tuple[str, str]]) -> list[tuple[str, list[Mark]]]:
    event = row.event
    said = said_of(event)
    found = [_labelled(tr("when"), tr("{date}: {reason}", date=said.when, reason=said.date))]
    if event.note:
        found.append(_labelled(tr("note"), f"«{event.note}»"))
    if said.what:
        found.append(_labelled(tr("what"), said.what))
    if event.mediation:
        found.append(_labelled(tr("talks"), sides_of(event.mediation)))
    found += [_labelled(*line) for line in further]
    if row.outlets > 1:
        found.append(
            _labelled(tr("told"), counted("told by 1 outlet", "told by {count} outlets", row.outlets))
        )
    found += [
        _labelled(f"{palette.CONFLICT_SIGN} {tr(clash.field)}", _both(clash)) for clash in event.conflicts
    ]
    if said.short:
        found.append(_labelled(tr("in short"), said.short))
    return found


def _both(clash: Conflict) -> str:
    here, there = clash.sides
    return tr("{here} here, {there} there", here=here, there=there) if there else here


def _labelled(label: str, words: str) -> tuple[str, list[Mark]]:
    return f"{label}: {isolated(words)}", [Mark(0, len(label) + 1, palette.DIM)]
