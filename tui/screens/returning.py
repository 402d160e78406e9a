"""Coming back to where one left: the place is kept now and then, and taken up when one opens the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.arrangement import Arrangement
from tui.places import keep_place, read_place
from tui.screens.part import Part
from tui.screens.parts import PARTS
from tui.widgets.reader import ReaderView
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.screens.explorer import ExplorerScreen

_KEEP_EVERY = 3.0
"""Seconds between two looks whether the place has changed: more than these are not lost by a `kill -9`."""


class Returning(Part):
    """The place in what one explorer shows."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Keep nothing yet."""
        super().__init__(screen)
        self._name = ""
        self._kept: Mapping[str, Any] = {}
        self._awaited: Mapping[str, Any] = {}
        """The place to go to as soon as its event is there."""
        self._begun = self._turned = False

    def open(self, name: str, *, back: bool) -> None:
        """Take up the place in what was opened, and keep it from now on.

        Call it before the rows are shown, and none of this is seen happening.

        Args:
            name: what was opened (`tui.places`).
            back: whether to go where the person left.
        """
        self.keep()
        self._name, self._kept, self._awaited = name, {}, {}
        place = read_place(name) if back else None
        if place is not None:
            self._kept = self._awaited = place
            if self.screen.arrangement is Arrangement.AUTO:
                self._arrange(place)
            self.screen.call_after_refresh(self._restore_parts, place)
        self._turned = self._begun  # To another library, in which nobody has gone anywhere yet.
        if not self._begun:
            self._begun = True
            self.screen.set_interval(_KEEP_EVERY, self.keep)

    def rows_changed(self) -> None:
        """Go to the event that is awaited, if it is there by now and nobody went anywhere else."""
        place, rows = self._awaited, self.screen.query_one(TimelineView)
        if not place:
            return
        event = place.get("event")
        index = self.screen.timeline.index_of(event) if isinstance(event, str) else None
        walked = rows.walked and not self._turned
        if walked or index is None:
            if walked or not self.screen.awaits_more:
                self._awaited = {}
            return
        self._awaited = {}
        rows.select(index)
        if isinstance(line := place.get("line"), int):
            rows.turn_to(index - line)
        if place.get("reading") is True:
            self.screen.call_after_refresh(self._read_on, place)

    def _read_on(self, place: Mapping[str, Any]) -> None:
        self.screen.give_keys(reading=True)
        match place.get("at"):
            case [int(paragraph), int(offset)]:
                reader = self.screen.query_one(ReaderView)
                if reader.document is not None and 0 <= paragraph < len(reader.document.paragraphs):
                    reader.go_to(paragraph, max(offset, 0))

    def _arrange(self, place: Mapping[str, Any]) -> None:
        wanted = place.get("layout")
        if wanted in list(Arrangement):
            self.screen.arrangement = Arrangement(wanted)

    def _restore_parts(self, place: Mapping[str, Any]) -> None:
        parts = place.get("parts")
        for name, state in parts.items() if isinstance(parts, dict) else ():
            if name in PARTS and isinstance(state, dict):
                self.screen.parts.load(name).restore(state)

    def keep(self) -> None:
        """Write down where the person is, if they are elsewhere than before."""
        place = self._place() if self._name else {}
        if place and place != {key: self._kept[key] for key in self._kept if key != "version"}:
            self._kept = place
            keep_place(self._name, place)

    def _place(self) -> dict[str, Any]:
        screen, rows = self.screen, self.screen.query_one(TimelineView)
        event = screen.selected
        if (
            event is None or self._awaited
        ):  # What has not come yet is not given up for where one is meanwhile.
            return {}
        states = {name: state for name, part in screen.parts.named() if (state := part.state())}
        place = {"event": event, "line": rows.cursor - rows.top, "layout": screen.arrangement.value}
        if screen.reading:
            place |= {"reading": True, "at": list(screen.query_one(ReaderView).place())}
        return place | ({"parts": states} if states else {})
