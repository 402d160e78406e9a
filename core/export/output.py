"""An export in a file: whole, or not there at all."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from core.errors import ExitCode, MediationError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator


class ExistsError(UsageError):
    """There is such a file already, and nobody said that it may go."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is such a file already; --force overwrites it")
        self.path = path


class OutputError(MediationError):
    """A file that cannot be written."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, path: Path, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem}; {remedy}")
        self.path = path


@contextmanager
def whole_file(path: Path, *, force: bool = False) -> Iterator[IO[bytes]]:
    """Give a file to write to, which bears its name only once all is written.

    What is written goes to a file beside it, which is taken away if anything goes wrong.

    Args:
        path: where it is to be; a link is followed.
        force: whether a file that is there is overwritten.

    Raises:
        ExistsError: there is such a file.
        OutputError: it cannot be written.
    """
    check(path, force=force)
    goal = Path(os.path.realpath(path))
    aside = goal.with_name(f".mediation-tui-{secrets.token_hex(6)}.part")
    try:
        with aside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if goal.exists():
            shutil.copymode(goal, aside)
        check(path, force=force)
        aside.replace(goal)
    except OSError as error:
        raise OutputError(path, error.strerror or "cannot be written", "choose another place") from error
    finally:
        aside.unlink(missing_ok=True)


def check(path: Path, *, force: bool = False) -> None:
    """Raise what `whole_file` would for a file that cannot be made there."""
    if not path.parent.is_dir():
        raise OutputError(path, "there is no such folder", "make it, or choose another place")
    if path.is_dir():
        raise OutputError(path, "this is a folder", "name a file in it")
    if path.exists() and not path.is_file():
        raise OutputError(path, "this is no ordinary file", "leave --output out to write to a pipe")
    if path.exists() and not force:
        raise ExistsError(path)
