"""Whether what stands beside an expression lets it be one.

Prices, resolutions, cars, streets, and names that hold a date are turned down here, by the `[stop]` lists of
`lexicon.toml`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.temporal.expression import CalendarDate, Interval, OnWeekday, When
from core.temporal.lexicon import lexicon
from core.temporal.surroundings import is_whole, listed, touches_number, word_after, word_before

if TYPE_CHECKING:
    from core.temporal.tokens import Token

_NAMED_BY_DATES = frozenset(["DATE", "MDATE", "DAY", "WD", "YEAR", "HYEAR", "RANGE", "Y4"])


def stands(key: str, token: Token, when: When) -> bool:
    """Tell whether what stands beside an expression lets it be one."""
    stop = lexicon().stop
    before = word_before(key, token.start)
    if token.kind in _NAMED_BY_DATES and before:
        if listed(before, "names") and token.kind != "DAY":
            return False
        if listed(before, "undated_names") and not _has_year(when):
            return False
    if (token.kind == "WD" or token.rule == "holiday") and (listed(before, "pacts") or _quoted(key, token)):
        return False
    if token.rule == "year in brackets" and _of_a_number(key, token):
        return False
    if token.rule in _DISTANCE_RULES and _bare_decade(key, token):
        return False
    if before == "علي" and key.startswith("بعد ", token.start):
        return False  # «على بعد ساعتين من X»: how far it is
    if token.kind == "WD" and not _weekday_stands(key, token, before):
        return False
    if token.rule.startswith("hour") and key[max(0, token.start - 1) : token.start] == "-":
        return False  # the second half of a score
    if token.kind == "DAY":
        return not (
            before in stop["today_names"]
            or _is_age(key, token, before)
            or _is_wish(key, token, before)
            or listed(before, "of_a_day")
        )
    if token.rule == "day and month in digits":
        return _short_numeric_stands(key, token, before)
    if "numeric" in token.rule or "digits" in token.rule:
        return not touches_number(key, token)
    if token.kind == "RANGE" and not re.search(r"[^\W\d_]|\d{4}", key[token.start : token.end]):
        return False
    if token.kind in ("MDATE", "RANGE"):
        return _month_stands(key, token, when, before)
    if token.rule == "month day":
        return not listed(word_after(key, token.end), "counted")
    return True


_DISTANCE_RULES = frozenset({"ago", "in some time", "for some time now"})


def _of_a_number(key: str, token: Token) -> bool:
    """«القرار رقم 2166 (2015)»: the year of a numbered paper is part of its name."""
    match = _NUMBER_BEFORE.search(key, max(0, token.start - 24), token.start)
    return match is not None and listed(match.group(1), "numbered")


_NUMBER_BEFORE = re.compile(r"([^\W\d_]+)[\s(«\"-]{0,3}\d{1,5}[\s)]{0,2}[(\[]?$")


def _quoted(key: str, token: Token) -> bool:
    """A weekday or feast alone in quotation marks is a name; one with a colon after it a chapter's."""
    left, right = key[max(0, token.start - 1) : token.start], key[token.end : token.end + 2]
    return (left in ('"', "«", "“") and right[:1] in ('"', "»", "”")) or (left == "[" and right[:1] == ":")


def _bare_decade(key: str, token: Token) -> bool:
    """«بعد عقد» may be «after holding» and «لحظة» no length: only at the end of the clause."""
    words = key[token.start : token.end].split()
    return (
        len(words) == 2
        and words[-1] in ("عقد", "لحظه", "قرن")
        and word_after(key, token.end) not in ("", "من", "واحد")
    )


def _has_year(when: When) -> bool:
    if isinstance(when, Interval):
        return any(_has_year(end) for end in (when.first, when.last) if end is not None)
    if isinstance(when, OnWeekday):
        return _has_year(when.date)
    return isinstance(when, CalendarDate) and (when.year is not None or when.steps is not None)


def _weekday_stands(key: str, token: Token, before: str) -> bool:
    """«عبد الأحد» and «على الاثنين» (on the two) are no days."""
    word = key[token.start : token.end]
    if before == "عبد":
        return False
    return not (word == "الاثنين" and before in ("علي", "بين", "كلا", "هذين", "ان"))


def _is_age(key: str, token: Token, before: str) -> bool:
    """«عالم اليوم» is today's world, and «صحيفة مصر اليوم» a newspaper."""
    if key[token.start : token.end] != "اليوم":
        return False
    if listed(before, "ages"):
        return True
    return listed(word_before(key, token.start - len(before) - 1), "papers")


def _is_wish(key: str, token: Token, before: str) -> bool:
    """«إلى غد أفضل»."""
    return key[token.start : token.end] == "غد" and before in ("الي", "اجل", "نحو", "في", "لاجل")


def _introduced(key: str, token: Token, before: str) -> bool:
    if before in lexicon().stop["introduces"]:
        return True
    # A particle written onto the word, as in «بسبتمبر».
    return token.start > 0 and key[token.start - 1] in "بل" and not key[max(0, token.start - 2)].isdigit()


def _month_stands(key: str, token: Token, when: When, before: str) -> bool:
    """A homograph alone is a month only after a preposition."""
    if not isinstance(when, CalendarDate) or not when.homograph:
        return True
    if when.year is not None or when.steps is not None or when.day is not None:
        return True
    return _introduced(key, token, before) or is_whole(key, token)


def _short_numeric_stands(key: str, token: Token, before: str) -> bool:
    """«22/04» is a day; «24/7», «5-4», «1/3» may be anything, unless a preposition says so."""
    if touches_number(key, token) or listed(before, "numbered"):
        return False
    text = key[token.start : token.end]
    if is_whole(key, token):
        return len(text) >= 3 and "/" in text
    if before in ("في", "يوم", "بتاريخ", "تاريخ", "منذ", "حتي", "ليوم", "الموافق"):
        return True
    digits = re.findall(r"\d+", text)
    return "/" in text and all(len(number) == 2 for number in digits[:2])
