"""A person's own actors, places and triggers: read, checked, and laid over ours. See docs/lexicon.md."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from core.errors import UnreadableError
from core.resources.entries import RULES, complaint
from core.resources.folders import lexicon_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from core.resources.entries import Entry

Table = dict[str, Any]
Sections = dict[str, dict[str, "Entry"]]

_FILES = {
    "persons": "lexicon/persons.toml",
    "organisations": "lexicon/organisations.toml",
    "places": "lexicon/places.toml",
    "triggers": "triggers.toml",
}
"""Section → the file of ours that it extends, in core/events."""
_SECTION_OF = {path.rpartition("/")[2]: section for section, path in _FILES.items()}


def check_lexicon() -> int:
    """Read and check the person's own lexicon, if there is one.

    Returns:
        How many entries it has.

    Raises:
        UnreadableError: a folder or file that cannot be read, or an entry that cannot be used; one line that
            names the file, the entry, what is wrong with it and what to do.
    """
    return sum(map(len, _own().values()))


def laid_over(name: str, ours: Table) -> Table:
    """Return a table of the lexicon with the person's own entries laid over it.

    An entry with a key of ours changes that one: a text takes the place of ours, a list is added to ours. New
    entries come first, so that of two readings of one word the person's is tried first.

    Args:
        name: the file's name («persons.toml»).
        ours: what it holds.

    Raises:
        UnreadableError: see `check_lexicon`.
    """
    section = _SECTION_OF.get(name)
    own = _own().get(section, {}) if section else {}
    if not own:
        return ours
    if section == "triggers":
        by_name = {record["name"]: record for record in ours["class"]}
        merged = _merged({key: {"name": key, **_without_class(entry)} for key, entry in own.items()}, by_name)
        return {**ours, "class": list(merged.values())}
    if section == "places":
        return {**ours, "place": _merged(own, ours["place"])}
    return _merged(own, ours)


def _merged(own: dict[str, Entry], ours: dict[str, Entry]) -> dict[str, Entry]:
    new = {key: entry for key, entry in own.items() if key not in ours}
    return {
        **new,
        **{key: _joined(record, own[key]) if key in own else record for key, record in ours.items()},
    }


def _joined(record: Entry, entry: Entry) -> Entry:
    """Lay an entry over a record: lists grow, all else is replaced."""
    both = dict(record)
    for key, value in entry.items():
        before = both.get(key)
        if isinstance(value, list) and isinstance(before, list):
            both[key] = before + [item for item in value if item not in before]
        else:
            both[key] = value
    return both


def _without_class(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if key != "class"}


# ---------------------------------------------------------------------------------------------- reading


@cache
def _own() -> Sections:
    """Return the person's entries by section and key, read and checked once a process."""
    folder = lexicon_folder()
    if folder is None:
        return {}
    if not folder.is_dir():
        raise UnreadableError(str(folder), "no such folder", "check --lexicon or MEDIATION_TUI_LEXICON")
    sections: Sections = {section: {} for section in RULES}
    for path in sorted(folder.glob("*.toml")):
        for section, entries in _read(path).items():
            for key, entry in entries:
                wrong = complaint(section, entry, known=key in _ours(section) or key in sections[section])
                if wrong is not None:
                    where, (problem, remedy) = wrong
                    raise UnreadableError(str(path), f"[{section}.{key}] {where} {problem}", remedy)
                earlier = sections[section].get(key)
                sections[section][key] = _joined(earlier, entry) if earlier else entry
    return sections


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
    text = resources.files("core").joinpath("events", *_FILES[section].split("/")).read_text(encoding="utf-8")
    data = tomllib.loads(text)
    if section == "triggers":
        return frozenset(record["name"] for record in data["class"])
    return frozenset(data["place"] if section == "places" else data)
