"""What the program says of an event, in the language of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.language import Language, spoken
from tui.widgets.row import date_of

if TYPE_CHECKING:
    from core.model import Event


class Said(NamedTuple):
    """The reasons of an event, and what it is in short."""

    when: str
    """The date, and what its marks mean."""
    date: str
    """Why it has this date."""
    what: str
    """The codes, and why it has these; empty where nothing is known of it."""
    short: str


def said_of(event: Event) -> Said:
    """Say it: in English as it was said when the event was read, in Arabic anew from its data."""
    if spoken() is Language.ARABIC:
        from core.wording import in_short, why_category, why_date  # An English screen needs none of it.

        return Said(date_of(event), why_date(event.date), why_category(event), in_short(event))
    from tui.widgets.datemarks import meaning_of  # Not before there is a row.

    meaning = meaning_of(event.date)
    when = f"{date_of(event)} ({meaning})" if meaning else date_of(event)
    code = " ".join(part for part in (event.category and event.category.value, event.cameo) if part)
    what = ": ".join(part for part in (code, event.why) if part) if event.why else ""
    return Said(when, event.date.reason, what, event.summary_en)
