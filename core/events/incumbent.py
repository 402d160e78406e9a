"""Who «رئيس المخابرات العامة» is: the holder of the office on the day of the event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.arabic import fold_key, strip_clitics
from core.events.lexicon import holder, identity
from core.events.mentions import MentionKind

if TYPE_CHECKING:
    from core.events.lexicon import Identity
    from core.events.mentions import Mention
    from core.model import EventDate

_PAST_OR_TO_COME = frozenset(
    map(
        fold_key,
        (
            "السابق",
            "السابقة",
            "الأسبق",
            "الراحل",
            "المخلوع",
            "المعزول",
            "المنتخب",
            "المنتخبة",
            "المقبل",
            "المكلف",
        ),
    )
)


def incumbent(mention: Mention, date: EventDate) -> Identity | None:
    """Return who held the office that a mention names when an event took place.

    None where the words name a person already, say «the former», or where the date is unknown, open, or so
    wide that the office changed hands within it.
    """
    if mention.kind is not MentionKind.OFFICE or mention.office is None or "/" not in mention.office:
        return None
    if date.start is None or date.end is None:
        return None
    if any(
        rest in _PAST_OR_TO_COME for word in fold_key(mention.text).split() for _, rest in strip_clitics(word)
    ):
        return None
    first, last = (holder(mention.office, day) for day in (date.start, date.end))
    return identity(first) if first is not None and first == last else None
