"""The command line: `mediation-tui [PATH…]` explores; the other commands are named by their first word.

Data goes to standard output, everything else to standard error. A command's module is loaded when it is asked
for, and what is heavy by the command that needs it, so that the explorer's first frame waits for none of it.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from core.errors import ExitCode, MediationError
from tui.commands.options import PROGRAM, say
from tui.config import is_settled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        if words[:1] == ["config"]:  # Also where the file cannot hold.
            from tui.commands.config import config

            return config(words[1:])
        configuration = None
        if is_settled(os.environ):
            from tui.config.sources import configured, take_paths

            configuration = configured()
            take_paths(configuration)
        command = _command(words[0] if words else "")
        if command is not None:
            return command(words[1:])
        from tui.commands.explore import explore

        return explore(words, configuration)
    except MediationError as error:
        say(f"{PROGRAM}: {error}")
        return error.exit_code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output left (`| head`): not a fault, and nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK


def _command(word: str) -> Callable[[Sequence[str]], int] | None:
    """Return what a first word asks for; None where it is the path of an article or an option."""
    match word:
        case "extract":
            from tui.commands.extract import extract as command
        case "timex":
            from tui.commands.streams import timex as command
        case "index":
            from tui.commands.index import index as command
        case "search":
            from tui.commands.search import search as command
        case "stats":
            from tui.commands.stats import stats as command
        case "doctor":
            from tui.commands.doctor import doctor as command
        case _:
            return None
    return command


if __name__ == "__main__":
    sys.exit(main())
