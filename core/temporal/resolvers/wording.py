"""The words of reasons: short clauses in plain English, which `sentence` puts together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import AnchorKind
from core.temporal.expression import Unit

if TYPE_CHECKING:
    import datetime as dt

    from core.temporal.context import Antecedent

PLACES = {
    AnchorKind.TEXT: "before it in the text",
    AnchorKind.PARAGRAPH: "in the same paragraph",
    AnchorKind.HEADING: "in the heading",
    AnchorKind.DOCUMENT: "earlier in the document",
}
UNKNOWN_WRITING = "the day of writing is not known"
_UNITS = {
    Unit.DAY: "day",
    Unit.WEEK: "week",
    Unit.MONTH: "month",
    Unit.YEAR: "year",
    Unit.DECADE: "decade",
    Unit.CENTURY: "century",
    Unit.HOUR: "hour",
    Unit.MINUTE: "minute",
    Unit.SECOND: "second",
}


def place(kind: AnchorKind, item: Antecedent) -> str:
    """Name an antecedent and say where it stands."""
    return f"«{item.text}» {PLACES[kind]}"


def writing(reference: dt.date) -> str:
    """Name the day of writing."""
    return f"the day of writing, {reference.isoformat()}"


def length(amounts: tuple[tuple[float, Unit], ...]) -> str:
    """Spell a length of time: «3 weeks», «1 year and 6 months»."""
    return " and ".join(_counted(amount, unit) for amount, unit in amounts)


def _counted(amount: float, unit: Unit) -> str:
    name = _UNITS[unit]
    many = "centuries" if unit is Unit.CENTURY else f"{name}s"
    return f"{amount:g} {name if amount == 1 else many}"


def step(unit: Unit, distance: int) -> str:
    """Spell a number of steps: «the month before», «the second year after»; nothing for no step."""
    if distance == 0:
        return ""
    count = {1: "", 2: "second "}.get(abs(distance), f"{abs(distance)}th ")
    return f"the {count}{_UNITS[unit]} {'before' if distance < 0 else 'after'}"


def unit_name(unit: Unit) -> str:
    """Name a unit."""
    return _UNITS[unit]


def sentence(reasons: tuple[str, ...]) -> str:
    """Put the clauses of a reason together."""
    clauses = "; ".join(dict.fromkeys(reasons)) or "it is as the words say"
    return f"{clauses[0].upper()}{clauses[1:]}."
