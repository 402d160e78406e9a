"""What a person does who opens the program for the first time, with the help alone: all of it by keys."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.pty.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.pty

TEXT = """\
لقاءات رئيس المخابرات المصرية

في 17 يناير 2021 التقى اللواء عباس كامل رئيس المخابرات العامة الرئيس الفلسطيني محمود عباس في رام الله.

وفي 9 مايو 2019 وصل وفد أمني مصري إلى قطاع غزة لإجراء محادثات مع قيادة حركة حماس.

وفي 30 مايو 2021 التقى اللواء عباس كامل وزير الدفاع الإسرائيلي بيني غانتس في تل أبيب.

وفي 5 مارس 2022 زار اللواء عباس كامل العاصمة السودانية الخرطوم.
"""
WANTED = 'actor:"عباس كامل" since:2021 until:2021'
NOTE = "اليوم كما في بيان الرئاسة"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A home of one's own."""
    return {
        "HOME": str(tmp_path),
        **{f"XDG_{kind}_HOME": str(tmp_path / kind.casefold()) for kind in ("STATE", "DATA", "CONFIG")},
    }


class Person:
    """Somebody who types, and goes on when they see what they wait for."""

    def __init__(self, it: Terminal) -> None:
        self.it = it
        it.go()
        it.until(rb"\?1049h")

    def sees(self, words: str, since: int = 0) -> None:
        """Wait until words are drawn whose letters have one form wherever they stand."""
        self.it.until(b".*?".join(re.escape(word.encode()) for word in words.split()), since)

    def types(self, words: str, sees: str) -> None:
        before = len(self.it.seen)
        self.it.type(words)
        self.sees(sees, before)


def test_meetings_are_found_one_is_corrected_and_noted_and_all_is_taken_away(
    tmp_path: Path, home: dict[str, str]
) -> None:
    article = tmp_path / "لقاءات.txt"
    article.write_text(TEXT, encoding="utf-8")
    table, timeline = tmp_path / "meetings.csv", tmp_path / "meetings.json"
    with Terminal(str(article), environ=home) as it:
        person = Person(it)
        person.sees("2022-03-05")
        person.types(f"f{WANTED}", "2 of 4")
        person.types("\r", "quit")
        person.types("j", "2/2")
        person.types("e", "CAMEO")
        person.types("\r\x15" + "31 مايو 2021", "2021-05-31, Monday")
        person.types("\r", "✎")
        person.types("\x1b", "Timeline")
        person.types(f"a{NOTE}\r", "note:")
        person.types("s", "timelinejs")
        person.types("j\r", "s csv")
        person.types(f"\x15{table}\r", "2 events")
        person.types("s", "timelinejs")
        person.types("jjj\r", "s timelinejs")
        person.types(f"\x15{timeline}\r", "2 events")
        it.type("q")
        it.last_words()
        assert it.ends() == 0

    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["edtf"] for row in rows] == ["2021-01-17", "2021-05-31"]
    assert [row["status"] for row in rows] == ["auto", "edited"]
    assert rows[1]["note"] == NOTE
    told = json.loads(timeline.read_text(encoding="utf-8"))["events"]
    assert [event["start_date"]["day"] for event in told] == [17, 31]

    with Terminal(str(article), environ=home) as it:  # All is there: the filter, the place, the correction.
        person = Person(it)
        person.sees("2/2 of 4")
        person.sees("✎ 2021-05-31")
        it.type("q")
        it.last_words()
        assert it.ends() == 0
