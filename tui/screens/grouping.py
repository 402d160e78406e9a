"""Events in groups, or the newest first: the timeline in another order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from core.arrangement import Arranged, arrange
from core.errors import MediationError
from core.grouping import Arrangement, Grouping
from tui.language import counted, spoken, tr
from tui.language.errors import told
from tui.screens.offer import Offer, named
from tui.screens.part import Part
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.worker import Worker

    from core.timeline import Chronology
    from tui.screens.explorer import ExplorerScreen


class EventGroups(Part):
    """The order of one explorer's timeline; what the filter lets through comes by here before it is shown."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Leave the order of time."""
        super().__init__(screen)
        self.arrangement = Arrangement(arabic=spoken().mirrored)
        """How rows stand, or will as soon as they are put in order."""
        self._list = screen.query_one(TimelineView)
        self._worker: Worker[None] | None = None

    @classmethod
    def offers(cls, screen: ExplorerScreen) -> Iterator[Offer]:
        """Offer each way to group."""
        del screen
        for grouping in Grouping:
            yield Offer(_offered(grouping), f"group.by({grouping.value!r})")

    def state(self) -> dict[str, Any]:
        """Return how rows stand."""
        now = self.arrangement
        if now.plain:
            return {}
        return {"by": now.grouping.value, "newest": now.newest, "by_name": now.by_name}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Let them stand so again."""
        grouping = next((one for one in Grouping if one.value == state.get("by")), None)
        if grouping is not None:
            newest, by_name = state.get("newest") is True, state.get("by_name") is True
            self.choose(replace(self.arrangement, grouping=grouping, newest=newest, by_name=by_name))

    # ------------------------------------------------------------------------------------- choosing

    def cycle(self) -> None:
        """Go on to the next thing to group by."""
        every = list(Grouping)
        self.by(every[(every.index(self.arrangement.grouping) + 1) % len(every)])

    def by(self, grouping: Grouping | str) -> None:
        """Group by something; years stand in their order, other groups the largest first."""
        grouping = Grouping(grouping)
        self.choose(replace(self.arrangement, grouping=grouping, by_name=grouping is Grouping.YEAR))

    def turn(self) -> None:
        """Go on to the next order: oldest or newest first; of groups, too, by their number or their name."""
        now = self.arrangement
        newest = not now.newest
        by_name = now.by_name
        if now.grouping is not Grouping.NONE and not newest:
            by_name = not by_name
        self.choose(replace(now, newest=newest, by_name=by_name))

    def choose(self, arrangement: Arrangement) -> None:
        """Show the events in another order."""
        self.arrangement = arrangement
        timeline = self.screen.timeline.in_order
        if not self.arranges(timeline):
            self.screen.put_rows(timeline)

    # ------------------------------------------------------------------------------------ arranging

    def arranges(self, timeline: Chronology) -> bool:
        """Put the rows of a timeline in order, to be shown then; tell whether it is not shown before."""
        if self._worker is not None:
            self._worker.cancel()
        self.busy = False
        if self.arrangement.plain:
            return False
        work = partial(self._arrange, timeline)
        self.busy = True
        self._worker = self.screen.run_worker(work, group="group", exclusive=True)
        self.screen.name_panes()
        return True

    async def _arrange(self, timeline: Chronology) -> None:
        try:
            found = await arrange(timeline, self.arrangement)
        except MediationError as error:  # A library that was taken away.
            self.busy = False
            self.screen.tell(told(error))
            return
        self.busy = False
        self.screen.put_rows(found)

    def stop(self) -> bool:
        """Leave off what is still being put in order; tell whether anything was."""
        busy, self.busy = self.busy, False
        if busy and self._worker is not None:
            self._worker.cancel()
            shown = self.screen.timeline
            now = Arrangement(arabic=self.arrangement.arabic)
            self.arrangement = shown.arrangement if isinstance(shown, Arranged) else now
            self.screen.name_panes()
        return busy

    # --------------------------------------------------------------------------------------- saying

    def chip(self) -> str:
        """Say how rows stand, where it is not as time has them; and while they are put in order."""
        if self.screen.sheet is not None:
            return ""
        said = _by(self.arrangement.grouping)
        words = [said] if said else []
        timeline = self.screen.timeline
        if timeline.groups and not self.busy:
            words.append(counted("1 group", "{count:,} groups", len(timeline.groups)))
            words.append(counted("1 event", "{count:,} events", len(timeline.in_order.rows)))
        if self.arrangement.grouping not in (Grouping.NONE, Grouping.YEAR) and self.arrangement.by_name:
            words.append(tr("by name"))
        if self.arrangement.newest:
            words.append(tr("newest first"))
        if self.busy:
            words.append(tr("putting in order…"))
        return tr(", ").join(words)


def _offered(grouping: Grouping) -> tuple[str, ...]:
    """Return what the palette says of a way to group."""
    return {
        Grouping.NONE: named("Group by nothing"),
        Grouping.ARTICLE: named("Group by article"),
        Grouping.ACTOR: named("Group by actor"),
        Grouping.PLACE: named("Group by place"),
        Grouping.CATEGORY: named("Group by category"),
        Grouping.YEAR: named("Group by year"),
    }[grouping]


def _by(grouping: Grouping) -> str:
    """Say by what rows are gathered; nothing where they are not."""
    return {
        Grouping.NONE: "",
        Grouping.ARTICLE: tr("by article"),
        Grouping.ACTOR: tr("by actor"),
        Grouping.PLACE: tr("by place"),
        Grouping.CATEGORY: tr("by category"),
        Grouping.YEAR: tr("by year"),
    }[grouping]
