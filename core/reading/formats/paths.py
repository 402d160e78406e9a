"""From what a person names, files, folders and patterns, to files in a stable order."""

from __future__ import annotations

import glob
import os
import sys
import tomllib
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from core.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = "-"


def expand(paths: Iterable[str]) -> Iterator[str]:
    """Yield the files that the paths name: folders walked in sorted order, patterns matched, the rest as is.

    What does not exist, or has nothing in it, is kept, so that reading it says so. Hidden files are skipped
    in folders, and so is what can hold no article by its name (formats.toml): pictures, styles, scripts, the
    folder that a browser saves beside a page. A file that is named itself is always kept.
    """
    for path in paths:
        files = _files(path)
        yield next(files, path)
        yield from files


def _files(path: str) -> Iterator[str]:
    if path == STDIN:
        yield path
    elif Path(path).is_dir():
        yield from _walk(path)
    elif glob.has_magic(path) and not os.path.lexists(path):
        for match in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207 - a Path would lose «./»
            yield from _walk(match) if Path(match).is_dir() else (match,)
    else:
        yield path


def _walk(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        pages = {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm"))}
        beside = {page + ending for page in pages for ending in formats_table()["folders"]["beside_pages"]}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in beside)
        for name in sorted(names):
            if not is_passed_over(name):
                yield os.path.join(parent, name)  # noqa: PTH118 - as the person began it


def is_passed_over(name: str) -> bool:
    """Tell a file that is not looked into where nobody named it: hidden, or no article by its name."""
    parts = name.split("/")
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return hidden or parts[-1].lower().endswith(tuple(formats_table()["folders"]["ignored_suffixes"]))


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """Open a file for reading, or standard input; in both one can seek.

    Raises:
        UnreadableError: it is not there, is a folder, or may not be read.
    """
    try:
        with BytesIO(sys.stdin.buffer.read()) if path == STDIN else Path(path).open("rb") as file:
            yield file
    except FileNotFoundError:
        raise UnreadableError(path, "no such file", "check the path") from None
    except IsADirectoryError:
        raise UnreadableError(path, "is a folder with nothing to read in it", "name the files") from None
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        raise UnreadableError(shown(path), problem, "check its permissions") from error


def shown(path: str) -> str:
    """Return how a path is called in what a person is told."""
    return "standard input" if path == STDIN else path


@cache
def formats_table() -> dict[str, Any]:
    """Load formats.toml once."""
    return tomllib.loads(files(__package__).joinpath("formats.toml").read_text(encoding="utf-8"))
