"""Letters that are typed, and the words that they may be the beginning of: how well they fit, and where.

As in fzf: the letters stand in the text in their order; at the beginnings of words and next to each other
they count for more. Both are folded, so that neither capitals nor the spelling of Arabic matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.arabic.fold import fold, fold_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LETTER, _BEGINNING, _NEXT, _GAP = 16, 12, 10, 1
"""What a letter is worth, what is added at the beginning of a word and right behind the letter before, and
what each letter between two costs."""
_WHOLE = 20
"""What is added where the text begins with all of it."""
_NONE = -(10**6)


@dataclass(frozen=True, slots=True)
class Fit:
    """How well typed letters fit a text."""

    score: int
    places: tuple[tuple[int, int], ...] = ()
    """Where they stand in it: stretches of code points, in order."""


def fit(typed: str, text: str) -> Fit | None:
    """Return how well each of the words that were typed fits a text; None where one of them does not."""
    folded = fold(text)
    score, kept = 0, set[int]()
    for word in fold_key(typed).split():
        found = _place(word, folded.key)
        if found is None:
            return None
        score += found[0]
        kept |= set(found[1])
    stretches = [folded.to_source(start, start + 1) for start in sorted(kept)]
    return Fit(score, _joined(stretches))


def says(typed: str, text: str) -> bool:
    """Tell whether every word that was typed begins a word of a text: for sentences, where letters of any
    order are soon found.
    """
    words = fold_key(text).replace("-", " ").split()
    return all(
        any(word.strip("«»(“‘\"'").startswith(one) for word in words) for one in fold_key(typed).split()
    )


def _place(word: str, key: str) -> tuple[int, list[int]] | None:
    """Find the best places for the letters of one word: their worth and the indices."""
    if not _in_order(word, key):
        return None
    size = len(key)
    worth = [_worth(key, at) for at in range(size)]
    best = [worth[at] if key[at] == word[0] else _NONE for at in range(size)]
    steps: list[list[int]] = []
    for letter in word[1:]:
        following, came = [_NONE] * size, [0] * size
        reach, start = _NONE, 0  # The best that ends before, less what lies between.
        for at in range(1, size):
            if reach > _NONE:
                reach -= _GAP
            if best[at - 1] > reach:
                reach, start = best[at - 1], at - 1
            if key[at] == letter and reach > _NONE:
                near = best[at - 1] + _NEXT
                following[at], came[at] = worth[at] + max(reach, near), at - 1 if near >= reach else start
        steps.append(came)
        best = following
    at = max(range(size), key=best.__getitem__)
    score, places = best[at] + (_WHOLE if key.startswith(word) else 0), [at]
    for came in reversed(steps):
        places.append(came[places[-1]])
    return score, places[::-1]


def _in_order(word: str, key: str) -> bool:
    at = -1
    for letter in word:
        at = key.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _worth(key: str, at: int) -> int:
    return _LETTER + (_BEGINNING if not at or not key[at - 1].isalnum() else 0)


def _joined(stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join stretches that touch."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def ranked(typed: str, texts: Sequence[Sequence[str]], sentences: Sequence[str]) -> list[tuple[int, Fit]]:
    """Return what fits typed letters, best first; of what fits equally well, and of no letters, in order.

    Args:
        typed: the letters.
        texts: of each candidate, short names; the places of the fit are in the first of them.
        sentences: of each candidate, what is said of it further.

    Returns:
        The indices of candidates, and how well each fits.
    """
    if not fold_key(typed).split():
        return [(number, Fit(0)) for number in range(len(texts))]
    found: list[tuple[int, Fit]] = []
    for number, names in enumerate(texts):
        fits = [one for name in names if (one := fit(typed, name)) is not None]
        shown = fit(typed, names[0])
        if fits:
            best = max(one.score for one in fits)
            found.append((number, Fit(best, shown.places if shown else ())))
        elif says(typed, sentences[number]):
            found.append((number, Fit(0)))
    found.sort(key=lambda one: -one[1].score)
    return found
