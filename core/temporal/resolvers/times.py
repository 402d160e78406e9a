"""Clock times, lengths of time, what recurs, and words that point at a date just given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.model import AnchorKind, Basis
from core.temporal import edtf, value
from core.temporal.build.durations import timex_value
from core.temporal.context import anchor_on, anchor_on_reference
from core.temporal.expression import Base, Duration, Present, Recurring, Relative, Then, TimeOfDay, Unit
from core.temporal.resolve import resolve
from core.temporal.resolvers.wording import UNKNOWN_WRITING, place, writing
from core.temporal.value import Value, unresolved

if TYPE_CHECKING:
    from core.temporal.context import Context


@resolve.register(TimeOfDay)
def _(when: TimeOfDay, context: Context) -> Value:
    base = Base.TEXT if context.reference is None else Base.EITHER
    date = resolve(when.date or Relative(Unit.DAY, 0, base), context)
    time = f"T{when.part}" if when.hour is None else f"T{when.hour:02d}:{when.minute or 0:02d}"
    if when.second is not None:
        time += f":{when.second:02d}"
    known = date.edtf is not None or when.date is not None
    basis = Basis.CLOCK if date.basis is Basis.EXPLICIT or when.date is None else date.basis
    if date.edtf is None:
        basis = Basis.UNRESOLVED
    if when.date is None and when.hour is not None:
        date = date.only_because(*(f"the words give the hour; its day: {reason}" for reason in date.reasons))
    return replace(date, timex=f"{date.timex if known else ''}{time}", basis=basis)


@resolve.register(Duration)
def _(when: Duration, context: Context) -> Value:
    del context
    return Value(None, timex_value(when), Basis.DURATION, reasons=("it is a length of time, not a date",))


@resolve.register(Recurring)
def _(when: Recurring, context: Context) -> Value:
    del context
    return Value(
        None, when.value, Basis.SET, reasons=("it comes again and again, and has no date of its own",)
    )


@resolve.register(Then)
def _(when: Then, context: Context) -> Value:
    dated = [
        (kind, item)
        for kind, item in context.nearest()
        if item.value.edtf is not None
        and item.value.grain is not None
        and (not when.how or kind in (AnchorKind.TEXT, AnchorKind.PARAGRAPH))
    ]
    near = (AnchorKind.TEXT, AnchorKind.PARAGRAPH)
    days = [(kind, item) for kind, item in dated if item.value.grain is Unit.DAY and kind in near]
    for kind, item in (*days[:1], *dated[:1]):
        found = item.value.leaning(Basis.ANAPHORIC, anchor_on(kind, item)).marked(approximate=True)
        found = replace(found, timex=edtf.plain(found.edtf or found.timex))
        return _ever_since(found.only_because(f"it means {_THEN[when.how]} {place(kind, item)}"), when)
    return unresolved("XXXX-XX-XX", "it points at a date before it, and there is none")


_THEN = {"": "at the time of", "after": "some time after", "during": "in the course of"}


def _ever_since(found: Value, when: Then) -> Value:
    if not when.since or found.edtf is None:
        return found
    return replace(
        found, edtf=f"{edtf.start(found.edtf)}/..", timex=f"{edtf.start(found.timex)}/..", last=None
    )


@resolve.register(Present)
def _(when: Present, context: Context) -> Value:
    del when
    if context.reference is None:
        return unresolved("PRESENT_REF", f"it is the day of writing, and {UNKNOWN_WRITING}")
    found = value.of_day(context.reference, Basis.DEICTIC).because(f"it is {writing(context.reference)}")
    return replace(found, timex="PRESENT_REF", anchor=anchor_on_reference(context.reference))
