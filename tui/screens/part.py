"""A feature of the explorer, in a module of its own that is loaded when a key of it is first pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.arabic import Writing
    from tui.screens.explorer import ExplorerScreen
    from tui.screens.offer import Offer


class Part:
    """What the explorer tells each of its features; a key's action names one of its methods."""

    busy = False
    """Whether something that it began is still to come."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Belong to a screen."""
        self.screen = screen

    @classmethod
    def offers(cls, screen: ExplorerScreen) -> Iterable[Offer]:
        """Return what the palette lists of this feature beside the keys; asked each time it is opened."""
        del screen
        return ()

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""

    def rows_changed(self) -> None:
        """Take note that the timeline shows other rows (`screen.timeline`)."""

    def settled(self) -> None:
        """Take note that the selection has come to rest, and that the reader has followed to it."""

    def state(self) -> dict[str, Any]:
        """Return what is to be as it is when the same is opened again, for JSON; nothing by default.

        Words of the person may stand in it, words of an article may not.
        """
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Be again as `state` said; the file may be an older one, or have been written in."""

    def turned(self) -> None:
        """Take note that the axis shows other days, or other events in them."""

    def reasons(self) -> Iterable[tuple[str, str]]:
        """Return what is to be said of the selected event beside its reasons, a label and words each."""
        return ()

    def stop(self) -> bool:
        """Leave off long work, at Esc; tell whether there was any."""
        return False

    def nothing_to_leave(self) -> bool:
        """Take note of an Esc that had nothing else to leave; tell whether it means anything here."""
        return False

    def chip(self) -> str:
        """Return what the title above the timeline says of this feature; nothing for an empty word."""
        return ""
