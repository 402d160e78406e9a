"""The data on the road: frozen, slotted, stand-off.

The source text is never changed. Every offset is a count of code points, half-open, and, unless it says
otherwise, counted from the start of the paragraph it lies in.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - dataclass fields are resolved at run time by readers of the record
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def cut(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


# ---------------------------------------------------------------------------------------------- document


class ParagraphKind(StrEnum):
    """What a line of an article is there for; only `BODY` and `TITLE` can tell of events."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    MASTHEAD = "masthead"
    """Outlet, editors, section links: page furniture above or below the article."""
    BYLINE = "byline"
    CAPTION = "caption"
    TEASER = "teaser"
    """A pointer to another article («اقرأ أيضاً»)."""
    ARTEFACT = "artefact"
    """Left-overs of the page: a lone `×`, rules, counters."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One non-empty line of the source, exactly as it stands there."""

    index: int
    """0-based among the non-empty lines."""
    start: int
    """Offset of `text` in `Document.text`."""
    text: str
    """The line without its line break and surrounding white space."""
    kind: ParagraphKind
    sentences: tuple[Span, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether events may be read from it."""
        return self.kind is ParagraphKind.BODY


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read: text untouched, structure beside it."""

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    """The document creation time (TIMEX3: DCT), when known."""
    uri: str | None = None


# ------------------------------------------------------------------------------------------------- dates


def _bears(edtf: str | None, mark: str) -> bool:
    """Tell whether an EDTF value bears a mark, alone or as half of `%` (EDTF level 1: `%` is `?` and `~`)."""
    return edtf is not None and (mark in edtf or "%" in edtf)


class TimexType(StrEnum):
    """TIMEX3 types; a range is a `DATE` whose value is an EDTF interval."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Basis(StrEnum):
    """How the value of a date was reached."""

    EXPLICIT = "explicit"
    """Day, month and year all stand in the words."""
    MONTH_YEAR = "month_year"
    YEAR = "year"
    YEAR_LIST = "year_list"
    """One of several years joined to one noun («2009 و2012 و2014»)."""
    DECADE = "decade"
    CENTURY = "century"
    SEASON = "season"
    PERIOD = "period"
    """A quarter, half, week or part of a named period."""
    HIJRI = "hijri"
    HOLIDAY = "holiday"
    ERA = "era"
    RANGE = "range"
    CLOCK = "clock"
    DURATION = "duration"
    SET = "set"
    YEAR_INFERRED = "year_inferred"
    MONTH_INFERRED = "month_inferred"
    WEEKDAY = "weekday"
    DEICTIC = "deictic"
    """Counted from the day of writing (أمس، العام الماضي، الشهر المقبل)."""
    OFFSET = "offset"
    """A distance from an anchor (قبل عامين، بعد ثلاثة أيام)."""
    ANAPHORIC = "anaphoric"
    """Points at a date already given (حينها، في العام ذاته)."""
    HEADING = "heading"
    ANCHORED = "anchored"
    """No date of its own: the date of the event that it follows on."""
    PUBLISHED = "published"
    UNRESOLVED = "unresolved"
    """A date whose anchor is not known; its EDTF is null."""


class AnchorKind(StrEnum):
    """Where the date stands that another date leans on."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    DOCUMENT = "document"
    PUBLISHED = "published"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that a resolved date hangs on."""

    kind: AnchorKind
    edtf: str
    text: str | None = None
    """Its words in the source; null for the publication date."""
    paragraph: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A date expression with its value and the reason for it."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    """TIMEX3 value; `XXXX` where a part is unknown."""
    edtf: str | None
    """EDTF level 1; null for durations, sets and what cannot be resolved."""
    basis: Basis
    reason: str
    """One English line: why this value."""
    rule: str
    """The grammar rule that read it."""
    anchor: Anchor | None = None
    first: dt.date | None = None
    """First day, inclusive; null when open, before year 1, or unresolved."""
    last: dt.date | None = None
    """Last day, inclusive; null when open, after year 9999, or unresolved."""

    @property
    def span(self) -> Span:
        """The expression's place in its text."""
        return Span(self.start, self.end)

    @property
    def uncertain(self) -> bool:
        """EDTF `?` or `%`: an inference could be otherwise."""
        return _bears(self.edtf, "?")

    @property
    def approximate(self) -> bool:
        """EDTF `~` or `%`: the words are vague."""
        return _bears(self.edtf, "~")


# ------------------------------------------------------------------------------------------------ events


class Plover(StrEnum):
    """Event categories of PLOVER 0.8 (openeventdata)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Quad(StrEnum):
    """PLOVER's four classes of category."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


class Aux(StrEnum):
    """How the happening stands to fact and time of writing."""

    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class EventKind(StrEnum):
    """What the date is the date of."""

    EVENT = "event"
    REPORTING = "reporting"
    """The date is the statement's, not the happening's."""
    STATE = "state"
    ANNIVERSARY = "anniversary"


class Role(StrEnum):
    """What an actor does in an event; PLOVER has no mediator."""

    SOURCE = "source"
    TARGET = "target"
    MEDIATOR = "mediator"
    PARTICIPANT = "participant"


class PlaceRole(StrEnum):
    """How a place belongs to an event."""

    EVENT = "event"
    DESTINATION = "destination"
    TOPIC = "topic"


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


class Status(StrEnum):
    """What a person has said of a row."""

    AUTO = "auto"
    ACCEPTED = "accepted"
    EDITED = "edited"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names the happening."""

    text: str
    span: Span
    lemma: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with a part in an event, in the source's own words."""

    role: Role
    text: str
    span: Span
    id: str | None = None
    """Identity shared by all names of one actor; null when it is not in the lexicon."""
    name_ar: str | None = None
    name_en: str | None = None
    code: str | None = None
    """CAMEO actor code (a country's ISO 3166-1 alpha-3, with a role: EGYGOV)."""
    sector: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere an event happens or heads for, in the source's own words."""

    role: PlaceRole
    text: str
    span: Span
    name_ar: str | None = None
    name_en: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


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


@dataclass(frozen=True, slots=True)
class EventDate:
    """When, and why we say so."""

    edtf: str | None
    start: dt.date | None
    end: dt.date | None
    basis: Basis
    reason: str
    text: str | None = None
    """The words, when the event has a date of its own in its paragraph."""
    span: Span | None = None
    anchor: Anchor | None = None

    @property
    def uncertain(self) -> bool:
        """EDTF `?` or `%`."""
        return _bears(self.edtf, "?")

    @property
    def approximate(self) -> bool:
        """EDTF `~` or `%`."""
        return _bears(self.edtf, "~")

    @property
    def inherited(self) -> bool:
        """Whether the date's words stand elsewhere than the event."""
        return self.span is None


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """Which article an event was read from."""

    id: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another telling that disagrees, and on what."""

    event: str
    field: str
    detail: str


@dataclass(frozen=True, slots=True)
class Event:
    """One dated happening, every part pointing into its paragraph."""

    id: str
    doc: DocumentRef
    date: EventDate
    paragraph: int
    sentence: Span
    text: str
    """The sentence, exactly as in the source."""
    category: Plover | None
    trigger: Trigger | None
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    quad: Quad | None = None
    aux: Aux | None = None
    kind: EventKind = EventKind.EVENT
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    mediation: Mediation | None = None
    """Set for mediation and for negotiation between parties."""
    same_as: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    summary_en: str = ""
    why: str = ""
    """One English line: why this category (the rule and the words it fired on)."""
    status: Status = Status.AUTO
    note: str | None = None

    def by_role(self, role: Role) -> Iterator[Actor]:
        """Yield the actors that play `role`, in the order of the text."""
        return (actor for actor in self.actors if actor.role is role)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one article says: its structure, its dates, its events."""

    document: Document
    timexes: tuple[tuple[Timex, ...], ...]
    """One tuple a paragraph, in order."""
    events: tuple[Event, ...] = field(default=())
    """In the order of the text."""
