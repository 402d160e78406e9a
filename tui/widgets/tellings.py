"""The list of the tellings of one happening: who tells it, when they date it, and on what they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment

from core.coreference.comparison import Agreement, Compared
from tui import palette
from tui.arabic import abreast, write
from tui.language import tr
from tui.widgets.row import date_of
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip

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
        writing = self._writing
        bar = palette.CURSOR_SIGN_MIRRORED if writing.mirrored else palette.CURSOR_SIGN
        dated = palette.DATE_INHERITED if row.telling.event.date.inherited else palette.DATE
        plain = palette.SELECTED if selected else palette.PLAIN
        pieces = (
            [Segment(bar if selected else " ", plain)],
            [Segment(sign.ljust(_SIGN), plain if selected else style)],
            [Segment(date, plain if selected else dated)] if date.isascii() else self._undated(date, plain),
            write(differing, len(differing), writing, plain, base=writing.base) if differing else (),
            write(words, max(width - 1 - _SIGN - len(date) - len(differing), 0), writing, plain),
        )
        return abreast(pieces, width, writing)

    def _undated(self, words: str, style: Style) -> Strip:
        return write(words.strip(), len(words), self._writing, style, base=self._writing.base)


def differences(told: Told) -> str:
    """Say on what a telling differs, each with the sign of how: «≠ killed ≈ place»."""
    return " ".join(f"{one.agreement.value}{tr(one.aspect.value)}" for one in told.differing())


def _sign(told: Told) -> tuple[str, Style]:
    if not told.sides:
        return palette.OWN_SIGN, palette.BOLD
    agreement = Agreement.OTHER if told.disputed else Agreement.LIKE if told.differing() else Agreement.SAME
    return agreement.value, _STYLES.get(agreement, palette.PLAIN)
