"""Versions: by which rules articles are analysed, and how files are read; made of the code itself.

A version changes with any file that decides: code, tables, and the person's own lexicon. It is made anew in
each process and compared, so that no two versions of the program work on one library at one time.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.resources.folders import lexicon_folder

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_ANALYSIS = (
    "model",
    "pipeline.py",
    "arabic",
    "coreference",
    "events",
    "morphology",
    "reading",
    "resources",
    "temporal",
)
_READING = ("reading/formats", "reading/document.py", "reading/metadata.py")
_SPELLING = ("arabic", "reading/layout.py", "library/words.py")
_DECIDING = (".py", ".toml", ".tsv")


@cache
def rules_version() -> str:
    """Return the version of all that decides what is found in an article."""
    digest = hashlib.blake2b(digest_size=16)
    _add(digest, _ANALYSIS, without=_READING[:1])
    folder = lexicon_folder()
    if folder is not None and folder.is_dir():
        for path in sorted(folder.rglob("*.toml")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def reading_version(published: dt.date | None = None) -> str:
    """Return the version of how files are read.

    Args:
        published: the date of articles that declare none.
    """
    digest = hashlib.blake2b(repr(published).encode(), digest_size=16)
    _add(digest, _READING)
    return digest.hexdigest()


@cache
def spelling_version() -> str:
    """Return the version of how words are folded for the search."""
    digest = hashlib.blake2b(digest_size=16)
    _add(digest, _SPELLING)
    return digest.hexdigest()


def _add(digest: hashlib.blake2b, names: tuple[str, ...], without: tuple[str, ...] = ()) -> None:
    root = files("core")
    for name in names:
        for path, entry in _deciding(root.joinpath(name), name, without):
            digest.update(path.encode())
            digest.update(entry.read_bytes())


def _deciding(entry: Traversable, path: str, without: tuple[str, ...]) -> Iterator[tuple[str, Traversable]]:
    """Yield the files that decide, with their paths from `core` on, in a stable order."""
    if path in without:
        return
    if entry.is_dir():
        for inner in sorted(entry.iterdir(), key=lambda found: found.name):
            yield from _deciding(inner, f"{path}/{inner.name}", without)
    elif path.endswith(_DECIDING):
        yield path, entry
