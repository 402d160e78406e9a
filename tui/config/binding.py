"""Other keys for an action: their names as people write them, and the key table with them in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.keys import ALEFS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.keys import Key

_SIGNS = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""What Textual calls some characters otherwise than Unicode does."""
_SHOWN = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "escape": "Esc", "enter": "Enter", "tab": "Tab",
    "home": "Home", "end": "End", "pageup": "PgUp", "pagedown": "PgDn", "backspace": "Backspace",
    "delete": "Del", "insert": "Ins", "space": "space",
}  # fmt: skip
_NAMED = frozenset(_SHOWN) | {f"f{number}" for number in range(1, 25)}
_HELD = re.compile(r"(?:(ctrl|alt)\+)(.+)")
_LOST = {
    "ctrl+h": "Backspace",
    "ctrl+i": "Tab",
    "ctrl+m": "Enter",
    "ctrl+j": "Enter",
    "ctrl+enter": "Enter",
}
"""Keys that a plain terminal sends as others."""


_TWO_LETTERS = 2
"""Of one key of the Arabic layout: a lam and an alef."""


class BindingError(ValueError):
    """Keys that cannot be given to an action."""

    def __init__(self, action: str, problem: str) -> None:
        """Keep which action it is, and say what is wrong."""
        super().__init__(problem)
        self.action = action


def action_names(table: Iterable[Key]) -> dict[str, Key]:
    """Return every action by what it is called in the configuration: its words in the footer, as one.

    Where a second action has the same words, its part's name stands before them.
    """
    found: dict[str, Key] = {}
    for key in table:
        name = key.label.lower().replace(" ", "-")
        found[f"{key.action.partition('.')[0]}-{name}" if name in found else name] = key
    return found


def key_name(written: str) -> str:
    """Return Textual's name of a key.

    Args:
        written: a letter or sign, or a name: `down`, `f5`, `ctrl+n`, `alt+x`.

    Raises:
        ValueError: there is no such key, or a terminal does not send it as such.
    """
    if len(written) == 1 and written.isprintable():
        return _of_character(written)
    if len(written) == _TWO_LETTERS and written[0] == "ل" and written[1] in ALEFS:
        return written
    name = written.lower()
    if name in _LOST:
        raise ValueError(f"a plain terminal sends {written} as {_LOST[name]}")
    if name in _NAMED or name == "shift+tab":
        return name
    held = _HELD.fullmatch(name)
    if held and (held[2] in _NAMED or held[2] in _SIGNS.values()):
        return name
    if held and len(held[2]) == 1 and held[2].isprintable():
        return f"{held[1]}+{_of_character(held[2])}"
    raise ValueError(f'there is no key "{written}"; such as "n", "?", "down", "f5", "ctrl+n", "alt+x"')


def rebound(table: Iterable[Key], changes: Mapping[str, Iterable[str]]) -> tuple[Key, ...]:
    """Return a key table in which some actions have other keys, and those alone.

    Args:
        table: the table as it is.
        changes: keys as people write them, by the actions' names.

    Raises:
        BindingError: no such action or key, or a key that two actions would have.
    """
    rows = action_names(table)
    for action, written in changes.items():
        if action not in rows:
            raise BindingError(action, f"there is no such action; there are {', '.join(rows)}")
        try:
            keys = tuple(dict.fromkeys(map(key_name, written)))
        except ValueError as error:
            raise BindingError(action, str(error)) from None
        latin = tuple(name for name in keys if not _is_arabic(name))
        twins = tuple(name for name in keys if _is_arabic(name))
        shown = " ".join(map(_shown, latin or twins))
        rows[action] = replace(rows[action], keys=latin, twins=twins, shown=shown)
    _refuse_two(rows, changes)
    return tuple(rows.values())


def _refuse_two(rows: Mapping[str, Key], changes: Mapping[str, Iterable[str]]) -> None:
    """Raise an error where two actions have a key, at one of those that were changed."""
    owners: dict[str, str] = {}
    for action, key in rows.items():
        for name in (*key.keys, *key.twins):
            other = owners.setdefault(name, action)
            if other != action:
                changed = action if action in changes else other
                taken = other if changed == action else action
                raise BindingError(changed, f'"{_shown(name)}" is the key of {taken}; give that another one')


def written_key(name: str) -> str:
    """Return how a key of Textual's name is written in the configuration."""
    if "+" in name or name in _NAMED or len(name) <= _TWO_LETTERS:
        return name
    known = next((sign for sign, other in _SIGNS.items() if other == name), name)
    for form in (known, known.replace("_", "-", 1)):
        try:
            return unicodedata.lookup(form.replace("_", " "))
        except KeyError:
            continue
    return name


def _of_character(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _SIGNS.get(name, name) or character


def _is_arabic(name: str) -> bool:
    return unicodedata.bidirectional(name[0]) in ("AL", "NSM")


def _shown(name: str) -> str:
    """Return how a person reads a key: `^n` for `ctrl+n`."""
    if name.startswith("ctrl+"):
        return "^" + _shown(name.removeprefix("ctrl+"))
    if re.fullmatch(r"f\d+", name):
        return name.upper()
    return _SHOWN.get(name) or written_key(name)
