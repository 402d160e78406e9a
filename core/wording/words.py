"""The Arabic words and templates, and filling them in."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FSI, _PDI = "\u2068", "\u2069"


@cache
def words() -> Mapping[str, Mapping[str, Any]]:
    """Return arabic.toml: by section and name a text, or a list of them."""
    return tomllib.loads(files(__package__).joinpath("arabic.toml").read_text(encoding="utf-8"))


def filled(template: str, **values: str) -> str:
    """Fill a template in; each value is isolated (UAX #9), so that a date in EDTF keeps its order."""
    return template.format(**{name: f"{_FSI}{value}{_PDI}" for name, value in values.items()})


def listed(names: Iterable[str]) -> str:
    """Join names as Arabic does: «أ وب وج»; each once."""
    together: str = words()["short"]["and"]
    return together.join(dict.fromkeys(names))
