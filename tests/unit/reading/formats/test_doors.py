"""Bytes to articles."""

import datetime as dt
import gzip
import json
from pathlib import Path

import pytest

from core.errors import ExitCode, UnreadableError
from core.reading import check_path, declared_date, read_path

ARTICLE = (
    "وصل الوفد إلى المدينة صباح الأحد لإجراء محادثات مع قيادة الحركة حول تثبيت التهدئة بين الجانبين.\n"
    "وقال المتحدث إن المحادثات ستستمر حتى نهاية الأسبوع، مضيفا أن الأطراف كلها أبدت استعدادها للتعاون."
)


def write(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256", "iso8859_6"])
def test_arabic_is_read_in_the_encodings_that_people_have(tmp_path: Path, encoding: str) -> None:
    text = ARTICLE if encoding != "iso8859_6" else ARTICLE.replace("،", "،")
    path = write(tmp_path, "a.txt", text.encode(encoding))
    check_path(path)
    [document] = read_path(path)
    assert document.text == text
    assert document.id == "a"


def test_json_lines_declare_what_a_text_cannot(tmp_path: Path) -> None:
    rows = [
        {
            "id": "one",
            "title": "عنوان",
            "outlet": "جريدة",
            "date": "2018-05-24T09:23:30+00:00",
            "text": ARTICLE,
        },
        {"id": 2, "text": ARTICLE},
    ]
    data = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    path = write(tmp_path, "a.jsonl.gz", gzip.compress(data))
    first, second = read_path(path, published=dt.date(2020, 1, 1))
    assert (first.id, first.title, first.outlet, first.published) == (
        "one",
        "عنوان",
        "جريدة",
        dt.date(2018, 5, 24),
    )
    assert (second.id, second.title, second.published) == ("2", None, dt.date(2020, 1, 1))


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b" \n", "is empty"),
        ("binary.txt", bytes(range(256)) * 64, "not text"),
        ("nul.txt", b"abc\0def\n", "not text"),
        ("half.txt.gz", gzip.compress(ARTICLE.encode(), mtime=0)[:40], "damaged gzip"),
        ("a.jsonl", b"{not json}\n", "line 1: is not JSON"),
        ("b.jsonl", b'{"id": 1}\n', "no «text»"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = write(tmp_path, name, data)
    with pytest.raises(UnreadableError) as caught:
        list(read_path(path))
    line = str(caught.value)
    assert says in line
    assert path in line
    assert "\n" not in line
    assert caught.value.exit_code is ExitCode.UNREADABLE


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_is_not_a_file_says_so(tmp_path: Path, name: str) -> None:
    for read in (lambda path: list(read_path(path)), check_path):
        with pytest.raises(UnreadableError, match=r"no such file|is a folder"):
            read(str(tmp_path / name))


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2022-08-08", dt.date(2022, 8, 8)),
        ("2018-02-18T21:35:43+04:00", dt.date(2018, 2, 18)),
        ("8 أغسطس 2022", dt.date(2022, 8, 8)),
        ("3/4/2021", dt.date(2021, 4, 3)),
        ("8 August 2022", dt.date(2022, 8, 8)),
        ("2022", None),
        ("2022-13-45", None),
        ("soon", None),
    ],
)
def test_declared_dates_are_whole_days_day_first(words: str, date: dt.date | None) -> None:
    assert declared_date(words) == date
