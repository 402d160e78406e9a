"""Where a person left what they had opened: a small file for each, without a word of any article."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tui.state import keep, state_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from core.model import Document

VERSION = 1
"""A file of another version says nothing."""
_FOLDER = "places"
_MOST = 200
"""So many places are kept; the oldest go first."""


def place_of_library(path: Path) -> str:
    """Return the name under which the place in a library is kept."""
    return _name(["library", str(path.resolve())])


def place_of_articles(paths: Iterable[str], documents: Iterable[Document] = ()) -> str:
    """Return that of a set of articles: by their paths, and by their texts where they came down a pipe."""
    from pathlib import Path

    named = sorted(str(Path(path).resolve()) for path in paths)
    return _name(["articles", *named, *sorted(document.text for document in documents)])


def read_place(name: str) -> Mapping[str, Any] | None:
    """Return what was kept; None where nothing was, or where it is damaged or of another version."""
    try:
        found = json.loads(_file(name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found.get("version") == VERSION else None


def keep_place(name: str, place: Mapping[str, Any]) -> bool:
    """Keep a place; tell whether that could be done."""
    file = _file(name)
    new = not file.exists()
    kept = keep(file, json.dumps({"version": VERSION, **place}, ensure_ascii=False) + "\n")
    if new and kept:
        _forget_oldest(file.parent)
    return kept


def _forget_oldest(folder: Path) -> None:
    with suppress(OSError):  # Another run may be at it as well.
        files = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in files[:-_MOST]:
            path.unlink()


def _file(name: str) -> Path:
    return state_file(_FOLDER) / f"{name}.json"


def _name(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
