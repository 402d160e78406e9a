"""Whether what was read from a terminal's screen is what the program meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import category

from tests.terminals.article import GOLDEN
from tests.terminals.specimen import UNREAD, clusters

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is wrong with a screen."""

    missing: int
    """Golden lines that stand nowhere."""
    wrong: Sequence[str]
    """Rows in which a cell holds another glyph than it should: what it should be, and what was read."""
    unread: int
    """Cells that look like no glyph at all."""
    cells: int
    """Cells that should not be empty."""

    @property
    def right(self) -> bool:
        """Whether nothing is wrong; a few cells may be unread for their style."""
        return not self.missing and not self.wrong and self.unread * 50 < self.cells

    def __str__(self) -> str:
        """Say it in one line."""
        if self.right:
            return f"right ({self.cells} cells, {self.unread} unread)"
        return (
            f"WRONG: {self.missing} golden lines missing, {len(self.wrong)} rows, {self.unread} cells unread"
        )


def judge(expected: Sequence[str], read: Sequence[Sequence[str]], *, marks: bool) -> Judgement:
    """Compare a whole screen with that of the program where nothing comes between (tmux, as text)."""
    wrong: list[str] = []
    unread = cells = 0
    for line, row in zip(expected, read, strict=True):
        wanted = [*clusters(line)]
        wanted += [" "] * (len(row) - len(wanted))
        cells += sum(cell != " " for cell in wanted)
        unread += row.count(UNREAD)
        pairs = zip(wanted, row, strict=True)
        if any(cell not in (UNREAD, glyph) for glyph, cell in pairs):
            wrong += [f"should be {line.rstrip()}", f"     read {''.join(row).rstrip()}"]
    golden = [_without_marks(line) if not marks else line for line in GOLDEN]
    missing = sum(not any(holds(row, line) for row in read) for line in golden)
    return Judgement(missing, wrong, unread, cells)


def holds(row: Sequence[str], line: str) -> bool:
    """Tell whether a row holds a line, cell by cell."""
    wanted = [*clusters(line)]
    starts = range(len(row) - len(wanted) + 1)
    return any(row[start : start + len(wanted)] == wanted for start in starts)


def _without_marks(line: str) -> str:
    return "".join(char for char in line if category(char) != "Mn")
