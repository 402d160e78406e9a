"""The notebook's own file, for articles without a library; made when first something is said."""

from __future__ import annotations

import os
import sqlite3
import time
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import FILE_ERROR, ExitCode, MediationError
from core.resources.database import open_database, transaction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.judgement.saying import Said

NOTEBOOK_VARIABLE = "MEDIATION_TUI_NOTEBOOK"
"""Names the notebook in place of the usual one."""
APPLICATION_ID = 0x4D65646A
"""«Medj»: `PRAGMA application_id`."""
VERSION = 1
_WAIT_SECONDS = 30.0
_TRIES, _PAUSE = 100, 0.05


class NotebookError(MediationError):
    """A notebook that cannot be used; one line: which file, what is wrong, what to do."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        super().__init__(FILE_ERROR, source=str(path), problem=problem, remedy=remedy)


def default_path() -> Path:
    """Return what `MEDIATION_TUI_NOTEBOOK` names, or a file in the person's data folder, there or not."""
    named = os.environ.get(NOTEBOOK_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("mediation-tui", appauthor=False) / "judgements.sqlite"


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open a notebook for reading and writing.

    Args:
        path: the file.
        create: whether it is made, its folder too, where it is missing.

    Raises:
        NotebookError: it is missing, no notebook, damaged, of a newer program, or cannot be written.
    """
    try:
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = open_database(path, f"mode={'rwc' if create else 'rw'}", _WAIT_SECONDS)
    except (OSError, sqlite3.Error) as error:
        raise NotebookError(path, f"cannot be opened ({error})", _ELSEWHERE) from error
    try:
        _prepare(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise NotebookError(
            path, f"is no notebook, is damaged, or cannot be written ({error})", _ELSEWHERE
        ) from error
    except BaseException:
        connection.close()
        raise
    return connection


_ELSEWHERE = f"name another file in {NOTEBOOK_VARIABLE}"


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work at once; SQLite does not wait for others that ask for that just now."""
    for _ in range(_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_PAUSE)
    raise sqlite3.OperationalError("another program holds it")


@cache
def said_in(path: Path) -> Mapping[bytes, tuple[Said, ...]]:
    """Return all that a notebook says, by article; read once. Nothing where there is no such file.

    Raises:
        NotebookError: it cannot be read.
    """
    from core.judgement.notebook import Notebook

    if not path.exists():
        return {}
    connection = connect(path)
    try:
        notebook = Notebook(connection)
        return {document: notebook.said_of(document) for document in notebook.documents()}
    except (sqlite3.Error, ValueError) as error:
        raise NotebookError(path, f"cannot be read ({error})", _ELSEWHERE) from error
    finally:
        connection.close()


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    known: int = connection.execute("PRAGMA application_id").fetchone()[0]
    tables: int = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if known != APPLICATION_ID and (known or version or tables):
        raise NotebookError(path, "is a database, but no notebook", _ELSEWHERE)
    if version > VERSION:
        raise NotebookError(
            path,
            f"was made by a newer program (version {version} of the file, known up to {VERSION})",
            "bring this program up to date",
        )
    _write_ahead(connection)
    # What a person says is little and dear: it is on the disk when it is said.
    connection.execute("PRAGMA synchronous = FULL")
    if version < VERSION:
        with transaction(connection):
            # Another process may have made the tables while we waited.
            if connection.execute("PRAGMA user_version").fetchone()[0] < VERSION:
                for statement in tables_sql():
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {VERSION}")


def tables_sql() -> tuple[str, ...]:
    """Return the statements that make the tables of a notebook."""
    script = files("core.judgement").joinpath("tables.sql").read_text(encoding="utf-8")
    lines = (line.partition("--")[0] for line in script.splitlines())
    return tuple(statement.strip() for statement in "\n".join(lines).split(";") if statement.strip())
