"""A SQLite file of ours, opened and written to: what a library and a notebook have in common."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def open_database(path: Path, how: str, wait: float) -> sqlite3.Connection:
    """Open a file; transactions are the caller's, and one connection serves several threads in turn.

    Args:
        path: the file.
        how: parameters of SQLite's URI, such as `mode=rw`.
        wait: seconds that another process which writes is waited for.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        timeout=wait,
        isolation_level=None,
        check_same_thread=False,  # SQLite serialises them.
    )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do everything inside or, if it raises, nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
