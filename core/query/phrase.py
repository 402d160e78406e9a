"""Words that are looked for, and whether some text says them.

A text is a sequence of words (`core.arabic.tokenise`: runs of letters, runs of digits, folded). What is
looked for are words that stand one after the other on one line; the first may have proclitics attached, and
the last may be only begun (`وسي*`). «وسيط» is so found in «والوسيط» and «للوسيط», «الوسيط» in «بالوسيط».
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from core.arabic import tokenise, with_clitics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is looked for."""

    firsts: tuple[str, ...]
    """The ways to write the first word: bare, then with proclitics."""
    rest: tuple[str, ...]
    """The words after it, as they are."""
    begun: bool
    """Whether the last word may go on."""

    def starts(self, words: Sequence[str]) -> Iterator[int]:
        """Yield where it begins in the folded words of one line, in order."""
        firsts = frozenset(self.firsts)
        begun_alone = self.begun and not self.rest
        for at, word in enumerate(words):
            begins = word in firsts or (begun_alone and word.startswith(self.firsts))
            if begins and (not self.rest or self._follows(words, at + 1)):
                yield at

    def _follows(self, words: Sequence[str], at: int) -> bool:
        found = tuple(islice(words, at, at + len(self.rest)))
        if not self.begun:
            return found == self.rest
        return (
            len(found) == len(self.rest)
            and found[:-1] == self.rest[:-1]
            and found[-1].startswith(self.rest[-1])
        )

    @property
    def length(self) -> int:
        """How many words it has."""
        return 1 + len(self.rest)


@lru_cache(maxsize=1 << 10)
def phrase(text: str) -> Phrase | None:
    """Return what a text looks for; None where it has neither letter nor digit."""
    words = tokenise(text).words.keys
    if not words:
        return None
    return Phrase(with_clitics(words[0]), tuple(words[1:]), text.rstrip().endswith("*"))


def lines_of_words(text: str) -> list[list[str]]:
    """Return the folded words of each line of a text."""
    return [list(tokenise(line).words.keys) for line in text.split("\n")]


def says(lines: Sequence[Sequence[str]], sought: Phrase | None) -> bool:
    """Tell whether one of some lines says what is looked for."""
    return sought is not None and any(next(sought.starts(line), None) is not None for line in lines)
