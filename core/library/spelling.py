"""The full text, made anew when words are folded otherwise than they were."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from core.library.rules import spelling_version
from core.library.words import indexed

if TYPE_CHECKING:
    import sqlite3


def respell(connection: sqlite3.Connection) -> None:
    """Make the full text anew if it was made by another folding; belongs into a transaction of the caller's.

    Else words of articles that go could not be taken out of it, and others would not be found.
    """
    known = connection.execute("SELECT value FROM setting WHERE name = 'spelling'").fetchone()
    version = spelling_version()
    if known == (version,):
        return
    connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('spelling', ?)", (version,))
    if known is None:
        return
    connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
    for number, title, titled, packed in connection.execute("SELECT id, title, titled, text FROM document"):
        text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
        connection.execute(
            "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
            (number, indexed(title) if titled else "", indexed(text)),
        )
