"""`config`: what the person has settled for all runs, and where each of it is said."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ExitCode, UsageError
from tui.commands.options import EXIT_HELP, PROGRAM
from tui.config import VARIABLE, config_path
from tui.config.file import Configuration, read_config
from tui.config.settings import template, written
from tui.config.sources import in_force, take_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def config(words: Sequence[str]) -> int:
    """Say what holds, or begin a file."""
    options = _config_parser().parse_args(words)
    named = config_path(os.environ)
    path = Path(named) if named else None
    if options.init:
        if path is None:
            raise UsageError(f"{VARIABLE} is empty: there is no file to begin")
        _begin(path)
        sys.stdout.write(f"{path}\n")
        return ExitCode.OK
    there = path is not None and path.exists()
    configuration = read_config(os.environ) if there else Configuration()
    take_keys(configuration)
    sys.stdout.writelines(f"{line}\n" for line in _lines(path, configuration))
    return ExitCode.OK


def _begin(path: Path) -> None:
    """Write a file in which everything is said and nothing changed, unless there is one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(template())
    except FileExistsError:
        raise UsageError(f"{path}: there is a file already; it stays as it is") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from None


def _lines(path: Path | None, configuration: Configuration) -> Iterator[str]:
    if path is None:
        yield f"file: none ({VARIABLE} is empty)"
    else:
        yield f"file: {path}" + ("" if configuration.path else " (not there; `config --init` begins it)")
    for held in in_force(configuration, os.environ):
        line = f"{held.setting.name} = {written(held.value)}"
        yield f"{line:24}  # {held.source or 'usual'}"
    yield "[keys]"
    from tui.config.binding import action_names, written_key
    from tui.keys import TABLE

    for name, key in action_names(TABLE).items():
        source = f"{configuration.path}:{configuration.lines.get(('keys', name), 0)}"
        listed = ", ".join(f'"{written_key(one)}"' for one in (*key.keys, *key.twins))
        yield f"{name} = [{listed}]" + (f"  # {source}" if name in configuration.keys else "")


def _config_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} config",
        description="Say which settings hold where the command line says nothing, and where each is said: in"
        " the environment, in your file, or nowhere (docs/config.md).",
        epilog=EXIT_HELP,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--init", action="store_true", help="begin a file that says everything and changes nothing"
    )
    return parser
