"""The tail of a page: openings of other articles that stand, unmarked, below the end of the story.

Some outlets print them like paragraphs. They give themselves away together: several in a row, each opening a
story of its own (no «و», no «كما», nothing that leans on what stands above), and none sharing a name or a
telling word with the title and the lead.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from core.arabic import fold_key, strip_clitics, tokenise
from core.reading.furniture import furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

_AT_LEAST = 3
_WORDS_AT_LEAST = 12
_LEAD = 2
# One word in common may be chance.
_IN_COMMON = 1
_TELLING_LETTERS = 3
# As much of a paragraph as shows its first word.
_OPENING = 30


def tail_start(paragraphs: Sequence[str], title: str | None = None) -> int:
    """Return where the tail begins; the number of paragraphs where there is none.

    Args:
        paragraphs: the running text of an article, a string each.
        title: its title, where known.
    """
    openings = 0
    for text in reversed(paragraphs[_LEAD:]):
        if not _opens_a_story(text):
            break
        openings += 1
    if openings < _AT_LEAST:
        return len(paragraphs)
    head = _telling(" ".join((title or "", *paragraphs[:_LEAD])))
    start = len(paragraphs)
    while openings and len(_telling(paragraphs[start - 1]) & head) <= _IN_COMMON:
        start, openings = start - 1, openings - 1
    return start if len(paragraphs) - start >= _AT_LEAST else len(paragraphs)


def _opens_a_story(text: str) -> bool:
    words = fold_key(text[:_OPENING]).split()
    if not words or not text[0].isalnum() or len(text.split()) < _WORDS_AT_LEAST:
        return False
    return words[0][:1] not in ("و", "ف") and furniture().leaning.isdisjoint((words[0], " ".join(words[:2])))


def _telling(text: str) -> set[str]:
    """Return the words that tell what a text is about, without what may be attached to them."""
    bare = {rest for word in tokenise(text).words.keys for _, rest in strip_clitics(word)}
    return {word for word in bare if len(word) >= _TELLING_LETTERS} - _commonplace()


@cache
def _commonplace() -> frozenset[str]:
    return frozenset(rest for word in furniture().commonplace for _, rest in strip_clitics(word))
