"""What a person says, in SQLite: one transaction a judgement, with the way back.

The tables are those of `tables.sql`, in a file of their own or in a library; the SQL is the same.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from core.judgement.adding import own_event
from core.judgement.applying import apply
from core.judgement.attaching import words_of
from core.judgement.codec import (
    decode_edit,
    decode_judgement,
    decode_told,
    encode_edit,
    encode_judgement,
    encode_told,
)
from core.judgement.saying import Judgement, Said, Step, Told
from core.model import DocumentRef, Status

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from core.judgement.saying import Added
    from core.model import Document

_STEPS = 1000
"""So many steps can be taken back."""
_NOWHERE = DocumentRef("")


class Notebook:
    """Judgements and the journal of them; what writes belongs into a transaction of the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Use a connection to a file that has the tables."""
        self._db = connection

    # ------------------------------------------------------------------------------------------ reading

    def said_of(self, document: bytes) -> tuple[Said, ...]:
        """Return what is said of the events of an article, in the order in which it was first said."""
        return tuple(map(_said, self._db.execute(f"{_SAID} WHERE document = ? ORDER BY id", (document,))))

    def documents(self) -> list[bytes]:
        """Return the keys of the articles of which something is said, in the order in which it was."""
        return [
            key
            for (key,) in self._db.execute(
                "SELECT document FROM judgement GROUP BY document ORDER BY min(id)"
            )
        ]

    def number(self, number: int) -> Said | None:
        """Return a judgement by its number; None where it is no more."""
        row = self._db.execute(f"{_SAID} WHERE id = ?", (number,)).fetchone()
        return _said(row) if row is not None else None

    def said(self) -> Iterator[Said]:
        """Yield all that is said."""
        return map(_said, self._db.execute(f"{_SAID} ORDER BY id"))

    def version(self) -> int:
        """Return a number that is another once this or another process has written."""
        (others,) = self._db.execute("PRAGMA data_version").fetchone()
        return hash((others, self._db.total_changes))

    # ------------------------------------------------------------------------------------------ writing

    def judge(self, document: bytes, told: Told, judgement: Judgement, known: Said | None = None) -> Step:
        """Say something of an event in place of what was said.

        Args:
            document: the key of its article.
            told: the event as it was extracted or added.
            judgement: all that is to be said of it.
            known: what was said of it before, if anything was.

        Returns:
            What was done.
        """
        told = replace(told, event=replace(told.event, doc=_NOWHERE))
        said = Said(
            known.number if known is not None else self._next(),
            document,
            told.event.id,
            judgement,
            told,
            own=known is not None and known.own,
        )
        return self._step(said, known.judgement if known is not None else Judgement(), judgement)

    def add(self, key: bytes, document: Document, added: Added) -> Step:
        """Add an event of the person's own.

        Raises:
            AddedError: the stretch is none of the article.
        """
        number = 0
        taken = {one.event for one in self.said_of(key)}
        while (told := own_event(document, added, number)).event.id in taken:
            number += 1
        told = replace(told, event=replace(told.event, doc=_NOWHERE, note=None))
        said = Said(self._next(), key, told.event.id, Judgement(note=added.note), told, own=True)
        return self._step(said, None, said.judgement)

    def remove(self, said: Said) -> Step:
        """Take an event of the person's own out."""
        return self._step(said, said.judgement, None)

    def undo(self) -> Step | None:
        """Take the last step back; None where there is none."""
        row = self._db.execute(f"{_JOURNAL} WHERE NOT undone ORDER BY id DESC LIMIT 1").fetchone()
        return self._walk(row, back=True)

    def redo(self) -> Step | None:
        """Do again what was taken back last; None where nothing was."""
        row = self._db.execute(f"{_JOURNAL} WHERE undone ORDER BY id LIMIT 1").fetchone()
        return self._walk(row, back=False)

    def rename(self, number: int, event: str) -> None:
        """Note by what id a judgement has found its event again; no step."""
        self._db.execute("UPDATE OR IGNORE judgement SET event = ? WHERE id = ?", (event, number))

    def take_over(self, said: Said) -> bool:
        """Put a judgement of another notebook in; what is said already stays. No step.

        Returns:
            Whether it was put in.
        """
        there = self._db.execute(_THERE, (said.document, said.event)).fetchone()
        if there is not None:
            return False
        self._put(replace(said, number=self._next()))
        return True

    # ----------------------------------------------------------------------------------------- inside

    def _next(self) -> int:
        # Never one that the journal knows: what is taken back and done again keeps its number.
        found: int = self._db.execute(
            "SELECT max((SELECT coalesce(max(id), 0) FROM judgement),"
            " (SELECT coalesce(max(judgement), 0) FROM journal)) + 1"
        ).fetchone()[0]
        return found

    def _step(self, said: Said, before: Judgement | None, after: Judgement | None) -> Step:
        step = _step(said, before, after)
        if not step.aspects:
            return step
        self._db.execute("DELETE FROM journal WHERE undone")
        self._set(said, after)
        row = (said.number, said.document, said.event, _coded(before), _coded(after), said.own)
        self._db.execute(_NOTED, (*row, encode_told(said.told), _now()))
        self._db.execute("DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - ?", (_STEPS,))
        return step

    def _walk(self, row: tuple[object, ...] | None, *, back: bool) -> Step | None:
        if row is None:
            return None
        entry, said, before, after = _entry(row)
        # Other rules may have given the event another id meanwhile.
        renamed = self._db.execute("SELECT event FROM judgement WHERE id = ?", (said.number,)).fetchone()
        if renamed is not None:
            said = replace(said, event=renamed[0])
        self._set(said, before if back else after)
        self._db.execute("UPDATE journal SET undone = ? WHERE id = ?", (back, entry))
        step = _step(said, before, after)
        return step.reversed if back else step

    def _set(self, said: Said, judgement: Judgement | None) -> None:
        if judgement is None or not (judgement or said.own):
            self._db.execute("DELETE FROM judgement WHERE id = ?", (said.number,))
        else:
            self._put(replace(said, judgement=judgement))

    def _put(self, said: Said) -> None:
        judgement = said.judgement
        edit = encode_edit(judgement.edit) if judgement.edit is not None else None
        row = (said.number, said.document, said.event, judgement.marked, _text(judgement.note))
        self._db.execute(_PUT, (*row, judgement.status.value, edit, said.own, encode_told(said.told), _now()))


def _said(row: tuple[object, ...]) -> Said:
    number, document, event, marked, note, status, edit, own, told = row
    assert isinstance(number, int)
    assert isinstance(document, bytes)
    judgement = Judgement(
        bool(marked),
        str(note) if note is not None else None,
        Status(str(status)),
        decode_edit(str(edit)) if edit is not None else None,
    )
    return Said(number, document, str(event), judgement, decode_told(str(told)), bool(own))


def _entry(row: tuple[object, ...]) -> tuple[int, Said, Judgement | None, Judgement | None]:
    entry, number, document, event, before, after, own, told = row
    assert isinstance(entry, int)
    assert isinstance(number, int)
    assert isinstance(document, bytes)
    said = Said(number, document, str(event), Judgement(), decode_told(str(told)), bool(own))
    one, other = (decode_judgement(str(text)) if text is not None else None for text in (before, after))
    return entry, said, one, other


def _step(said: Said, before: Judgement | None, after: Judgement | None) -> Step:
    shown = after if after is not None else before
    event = apply(said.told.event, shown) if shown is not None else said.told.event
    return Step(said.event, said.document, before, after, words_of(event))


def _coded(judgement: Judgement | None) -> str | None:
    return encode_judgement(judgement) if judgement is not None else None


def _text(words: str | None) -> str | None:
    return words.encode("utf-8", "replace").decode() if words is not None else None


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


_SAID = "SELECT id, document, event, marked, note, status, edit, own, told FROM judgement"
_JOURNAL = "SELECT id, judgement, document, event, before, after, own, told FROM journal"
_THERE = "SELECT 1 FROM judgement WHERE document = ? AND event = ?"
_PUT = """
    INSERT OR REPLACE INTO judgement (id, document, event, marked, note, status, edit, own, told, made_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_NOTED = """
    INSERT INTO journal (judgement, document, event, before, after, own, told, made_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
