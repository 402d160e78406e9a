"""A real sshd on the loopback interface, with keys of its own, that ends with the block."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PATIENCE = 20.0
_LOOPBACK = "127.0.0.1"
_PRIVSEP = Path("/run/sshd")
"""Debian's sshd wants this folder, which its init script makes."""


@contextmanager
def loopback_sshd(folder: Path) -> Iterator[Sequence[str]]:
    """Start it; yield the words of an ssh to it, without the command.

    Nothing of the environment passes but TERM, as on most machines that are not one's own.
    """
    with socket.socket() as free:
        free.bind((_LOOPBACK, 0))
        port = free.getsockname()[1]
    for name in ("host", "own"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    (folder / "known").write_text(
        f"[{_LOOPBACK}]:{port} {(folder / 'host.pub').read_text(encoding='utf-8')}", encoding="utf-8"
    )
    (folder / "sshd.conf").write_text(
        f"ListenAddress {_LOOPBACK}\nPort {port}\nHostKey {folder / 'host'}\nPidFile none\n"
        f"AuthorizedKeysFile {folder / 'own.pub'}\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nPermitRootLogin prohibit-password\n",
        encoding="utf-8",
    )
    if os.geteuid() == 0:
        _PRIVSEP.mkdir(mode=0o755, exist_ok=True)
    server = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    if server is None:
        raise FileNotFoundError("sshd is not installed")
    with (folder / "sshd.log").open("wb") as log:
        process = subprocess.Popen([server, "-D", "-e", "-f", str(folder / "sshd.conf")], stderr=log)
    try:
        _listening(port)
        yield (
            "ssh", "-F", "none", "-p", str(port), "-i", str(folder / "own"),
            "-o", f"UserKnownHostsFile={folder / 'known'}", "-o", "IdentitiesOnly=yes",
            "-o", "BatchMode=yes", "-l", getpass.getuser(),
        )  # fmt: skip
    finally:
        process.terminate()
        process.wait(10)


def _listening(port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            socket.create_connection((_LOOPBACK, port), 1).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return
