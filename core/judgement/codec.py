"""What a person says ↔ JSON by names: read by later and earlier versions of the program alike.

Fields that have their default are left out, names that are not known are passed over, so that what another
version of the program wrote is read as far as it is understood. Nothing but JSON is read.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
import types
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from core.judgement.saying import Edit, Judgement, Told

VERSION = 1
"""Of the form; a later one is refused, for it may mean other things."""
_T = TypeVar("_T")
_HALF = re.compile("[\ud800-\udfff]")
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def encode_edit(edit: Edit) -> str:
    """Return a correction as JSON."""
    return _encode(edit)


def decode_edit(text: str) -> Edit:
    """Return the correction of a JSON text.

    Raises:
        ValueError: it is none, or of a later form.
    """
    return _decode(Edit, text)


def encode_judgement(judgement: Judgement) -> str:
    """Return a judgement as JSON."""
    return _encode(judgement)


def decode_judgement(text: str) -> Judgement:
    """Return the judgement of a JSON text; see `decode_edit`."""
    return _decode(Judgement, text)


def encode_told(told: Told) -> str:
    """Return as JSON what a judgement was said of; of the article only its words that the event has."""
    return _encode(told)


def decode_told(text: str) -> Told:
    """Return what a judgement was said of; see `decode_edit`."""
    return _decode(Told, text)


def _encode(value: object) -> str:
    data = {"v": VERSION, **cast("dict[str, Any]", _plain(value))}
    text = _dump(data)
    # Half a surrogate pair, which JSON may have brought, is no UTF-8.
    return text if _HALF.search(text) is None else json.dumps(data)


def _decode(kind: type[_T], text: str) -> _T:
    try:
        data = json.loads(text)
        if data.pop("v") > VERSION:
            raise ValueError("made by a newer program")
        return cast("_T", _made(kind, data))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"not what a person said: {error}") from error


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: _plain(inner)
            for name, default in _defaults(type(value)).items()
            if (inner := getattr(value, name)) is not default and inner != default
        }
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


@cache
def _defaults(kind: type) -> dict[str, object]:
    return {field.name: field.default for field in dataclasses.fields(kind)}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return {name: _present(hint) for name, hint in get_type_hints(kind).items()}


def _present(hint: Any) -> Any:
    """Return `X` of `X | None`."""
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (argument for argument in get_args(hint) if argument is not type(None))
    return hint


def _made(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(hint) is tuple:
        return tuple([_made(get_args(hint)[0], inner) for inner in value])
    if hint is dt.date:
        return dt.date.fromisoformat(value)
    if dataclasses.is_dataclass(hint):
        hints = _hints(cast("type", hint))
        return cast("type", hint)(
            **{name: _made(hints[name], inner) for name, inner in value.items() if name in hints}
        )
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    return value
