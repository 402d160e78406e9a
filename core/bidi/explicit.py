"""Rules X1–X10: explicit levels, and the isolating run sequences they cut a paragraph into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_DEPTH = 125
"""BD2."""

_FORMATTING = re.compile("[lrkqpijfdB]")
# A strong character takes what follows it along: after it only isolates matter.
_STRONG_OR_ISOLATE = re.compile("[LRA][^ijfd]*|[ijfd]")
_EMBEDDING_IS_RTL = {"l": False, "k": False, "r": True, "q": True}
_OVERRIDE = {"k": "L", "q": "R"}


def first_strong(classes: str) -> str | None:
    """Return the class letter of the first strong character outside isolates (P2)."""
    depth = 0
    for match in _STRONG_OR_ISOLATE.finditer(classes):
        letter = match.group()[0]
        if letter in "ijf":
            depth += 1
        elif letter == "d":
            depth = max(depth - 1, 0)
        elif not depth:
            return letter
    return None


def _first_strong_of_isolates(classes: str) -> dict[int, str]:
    """Return what P2 finds in each isolate, by the offset of its initiator; one pass, however they nest."""
    found: dict[int, str] = {}
    isolates: list[int] = []
    for match in _STRONG_OR_ISOLATE.finditer(classes):
        letter = match.group()[0]
        if letter in "ijf":
            isolates.append(match.start())
        elif letter != "d":
            if isolates:
                found.setdefault(isolates[-1], letter)
        elif isolates:
            isolates.pop()
    return found


@dataclass(slots=True)
class Run:
    """A level run (BD7) without the characters that rule X9 removes."""

    level: int
    pieces: list[tuple[int, int, str]]
    """`(start, end, override)`: half-open stretches of the paragraph, with `L` or `R` where overridden."""
    isolate: int | None = None
    """Offset of the isolate initiator that the run ends with, if it does."""


class Sequence(NamedTuple):
    """An isolating run sequence (BD13)."""

    level: int
    pieces: list[tuple[int, int, str]]
    sos: str
    eos: str


class _Entry(NamedTuple):
    level: int
    override: str
    isolate: bool


class _Levels:
    """The state of rules X1–X8 on their way through a paragraph."""

    def __init__(self, classes: str, paragraph: int) -> None:
        self._classes = classes
        self._first_strong = _first_strong_of_isolates(classes) if "f" in classes else {}
        self._stack = [_Entry(paragraph, "", isolate=False)]
        self._overflow_isolates = 0
        self._overflow_embeddings = 0
        self._valid_isolates = 0
        self._open: list[int] = []
        self.runs: list[Run] = []
        self.matching: dict[int, int] = {}
        """Isolate initiator → its matching PDI (BD9), by offset."""

    def add(self, start: int, end: int) -> None:
        """Take characters in at the level in force."""
        level, override, _ = self._stack[-1]
        piece = start, end, override
        if self.runs and self.runs[-1].level == level:
            run = self.runs[-1]
            run.pieces.append(piece)
            run.isolate = None
        else:
            self.runs.append(Run(level, [piece]))

    def _push(self, *, rtl: bool, override: str, isolate: bool) -> bool:
        level = self._stack[-1].level
        # The next odd, or the next even, level.
        level += 1 if level % 2 != rtl else 2
        fits = level <= _MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings
        if fits:
            self._stack.append(_Entry(level, override, isolate))
        return fits

    def embed(self, letter: str) -> None:
        """X2–X5."""
        fits = self._push(rtl=_EMBEDDING_IS_RTL[letter], override=_OVERRIDE.get(letter, ""), isolate=False)
        if not fits and not self._overflow_isolates:
            self._overflow_embeddings += 1

    def isolate(self, letter: str, at: int) -> None:
        """X5a–X5c."""
        self.add(at, at + 1)
        self.runs[-1].isolate = at
        self._open.append(at)
        rtl = letter == "j" or (letter == "f" and self._first_strong.get(at, "L") != "L")
        if self._push(rtl=rtl, override="", isolate=True):
            self._valid_isolates += 1
        else:
            self._overflow_isolates += 1

    def end_isolate(self, at: int) -> None:
        """X6a."""
        if self._open:
            self.matching[self._open.pop()] = at
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack.pop().isolate:
                pass
            self._valid_isolates -= 1
        self.add(at, at + 1)

    def end_embedding(self) -> None:
        """X7."""
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()

    def walk(self) -> None:
        """Go through the paragraph; boundary neutrals and embedding controls get no level (X9)."""
        done = 0
        for match in _FORMATTING.finditer(self._classes):
            at, letter = match.start(), match.group()
            if at > done:
                self.add(done, at)
            done = at + 1
            if letter in "ijf":
                self.isolate(letter, at)
            elif letter == "d":
                self.end_isolate(at)
            elif letter == "p":
                self.end_embedding()
            elif letter != "B":
                self.embed(letter)
        if done < len(self._classes):
            self.add(done, len(self._classes))


def has_formatting(classes: str) -> bool:
    """Tell whether rules X1–X9 have anything to do."""
    return _FORMATTING.search(classes) is not None


def isolating_run_sequences(classes: str, paragraph: int, after: str = "") -> Iterator[Sequence]:
    """Yield the isolating run sequences of a paragraph, given without its separator (X10).

    Where it goes on, `after` is the direction of the strong character that follows: the last run's eos.
    """
    levels = _Levels(classes, paragraph)
    levels.walk()
    runs, matching = levels.runs, levels.matching
    run_of_pdi = {run.pieces[0][0]: index for index, run in enumerate(runs)} if matching else {}
    continued: set[int] = set()
    for first, run in enumerate(runs):
        if first in continued:
            continue
        last, pieces = first, run.pieces
        while (initiator := runs[last].isolate) is not None and initiator in matching:
            last = run_of_pdi[matching[initiator]]
            continued.add(last)
            pieces += runs[last].pieces
        before = runs[first - 1].level if first else paragraph
        open_end = runs[last].isolate is not None or last + 1 == len(runs)
        behind = paragraph if open_end else runs[last + 1].level
        sos, eos = max(run.level, before) % 2, max(run.level, behind) % 2
        goes_on = after and last + 1 == len(runs)
        yield Sequence(run.level, pieces, "LR"[sos], after if goes_on else "LR"[eos])
