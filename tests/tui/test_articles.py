"""The list of articles, and going from article to article."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core.bidi import display
from core.model import Analysis, Document, Paragraph, ParagraphKind
from tests.tui.driver import QUIET, Driver, explore
from tui.widgets.articles import ArticlesView
from tui.widgets.why import Why


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)


@pytest.fixture
def several(analysis: Analysis) -> list[Analysis]:
    """Three articles: one with two events, one without any, one with the event between the two."""
    first, second, third = analysis.events
    text = "خبر بلا تاريخ"
    quiet = Document(
        "quiet",
        text,
        (Paragraph(0, 0, text, ParagraphKind.BODY),),
        "عنوان هادئ",
        "صحيفة أخرى",
        dt.date(2020, 1, 2),
    )
    other = replace(analysis.document, id="other", title="مقال ثالث")
    return [
        replace(analysis, events=(first, third)),
        Analysis(quiet, ((),), ()),
        Analysis(other, analysis.timexes, (second,)),
    ]


def listed(it: Driver) -> list[str]:
    view = it.screen.query_one(ArticlesView)
    return [line.rstrip() for line in it.drawn(view) if line.strip()]


async def test_the_list_says_when_how_many_events_and_what(several: list[Analysis]) -> None:
    async with explore(*several) as it:
        await it.press("o")
        lines = listed(it)
        assert len(lines) == 3
        assert lines[0].split()[1] == "2", "the number of its events, behind the cursor"
        assert lines[1].split()[:2] == ["2020-01-02", "·"]
        assert display("صحيفة أخرى — عنوان هادئ") in lines[1]
        assert "Articles · 1/3" in it.lines()[0]


async def test_the_reader_follows_the_list(several: list[Analysis]) -> None:
    async with explore(*several) as it:
        await it.press("o", "j")
        assert it.reader.document is several[1].document
        assert "0 events" in "\n".join(it.drawn(it.screen.query_one(Why)))
        await it.press("G", "k", "g")
        assert it.reader.document is several[0].document


async def test_enter_goes_to_the_articles_first_event(several: list[Analysis]) -> None:
    async with explore(*several) as it:
        await it.press("o", "G", "enter")
        assert it.list.cursor == 1
        assert it.list.selected is not None
        assert it.list.selected.document == 2
        assert it.reader.document is several[2].document
        assert not it.screen.reading
        assert "Timeline" in it.lines()[0]


async def test_an_article_without_events_is_read(several: list[Analysis]) -> None:
    async with explore(*several) as it:
        await it.press("o", "j", "enter")
        assert it.screen.reading
        assert it.reader.document is several[1].document
        await it.press("escape")
        assert it.reader.document is several[1].document, "it stays until the timeline moves"
        await it.press("j")
        assert it.reader.document is several[2].document


@pytest.mark.parametrize("leave", ["escape", "o", "خ"])
async def test_the_list_is_left_for_the_event_where_it_was_opened(
    several: list[Analysis], leave: str
) -> None:
    async with explore(*several) as it:
        await it.press("j", "o", "g", "j", leave)
        assert it.list.cursor == 1
        assert it.reader.document is several[2].document
        assert "Timeline" in it.lines()[0]


async def test_the_list_opens_at_the_article_that_is_read(several: list[Analysis]) -> None:
    async with explore(*several) as it:
        await it.press("j", "خ")
        assert it.screen.query_one(ArticlesView).cursor == 2


async def test_brackets_go_from_article_to_article(several: list[Analysis]) -> None:
    async with explore(*several) as it:
        await it.press("]")
        assert (it.list.cursor, it.reader.document) == (1, several[2].document)
        await it.press("]")
        assert it.list.cursor == 1, "there is no further one"
        await it.press("[")
        assert (it.list.cursor, it.reader.document) == (0, several[0].document)
        await it.press("د", "ج")
        assert it.list.cursor == 0


async def test_an_article_that_comes_meanwhile_joins_the_list(several: list[Analysis]) -> None:
    from core.timeline import build_timeline

    async with explore(*several[:1]) as it:
        await it.press("o")
        it.screen.show(build_timeline(several))
        await it.quiet()
        assert len(listed(it)) == 3


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10), (5, 2)])
async def test_the_list_fits_every_window(several: list[Analysis], size: tuple[int, int]) -> None:
    async with explore(*several, size=size) as it:
        await it.press("o", "j", "tab", "j", "tab", "r", "]", "/", "escape", "f", "escape", "enter", "escape")
        assert len(it.lines()) == size[1]
        assert it.app.fault is None
