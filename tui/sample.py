"""A line of Arabic in each mode, for a person to say which of them reads right."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.terminal import CYCLE, BidiMode, profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.terminal import Profile
    from tui.terminal.replies import Replies

SAMPLE = "قال (الوزير) في 2020: «نعم» [1]."
"""Letters that join, a bracket and a quotation that are mirrored, digits that are not."""
_WIDTH = 48
_LOOK = (
    "Right is the line in which the letters of a word are joined, the brackets and the quotation marks open",
    "towards their word, the year is 2020, and [1] and the full stop stand at the left end.",
)


def choose(environ: Mapping[str, str], replies: Replies | None) -> BidiMode | None:
    """Draw the line in each mode and ask which reads right; null where the person takes none.

    Args:
        environ: the environment.
        replies: what the terminal answered.
    """
    seen = profile(environ, replies=replies)
    _show("", *_LOOK)
    for modes in _rounds(seen):
        # What tells all rows at once holds while the person looks at them.
        lasting = profile(environ, modes[0], replies) if seen.all_rows else None
        try:
            if lasting:
                _show(lasting.enter, end="")
            _show(*samples(modes, environ, replies), end="")
            if chosen := _ask(modes):
                return chosen
        finally:
            if lasting:
                _show(lasting.leave, end="")
    return None


def samples(
    modes: Sequence[BidiMode], environ: Mapping[str, str], replies: Replies | None = None
) -> Iterator[str]:
    """Yield the line in each mode with its number, a line feed at its end.

    A terminal that keeps for each row who orders the letters is told before a line and told back behind it.
    """
    from tui.arabic import Writing, write  # Loads Textual, which a report alone does not need.

    for mode in modes:
        told = profile(environ, mode, replies)
        drawn = write(SAMPLE, _WIDTH, Writing(mode, told.marks)).text
        line = f"  {CYCLE.index(mode) + 1}  {mode:12}{drawn}\n"
        yield line if told.all_rows else f"{told.enter}{line}{told.leave}"


def _rounds(seen: Profile) -> Sequence[Sequence[BidiMode]]:
    """Part the modes by what they want the terminal to be told, where that holds for the whole screen."""
    if not seen.all_rows:
        return (CYCLE,)
    told = [mode for mode in CYCLE if mode in (BidiMode.VISUAL, BidiMode.GUARD)]
    return (told, [mode for mode in CYCLE if mode not in told])


def _ask(modes: Sequence[BidiMode]) -> BidiMode | None:
    numbers = [CYCLE.index(mode) + 1 for mode in modes]
    while True:
        try:
            answer = input(f"Which line reads right? {numbers[0]}–{numbers[-1]}, Enter for none: ").strip()
        except EOFError:
            _show("")
            return None
        if not answer:
            return None
        if answer.isdecimal() and int(answer) in numbers:  # Arabic digits are digits too.
            return CYCLE[int(answer) - 1]


def _show(*lines: str, end: str = "\n") -> None:
    sys.stdout.write("".join(line + end for line in lines))
    sys.stdout.flush()
