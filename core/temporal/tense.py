"""Whether a sentence tells of what is to come: «سـ» before a verb, «سوف», «من المقرر»."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from core.temporal.lexicon import lexicon

if TYPE_CHECKING:
    from core.temporal.tokens import Token

_BACK, _AHEAD = 90, 30
"""Code points looked at before and after an expression."""
_CLAUSE_END = re.compile(r"[.!?؟؛:\n]")
_WORD = re.compile(r"[^\W\d_]+")


def looks_ahead(key: str, token: Token) -> bool:
    """Tell whether the clause round an expression speaks of what is to come."""
    start, end = max(0, token.start - _BACK), token.end + _AHEAD
    if _hints().search(key, start, end) is None:
        return False
    before = key[start : token.start]
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    before = before[ends[-1] :] if ends else before
    after = _CLAUSE_END.split(key[token.end : end])[0]
    words = _WORD.findall(before)
    if any(map(_is_future, words)):
        return True
    other = lexicon().other_clause
    if any(map(_is_future, takewhile(lambda word: word not in other, _WORD.findall(after)[:3]))):
        return True
    scheduled = lexicon().scheduled
    if words[-1:] == ["في"] and "_".join(words[-2:]) in scheduled:
        return True
    return words[-1:] != [] and words[-1] in scheduled and words[-2:-1] not in (["كان"], ["كانت"], ["ان"])


@cache
def _hints() -> re.Pattern[str]:
    """What no clause lacks that looks ahead; most lack it, and are done with."""
    lex = lexicon()
    return re.compile(
        "|".join(
            [
                *sorted(lex.future),
                *(word.split("_")[0] for word in sorted(lex.scheduled)),
                *lex.future_prefixes,
            ]
        )
    )


@lru_cache(maxsize=16384)
def _is_future(word: str) -> bool:
    lex = lexicon()
    if word in lex.future:
        return True
    form = word[1:] if word[:1] in ("و", "ف") else word
    return (
        len(form) >= 5
        and form.startswith(lex.future_prefixes)
        and form not in lex.not_future
        and not form.startswith(lex.not_future_stems)
    )
