"""How to treat a terminal: by what it answers, else by the environment, else with care.

Which terminal does what was measured, or read in its source; the table is terminals.toml.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.terminal import replies as asked
from tui.terminal.modes import TURNED, BidiMode
from tui.terminal.replies import Replies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

EXPLICIT = "\x1b[8l"
"""BDSM reset: the program orders the letters (terminal-wg, BiDi in Terminal Emulators)."""
IMPLICIT = "\x1b[8h"
"""BDSM set: the terminal orders them; the state that most of those terminals start in."""
_NAMED = {"explicit": EXPLICIT, "implicit": IMPLICIT}
UNKNOWN = "unknown"
APPLE = "Terminal.app"
KITTY = "kitty"


@dataclass(frozen=True, slots=True)
class Profile:
    """How to treat one terminal."""

    mode: BidiMode
    """Never `AUTO`."""
    why: str
    """One English line."""
    name: str = UNKNOWN
    """Which terminal it is, as far as known: what a choice is remembered under."""
    enter: str = ""
    """Written before the alternate screen: VTE keeps the mode by row, and takes it for all only there.

    What holds for `all_rows` anyway is written after it."""
    leave: str = ""
    """Written after the alternate screen is left."""
    late: BidiMode | None = None
    """The mode where `enter` could not be written in time; null where it serves at any time."""
    marks: bool = True
    """Whether it draws a letter and its marks in one cell without harm to either."""
    hint: str = ""
    """What the person can do for a better picture; empty where there is nothing better."""

    @property
    def all_rows(self) -> bool:
        """Whether `enter` holds for all rows that are there, and not for those that are written from then on.

        It is then written, and taken back, on the alternate screen: mlterm would draw the main screen by it,
        and would not draw it again when it is taken back.
        """
        return self.enter not in ("", EXPLICIT)


@dataclass(frozen=True, slots=True)
class _Terminal:
    """One entry of the table."""

    profile: Profile
    version: Sequence[str]
    secondary: Sequence[str]
    unit: Sequence[str]
    environ: Sequence[str]
    font: Sequence[str]

    def answers(self, replies: Replies) -> bool:
        """Tell whether this is the terminal that answered so."""
        if not self.writes_in(replies.font):
            return False
        given = ((replies.version, self.version), (replies.unit, self.unit))
        if any(words and patterns for words, patterns in given):
            # A name says more than numbers, which terminals borrow from each other.
            return any(_fits(words, patterns) for words, patterns in given)
        return _fits(replies.secondary, self.secondary)

    def writes_in(self, font: str | None) -> bool:
        """Tell whether a main font is one that the entry is for."""
        return not self.font or _fits(font, self.font)

    def stated(self, environ: Mapping[str, str]) -> bool:
        """Tell whether the environment says that this is it."""
        for line in self.environ:
            name, equals, pattern = line.partition("=")
            if name in environ and (not equals or fnmatchcase(environ[name], pattern)):
                return True
        return False


def _fits(words: str | None, patterns: Sequence[str]) -> bool:
    return words is not None and any(fnmatchcase(words, pattern) for pattern in patterns)


@cache
def _table() -> tuple[_Terminal, ...]:
    data = tomllib.loads(Path(__file__).with_name("terminals.toml").read_text(encoding="utf-8"))
    return tuple(_terminal(**entry) for entry in data["terminal"])


def _terminal(
    name: str,
    mode: str,
    why: str,
    *,
    version: Sequence[str] = (),
    secondary: Sequence[str] = (),
    unit: Sequence[str] = (),
    environ: Sequence[str] = (),
    font: Sequence[str] = (),
    enter: str = "",
    leave: str = "",
    late: str | None = None,
    marks: bool = True,
    hint: str = "",
) -> _Terminal:
    """Read one entry; a key that is none is a TypeError."""
    seen = Profile(
        BidiMode(mode),
        f"{name}: {why}",
        name,
        _NAMED.get(enter, enter),
        _NAMED.get(leave, leave),
        BidiMode(late) if late else None,
        marks,
        hint,
    )
    return _Terminal(seen, version, secondary, unit, environ, font)


def profile(
    environ: Mapping[str, str], wish: BidiMode = BidiMode.AUTO, replies: Replies | None = None
) -> Profile:
    """Choose how to treat the terminal.

    Args:
        environ: the environment.
        wish: what the person asked for; other than `AUTO` it settles the mode, not the sequences.
        replies: what the terminal answered so far.
    """
    seen = _recognise(environ, replies or Replies())
    if wish is BidiMode.AUTO:
        return seen
    if seen.mode in TURNED and wish not in TURNED:
        seen = replace(seen, marks=True)  # Harmed by the turning alone.
    if wish in TURNED:
        seen = replace(seen, marks=False)
    if wish is BidiMode.LOGICAL or wish in TURNED:
        return replace(seen, mode=wish, why="asked for", enter="", leave="", late=None)
    return replace(seen, mode=wish, why="asked for", late=wish)


def _recognise(environ: Mapping[str, str], replies: Replies) -> Profile:
    found = _first(entry.profile for entry in _table() if entry.answers(replies))
    if found is None:
        found = _first(
            entry.profile for entry in _table() if entry.writes_in(replies.font) and entry.stated(environ)
        )
    if found is None:
        if replies.bdsm == asked.EXPLICIT:
            return Profile(
                BidiMode.VISUAL, "it says that it leaves the order alone", replies.version or UNKNOWN
            )
        return Profile(BidiMode.GUARD, "a terminal that is not known", replies.version or UNKNOWN)
    if found.leave in ("", IMPLICIT) and found.enter == EXPLICIT and replies.bdsm is not None:
        # Leave it as it was found.
        return replace(found, leave=IMPLICIT if replies.bdsm == asked.IMPLICIT else "")
    return found


def _first(found: Iterable[Profile]) -> Profile | None:
    return next(iter(found), None)
