"""Take pictures of the program in real terminals, and read back whether they are right.

    uv run --group test python tests/terminals/screenshots.py [NAME ...] --out DIR

It needs these packages of Debian: xvfb imagemagick tmux screen mosh openssh-server xterm sakura konsole
mlterm kitty alacritty, for foot: foot cage xwayland grim, and the font in fonts-dejavu-core. What is not
installed is left out, and said. See docs/terminals.md.

Each case writes to DIR: NAME.png, the explorer; NAME-doctor-1.png, the samples of `doctor`; NAME-shell.png,
Arabic as the shell draws it after the program; and NAME.txt, what was read from the first. The reading
compares each cell with what the same terminal draws for each glyph alone. What it calls right still wants to
be looked at. The exit status is 1 if a case is not as it should be; controls must go wrong.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.pty.tmux import program_words
from tests.terminals.article import GOLDEN, SHELL_LINE, STANDS, TEXT
from tests.terminals.cases import CASES, PLAIN, Between, Case, led_through
from tests.terminals.display import wayland, x_server
from tests.terminals.judgement import holds, judge
from tests.terminals.picture import Grid
from tests.terminals.run import Terminal
from tests.terminals.screen_text import screen_text
from tests.terminals.specimen import Reader, specimen
from tests.terminals.sshd import loopback_sshd
from tui.sample import samples
from tui.terminal import BidiMode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.terminals.display import Display

_CLEAR = "\x1b[0m\x1b[?25l\x1b[H\x1b[2J"
_QUESTION = "Enter for none"
_EXECUTABLES = {"vte": "sakura"}
_NEEDED = {
    Between.TMUX: ["tmux"], Between.SCREEN: ["screen"], Between.SSH: ["sshd"],
    Between.SSH_TMUX: ["sshd", "tmux"], Between.MOSH: ["sshd", "mosh"],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shooting:
    """One case under way."""

    case: Case
    folder: Path
    """For it alone."""
    ssh: Sequence[str]
    """The words of an ssh to the other machine."""
    out: Path

    def command(self, *arguments: str) -> list[str]:
        """Return the words that run the program, through what stands between."""
        inner = ("env", f"XDG_STATE_HOME={self.folder / 'state'}", *program_words(*arguments))
        return [*led_through(self.case.between, inner, self.ssh, str(self.folder))]

    def take(self, display: Display) -> tuple[bool, str]:
        """Take all pictures; return whether all is as it should be, and what was read from them."""
        case, name = self.case, self.case.name
        article = self.folder / "article.txt"
        article.write_text(TEXT, encoding="utf-8")
        with Terminal(case, display, self.folder) as terminal:
            grid = _measure(terminal)
            expected = screen_text(article, grid, case.mode, marks=case.marks)
            found = specimen(expected, grid.rows, grid.columns)
            plain, back = PLAIN.get(case.terminal, ("", ""))
            terminal.tell(do="draw", text=f"{_CLEAR}{plain}{found.page}")
            reader = Reader(found, terminal.picture(), grid)

            terminal.tell(do="draw", text=f"{back}{case.told}{_CLEAR}before\r\n{SHELL_LINE}\r\n")
            before = grid.row(terminal.picture(), 1)
            stands = terminal.tell(
                do="run", command=self.command(str(article)), until=STANDS, withhold=case.withhold
            )
            if not stands.get("stands"):
                raise RuntimeError(f"the program does not stand: {stands}")
            explorer = terminal.picture()
            explorer.save(self.out / f"{name}.png", grid.box)
            ended = terminal.tell(do="type", keys="q").get("ended")
            terminal.tell(do="draw", text=f"\r\n\x1b[?25lafter\r\n{SHELL_LINE}\r\n{SHELL_LINE}\r\n")
            shell = terminal.picture()
            shell.save(self.out / f"{name}-shell.png", grid.box)
            samples = self._doctor(terminal, grid, reader)
        read = reader.read(explorer, expected)
        judgement = judge(expected, read, marks=case.marks)
        drawn = "".join("".join(row).rstrip() + "\n" for row in read)
        (self.out / f"{name}.txt").write_text(drawn + "\n".join(judgement.wrong), encoding="utf-8")
        # What is written next must look as it did, and what was there too, if the main screen comes back.
        kept = case.between in (Between.NOTHING, Between.SSH)
        after = sum(grid.row(shell, row) == before for row in range(grid.rows)) >= (3 if kept else 2)
        words = f"{judgement}; shell {'as before' if after else 'NOT AS BEFORE'}; exit {ended}; {samples}"
        if case.control:
            return not judgement.right, words
        if case.known and not judgement.right:
            return True, f"{words}; known: {case.known}"
        return judgement.right and after and ended == 0, words

    def _doctor(self, terminal: Terminal, grid: Grid, reader: Reader) -> str:
        """Let `doctor` draw its samples; say which of them read right."""
        terminal.tell(do="draw", text=_CLEAR)
        answer = terminal.tell(do="run", command=self.command("doctor"), until=_QUESTION)
        sample = next(iter(samples([BidiMode.VISUAL], {}))).rstrip()
        right: list[str] = []
        number = 0
        while answer.get("stands"):
            number += 1
            picture = terminal.picture()
            picture.save(self.out / f"{self.case.name}-doctor-{number}.png", grid.box)
            rows = reader.read(picture, [sample] * grid.rows)
            right += ["".join(row).split()[0] for row in rows if holds(row, GOLDEN[0])]
            answer = terminal.tell(do="type", keys="\r", until=_QUESTION)
        return f"samples that read right: {' '.join(dict.fromkeys(right)) or 'none'}"


def _measure(terminal: Terminal) -> Grid:
    """Find the cells of a terminal: fill all of them."""
    terminal.tell(do="draw", text=_CLEAR)
    blank = terminal.picture(other=False)
    size = terminal.tell(do="draw", text=_CLEAR)
    rows, columns = size["rows"], size["columns"]
    fill = "".join(f"\x1b[{row};1H{' ' * columns}" for row in range(1, rows + 1))
    terminal.tell(do="draw", text=f"{_CLEAR}\x1b[7m{fill}\x1b[0m")
    box = terminal.picture().box_of_change(blank)
    if box is None:
        raise RuntimeError("nothing was drawn")
    return Grid(box, rows, columns)


def _absent(case: Case) -> list[str]:
    """Name what a case needs and is not installed."""
    path = f"{os.environ['PATH']}:/usr/sbin"
    needed = [_EXECUTABLES.get(case.terminal, case.terminal), *_NEEDED.get(case.between, [])]
    needed += ["cage", "grim", "Xwayland"] if case.terminal == "foot" else []
    return [name for name in needed if shutil.which(name, path=path) is None]


def main() -> int:
    """Run the cases that are named, or all of them."""
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").partition("\n")[0],
        epilog="cases: " + " ".join(case.name for case in CASES),
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="a case; by default all")
    parser.add_argument("--out", type=Path, required=True, help="the folder for the pictures")
    options = parser.parse_args()
    if unknown := set(options.names) - {case.name for case in CASES}:
        parser.error(f"no such case: {' '.join(sorted(unknown))}")
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))  # What was started is ended too.
    options.out.mkdir(parents=True, exist_ok=True)
    wanted = [case for case in CASES if not options.names or case.name in options.names]
    bad = 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="screens-")))
        display = stack.enter_context(x_server(folder))
        ssh: Sequence[str] = ()
        if any(case.between in (Between.SSH, Between.SSH_TMUX, Between.MOSH) for case in wanted):
            ssh = stack.enter_context(loopback_sshd(folder))
        for case in wanted:
            bad += not _told(case, display, folder, ssh, options.out)
    return min(bad, 1)


def _told(case: Case, display: Display, folder: Path, ssh: Sequence[str], out: Path) -> bool:
    """Run one case, say how it went, and return whether that is as it should be."""
    if absent := _absent(case):
        _say(f"{case.name}: left out, not installed: {' '.join(absent)}")
        return True
    own = folder / case.name
    own.mkdir()
    with ExitStack() as stack:
        try:
            if case.terminal == "foot":
                display = stack.enter_context(wayland(own))
            good, words = Shooting(case, own, ssh, out).take(display)
        except (RuntimeError, OSError, ValueError) as error:
            good, words = False, f"{type(error).__name__}: {error}"
    _say(f"{case.name}: {'' if good else 'NOT AS IT SHOULD BE: '}{words}")
    return good


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
