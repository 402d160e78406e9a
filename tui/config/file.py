"""The configuration file: where it is, what stands in it, and on which line something cannot stand."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ExitCode, MediationError
from tui.config import VARIABLE, config_path
from tui.config.settings import KEYS, SETTINGS, setting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.config.settings import Value

_LINE_IN_TOML = re.compile(r" \(at line (\d+), column \d+\)$")


class ConfigError(MediationError):
    """A configuration that cannot hold.

    Args:
        path: the file.
        line: its line, counted from 1; 0 for the file as a whole.
        problem: which key, and what is allowed.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}" if line else f"{path}: {problem}")


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a file says, checked."""

    path: Path | None = None
    """The file; null where there is none."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """By the names of the settings."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The keys of actions that are to have others, by the actions' names."""
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    """On which line each stands: settings by `(name,)`, keys by `("keys", name)`."""


def read_config(environ: Mapping[str, str]) -> Configuration:
    """Read and check the file.

    Raises:
        ConfigError: it cannot be read, or holds what is unknown or not allowed.
    """
    named = config_path(environ)
    if not named:
        return Configuration()
    path = Path(named)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        if environ.get(VARIABLE):
            raise ConfigError(path, 0, f"no such file; check {VARIABLE}") from None
        return Configuration()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(path, 0, f"cannot be read as UTF-8 text ({type(error).__name__})") from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE_IN_TOML.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise ConfigError(path, line, f"not TOML: {_LINE_IN_TOML.sub('', str(error))}") from None
    return _checked(path, data, _lines(text))


def _checked(path: Path, data: Mapping[str, object], lines: Mapping[tuple[str, ...], int]) -> Configuration:
    values: dict[str, Value] = {}
    for name, value in data.items():
        if name == KEYS:
            continue
        known = setting(name)
        line = lines.get((name,), 0)
        if known is None:
            names = ", ".join([*(one.name for one in SETTINGS), f"[{KEYS}]"])
            raise ConfigError(path, line, f"{name}: there is no such setting; there are {names}")
        read = known.read(value)
        if read is None:
            raise ConfigError(path, line, f"{name}: {_shown(value)} is not allowed; allowed: {known.allowed}")
        values[name] = read
    return Configuration(path, values, _keys(path, data.get(KEYS, {}), lines), lines)


def _keys(path: Path, table: object, lines: Mapping[tuple[str, ...], int]) -> dict[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        raise ConfigError(
            path, lines.get((KEYS,), 0), f'{KEYS}: a table: [{KEYS}], then next = ["j", "down"]'
        )
    found: dict[str, tuple[str, ...]] = {}
    for action, names in table.items():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            problem = (
                f'{KEYS}.{action}: {_shown(names)} is not allowed; allowed: a list such as ["j", "ctrl+n"]'
            )
            raise ConfigError(path, lines.get((KEYS, action), 0), problem)
        found[action] = tuple(names)
    return found


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value).replace("'", '"')


_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_ENTRY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+)(?:\s*\.\s*([\w-]+))?)\s*=""")


def _lines(text: str) -> dict[tuple[str, ...], int]:
    """Find on which line each key stands, as far as a line begins with it: tomllib does not tell."""
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if heading := _TABLE.match(line):
            table = (heading[1],)
            found.setdefault(table, number)
        elif entry := _ENTRY.match(line):
            found.setdefault((*table, *(part for part in entry.groups() if part is not None)), number)
    return found
