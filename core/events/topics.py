"""What talks are on, and which round they are, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.arabic import fold_key, strip_clitics
from core.events.english import listed, wording

if TYPE_CHECKING:
    from core.model import Mediation, Round


def of_talks(cls: str, mediation: Mediation) -> str:
    """Return « on a ceasefire and prisoners, third round», or what of it is known.

    Args:
        cls: the name of the trigger's class: one that says its issue itself («stops fire») needs none.
        mediation: what was read.
    """
    table = wording()["talks"]
    issues = [] if cls in table["told"] else [table["issue"][named.issue.value] for named in mediation.issues]
    about = f" on {listed(issues)}" if issues else ""
    told = _round(mediation.round) if mediation.round else ""
    return f"{about}, {told}" if told else about


def _round(found: Round) -> str:
    """Return «third round», «two rounds», «new round»; empty where the words say nothing of the kind."""
    table = wording()["talks"]
    if found.number is not None:
        last = len(table["ordinals"])
        written = table["ordinals"][found.number - 1] if 0 < found.number <= last else f"{found.number}th"
        return f"{written} round"
    if found.count is not None:
        numbers = table["numbers"]
        return f"{numbers[found.count - 2] if 1 < found.count < len(numbers) + 2 else found.count} rounds"
    keys = {rest for word in fold_key(found.text).split() for _, rest in strip_clitics(word)}
    return next(
        (f"{said} round" for said, words in table["quality"].items() if keys & set(map(fold_key, words))), ""
    )
