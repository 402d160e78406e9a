"""Articles as records: JSON, JSON Lines, tables."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable

import pytest

from core.model import Document
from core.reading.formats.dates import stated_date

Read = Callable[..., list[Document]]
Problems = Callable[..., list[str]]


def table(rows: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16", "cp1256"])
@pytest.mark.parametrize(
    "header",
    [
        ["العنوان", "التاريخ", "المصدر", "النص", "الرابط", "الرقم"],
        ["Headline", "Published At", "source_name", "CONTENT", "link", "article-id"],
    ],
)
def test_a_table_is_read_however_it_was_saved(
    delimiter: str, encoding: str, header: list[str], title: str, text: str, read: Read
) -> None:
    row = [title, "2021/05/20", "صحيفة", text, "https://example.org/1", "17"]
    data = table([header, row, []], delimiter).encode(encoding)
    [document] = read(data, "articles.csv")
    assert (document.title, document.text, document.id) == (title, text, "17")
    assert (document.outlet, document.published) == ("صحيفة", dt.date(2021, 5, 20))
    assert document.uri == "https://example.org/1"


def test_a_table_is_known_without_its_suffix(text: str, read: Read) -> None:
    [document] = read(table([["id", "date", "text"], ["1", "2021-05-20", text]]).encode(), "export.txt")
    assert (document.id, document.text) == ("1", text)


def test_excel_says_its_delimiter_in_a_line_of_its_own(text: str, read: Read) -> None:
    data = "sep=;\r\n" + table([["title", "text"], ["عنوان", text]], ";")
    assert [document.text for document in read(data.encode("utf-8-sig"), "a.csv")] == [text]


def test_rows_without_a_text_are_told_by_number_and_the_rest_goes_on(text: str, problems: Problems) -> None:
    data = table([["title", "text"], ["أ", text], ["ب", ""], ["ج", text]]).encode()
    [problem] = problems(data, "a.csv")
    assert problem.startswith("a.csv, row 2: has no «text»")


def test_a_table_of_something_else_says_what_it_lacks(problems: Problems) -> None:
    [problem] = problems(table([["name", "age"], ["x", "7"]]).encode(), "people.csv")
    assert "without a column of text" in problem
    assert "\n" not in problem


@pytest.mark.parametrize(
    "wrap",
    [
        lambda rows: rows,
        lambda rows: {"status": "ok", "tags": ["x", "y"], "articles": rows},
        lambda rows: {"articles": rows, "sources": [{"name": "x"}]},
        lambda rows: {"response": {"docs": rows, "start": 0}},
    ],
)
def test_json_holds_articles_in_an_array(wrap: Callable[[object], object], text: str, read: Read) -> None:
    rows = [{"id": number, "body": text, "pubDate": "Thu, 20 May 2021 22:30:00 +0300"} for number in range(3)]
    found = read(json.dumps(wrap(rows), ensure_ascii=False, indent=1).encode(), "a.json")
    assert [document.id for document in found] == ["0", "1", "2"]
    assert {(document.text, document.published) for document in found} == {(text, dt.date(2021, 5, 20))}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"null", "holds no articles"),
        (b'"x"', "holds no articles"),
        (b"[]", "holds no articles"),
        (b'{"a": 1}', "has no"),
        (b'[{"x": 1}, {"x": 2}]', "article 1: has no"),
        (b'{"a": ', "is not JSON"),
        (b'[{"a": ' + b"[" * 100_000, "is not JSON"),
        (b'{"id": ' + b"9" * 5000 + b"}", "is not JSON (a number too long)"),
    ],
)
def test_json_without_articles_says_so(data: bytes, says: str, problems: Problems) -> None:
    assert says in problems(data, "a.json")[0]


def test_one_object_is_one_article(text: str, read: Read) -> None:
    rich = {"headline": "عنوان", "content": {"rendered": f"<p>{text}</p>"}, "publisher": {"name": "وكالة"}}
    [document] = read(json.dumps(rich).encode(), "saved")
    assert (document.title, document.text, document.outlet) == ("عنوان", text.replace("\n", " "), "وكالة")


def test_lines_of_json_are_known_by_content(text: str, read: Read) -> None:
    line = json.dumps({"text": text}, ensure_ascii=False)
    for name, data in (
        ("a.txt", f"{line}\n{line}\n".encode()),
        ("a.jsonl", f"{line}\n{line}".encode("utf-16")),
    ):
        found = read(data, name)
        assert [document.text for document in found] == [text, text]
        assert [document.id for document in found] == [f"{name}, line 1", f"{name}, line 2"]


def test_a_bad_line_is_told_and_the_rest_goes_on(text: str, problems: Problems, read: Read) -> None:
    good = json.dumps({"text": text})
    data = f'{good}\n{{"text": \n\n{{"title": "x"}}\n{good}\n'.encode()
    first, second = problems(data, "a.jsonl")
    assert "line 2: is not JSON" in first
    assert "line 4: has no «text»" in second


def test_an_article_that_begins_with_a_bracket_is_text(read: Read) -> None:
    for words in ("[عاجل] وصل الوفد إلى المدينة صباح اليوم.", "{عاجل} وصل الوفد إلى المدينة صباح اليوم."):
        [document] = read(words.encode(), "a.txt")
        assert document.text == words


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2021-05-20T23:59:00+03:00", dt.date(2021, 5, 20)),
        ("20210520", dt.date(2021, 5, 20)),
        ("2021/5/2", dt.date(2021, 5, 2)),
        ("٢٠٢١-٠٥-٢٠", dt.date(2021, 5, 20)),
        ("Thu, 20 May 2021 01:00:00 GMT", dt.date(2021, 5, 20)),
        ("1621464000", dt.date(2021, 5, 19)),
        ("1621464000000", dt.date(2021, 5, 19)),
        ("20 مايو 2021", dt.date(2021, 5, 20)),
        ("20/5/2021", dt.date(2021, 5, 20)),
        ("2021", None),
        ("12345", None),
        ("99999999", None),
        ("قبل ساعتين", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_as_files_state_them(words: str | None, date: dt.date | None) -> None:
    assert stated_date(words) == date
