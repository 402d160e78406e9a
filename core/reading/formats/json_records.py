"""JSON and JSON Lines: articles as objects."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from core.errors import UnreadableError
from core.reading.formats.encoding import decode
from core.reading.formats.records import article_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from core.model import Document


def read_json_lines(
    data: bytes, name: str, published: dt.date | None, *, first: int = 1
) -> Iterator[Document | UnreadableError]:
    """Read an article a line; a line that is none comes as its error, with its number.

    Args:
        data: whole lines.
        name: the file.
        published: the date of articles that declare none.
        first: the number of the first line.
    """
    for number, line in enumerate(io.StringIO(decode(data, name)), start=first):
        if not line.strip():
            continue
        place = f"{name}, line {number}"
        try:
            yield article_of(json.loads(line), place, published)
        except json.JSONDecodeError as error:
            yield UnreadableError(place, f"is not JSON ({error.msg})", "write one object a line")
        except UnreadableError as error:
            yield error


def read_json(data: bytes, name: str, published: dt.date | None) -> Iterator[Document | UnreadableError]:
    """Read one article, an array of them, or the longest array of objects that an object holds.

    Raises:
        UnreadableError: it is not JSON, or holds no objects.
    """
    try:
        found = json.loads(decode(data, name))
    except json.JSONDecodeError as error:
        problem = f"is not JSON ({error.msg}, line {error.lineno})"
        raise UnreadableError(name, problem, "check how it was written") from error
    if isinstance(found, dict):
        arrays = [value for value in found.values() if isinstance(value, list) and _objects(value)]
        found = max(arrays, key=len) if arrays and not _is_article(found, name) else [found]
    for number, record in enumerate(found, start=1):
        place = name if len(found) == 1 else f"{name}, article {number}"
        try:
            yield article_of(record, place, published)
        except UnreadableError as error:
            yield error


def _objects(values: list[object]) -> bool:
    return bool(values) and all(isinstance(value, dict) for value in values)


def _is_article(record: dict[str, object], name: str) -> bool:
    try:
        article_of(record, name, None)
    except UnreadableError:
        return False
    return True
