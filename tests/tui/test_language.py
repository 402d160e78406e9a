"""What the screen says is said in every language that it can speak."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from tui.language import Language, speak, spoken, table, tr

_TUI = Path(__file__).parents[2] / "tui"


def said() -> set[str]:
    """Every text that the code hands to `tr`."""
    found = set()
    for path in _TUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                assert node.args, f"{path.name}:{node.lineno}: tr() of nothing"
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    found.add(text.value)
    return found


def names(text: str) -> set[str]:
    """The names that a text has filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_text_has_its_arabic() -> None:
    assert not said() - set(table(Language.ARABIC))


def test_both_have_the_same_names() -> None:
    arabic = table(Language.ARABIC)
    assert not {text for text in arabic if names(text) != names(arabic[text])}


def test_what_is_spoken_can_be_chosen() -> None:
    assert tr("Timeline") == "Timeline"
    try:
        speak(Language.ARABIC)
        assert spoken() is Language.ARABIC
        assert tr("Timeline") == "الخط الزمني"
    finally:
        speak(Language.ENGLISH)


@pytest.mark.parametrize("number", [1, 1000])
def test_names_are_filled_in(number: int) -> None:
    assert tr("{count:,} of something", count=number) == f"{number:,} of something"
