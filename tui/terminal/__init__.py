"""The terminal in front of the person: what it is, what it does to Arabic, how it is told not to."""

from tui.terminal.modes import CYCLE, BidiMode
from tui.terminal.profile import Profile, profile
from tui.terminal.session import TerminalSession
from tui.terminal.tty import claim_tty, tell

__all__ = ["CYCLE", "BidiMode", "Profile", "TerminalSession", "claim_tty", "profile", "tell"]
