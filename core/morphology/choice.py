"""Which of camel-tools' knowledge comes onto the road: what a person asked for, and what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from core.morphology.camel import camel_morphology, lacking
from core.morphology.camel_names import camel_names
from core.resources.camel import installed

if TYPE_CHECKING:
    from core.morphology.names import NameRecogniser
    from core.morphology.reading import Morphology

Use: TypeAlias = Literal["off", "on", "auto"]
"""Never, always (an error where it is not there), or where it is there."""


def check(morphology: Use, names: Use) -> None:
    """Look whether what must be there is there; nothing is loaded.

    Raises:
        UnreadableError: it is not.
    """
    if "on" not in (morphology, names):
        return
    tools = installed()
    if morphology == "on" and tools.morphology_lacks is not None:
        raise lacking(tools, tools.morphology_lacks)
    if names == "on" and tools.names_lack is not None:
        raise lacking(tools, tools.names_lack)


def chosen_morphology(use: Use) -> Morphology | None:
    """Return the morphology to use, loaded, or null.

    Raises:
        UnreadableError: it must be there and is not, or it is there and cannot be read.
    """
    if use == "off" or (use == "auto" and installed().morphology_lacks is not None):
        return None
    return camel_morphology()


def chosen_names(use: Use) -> NameRecogniser | None:
    """Return the recogniser to use, loaded, or null.

    Raises:
        UnreadableError: it must be there and is not, or it is there and cannot be read.
    """
    if use == "off" or (use == "auto" and installed().names_lack is not None):
        return None
    return camel_names()
