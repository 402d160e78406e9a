"""A line in each mode to choose from by eye."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from core.bidi import display
from core.errors import ExitCode
from tui.cli import main
from tui.doctor import settle
from tui.sample import SAMPLE, choose, samples
from tui.terminal import CYCLE, BidiMode, profile
from tui.terminal.choices import chosen_for
from tui.terminal.profile import EXPLICIT, IMPLICIT

if TYPE_CHECKING:
    from pathlib import Path

XTERM = {"XTERM_VERSION": "XTerm(379)"}
VTE = {"VTE_VERSION": "7000"}
KONSOLE = {"KONSOLE_VERSION": "221203"}
GOLDEN = (
    ".[1] \u00ab\ufee2\ufecc\ufee7\u00bb :2020 \ufef2\ufed3 "
    "(\ufeae\ufef3\ufeaf\ufeee\ufedf\ufe8d) \ufedd\ufe8e\ufed7"
)


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_each_mode_draws_the_line_in_its_way() -> None:
    drawn = dict(zip(CYCLE, samples(CYCLE, XTERM), strict=True))
    assert display(SAMPLE) == GOLDEN
    assert GOLDEN in drawn[BidiMode.VISUAL]
    assert f"\u202d{GOLDEN}\u202c" in drawn[BidiMode.GUARD]
    assert SAMPLE in drawn[BidiMode.LOGICAL]
    assert len(set(drawn.values())) == len(CYCLE)
    for number, mode in enumerate(CYCLE, 1):
        assert drawn[mode].split()[:2] == [str(number), mode]
        assert drawn[mode].endswith("\n")


def test_a_terminal_that_orders_by_row_is_told_for_each_line() -> None:
    visual, guard, logical, *_ = samples(CYCLE, VTE)
    for line in (visual, guard):
        assert line.startswith(EXPLICIT)
        assert line.endswith("\n" + IMPLICIT)
    assert "\x1b" not in logical


def test_the_number_chooses(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    answer(monkeypatch, "7", "no", "٣")
    assert choose(XTERM, None) is BidiMode.LOGICAL, (
        "an Arabic three, after two words that are no number of a line"
    )
    assert capsys.readouterr().out.count("Which line") == 3


@pytest.mark.parametrize("lines", [(), ("",)])
def test_none_is_chosen(lines: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, *lines)
    assert choose(XTERM, None) is None


def test_a_terminal_that_is_told_once_for_all_rows_is_asked_about_in_two_rounds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "3", "", "3")
    assert choose(KONSOLE, None) is BidiMode.LOGICAL
    told = profile(KONSOLE)
    said = capsys.readouterr().out
    first, second = said.split(told.leave)
    assert first.index(told.enter) < first.index(GOLDEN)
    assert SAMPLE not in first
    assert SAMPLE in second
    assert told.enter not in second


def test_the_terminal_is_told_back_when_the_question_is_broken_off(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupt)
    with pytest.raises(KeyboardInterrupt):
        choose(KONSOLE, None)
    assert capsys.readouterr().out.endswith(profile(KONSOLE).leave)


def test_a_choice_is_settled_and_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    (said,) = settle(BidiMode.GUARD, XTERM)
    assert said.startswith("xterm: guard")
    assert chosen_for(profile(XTERM), XTERM) is BidiMode.GUARD
    (said,) = settle(BidiMode.AUTO, XTERM)
    assert said.startswith("xterm: visual")
    assert chosen_for(profile(XTERM), XTERM) is None
    _, comes_first = settle(BidiMode.GUARD, XTERM | {"MEDIATION_TUI_BIDI": "logical"})
    assert "MEDIATION_TUI_BIDI" in comes_first


def test_a_choice_that_cannot_be_kept_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tui.doctor.claim_tty", lambda: True)
    monkeypatch.setattr("tui.doctor.ask_terminal", lambda: None)
    assert main(["doctor", "--bidi", "visual"]) == ExitCode.UNREADABLE
    assert "MEDIATION_TUI_BIDI=visual" in capsys.readouterr().err


def test_without_a_terminal_there_is_nothing_to_remember(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tui.doctor.claim_tty", lambda: False)
    assert main(["doctor", "--bidi", "visual"]) == ExitCode.NO_TERMINAL
    assert capsys.readouterr().out == ""
