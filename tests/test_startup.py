"""What is loaded before the first frame, and what is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.screens import Screen

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {"camel_tools", "dateparser", "numpy", "torch", "babel", "regex"}
# Loaded when there are rows to draw; an article that is being read leaves time for it.
FOR_ROWS = {
    "core.bidi",
    "core.arabic",
    "core.model.document",
    "core.model.event",
    "core.coreference",
    "tui.kitty",
}
ROAD = {"core.temporal", "core.events", "core.pipeline", "core.export"}


def loaded_after(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["tui.cli", "tui.app", "tui.analysis", "tui.worker", "tui.terminal"])
def test_what_comes_before_the_screen_does_not_load_it(module: str) -> None:
    assert not loaded_after(f"import {module}") & (HEAVY | {"textual", "rich"})


def test_what_comes_before_the_analysis_is_started_is_next_to_nothing() -> None:
    loaded = loaded_after("import tui.cli, tui.commands.explore, tui.analysis")
    assert not loaded & {
        "argparse",
        "asyncio",
        "importlib.resources",
        "core.reading",
        "core.model",
        "tomllib",
    }


def test_the_screen_loads_neither_the_analysis_nor_what_is_heavy() -> None:
    loaded = loaded_after("import tui.explorer, tui.screens.help")
    assert "textual" in loaded
    assert not loaded & (HEAVY | ROAD)


def test_the_first_frame_of_an_article_waits_for_nothing_that_rows_need(tmp_path: Path) -> None:
    found = tmp_path / "modules"
    code = (
        "import sys\nfrom pathlib import Path\nfrom tui import cli, explorer\n"
        "def stands(app):\n"
        f"    Path({str(found)!r}).write_text('\\n'.join(sys.modules))\n"
        "    app.exit(0)\n"
        "explorer.ExplorerApp._first_frame_stands = stands\n"
        "sys.exit(cli.main([]))"
    )
    with Screen((sys.executable, "-c", code), {"XDG_STATE_HOME": str(tmp_path)}) as screen:
        assert screen.ends() == 0
    loaded = set(found.read_text(encoding="utf-8").split())
    assert "tui.widgets.reader" in loaded
    unwanted = HEAVY | ROAD | FOR_ROWS | {"argparse", "json", "core.reading", "core.library"}
    assert sorted(loaded & unwanted) == []


def test_the_road_loads_no_screen_and_nothing_heavy() -> None:
    article = "زار وفد مصري قطاع غزة في 3 مايو 2021."
    walk = (
        "from core.pipeline import analyse\nfrom core.reading import make_document\n"
        f"assert analyse(make_document({article!r}, doc_id='x')).events"
    )
    assert not loaded_after(walk) & (HEAVY | {"textual", "rich"})
