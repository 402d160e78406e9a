"""Pictures of the screen at 80×24, as text: what a person sees, line by line.

They stand in `pictures/`, one file each. After a change that is meant, renew them and read what git shows:

    MEDIATION_TUI_NEW_PICTURES=1 uv run --group test pytest -n0 tests/tui/test_pictures.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.pipeline import analyse
from core.reading import make_document
from tests.pty.conftest import TEXT
from tests.tui.driver import explore

SMALL = (80, 24)
PICTURES = Path(__file__).parent / "pictures"
KEYS = {
    "explorer": (),
    "reader": ("tab", "j", "j"),
    "help": ("question_mark",),
    "filter": ("f", *"since:2019"),
    "articles": ("o",),
}
"""What is pressed before the picture is taken."""
LINES = {"help": 9}
"""How many lines of it there are; the help goes on with every key that is added."""


@pytest.mark.parametrize("name", KEYS)
async def test_the_screen_is_as_in_its_picture(name: str) -> None:
    path = PICTURES / f"{name}.txt"
    analysis = analyse(make_document(TEXT, doc_id="article"))
    async with explore(analysis, size=SMALL) as it:
        await it.press(*KEYS[name])
        seen = "\n".join(line.rstrip() for line in it.lines()[: LINES.get(name)]) + "\n"
    if os.environ.get("MEDIATION_TUI_NEW_PICTURES"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(seen, encoding="utf-8")
    assert seen == path.read_text(encoding="utf-8")
