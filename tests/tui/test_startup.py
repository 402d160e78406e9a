"""What may be loaded before the first frame, and before there is a terminal."""

from __future__ import annotations

import subprocess
import sys


def loaded_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_the_command_line_starts_without_textual() -> None:
    loaded = loaded_after("import tui.cli, tui.app, tui.worker, tui.terminal")
    assert not {name.partition(".")[0] for name in loaded} & {"textual", "rich"}


def test_the_first_frame_waits_for_nothing_heavy() -> None:
    loaded = loaded_after("import tui.cli, tui.app, tui.explorer, tui.screens.help")
    heavy = {"camel_tools", "dateparser", "numpy", "babel", "hijridate", "torch"}
    assert not {name.partition(".")[0] for name in loaded} & heavy
    assert not loaded & {"core.pipeline", "core.events", "core.temporal"}, "the analysis has its own process"
