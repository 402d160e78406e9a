"""Names offered to whoever types a filter."""

from collections.abc import Iterator
from functools import partial

import pytest

from core.library import Library
from core.library.names import names
from core.query import complete
from core.query.vocabulary import Key
from tests.unit.library.small import analyses, small_library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with small_library(tmp_path_factory.mktemp("names") / "library.sqlite", analyses()) as library:
        yield library


def test_names_with_a_word_that_begins_so(library: Library) -> None:
    known = partial(names, library.connection)
    assert "عباس كامل" in known(Key.ACTOR, "كام")
    assert known(Key.ACTOR, "ham")[0] == "Hamas"
    assert known(Key.PLACE, "غز")[0].endswith("غزة")
    assert known(Key.OUTLET, "صد") == ["صدى البلد"]
    assert known(Key.OUTLET, "")[0] == "صدى البلد"
    assert known(Key.ACTOR, "زز") == []
    assert set(known(Key.MEDIATOR, "")) < set(known(Key.ACTOR, ""))


def test_a_filter_is_completed_with_them(library: Library) -> None:
    found = complete("type:consult actor:كام", 22, partial(names, library.connection))
    assert (found.start, found.end) == (19, 22)
    assert "«عباس كامل»" in found.candidates
