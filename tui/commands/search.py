"""`search`: words in all articles of a library."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from typing import TYPE_CHECKING

from core.errors import ExitCode, UsageError
from tui.commands.options import EXIT_HELP, PROGRAM, add_library, add_where, count, open_library, say, where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from core.library.search import Found, Hit
    from core.model import Span
    from core.query import Query

_LIMIT = 20
_BESIDE = 6
"""Cells of a terminal's line that a snippet leaves: its ellipses, and what the drawing keeps blank."""
_NARROWEST = 20
_HELP = """\
Find words in all articles of a library, however they are spelt and whatever is attached to them, and write
where they stand: outlet, date, title, number of the paragraph, and the words round them.

  {0} search وساطة                          «الوساطة», «بوساطة» …
  {0} search «وقف إطلاق النار» -هدنة       these words in a row, and not that one
  {0} search مفاوض* or محادثات              words that begin so, or others
  {0} search الأسرى --where mediator:مصر    only in articles with such an event (docs/query.md)
"""


def search(words: Sequence[str]) -> int:
    """Write the articles that say some words."""
    options = _parser().parse_args([_shielded(word) for word in words])
    query, wanted = _sought(options), where(options)
    from core.library.search import Order
    from core.library.search import search as found_in

    with open_library(options) as library:
        found = found_in(
            library.connection,
            query,
            where=wanted,
            order=Order(options.order),
            limit=options.limit or sys.maxsize,
            **_room(options),
        )
    _writer(options)(found.hits)
    sys.stdout.flush()
    if not found.total:
        say(f"{PROGRAM}: no article in {library.path} says that")
        return ExitCode.NO_EVENTS
    _conclude(found, options)
    return ExitCode.OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} search",
        description=_HELP.format(PROGRAM),
        epilog=EXIT_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "words", nargs="+", metavar="WORDS", help="what is looked for; «…» keeps words together"
    )
    add_library(parser)
    add_where(parser)
    parser.add_argument(
        "--order",
        choices=("rank", "date"),
        default="rank",
        help="the most telling first, or the newest (rank)",
    )
    parser.add_argument(
        "--limit", type=count, default=_LIMIT, metavar="N", help=f"how many articles; 0 for all ({_LIMIT})"
    )
    parser.add_argument(
        "--format",
        choices=("text", "jsonl"),
        default="text",
        help="a line an article with tabs between its parts, in a terminal drawn for reading (text); or"
        " records with the offsets of the words (jsonl)",
    )
    return parser


def _shielded(word: str) -> str:
    """Keep argparse from taking «-وساطة» for an option; no option begins with a letter beyond ASCII."""
    return f" {word}" if word[:1] == "-" and word[1:2] and not word[1].isascii() else word


def _sought(options: argparse.Namespace) -> Query:
    from core.query import QueryError, parse_words

    text = " ".join(options.words).strip()
    try:
        return parse_words(text)
    except QueryError as error:
        raise UsageError(f"{error}: {text}") from error


def _room(options: argparse.Namespace) -> dict[str, int]:
    """Return how wide snippets are where a terminal has a width, and nothing elsewhere."""
    if options.format != "text" or not sys.stdout.isatty():
        return {}
    return {"width": max(shutil.get_terminal_size().columns - _BESIDE, _NARROWEST)}


def _conclude(found: Found, options: argparse.Namespace) -> None:
    if found.total > len(found.hits):
        ranked = "" if found.order.value == options.order else ", the newest, for they are too many to rank"
        say(f"{PROGRAM}: {len(found.hits):,} of {found.total:,} articles{ranked}; --limit 0 writes all")


# ------------------------------------------------------------------------------------------------ writing


def _writer(options: argparse.Namespace) -> Callable[[Iterable[Hit]], None]:
    if options.format == "jsonl":
        return _write_records
    return _draw if sys.stdout.isatty() else _write_lines


def _write_records(hits: Iterable[Hit]) -> None:
    for hit in hits:
        record = {
            "id": hit.name,
            "title": hit.title,
            "outlet": hit.outlet,
            "published": hit.published,
            "uri": hit.uri,
            "paragraph": hit.snippet.paragraph,
            "span": _edges(hit.snippet.span),
            "text": hit.snippet.text,
            "marks": [_edges(mark) for mark in hit.snippet.marks],
        }
        sys.stdout.buffer.write(json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def _edges(span: Span) -> list[int]:
    return [span.start, span.end]


def _write_lines(hits: Iterable[Hit]) -> None:
    for hit in hits:
        place = "title" if hit.snippet.paragraph is None else f"¶{hit.snippet.paragraph}"
        before, words, after = _parts(hit)
        parts = (hit.outlet, hit.published, hit.title or hit.name, f"{place}: {before}{words}{after}")
        line = "\t".join(" ".join((part or "").split()) for part in parts)
        sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "replace"))


def _draw(hits: Iterable[Hit]) -> None:
    """Draw two lines for each: which article, and its words."""
    from core.model import Span
    from tui.arabic import isolated
    from tui.listing import Listing

    listing = Listing(os.environ)
    for hit in hits:
        before, words, after = _parts(hit)
        place = "" if hit.snippet.paragraph is None else f"  ¶{hit.snippet.paragraph}"
        known = "  ".join(filter(None, (hit.published, hit.outlet)))
        listing.line(isolated(f"{known}  «{hit.title or hit.name}»{place}"))
        marks = [Span(mark.start + len(before), mark.end + len(before)) for mark in hit.snippet.marks]
        listing.line(f"{before}{words}{after}", marks, base="rtl")


def _parts(hit: Hit) -> tuple[str, str, str]:
    begins, ends = hit.snippet.whole
    return "" if begins else "…", hit.snippet.text, "" if ends else "…"
