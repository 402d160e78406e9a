"""Date expressions as JSON Lines, for people who want only those."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from core.export.record import anchor_record, day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.model import Document, Timex


def timex_lines(document: Document, timexes: Sequence[Sequence[Timex]]) -> Iterator[str]:
    """Yield a line, with its line break, for each date expression of an article.

    Args:
        document: the article.
        timexes: its dates, one sequence a paragraph; spans count code points of the paragraph.
    """
    for paragraph, found in zip(document.paragraphs, timexes, strict=True):
        for timex in found:
            yield json.dumps(_record(document.id, paragraph.index, timex), ensure_ascii=False) + "\n"


def _record(doc: str, paragraph: int, timex: Timex) -> dict[str, object]:
    return {
        "doc": doc,
        "paragraph": paragraph,
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type.value,
        "value": timex.value,
        "edtf": timex.edtf,
        "first": day(timex.first),
        "last": day(timex.last),
        "basis": timex.basis.value,
        "anchor": anchor_record(timex.anchor),
        "uncertain": timex.uncertain,
        "approximate": timex.approximate,
        "reason": timex.reason,
        "rule": timex.rule,
    }
