"""The command as a shell sees it: streams, exit codes, one clear line for what is wrong."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.errors import ExitCode
from tui.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLE = "وصل وفد أمني مصري إلى قطاع غزة في 3 مايو 2021، لإجراء محادثات مع قيادة حركة حماس حول التهدئة.\n"


def run(*words: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tui.cli", *words],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environ},
        timeout=60,
    )


def records(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def call(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command in this process: for what no shell is needed to see."""

    def called(*words: str) -> subprocess.CompletedProcess[bytes]:
        capfdbinary.readouterr()
        status = main(words)
        out, err = capfdbinary.readouterr()
        return subprocess.CompletedProcess(words, status, out, err)

    return called


Call = Callable[..., subprocess.CompletedProcess[bytes]]


def test_extract_writes_records_to_stdout_and_nothing_else(article: Path) -> None:
    done = run("extract", str(article), LC_ALL="C", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (ExitCode.OK, b"")
    [event] = records(done)
    assert event["doc"]["id"] == "a"
    assert event["date"]["edtf"] == "2021-05-03"
    assert event["event"] == "CONSULT"
    assert event["text"] in ARTICLE


def test_extract_reads_standard_input() -> None:
    [event] = records(run("extract", "-", stdin=ARTICLE.encode()))
    assert event["doc"]["id"] == "stdin"
    assert event["doc"]["uri"] is None


def test_extract_takes_json_lines_with_their_ids_and_dates(tmp_path: Path, call: Call) -> None:
    rows = [
        {
            "id": "أ:1",
            "title": "ت",
            "outlet": "ج",
            "date": "2021-05-06",
            "text": "زار الوزير التركي بغداد الاثنين.",
        },
        {"id": "b", "date": "2021-05-06", "text": "لا تاريخ هنا."},
    ]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    [event] = records(call("extract", str(path), "--format", "jsonl"))
    assert event["doc"] == {"id": "أ:1", "title": "ت", "outlet": "ج", "published": "2021-05-06", "uri": None}
    assert event["date"]["edtf"] == "2021-05-03"


def test_published_gives_relative_dates_their_day(article: Path, call: Call) -> None:
    article.write_text("زار الوزير التركي بغداد أمس.", encoding="utf-8")
    [without] = records(call("extract", str(article)))
    [with_date] = records(call("extract", str(article), "--published", "8 أغسطس 2022"))
    assert without["date"]["edtf"] is None
    assert with_date["date"]["edtf"] == "2022-08-07"


def test_timex_writes_the_date_expressions_alone(article: Path, call: Call) -> None:
    article.write_text(
        "زار الوزير بغداد في 9 ديسمبر 2020، وفي 10 سبتمر عاد إليها. وتستمر الزيارة ثلاثة أيام.",
        encoding="utf-8",
    )
    found = records(call("timex", str(article)))
    assert [(timex["text"], timex["type"], timex["edtf"]) for timex in found] == [
        ("9 ديسمبر 2020", "DATE", "2020-12-09"),
        ("10 سبتمر", "DATE", "2020-09-10?"),
        ("ثلاثة أيام", "DURATION", None),
    ]
    assert found[1]["anchor"]["text"] == "9 ديسمبر 2020"
    assert "سبتمبر" in found[1]["reason"]


def test_since_and_until_keep_what_overlaps(article: Path, call: Call) -> None:
    article.write_text(
        "زار الوزير بغداد في 2019. وزار الوزير بغداد في مايو 2021. وزار بغداد في 2022.", encoding="utf-8"
    )

    def dates(*words: str) -> list[str]:
        return [event["date"]["edtf"] for event in records(call("extract", str(article), *words))]

    assert dates("--since", "مايو 2021") == ["2021-05", "2022"]
    assert dates("--since", "2020", "--until", "May 2021") == ["2021-05"]
    assert call("extract", str(article), "--since", "soonish").returncode == ExitCode.USAGE


def test_one_unreadable_file_does_not_stop_the_others(article: Path, call: Call) -> None:
    done = call("extract", "missing.txt", str(article))
    assert done.returncode == ExitCode.UNREADABLE
    assert len(records(done)) == 1
    assert done.stderr.decode() == "mediation-tui: missing.txt: no such file; check the path\n"


@pytest.mark.parametrize("name", ["missing.txt", "folder", "binary.txt", "empty.txt"])
def test_the_explorer_names_what_it_cannot_read_before_any_screen(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 10)
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run(str(tmp_path / name))
    assert done.returncode == ExitCode.UNREADABLE
    assert done.stdout == b""
    assert done.stderr.decode().count("\n") == 1
    assert str(tmp_path / name) in done.stderr.decode()


def test_without_a_terminal_the_explorer_says_so(article: Path) -> None:
    done = run(str(article))
    assert done.returncode == ExitCode.NO_TERMINAL
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"extract" in done.stderr


def test_nothing_dated_is_said_and_has_its_own_exit_code(article: Path, call: Call) -> None:
    article.write_text("لا تاريخ هنا ولا حدث.", encoding="utf-8")
    done = call("extract", str(article))
    assert (done.returncode, done.stdout) == (ExitCode.NO_EVENTS, b"")
    assert b"no dated event" in done.stderr


@pytest.mark.parametrize("words", [["--nonsense"], ["extract"], ["extract", "--format", "xml", "a.txt"]])
def test_a_command_line_that_makes_no_sense_is_exit_2(words: list[str]) -> None:
    assert run(*words).returncode == ExitCode.USAGE


def test_a_published_date_must_be_a_whole_day(article: Path) -> None:
    done = run("extract", str(article), "--published", "2022")
    assert done.returncode == ExitCode.USAGE
    assert b"--published" in done.stderr


def test_version_and_help_go_to_stdout() -> None:
    assert run("--version").stdout.startswith(b"mediation-tui 0.")
    text = run("--help").stdout.decode()
    assert "extract" in text
    for code in ExitCode:
        assert str(int(code)) in text


def test_a_reader_that_leaves_early_is_no_fault(article: Path) -> None:
    article.write_text(ARTICLE * 60, encoding="utf-8")
    command = f"{sys.executable} -m tui.cli extract {article} | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_extract_writes_the_events_that_a_query_holds_of(article: Path, call: Call) -> None:
    [event] = records(call("extract", str(article), "--where", "actor:حماس منذ:2021 -type:assault"))
    assert event["event"] == "CONSULT"
    assert call("extract", str(article), "--where", "place:بيروت").returncode == ExitCode.NO_EVENTS


def test_a_query_that_cannot_be_understood_is_told_in_a_line(article: Path, call: Call) -> None:
    done = call("extract", str(article), "--where", "actor:حماس since:nonsense")
    assert (done.returncode, done.stdout) == (ExitCode.USAGE, b"")
    [line] = done.stderr.decode().splitlines()
    assert line.startswith("mediation-tui: --where: «nonsense» is no date")
    assert "(character 18 of the query)" in line


def test_folders_and_archives_are_read_and_what_cannot_be_is_named(tmp_path: Path, call: Call) -> None:
    import zipfile

    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="cp1256")
    (folder / "b.txt").write_bytes(b"\0\1\2")
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("d.jsonl", "{broken\n" + json.dumps({"id": "e", "text": ARTICLE}) + "\n")
    done = call("extract", str(folder))
    assert done.returncode == ExitCode.UNREADABLE
    assert [event["doc"]["id"] for event in records(done)] == ["a", "e"]
    lines = done.stderr.decode().splitlines()
    assert [line.split(": ")[1] for line in lines] == [
        str(folder / "b.txt"),
        f"{folder / 'c.zip'}:d.jsonl, line 1",
    ]


def test_a_folder_with_nothing_in_it_says_so(tmp_path: Path, call: Call) -> None:
    done = call("extract", str(tmp_path))
    assert done.returncode == ExitCode.UNREADABLE
    assert b"nothing to read in it" in done.stderr


# --------------------------------------------------------------------------------------------- exporting


def test_extract_writes_any_format_to_a_file_and_says_how_many(article: Path, call: Call) -> None:
    path = article.with_name("أحداث.timeline.json")
    done = call("extract", str(article), "--format", "timelinejs", "--output", str(path))
    assert (done.returncode, done.stdout) == (ExitCode.OK, b"")
    assert done.stderr.decode() == f"mediation-tui: 1 event; written to {path}\n"
    [slide] = json.loads(path.read_text(encoding="utf-8"))["events"]
    assert slide["start_date"] == {"year": 2021, "month": 5, "day": 3}


def test_a_file_that_is_there_stays_unless_forced(article: Path, call: Call) -> None:
    path = article.with_name("out.csv")
    path.write_text("mine", encoding="utf-8")
    words = ("extract", str(article), "--format", "csv", "--output", str(path))
    done = call(*words)
    assert (done.returncode, path.read_text(encoding="utf-8")) == (ExitCode.USAGE, "mine")
    assert b"--force" in done.stderr
    assert call(*words, "--force").returncode == ExitCode.OK
    assert path.read_text(encoding="utf-8").startswith("id,edtf,")


def test_what_comes_to_nothing_makes_no_file(article: Path, call: Call) -> None:
    path = article.with_name("out.graphml")
    done = call("extract", str(article), "--where", "place:بيروت", "--output", str(path))
    assert (done.returncode, path.exists()) == (ExitCode.NO_EVENTS, False)
    article.write_text("زار الوزير التركي بغداد في 3 مايو 2021.", encoding="utf-8")
    done = call("extract", str(article), "--format", "graphml", "--output", str(path))
    assert (done.returncode, path.exists()) == (ExitCode.NO_EVENTS, False)
    assert "0 events; 1 without a mediator or a party left out" in done.stderr.decode()
    done = call("extract", str(article), "--output", str(article.parent / "no" / "a.jsonl"))
    assert done.returncode == ExitCode.UNREADABLE


def test_what_a_format_cannot_hold_is_said_beside_the_data(article: Path, call: Call) -> None:
    article.write_text(
        ARTICLE.strip() + " وزار الوزير التركي في 4 مايو 2021 مكانا لا يعرفه أحد.", encoding="utf-8"
    )
    done = call("extract", str(article), "--format", "geojson")
    features = json.loads(done.stdout)["features"]
    assert done.returncode == ExitCode.OK
    assert features
    assert "without coordinates left out" in done.stderr.decode()


def test_who_is_of_a_state_is_found_by_its_name(article: Path, call: Call, tmp_path: Path) -> None:
    article.write_text("أجرى الوفد الروسي محادثات مع وزير الخارجية التركي في 3 مايو 2021.", encoding="utf-8")
    for name in ("روسيا", "Russia", "state/TUR"):
        [event] = records(call("extract", str(article), "--where", f"actor:{name}"))
        assert event["actors"][0]["state"] == ["روسيا", "Russia", "state/RUS"]
    assert call("extract", str(article), "--where", "actor:مصر").returncode == ExitCode.NO_EVENTS

    from core.library import Library
    from core.pipeline import analyse
    from core.reading import read_path

    path = tmp_path / "l.sqlite"
    with Library.open(path, create=True) as library:
        library.add([analyse(document) for document in read_path(str(article))])
    assert len(records(call("extract", "--library", str(path), "--where", "actor:روسيا"))) == 1
