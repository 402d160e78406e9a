"""What very long articles cost the screen: opening, turning pages, jumping, another width; in ms.

    uv run --group test python -m benchmarks.long_articles

The explorer runs without a terminal; the articles are made here, with an event every twentieth part of them.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from typing import TYPE_CHECKING

from core.model import (
    Actor,
    Analysis,
    Basis,
    Document,
    DocumentRef,
    Event,
    EventDate,
    Paragraph,
    ParagraphKind,
    Plover,
    Quad,
    Role,
    Span,
)
from core.timeline import build_timeline
from tui.explorer import ExplorerApp

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from core.errors import ExitCode

SENTENCE = (
    "قال الوزير في 10 سبتمبر 2020 (وكالات): «نعم للمفاوضات» [1]، ونقلت CNN عن United Nations أن الوفد وصل "
    "إلى القاهرة فجر الخميس، وأضافت أن 75% من البنود حُسِمَت ولا خلاف إلا على التوقيت. "
)
WHO = "الوزير"
EVENTS = 20
PAGES = 20
SIZE = (120, 40)
ARTICLES = {
    "1 MB in 2,000 paragraphs": (1_000_000, 2_000),
    "1 MB in one paragraph": (1_000_000, 1),
    "10 MB in one paragraph": (10_000_000, 1),
}
"""Bytes of UTF-8, and paragraphs."""


def article(size: int, count: int) -> Analysis:
    """Make an article and its events."""
    repeats = max(size // len(SENTENCE.encode()) // count, 1)
    text = (SENTENCE * repeats).rstrip()
    paragraphs = tuple(
        Paragraph(index, index * (len(text) + 1), text, ParagraphKind.BODY) for index in range(count)
    )
    document = Document("long", "\n".join([text] * count), paragraphs, title="عنوان طويل")
    events = tuple(_event(number, count, repeats) for number in range(EVENTS))
    return Analysis(document, ((),) * count, events)


def _event(number: int, count: int, repeats: int) -> Event:
    start = (repeats - 1) * number // (EVENTS - 1) * len(SENTENCE) if count == 1 else 0
    who, when = start + SENTENCE.index(WHO), start + SENTENCE.index("10 ")
    date = dt.date(2000 + number, 9, 10)
    return Event(
        id=f"event-{number}",
        doc=DocumentRef("long"),
        date=EventDate(
            date.isoformat(), date, date, Basis.EXPLICIT, "the words", "10 سبتمبر", Span(when, when + 9)
        ),
        paragraph=(count - 1) * number // (EVENTS - 1),
        sentence=Span(start, start + len(SENTENCE) - 1),
        text=SENTENCE.rstrip(),
        category=Plover.CONSULT,
        trigger=None,
        quad=Quad.VERBAL_COOPERATION,
        actors=(Actor(Role.SOURCE, WHO, Span(who, who + len(WHO))),),
    )


async def spent(pilot: Pilot[ExitCode], work: Callable[[], Awaitable[None]]) -> float:
    """Return the ms of the process until a piece of work is on the screen."""
    start = time.process_time()
    await work()
    await pilot.pause()
    return (time.process_time() - start) * 1e3


async def measure(size: int, count: int) -> dict[str, float]:
    """Return what each step costs."""
    analysis = article(size, count)
    app = ExplorerApp([article(1_000, 1)])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()

        async def press(*keys: str) -> None:
            for key in keys:
                await pilot.press(key)

        async def opened() -> None:
            app.explorer.show(build_timeline([analysis]))

        found = {"open, and the first screen": await spent(pilot, opened)}
        await press("enter")
        found["a page, mean of 20"] = await spent(pilot, lambda: press(*["space"] * PAGES)) / PAGES
        found["a page at once"] = await spent(pilot, lambda: press("space"))
        found["to the end"] = await spent(pilot, lambda: press("G"))
        await press("escape", "g")
        await pilot.pause(0.2)
        event = app.explorer.timeline.rows[EVENTS // 2].event

        async def jump() -> None:
            app.explorer._reader.show(analysis.document, event)  # noqa: SLF001

        found["to the event in the middle"] = await spent(pilot, jump)
        found["another width"] = await spent(pilot, lambda: pilot.resize_terminal(110, 40))
        return found


def main() -> None:
    """Print a table for each article."""
    for name, (size, count) in ARTICLES.items():
        print(name)
        for step, cost in asyncio.run(measure(size, count)).items():
            print(f"  {step:<28}{cost:>10,.1f} ms")


if __name__ == "__main__":
    main()
