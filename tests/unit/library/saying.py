"""A person says something of the events of a library."""

import asyncio
from dataclasses import replace
from typing import Any

from core.judgement import Judgement, Step
from core.library import Library
from core.library.book import LibraryBook


def say(library: Library, number: int, **changes: Any) -> Step:
    """Change what is said of an event, by its number."""
    (stored,) = library.events([number])
    book = LibraryBook(library)
    try:
        said = replace(book.said(stored.event, stored.document), **changes)
        return asyncio.run(book.judge(stored.event, stored.document, said))
    finally:
        book.close()


def said(library: Library, number: int) -> Judgement:
    """Return what is said of an event."""
    (stored,) = library.events([number])
    return LibraryBook(library).said(stored.event, stored.document)
