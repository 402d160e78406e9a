"""What holds, and whence: the environment before the file, the file before what is usual."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.config.file import ConfigError, read_config
from tui.config.settings import KEYS, PATHS, SETTINGS
from tui.themes import NO_COLOR, usual_theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, MutableMapping

    from tui.config.file import Configuration
    from tui.config.settings import Setting, Value


@dataclass(frozen=True, slots=True)
class Held:
    """A value and where it was said."""

    setting: Setting
    value: Value
    source: str = ""
    """The variable, or the line of the file; empty where nobody said anything."""


def in_force(configuration: Configuration, environ: Mapping[str, str]) -> Iterator[Held]:
    """Yield every setting as it holds where the command line says nothing."""
    for setting in SETTINGS:
        spoken = setting.spoken(environ[setting.variable]) if setting.variable in environ else None
        if spoken is not None:
            yield Held(setting, spoken, setting.variable)
        elif setting.name in configuration.values:
            line = configuration.lines.get((setting.name,), 0)
            yield Held(setting, configuration.values[setting.name], f"{configuration.path}:{line}")
        elif setting.name == "theme" and environ.get(NO_COLOR):
            yield Held(setting, usual_theme(environ).value, NO_COLOR)
        else:
            yield Held(setting, setting.usual)


def take_paths(configuration: Configuration, environ: MutableMapping[str, str] = os.environ) -> None:
    """Name library and lexicon to this process and those that it starts, unless the environment does."""
    for held in in_force(configuration, environ):
        if held.setting.name in PATHS and held.source and held.setting.variable not in environ:
            environ[held.setting.variable] = os.path.expanduser(str(held.value))  # noqa: PTH111 - a string


def settle(options: object, configuration: Configuration, environ: Mapping[str, str] = os.environ) -> None:
    """Let options be what is in force; the command line is read over them."""
    for held in in_force(configuration, environ):
        if held.source and held.setting.name not in PATHS:
            setattr(options, held.setting.name, held.value)


def take_keys(configuration: Configuration) -> None:
    """Give actions the keys that the file wants for them; before any screen is loaded.

    Raises:
        ConfigError: the file's keys cannot be.
    """
    if not configuration.keys or configuration.path is None:
        return
    import tui.keys
    from tui.config.binding import BindingError, rebound

    try:
        tui.keys.TABLE = rebound(tui.keys.TABLE, configuration.keys)
    except BindingError as error:
        line = configuration.lines.get((KEYS, error.action), 0)
        raise ConfigError(configuration.path, line, f"{KEYS}.{error.action}: {error}") from None


def configured() -> Configuration:
    """Read this process's configuration.

    Raises:
        ConfigError: it cannot hold.
    """
    return read_config(os.environ)
