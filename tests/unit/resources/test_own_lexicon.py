"""A person's own lexicon: what it may hold, what is said when something is wrong, and that it is used."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.errors import ExitCode, UnreadableError
from core.resources import LEXICON_VARIABLE, check_lexicon, laid_over
from core.resources.own_lexicon import _own

ROOT = Path(__file__).resolve().parent.parent.parent.parent
EXAMPLE = ROOT / "docs" / "lexicon"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(LEXICON_VARIABLE, str(tmp_path))
    _own.cache_clear()
    return tmp_path


@pytest.fixture(autouse=True)
def forget() -> Any:
    yield
    _own.cache_clear()


def write(folder: Path, text: str, name: str = "my.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_the_example_of_the_documentation_is_one(folder: Path) -> None:
    write(folder, (EXAMPLE / "example.toml").read_text(encoding="utf-8"))
    assert check_lexicon() == 6


def test_the_example_is_believed(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "في 5 سبتمبر 1978 هنأت برونتلاند مجموعة الحكماء في كامب ديفيد.\n"
        "وفي 6 سبتمبر 2021 أصلح الوزير كامل بين الحكومة والفصائل.\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", "extract", str(article), "--lexicon", str(EXAMPLE)],
        capture_output=True, check=True, cwd=ROOT,
    )  # fmt: skip
    first, second = (json.loads(line) for line in done.stdout.decode().splitlines())
    assert (first["event"], first["cameo"]) == ("SUPPORT", "051")
    assert {actor["id"] for actor in first["actors"]} == {"person/gro-harlem-brundtland", "org/the-elders"}
    assert [place["name_en"] for place in first["places"]] == ["Camp David"]
    assert (second["event"], second["cameo"]) == ("CONSULT", "045")
    assert second["actors"][0]["id"] == "person/abbas-kamel"


def test_what_is_given_is_laid_over_ours(folder: Path) -> None:
    write(folder, '[persons.abbas-kamel]\nen = "A. Kamel"\naliases = ["كامل"]\n')
    ours = {
        "abbas-kamel": {"ar": "عباس كامل", "en": "Abbas Kamel", "aliases": ["اللواء عباس"]},
        "other": {"ar": "غيره"},
    }
    assert laid_over("persons.toml", ours) == {
        "abbas-kamel": {"ar": "عباس كامل", "en": "A. Kamel", "aliases": ["اللواء عباس", "كامل"]},
        "other": {"ar": "غيره"},
    }
    assert laid_over("organisations.toml", ours) is ours


def test_new_entries_come_first(folder: Path) -> None:
    write(folder, '[places.oslo-hall]\nar = "قاعة أوسلو"\nen = "Oslo Hall"\nlat = 59.9\nlon = 10.7\n')
    assert list(laid_over("places.toml", {"place": {"gaza": {}}, "ordinary": {}})["place"]) == [
        "oslo-hall",
        "gaza",
    ]


def test_a_class_of_triggers_grows_or_is_new(folder: Path) -> None:
    write(folder, '[[triggers]]\nclass = "mediate"\nnouns = ["صلح"]\n')
    ours = {"never": [], "class": [{"name": "mediate", "nouns": ["وساطة"], "gloss": "mediates"}]}
    assert laid_over("triggers.toml", ours)["class"] == [
        {"name": "mediate", "nouns": ["وساطة", "صلح"], "gloss": "mediates"}
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[persons.a\n", ("is not TOML", "line 1")),
        ('[people.a]\nar = "أ"\n', ("[people] is no section", "persons")),
        ('[persons.a]\nar = "أحد"\n', ("[persons.a] en is missing", "needs ar, en")),
        ('[persons.a]\nar = "someone"\nen = "x"\n', ("ar is no Arabic text",)),
        ('[persons.a]\nar = "أحد"\nen = "x"\nalises = ["ب"]\n', ("alises is no key", "use aliases")),
        ('[persons.a]\nar = "أحد"\nen = "x"\naliases = "ب"\n', ("aliases is no list of Arabic texts",)),
        ('[persons.a]\nar = "أحد"\nen = "x"\ncode = "egy"\n', ("code is no actor code",)),
        ('[persons.a]\nar = "أحد"\nen = "x"\nholds = [{ office = "x" }]\n', ("holds names no office",)),
        ('[places.a]\nar = "مكان"\nen = "x"\nlat = 91\nlon = 0\n', ("lat is no number from -90 to 90",)),
        ('[[triggers]]\nclass = "mediate"\nverbs = ["توسط"]\n', ("verbs is no list of verbs",)),
        ('[[triggers]]\nclass = "mine"\nnouns = ["صلح"]\n', ("[triggers.mine] plover is missing",)),
        ('[[triggers]]\nclass = "mediate"\nplover = "PEACE"\n', ("plover is 'PEACE'", "take one of AGREE")),
        ('[[triggers]]\nnouns = ["صلح"]\n', ("number 1: class is missing",)),
        ("triggers = 1\n", ("triggers is no list",)),
        ("persons = 1\n", ("persons is no set of entries",)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(folder: Path, text: str, words: tuple[str, ...]) -> None:
    write(folder, text)
    with pytest.raises(UnreadableError) as raised:
        check_lexicon()
    line = str(raised.value)
    assert "\n" not in line
    assert all(word in line for word in (str(folder / "my.toml"), *words))


def test_a_file_that_is_not_utf8_is_named(folder: Path) -> None:
    (folder / "my.toml").write_bytes('[persons.a]\nar = "أحد"\n'.encode("cp1256"))
    with pytest.raises(UnreadableError, match="not UTF-8"):
        check_lexicon()


def test_a_folder_that_is_not_there_is_a_fault_only_when_it_was_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LEXICON_VARIABLE, str(folder / "none"))
    with pytest.raises(UnreadableError, match="no such folder"):
        check_lexicon()
    monkeypatch.delenv(LEXICON_VARIABLE)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "empty"))
    _own.cache_clear()
    assert check_lexicon() == 0
    assert not (folder / "empty").exists()


@pytest.mark.parametrize("command", [["extract"], []])
def test_the_command_says_it_before_it_reads(tmp_path: Path, command: list[str]) -> None:
    write(tmp_path, '[persons.a]\nar = "أحد"\n')
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", *command, "missing.txt"],
        capture_output=True, check=False, cwd=ROOT, env={**os.environ, LEXICON_VARIABLE: str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (ExitCode.UNREADABLE, b"")
    assert done.stderr.decode().count("\n") == 1
    assert "[persons.a] en is missing" in done.stderr.decode()
