"""The list of articles in the timeline's place: opened, walked, and left at one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import tr
from tui.screens.naming import said_of
from tui.screens.sheet import Sheet
from tui.widgets.articles import ArticlesView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.timeline import Article
    from tui.screens.explorer import ExplorerScreen


class Articles(Sheet):
    """The articles of one explorer."""

    view: ArticlesView

    def __init__(self, screen: ExplorerScreen) -> None:
        """Make a list that shows nothing yet."""
        super().__init__(screen, ArticlesView())

    @property
    def kind(self) -> str:
        """What is listed."""
        return tr("Articles with such events") if self._sifted else tr("Articles")

    @property
    def _sifted(self) -> bool:
        filtering = self.screen.parts.filtering
        return bool(filtering and filtering.words)

    @property
    def selected(self) -> Article | None:
        """The article under the cursor; None while the list is not open."""
        return self.view.selected if self.open else None

    def begin(self) -> None:
        """Open the list at the article in the reader."""
        here = self.screen.here
        if here is not None:
            self._put(self.screen.timeline.place_of(here))
        super().begin()

    def fill(self) -> None:
        """Show the articles as they are now."""
        self._put(self.view.cursor)

    def _put(self, at: int) -> None:
        articles = self.screen.timeline.articles
        self.view.put(articles, min(at, max(len(articles) - 1, 0)), tr("There is no article."))

    def follow(self) -> None:
        """Show the selected article from its head."""
        if (article := self.selected) is not None:
            self.screen.bring(article.number, None)

    def said(self) -> Iterable[tuple[str, str]]:
        """Say all that is known of the selected article."""
        article = self.selected
        if article is None:
            return
        yield from said_of(article)
        if self._sifted:
            yield tr("listed"), tr("only articles with an event that the filter lets through")

    def choose(self) -> None:
        """Go to the article's first event; one without any is read from its head."""
        article = self.selected
        if article is not None:
            self.leave()
            self.screen.open_article(article.number)
