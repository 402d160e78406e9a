"""The list of articles in the timeline's place: opened, walked, and left at one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.articles import ArticlesView

if TYPE_CHECKING:
    from core.timeline import Article
    from tui.arabic import Writing
    from tui.screens.explorer import ExplorerScreen


class Articles:
    """The articles of one explorer; the list is made when it is first opened."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Show nothing yet."""
        self._screen = screen
        self.view = ArticlesView()
        self.open = False
        """Whether the list stands in the timeline's place."""

    @property
    def selected(self) -> Article | None:
        """The article under the cursor; None while the list is not open."""
        return self.view.selected if self.open else None

    def begin(self, number: int | None) -> None:
        """Open the list at an article."""
        screen = self._screen
        if not self.view.is_attached:
            screen.query_one("#timeline-pane").mount(self.view)
        self.open = True
        screen.set_class(True, "-articles")  # noqa: FBT003
        self.fill(number)
        self.view.redraw(screen.writing)

    def fill(self, number: int | None = None) -> None:
        """Show the articles as they are now, at one of them; at the selected one by default."""
        articles = self._screen.timeline.articles
        at = self.view.cursor if number is None else self._screen.timeline.place_of(number)
        self.view.put(articles, min(at, max(len(articles) - 1, 0)), "There is no article.")

    def end(self) -> None:
        """Take the list away."""
        self.open = False
        self._screen.set_class(False, "-articles")  # noqa: FBT003

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self.view.redraw(writing)
