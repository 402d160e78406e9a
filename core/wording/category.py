"""Why an event is coded as it is, in Arabic: the word that names it, and what the rules made of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.codebook import name_of
from core.model import Aux, Plover
from core.wording.words import filled, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Event

MEDIATION = "045"
"""CAMEO: mediate."""


def why_category(event: Event) -> str:
    """Say in one line what an event is coded as, and why."""
    together: str = words()["date"]["clauses"]
    return together.join(_clauses(event))


def head_of(event: Event) -> str:
    """Name the happening: by its CAMEO code, or else by its category; empty where it has none."""
    if event.cameo and (code := name_of(event.cameo)):
        return code.arabic
    return category_name(event.category) if event.category else ""


def category_name(category: Plover) -> str:
    """Name a category."""
    name: str = words()["category"][category][0]
    return name


def _clauses(event: Event) -> Iterator[str]:
    rule = words()["rule"]
    codes = " ".join(filter(None, (event.category and event.category.value, event.cameo)))
    if event.category is None:
        yield rule["no_category" if event.trigger else "no_trigger"]
    else:
        names = dict.fromkeys((category_name(event.category), head_of(event)))
        yield f"{words()['short']['clauses'].join(names)} ({filled('{codes}', codes=codes)})"
    if event.trigger is not None:
        yield filled(rule["trigger"], words=event.trigger.text)
    if event.mode and event.mode in words()["mode"]:
        yield rule["mode"].format(mode=words()["mode"][event.mode])
    if event.cameo == MEDIATION and event.mode != "third-party":
        yield rule["third"]
    if event.aux is not None:
        yield _standing(event.aux, event.category)


def _standing(aux: Aux, category: Plover | None) -> str:
    """Say how the happening stands to fact, and what its code became by that."""
    rules = {
        (Aux.NEGATED, Plover.REJECT): "refused",
        (Aux.FUTURE, Plover.AGREE): "agreed",
        (Aux.FUTURE, Plover.CONCEDE): "conceded",
    }
    rule = rules.get((aux, category)) if category else None
    said: str = words()["rule"][rule] if rule else words()["aux"][aux]
    return said
