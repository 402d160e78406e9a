"""The library's file: how it is opened, and how an older one is brought up to date."""

from __future__ import annotations

import sqlite3
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.errors import FILE_ERROR, ExitCode, MediationError
from core.resources.database import open_database
from core.resources.library_file import LIBRARY_VARIABLE, default_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = [
    "APPLICATION_ID",
    "LIBRARY_VARIABLE",
    "LibraryError",
    "connect",
    "default_path",
    "newest",
]

APPLICATION_ID = 0x4D656469
"""«Medi»: `PRAGMA application_id`, by which `file` and we know a library (SQLite file format, 1.3)."""
_WAIT_SECONDS = 30.0
"""How long one waits for another process that writes."""


class LibraryError(MediationError):
    """A library that cannot be used; one line: which file, what is wrong, what to do."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        super().__init__(FILE_ERROR, source=str(path), problem=problem, remedy=remedy)


class _OlderError(LibraryError):
    """A library that lacks what this program added."""


def connect(path: Path, *, create: bool = False, read_only: bool = False) -> sqlite3.Connection:
    """Open a library; an older one is first brought to the newest version.

    Args:
        path: the file.
        create: whether it is made, its folder too, where it is missing.
        read_only: whether nothing will be written but what an older one lacks; where that cannot be, it is
            refused.

    Raises:
        LibraryError: it is missing, no library, of a newer program, or cannot be opened.
    """
    if not path.exists():
        if not create or read_only:
            raise LibraryError(path, "no such library", "make one with `mediation-tui index PATH…`")
        path.parent.mkdir(parents=True, exist_ok=True)
    mode = "ro" if read_only else "rwc" if create else "rw"
    try:
        try:
            return _opened(path, f"mode={mode}", read_only=read_only)
        except _OlderError:
            _opened(path, "mode=rw", read_only=False).close()
            return _opened(path, f"mode={mode}", read_only=read_only)
    except sqlite3.Error as error:
        if _may_not_write(error):
            if read_only and not _has_log(path):
                return _immutable(path)
            raise LibraryError(
                path, f"cannot be written where it lies ({error})", "copy it to a folder of your own"
            ) from error
        raise LibraryError(path, f"is no library or is damaged ({error})", "name another file") from error


def _opened(path: Path, how: str, *, read_only: bool) -> sqlite3.Connection:
    connection = open_database(path, how, _WAIT_SECONDS)
    try:
        _prepare(connection, path, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _immutable(path: Path) -> sqlite3.Connection:
    """Open a library in a folder where nothing can be written, not even what its readers tell one another by.

    Whoever may write there nevertheless is not noticed (SQLite: Write-Ahead Logging, "Read-Only Databases").
    """
    try:
        return _opened(path, "mode=ro&immutable=1", read_only=True)
    except sqlite3.Error as error:
        raise LibraryError(path, f"cannot be read ({error})", "name another file") from error


def _may_not_write(error: sqlite3.Error) -> bool:
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def _has_log(path: Path) -> bool:
    """Tell whether there is something that is not yet in the file itself."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def newest() -> int:
    """Return the version that this program writes (`PRAGMA user_version`)."""
    return len(_migrations())


def _prepare(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    known: int = connection.execute("PRAGMA application_id").fetchone()[0]
    tables: int = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if known != APPLICATION_ID and (known or version or tables):
        raise LibraryError(path, "is a database, but no library", "name another file")
    if version > newest():
        raise LibraryError(
            path,
            f"was made by a newer program (version {version} of the file, known up to {newest()})",
            "bring this program up to date",
        )
    if read_only and version < newest():
        raise _OlderError(
            path, f"is of an older version ({version})", "copy it to a folder where you may write"
        )
    # A kill loses nothing that was committed; a loss of power may lose the last commits, never the file.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = MEMORY")
    if not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
        # Many small transactions into wide indexes: 32 MB of pages at hand, and no tidying up after each.
        connection.execute("PRAGMA cache_size = -32768")
        connection.execute("PRAGMA wal_autocheckpoint = 4000")
        _migrate(connection, _migrations())


def _migrate(connection: sqlite3.Connection, steps: Sequence[str]) -> None:
    """Apply the steps that are missing, each in a transaction of its own."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    for number, step in enumerate(steps[version:], start=version + 1):
        # `executescript` commits what is open before it begins, so the transaction is part of the script.
        # Somebody else may have done the step while we waited: then this one fails and is undone.
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE; {step}; PRAGMA application_id = {APPLICATION_ID};"
                f" PRAGMA user_version = {number}; COMMIT;"
            )
        except sqlite3.OperationalError:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if connection.execute("PRAGMA user_version").fetchone()[0] < number:
                raise


@cache
def _migrations() -> tuple[str, ...]:
    folder = files("core.library").joinpath("migrations")
    steps = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda e: e.name)
    return tuple(step.read_text(encoding="utf-8") for step in steps)
