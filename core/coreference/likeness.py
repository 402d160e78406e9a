"""How like two tellings are, and on what they differ.

The weights are ours, set on development articles: a merge must be borne by somebody or somewhere that both
name, for a wrong one hides an event, while a missed one only shows it twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from core.coreference.casualties import casualties
from core.coreference.telling import NAMED, Days, lonely
from core.coreference.whereabouts import named, nearness
from core.model import Aux, Basis, Plover, Quad

if TYPE_CHECKING:
    from core.coreference.telling import Telling

TAKEN_UP, SAME_ARTICLE, ACROSS = 2, 4, 6
"""Points from which two tellings are of one happening: where one names nobody, in one article, in several."""
_CONFLICT = 5
"""Points, without what they differ on, from which a difference is a disagreement about one happening."""
_NEAR = 2
"""Paragraphs within which one article goes on about the same."""
_SLIP = 1
"""Days by which two articles may date one act differently."""
_ONCE_SLIP = 31
"""The same for what happens to a person but once."""
_YEAR = 366

ALIKE = tuple(
    frozenset(pair)
    for pair in (
        (Plover.RETREAT, Plover.CONCEDE),
        (Plover.SANCTION, Plover.COERCE),
        (Plover.SUPPORT, Plover.AGREE),
    )
)
"""Categories between which careful coders waver for one act."""
_MEETING = frozenset(("visit", "third-party", "multilateral"))
_MUTUAL = frozenset((Plover.CONSULT, Plover.AGREE, Plover.SUPPORT, Plover.COOPERATE))
"""Categories in which the sides may change places between two tellings."""


class Verdict(Enum):
    """What two tellings are to each other."""

    OTHER = auto()
    """Certainly two happenings."""
    UNCLEAR = auto()
    SAME = auto()
    CONFLICT = auto()
    """One happening, told with a difference that matters."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A verdict with its reasons."""

    verdict: Verdict
    points: int = 0
    field: str = ""
    """On what they are in conflict: date, place, killed, wounded."""
    details: tuple[str, str] = ("", "")
    """What the first and the second say."""


_OTHER = Likeness(Verdict.OTHER)
_UNCLEAR = Likeness(Verdict.UNCLEAR)


def compare(one: Telling, other: Telling) -> Likeness:
    """Compare two tellings."""
    if not _category_agrees(one, other) or _aux_contradicts(one, other) or _mode_contradicts(one, other):
        return _OTHER
    inside = one.article == other.article
    if _sides_contradict(one, other) or (inside and _two_acts(one, other)):
        return _OTHER
    points, shared = _shared(one, other)
    where = nearness(one.places, other.places)
    points += max(where, 0)
    points += (one.lemma is not None and one.lemma == other.lemma) + _same_code(one, other)
    if inside:
        points += abs(one.event.paragraph - other.event.paragraph) <= _NEAR
    differing = _differences(one, other, where)
    if not differing:
        points += _date_points(one.days, other.days)
        if not _of_one_act(one, other, shared) or not (_grain_agrees(one, other)):
            return _UNCLEAR
        taken_up = _unmistakable(one, other, inside=inside)
        if not shared and where <= 0 and not taken_up:
            return _UNCLEAR
        if not inside and not _borne_across(one, other, where, shared):
            return _UNCLEAR
        enough = points >= (TAKEN_UP if taken_up else SAME_ARTICLE if inside else ACROSS)
        return Likeness(Verdict.SAME, points) if enough else _UNCLEAR
    field, details = differing[0]
    enough = points >= (_CONFLICT - 1 if _of_one_death(one, other) else _CONFLICT)
    if len(differing) == 1 and enough and _may_conflict(one, other, field, where):
        return Likeness(Verdict.CONFLICT, points, field, details)
    return _OTHER


# -------------------------------------------------------------------------------------- what cannot be one


def _category_agrees(one: Telling, other: Telling) -> bool:
    a, b = one.event.category, other.event.category
    if a is None or b is None:
        return one.lemma is not None and one.lemma == other.lemma
    return a is b or frozenset((a, b)) in ALIKE


def _aux_contradicts(one: Telling, other: Telling) -> bool:
    """«لم يزر» denies the visit; «قد يزور» is none yet."""
    told = (one.event.aux, other.event.aux)
    return told[0] is not told[1] and bool({Aux.NEGATED, Aux.HYPOTHETICAL} & set(told))


def _mode_contradicts(one: Telling, other: Telling) -> bool:
    modes = {one.event.mode, other.event.mode}
    return None not in modes and len(modes) > 1 and not modes <= _MEETING


def _sides_contradict(one: Telling, other: Telling) -> bool:
    """Each names somebody whom the other lacks: «التقى غانتس» and «التقى عباس» are two meetings."""
    if one.event.category in _MUTUAL:
        return bool(lonely(one.who, other.who, one, other) and lonely(other.who, one.who, other, one))
    swapped = one.acting & other.suffering or one.suffering & other.acting
    if swapped and not (one.acting & other.acting or one.suffering & other.suffering):
        return True
    return any(
        lonely(mine, theirs, one, other) and lonely(theirs, mine, other, one)
        for mine, theirs in ((one.acting, other.acting), (one.suffering, other.suffering))
    )


def _two_acts(one: Telling, other: Telling) -> bool:
    """Two words for what is done in one sentence are two acts («زار القاهرة والتقى …»)."""
    a, b = one.event, other.event
    return a.paragraph == b.paragraph and a.sentence == b.sentence and one.lemma != other.lemma


# ------------------------------------------------------------------------------------------------ points


def _of_one_act(one: Telling, other: Telling, shared: int) -> bool:
    """One actor does several things a day: without a second the word or the code has to be the same."""
    return shared > 1 or one.lemma == other.lemma or _same_code(one, other)


def _grain_agrees(one: Telling, other: Telling) -> bool:
    """A year and a day in it: who is elected then is elected once, but visits and attacks come again."""
    lengths = one.days.length, other.days.length
    if max(lengths) < _YEAR - 1 or min(lengths) == max(lengths):
        return True
    return one.event.category is None and one.lemma == other.lemma


def _shared(one: Telling, other: Telling) -> tuple[int, int]:
    """Return the points for common actors, and how many there are (by country: a point, and none)."""
    common = one.who.keys() & other.who.keys()
    points = sum(min(one.who[key], other.who[key]) for key in common)
    lands = {one.countries[key] for key in one.who.keys() - common if key in one.countries}
    points += bool(
        lands & {other.countries[key] for key in other.who.keys() - common if key in other.countries}
    )
    return min(points, 5), sum(1 for key in common if one.who[key])


def _same_code(one: Telling, other: Telling) -> bool:
    return one.event.cameo is not None and one.event.cameo == other.event.cameo


def _date_points(one: Days, other: Days) -> int:
    if one.length == other.length == 1:
        return 1
    wider = max(one.length, other.length)
    if one == other:
        return 0 if wider < _YEAR - 1 else -1
    return -2 if wider >= _YEAR - 1 else -1


def _unmistakable(one: Telling, other: Telling, *, inside: bool) -> bool:
    """«الاجتماع» of a day is the one its article tells of, though it names nobody; a killing need not be."""
    if not inside or one.event.quad is Quad.MATERIAL_CONFLICT or (one.who and other.who):
        return False
    same_word = one.lemma is not None and one.lemma == other.lemma
    # Many people arrive on one day; two bare meetings of one day are one.
    same_act = one.days.length == 1 and _same_code(one, other) and one.event.mode != "visit"
    return one.days == other.days and (same_word or same_act)


def _borne_across(one: Telling, other: Telling, where: int, shared: int) -> bool:
    """Across articles a state and a town are too little for an attack: there may be several a day."""
    if one.event.quad is not Quad.MATERIAL_CONFLICT:
        return shared > 0
    common = one.who.keys() & other.who.keys()
    counted = casualties(one.event.text).items() & casualties(other.event.text).items()
    return any(one.who[key] == NAMED for key in common) or shared > 1 or (where > 0 and bool(counted))


# ------------------------------------------------------------------------------------------- differences


def _differences(one: Telling, other: Telling, where: int) -> list[tuple[str, tuple[str, str]]]:
    found = []
    if not _dates_agree(one, other):
        found.append(("date", (one.event.date.edtf or "", other.event.date.edtf or "")))
    if where < 0:
        found.append(("place", (named(one.places), named(other.places))))
    if Quad.MATERIAL_CONFLICT in (one.event.quad, other.event.quad):
        counts = casualties(one.event.text), casualties(other.event.text)
        found += [
            (kind, (str(number), str(counts[1][kind])))
            for kind, number in counts[0].items()
            if counts[1].get(kind, number) != number
        ]
    return found


def _dates_agree(one: Telling, other: Telling) -> bool:
    a, b = one.days, other.days
    slack = max(one.slack, other.slack)
    if not slack:
        return a.within(b) or b.within(a)
    return (
        Days(a.first, a.last).within(Days(b.first - slack, b.last + slack))
        or b.within(Days(a.first - slack, a.last + slack))
    )  # fmt: skip


def _may_conflict(one: Telling, other: Telling, field: str, where: int) -> bool:
    """Tell a disagreement from a second happening of the same kind."""
    common = {key for key in one.who.keys() & other.who.keys() if one.who[key] == NAMED}
    if one.lemma != other.lemma and not _same_code(one, other):
        return False
    if field == "date":
        if one.article == other.article or max(one.days.length, other.days.length) > 1 or not common:
            return False
        apart = abs(one.days.first - other.days.first)
        if _of_one_death(one, other):
            return apart <= _ONCE_SLIP
        stated = {one.event.date.basis, other.event.date.basis} == {Basis.EXPLICIT}
        return apart <= _SLIP and where > 0 and len(common) > 1 and stated
    if max(one.days.length, other.days.length) > 1:
        return False
    if field == "place":
        alone = lonely(one.who, other.who, one, other) or lonely(other.who, one.who, other, one)
        return len(common) > 1 and not alone
    return where > 0 or bool(common)


def _of_one_death(one: Telling, other: Telling) -> bool:
    """Nobody is killed or kidnapped twice in a month: another day is another word on the same."""
    attacked = one.event.category is Plover.ASSAULT and one.lemma == other.lemma
    return attacked and any(key.startswith("person/") for key in one.suffering & other.suffering)
