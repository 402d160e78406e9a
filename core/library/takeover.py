"""What a person said of articles before these were in the library: taken over from the notebook, once."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from core.judgement.file import NotebookError, connect
from core.judgement.notebook import Notebook
from core.library.overlay import lay_over
from core.library.standing import settle_some
from core.library.writing import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.store import Library


def take_over(library: Library, notebook: Path) -> int:
    """Take over what a notebook says of articles that the library has; each article's only once.

    What is said in the library already stays. The order of the timeline is left to the caller.

    Args:
        library: open for writing.
        notebook: the file; nothing is done where there is none.

    Returns:
        How many judgements were taken over.

    Raises:
        NotebookError: it cannot be read.
    """
    if not notebook.exists():
        return 0
    connection = connect(notebook)
    try:
        found = Notebook(connection)
        return sum(_take_over(library, found, document) for document in found.documents())
    except (sqlite3.DatabaseError, ValueError) as error:
        raise NotebookError(notebook, f"cannot be read ({error})", "name another file") from error
    finally:
        connection.close()


def _take_over(library: Library, notebook: Notebook, key: bytes) -> int:
    db = library.connection
    row = db.execute(_WANTING, (key,)).fetchone()
    if row is None:
        return 0
    with library.transaction():
        db.execute("INSERT OR IGNORE INTO taken_over (document) VALUES (?)", (key,))
        here = Notebook(db)
        taken = sum(here.take_over(said) for said in notebook.said_of(key))
        if taken:
            settle_some(library, lay_over(library, row[0], Writer(db)).began)
    return taken


_WANTING = """
    SELECT id FROM document WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM taken_over WHERE document = ?1)
"""
