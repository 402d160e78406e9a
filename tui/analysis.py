"""Analyses as they come in from the process that makes them.

Light to import, so that the process is started before all else; asyncio is Textual's to load.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from typing import IO, TYPE_CHECKING

from core.errors import MediationError
from tui.worker import LENGTH_BYTES, Failure, Job, Progress

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

    from core.model import Document
    from core.morphology.choice import Use
    from tui.worker import Item

# Less eager for the processor than the screen is, from its first import on.
_WORKER = "import gc, os; gc.disable(); getattr(os, 'nice', int)(10); from tui.worker import main; main()"
_SPEAKABLE = 200
"""Characters of a worker's last words that are passed on."""


class AnalysisFeed:
    """A process at work on some articles, started before the screen and read from within it.

    Start it before the app runs; iterate over it once, inside the app's event loop.
    """

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        complaints: IO[bytes],
        failures: Iterable[MediationError] = (),
        opened: Job | None = None,
    ) -> None:
        """Take over a process that was given its job; `start` makes one."""
        self._process = process
        self._opened = opened or Job()
        self._failures = tuple(failures)
        self._complaints = complaints
        self._cancelled = False

    @classmethod
    def start(
        cls,
        paths: Iterable[str] = (),
        documents: Iterable[Document] = (),
        published: dt.date | None = None,
        *,
        failures: Iterable[MediationError] = (),
        morphology: Use = "off",
        names: Use = "off",
    ) -> AnalysisFeed:
        """Start a process that analyses files and articles, in this order: articles first.

        Args:
            paths: files, folders and patterns, as `core.reading.expand` takes them.
            documents: articles that were read already.
            published: the publication date of files that declare none.
            failures: what could not be read already; told before all else.
            morphology: whether camel-tools' morphology is used.
            names: whether its recogniser of names is used.
        """
        complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `cancel`
        job = Job(tuple(paths), tuple(documents), published, morphology, names)
        with tempfile.TemporaryFile() as order:  # A pipe would hold us up until the process reads it.
            pickle.dump(job, order)
            order.seek(0)
            process = subprocess.Popen(
                # -P: a folder named `core` where the person stands must not be taken for ours.
                [sys.executable, "-P", "-c", _WORKER],
                stdin=order,
                stdout=subprocess.PIPE,
                stderr=complaints,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            )
        return cls(process, complaints, failures, job)

    @property
    def place(self) -> str:
        """The name under which the place in these articles is kept."""
        from tui.places import place_of_articles

        return place_of_articles(self._opened.paths, self._opened.documents)

    async def __aiter__(self) -> AsyncIterator[Item]:
        """Yield analyses, failures and the progress, until all is done or `cancel` is called."""
        import asyncio

        for error in self._failures:
            yield Failure(error)
        read = await self._reader()
        try:
            while True:
                length = int.from_bytes(await read(LENGTH_BYTES), "big")
                item: Item = pickle.loads(await read(length))
                yield item
        except asyncio.IncompleteReadError:
            status = self._process.wait()
            if status and not self._cancelled:
                yield Failure(self._broken(status))
        finally:
            self.cancel()

    def cancel(self) -> None:
        """End the process; what it has not sent is lost."""
        self._cancelled = True
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if self._process.stdout is not None and os.name == "nt":
            self._process.stdout.close()
        self._complaints.close()

    async def _reader(self) -> Callable[[int], Awaitable[bytes]]:
        """Return a function that reads exactly so many bytes without holding up the screen."""
        import asyncio

        pipe = self._process.stdout
        if pipe is None:
            raise ValueError("a feed needs its process's standard output")
        if os.name == "nt":  # Windows' event loop cannot watch a plain pipe.
            return lambda count: asyncio.to_thread(_read_exactly, pipe, count)
        stream = asyncio.StreamReader(limit=2**20)
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(stream), pipe)
        return stream.readexactly

    def _broken(self, status: int) -> MediationError:
        """Make a fault of the process into one line, without the article's words."""
        self._complaints.seek(0)
        lines = self._complaints.read().decode("utf-8", "replace").strip().splitlines()
        kind = lines[-1].partition(":")[0][:_SPEAKABLE] if lines else f"status {status}"
        return MediationError(f"the analysis ended early ({kind}); what is shown is what it found until then")


def _read_exactly(pipe: IO[bytes], count: int) -> bytes:
    import asyncio

    data = pipe.read(count)
    if len(data) < count:
        raise asyncio.IncompleteReadError(data, count)
    return data


__all__ = ["AnalysisFeed", "Failure", "Progress"]
