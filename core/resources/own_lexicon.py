"""A person's own actors, places and triggers: read, checked, and laid over ours. See docs/lexicon.md."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from core.resources.folders import lexicon_folder

if TYPE_CHECKING:
    from core.resources.entries import Entry

Table = dict[str, Any]
Sections = dict[str, dict[str, "Entry"]]

_SECTIONS = {
    "persons.toml": "persons",
    "organisations.toml": "organisations",
    "places.toml": "places",
    "triggers.toml": "triggers",
}
"""File of ours → the section that extends it."""


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
    section = _SECTIONS.get(name)
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
    from core.resources.lexicon_files import joined

    new = {key: entry for key, entry in own.items() if key not in ours}
    return {
        **new,
        **{key: joined(record, own[key]) if key in own else record for key, record in ours.items()},
    }


def _without_class(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if key != "class"}


@cache
def _own() -> Sections:
    """Return the person's entries by section and key, read and checked once a process."""
    folder = lexicon_folder()
    if folder is None:
        return {}
    from core.resources.lexicon_files import read_lexicon  # Most people have none, and the screen waits.

    return read_lexicon(folder)
