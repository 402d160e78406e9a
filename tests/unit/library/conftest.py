"""A small made-up corpus, and what a library made of it says."""

import json
import os
import sqlite3
import sys
from pathlib import Path

import pytest

PLACES = ("القاهرة", "الدوحة", "رام الله", "عمان", "بيروت", "الرياض")
PEOPLE = ("سامح شكري", "محمود عباس", "إسماعيل هنية", "أنطونيو غوتيريش")


def article(number: int) -> dict[str, str]:
    """Return a record of an article that is like no other."""
    day, place = 1 + number % 28, PLACES[number % len(PLACES)]
    person, other = PEOPLE[number % len(PEOPLE)], PEOPLE[(number + 1) % len(PEOPLE)]
    text = (
        f"وصل {person} إلى {place} في {day} مايو 2021 والتقى {other} في اليوم ذاته.\n"
        f"وقالت مصادر إن مصر تواصل الوساطة بين الجانبين للمرة رقم {number}.\n"
        f"وكان {other} قد زار {PLACES[(number + 2) % len(PLACES)]} في عام {2000 + number % 20}."
    )
    outlet = ("وكالة", "صحيفة", "قناة")[number % 3]
    return {"id": f"a{number}", "outlet": outlet, "date": f"2021-05-{day:02}", "text": text}


def write_articles(path: Path, numbers: range) -> None:
    lines = (json.dumps(article(number), ensure_ascii=False) + "\n" for number in numbers)
    path.write_text("".join(lines), encoding="utf-8")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder: articles line by line, and alone."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    write_articles(folder / "b.jsonl", range(30))
    for number in range(30, 34):
        (folder / f"a{number}.txt").write_text(article(number)["text"], encoding="utf-8")
    return folder


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what every table of a library holds; times of files apart."""
    connection = sqlite3.connect(path)
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' ORDER BY name"
        )
    ]
    found = {}
    for table in tables:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        wanted = ", ".join(column for column in columns if column != "modified_ns")
        found[table] = sorted(connection.execute(f"SELECT {wanted} FROM {table}"), key=repr)
    connection.close()
    return found


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "tui.cli", *map(str, words)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[3])}
