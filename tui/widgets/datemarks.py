"""What the marks of a date mean, and whence a date is that an event has not of its own: in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import AnchorKind, DateMark
from tui import palette
from tui.language import tr

if TYPE_CHECKING:
    from core.model import EventDate


def meaning_of(date: EventDate) -> str:
    """Return «? could be otherwise; ↳ from the heading above»; nothing where there is nothing to explain."""
    said = [f"{mark.value} {_meaning(mark)}" for mark in date.marks]
    if date.inherited and date.anchor is not None:
        said.append(f"{palette.INHERITED_SIGN} {_whence(date.anchor.kind)}")
    return "; ".join(said)


def _meaning(mark: DateMark) -> str:
    return {
        DateMark.UNCERTAIN: tr("inferred, could be otherwise"),
        DateMark.APPROXIMATE: tr("vague words"),
        DateMark.BOTH: tr("vague words, could be otherwise"),
        DateMark.UNSPECIFIED: tr("a figure unknown"),
        DateMark.INTERVAL: tr("from … to"),
        DateMark.OPEN: tr("open at this end"),
    }[mark]


def _whence(kind: AnchorKind) -> str:
    return {
        AnchorKind.TEXT: tr("from the same sentence"),
        AnchorKind.PARAGRAPH: tr("from the same paragraph"),
        AnchorKind.HEADING: tr("from the heading above"),
        AnchorKind.DOCUMENT: tr("from earlier in the article"),
        AnchorKind.PUBLISHED: tr("from the day of publication"),
        AnchorKind.EVENT: tr("from the event told with it"),
    }[kind]
