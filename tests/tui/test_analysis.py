"""Analyses come in from a process of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import UnreadableError
from core.model import Analysis
from core.reading import make_document
from tui.analysis import AnalysisFeed, Failure, Progress

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tui.worker import Item

TEXT = "في 12 مارس 2018، وصل وفد مصري إلى مدينة غزة لإجراء محادثات مع قيادة حركة حماس.\n"


async def everything(feed: AnalysisFeed) -> list[Item]:
    return [item async for item in feed]


async def test_documents_come_before_files_and_a_bad_file_stops_nothing(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8")
    bad = str(tmp_path / "none.txt")
    read = make_document(TEXT, doc_id="stdin")
    found = await everything(AnalysisFeed.start([bad, str(good)], [read]))
    analyses = [item for item in found if isinstance(item, Analysis)]
    assert [analysis.document.id for analysis in analyses] == ["stdin", "good"]
    assert [event.date.edtf for event in analyses[0].events] == ["2018-03-12"]
    (failure,) = [item for item in found if isinstance(item, Failure)]
    assert isinstance(failure.error, UnreadableError)
    assert failure.error.source == bad
    assert found[-1] == Progress(3, 3)


async def test_a_process_that_dies_is_told_without_the_words_it_died_on() -> None:
    feed = AnalysisFeed.start(published="not a date", paths=[])  # type: ignore[arg-type]
    assert await everything(feed) == [Progress(0, 0)]
    broken = AnalysisFeed.start(documents=["وسيط"])  # type: ignore[list-item]
    (failure,) = await everything(broken)
    assert isinstance(failure, Failure)
    assert "AttributeError" in str(failure.error)
    assert "وسيط" not in str(failure.error)


async def test_cancel_ends_the_process(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT * 20, encoding="utf-8")
    feed = AnalysisFeed.start([str(path)] * 500)
    seen = 0
    async for item in feed:
        seen += isinstance(item, Analysis)
        if seen:
            feed.cancel()
    assert seen < 500
    feed.cancel()


async def test_what_of_camel_tools_cannot_be_read_is_told_and_the_articles_are_read_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "none"))
    read = make_document(TEXT, doc_id="stdin")
    found = await everything(AnalysisFeed.start((), [read], morphology="on"))
    assert [type(item) for item in found] == [Failure, Analysis, Progress]
    without = await everything(AnalysisFeed.start((), [read], morphology="auto", names="auto"))
    assert without == found[1:]
