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

# How deep in an object the array of articles may be («response.docs»).
_DEEPEST = 4


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
        except (ValueError, RecursionError) as error:
            yield UnreadableError(place, f"is not JSON ({_fault(error)})", "write one object a line")
        except UnreadableError as error:
            yield error


def read_json(data: bytes, name: str, published: dt.date | None) -> Iterator[Document | UnreadableError]:
    """Read one article, an array of them, or the longest array of objects that an object holds.

    Raises:
        UnreadableError: it is not JSON, or holds no objects.
    """
    try:
        found = json.loads(decode(data, name))
    except (ValueError, RecursionError) as error:
        problem = f"is not JSON ({_fault(error)})"
        raise UnreadableError(name, problem, "check how it was written") from error
    records = [found] if _is_article(found, name) else _longest(found, _DEEPEST)
    if not records:
        raise UnreadableError(name, "holds no articles", "give an array of objects with a text each")
    for number, record in enumerate(records, start=1):
        place = name if len(records) == 1 else f"{name}, article {number}"
        try:
            yield article_of(record, place, published)
        except UnreadableError as error:
            yield error


def _fault(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, line {error.lineno}" if error.lineno > 1 else error.msg
    return "nested too deep" if isinstance(error, RecursionError) else "a number too long"


def _longest(value: object, depth: int) -> list[object]:
    """Return the longest array of objects within a value; of an object without one, itself."""
    if isinstance(value, list) and all(isinstance(part, dict) for part in value):
        return value
    if not isinstance(value, dict) or not depth:
        return []
    found = (_longest(part, depth - 1) for part in value.values() if isinstance(part, (dict, list)))
    best = max((part for part in found if part and part != [value]), key=len, default=[])
    return best or ([value] if value and depth == _DEEPEST else [])


def _is_article(record: object, name: str) -> bool:
    try:
        article_of(record, name, None)
    except UnreadableError:
        return False
    return True
