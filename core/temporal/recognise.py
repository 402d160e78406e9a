"""Text → expressions of time, with their places, not yet resolved.

What only looks like a date is turned down here by what stands beside it: prices, resolutions, cars, streets,
names that hold a date (`[stop]` in `lexicon.toml`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from core.arabic import fold, strip_clitics
from core.temporal.build import builders
from core.temporal.expression import CalendarDate, Interval, OnWeekday, Relative, Unit, When
from core.temporal.grammar import run
from core.temporal.islands import islands
from core.temporal.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.arabic import Folded
    from core.temporal.tokens import Token

_LAST_WORD = re.compile(r"([^\W\d_]+)[\s\"«»“”'(:]{0,3}$")
_NEXT_WORD = re.compile(r"\s{0,3}([^\W\d_]+|%|\$|€)")
_LOOK_BACK = 24
_TENSE_BACK, _TENSE_AHEAD = 90, 30
_CLAUSE_END = re.compile(r"[.!?؟؛:\n]")
_WORD = re.compile(r"[^\W\d_]+")

_EMITTED = frozenset(
    [
        "DATE",
        "MDATE",
        "DAY",
        "WD",
        "YEAR",
        "HYEAR",
        "YP",
        "PERIOD",
        "REL_D",
        "REL_W",
        "REL_M",
        "REL_Y",
        "REL_DE",
        "REL_CE",
        "TIME",
        "CLOCK",
        "DUR",
        "SET",
        "THEN",
        "PRESENT_",
        "RANGE",
        "OFFSET",
    ]
)
_NAMED_BY_DATES = frozenset(["DATE", "MDATE", "DAY", "WD", "YEAR", "HYEAR", "YP", "RANGE", "Y4"])
_WHOLE = {"THE_D": Unit.DAY, "THE_W": Unit.WEEK, "THE_M": Unit.MONTH, "THE_Y": Unit.YEAR}


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time in a text; offsets are code points of the text."""

    start: int
    end: int
    when: When
    rule: str
    future: bool
    """The sentence tells of what is to come."""
    listed: bool = False
    """A bare year that shares its noun with others."""


def recognise(text: str) -> tuple[Expression, ...]:
    """Find the expressions of time in a text, in order."""
    folded = fold(text)
    found: list[Expression] = []
    for island in islands(folded.key):
        found.extend(_expressions(text, folded, run(island, builders())))
    if "﴿" in text:
        found = [expression for expression in found if not _in_verse(text, expression)]
    return tuple(_listed_years(text, found))


_LONGEST_VERSE = 1500


def _in_verse(text: str, expression: Expression) -> bool:
    """A verse of the Quran between its brackets dates nothing."""
    start = max(0, expression.start - _LONGEST_VERSE)
    return text.rfind("﴿", start, expression.start) > text.rfind("﴾", start, expression.start)


def _expressions(text: str, folded: Folded, tokens: Sequence[Token]) -> list[Expression]:
    found: list[Expression] = []
    key = folded.key
    for token in tokens:
        when = _when(key, token)
        if when is None or not _stands(key, token, when):
            continue
        start, end = _span(folded, token)
        if text[start] == "إ" and key[token.start : token.end] == "اب":
            continue  # Ibb, the town
        found.append(
            Expression(start, end, when, token.rule or _BARE_YEAR, _depends(when) and _future(key, token))
        )
    return found


_BARE_YEAR = "bare year"


def _span(folded: Folded, token: Token) -> tuple[int, int]:
    """The source span of a token, without a bracket whose pair lies outside."""
    start, end = token.start, token.end
    words = folded.key[start:end]
    if words.endswith((")", "]")) and not re.search(r"[(\[]", words):
        end -= 1
    elif words.startswith(("(", "[")) and not re.search(r"[)\]]", words):
        start += 1
    while folded.key[end - 1].isspace():
        end -= 1
    return folded.to_source(start, end)


def _when(key: str, token: Token) -> When | None:
    """What a token says that no rule took up further; None where it is no expression by itself."""
    if token.kind in _EMITTED:
        return token.value if isinstance(token.value, When) else None
    if token.kind == "Y4" and isinstance(token.value, int):
        return CalendarDate(year=token.value) if _bare_year(key, token) else None
    if _is_whole(key, token):
        return _whole(token)
    return None


_SHORT = 64


def _is_whole(key: str, token: Token) -> bool:
    """Tell whether a token is all that a (short) text says."""
    return len(key) <= _SHORT and key.strip() == key[token.start : token.end]


def _whole(token: Token) -> When | None:
    """«الأسبوع» is this week where it is all that is said."""
    from core.temporal.build.durations import length_of

    if token.kind in _WHOLE:
        return Relative(_WHOLE[token.kind], 0)
    if token.kind.startswith("UNIT_") or token.kind == "SECONDW":
        return length_of(token)
    return None


def _word_before(key: str, at: int) -> str:
    match = _LAST_WORD.search(key, max(0, at - _LOOK_BACK), at)
    return match.group(1) if match else ""


def _word_after(key: str, at: int) -> str:
    match = _NEXT_WORD.match(key, at)
    return match.group(1) if match else ""


@lru_cache(maxsize=16384)
def _is(word: str, stop: str) -> bool:
    """Tell whether a word, with or without its particles, is in one of the stop lists."""
    names = lexicon().stop[stop]
    if word in names:
        return True
    for particles, rest in strip_clitics(word):
        # A noun that makes names («حدود», «شارع») has no article; «لل» hides one.
        if particles.endswith("لل"):
            if "ال" + rest in names:
                return True
        elif rest in names and "ال" not in particles:
            return True
    return False


def _stands(key: str, token: Token, when: When) -> bool:
    """Tell whether what stands beside an expression lets it be one."""
    stop = lexicon().stop
    before = _word_before(key, token.start)
    if token.kind in _NAMED_BY_DATES and before:
        if _is(before, "names") and token.kind != "DAY":
            return False
        if _is(before, "undated_names") and not _has_year(when):
            return False
    if (token.kind == "WD" or token.rule == "holiday") and (_is(before, "pacts") or _quoted(key, token)):
        return False
    if token.rule in _DISTANCE_RULES and _bare_decade(key, token):
        return False
    if token.kind == "WD" and not _weekday_stands(key, token, before):
        return False
    if token.kind == "DAY":
        return not (before in stop["today_names"] or _is_wish(key, token, before))
    if token.rule == "day and month in digits":
        return _short_numeric_stands(key, token, before)
    if "numeric" in token.rule or "digits" in token.rule:
        return not _touches_number(key, token)
    if token.kind in ("MDATE", "RANGE"):
        return _month_stands(key, token, when, before)
    if token.rule == "month day":
        return not _is(_word_after(key, token.end), "counted")
    return True


_DISTANCE_RULES = frozenset({"ago", "in some time", "for some time now"})


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
        and _word_after(key, token.end) not in ("", "من", "واحد")
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
    return _introduced(key, token, before) or _is_whole(key, token)


def _short_numeric_stands(key: str, token: Token, before: str) -> bool:
    """«22/04» is a day; «24/7», «5-4», «1/3» may be anything, unless a preposition says so."""
    if _touches_number(key, token) or _is(before, "numbered"):
        return False
    text = key[token.start : token.end]
    if _is_whole(key, token):
        return len(text) >= 3 and "/" in text
    if before in ("في", "يوم", "بتاريخ", "تاريخ", "منذ", "حتي", "ليوم", "الموافق"):
        return True
    digits = re.findall(r"\d+", text)
    return "/" in text and all(len(number) == 2 for number in digits[:2])


def _touches_number(key: str, token: Token) -> bool:
    """Tell whether more digits are joined on at either end, as in telephone numbers and versions."""
    left, right = key[max(0, token.start - 2) : token.start], key[token.end : token.end + 2]
    return bool(re.search(r"\d[-/.:,]?$|[+#_]$", left) or re.match(r"[-/.:,_]?\d|[_%]", right))


def _bare_year(key: str, token: Token) -> bool:
    """Tell whether four digits by themselves are a year."""
    if _touches_number(key, token):
        return False
    stop = lexicon().stop
    before, after = _word_before(key, token.start), _word_after(key, token.end)
    if after in ("%", "$", "€") or _is(after, "counted") or _is(before, "numbered"):
        return False
    if key[max(0, token.start - 1) : token.start] in ("$", "€", "£", "#"):
        return False
    if any(_is(word, "models") for word in _WORD.findall(key[max(0, token.start - 30) : token.start])[-3:]):
        return False
    if key[token.end : token.end + 1] in "/_" and key[token.end + 1 : token.end + 2].isalpha():
        return False
    if before in stop["introduces"] or _is(before, "introduces"):
        return not _looks_counted(after)
    if key[token.start - 1 : token.start] in ("(", "[") and key[token.end : token.end + 1] in (")", "]"):
        return True
    if (
        before.startswith("ال")
        and 1900 <= int(key[token.start : token.end]) <= 2040
        and not after.endswith(("ا", "ه"))
    ):
        return True
    if _joined_year(key, token.start):
        return True
    if _is_whole(key, token):
        return True
    if not before and not key[max(0, token.start - 3) : token.start].strip(" \n*-•–"):
        return not after or after in stop["after_year"]
    return not after or after in stop["after_year"] or after.startswith(("ال", "و", "بال", "لل", "ف"))


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


def _listed_years(text: str, found: list[Expression]) -> list[Expression]:
    """Mark bare years that follow one another («2009 و2012 و2014»)."""
    out = list(found)
    for at in range(1, len(out)):
        left, right = out[at - 1], out[at]
        if right.rule != _BARE_YEAR or not isinstance(left.when, CalendarDate) or left.when.month is not None:
            continue
        between = text[left.end : right.start].strip()
        if len(between) <= 3 and between.strip("،, ") in ("و", "أو", ""):
            out[at] = _as_listed(right)
            if left.rule == _BARE_YEAR:
                out[at - 1] = _as_listed(left)
    return out


def _as_listed(expression: Expression) -> Expression:
    return Expression(
        expression.start, expression.end, expression.when, expression.rule, expression.future, listed=True
    )


def _depends(when: When) -> bool:
    """Tell whether an expression's value hangs on the tense of its sentence."""
    return not isinstance(when, CalendarDate) or when.year is None


def _future(key: str, token: Token) -> bool:
    """Tell whether the clause round an expression speaks of what is to come."""
    before = key[max(0, token.start - _TENSE_BACK) : token.start]
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    before = before[ends[-1] :] if ends else before
    after = _CLAUSE_END.split(key[token.end : token.end + _TENSE_AHEAD])[0]
    return any(map(_is_future, _WORD.findall(before))) or any(map(_is_future, _WORD.findall(after)[:3]))


@lru_cache(maxsize=16384)
def _is_future(word: str) -> bool:
    lex = lexicon()
    if word in lex.future:
        return True
    form = word[1:] if word[:1] in ("و", "ف") else word
    if len(form) < 5 or not form.startswith(lex.future_prefixes) or form in lex.not_future:
        return False
    return not any(len(noun) > 4 and form.startswith(noun) for noun in lex.not_future)
