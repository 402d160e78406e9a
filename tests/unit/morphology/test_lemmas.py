"""Lemmas where camel-tools' data is there, one line where it is not, and an untouched home either way."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import ExitCode
from core.resources.camel import installed

ROOT = Path(__file__).resolve().parent.parent.parent.parent
DATA = ROOT.parent / "shared" / "camel_data"
ARTICLE = "زار الوسطاء قطاع غزة في 3 مايو 2021.\n"


def extract(tmp_path: Path, data: Path) -> subprocess.CompletedProcess[bytes]:
    (tmp_path / "home").mkdir(exist_ok=True)
    return subprocess.run(
        [sys.executable, "-m", "tui.cli", "extract", "-", "--lemmas"],
        input=ARTICLE.encode(), capture_output=True, check=False, cwd=ROOT,
        env={**os.environ, "CAMELTOOLS_DATA": str(data), "HOME": str(tmp_path / "home")},
    )  # fmt: skip


def folder(tmp_path: Path, *, catalogue: bool = True, database: str = "") -> Path:
    data = tmp_path / "camel"
    (data / "data" / "morphology_db" / "calima-msa-r13").mkdir(parents=True)
    if catalogue:
        sets = {"calima-msa-r13": {"path": "morphology_db/calima-msa-r13"}}
        components = {"MorphologyDB": {"datasets": sets, "default": "calima-msa-r13"}}
        text = json.dumps({"version": "1.6", "packages": {}, "components": components})
        (data / "catalogue.json").write_text(text)
    if database:
        (data / "data" / "morphology_db" / "calima-msa-r13" / "morphology.db").write_text(database)
    return data


@pytest.mark.skipif(not DATA.is_dir(), reason="no data folder of camel-tools beside the repository")
def test_with_the_data_lemmas_are_found_and_ranked(tmp_path: Path) -> None:
    code = (
        "from core.morphology import lemmas, with_lemmas\n"
        "from core.pipeline import analyse\n"
        "from core.reading import make_document\n"
        "found = lemmas(['الوسطاء', 'وصلت', 'بِزيارة', 'غانتس'])\n"
        "assert found['الوسطاء'][0] == 'وسيط', found\n"
        "assert found['وصلت'][0] == 'وصل', found\n"
        "assert found['بِزيارة'][0] == 'زياره', found\n"
        "assert found['غانتس'] == (), found\n"
        "events = analyse(make_document('زار الوسطاء قطاع غزة في 3 مايو 2021.', doc_id='x')).events\n"
        "assert [event.trigger.lemma for event in with_lemmas(events)] == ['زار']\n"
    )
    (tmp_path / "home").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT,
        env={**os.environ, "CAMELTOOLS_DATA": str(DATA), "HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert not list((tmp_path / "home").iterdir())


@pytest.mark.parametrize(
    ("catalogue", "database", "words"),
    [
        (False, "", "has no catalogue"),
        (True, "", "has no morphology database"),
        (False, "x", "has no catalogue"),
        (True, "no database\n", "cannot be loaded"),
    ],
)
def test_without_the_data_one_line_says_so(
    tmp_path: Path, catalogue: bool, database: str, words: str
) -> None:
    done = extract(tmp_path, folder(tmp_path, catalogue=catalogue, database=database))
    assert (done.returncode, done.stdout) == (ExitCode.UNREADABLE, b"")
    line = done.stderr.decode()
    assert line.count("\n") == 1
    assert words in line
    assert "doctor" in line
    assert not list((tmp_path / "home").iterdir())


def test_what_is_installed_is_seen_without_importing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "none"))
    assert not installed().analyses
    assert installed().databases == ()
    monkeypatch.setenv("CAMELTOOLS_DATA", str(folder(tmp_path, database="x")))
    assert installed().databases == ("calima-msa-r13",)
    assert installed().analyses
    assert (installed().mle, installed().ner) == ((), ())
    assert not any(name.startswith("camel_tools") for name in sys.modules)
