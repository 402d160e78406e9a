"""A list that stands in the timeline's place for a while: articles, other tellings, a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.language import tr
from tui.screens.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.arabic import Writing
    from tui.screens.explorer import ExplorerScreen
    from tui.widgets.rows import RowList


class Sheet(Part):
    """A part with a list of its own, which the keys that move walk while it is open.

    The list is put into the tree when it is first opened. What a sheet shows beside its list, in the reader
    and where the reasons stand, follows the list as it does the timeline: once the keys are quiet.
    """

    def __init__(self, screen: ExplorerScreen, view: RowList[Any]) -> None:
        """Stand open nowhere yet."""
        super().__init__(screen)
        self.view = view

    @property
    def open(self) -> bool:
        """Whether the list stands in the timeline's place."""
        return self.screen.sheet is self

    @property
    def kind(self) -> str:
        """What is listed, for the title."""
        raise NotImplementedError

    @property
    def does(self) -> str:
        """What Enter does, in a word, for the footer."""
        return tr("open")

    def fill(self) -> None:
        """Put what there is now into the list (`RowList.put`)."""
        raise NotImplementedError

    def begin(self) -> None:
        """Open the list."""
        self.screen.lay(self)

    def toggle(self) -> None:
        """Open the list, or leave it."""
        if self.open:
            self.leave()
        else:
            self.begin()

    def leave(self) -> None:
        """Take the list away; the timeline comes back as it was."""
        self.screen.lift(self)

    def follow(self) -> None:
        """Bring the reader to what is selected."""

    def said(self) -> Iterable[tuple[str, str]] | None:
        """Return what is said of the selected line, a label and words each; None for the event's reasons."""
        return None

    def choose(self) -> None:
        """Do what Enter asks for on the selected line."""

    def rows_changed(self) -> None:
        """Show the list of the other rows."""
        if self.open:
            self.fill()

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self.view.redraw(writing)
