"""What a person settles: read, refused on the line where it stands, and beaten by what is nearer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from platformdirs import user_config_path

from core.errors import ExitCode
from tests.test_readme import ROOT
from tui.cli import main
from tui.commands.explore import Options
from tui.commands.explore_options import read_options
from tui.config import VARIABLE, config_path, is_settled
from tui.config.binding import BindingError, action_names, key_name, rebound, written_key
from tui.config.file import ConfigError, Configuration, read_config
from tui.config.settings import SETTINGS, markdown, template
from tui.config.sources import in_force, settle, take_paths
from tui.keys import TABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.keys import Key


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Configuration]:
    def reading(text: str) -> Configuration:
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return read_config({VARIABLE: str(path)})

    return reading


def held(configuration: Configuration, environ: Mapping[str, str]) -> dict[str, tuple[object, str]]:
    return {one.setting.name: (one.value, one.source) for one in in_force(configuration, environ)}


def action(name: str, table: tuple[Key, ...] = TABLE) -> Key:
    return action_names(table)[name]


# ---------------------------------------------------------------------------------------------- the file


def test_what_stands_in_it_is_read_with_its_lines(read: Callable[[str], Configuration]) -> None:
    found = read('\ufeff# mine\ntheme = "dark"\nmouse = false\n\n[keys]\n"next" = ["j"]\n')
    assert found.values == {"theme": "dark", "mouse": False}
    assert found.keys == {"next": ("j",)}
    assert found.lines["theme",] == 2
    assert found.lines["keys", "next"] == 6


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('lang = "en"\ntheme = "pink"\n', 2, ["theme", "pink", "light", "plain"]),
        ('mouse = "no"\n', 1, ["mouse", "true, false"]),
        ("\n\nmuose = true\n", 3, ["muose", "mouse", "[keys]"]),
        ('keys = "j"\n', 1, ["keys", "table"]),
        ('[keys]\nnext = "j"\n', 2, ["keys.next", "list"]),
        ('theme = "dark\n', 1, ["not TOML"]),
        ("library = 3\n", 1, ["library", "a path"]),
    ],
)
def test_what_cannot_stand_there_is_named_with_its_line(
    read: Callable[[str], Configuration], text: str, line: int, words: list[str]
) -> None:
    with pytest.raises(ConfigError) as refused:
        read(text)
    said = str(refused.value)
    assert f"config.toml:{line}: " in said
    assert "\n" not in said
    assert all(word in said for word in words), said
    assert refused.value.exit_code is ExitCode.USAGE


def test_no_file_settles_nothing_and_one_that_is_named_must_be_there(tmp_path: Path) -> None:
    assert read_config({VARIABLE: ""}) == Configuration()
    with pytest.raises(ConfigError, match="no such file"):
        read_config({VARIABLE: str(tmp_path / "none.toml")})


def test_the_template_says_everything_and_changes_nothing(read: Callable[[str], Configuration]) -> None:
    assert not read(template()).values
    every = read(re.sub(r"^#(?=[\w\[])", "", template(), flags=re.M))
    assert every.values == {one.name: one.usual for one in SETTINGS}
    assert rebound(TABLE, every.keys)


@pytest.mark.parametrize("home", ["", "/somewhere"])
def test_the_usual_file_lies_where_the_system_has_such(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", home)
    monkeypatch.delenv(VARIABLE)
    assert Path(config_path(os.environ)) == user_config_path("mediation-tui", appauthor=False) / "config.toml"


def test_nothing_is_read_where_nothing_is_settled(tmp_path: Path) -> None:
    usual = {"XDG_CONFIG_HOME": str(tmp_path), "MEDIATION_TUI_LEXICON": "mine"}
    assert not is_settled({VARIABLE: "", "MEDIATION_TUI_OTHER": "1"})
    elsewhere = {"lang", "bidi", "library", "lexicon"}
    for one in SETTINGS:
        assert is_settled({VARIABLE: "", one.variable: "x"}) is (one.name not in elsewhere)
    assert is_settled({VARIABLE: "", "MEDIATION_TUI_THEME": "dark"})
    assert is_settled({VARIABLE: str(tmp_path / "none.toml")}), "it is missed"
    if sys.platform == "linux":
        assert not is_settled(usual)
        (tmp_path / "mediation-tui").mkdir()
        (tmp_path / "mediation-tui" / "config.toml").touch()
        assert is_settled(usual)


# ------------------------------------------------------------------------------------------ what is nearer


def test_the_environment_comes_before_the_file(read: Callable[[str], Configuration]) -> None:
    file = read('theme = "dark"\nmouse = false\nbidi = "guard"\n')
    found = held(file, {"MEDIATION_TUI_THEME": "light", "MEDIATION_TUI_MOUSE": "on", "NO_COLOR": "1"})
    assert found["theme"] == ("light", "MEDIATION_TUI_THEME")
    assert found["mouse"] == (True, "MEDIATION_TUI_MOUSE")
    assert found["bidi"] == ("guard", f"{file.path}:3")
    assert found["layout"] == ("auto", "")
    assert held(file, {"NO_COLOR": "1"})["theme"] == ("dark", f"{file.path}:1"), "as no-color.org has it"
    assert held(Configuration(), {"NO_COLOR": "1"})["theme"] == ("plain", "NO_COLOR")
    assert held(file, {"MEDIATION_TUI_THEME": "pink"})["theme"][0] == "dark", "another word is no wish"


def test_the_command_line_comes_before_all(read: Callable[[str], Configuration]) -> None:
    options = Options([])
    settle(options, read('theme = "dark"\nmouse = false\nlayout = "one"\nrestore = false\n'), {})
    read_options(["--theme", "light", "--mouse"], options)
    assert (options.theme, options.mouse, options.layout, options.restore) == ("light", True, "one", False)
    assert Options([]).layout == "auto"


def test_paths_are_every_command_s(read: Callable[[str], Configuration]) -> None:
    environ = {"MEDIATION_TUI_LEXICON": "mine"}
    take_paths(read('library = "~/news.sqlite"\nlexicon = "other"\n'), environ)
    assert environ == {
        "MEDIATION_TUI_LEXICON": "mine",
        "MEDIATION_TUI_LIBRARY": str(Path("~/news.sqlite").expanduser()),
    }


# ------------------------------------------------------------------------------------------------- keys


def test_actions_have_names_of_their_own() -> None:
    names = action_names(TABLE)
    assert tuple(names.values()) == TABLE
    assert all(re.fullmatch(r"[a-z-]+", name) for name in names), "bare keys of TOML"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("n", "n"),
        ("N", "N"),
        ("?", "question_mark"),
        ("/", "slash"),
        ("-", "minus"),
        ("]", "right_square_bracket"),
        ("ctrl+n", "ctrl+n"),
        ("F5", "f5"),
        ("ت", "ت"),
        ("لا", "لا"),
        ("؟", "arabic_question_mark"),
    ],
)
def test_keys_as_people_write_them(written: str, name: str) -> None:
    assert key_name(written) == name


@pytest.mark.parametrize("written", ["", "nn", "ctrl+m", "ctrl+h", "ctrl+shift+n", "downn", "ctrl+", "\n"])
def test_what_is_no_key_or_does_not_arrive(written: str) -> None:
    with pytest.raises(ValueError, match=r"terminal|no key"):
        key_name(written)


def test_what_is_listed_can_be_written() -> None:
    for key in TABLE:
        for name in key.keys:
            assert key_name(written_key(name)) == name


def test_an_action_has_the_keys_that_it_is_given_and_no_others() -> None:
    table = rebound(TABLE, {"next": ["ctrl+n", "?", "ت"], "help": ["f1"]})
    assert action("next", table) == replace(
        action("next"), keys=("ctrl+n", "question_mark"), twins=("ت",), shown="^n ?"
    )
    assert action("help", table).keys == ("f1",)
    assert action("back", table) == action("back")
    assert rebound(TABLE, {"all": []})


@pytest.mark.parametrize(
    ("changes", "at", "words"),
    [
        ({"nxet": ["j"]}, "nxet", "next"),
        ({"next": ["f"]}, "next", "filter"),
        ({"all": ["x", "ctrl+m"]}, "all", "Enter"),
        ({"next": ["ق"]}, "next", "arabic"),
    ],
)
def test_what_cannot_be_bound_says_why(changes: dict[str, list[str]], at: str, words: str) -> None:
    with pytest.raises(BindingError, match=words) as refused:
        rebound(TABLE, changes)
    assert refused.value.action == at


# ------------------------------------------------------------------------------------------ the command


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "folder" / "config.toml"
    monkeypatch.setenv(VARIABLE, str(path))
    return path


def test_config_begins_a_file_once(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    assert f"{file} (not there" in capfd.readouterr().out
    assert main(["config", "--init"]) == 0
    assert file.read_text(encoding="utf-8") == template()
    file.write_text('theme = "light"\n', encoding="utf-8")
    assert main(["config", "--init"]) == ExitCode.USAGE
    assert file.read_text(encoding="utf-8") == 'theme = "light"\n'
    capfd.readouterr()
    assert main(["config"]) == 0
    said = capfd.readouterr().out
    assert re.search(rf'theme = "light" +# {re.escape(str(file))}:1', said)
    assert re.search(r"mouse = true +# usual", said)
    assert 'next = ["j", "down"' in said


@pytest.mark.parametrize("command", [["article.txt"], ["stats"], ["config"]])
def test_what_cannot_hold_ends_every_command_with_a_line(file: Path, command: list[str]) -> None:
    file.parent.mkdir()
    file.write_text('[keys]\n\nnxet = ["j"]\n' if command == ["config"] else "x = 1\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", *command],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == ExitCode.USAGE
    assert not done.stdout
    assert re.fullmatch(rf"mediation-tui: {re.escape(str(file))}:[13]: .*\n", done.stderr)


def test_the_page_has_the_table() -> None:
    page = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- settings\b.*?-->\n(.*?)<!-- /settings -->", page, re.S)
    assert found is not None
    assert found[1] == markdown()
    example = re.search(r"```toml\n(.*?)```", page, re.S)
    assert example is not None
    keys = re.findall(r"^([\w-]+) = (\[.*\])$", example[1], re.M)
    assert rebound(TABLE, {name: re.findall('"(.*?)"', listed) for name, listed in keys})
