"""Who stands between whom, on what, in which round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.model.document import Span  # noqa: TC001 - fields are resolved at run time by whoever reads a record


class Issue(StrEnum):
    """What a mediation or negotiation is about: its issue.

    The word is that of the data sets on mediation: Managing Intrastate Low-level Conflict (MILC, Uppsala
    2007) and Civil Wars Mediation (DeRouen, Bercovitch and Pospieszna 2011). There it is what a conflict is
    over; here it is what the news says that the talks are about.
    """

    CEASEFIRE = "ceasefire"
    """A truce, calm, an end to fighting for now (الهدنة، التهدئة، وقف إطلاق النار)."""
    PRISONERS = "prisoners"
    """Prisoners, hostages, missing and dead: exchange or release (الأسرى، الرهائن)."""
    RECONCILIATION = "reconciliation"
    """An end to a split within one nation or movement (المصالحة، إنهاء الانقسام)."""
    AID = "aid"
    """Relief, fuel, rebuilding (المساعدات، إعادة الإعمار)."""
    SETTLEMENT = "settlement"
    """A political settlement or peace: an end to the conflict itself (تسوية سياسية، عملية السلام)."""
    WITHDRAWAL = "withdrawal"
    """Forces or fighters leave (الانسحاب، خروج المقاتلين)."""
    ACCESS = "access"
    """Crossings, blockade, corridors, ports and airports (المعابر، رفع الحصار)."""
    GOVERNMENT = "government"
    """Who governs: elections, cabinets, transition, constitution, sharing of power."""
    ARMS = "arms"
    """Nuclear programmes, missiles, disarmament."""
    TERRITORY = "territory"
    """Borders, land and settlements on it."""
    RESOURCES = "resources"
    """Water, dams, oil and gas."""
    REFUGEES = "refugees"
    """Refugees and displaced people, and their return."""
    RELATIONS = "relations"
    """Ties between states, broken or to be made (التطبيع، الأزمة الخليجية)."""
    TRADE = "trade"
    """Trade, tariffs, debt and wages."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a mediation, in the source's own words; an actor of the event where the spans are the same.

    One phrase may name several («الجانبين المصري والتركي»): then each is a party with the words of both.
    Words that only point back («الطرفين») bear the identity of each whom they mean, where that is clear.
    """

    text: str
    span: Span
    id: str | None = None
    """Identity as in `Actor.id`; null when it is not in the lexicon."""
    name_en: str | None = None


@dataclass(frozen=True, slots=True)
class IssueMention:
    """An issue with the words that name it."""

    issue: Issue
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Round:
    """Which round of talks, or how many, with the words that say so."""

    text: str
    span: Span
    number: int | None = None
    """Which («الجولة الثالثة»: 3); null for «جولة جديدة» and where rounds are only counted."""
    count: int | None = None
    """How many («جولتين»: 2); null for one."""


@dataclass(frozen=True, slots=True)
class Mediation:
    """Who stands between whom, on what, in which round; all spans are the event's paragraph's.

    Of a negotiation without a mediator `mediators` is empty.
    """

    mediators: tuple[Party, ...] = ()
    parties: tuple[Party, ...] = ()
    issues: tuple[IssueMention, ...] = ()
    """In the order of the text, each issue once."""
    round: Round | None = None
