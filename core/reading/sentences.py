"""Sentences of a paragraph, as spans."""

from __future__ import annotations

import re

from core.model import Span

# A full stop ends a sentence unless it stands inside a number or a Latin name, after a lone letter
# («د. محمد»), or opens an ellipsis that runs on; closing quotes and brackets belong to the sentence. The
# pattern begins with a plain set, so that the search goes from one such sign to the next.
_END = re.compile(r"[.!؟?…][.!؟?…]*+[»\"”’')\]]*+(?=\s|$)")
_LONE_LETTER = re.compile(r"(?:^|[\s(«\"])[^\W\d_]\.$")


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Split a paragraph; the spans cover all of it but the white space between sentences."""
    spans: list[Span] = []
    start = _skip_space(text, 0)
    for match in _END.finditer(text):
        if (
            match.start() < start
            or _LONE_LETTER.search(text[max(start, match.end() - 3) : match.end()])
            or match.group().startswith("..")
        ):
            continue
        spans.append(Span(start, match.end()))
        start = _skip_space(text, match.end())
    end = len(text.rstrip())
    if start < end:
        spans.append(Span(start, end))
    return tuple(spans)


def _skip_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset
