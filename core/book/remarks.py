"""The timeline that was given last, and what a person has remarked since: no reason to compare all anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from core.judgement.attaching import judged
from core.model import Status
from core.tellings import remarked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.judgement.saying import Said
    from core.model import Analysis, Event
    from core.timeline import Timeline


class Articles(Protocol):
    """The articles that are shown, by number."""

    def analysis(self, number: int) -> Analysis:
        """Return an article and what was found in it."""

    def key(self, document: int) -> bytes:
        """Return what it is known by."""


@dataclass(frozen=True, slots=True)
class Given:
    """A timeline, and of what it was made."""

    timeline: Timeline
    count: int
    """Of articles."""
    said: Mapping[bytes, Sequence[Said]]
    hidden: bool

    def retold(
        self, articles: Articles, count: int, said: Mapping[bytes, Sequence[Said]], *, hidden: bool
    ) -> Timeline | None:
        """Return the timeline with what is said now; None where it has to be put together anew."""
        if (count, hidden) != (self.count, self.hidden):
            return None
        changed = {key for key in {*said, *self.said} if said.get(key, ()) != self.said.get(key, ())}
        remarks: dict[tuple[int, str], Event] = {}
        for number in range(count) if changed else ():
            key = articles.key(number)
            if key in changed:
                found = self._remarks(articles.analysis(number), self.said.get(key, ()), said.get(key, ()))
                if found is None:
                    return None
                remarks |= {(number, event.id): event for event in found}
        return self.timeline.retold(remarks, hidden=hidden)

    def _remarks(self, analysis: Analysis, before: Sequence[Said], now: Sequence[Said]) -> list[Event] | None:
        """Return the events of an article that have other marks, notes, or hide; None for more than that."""
        old, new = (judged(analysis.document, analysis.events, said) for said in (before, now))
        if [event.id for event in old] != [event.id for event in new]:
            return None
        found = []
        for one, other in zip(old, new, strict=True):
            if one != other:
                if remarked(one, other) != other or one.status is Status.HIDDEN or not self._may(one, other):
                    return None
                found.append(other)
        return found

    def _may(self, one: Event, other: Event) -> bool:
        """Tell whether a remark leaves the rest as it is.

        Of several tellings one of which something is said stands for all; what is hidden stands for none.
        """
        told = self.timeline.tellings(one)
        shown = next((telling.event for telling in told if telling.event.id == one.id), None)
        if shown is None or shown.same_as:
            return False
        alone = len(told) == 1 and not shown.conflicts
        return alone or (other.status is not Status.HIDDEN and _is_judged(other))


def _is_judged(event: Event) -> bool:
    """Tell what `core.coreference.merge.says` asks of what a person said."""
    return event.status in (Status.EDITED, Status.ACCEPTED) or event.marked or event.note is not None
