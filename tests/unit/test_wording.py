"""Why, and what in short, in Arabic: everything that the data can hold has its words."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import replace
from importlib.resources import files
from itertools import product

import pytest

from core.model import (
    Actor,
    Anchor,
    AnchorKind,
    Aux,
    Basis,
    Conflict,
    DocumentRef,
    Event,
    EventDate,
    Place,
    PlaceRole,
    Plover,
    Role,
    Span,
    Trigger,
)
from core.query.vocabulary import Key, vocabulary
from core.wording import in_short, why_category, why_date
from core.wording.words import words

_ISOLATES = re.compile("[\u2066-\u2069]")
_DATA = re.compile(r"\d{4}(-\d\d)*[?~%]?|[A-Z]{3,} ?\d*|\d{2,4}")


def plain(line: str) -> str:
    """A line without what keeps its parts in their order."""
    return _ISOLATES.sub("", line)


def latin(line: str) -> str:
    """What is left of a line besides Arabic, dates and codes."""
    return "".join(char for char in _DATA.sub("", plain(line)) if char.isascii() and char.isalpha())


def date(
    basis: Basis, edtf: str | None = "2020-09-10", text: str | None = "10 سبتمبر", **rest: object
) -> EventDate:
    span = Span(0, len(text)) if text else None
    made = EventDate(edtf, dt.date(2020, 9, 10), dt.date(2020, 9, 10), basis, "English", text, span)
    return replace(made, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(("basis", "kind"), list(product(Basis, AnchorKind)))
def test_every_basis_and_every_anchor_has_words(basis: Basis, kind: AnchorKind) -> None:
    anchor = Anchor(kind, "2020-12-09", "9 ديسمبر عام 2020", 3, Span(0, 4))
    leaning, alone = why_date(date(basis, anchor=anchor)), why_date(date(basis))
    assert "«10 سبتمبر»" in plain(alone)
    assert "«9 ديسمبر عام 2020» (2020-12-09)" in plain(leaning)
    assert not latin(leaning) + latin(alone)
    assert "{" not in leaning
    assert "  " not in leaning


def test_a_date_whose_year_was_inferred() -> None:
    anchor = Anchor(AnchorKind.PARAGRAPH, "2020-12-09", "9 ديسمبر عام 2020", 3, Span(0, 4))
    assert plain(why_date(date(Basis.YEAR_INFERRED, "2020-09-10?", "10 سبتمبر", anchor=anchor))) == (
        "«10 سبتمبر»؛ السنة غير مذكورة، فأُخذت من تاريخ سابق في الفقرة نفسها:"
        " «9 ديسمبر عام 2020» (2020-12-09)؛ غير مؤكد، فقد يكون غير ذلك"
    )


def test_a_date_of_its_own_that_clashes() -> None:
    said = plain(why_date(date(Basis.EXPLICIT, "2020-09-10?")))
    assert said.endswith("غير مؤكد، ففي ألفاظه ما يتعارض أو يُقرأ على وجهين")


def test_what_follows_on_another_event() -> None:
    anchor = Anchor(AnchorKind.EVENT, "2005", "2005", 3, Span(0, 4))
    said = plain(why_date(date(Basis.ANCHORED, "2005~", None, anchor=anchor)))
    assert said == ("لا تاريخ له في جملته، فأُخذ من تاريخ حدث متصل به: «2005»؛ تقريبي، أي نحو ذلك التاريخ")


def test_the_day_of_publication_has_no_words() -> None:
    anchor = Anchor(AnchorKind.PUBLISHED, "2022-08-08")
    said = plain(why_date(date(Basis.PUBLISHED, "2022-08-08?", None, anchor=anchor)))
    assert said.startswith("لا تاريخ له في النص، فعُدّ من أخبار يوم النشر: 2022-08-08؛")


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2021/..", "بلا نهاية مذكورة"),
        ("../2021-05", "بلا بداية مذكورة"),
        ("2020/2021", "مدة من تاريخ إلى تاريخ"),
    ],
)
def test_an_interval_says_which_end_is_open(edtf: str, said: str) -> None:
    assert plain(why_date(date(Basis.RANGE, edtf))).endswith(said)


def test_a_date_in_edtf_is_isolated() -> None:
    anchor = Anchor(AnchorKind.DOCUMENT, "2020-12-09", "9 ديسمبر", 3, Span(0, 4))
    assert "\u20682020-12-09\u2069" in why_date(date(Basis.OFFSET, anchor=anchor))


# ------------------------------------------------------------------------------------------- categories


def actor(role: Role, text: str, name_ar: str | None = None) -> Actor:
    return Actor(role, text, Span(0, len(text)), name_ar=name_ar)


def event(**fields: object) -> Event:
    made = Event(
        "id",
        DocumentRef("doc"),
        date(Basis.EXPLICIT),
        0,
        Span(0, 10),
        "وصل وفد مصري",
        Plover.CONSULT,
        Trigger("وصل", Span(0, 3), "وصل"),
        cameo="042",
        mode="visit",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(("category", "aux"), list(product([*Plover, None], [*Aux, None])))
def test_every_category_has_words(category: Plover | None, aux: Aux | None) -> None:
    for trigger in (event().trigger, None):
        made = event(category=category, aux=aux, trigger=trigger)
        for line in (why_category(made), in_short(made)):
            assert not latin(line)
            assert "{" not in line


def test_a_category_says_its_word_and_its_rule() -> None:
    refused = event(category=Plover.REJECT, cameo="120", mode=None, aux=Aux.NEGATED)
    assert plain(why_category(refused)).endswith("(REJECT 120)؛ لفظه «وصل»؛ منفيّ، فعُدّ رفضًا")


def test_every_mode_that_is_ever_given_has_words() -> None:
    data = tomllib.loads(files("core.events").joinpath("triggers.toml").read_text(encoding="utf-8"))
    modes = {entry["mode"] for entry in data["class"] if entry.get("mode")} | {"third-party"}
    assert modes == set(words()["mode"])


def test_categories_are_called_as_in_the_filter_language() -> None:
    called = vocabulary().values[Key.TYPE]
    assert set(words()["category"]) == set(Plover)
    assert all(name in called[Plover(key)] for key, (name, _) in words()["category"].items())


# --------------------------------------------------------------------------------------------- in short


def test_a_visit_in_short() -> None:
    made = event(
        actors=(actor(Role.SOURCE, "وفد مصري"), actor(Role.TARGET, "قيادة الحركة")),
        places=(Place(PlaceRole.EVENT, "غزة", Span(0, 3)), Place(PlaceRole.TOPIC, "القدس", Span(0, 3))),
    )
    assert plain(in_short(made)).partition(": ")[2] == "وفد مصري إلى قيادة الحركة، في غزة"


def test_of_mediation_it_is_the_mediators_who_act() -> None:
    made = event(
        cameo="045",
        mode="third-party",
        actors=(
            actor(Role.MEDIATOR, "مصر"),
            actor(Role.TARGET, "الحركة"),
            actor(Role.TARGET, "الحكومة"),
            actor(Role.PARTICIPANT, "قطر"),
        ),
    )
    assert plain(in_short(made)).partition(": ")[2] == "مصر بين الحركة والحكومة، بمشاركة قطر"


def test_what_is_not_a_fact_is_said_so() -> None:
    made = event(actors=(actor(Role.SOURCE, "وفد مصري"),), aux=Aux.NEGATED)
    assert plain(in_short(made)).endswith("(لم يقع): وفد مصري")


def test_nothing_is_said_of_nothing() -> None:
    assert in_short(event(category=None, cameo=None, mode=None)) == ""


# -------------------------------------------------------------------------------------------- conflicts


def test_a_conflict_tells_both_sides() -> None:
    clash = Conflict.between("other", "date", "2020-09-10", "2020-09-11")
    assert clash.detail == "2020-09-10 here, 2020-09-11 there"
    assert clash.sides == ("2020-09-10", "2020-09-11")
    assert Conflict("other", "date", "the days differ").sides == ("the days differ", "")
