"""What is offered while a query is typed."""

from collections.abc import Iterable

import pytest

from core.query import complete
from core.query.vocabulary import Key


def names(key: Key, typed: str) -> Iterable[str]:
    known = {Key.ACTOR: ["مصر", "عباس كامل", "عباس"], Key.MEDIATOR: ["قطر"]}
    return [name for name in known.get(key, []) if name.startswith(typed)]


@pytest.mark.parametrize(
    ("text", "start", "candidates"),
    [
        ("act", 0, ("actor:",)),
        ("مصر act", 4, ("actor:",)),
        ("-act", 1, ("actor:",)),
        ("(act", 1, ("actor:",)),
        ("ma", 0, ("marked",)),
        ("فا", 0, ("فاعل:",)),
        ("o", 0, ("on:", "outlet:")),
        ("type:con", 5, ("CONSULT", "CONCEDE")),
        ("type:تش", 5, ("تشاور",)),
        ("نوع:coe", 4, ("COERCE",)),
        ("quad:material", 5, ("«material cooperation»", "«material conflict»")),
        ("is:", 3, ("marked", "noted", "hidden", "edited", "accepted", "conflict")),
        ("actor:عب", 6, ("«عباس كامل»", "عباس")),
        ("actor:«عب", 6, ("«عباس كامل»", "عباس")),
        ("mediator:", 9, ("قطر",)),
        ("actor:قط", 6, ()),
        ("«ac", 0, ()),
        ("zzz", 0, ()),
    ],
)
def test_candidates_and_the_stretch_that_they_replace(
    text: str, start: int, candidates: tuple[str, ...]
) -> None:
    found = complete(text, len(text), names)
    assert set(found.candidates) == set(candidates)
    if candidates:
        assert (found.start, found.end) == (start, len(text))


def test_where_nothing_is_typed_keys_and_flags_are_offered() -> None:
    found = complete("مصر ", 4)
    assert (found.start, found.end) == (4, 4)
    assert {"actor:", "since:", "marked"} <= set(found.candidates)
    assert all(candidate.isascii() for candidate in found.candidates)


def test_only_what_is_before_the_caret_counts() -> None:
    found = complete("actor:عباس since:2020", 8, names)
    assert (found.start, found.end) == (6, 10)
    assert found.candidates == ("«عباس كامل»", "عباس")


def test_nobody_to_ask_for_names() -> None:
    assert complete("actor:مص", 8).candidates == ()
