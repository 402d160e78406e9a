"""Rule N0: paired brackets of one isolating run sequence."""

from __future__ import annotations

import re

from core.bidi.properties import HELD, MIRRORED, bracket_pairs

_DEPTH = 63
"""BD16: the room of the stack of opening brackets."""

_RTL = re.compile("[REN]")
_CANDIDATE = re.compile(MIRRORED)


class PairFinder:
    """Pairs up the brackets of a sequence (BD16), given in order."""

    def __init__(self) -> None:
        self._table = bracket_pairs()
        self._stack: list[tuple[str, int]] = []
        self.pairs: list[tuple[int, int]] = []
        """In the order of their closing brackets."""
        self.full = False
        """Whether there were too many open brackets: no pair is found from there on."""

    def take(self, char: str, at: int) -> None:
        """Take the next character in, be it a bracket or not."""
        known = self._table.get(char)
        if known is None or self.full:
            return
        closing, opens = known
        stack = self._stack
        if opens:
            self.full = len(stack) == _DEPTH
            stack.append((closing, at))
            return
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth][0] == closing:
                self.pairs.append((stack[depth][1], at))
                del stack[depth:]
                return


def find_pairs(text: str, classes: str) -> list[tuple[int, int]]:
    """Return the bracket pairs (BD16) of a sequence in the order of their opening brackets.

    Args:
        text: the characters of the sequence.
        classes: their classes; overrides applied, since an overridden bracket is none.
    """
    finder = PairFinder()
    for match in _CANDIDATE.finditer(classes):
        at = match.start()
        finder.take(text[at], at)
    return sorted(finder.pairs)


def resolve_pairs(classes: str, original: str, pairs: list[tuple[int, int]], embedding: str) -> str:
    """Apply rule N0.

    Args:
        classes: sos, the classes after rules W1–W7, eos.
        original: sos, the classes before rule W1, eos.
        pairs: offsets in those strings, opening brackets ascending; `HELD` brackets are in none of them.
        embedding: the embedding direction, `L` or `R`.
    """
    resolved = list(classes.replace(HELD, embedding))
    opposite = "R" if embedding == "L" else "L"
    for opening, closing in pairs:
        found = {"L"} if classes.find("L", opening, closing) >= 0 else set()
        if _RTL.search(classes, opening, closing):
            found.add("R")
        if embedding in found:
            direction = embedding
        elif found:
            # Linear in all: once a pair is resolved, the next search back stops at it.
            before = opening - 1
            while resolved[before] not in "LREN":
                before -= 1
            context = "L" if resolved[before] == "L" else "R"
            direction = opposite if context == opposite else embedding
        else:
            continue
        for at in (opening, closing):
            resolved[at] = direction
            mark = at + 1
            while original[mark] == "M":
                resolved[mark] = direction
                mark += 1
    return "".join(resolved)
