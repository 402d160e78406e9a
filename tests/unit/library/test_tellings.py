"""A library knows the same tellings of a happening as memory does, and the order of an article's text."""

import json
from pathlib import Path

import pytest

from core.library import Library
from core.library.ingest import index
from core.library.timeline import StoredTimeline
from core.pipeline import analyse
from core.reading import read_path
from core.timeline import Chronology, build_timeline
from tests.unit.coreference.retold import ARTICLES

VISITS = "وزار وزير الخارجية المصري سامح شكري الدوحة في 9 يونيو 2021.\nوفي عام 2019 زار محمود عباس القاهرة."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    told = [*ARTICLES, ("صدى البلد", VISITS)]
    lines = [json.dumps({"id": str(n), "outlet": o, "text": t}) for n, (o, t) in enumerate(told)]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def tellings(timeline: Chronology, first: int) -> list[list[tuple[str, int, bool]]]:
    return [
        [(one.event.id, one.document - first, one.disputed) for one in timeline.tellings(row.event)]
        for row in timeline.rows
    ]


def test_a_library_and_memory_know_the_same_tellings(corpus: Path, tmp_path: Path) -> None:
    memory = build_timeline([analyse(document) for document in read_path(str(corpus))])
    with Library.open(tmp_path / "library.sqlite", create=True) as library:
        index([str(corpus)], library)
        stored = StoredTimeline(library)
        assert tellings(stored, 1) == tellings(memory, 0)
        assert sorted(map(len, tellings(stored, 1))) == [1, 1, 1, 2, 3, 3]
        for number in range(len(memory.articles)):
            assert list(stored.told_in(number + 1)) == list(memory.told_in(number))
        in_text = [stored.rows[at].event.paragraph for at in stored.told_in(7)]
        assert in_text == [0, 1]
        assert list(stored.told_in(7)) != sorted(stored.told_in(7)), "not the order of time"
        gone = stored.rows[0].event
        library.connection.execute("DELETE FROM event")
        assert [one.event for one in stored.tellings(gone)] == [gone]
        stored.close()
