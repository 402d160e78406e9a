"""The words of an article as the full-text index has them, and where in them an event stands.

The index is fed words that are cut and folded already (`core.arabic.tokenise`), with a space between them: it
cuts at these (FTS5's tokenizer `ascii`) and nowhere else, so that the n-th word there is the n-th word here,
whatever the script. Between two lines stands `BOUNDARY`, over which no phrase reaches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.arabic import tokenise
from core.reading.layout import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.model import Document, Event
    from core.query.phrase import Phrase

BOUNDARY = "¶"
"""No letter and no digit, so no word; for `ascii` it is part of one, as all above U+007F is."""


def indexed(text: str) -> str:
    """Return what the index is fed for a text."""
    return indexed_lines(line for _, line in lines(text))


def indexed_lines(found: Iterable[str]) -> str:
    """Do as `indexed` with the lines of a text: its paragraphs."""
    return f" {BOUNDARY} ".join([" ".join(tokenise(line).words.keys) for line in found])


def match(sought: Phrase) -> str:
    """Return the expression of FTS5 that finds some words in what `indexed` fed it."""
    begun = " *" if sought.begun else ""
    # Nothing but letters and digits is in a word, so no quotation mark.
    forms = (f'"{" ".join((first, *sought.rest))}"{begun}' for first in sought.firsts)
    return f"({' OR '.join(forms)})"


def sentence_words(document: Document, events: Iterable[Event]) -> Iterator[tuple[int, int]]:
    """Yield, for each event, which words of `indexed(document.text)` its sentence is: half-open, from 0."""
    first_words = [0]
    for paragraph in document.paragraphs:
        first_words.append(first_words[-1] + len(tokenise(paragraph.text).words) + 1)
    for event in events:
        line = tokenise(document.paragraphs[event.paragraph].text)
        within = line.within(event.sentence.start, event.sentence.end)
        yield first_words[event.paragraph] + within.start, first_words[event.paragraph] + within.stop
