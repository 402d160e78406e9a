"""Articles of our own, and the door that all formats go through."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from core.errors import UnreadableError
from core.model import Document
from core.reading import read_bytes

if TYPE_CHECKING:
    import datetime as dt

TITLE = "الوسطاء يعلنون اتفاقا على هدنة مؤقتة"
PARAGRAPHS = (
    "أعلن الوسطاء مساء الخميس التوصل إلى اتفاق على هدنة مؤقتة بين الجانبين تبدأ فجر الجمعة بعد محادثات.",
    "وقال مسؤول في وزارة الخارجية إن الاتفاق يشمل وقفا كاملا لإطلاق النار (72 ساعة)، وفتح المعابر.",
    "ومن المقرر أن يعود الوفدان إلى القاهرة في 25 مايو 2021 لاستكمال المحادثات حول تثبيت التهدئة.",
)

Read = Callable[..., list[Document]]
Problems = Callable[..., list[str]]


def outcomes(data: bytes, name: str, published: dt.date | None) -> list[Document | UnreadableError]:
    return list(read_bytes(data, name, published))


@pytest.fixture
def title() -> str:
    return TITLE


@pytest.fixture
def paragraphs() -> tuple[str, ...]:
    return PARAGRAPHS


@pytest.fixture
def text() -> str:
    return "\n".join(PARAGRAPHS)


@pytest.fixture
def read() -> Read:
    """Read bytes; every article in them can be read."""

    def reading(data: bytes, name: str, published: dt.date | None = None) -> list[Document]:
        found = outcomes(data, name, published)
        for outcome in found:
            assert isinstance(outcome, Document), outcome
        return [outcome for outcome in found if isinstance(outcome, Document)]

    return reading


@pytest.fixture
def problems() -> Problems:
    """Read bytes; return what could not be read, a line each."""

    def reading(data: bytes, name: str) -> list[str]:
        found = outcomes(data, name, None)
        return [str(outcome) for outcome in found if isinstance(outcome, UnreadableError)]

    return reading
