"""What was copied goes two ways: to the terminal's clipboard by OSC 52, and to a file.

OSC 52 is xterm's «manipulate selection data». VTE knows none, xterm takes none unless it is told to, and no
terminal says whether it did: so the file is written each time.
"""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from tui.language import counted, tr
from tui.state import keep, state_file

MOST = 74_994
"""Bytes of text that still go by OSC 52. Programs agree on 100,000 bytes for the whole sequence (hterm's
osc52.sh, tmux-yank): less 7 for `ESC ] 52 ; c ;` and 1 for BEL, that is base64 of so many bytes."""
TMUX, SCREEN = "tmux", "GNU screen"
"""Names of `Profile` that stand between the program and the clipboard."""
_FILE = "clipboard.txt"
_SCREEN_STRING = 256
"""Bytes that the oldest GNU screen takes in one string; later ones take 512 and 768."""


def osc52(text: str, terminal: str = "") -> str:
    """Return the sequence that puts a text on the clipboard; empty if the text is too long for it.

    Args:
        text: any text.
        terminal: the name of the terminal's profile, for tmux and screen let nothing through unwrapped.
    """
    data = text.encode("utf-8", "replace")
    if len(data) > MOST:
        return ""
    plain = f"\x1b]52;c;{b64encode(data).decode('ascii')}\x07"
    if terminal == TMUX:
        # Plain for `set-clipboard on`; wrapped for `allow-passthrough on`, and for all before tmux 3.3. Which
        # of them holds is not known, and each ignores what is meant for the other.
        return plain + "\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if terminal == SCREEN:
        room = _SCREEN_STRING - len("\x1bP\x1b\\")
        return "".join(f"\x1bP{plain[at : at + room]}\x1b\\" for at in range(0, len(plain), room))
    return plain


def clipboard_file() -> Path:
    """Return where what was copied is written, be it there or not."""
    return state_file(_FILE)


def write_clipboard(text: str) -> Path | None:
    """Write a text to the file, in place of what was there; null if it cannot be written."""
    path = clipboard_file()
    return path if keep(path, text) else None


def notice(text: str, what: str, path: Path | None, *, sent: bool) -> str:
    """Say in one line what was copied, and where to.

    Args:
        text: what was copied.
        what: which words these are.
        path: the file that it was written to.
        sent: whether it was short enough for the terminal's clipboard.
    """
    size = counted("{what}, 1 character", "{what}, {count:,} characters", len(text), what=what)
    if path is None:
        if not sent:
            return tr(
                "not copied: {size}, too long for the terminal (OSC 52), and no file could be written",
                size=size,
            )
        return tr("copied {size}: to the terminal (OSC 52); no file could be written", size=size)
    file = from_home(path)
    if not sent:
        return tr(
            "copied {size}: too long for the terminal (OSC 52), so to {file} alone", size=size, file=file
        )
    return tr("copied {size}: to the terminal (OSC 52) and {file}", size=size, file=file)


def from_home(path: Path) -> str:
    """Write a path as a shell takes it, the person's own folder as `~`."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
