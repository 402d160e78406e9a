"""A record with named fields → an article, whatever the fields are called (columns.toml)."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.errors import UnreadableError
from core.reading.document import make_document
from core.reading.formats.dates import stated_date
from core.reading.formats.markup import plain_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from core.model import Document

FIELDS = ("text", "title", "date", "outlet", "url", "id")


def article_of(record: object, name: str, published: dt.date | None) -> Document:
    """Read an article off a record.

    Args:
        record: field names and values, as JSON or a table gives them; markup in a value is taken off.
        name: what a person is told the record is; the article's id where it has none.
        published: the date where the record has none.

    Raises:
        UnreadableError: the record has no text.
    """
    found = _fields(record) if isinstance(record, dict) else {}
    if "text" not in found:
        remedy = "give each article the keys id, title, outlet, date, text"
        raise UnreadableError(name, "has no «text»", remedy)
    return make_document(
        found["text"],
        doc_id=found.get("id") or name,
        title=found.get("title"),
        outlet=found.get("outlet"),
        published=stated_date(found.get("date")) or published,
        uri=found.get("url"),
    )


def _fields(record: Mapping[str, object]) -> dict[str, str]:
    """Return the fields that are known and have something in them."""
    by_field: dict[str, list[tuple[int, str]]] = {}
    for key, value in record.items():
        field, rank = column(key)
        if field and (text := _value(value, block=field == "text")):
            by_field.setdefault(field, []).append((rank, text))
    return {field: min(values)[1] for field, values in by_field.items()}


def _value(value: object, *, block: bool = False) -> str:
    """Return a value in words; of a nested record its name or text, of a list its parts as lines."""
    match value:
        case None | bool():
            return ""
        case str():
            return plain_text(value) if block else _one_line(plain_text(value))
        case dict():
            return next((text for key in _INNER if (text := _value(value.get(key), block=block))), "")
        case list():
            parts = [text for part in value if (text := _value(part, block=block))]
            return "\n".join(parts) if block else next(iter(parts), "")
        case _:
            return str(value)


_INNER = ("name", "title", "rendered", "text", "value", "#text", "content", "$date", "$oid", "href")


def _one_line(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def column(key: str) -> tuple[str | None, int]:
    """Return which field a column is, and its place among the names that the field may have."""
    return _names().get(_plain(key), (None, 0))


def known_columns(header: Iterable[str]) -> set[str]:
    """Return which fields the columns of a table are."""
    return {field for key in header if (field := column(key)[0])}


@cache
def _names() -> dict[str, tuple[str, int]]:
    table = tomllib.loads(files(__package__).joinpath("columns.toml").read_text(encoding="utf-8"))
    return {
        _plain(name): (field, rank)
        for field in reversed(FIELDS)  # A name that stands in two lists is the earlier field's.
        for rank, name in enumerate(table[field])
    }


def _plain(key: str) -> str:
    key = key.strip().strip("\ufeff")
    return re.sub(r"[\W_]+", "", fold_key(re.sub(r"^(?:dc|dcterms|og|article|schema):", "", key))).casefold()
