"""The one table of settings: checks, template and docs/config.md are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tui.commands.options import LAYOUTS, MODES, THEMES
from tui.config import PREFIX

if TYPE_CHECKING:
    from collections.abc import Mapping

Value: TypeAlias = str | bool
_SPOKEN: Mapping[str, bool] = {
    **dict.fromkeys(("1", "on", "true", "yes"), True),
    **dict.fromkeys(("0", "off", "false", "no"), False),
}
"""How yes and no are written in the environment."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be settled."""

    name: str
    """Its name in the file, and that of the option's value on the command line."""
    usual: Value
    """What holds where nobody says otherwise."""
    meaning: str
    """One sentence."""
    choices: tuple[str, ...] = ()
    """What may stand there; empty: any words, or for a yes-or-no `true` and `false`."""

    @property
    def variable(self) -> str:
        """The variable of the environment that says the same."""
        return PREFIX + self.name.upper()

    @property
    def allowed(self) -> str:
        """What may stand there, in words."""
        if self.choices:
            return ", ".join(self.choices)
        return "true, false" if isinstance(self.usual, bool) else "a path"

    def read(self, value: object) -> Value | None:
        """Return a value of the file, if it may stand there."""
        if isinstance(self.usual, bool):
            return value if isinstance(value, bool) else None
        if not isinstance(value, str) or (self.choices and value not in self.choices):
            return None
        return value

    def spoken(self, words: str) -> Value | None:
        """Return what a variable of the environment says; None where it says nothing that is known."""
        words = words.strip()
        if isinstance(self.usual, bool):
            return _SPOKEN.get(words.lower())
        return self.read(words.lower() if self.choices else words)


SETTINGS: tuple[Setting, ...] = (
    Setting("lang", "auto", "The language of the screen; auto: that of the locale.", ("auto", "en", "ar")),
    Setting(
        "theme",
        "terminal",
        "Colours: the terminal's own; dark or light ones on a ground of their own; sixteen: eight colours and"
        " nothing dim; plain: none, as where NO_COLOR is set.",
        THEMES,
    ),
    Setting("bidi", "auto", "Who orders Arabic on the screen; auto: decided by the terminal.", MODES),
    Setting("marks", "auto", "Vowel marks; auto: where the terminal draws them well.", ("auto", "on", "off")),
    Setting(
        "mouse",
        usual=True,
        meaning="Whether the program listens to the mouse; false leaves it to the terminal.",
    ),
    Setting("layout", "auto", "How the panes stand; auto: by the window's size.", LAYOUTS),
    Setting("restore", usual=True, meaning="Whether the place where you left is kept and come back to."),
    Setting("library", "", "The library that is opened where nothing is named, and that `index` fills."),
    Setting("lexicon", "", "A folder with actors, places and triggers of your own (docs/lexicon.md)."),
)
PATHS = ("library", "lexicon")
"""Settings that every command goes by, through the environment."""
KEYS = "keys"
"""The table of the file that gives actions other keys."""


def setting(name: str) -> Setting | None:
    """Return a setting by its name."""
    return next((one for one in SETTINGS if one.name == name), None)


def written(value: Value) -> str:
    """Write a value as TOML does."""
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def template() -> str:
    """Return a file that says everything and changes nothing."""
    lines = [
        "# What holds for all runs of mediation-tui (docs/config.md): take the # off a line to change it.",
        "",
    ]
    for one in SETTINGS:
        lines += [f"# {one.meaning} ({one.allowed})", f"#{one.name} = {written(one.usual)}", ""]
    lines += [
        "# Other keys for an action: all of those that it is to have (`mediation-tui config` names actions).",
        f"#[{KEYS}]",
        '#next = ["j", "down", "ctrl+n"]',
    ]
    return "\n".join(lines) + "\n"


def markdown() -> str:
    """Return the table of docs/config.md."""
    lines = ["| name | may be | usually | what it is | variable |", "|---|---|---|---|---|"]
    for one in SETTINGS:
        may = (
            ", ".join(f"`{choice}`" for choice in one.allowed.split(", "))
            if one.allowed != "a path"
            else one.allowed
        )
        usual = f"`{written(one.usual)}`" if one.usual != "" else "–"
        lines.append(f"| `{one.name}` | {may} | {usual} | {one.meaning} | `{one.variable}` |")
    return "\n".join(lines) + "\n"
