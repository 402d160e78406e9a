"""The list of the tellings of one happening: who tells it, when they date it, and on what they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from core.coreference.comparison import Agreement, Compared
from tui import palette
from tui.arabic import write
from tui.language import tr
from tui.widgets.row import date_of
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from rich.style import Style

    from core.tellings import Telling

_DATE = 12
_SIGN = 2
_MIDDLE, _NARROW = 44, 24
"""Row widths from which on there is room for the names of what differs, for the date."""
_DIFFERENCES = 30
"""The most cells that names of what differs take."""
_STYLES = {Agreement.OTHER: palette.ALERT, Agreement.SAME: palette.DIM}


@dataclass(frozen=True, slots=True)
class Told:
    """A telling, laid beside the row's own."""

    telling: Telling
    sides: tuple[Compared, ...]
    """As `core.coreference.comparison.side_by_side` gives them; empty for the row's own."""

    @property
    def disputed(self) -> bool:
        """Whether anything in it cannot be so if the row's own telling is right."""
        return self.telling.disputed or any(one.agreement is Agreement.OTHER for one in self.sides)

    def differing(self) -> tuple[Compared, ...]:
        """Return what is not the same, the disagreements first."""
        return tuple(
            one
            for agreement in (Agreement.OTHER, Agreement.LIKE, Agreement.HERE, Agreement.THERE)
            for one in self.sides
            if one.agreement is agreement
        )


class TellingsView(RowList[Told]):
    """Tellings, one of them selected; the first is the row's own."""

    class Moved(RowList.Moved):
        """Another telling was selected, by key or mouse."""

    def draw(self, row: Told, *, selected: bool) -> Strip:
        """Draw a telling: a sign, the date, what differs, and its outlet."""
        width = self.size.width
        sign, style = _sign(row)
        date = date_of(row.telling.event)[: _DATE - 1].ljust(_DATE) if width >= _NARROW else ""
        differing = ""
        if width >= _MIDDLE and row.sides:
            room = min(_DIFFERENCES, width // 3)
            differing = differences(row)
            differing = (differing if len(differing) < room else differing[: room - 2] + "…").ljust(room)
        doc = row.telling.event.doc
        words = " — ".join(name for name in (doc.outlet, doc.title) if name) or row.telling.event.text
        cells = [
            (palette.CURSOR_SIGN if selected else " ", palette.PLAIN),
            (sign.ljust(_SIGN), style),
            (date, palette.DATE_INHERITED if row.telling.event.date.inherited else palette.DATE),
        ]
        used = 1 + _SIGN + len(date) + len(differing)
        bar = palette.SELECTED if selected else palette.PLAIN
        left = [Segment(text, bar if selected else style) for text, style in cells]
        middle = write(differing, len(differing), self._writing, bar, base="ltr") if differing else Strip([])
        right = write(words, max(width - used, 0), self._writing, bar)
        return Strip([*left, *middle, *right]).simplify()


def differences(told: Told) -> str:
    """Say on what a telling differs, each with the sign of how: «≠ killed ≈ place»."""
    return " ".join(f"{one.agreement.value}{tr(one.aspect.value)}" for one in told.differing())


def _sign(told: Told) -> tuple[str, Style]:
    if not told.sides:
        return palette.OWN_SIGN, palette.BOLD
    agreement = Agreement.OTHER if told.disputed else Agreement.LIKE if told.differing() else Agreement.SAME
    return agreement.value, _STYLES.get(agreement, palette.PLAIN)
