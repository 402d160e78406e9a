"""What is known of the selected event, and why: the date, the category, who talks with whom on what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.strip import Strip
from textual.widget import Widget

from tui import palette
from tui.arabic import Mark, Writing, draw, isolated, lay_out, unturned
from tui.language import Language, counted, spoken, tr
from tui.widgets.row import date_of
from tui.widgets.sides import sides_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.bidi import Base
    from core.model import Conflict, Event
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
    said = _said(event)
    found = [_labelled(tr("when"), tr("{date}: {reason}", date=said.when, reason=said.date))]
    if event.note:
        found.append(_labelled(tr("note"), f"«{event.note}»"))
    if said.category:
        found.append(_labelled(tr("what"), said.category))
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


class _Said(NamedTuple):
    """The reasons of an event, and what it is in short."""

    when: str
    date: str
    category: str
    short: str


def _said(event: Event) -> _Said:
    """Return what the program says of an event in the language of the screen."""
    if spoken() is Language.ARABIC:
        from core.wording import in_short, why_category, why_date  # An English screen needs none of it.

        return _Said(date_of(event), why_date(event.date), why_category(event), in_short(event))
    from tui.widgets.datemarks import meaning_of  # Not before there is a row.

    meaning = meaning_of(event.date)
    when = f"{date_of(event)} ({meaning})" if meaning else date_of(event)
    code = " ".join(part for part in (event.category and event.category.value, event.cameo) if part)
    what = ": ".join(part for part in (code, event.why) if part) if event.why else ""
    return _Said(when, event.date.reason, what, event.summary_en)


def _both(clash: Conflict) -> str:
    here, there = clash.sides
    return tr("{here} here, {there} there", here=here, there=there) if there else here


def _labelled(label: str, words: str) -> tuple[str, list[Mark]]:
    return f"{label}: {isolated(words)}", [Mark(0, len(label) + 1, palette.DIM)]
