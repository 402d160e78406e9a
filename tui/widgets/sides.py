"""One line of a mediation: by whom, between whom, on what, in which round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import Language, counted, spoken, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.model import Mediation, Party, Round


def sides_of(mediation: Mediation) -> str:
    """Return «Egypt between Hamas · Israel — ceasefire, prisoners — round 3», or what of it is known."""
    who = [_names(mediation.mediators)] if mediation.mediators else []
    if mediation.parties:
        names = _names(mediation.parties)
        several = len(mediation.parties) > 1
        who.append(tr("between {names}", names=names) if several else tr("with {names}", names=names))
    issues = tr(", ").join(tr(named.issue.value) for named in mediation.issues)
    return " — ".join(filter(None, (" ".join(who), issues, _round(mediation.round))))


def _names(parties: Iterable[Party]) -> str:
    english = spoken() is Language.ENGLISH
    return " · ".join(dict.fromkeys((english and party.name_en) or party.text for party in parties))


def _round(found: Round | None) -> str:
    """A round without a number is told by its own words."""
    if found is None:
        return ""
    if found.number is not None:
        return tr("round {number}", number=found.number)
    return counted("1 round", "{count} rounds", found.count) if found.count is not None else found.text
