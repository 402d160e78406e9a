"""Names that a library knows, for whoever types the beginning of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.arabic import tokenise
from core.library.words import match
from core.query.phrase import phrase, says
from core.query.vocabulary import ROLE_OF, Key

if TYPE_CHECKING:
    import sqlite3

MOST = 20
"""So many names are offered."""


def names(connection: sqlite3.Connection, key: Key, typed: str) -> list[str]:
    """Return names for the value of a key: those with a word that begins so, the most frequent first.

    Made for `core.query.complete`: `partial(names, connection)`. Arabic is answered in Arabic where there is
    such a name, Latin letters in English.

    Args:
        connection: the library's.
        key: one of `core.query.vocabulary.NAMES`.
        typed: what is typed of the value; nothing asks for the most frequent of all.
    """
    begun = phrase(f"{typed.rstrip('*')}*")
    if key is Key.OUTLET:
        rows = connection.execute(_OUTLETS).fetchall()
        said = (name for (name,) in rows if begun is None or says([tokenise(name).words.keys], begun))
        return [name for name, _ in zip(said, range(MOST), strict=False)]
    parts = "place" if key is Key.PLACE else "actor"
    role = ROLE_OF.get(key)
    latin = typed.isascii() and begun is not None
    statement = _NAMES.format(
        name="t.name_en" if latin else "coalesce(t.name_ar, t.text)",
        parts=parts,
        entities=_BEGUN if begun else "",
        role="AND p.role = :role" if role else "",
    )
    values = {"words": match(begun) if begun else "", "role": role.value if role else "", "most": MOST}
    return [name for name, _ in connection.execute(statement, values)]


_OUTLETS = """
    SELECT outlet FROM document WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC, outlet
"""
_BEGUN = """
    AND t.id IN (
        SELECT n.entity FROM name_words w CROSS JOIN name n ON n.id = w.rowid WHERE name_words MATCH :words
    )
"""
_NAMES = """
    SELECT {name} AS shown, count(*) AS n FROM {parts} p JOIN entity t ON t.id = p.entity
    WHERE shown IS NOT NULL {entities} {role} GROUP BY shown ORDER BY n DESC, shown LIMIT :most
"""
