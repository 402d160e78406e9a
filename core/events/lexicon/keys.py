"""Words as the lexicon compares them: folded, «عبد» and «أبو» joined to what follows."""

from __future__ import annotations

import re

from core.arabic import fold_key

WORD = re.compile(r"[^\W\d_]+|\d+")
_LONGEST_UPON = 4
_JOINED = re.compile(r"(?:[وفبلك]{0,2})(?:عبد|ابو)")


def joins_next(key: str) -> bool:
    """Tell whether a word is written both joined to and apart from the next («عبد الله»، «أبومازن»)."""
    return key[-1] in "دو" and len(key) <= 5 and _JOINED.fullmatch(key) is not None


def key_words(text: str) -> tuple[str, ...]:
    """Return the comparable words of a name."""
    key = fold_key(text)
    found = key.split() if key.replace(" ", "").isalpha() else WORD.findall(key)
    if "عبد" not in key and "ابو" not in key:
        return tuple(found)
    words: list[str] = []
    pending = ""
    for piece in found:
        word = pending + piece
        pending = word if joins_next(word) else ""
        if not pending:
            words.append(word)
    if pending:
        words.append(pending)
    return tuple(words)


def may_be_told_apart(word: str) -> bool:
    """Tell whether `told_apart` has to see how a word is written."""
    upon = word.endswith("علي") and len(word) <= _LONGEST_UPON
    return upon or word == "وادي" or word.endswith("عمان")


def told_apart(word: str, source: str) -> str:
    """Return a word's key, or its written form where folding has made one word of two.

    «على», the preposition, is not the name «علي»; «عُمان» with its damma is Oman and not Amman; «وأدى» is no
    valley.

    Args:
        word: the key.
        source: the characters that it comes from.
    """
    if word.endswith("علي") and len(word) <= _LONGEST_UPON and source.endswith("ى"):
        return word[:-1] + "ى"
    if word.endswith("عمان") and "عُ" in source:
        return word[:-4] + "عُمان"
    if word == "وادي" and "أ" in source:
        return "وأدى"
    return word
