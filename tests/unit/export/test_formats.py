"""Each format as its readers read it."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.export.flat import columns, flat
from core.export.formats import FORMATS, encoded, told
from core.export.markdown import plain
from core.export.record import record
from core.export.table import guarded
from core.export.tally import Tally
from tests.unit.export.article import EVENTS, MONTH, TALKS, TEXT, dated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.model import Event


def written(name: str, events: Iterable[Event] = EVENTS) -> tuple[str, Tally]:
    tally = Tally()
    pieces = b"".join(encoded(piece) for piece in FORMATS[name].lines(events, tally))
    return pieces.decode("utf-8"), tally


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_json_lines_are_the_records() -> None:
    text, tally = written("jsonl")
    assert [json.loads(line) for line in text.splitlines()] == [record(event) for event in EVENTS]
    assert (tally.written, tally.left_out) == (4, 0)


def test_half_a_surrogate_pair_comes_back_as_it_was() -> None:
    text, _ = written("jsonl", [replace(MONTH, text="نص \ud83d")])
    assert json.loads(text)["text"] == "نص \ud83d"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_carries_what_a_row_can_be_checked_by(name: str) -> None:
    text, _ = written(name, [TALKS])
    if name in ("csv", "excel"):
        text = text.replace('""', '"')
    for words in ("e1", "2021-05-03", "day, month and year stand there", TEXT, "صحيفة", "edited"):
        assert words in text, f"{words} in {name}"
    for words in ("see also", "الوساطة", str(len(TEXT))):
        assert words in text, f"{words} in {name}"


@pytest.mark.parametrize("name", FORMATS)
def test_of_no_events_it_is_still_whole(name: str) -> None:
    text, tally = written(name, [])
    assert tally.written == 0
    assert told(tally, FORMATS[name]) == "0 events"
    if FORMATS[name].media_type.endswith("json"):
        json.loads(text)
    elif name in ("csv", "excel", "tsv"):
        assert len(text.splitlines()) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_events_are_not_kept(name: str) -> None:
    def most(count: int) -> int:
        tracemalloc.start()
        for _ in FORMATS[name].lines(repeat(TALKS, count), Tally()):
            pass
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    most(1)
    assert most(300) < most(3) + 20_000


# ------------------------------------------------------------------------------------------------ tables


def test_a_table_has_a_row_an_event_and_always_the_same_columns() -> None:
    text, _ = written("csv")
    assert text.endswith("\r\n")
    first, second, third, _ = rows(text)
    assert tuple(first) == columns()
    assert (first["id"], first["text"], first["lat"], first["lon"]) == ("e1", TEXT, "30.0626", "31.2497")
    assert (first["mediators"], first["between"], first["actor_ids"]) == (
        "مصر",
        "فتح; حماس",
        "state/EGY; -; -",
    )
    assert (first["issues"], first["round"], first["date_start"]) == ("reconciliation", "3", "3")
    assert second["uncertain"] == "1"
    assert third["edtf"] == "2019/2021~"


def test_no_cell_is_a_formula_and_what_was_there_can_be_had_back() -> None:
    first, second, third, _ = rows(written("csv")[0])
    assert first["note"] == "'+1 see also\n=HYPERLINK(1)"
    assert second["text"] == "'=1+1 <b>محادثات</b>"
    assert third["text"].startswith("'- ")
    assert second["title"] == "'-عنوان"
    assert guarded(-1.5) == -1.5


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="'=+-@\t\ra ", max_size=6))
def test_guarding_loses_nothing(words: str) -> None:
    cell = guarded(words)
    assert isinstance(cell, str)
    assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r") or not cell
    is_guarded = cell[:1] == "'" and cell.lstrip("'")[:1] in tuple("=+-@\t\r")
    assert (cell[1:] if is_guarded else cell) == words


def test_excel_is_told_that_it_is_utf_8() -> None:
    text, _ = written("excel")
    assert text == "\ufeff" + written("csv")[0]


def test_tabs_stand_only_between_columns() -> None:
    text, _ = written("tsv")
    lines = text.split("\n")
    assert lines[-1] == ""
    assert {line.count("\t") for line in lines[:-1]} == {len(columns()) - 1}
    assert "see also =HYPERLINK" in lines[1]


def test_the_columns_are_those_that_the_documentation_names() -> None:
    page = (Path(__file__).parents[3] / "docs" / "export.md").read_text(encoding="utf-8")
    missing = [name for name in columns() if f"`{name}`" not in page]
    assert not missing
    for form in FORMATS.values():
        assert f"| `{form.name}` | `{form.suffix}` | {form.purpose} |" in page


# ------------------------------------------------------------------------------------------- timelinejs


def test_a_timeline_has_as_much_of_a_date_as_is_known() -> None:
    text, tally = written("timelinejs")
    slides = json.loads(text)["events"]
    assert [slide["unique_id"] for slide in slides] == ["e1", "e2", "e3"]
    assert (tally.written, tally.left_out) == (3, 1)
    assert told(tally, FORMATS["timelinejs"]) == "3 events; 1 without a day or year left out"
    days = [(slide["start_date"], slide.get("end_date"), slide["display_date"]) for slide in slides]
    assert days == [
        ({"year": 2021, "month": 5, "day": 3}, None, "2021-05-03"),
        ({"year": 2021, "month": 6}, None, "2021-06?"),
        ({"year": 2019}, {"year": 2021}, "2019/2021~"),
    ]


SLIDE = {"unique_id", "start_date", "end_date", "display_date", "group", "text", "autolink"}
"""Of the names in the documentation of TimelineJS3 those that are used."""


def test_a_timeline_has_only_names_that_timelinejs_knows_and_no_foreign_markup() -> None:
    slides = json.loads(written("timelinejs")[0])["events"]
    for slide in slides:
        assert set(slide) <= SLIDE
        assert set(slide["text"]) == {"headline", "text"}
        assert all(isinstance(part, int) for part in slide["start_date"].values())
        root = ET.fromstring(f"<div>{slide['text']['text']}</div>".replace("\x01", ""))
        assert {node.tag for node in root.iter()} <= {"div", "p", "small", "a"}
        assert all(node.get("href", "https:").startswith("https:") for node in root.iter())
    assert slides[0]["group"] == "CONSULT"
    assert '<p dir="rtl" lang="ar">' in slides[0]["text"]["text"]
    assert "&lt;الوساطة&gt; &amp; أخبار" in slides[0]["text"]["text"]
    assert slides[1]["text"]["headline"] == '<span dir="rtl">=1+1 &lt;b&gt;محادثات&lt;/b&gt;</span>'


@pytest.mark.parametrize(
    ("edtf", "first", "last", "start", "end"),
    [
        ("201X", "2010-01-01", "2019-12-31", {"year": 2010, "month": 1, "day": 1}, (2019, 12, 31)),
        ("2014/..", "2014-01-01", None, {"year": 2014}, None),
        ("../2014", None, "2014-12-31", {"year": 2014, "month": 12, "day": 31}, (2014, None, None)),
        ("2016-21", "2016-03-01", "2016-05-31", {"year": 2016, "month": 3, "day": 1}, (2016, 5, 31)),
        ("2016-04/2016-05", "2016-04-01", "2016-05-31", {"year": 2016, "month": 4}, (2016, 5, None)),
    ],
)  # fmt: skip
def test_dates_that_timelinejs_has_no_name_for_are_days(
    edtf: str, first: str | None, last: str | None, start: dict[str, int], end: tuple[int | None, ...] | None
) -> None:
    event = replace(MONTH, date=dated(edtf, first, last))
    [slide] = json.loads(written("timelinejs", [event])[0])["events"]
    assert slide["start_date"] == start
    names = ("year", "month", "day")
    wanted = {name: part for name, part in zip(names, end, strict=True) if part} if end else None
    assert slide.get("end_date") == wanted


# ------------------------------------------------------------------------------------------------ others


def test_the_mediator_is_an_actor_in_plover() -> None:
    text, tally = written("plover")
    first = json.loads(text.splitlines()[0])
    assert [actor["actorText"] for actor in first["source"]] == ["مصر", "حماس"]
    assert first["target"] == [{"actorText": "فتح", "code": "PSE", "sector": "REB"}]
    assert (first["event"], first["mode"], first["eventText"]) == ("CONSULT", "third-party", "رعت")
    assert first["source"][0] == {"actorText": "مصر", "code": "EGY", "sector": "GOV"}
    assert first["location"]["geonameid"] == 360630
    assert first["textInfo"]["mediators"] == ["مصر"]
    assert tally.left_out == 1, "what has no category is no event of PLOVER's"


def test_a_map_has_the_place_of_the_event_longitude_first() -> None:
    text, tally = written("geojson")
    whole = json.loads(text)
    assert whole["type"] == "FeatureCollection"
    [feature] = whole["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [31.2497, 30.0626]}
    assert feature["properties"] == flat(record(TALKS))
    assert tally.left_out == 3


def test_a_graph_has_an_edge_from_each_mediator_to_each_party() -> None:
    text, tally = written("graphml", [TALKS, *EVENTS])
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ET.fromstring(text)
    keys = {key.get("id"): key.get("attr.name") for key in root.iter(f"{space}key")}
    labels = {}
    for node in root.iter(f"{space}node"):
        data = {keys[datum.get("key")]: datum.text for datum in node}
        labels[node.get("id")] = data["label"]
    edges = [(labels[e.get("source")], labels[e.get("target")]) for e in root.iter(f"{space}edge")]
    assert edges == [("مصر", "فتح"), ("مصر", "حماس")] * 2
    assert len(labels) == 3
    edge = next(root.iter(f"{space}edge"))
    data = {keys[datum.get("key")]: datum.text for datum in edge}
    assert (data["event"], data["text"], data["issues"]) == ("e1", TEXT, "reconciliation")
    assert (tally.written, tally.left_out) == (2, 3)


def test_a_report_says_each_event_with_its_source() -> None:
    text, _ = written("markdown")
    lines = [line for line in text.splitlines() if line]
    assert lines[:8] == [
        "# Timeline",
        "## 2021",
        "### 2021-05-03 · CONSULT 045",
        "Egypt mediates between Fatah and Hamas.",
        f"> {TEXT}",
        "صحيفة — جولات \\<الوساطة\\> \\& أخبار",
        f"¶ 3, characters 0–{len(TEXT)}, published 2021-05-04, <https://example.org/?a=1&b=2>.",
        "Date: day, month and year stand there.",
    ]
    assert "## Undated" in lines
    assert lines[-1] == "4 events."


def test_words_stay_words_in_a_report() -> None:
    assert plain("- # *نص*") == "\\- \\# \\*نص\\*"
    assert plain("2019. سنة") == "2019\\. سنة"
    assert plain("<b> [a](b)\n| `c`") == "\\<b\\> \\[a\\](b) \\| \\`c\\`"
