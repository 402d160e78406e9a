"""Text → expressions of time, with their places, not yet resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.arabic import fold_key, tokenise
from core.temporal.acceptance import stands
from core.temporal.bare_years import is_bare_year
from core.temporal.build import builders
from core.temporal.expression import CalendarDate, Relative, Unit, When
from core.temporal.grammar import run
from core.temporal.islands import islands
from core.temporal.surroundings import is_whole
from core.temporal.tense import looks_ahead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.arabic import Folded
    from core.temporal.tokens import Token

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
        "CLOCKS",
        "DUR",
        "SET",
        "THEN",
        "PRESENT_",
        "RANGE",
        "OFFSET",
    ]
)
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
    tokenised = tokenise(text)
    found: list[Expression] = []
    for island in islands(tokenised):
        found.extend(_expressions(text, tokenised.folded, run(island, builders())))
    if "﴿" in text:
        found = [expression for expression in found if not _in_verse(text, expression)]
    return tuple(_listed_years(text, _shared_years(text, found)))


DAY_HEADING = "day of the month as a heading"


def day_heading(text: str) -> tuple[Expression, ...]:
    """A heading that is a bare number, as under «13 أكتوبر» the next day's «14»; empty for any other."""
    bare = fold_key(text).strip()
    if not (bare.isdecimal() and len(bare) <= 2 and 1 <= int(bare) <= 31):
        return ()
    start = len(text) - len(text.lstrip())
    when = CalendarDate(day=int(bare))
    return (Expression(start, len(text.rstrip()), when, DAY_HEADING, future=False),)


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
        if when is None or not stands(key, token, when):
            continue
        start, end = _span(folded, token)
        if text[start] == "إ" and key[token.start : token.end] == "اب":
            continue  # Ibb, the town
        found.append(
            Expression(start, end, when, token.rule or _BARE_YEAR, _depends(when) and looks_ahead(key, token))
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
        return CalendarDate(year=token.value) if is_bare_year(key, token) else None
    if is_whole(key, token):
        return _whole(token)
    return None


def _whole(token: Token) -> When | None:
    """«الأسبوع» is this week where it is all that is said."""
    from core.temporal.build.durations import length_of

    if token.kind in _WHOLE:
        return Relative(_WHOLE[token.kind], 0)
    if token.kind.startswith("UNIT_") or token.kind == "SECONDW":
        return length_of(token)
    return None


def _shared_years(text: str, found: list[Expression]) -> list[Expression]:
    """Give a date the year of the one joined to it («2 يناير و5 فبراير 2018»)."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        left, right = out[at], out[at + 1]
        if not isinstance(left.when, CalendarDate) or not isinstance(right.when, CalendarDate):
            continue
        shares = left.when.year is None and left.when.month is not None and left.when.steps is None
        joined = text[left.end : min(right.start, left.end + 5)].strip() in ("و", "،", "، و", "أو", ",")
        if shares and joined and right.when.month is not None and isinstance(right.when.year, int):
            out[at] = replace(left, when=replace(left.when, year=right.when.year, homograph=False))
    return out


def _listed_years(text: str, found: list[Expression]) -> list[Expression]:
    """Mark bare years that follow one another («2009 و2012 و2014»)."""
    out = list(found)
    for at in range(1, len(out)):
        left, right = out[at - 1], out[at]
        if right.rule != _BARE_YEAR or not isinstance(left.when, CalendarDate) or left.when.month is not None:
            continue
        between = text[left.end : right.start].strip()
        if len(between) <= 3 and between.strip("،, ") in ("و", "أو", ""):
            out[at] = replace(right, listed=True)
            if left.rule == _BARE_YEAR:
                out[at - 1] = replace(left, listed=True)
    return out


def _depends(when: When) -> bool:
    """Tell whether an expression's value hangs on the tense of its sentence."""
    return not isinstance(when, CalendarDate) or when.year is None
