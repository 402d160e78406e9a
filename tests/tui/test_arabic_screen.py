"""An Arabic screen says nothing in English: whatever key is pressed, all that is Latin there is data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from core.export.formats import FORMATS
from core.model import Plover
from core.query.vocabulary import Flag, Key
from tests.tui.driver import explore
from tests.tui.test_every_string import LETTER
from tui.keys import TABLE, Group
from tui.language import Language, table
from tui.terminal import BidiMode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from core.model import Analysis
    from tests.tui.driver import Driver

_LATIN = re.compile(r"[A-Za-z][A-Za-z./_-]+")
_LEAVES = {"app.leave", "app.suspend", "app.interrupt"}
_KEYS = {name for key in TABLE for name in key.shown.split()}
_DATA = {*Plover, *Key, *Flag, *FORMATS, *_KEYS, "Enter", "Esc", "Tab"}
"""Codes, words of the filter language, names of forms and of keys."""


def named() -> set[str]:
    """Latin words that an Arabic text has, too: names of programs, of formats, of files."""
    texts = (text for entry in table(Language.ARABIC).values() for text in forms(entry))
    return {word for text in texts for word in _LATIN.findall(re.sub(r"\{.*?\}", "", text))}


def forms(entry: str | Mapping[str, str]) -> Iterable[str]:
    return (entry,) if isinstance(entry, str) else entry.values()


def english(it: Driver) -> set[str]:
    """The Latin words that are drawn and no data."""
    found = {word.strip("./-") for line in it.lines() for word in _LATIN.findall(line)}
    return {word for word in found - _DATA - named() if "/" not in word}


async def look(it: Driver, told: dict[str, set[str]], what: str) -> None:
    if said := english(it):
        told[what] = said
    if it.screen.writing.mode is not BidiMode.LOGICAL:
        assert not [line for line in it.lines() if LETTER.search(line)], f"{what}: Arabic that is not joined"


@pytest.mark.parametrize("reading", [False, True])
async def test_no_key_leads_to_english(
    analysis: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, reading: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MEDIATION_TUI_NOTEBOOK", str(tmp_path / "s" / "notebook.sqlite"))
    for name in ("STATE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "s"))
    told: dict[str, set[str]] = {}
    async with explore(analysis, language=Language.ARABIC) as it:
        await look(it, told, "at first")
        for key in TABLE:
            if key.action in _LEAVES or (reading and key.group is not Group.READER):
                continue
            await it.press(*(("enter",) if reading else ()), key.keys[0])
            await look(it, told, key.shown)
            if key.asks:
                await it.press("و", "ف", "enter")
                await look(it, told, f"{key.shown} وف")
            await it.press("escape", "escape")
    assert not told


async def test_the_whole_help_is_arabic(analysis: Analysis) -> None:
    told: dict[str, set[str]] = {}
    async with explore(analysis, language=Language.ARABIC, size=(100, 20)) as it:
        await it.press("?")
        for page in range(12):
            await look(it, told, f"page {page}")
            await it.press("space")
    assert not told


@pytest.mark.parametrize(
    ("words", "problem"), [("فاعل:", "actor"), ("type:x", "type"), ("xyz:غزة", "xyz"), ("(غزة", "()")]
)
async def test_what_is_wrong_with_a_filter_is_said_in_arabic(
    analysis: Analysis, words: str, problem: str
) -> None:
    async with explore(analysis, language=Language.ARABIC) as it:
        await it.press("f", *words)
        assert english(it) <= {problem, *re.findall("[a-z]+", words)}
