"""How words that somebody is writing go on in a text that they are taken from."""

from __future__ import annotations

from core.arabic.boundaries import word_end_after
from core.arabic.fold import fold, fold_key

_MOST = 12


def continuations(text: str, typed: str) -> list[str]:
    """Return how a text goes on where it says what is typed, up to the end of a word; each once.

    Args:
        text: any text.
        typed: what was typed so far, in any spelling; must begin a word of the text. Behind a whole word the
            next one follows.

    Returns:
        Words exactly as they stand in the text, from where the typed ones begin, in its order.
    """
    sought = fold_key(typed).lstrip()
    folded = fold(text)
    found: dict[str, None] = {}
    at = folded.key.find(sought) if sought.strip() else -1
    while at >= 0 and len(found) < _MOST:
        if not at or not folded.key[at - 1].isalnum():
            start, end = folded.to_source(at, at + len(sought))
            found.setdefault(text[start : word_end_after(text, end)])
        at = folded.key.find(sought, at + 1)
    return list(found)
