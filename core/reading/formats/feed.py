"""Feeds: RSS and Atom files, an article an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.errors import UnreadableError
from core.reading.document import make_document
from core.reading.formats.dates import stated_date
from core.reading.formats.markup import plain_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from core.model import Document


def read_feed(data: bytes, name: str, published: dt.date | None) -> Iterator[Document | UnreadableError]:
    """Read the entries of a feed; an entry of a title alone is an article of one line.

    Raises:
        UnreadableError: it is not a feed, or has no entries.
    """
    import feedparser  # type: ignore[import-untyped]

    found = feedparser.parse(data)
    if not found.entries:
        problem = f"is a damaged feed ({found.bozo_exception})" if found.bozo else "is a feed without entries"
        raise UnreadableError(name, " ".join(problem.split()), "fetch it again")
    outlet = found.feed.get("title") or None
    for number, entry in enumerate(found.entries, start=1):
        yield _article(entry, f"{name}, entry {number}", outlet, published)


def _article(
    entry: Any, place: str, outlet: str | None, published: dt.date | None
) -> Document | UnreadableError:
    bodies = [part.get("value") or "" for part in entry.get("content", ())] + [entry.get("summary") or ""]
    text = max((plain_text(body).strip() for body in bodies), key=len)
    title = " ".join(plain_text(entry.get("title") or "").split())
    if not text and not title:
        return UnreadableError(place, "has no text", "open the page that it points to")
    source = entry.get("source")
    date = stated_date(entry.get("published") or entry.get("updated"))
    return make_document(
        text or title,
        doc_id=entry.get("id") or entry.get("link") or place,
        title=title or None,
        outlet=(source.get("title") if source else None) or outlet,
        published=date or published,
        uri=entry.get("link") or None,
    )
