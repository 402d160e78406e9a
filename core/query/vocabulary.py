"""The words of the filter language (vocabulary.toml), as matching keys."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.model import EventKind, Issue, Plover, Quad, Role

if TYPE_CHECKING:
    from collections.abc import Mapping


class Key(StrEnum):
    """What stands before a colon."""

    ACTOR = "actor"
    MEDIATOR = "mediator"
    SOURCE = "source"
    TARGET = "target"
    PARTICIPANT = "participant"
    ROLE = "role"
    PLACE = "place"
    TYPE = "type"
    CAMEO = "cameo"
    QUAD = "quad"
    ISSUE = "issue"
    KIND = "kind"
    SINCE = "since"
    UNTIL = "until"
    ON = "on"
    OUTLET = "outlet"
    IS = "is"


class Flag(StrEnum):
    """What is either so or not."""

    MARKED = "marked"
    NOTED = "noted"
    HIDDEN = "hidden"
    EDITED = "edited"
    ACCEPTED = "accepted"
    CONFLICT = "conflict"


class Operator(Enum):
    """What joins terms."""

    AND = auto()
    OR = auto()
    NOT = auto()


NAMES = frozenset({Key.ACTOR, Key.MEDIATOR, Key.SOURCE, Key.TARGET, Key.PARTICIPANT, Key.PLACE, Key.OUTLET})
"""Keys whose value is a name, matched as words are."""
DATES = frozenset({Key.SINCE, Key.UNTIL, Key.ON})
ROLE_OF: Mapping[Key, Role] = {
    Key.MEDIATOR: Role.MEDIATOR,
    Key.SOURCE: Role.SOURCE,
    Key.TARGET: Role.TARGET,
    Key.PARTICIPANT: Role.PARTICIPANT,
}
"""Keys that name an actor with the part they play."""
CHOICES: Mapping[Key, type[StrEnum]] = {
    Key.TYPE: Plover,
    Key.QUAD: Quad,
    Key.ISSUE: Issue,
    Key.ROLE: Role,
    Key.KIND: EventKind,
    Key.IS: Flag,
}
"""Keys whose value is one of a few."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the language: folded, unless they are there to be shown."""

    operators: Mapping[str, Operator]
    flags: Mapping[str, Flag]
    keys: Mapping[str, Key]
    shown: tuple[str, ...]
    """Every name of a key as it is written."""
    values: Mapping[Key, Mapping[StrEnum, tuple[str, ...]]]
    """The names of each value as they are written, its own first."""


@cache
def vocabulary() -> Vocabulary:
    """Load vocabulary.toml once."""
    data = tomllib.loads(files(__package__).joinpath("vocabulary.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        operators={
            fold_key(word): Operator[name.upper()]
            for name, words in data["operators"].items()
            for word in words
        },
        flags={fold_key(word): Flag(name) for name, words in data["flags"].items() for word in words},
        keys={fold_key(word): Key(name) for name, words in data["keys"].items() for word in words},
        shown=tuple(word for words in data["keys"].values() for word in words),
        values={
            key: {value: (value.value, data[key.value][value.value]) for value in choice}
            for key, choice in CHOICES.items()
        },
    )
