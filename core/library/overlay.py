"""What a person says of an article's events, laid over the columns that filters and figures read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from core.judgement.attaching import attach, is_kept, judged
from core.judgement.notebook import Notebook
from core.library.codec import decode_event
from core.library.words import sentence_words
from core.library.writing import wait_for_comparison
from core.model import DocumentRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.judgement.saying import Said
    from core.library.store import Library
    from core.library.writing import Writer
    from core.model import Document, Event


class Columns(NamedTuple):
    """What of a row of `event` depends on the person; days are ordinals."""

    kind: str
    category: str | None
    cameo: str | None
    first: int | None
    last: int | None
    within: int | None
    status: str


@dataclass(slots=True)
class Changes:
    """Events whose place on the timeline may be another."""

    began: dict[int, int | None] = field(default_factory=dict)
    """`event.id` → the day under which its row stands, if it has one."""
    gone: dict[int, int | None] = field(default_factory=dict)
    """Own events that are no more → the same."""


def lay_over(library: Library, document: int, writer: Writer) -> Changes:
    """Bring the events of an article to what the person says of them, and put in those of their own.

    Belongs into a transaction of the caller's.

    Args:
        library: open for writing.
        document: the article's number.
        writer: what writes who and where.

    Returns:
        What may have to move; the caller puts the timeline in order.
    """
    return _Overlay(library, document, writer).lay()


class _Overlay:
    def __init__(self, library: Library, document: int, writer: Writer) -> None:
        self._db = library.connection
        self._library = library
        self._number = document
        self._writer = writer
        self._notebook = Notebook(self._db)
        self._rows: dict[str, tuple[int, int | None, Columns]] = {}
        """`event.key` → number, own, columns."""
        self._changes = Changes()

    def lay(self) -> Changes:
        key, form = self._db.execute(_ARTICLE, (self._number,)).fetchone()
        article = self._library.document(self._number)
        extracted = []
        for number, name, own, record, *columns in self._db.execute(_EVENTS, (self._number,)).fetchall():
            self._rows[name] = (number, own, Columns(*columns))
            if own is None:
                extracted.append(decode_event(record, _ref(article), form))
        said = self._found_again(article, extracted, self._notebook.said_of(key))
        shown = judged(article, extracted, said)
        owners = {one.event: one.number for one in said if one.own or is_kept(one)}
        self._drop_own({event.id for event in shown})
        numbers = {event.id: self._number_of(event, owners, article) for event in shown}
        for event in shown:
            self._bring(event, numbers)
        return self._changes

    def _found_again(
        self, article: Document, extracted: Sequence[Event], said: Sequence[Said]
    ) -> Sequence[Said]:
        """Note under which ids judgements have found their events again."""
        if not said:
            return said
        renamed: dict[int, str] = {}
        for event, one in attach(said, article, extracted).found.items():
            if one.event != event:
                self._notebook.rename(one.number, event)
                renamed[one.number] = event
        return [replace(one, event=renamed.get(one.number, one.event)) for one in said]

    def _drop_own(self, shown: set[str]) -> None:
        """Take out the person's events that are no more."""
        for name, (number, own, columns) in list(self._rows.items()):
            if own is not None and name not in shown:
                self._changes.gone[number] = _begin(columns)
                wait_for_comparison(self._db, [(columns.first, columns.last)], said=True)
                self._writer.forget_events([number])
                del self._rows[name]

    def _number_of(self, event: Event, owners: dict[str, int], article: Document) -> int:
        """Return the number of an event; one of the person's own is put in if it is new."""
        known = self._rows.get(event.id)
        if known is not None:
            return known[0]
        ((first_word, end_word),) = sentence_words(article, [event])
        columns = Columns(event.kind.value, None, None, None, None, None, event.status.value)
        number = self._writer.put_own(
            self._number,
            (event.id, event.kind.value, event.paragraph),
            (event.trigger.span.start if event.trigger else 0, first_word, end_word),
            owners[event.id],
        )
        self._rows[event.id] = (number, owners[event.id], columns)
        self._changes.began[number] = None
        return number

    def _bring(self, event: Event, numbers: dict[str, int]) -> None:
        number, _, before = self._rows[event.id]
        leader = numbers.get(event.same_as[0]) if event.same_as else None
        first, last = event.date.start, event.date.end
        now = Columns(
            event.kind.value,
            event.category.value if event.category else None,
            event.cameo,
            first.toordinal() if first else None,
            last.toordinal() if last else None,
            leader,
            event.status.value,
        )
        self._writer.retell(number, event)
        if now == before:
            return
        self._db.execute(_BRING, (*now, number))
        placed = [columns._replace(category=None, cameo=None) for columns in (before, now)]
        if placed[0] != placed[1]:
            self._changes.began.setdefault(number, _begin(before))
            wait_for_comparison(self._db, [(one.first, one.last) for one in (before, now)], said=True)


def _begin(columns: Columns) -> int | None:
    return columns.first if columns.first is not None else columns.last


def _ref(article: Document) -> DocumentRef:
    return DocumentRef(article.id, article.title, article.outlet, article.published, article.uri)


_ARTICLE = "SELECT d.key, r.shape FROM document d LEFT JOIN rules r ON r.id = d.rules WHERE d.id = ?"
_EVENTS = """
    SELECT id, key, own, record, kind, category, cameo, first, last, within, status
    FROM event WHERE document = ? ORDER BY ordinal
"""
_BRING = """
    UPDATE event SET kind = ?, category = ?, cameo = ?, first = ?, last = ?, within = ?, status = ?
    WHERE id = ?
"""
