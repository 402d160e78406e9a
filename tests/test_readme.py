"""What the README says is so."""

import re
from pathlib import Path

from core.errors import ExitCode
from tui.keys import markdown

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    found = re.search(rf"<!-- {name}\b[^>]*-->\n(.*?)<!-- /{name} -->", README, re.S)
    assert found is not None
    return found.group(1)


def test_the_key_table_is_the_one_that_makes_the_bindings() -> None:
    assert section("keys").strip() == markdown().strip()


def test_every_exit_status_is_explained() -> None:
    rows = re.findall(r"^\| (\d+) \|", README, re.M)
    assert rows == [str(int(code)) for code in ExitCode]


def test_ci_runs_the_readmes_test_command() -> None:
    commands = re.findall(r"^pip install uv && uv run .*pytest.*$", README, re.M)
    assert len(commands) == 1
    assert "README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_script_that_it_names_exists() -> None:
    named = re.findall(r"\b(?:benchmarks|scripts|tests)/\w+\.py", README)
    assert named
    assert all((ROOT / name).is_file() for name in named)
