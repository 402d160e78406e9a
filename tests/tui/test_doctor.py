"""What `mediation-tui doctor` says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.doctor import examine

ROOT = Path(__file__).resolve().parent.parent.parent


def test_it_says_what_is_there_and_touches_nothing(tmp_path: Path) -> None:
    code = (
        "import sys, socket\n"
        "def refuse(*_): raise AssertionError('a connection')\n"
        "socket.socket.connect = refuse\n"
        "from tui.cli import main\n"
        "status = main(['doctor'])\n"
        "assert not {'camel_tools', 'textual', 'numpy'} & {name.split('.')[0] for name in sys.modules}\n"
        "sys.exit(status)\n"
    )
    environ = {
        name: value
        for name, value in os.environ.items()
        if name not in ("CAMELTOOLS_DATA", "XDG_CONFIG_HOME")
    }
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT,
        env={**environ, "HOME": str(tmp_path), "TERM": "xterm", "TMUX": "1"},
    )  # fmt: skip
    said = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"data: {tmp_path / '.camel_tools'} (not there" in said
    assert "camel_data -i morphology-db-msa-r13" in said
    assert "guard (tmux: a multiplexer" in said
    assert not list(tmp_path.iterdir())


def test_it_names_what_is_wrong_with_a_lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDIATION_TUI_LEXICON", str(tmp_path / "none"))
    from core.resources.own_lexicon import _own

    _own.cache_clear()
    assert any("no such folder" in line for line in examine({"TERM": "xterm"}))
    _own.cache_clear()
