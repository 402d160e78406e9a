"""Dates of a whole document, each leaning on those before it, and at last on the day of publication."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - part of the public signature
from typing import TYPE_CHECKING

from core.model import Basis, Document, Paragraph, ParagraphKind, Span, Timex, TimexType
from core.temporal.context import Antecedent, Context
from core.temporal.expression import (
    CalendarDate,
    Duration,
    Interval,
    Offset,
    OnWeekday,
    Recurring,
    Then,
    TimeOfDay,
    Unit,
    Within,
)
from core.temporal.recognise import DAY_HEADING, Expression, day_heading, recognise
from core.temporal.resolvers import resolve
from core.temporal.resolvers.wording import sentence

if TYPE_CHECKING:
    from core.temporal.value import Value

_READ = frozenset({ParagraphKind.BODY, ParagraphKind.TITLE, ParagraphKind.HEADING})
_LENDING = frozenset(
    {Basis.EXPLICIT, Basis.MONTH_YEAR, Basis.YEAR, Basis.YEAR_LIST, Basis.HIJRI, Basis.YEAR_INFERRED,
     Basis.DEICTIC, Basis.WEEKDAY, Basis.ANAPHORIC, Basis.PERIOD, Basis.SEASON, Basis.HOLIDAY, Basis.CLOCK,
     Basis.OFFSET, Basis.ERA}
)  # fmt: skip
"""Bases of dates that others may lean on."""
_STATED = frozenset({Basis.EXPLICIT, Basis.MONTH_YEAR, Basis.YEAR, Basis.YEAR_LIST, Basis.HIJRI, Basis.CLOCK})

_CLOCK_UNITS = frozenset({Unit.HOUR, Unit.MINUTE, Unit.SECOND})


def find_timexes(text: str, reference: dt.date | None = None) -> list[Timex]:
    """Find the dates of a text and resolve them, against each other and the day of writing.

    Args:
        text: any text; it is taken as one paragraph.
        reference: the day of writing (TIMEX3: DCT), where known.
    Returns:
        The timexes in order, not overlapping; offsets in code points of `text`.
    """
    return list(_date_text(text, recognise(text), Context(reference), None))


def date_document(document: Document) -> tuple[tuple[Timex, ...], ...]:
    """Find and resolve the dates of a document.

    Returns:
        One tuple a paragraph, in order; offsets count from the start of the paragraph.
    """
    found = [_read(paragraph) for paragraph in document.paragraphs]
    following = _following(found)
    context = Context(document.published)
    dated: list[tuple[Timex, ...]] = []
    for paragraph, expressions, later in zip(document.paragraphs, found, following, strict=True):
        if paragraph.kind not in _READ:
            dated.append(())
            continue
        context.following = later
        dated.append(_date_paragraph(paragraph, expressions, context))
    return tuple(dated)


def _read(paragraph: Paragraph) -> tuple[Expression, ...]:
    if paragraph.kind not in _READ:
        return ()
    if paragraph.kind is ParagraphKind.HEADING:
        return day_heading(paragraph.text) or recognise(paragraph.text)
    return recognise(paragraph.text)


def _following(found: list[tuple[Expression, ...]]) -> list[CalendarDate | None]:
    """For each paragraph, the first date after it whose day or month and year stand in its words."""
    later: CalendarDate | None = None
    following: list[CalendarDate | None] = []
    for expressions in reversed(found):
        following.append(later)
        for expression in reversed(expressions):
            when = expression.when.date if isinstance(expression.when, OnWeekday) else expression.when
            if isinstance(when, CalendarDate) and when.month is not None and isinstance(when.year, int):
                later = when
    return following[::-1]


def _date_paragraph(
    paragraph: Paragraph, expressions: tuple[Expression, ...], context: Context
) -> tuple[Timex, ...]:
    context.paragraph = []
    if paragraph.kind is ParagraphKind.HEADING:
        context.document.extend(context.section)
        context.section = []
        if not (expressions and expressions[0].rule == DAY_HEADING):
            context.heading = []
    timexes = _date_text(paragraph.text, expressions, context, paragraph.index)
    if paragraph.kind is ParagraphKind.HEADING:
        if context.paragraph:
            context.heading = context.paragraph
    elif paragraph.kind is ParagraphKind.TITLE:
        context.document.extend(context.paragraph)
    else:
        context.section.extend(context.paragraph)
    context.paragraph = []
    return timexes


def _date_text(
    text: str, expressions: tuple[Expression, ...], context: Context, paragraph: int | None
) -> tuple[Timex, ...]:
    timexes: list[Timex] = []
    for expression in expressions:
        context.future = expression.future
        context.opens = paragraph is not None and expression.start <= _BULLET
        value = resolve(expression.when, context)
        if value.edtf is None and isinstance(expression.when, Then) and expression.when.how:
            continue  # «بعد ذلك» after no date is a figure of speech
        timex = _timex(text, expression, value)
        timexes.append(timex)
        _remember(context, expression, value, timex, paragraph)
    return tuple(timexes)


_BULLET = 6
"""Code points that may stand before the date of an entry: a bullet, a dash, «في»."""


def _remember(
    context: Context, expression: Expression, value: Value, timex: Timex, paragraph: int | None
) -> None:
    if value.edtf is None or value.basis not in _LENDING or timex.value == "PRESENT_REF":
        return
    stated = value.basis in _STATED or (value.basis is Basis.YEAR_INFERRED and "?" not in value.edtf)
    span = Span(expression.start, expression.end)
    context.paragraph.append(Antecedent(value, timex.text, paragraph, span, stated))


def _timex(text: str, expression: Expression, value: Value) -> Timex:
    basis = Basis.YEAR_LIST if expression.listed and value.basis is Basis.YEAR else value.basis
    return Timex(
        start=expression.start,
        end=expression.end,
        text=text[expression.start : expression.end],
        type=_type(expression),
        value=value.timex,
        edtf=value.edtf,
        basis=basis,
        reason=sentence(value.reasons),
        rule=expression.rule,
        anchor=value.anchor,
        first=value.first,
        last=value.last,
    )


def _type(expression: Expression) -> TimexType:
    when = expression.when
    if isinstance(when, Duration | Within):
        return TimexType.DURATION
    if isinstance(when, Recurring):
        return TimexType.SET
    if isinstance(when, TimeOfDay):
        return TimexType.TIME
    if isinstance(when, Offset) and all(unit in _CLOCK_UNITS for _, unit in when.amounts):
        return TimexType.TIME
    if isinstance(when, Interval) and isinstance(when.first, TimeOfDay):
        return TimexType.TIME
    return TimexType.DATE
