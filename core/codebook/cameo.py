"""CAMEO event codes and what they are called (cameo.toml); light, for a screen loads it when it is asked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its names."""

    code: str
    """Two digits of the root, and one or two of what is finer."""
    english: str
    arabic: str


@cache
def cameo_codes() -> tuple[Code, ...]:
    """Return the codes that have a name, in their order."""
    data = tomllib.loads(files(__package__).joinpath("cameo.toml").read_text(encoding="utf-8"))
    return tuple(Code(code, *names) for code, names in sorted(data.items()))


def name_of(code: str) -> Code | None:
    """Return the names of a code, or of the nearest coarser one; None where not even its root is one."""
    known = {one.code: one for one in cameo_codes()}
    ends = range(len(code), 1, -1)
    return next((known[code[:end]] for end in ends if code[:end] in known), None)
