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
        from core.wording import in_short

        return Said(date_of(event), reason_of_date(event), reason_of_codes(event), in_short(event))
    from tui.widgets.datemarks import meaning_of  # Not before there is a row.

    meaning = meaning_of(event.date)
    when = f"{date_of(event)} ({meaning})" if meaning else date_of(event)
    code = " ".join(part for part in (event.category and event.category.value, event.cameo) if part)
    why = reason_of_codes(event)
    what = ": ".join(part for part in (code, why) if part) if why else ""
    return Said(when, reason_of_date(event), what, event.summary_en)


def reason_of_date(event: Event) -> str:
    """Say why it has this date."""
    if spoken() is not Language.ARABIC:
        return event.date.reason
    from core.wording import why_date  # An English screen needs none of it.

    return why_date(event.date)


def reason_of_codes(event: Event) -> str:
    """Say why it has this category and code."""
    if spoken() is not Language.ARABIC:
        return event.why
    from core.wording import why_category

    return why_category(event)
