"""The date of an event, and why it has this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Anchor, AnchorKind, Basis, EventDate

if TYPE_CHECKING:
    import datetime as dt

    from core.events.anchoring import FollowOn
    from core.events.further import FurtherAct
    from core.events.sentence import Sentence
    from core.model import Event, Paragraph, Timex


def own_date(timex: Timex) -> EventDate:
    """Give a happening the date that its sentence says."""
    return EventDate(
        timex.edtf, timex.first, timex.last, timex.basis, timex.reason, timex.text, timex.span, timex.anchor
    )


def pointed_back(timex: Timex) -> EventDate:
    """Give a happening that «خلالها» ties to another one that one's date."""
    reason = f"no date of its own («{timex.text}»): {timex.reason}"
    return EventDate(timex.edtf, timex.first, timex.last, Basis.ANCHORED, reason, anchor=timex.anchor)


def heading_date(heading: Paragraph, timex: Timex) -> EventDate:
    """Give what stands under a heading that is a date this date."""
    assert timex.edtf is not None
    return EventDate(
        timex.edtf,
        timex.first,
        timex.last,
        Basis.HEADING,
        f"the heading above says «{timex.text}»: {timex.reason}",
        anchor=Anchor(AnchorKind.HEADING, timex.edtf, timex.text, heading.index, timex.span),
    )


def lead_date(day: dt.date) -> EventDate:
    """Give what the opening of a story tells without a date the day of publication."""
    reason = "the lead gives no date: what it tells is taken for news of the day of publication"
    anchor = Anchor(AnchorKind.PUBLISHED, day.isoformat())
    return EventDate(f"{day.isoformat()}?", day, day, Basis.PUBLISHED, reason, anchor=anchor)


def following_date(sentence: Sentence, found: FollowOn, leader: Event) -> EventDate:
    """Give a follow-on the date of the event before it; what came later, the end of it, roughly."""
    date = leader.date
    assert date.edtf is not None
    words = found.cue.cut(sentence.paragraph.text) if found.cue else None
    told = f"«{date.text}»" if date.text else date.edtf
    tie = f" («{words}»)" if words else ""
    anchor = Anchor(AnchorKind.EVENT, date.edtf, date.text, leader.paragraph, date.span)
    if found.later and date.end is not None:
        reason = f"no date of its own{tie}: it came after the event of {told}"
        end = f"{date.end.isoformat()}~" if date.start != date.end else _roughly(date.edtf)
        return EventDate(end, date.end, date.end, Basis.ANCHORED, reason, anchor=anchor)
    reason = f"no date of its own{tie}: it follows on the event of {told}"
    return EventDate(date.edtf, date.start, date.end, Basis.ANCHORED, reason, anchor=anchor)


def further_date(act: FurtherAct, paragraph: Paragraph) -> EventDate:
    """Give a further act of a dated sentence the sentence's date."""
    timex = act.timex
    assert timex.edtf is not None
    tie = f" («{act.cue.cut(paragraph.text)}»)" if act.cue else ""
    anchor = Anchor(AnchorKind.EVENT, timex.edtf, timex.text, paragraph.index, timex.span)
    if act.closing and timex.last is not None and timex.first != timex.last:
        reason = f"no date of its own{tie}: it closed what «{timex.text}» dates"
        return EventDate(
            timex.last.isoformat(), timex.last, timex.last, Basis.ANCHORED, reason, anchor=anchor
        )
    reason = f"no date of its own{tie}: the sentence tells it beside what «{timex.text}» dates"
    edtf = timex.edtf
    if act.about:
        reason = f"no date of its own: it was told at «{timex.text}», and was then or shortly before"
        edtf = _roughly(edtf)
    return EventDate(edtf, timex.first, timex.last, Basis.ANCHORED, reason, anchor=anchor)


def _roughly(edtf: str) -> str:
    return edtf if edtf[-1] in "?~%" or "/" in edtf else f"{edtf}~"
