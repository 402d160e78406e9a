"""What was done, said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.judgement.saying import Aspect
from tui.language import Language, spoken, tr

if TYPE_CHECKING:
    from core.judgement.saying import Step

_FIELDS = frozenset((Aspect.DATE, Aspect.CATEGORY, Aspect.CAMEO, Aspect.KIND, Aspect.ACTORS, Aspect.PLACES))


def said_of(step: Step) -> str:
    """Say what a step has done, for the line where the reasons stand; nothing where the row shows it."""
    after = step.after
    for aspect in step.aspects:
        if aspect is Aspect.ADDITION:
            return tr("gone; X takes it back") if after is None else ""
        if aspect is Aspect.HIDING and after is not None and after.hidden:
            return tr("hidden; X takes it back")
    return ""


def taken_back(step: Step, *, again: bool = False) -> str:
    """Say what was taken back, or done again."""
    what = ", ".join(dict.fromkeys(_aspect_word(aspect) for aspect in step.aspects))
    if again:
        return tr("done again: {what} · {event}", what=what, event=_named(step))
    return tr("taken back: {what} · {event}", what=what, event=_named(step))


def _named(step: Step) -> str:
    """Name the event; an Arabic screen leaves the English summary out."""
    date, _, summary = step.summary.partition(" ")
    return step.summary if spoken() is Language.ENGLISH or not summary.isascii() else date


def _aspect_word(aspect: Aspect) -> str:
    if aspect in _FIELDS:
        return tr("correction")
    match aspect:
        case Aspect.MARK:
            return tr("mark")
        case Aspect.NOTE:
            return tr("note")
        case Aspect.HIDING:
            return tr("hide")
        case Aspect.ACCEPTANCE:
            return tr("accepted by you")
        case _:
            return tr("add")
