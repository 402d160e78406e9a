"""Which terminals, and what stands between them and the program."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

FONT, POINTS, PIXELS = "DejaVu Sans Mono", 10, 13
"""A font with Arabic of one cell's width, in the same size everywhere (at 96 pixels an inch)."""
COLUMNS, ROWS = 120, 36

Words = Sequence[str]


class Between(Enum):
    """What stands between the terminal and the program."""

    NOTHING = auto()
    TMUX = auto()
    SCREEN = auto()
    SSH = auto()
    SSH_TMUX = auto()
    MOSH = auto()


@dataclass(frozen=True, slots=True)
class Case:
    """One screenshot to be."""

    name: str
    terminal: str
    between: Between = Between.NOTHING
    options: Words = ()
    """More words for the terminal."""
    environ: Mapping[str, str] = field(default_factory=dict)
    """More environment for the program."""
    told: str = ""
    """What the person told the terminal before."""
    withhold: str = ""
    """What is taken out of all that the terminal is sent."""
    mode: str = "visual"
    """The mode that the program must find by itself, or was told."""
    marks: bool = True
    """Whether marks are drawn there."""
    control: bool = False
    """Whether it must be seen to go wrong."""
    known: str = ""
    """Why it goes wrong, where nothing can be done about it here."""


KONSOLE_PLAIN = "\x1b]50;BidiRenderingEnabled=false\a"
"""What `konsoleprofile BidiRenderingEnabled=false` writes."""
MLTERM_PLAIN = "\x1b]5379;use_ctl=false\a"

CASES = (
    Case("xterm", "xterm"),
    Case("vte", "vte"),
    Case("konsole", "konsole"),
    Case("mlterm", "mlterm"),
    Case("kitty", "kitty", mode="kitty-words", marks=False),
    Case(
        "kitty-force-ltr",
        "kitty",
        options=("-o", "force_ltr=yes"),
        environ={"MEDIATION_TUI_BIDI": "visual"},
    ),
    Case("alacritty", "alacritty", marks=False),
    Case("foot", "foot", marks=False),
    Case("xterm-tmux", "xterm", Between.TMUX, mode="guard"),
    Case("vte-tmux", "vte", Between.TMUX, mode="guard"),
    Case(
        "konsole-tmux",
        "konsole",
        Between.TMUX,
        mode="guard",
        known="cannot be told through tmux",
    ),
    Case(
        "mlterm-tmux",
        "mlterm",
        Between.TMUX,
        mode="guard",
        known="shifts some rows by a cell for the guard as tmux sends it",
    ),
    Case("konsole-tmux-told", "konsole", Between.TMUX, mode="guard", told=KONSOLE_PLAIN),
    Case(
        "mlterm-tmux-told",
        "mlterm",
        Between.TMUX,
        environ={"MEDIATION_TUI_BIDI": "visual"},
        told=MLTERM_PLAIN,
    ),
    Case(
        "kitty-tmux",
        "kitty",
        Between.TMUX,
        mode="kitty-words",
        environ={"MEDIATION_TUI_BIDI": "kitty-words"},
        marks=False,
    ),
    Case("control-kitty-tmux-guard", "kitty", Between.TMUX, mode="guard", control=True),
    Case("xterm-screen", "xterm", Between.SCREEN, mode="guard"),
    Case("vte-screen", "vte", Between.SCREEN, mode="guard"),
    Case("xterm-ssh", "xterm", Between.SSH),
    Case("vte-ssh", "vte", Between.SSH),
    Case("konsole-ssh", "konsole", Between.SSH),
    Case("mlterm-ssh", "mlterm", Between.SSH),
    Case("kitty-ssh", "kitty", Between.SSH, mode="kitty-words", marks=False),
    Case("vte-ssh-tmux", "vte", Between.SSH_TMUX, mode="guard"),
    Case("vte-mosh", "vte", Between.MOSH, mode="guard"),
    Case("control-vte-untold", "vte", withhold="\x1b[8l", control=True),
    Case(
        "control-vte-tmux-visual",
        "vte",
        Between.TMUX,
        environ={"MEDIATION_TUI_BIDI": "visual"},
        control=True,
    ),
    Case("control-kitty-visual", "kitty", environ={"MEDIATION_TUI_BIDI": "visual"}, control=True),
)
"""All of them; those whose name begins with `control` must fail, or the judgement is worth nothing."""

# ------------------------------------------------------------------------------------- starting them


def _xterm(inner: Words) -> Words:
    return ("xterm", "-u8", "-fa", FONT, "-fs", str(POINTS), "-geometry", f"{COLUMNS}x{ROWS}", "-e", *inner)


def _vte(inner: Words) -> Words:
    size = ("--columns", str(COLUMNS), "--rows", str(ROWS))
    return ("sakura", "--font", f"{FONT} {POINTS}", *size, "-e", shlex.join(inner))


def _konsole(inner: Words) -> Words:
    size = ("-p", f"TerminalColumns={COLUMNS}", "-p", f"TerminalRows={ROWS}")
    plain = ("--separate", "--nofork", "--hide-menubar", "--hide-tabbar")
    return ("konsole", *plain, "-p", f"Font={FONT},{POINTS}", *size, "-e", *inner)


def _mlterm(inner: Words) -> Words:
    # The font is named in its file of fonts, which is in the home folder. Without space between the lines
    # it cuts off what is below the letters.
    return (
        "mlterm",
        "--type=xft",
        f"--fontsize={PIXELS}",
        "--lsp=2",
        "-g",
        f"{COLUMNS}x{ROWS}",
        "-e",
        *inner,
    )


def _kitty(inner: Words) -> Words:
    settings = {
        "font_family": FONT, "font_size": POINTS, "remember_window_size": "no",
        "initial_window_width": f"{COLUMNS}c", "initial_window_height": f"{ROWS}c",
        "linux_display_server": "x11", "update_check_interval": 0, "confirm_os_window_close": 0,
        "window_padding_width": 0, "placement_strategy": "top-left",
    }  # fmt: skip
    options = (word for name, value in settings.items() for word in ("-o", f"{name}={value}"))
    return ("kitty", "--config", "NONE", *options, *inner)


def _alacritty(inner: Words) -> Words:
    settings = {
        "window.dimensions.columns": COLUMNS, "window.dimensions.lines": ROWS,
        "font.normal.family": FONT, "font.size": POINTS,
    }  # fmt: skip
    options = (word for name, value in settings.items() for word in ("-o", f"{name}={value}"))
    return ("alacritty", *options, "-e", *inner)


def _foot(inner: Words) -> Words:
    return ("foot", "--font", f"{FONT}:size={POINTS}", "--override", "pad=0x0", *inner)


TERMINALS: Mapping[str, Callable[[Words], Words]] = {
    "xterm": _xterm,
    "vte": _vte,
    "konsole": _konsole,
    "mlterm": _mlterm,
    "kitty": _kitty,
    "alacritty": _alacritty,
    "foot": _foot,
}
"""The words that start each, given the words of what is to run in it."""
PLAIN = {
    "konsole": (KONSOLE_PLAIN, KONSOLE_PLAIN.replace("false", "true")),
    "mlterm": (MLTERM_PLAIN, MLTERM_PLAIN.replace("false", "true")),
}
"""What a terminal must be told to draw single letters as they are, and to draw them as before."""
HOME_FILES = {".mlterm/aafont": f"DEFAULT = {FONT}\nISO10646_UCS4_1 = {FONT}\n"}
"""What is configured by files alone, in a home folder made for the terminal."""


def led_through(between: Between, inner: Words, ssh: Words, folder: str) -> Words:
    """Return the words that run something through what stands between.

    Args:
        between: what.
        inner: the words of what is to run.
        ssh: the words of an ssh to the other machine, without a host.
        folder: an empty folder of the case.
    """
    tmux: Words = ("tmux", "-u", "-S", f"{folder}/tmux", "-f", "/dev/null", "new-session", "-s", "main")
    tmux = (*tmux, shlex.join(inner), ";", "set", "-g", "status", "off")
    if between is Between.TMUX:
        return tmux
    if between is Between.SCREEN:
        return ("env", f"SCREENDIR={folder}/screen", "screen", "-U", "-c", "/dev/null", *inner)
    if between is Between.SSH:
        return (*ssh, "-t", "127.0.0.1", shlex.join(inner))
    if between is Between.SSH_TMUX:
        return (*ssh, "-t", "127.0.0.1", shlex.join(tmux))
    if between is Between.MOSH:
        server = "env LC_ALL=C.UTF-8 mosh-server"
        return ("mosh", f"--ssh={shlex.join(ssh)}", f"--server={server}", "127.0.0.1", "--", *inner)
    return inner
