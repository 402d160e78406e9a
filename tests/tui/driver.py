"""The explorer under a pilot, with what tests look at."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from textual.events import Key
from textual.keys import _character_to_key

from tui.explorer import ExplorerApp
from tui.language import Language, speak
from tui.screens.articles import Articles
from tui.terminal import BidiMode, Profile
from tui.widgets.reader import ReaderView
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from textual.pilot import Pilot

    from core.errors import ExitCode
    from core.model import Analysis
    from tui.screens.filtering import Filtering
    from tui.screens.finding import Finding
    from tui.widgets.rows import RowList
    from tui.widgets.why import Why

WIDE = (120, 40)
QUIET = 0.01
"""Seconds between two looks whether all is quiet."""


class Driver:
    """An app under a pilot, with what the tests look at."""

    def __init__(self, app: ExplorerApp, pilot: Pilot[ExitCode]) -> None:
        self.app, self.pilot = app, pilot
        self.screen = app.explorer
        self.list = app.explorer.query_one(TimelineView)
        self.reader = app.explorer.query_one(ReaderView)

    async def press(self, *keys: str) -> None:
        """Send keys at once, as a driver does, and wait until all is quiet."""
        for key in keys:
            single = len(key) == 1
            self.app.post_message(Key(_character_to_key(key) if single else key, key if single else None))
        await self.quiet()

    async def quiet(self) -> None:
        """Wait, however busy the machine is, until nothing more is to follow from the keys."""
        await self.pilot.pause(QUIET)
        for _ in range(500):
            if not self.busy:
                break
            await self.pilot.pause(QUIET)
        await self.pilot.pause()

    @property
    def busy(self) -> bool:
        """Whether something is still to come."""
        finding, filtering = self.screen.parts.finding, self.screen.parts.filtering
        looking = (finding and finding.searching) or (
            filtering and (filtering.sifting or filtering.completing)
        )
        sheet = self.screen.sheet
        chosen = sheet.selected if isinstance(sheet, Articles) else None
        behind = chosen is not None and chosen.number != self.screen._shown
        parts = any(part.busy for part in self.screen.parts)
        return bool(parts or self.screen._follow or self.screen._lam or looking or behind)

    @property
    def finding(self) -> Finding:
        """The search, which somebody has begun."""
        found = self.screen.parts.finding
        assert found is not None
        return found

    @property
    def filtering(self) -> Filtering:
        """The filter, which somebody has begun."""
        found = self.screen.parts.filtering
        assert found is not None
        return found

    def lines(self) -> list[str]:
        """The whole screen as drawn."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    def drawn(self, widget: RowList[Any] | ReaderView | Why) -> list[str]:
        return [widget.render_line(y).text for y in range(widget.size.height)]

    def gutter(self) -> set[int]:
        """The paragraphs beside which the reader has its bar."""
        lines = self.drawn(self.reader)
        return {
            place.paragraph for place, line in zip(self.reader._lines, lines, strict=False) if "▐" in line
        }


@asynccontextmanager
async def explore(
    *analyses: Analysis,
    size: tuple[int, int] = WIDE,
    mode: BidiMode = BidiMode.VISUAL,
    language: Language = Language.ENGLISH,
) -> AsyncIterator[Driver]:
    speak(language)
    try:
        async with _explore(analyses, size, mode) as it:
            yield it
    finally:
        speak(Language.ENGLISH)


@asynccontextmanager
async def _explore(
    analyses: Sequence[Analysis], size: tuple[int, int], mode: BidiMode
) -> AsyncIterator[Driver]:
    app = ExplorerApp(analyses, terminal=Profile(mode, "a test"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Driver(app, pilot)
