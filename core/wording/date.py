"""Why an event has its date, in Arabic, from the basis of the date and what it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Basis, DateMark
from core.wording.words import filled, words

if TYPE_CHECKING:
    from core.model import Anchor, EventDate

_OPEN = ("..", "")
"""How EDTF level 1 writes an open and an unknown end of an interval."""


def why_date(date: EventDate) -> str:
    """Say in one line how a date was reached: by which words, leaning on what, with which doubt."""
    said, leaning = words()["basis"][date.basis]
    if date.anchor is not None:
        said = f"{said}، {leaning.format(anchor=_anchor(date.anchor))}"
    clauses = [filled(words()["date"]["words"], words=date.text)] if date.text else []
    clauses += [said, *_open_ends(date.edtf), *_doubts(date)]
    together: str = words()["date"]["clauses"]
    return together.join(clauses)


def _anchor(anchor: Anchor) -> str:
    """Name what a date hangs on; its value is left out where its words are just that."""
    date = filled("{value}", value=anchor.edtf)
    if anchor.text:
        if anchor.text.strip() == anchor.edtf:
            date = filled(words()["date"]["words"], words=anchor.text)
        else:
            date = filled(words()["date"]["valued"], words=anchor.text, value=anchor.edtf)
    where: str = words()["anchor"][anchor.kind]
    return where.format(date=date)


def _open_ends(edtf: str | None) -> list[str]:
    start, stroke, end = (edtf or "").partition("/")
    if not stroke:
        return []
    ends = (("no_start", start), ("no_end", end))
    return [words()["date"][name] for name, value in ends if value in _OPEN]


def _doubts(date: EventDate) -> list[str]:
    """Say what EDTF's `?`, `~` and `X` mean here."""
    inferred = date.anchor is not None or date.basis in (Basis.YEAR_INFERRED, Basis.MONTH_INFERRED)
    found = []
    if date.uncertain:
        found.append(words()["date"]["inferred" if inferred else "clashing"])
    if date.approximate:
        found.append(words()["date"]["roughly" if date.inherited else "vague"])
    if DateMark.UNSPECIFIED in date.marks:
        found.append(words()["date"]["unspecified"])
    return found
