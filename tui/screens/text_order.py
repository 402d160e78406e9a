"""Going from event to event as one article tells them."""

from __future__ import annotations

from tui.language import tr
from tui.screens.part import Part
from tui.widgets.timeline import TimelineView


class TextOrder(Part):
    """The events of the selected one's article, in the order of its text."""

    def go(self, step: int) -> None:
        """Select the next event of the article, or the one before; at the end say so."""
        row, timeline = self.screen.row, self.screen.timeline
        if row is None or self.screen.sheet is not None:
            return
        view = self.screen.query_one(TimelineView)
        told, here = list(timeline.in_order.told_in(row.document)), timeline.in_order.index_of(row.event.id)
        at = told.index(here) + step if here in told else -1
        if 0 <= at < len(told):
            view.go(timeline.near(told[at], view.cursor))
        else:
            self.screen.tell(
                tr("The article tells of no event after this one.")
                if step > 0
                else tr("The article tells of no event before this one.")
            )
