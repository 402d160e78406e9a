"""The one key table is complete, and everything made from it agrees with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.driver import explore
from tui import keys
from tui.explorer import ExplorerApp
from tui.screens.explorer import ExplorerScreen
from tui.screens.parts import is_parts, part_class, read_action

if TYPE_CHECKING:
    from core.model import Analysis

# What lies on the key of each Latin letter on an Arabic (101) keyboard, where that is a letter at all.
ARABIC_101 = dict(zip("qwertyuiopasdfghjklzxcvnm", "ضصثقفغعهخحشسيبلاتنمئءؤرىة", strict=True)) | {"b": "لا"}
SHIFTED = {"T": "لإ", "Y": "إ", "G": "لأ", "H": "أ", "B": "لآ", "N": "آ"}
NAMED = {"slash": "ظ", "question_mark": "؟"}


@pytest.mark.parametrize("key", keys.TABLE, ids=lambda key: key.action)
def test_every_letter_has_its_twin(key: keys.Key) -> None:
    layout = ARABIC_101 | SHIFTED | NAMED
    for name in key.keys:
        if name in layout:
            assert layout[name] in key.twins


@pytest.mark.parametrize("key", keys.TABLE, ids=lambda key: key.action)
def test_every_action_exists(key: keys.Key) -> None:
    if is_parts(key.action):
        part, method, _ = read_action(key.action)
        assert callable(getattr(part_class(part), method))
        return
    name = key.action.partition("(")[0]
    owner = ExplorerApp if name.startswith("app.") else ExplorerScreen
    assert callable(getattr(owner, f"action_{name.removeprefix('app.')}"))


def test_no_key_has_two_meanings() -> None:
    every = [name for key in keys.TABLE for name in (*key.keys, *key.twins)]
    assert len(every) == len(set(every))


def test_no_key_that_a_plain_terminal_cannot_send() -> None:
    every = {name for key in keys.TABLE for name in key.keys}
    assert not every & {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+j"}


def test_markdown_has_a_line_for_every_key() -> None:
    lines = keys.markdown().splitlines()
    assert len(lines) == len(keys.TABLE) + 2
    assert "| `j` `↓` | `ت` | The next event; in the reader, the next line. |" in lines
    assert not any("\ufe70" <= letter <= "\ufefc" for line in lines for letter in line)


async def test_the_footer_offers_what_the_keys_are_for_where_one_is(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        assert "quit" in it.lines()[-1]
        await it.press("enter")
        assert it.lines()[-1].split()[:2] == ["Esc", "timeline"]
        await it.press("escape", "o")
        assert it.lines()[-1].split()[:4] == ["Enter", "open", "Esc", "leave"]
        await it.press("escape")
        assert "quit" in it.lines()[-1]
