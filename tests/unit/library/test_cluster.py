"""The same run on a Dask cluster: a real scheduler and two workers, on this machine's loopback."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library import Library
from core.library import ingest as ingest_module
from core.library.engine import cluster
from core.library.ingest import index
from core.library.progress import Progress
from tests.slow import slow
from tests.unit.library.conftest import dump, environment

pytest.importorskip("distributed")
_PATIENCE = 60


class Cluster:
    """A scheduler and two workers of one thread each."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.processes = [
            self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"),
            *(self._start("dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in "12"),
        ]

    def _start(self, module: str, *words: str) -> subprocess.Popen[bytes]:
        command = (
            sys.executable,
            "-m",
            f"distributed.cli.{module}",
            "--scheduler-file",
            str(self.file),
            *words,
        )
        folder = self.file.parent
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet, env=environment())

    def address(self) -> str:
        """Return the scheduler's, once both workers have come."""
        from distributed import Client

        end = time.monotonic() + _PATIENCE
        while not self.file.exists() and time.monotonic() < end:
            time.sleep(0.05)
        with Client(scheduler_file=str(self.file), set_as_default=False) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(2, timeout=_PATIENCE)
            return str(client.scheduler.address)

    def kill_a_worker(self) -> None:
        self.processes[-1].kill()

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Cluster]:
    found = Cluster(tmp_path)
    try:
        yield found
    finally:
        found.stop()


@slow  # That many processes make the same library is held by test_ingest.py.
def test_a_cluster_that_loses_a_worker_makes_the_library_that_one_process_makes(
    corpus: Path, tmp_path: Path, workers: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest_module, "SIZE", 500)
    with Library.open(tmp_path / "one.sqlite", create=True) as library:
        index([str(corpus)], library)
    told = 0

    def lose_one(_: Progress) -> None:
        nonlocal told
        told += 1
        if told == 2:
            workers.kill_a_worker()

    with (
        Library.open(tmp_path / "cluster.sqlite", create=True) as library,
        cluster(workers.address()) as (make, threads),
    ):
        assert threads == 2
        done = index([str(corpus)], library, make, jobs=threads, told=lose_one)
    assert done.problems == []
    assert workers.processes[-1].poll() is not None
    assert dump(tmp_path / "cluster.sqlite") == dump(tmp_path / "one.sqlite")
