"""Events and the structure of articles ↔ compact JSON.

A dataclass is the list of its fields' values in their order, without those at the end that have their
default; a day is its ordinal; an enumeration its value. Nothing but JSON is read, for people send each other
libraries. The names of the fields, the shape, are kept beside the records, so that what was written before a
field came or went is still read rightly.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
from enum import Enum
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Union, cast, get_args, get_origin, get_type_hints

from core.model import Event, Paragraph, ParagraphKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from core.model import Document, DocumentRef

Shape = dict[str, list[str]]
"""Class name → names of its fields, in the order of their values."""

_edges = attrgetter("start", "end")
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


# ------------------------------------------------------------------------------------------------ events


def encode_event(event: Event) -> str:
    """Return an event as JSON; its article (`doc`) is left to the caller."""
    row = cast("list[Any]", _encoder(Event)(event))
    row[_doc_place()] = None
    return _dump(row)


def decode_event(record: str, doc: DocumentRef, shape: str | None = None) -> Event:
    """Return the event of a record.

    Args:
        record: as `encode_event` gives it.
        doc: the article that it was read from.
        shape: `shape()` as it was when the record was made; None: as it is now.

    Raises:
        ValueError: the record is not of that shape.
    """
    try:
        row = json.loads(record)
        names = _read_shape(shape or _own_shape())["Event"]
        row[names.index("doc")] = None
        event = cast("Event", _decoder(Event, shape or _own_shape())(row))
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError(f"not the record of an event: {error}") from error
    # The record is fresh and nobody else's: to set a field costs a tenth of `replace`.
    object.__setattr__(event, "doc", doc)
    return event


def shape() -> str:
    """Return, as JSON, the names of the fields of an event and all that it is made of."""
    return _own_shape()


@cache
def _own_shape() -> str:
    found: Shape = {}
    _collect(Event, found)
    return _dump(dict(sorted(found.items())))


def _collect(kind: Any, found: Shape) -> None:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind.__name__ not in found:
        found[kind.__name__] = [field.name for field in dataclasses.fields(kind)]
        for hint in get_type_hints(kind).values():
            _collect(hint, found)
    for argument in get_args(kind):
        _collect(argument, found)


@cache
def _read_shape(text: str) -> Shape:
    return cast("Shape", json.loads(text))


@cache
def _doc_place() -> int:
    return [field.name for field in dataclasses.fields(Event)].index("doc")


# ------------------------------------------------------------------------------------- encoders, decoders


@cache
def _encoder(kind: type) -> Callable[[Any], Any]:
    fields = dataclasses.fields(kind)
    hints = get_type_hints(kind)
    values = attrgetter(*(field.name for field in fields))
    special = [(place, code) for place, field in enumerate(fields) if (code := _encode(hints[field.name]))]
    defaults = [field.default for field in fields]
    needed = sum(1 for default in defaults if default is dataclasses.MISSING)
    if needed == len(fields) and not special:
        return values  # JSON has a tuple as a list.

    def encode(value: object) -> list[Any]:
        row = list(values(value))
        length = len(row)
        while length > needed and row[length - 1] == defaults[length - 1]:
            length -= 1
        del row[length:]
        for place, code in special:
            if place < length and (inner := row[place]) is not None:
                row[place] = code(inner)
        return row

    return encode


def _encode(hint: Any) -> Callable[[Any], Any] | None:
    """Return what makes JSON of a value that is not None; None where JSON has it as it is."""
    hint = _present(hint)
    if get_origin(hint) is tuple:
        item = _encode(get_args(hint)[0])
        return (lambda values: [item(value) for value in values]) if item else None
    if hint is dt.date:
        return dt.date.toordinal
    if dataclasses.is_dataclass(hint):
        return _encoder(cast("type", hint))
    return None  # Text, numbers, and enumerations, which are text.


@cache
def _decoder(kind: type, shape_text: str) -> Callable[[list[Any]], Any]:
    hints = get_type_hints(kind)
    names = _read_shape(shape_text)[kind.__name__]
    known = [(name, _decode(hints[name], shape_text) if name in hints else None) for name in names]
    if all(name in hints for name in names) and names == [field.name for field in dataclasses.fields(kind)]:
        codes = [code for _, code in known]

        def positional(row: list[Any]) -> object:
            return kind(*[code(v) if code and v is not None else v for code, v in zip(codes, row)])  # noqa: B905 - defaults are left out

        return positional

    def named(row: list[Any]) -> object:
        return kind(
            **{
                name: code(value) if code and value is not None else value
                for (name, code), value in zip(known, row)  # noqa: B905 - defaults are left out
                if name in hints
            }
        )

    return named


def _decode(hint: Any, shape_text: str) -> Callable[[Any], Any] | None:
    hint = _present(hint)
    if get_origin(hint) is tuple:
        item = _decode(get_args(hint)[0], shape_text)
        return (lambda values: tuple([item(value) for value in values])) if item else tuple
    if hint is dt.date:
        return dt.date.fromordinal
    if isinstance(hint, type) and issubclass(hint, Enum):
        return cast("Callable[[Any], Any]", hint)
    if dataclasses.is_dataclass(hint):
        return _decoder(cast("type", hint), shape_text)
    return None


def _present(hint: Any) -> Any:
    """Return `X` of `X | None`."""
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (argument for argument in get_args(hint) if argument is not type(None))
    return hint


# --------------------------------------------------------------------------------------------- structure


def encode_structure(document: Document) -> str:
    """Return the paragraphs as JSON: `[start, length, kind, start, end, …]` each, the pairs its sentences."""
    return _dump(
        [
            [p.start, len(p.text), p.kind, *chain.from_iterable(map(_edges, p.sentences))]
            for p in document.paragraphs
        ]
    )


def decode_structure(structure: str, text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text from what `encode_structure` gave."""
    return tuple(_paragraphs(json.loads(structure), text))


def _paragraphs(rows: list[list[Any]], text: str) -> Iterable[Paragraph]:
    for index, (start, length, kind, *edges) in enumerate(rows):
        sentences = tuple(map(Span, edges[::2], edges[1::2]))
        yield Paragraph(index, start, text[start : start + length], ParagraphKind(kind), sentences)
