"""What can go wrong, in words for the person at the terminal, and how the process ends."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Every exit status of the command; documented in the README."""

    OK = 0
    CRASH = 1
    """A fault of the program's own: a report was written."""
    USAGE = 2
    """The command line could not be understood."""
    UNREADABLE = 3
    """A named file is missing, unreadable or not text."""
    NO_EVENTS = 4
    """Everything was read, and nothing was found: no dated event, no article that says the words."""
    NO_TERMINAL = 5
    """The explorer was asked for, or a choice for the terminal, where there is none."""
    INTERRUPTED = 130
    """Ctrl+C (128 + SIGINT)."""


class MediationError(Exception):
    """A fault that a person can act on; `str()` of it is one line: what, which file, what to do.

    Args:
        said: the line; `{names}` are filled in from `values`.
        values: what is filled in, kept apart for whoever says it in another language.
    """

    exit_code = ExitCode.CRASH

    def __init__(self, said: str = "", **values: str) -> None:
        super().__init__(said.format(**values) if values else said)
        self.said, self.values = said, values


FILE_ERROR = "{source}: {problem}; {remedy}"
"""What is said where something is wrong with a file."""


class UnreadableError(MediationError):
    """A file that cannot be read as an article.

    Args:
        source: the path or stream as the person named it.
        problem: what happened.
        remedy: what to do about it.
    """

    exit_code = ExitCode.UNREADABLE

    def __init__(self, source: str, problem: str, remedy: str) -> None:
        super().__init__(FILE_ERROR, source=source, problem=problem, remedy=remedy)
        self.source = source
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[type["UnreadableError"], tuple[str, str, str]]:
        """Keep the three parts when the error crosses from a worker process."""
        return type(self), (self.source, self.problem, self.remedy)


class NoTerminalError(MediationError):
    """Something that is done in a terminal was asked for where there is none."""

    exit_code = ExitCode.NO_TERMINAL


class UsageError(MediationError):
    """A command line that cannot be carried out as written."""

    exit_code = ExitCode.USAGE
