"""Make a large library of a small one: every article and event again and again, with numbers of their own.

    python -m benchmarks.replicate_library SMALL LARGE --events 260000

The text index grows as the articles do. Names grow as they do in real news, more slowly: each time in eight
an actor or a place gets a further spelling of its own.
"""

from __future__ import annotations

import argparse
import shutil
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from core.library import Library
from core.library.rows import rebuild_rows
from core.library.words import indexed

if TYPE_CHECKING:
    import sqlite3

_SPELLINGS = 8
_COPIED = {
    "document": {"id": "id + :documents", "key": "CAST(hex(key) || ':' || :time AS BLOB)"},
    "event": {
        "id": "id + :events",
        "document": "document + :documents",
        "key": "key || :time",
        "same_as": "same_as + :events",
        "within": "within + :events",
        "record": "'[\"' || key || :time || substr(record, 3 + length(key))",
    },
    "actor": {"entity": "entity + :spelling", "event": "event + :events"},
    "place": {"entity": "entity + :spelling", "event": "event + :events"},
    "issue": {"event": "event + :events"},
    "conflict": {"event": "event + :events", "other": "other + :events"},
}
_NAME_WORDS = """
    INSERT INTO name_words (rowid, folded)
    SELECT id, folded FROM name WHERE id > (SELECT coalesce(max(id), 0) FROM name_words_docsize)
"""
_NAMED = {
    "entity": {"id": "id + :spelling", "text": "text || ' ' || :spelling"},
    "name": {"id": "NULL", "entity": "entity + :spelling", "folded": "folded || ' ' || :spelling"},
}


def replicate(small: Path, large: Path, events: int) -> None:
    """Write a library with at least so many events."""
    shutil.copyfile(small, large)
    with Library.open(large) as library:
        db = library.connection
        db.execute("PRAGMA synchronous = OFF")
        told = library.count("event")
        last_document, last_event = (_last(db, table) for table in ("document", "event"))
        words = [
            (
                number,
                indexed(title) if titled else "",
                indexed(zlib.decompress(text).decode("utf-8", "surrogatepass")),
            )
            for number, title, titled, text in db.execute("SELECT id, title, titled, text FROM document")
        ]
        for time in range(1, -(-events // told)):
            values = {
                "time": time,
                "documents": time * last_document,
                "events": time * last_event,
                "spelling": time % _SPELLINGS,
            }
            with library.transaction():
                for table, changes in (_COPIED | (_NAMED if time < _SPELLINGS else {})).items():
                    _copy(db, table, changes, values)
                db.execute(_NAME_WORDS)
                db.executemany(
                    "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
                    ((number + values["documents"], title, text) for number, title, text in words),
                )
        with library.transaction():
            rebuild_rows(db)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _last(db: sqlite3.Connection, table: str) -> int:
    found: int = db.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
    return found


def _copy(db: sqlite3.Connection, table: str, changes: dict[str, str], values: dict[str, int]) -> None:
    """Copy what was there from the beginning; it is kept in a table of its own the first time."""
    first = f"temp.first_{table}"
    db.execute(f"CREATE TEMP TABLE IF NOT EXISTS first_{table} AS SELECT * FROM main.{table}")
    columns = [row[1] for row in db.execute(f"PRAGMA main.table_info({table})")]
    new = ", ".join(changes.get(column, f'"{column}"') for column in columns)
    db.execute(f"INSERT OR IGNORE INTO main.{table} SELECT {new} FROM {first}", values)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--events", type=int, default=260_000)
    options = parser.parse_args()
    replicate(options.small, options.large, options.events)
    with Library.open(options.large, read_only=True) as library:
        counts = {table: library.count(table) for table in ("document", "event", "row", "name")}
    print(counts, f"{options.large.stat().st_size >> 20} MB")


if __name__ == "__main__":
    main()
