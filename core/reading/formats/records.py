"""A record with named fields → an article, whatever the fields are called (columns.toml)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import UnreadableError
from core.reading.document import make_document
from core.reading.metadata import declared_date

if TYPE_CHECKING:
    import datetime as dt

    from core.model import Document


def article_of(record: object, name: str, published: dt.date | None) -> Document:
    """Read an article off a record.

    Raises:
        UnreadableError: the record has no text.
    """
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        remedy = "give each article the keys id, title, outlet, date, text"
        raise UnreadableError(name, "has no «text»", remedy)
    date = record.get("date")
    return make_document(
        record["text"],
        doc_id=str(record["id"]) if record.get("id") is not None else name,
        title=record.get("title") or None,
        outlet=record.get("outlet") or None,
        published=(declared_date(str(date)) if date else None) or published,
        uri=record.get("url") or record.get("uri") or None,
    )
