"""`stats`: a library in figures."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys
from typing import TYPE_CHECKING

from core.errors import ExitCode
from tui.commands.options import EXIT_HELP, PROGRAM, add_library, open_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.library.figures import Count, Figures
    from core.library.judging import SaidFigures

_OUTLETS = 10


def stats(words: Sequence[str]) -> int:
    """Say what there is in a library."""
    options = _parser().parse_args(words)
    from core.library.figures import figures

    with open_library(options) as library:
        found = figures(library)
    if options.format == "json":
        record = json.dumps(dataclasses.asdict(found), ensure_ascii=False, indent=1)
        sys.stdout.buffer.write(record.encode("utf-8", "replace") + b"\n")
    elif sys.stdout.isatty():
        from tui.arabic import isolated, unturned
        from tui.listing import Listing

        listing = Listing(os.environ)
        for line in lines(found):
            listing.line(isolated(unturned(line)))
    else:
        for line in lines(found):
            sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "replace"))
    sys.stdout.flush()
    return ExitCode.OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} stats",
        description="Say what there is in a library: articles, events, outlets, categories, the most frequent"
        " actors and mediators, and what could not be read.",
        epilog=EXIT_HELP,
        allow_abbrev=False,
    )
    add_library(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="lines to read (text), or one record (json)",
    )
    return parser


def lines(found: Figures) -> Iterator[str]:
    """Yield the figures as lines to read."""
    yield f"library     {found.path} ({found.bytes / 1e6:,.1f} MB, version {found.version})"
    yield f"articles    {found.articles:,} from {found.files:,} files, {found.characters:,} characters"
    if found.published:
        yield f"published   {' – '.join(found.published)}"
    yield f"events      {found.events:,}, {found.shown:,} of them on the timeline"
    if found.contradicted:
        yield f"            {found.contradicted:,} contradicted by another telling"
    if found.said:
        yield f"said        {', '.join(_said(found.said))}"
    if found.said.orphans:
        yield f"            {found.said.orphans:,} of them of events that are found no more"
    if found.days:
        yield f"dated       {' – '.join(found.days)}"
    yield from _listed("outlets", found.outlets, _OUTLETS)
    yield from _listed("categories", found.categories)
    yield from _listed("actors", found.actors)
    yield from _listed("mediators", found.mediators)
    for number, count in enumerate(found.rules):
        yield f"{'rules' if not number else '':12}{count.name}: {count.count:,} articles"
    if found.unread_count:
        yield f"unread      {found.unread_count:,}"
        for unread in found.unread:
            yield f"  {unread.path}: {unread.problem}"


def _said(said: SaidFigures) -> Iterator[str]:
    for name in ("marked", "noted", "corrected", "hidden", "accepted", "added"):
        count = getattr(said, name)
        if count:
            yield f"{count:,} {name}"


def _listed(what: str, counts: Sequence[Count], most: int | None = None) -> Iterator[str]:
    for number, count in enumerate(counts[:most]):
        english = f" ({count.name_en})" if count.name_en and count.name_en != count.name else ""
        yield f"{what if not number else '':12}{count.count:>9,}  {_quoted(count.name)}{english}"
    if most is not None and len(counts) > most:
        yield f"{'':12}{'':9}  and {len(counts) - most:,} more"


def _quoted(name: str) -> str:
    return name if name.isascii() else f"«{name}»"
