"""Whether four digits by themselves are a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.temporal.lexicon import lexicon
from core.temporal.surroundings import is_whole, listed, touches_number, word_after, word_before

if TYPE_CHECKING:
    from core.temporal.tokens import Token

_WORD = re.compile(r"[^\W\d_]+")
# «البيانات الأولى 1987 صادرة عن …»: a participle tells of what stands before the year.
_PARTICIPLE = re.compile(r"\wا\w\wه")


def is_bare_year(key: str, token: Token) -> bool:
    """Tell whether four digits by themselves are a year."""
    if touches_number(key, token) or _of_a_paper(key, token.start) or _more_than(key, token.start):
        return False
    stop = lexicon().stop
    before, after = word_before(key, token.start), word_after(key, token.end)
    if after in ("%", "$", "€") or listed(after, "counted") or listed(before, "numbered"):
        return False
    if key[max(0, token.start - 1) : token.start] in ("$", "€", "£", "#"):
        return False
    if any(
        listed(word, "models") for word in _WORD.findall(key[max(0, token.start - 30) : token.start])[-3:]
    ):
        return False
    if key[token.end : token.end + 1] in "/_" and key[token.end + 1 : token.end + 2].isalpha():
        return False
    if before in stop["introduces"] or listed(before, "introduces"):
        return not _looks_counted(after)
    if key[token.start - 1 : token.start] in ("(", "[") and key[token.end : token.end + 1] in (")", "]"):
        return True
    ends_as_counted = after.endswith(("ا", "ه"))
    counted = ends_as_counted and after not in stop["after_year"] and not _PARTICIPLE.fullmatch(after)
    if not counted and _after_described_noun(key, token):
        return True
    if before.startswith("ال") and 1900 <= int(key[token.start : token.end]) <= 2040 and not ends_as_counted:
        return True
    if _joined_year(key, token.start):
        return True
    if is_whole(key, token):
        return True
    if not before and not key[max(0, token.start - 3) : token.start].strip(" \n*-•–"):
        return not after or after in stop["after_year"]
    return not after or after in stop["after_year"] or after.startswith(("ال", "و", "بال", "لل", "ف"))


def _of_a_paper(key: str, start: int) -> bool:
    """«قرار مجلس الأمن رقم -2166»: the number of a paper, some nouns behind its name."""
    words = _WORD.findall(key[max(0, start - _PAPER) : start])[-_PAPER_WORDS:]
    papers = [at for at, word in enumerate(words) if listed(word, "papers_numbered")]
    return bool(papers) and all(
        word.startswith("ال") or word in lexicon().stop["paper_words"] for word in words[papers[-1] + 1 :]
    )


_PAPER = 48
_PAPER_WORDS = 5


def _more_than(key: str, start: int) -> bool:
    """«ما يزيد على 2000 من الطائرات», «أكثر من 1500»: a count."""
    words = _WORD.findall(key[max(0, start - 24) : start])[-2:]
    return len(words) == 2 and words[1] in ("علي", "عن", "من") and listed(words[0], "comparing")


def _after_described_noun(key: str, token: Token) -> bool:
    """«الهدنة الدائمة 1949»: after a noun and its adjective, both definite, comes no count."""
    words = re.findall(r"[^\W\d_]+|\S", key[max(0, token.start - 30) : token.start])[-2:]
    return len(words) == 2 and all(re.match(r"[وفبك]?ال..|لل..", word) for word in words)


def _joined_year(key: str, start: int) -> bool:
    """«… 2009 و2012»."""
    return re.search(r"\b[12]\d{3}\s?،?\s?و\s?$", key[max(0, start - 10) : start]) is not None


def _looks_counted(word: str) -> bool:
    """«1967 مترا»: a count's noun ends in tanween alef; no common verb or particle after a year does."""
    return (
        len(word) > 3
        and word.endswith("ا")
        and not word.startswith(("ال", "و"))
        and word not in ("عندما", "بينما")
    )
