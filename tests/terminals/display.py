"""Screens that nobody sees: an X server, and a Wayland compositor without an output."""

from __future__ import annotations

import os
import pwd
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.terminals.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SIZE = "1280x800x24"
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Display:
    """Where terminals are started and pictures taken."""

    environ: Mapping[str, str]
    """What a program must know to draw there."""
    shot: Sequence[str]
    """The command that writes a picture to standard output, as PPM."""

    def picture(self) -> Picture:
        """Return what is there now."""
        environ = {**os.environ, **self.environ}
        done = subprocess.run(self.shot, env=environ, capture_output=True, check=True)
        return Picture.from_ppm(done.stdout)


@contextmanager
def x_server(folder: Path) -> Iterator[Display]:
    """Start an X server with a number that is free."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", _SIZE, "-dpi", "96", "-nolisten", "tcp"]
    with (folder / "xvfb.log").open("wb") as log, _ended(command, log, pass_fds=(writing,)):
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        environ = {"DISPLAY": f":{number}", "GDK_BACKEND": "x11", "QT_QPA_PLATFORM": "xcb"}
        yield Display(environ, ("import", "-window", "root", "-depth", "8", "ppm:-"))


@contextmanager
def wayland(folder: Path) -> Iterator[Display]:
    """Start the compositor cage, with a program that does nothing.

    It refuses to run as root, so that it runs as nobody then.
    """
    with tempfile.TemporaryDirectory(prefix="wayland-") as sockets:  # The case's folder is closed to nobody.
        yield from _cage(Path(sockets), folder / "cage.log")


def _cage(sockets: Path, written: Path) -> Iterator[Display]:
    command = ["cage", "--", "sleep", "infinity"]
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(sockets, nobody.pw_uid, nobody.pw_gid)
        groups = [f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups"]
        command = ["setpriv", *groups, *command]
    environ = {
        "HOME": str(sockets), "XDG_RUNTIME_DIR": str(sockets), "PATH": os.environ["PATH"],
        "WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman",
    }  # fmt: skip
    place = sockets / "wayland-0"
    with written.open("wb") as log, _ended(command, log, env=environ):
        end = time.monotonic() + _PATIENCE
        while not place.exists():
            if time.monotonic() > end:
                raise TimeoutError(written.read_text(encoding="utf-8", errors="replace"))
            time.sleep(0.1)
        yield Display({"WAYLAND_DISPLAY": str(place)}, ("grim", "-t", "ppm", "-"))


@contextmanager
def _ended(
    command: Sequence[str],
    log: object,
    *,
    env: Mapping[str, str] | None = None,
    pass_fds: Sequence[int] = (),
) -> Iterator[None]:
    """Run something until the block is left."""
    process = subprocess.Popen(command, stdout=log, stderr=log, env=env, pass_fds=pass_fds)  # type: ignore[call-overload]
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)
