"""The files of a person's own lexicon: read, and checked entry by entry."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from core.errors import UnreadableError
from core.resources.entries import RULES, complaint

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from core.resources.entries import Entry

_OURS = {
    "persons": "lexicon/persons.toml",
    "organisations": "lexicon/organisations.toml",
    "places": "lexicon/places.toml",
    "triggers": "triggers.toml",
}
"""Section → the file of ours that it extends, in core/events."""


def read_lexicon(folder: Path) -> dict[str, dict[str, Entry]]:
    """Return the entries of all files in a folder by section and key; of two with one key the later adds.

    Raises:
        UnreadableError: see `core.resources.check_lexicon`.
    """
    if not folder.is_dir():
        raise UnreadableError(str(folder), "no such folder", "check --lexicon or MEDIATION_TUI_LEXICON")
    sections: dict[str, dict[str, Entry]] = {section: {} for section in RULES}
    for path in sorted(folder.glob("*.toml")):
        for section, entries in _read(path).items():
            for key, entry in entries:
                earlier = sections[section].get(key)
                wrong = complaint(section, entry, known=earlier is not None or key in _ours(section))
                if wrong is not None:
                    where, (problem, remedy) = wrong
                    raise UnreadableError(str(path), f"[{section}.{key}] {where} {problem}", remedy)
                sections[section][key] = joined(earlier, entry) if earlier else entry
    return sections


def joined(record: Entry, entry: Entry) -> Entry:
    """Lay an entry over a record: lists grow, all else is replaced."""
    both = dict(record)
    for key, value in entry.items():
        before = both.get(key)
        if isinstance(value, list) and isinstance(before, list):
            both[key] = before + [item for item in value if item not in before]
        else:
            both[key] = value
    return both


def _read(path: Path) -> dict[str, list[tuple[str, Entry]]]:
    """Return the entries of a file by section, with their keys."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnreadableError(
            str(path), error.strerror or "cannot be read", "check its permissions"
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableError(str(path), "is not UTF-8", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(
            str(path), f"is not TOML: {error}", "mend that line; see docs/lexicon.md"
        ) from error
    return {section: list(_entries(path, section, value)) for section, value in data.items()}


def _entries(path: Path, section: str, value: Any) -> Iterable[tuple[str, Entry]]:
    if section not in RULES:
        known = ", ".join(RULES)
        raise UnreadableError(str(path), f"[{section}] is no section of a lexicon", f"use one of {known}")
    if section == "triggers":
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise UnreadableError(
                str(path), "triggers is no list of tables", "head each one with [[triggers]]"
            )
        for number, item in enumerate(value, start=1):
            if not isinstance(item.get("class"), str):
                problem = f"[[triggers]] number {number}: class is missing"
                raise UnreadableError(
                    str(path), problem, 'give it a name, or one of ours, such as class = "mediate"'
                )
            yield item["class"], item
        return
    if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
        raise UnreadableError(
            str(path), f"{section} is no set of entries", f"head each one with [{section}.some-key]"
        )
    yield from value.items()


@cache
def _ours(section: str) -> frozenset[str]:
    """Return the keys of our own table; it is read only for a person who has entries in that section."""
    text = resources.files("core").joinpath("events", *_OURS[section].split("/")).read_text(encoding="utf-8")
    data = tomllib.loads(text)
    if section == "triggers":
        return frozenset(record["name"] for record in data["class"])
    return frozenset(data["place"] if section == "places" else data)
