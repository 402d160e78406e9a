"""An article as it was read: its text, its paragraphs, what is known of it."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - fields are resolved at run time by whoever reads a record
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def cut(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class ParagraphKind(StrEnum):
    """What a line of an article is there for; only `BODY` and `TITLE` can tell of events."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    MASTHEAD = "masthead"
    """Outlet, editors, section links: page furniture above or below the article."""
    BYLINE = "byline"
    CAPTION = "caption"
    TEASER = "teaser"
    """A pointer to another article («اقرأ أيضاً»)."""
    ARTEFACT = "artefact"
    """Left-overs of the page: a lone `×`, rules, counters."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One non-empty line of the source, exactly as it stands there."""

    index: int
    """0-based among the non-empty lines."""
    start: int
    """Offset of `text` in `Document.text`."""
    text: str
    """The line without its line break and surrounding white space."""
    kind: ParagraphKind
    sentences: tuple[Span, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether events may be read from it."""
        return self.kind is ParagraphKind.BODY


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read: text untouched, structure beside it."""

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    """The document creation time (TIMEX3: DCT), when known."""
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """Which article an event was read from."""

    id: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    uri: str | None = None
