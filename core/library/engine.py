"""Work in other processes: any `concurrent.futures` executor, a few parcels at a time, answers in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import connection
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from weakref import WeakSet

from core.errors import MediationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_Job = TypeVar("_Job")
_Answer = TypeVar("_Answer")
_NICE = 10
"""Less eager for the processor than whoever sits at the machine."""
_ANSWER_SECONDS = 10
"""How long one waits for a scheduler's answer."""
_AHEAD = 2
"""Parcels that wait for each process, so that none is idle while we write."""


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True)
class _Sent(Generic[_Job, _Answer]):
    """A job on its way, and whose processes do it."""

    do: Callable[[_Job], _Answer]
    job: _Job
    future: Future[_Answer]
    executor: Executor


class Engine:
    """Does jobs in an executor's processes.

    `concurrent.futures` keeps what a job raises; nothing is caught here but the end of a process. When one
    dies, its executor is made anew; the job that all wait for is then given up as failed, and the others go
    again: so the one that kills comes to be the one that is given up, and the rest cost only time.
    """

    def __init__(self, make: Callable[[], Executor], jobs: int) -> None:
        """Make an executor.

        Args:
            make: makes one; asked again when one has broken.
            jobs: how many processes there are.
        """
        self._make = make
        self._most = jobs * (1 + _AHEAD)
        self._executor = make()
        self._out: WeakSet[Future[Any]] = WeakSet()

    def run(
        self, do: Callable[[_Job], _Answer], jobs: Iterable[_Job]
    ) -> Iterator[tuple[_Job, _Answer] | tuple[_Job, BaseException]]:
        """Yield each job with its answer, or with what it raised, in the order of the jobs.

        Jobs are taken only as they are needed, so that memory is flat.

        Args:
            do: what is done with each; a function of a module, so that any process finds it.
            jobs: plain data.
        """
        waiting: deque[_Sent[_Job, _Answer]] = deque()
        for job in jobs:
            waiting.append(self._send(do, job))
            if len(waiting) >= self._most:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def one(self, do: Callable[[_Job], _Answer], job: _Job) -> _Answer | BaseException:
        """Do one job, beside those under way."""
        return next(self.run(do, (job,)))[1]

    def _next(
        self, waiting: deque[_Sent[_Job, _Answer]]
    ) -> tuple[_Job, _Answer] | tuple[_Job, BaseException]:
        sent = waiting.popleft()
        while True:
            try:
                error = sent.future.exception()
            except CancelledError:
                raise MediationError(
                    "the processes that analyse are gone; what was done is kept, and the same command goes on"
                ) from None
            if error is None:
                return sent.job, sent.future.result()
            if not isinstance(error, BrokenExecutor):
                return sent.job, error
            if sent.executor is self._executor:
                self._renew()
                return sent.job, error
            sent = self._send(sent.do, sent.job)  # Its processes went with those of a job before it.

    def _send(self, do: Callable[[_Job], _Answer], job: _Job) -> _Sent[_Job, _Answer]:
        try:
            with _unheard():
                future = self._executor.submit(do, job)
            self._out.add(future)
            return _Sent(do, job, future, self._executor)
        except BrokenExecutor:
            # Whoever broke it is still waited for: nobody is to blame yet.
            broken = self._executor
            future = Future()
            future.set_exception(BrokenExecutor())
            return _Sent(do, job, future, broken)

    def _renew(self) -> None:
        self._executor.shutdown(wait=False)
        self._executor = self._make()

    def close(self) -> None:
        """Let the processes go; what is under way is not waited for."""
        if isinstance(self._executor, ProcessPoolExecutor):
            # Its own thread has to cancel: of what others cancelled it stumbles when its processes end.
            self._executor.shutdown(wait=False, cancel_futures=True)
            return
        for future in list(self._out):
            future.cancel()
        self._executor.shutdown(wait=False)  # Not all executors know more than `wait`.


@contextmanager
def _unheard() -> Iterator[None]:
    """Let Ctrl+C wait a moment: a process that is half started would hang, or complain; it is born deaf."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def cluster(address: str) -> Iterator[tuple[Callable[[], Executor], int]]:
    """Give what makes executors on a Dask cluster, and how many threads its workers have.

    The workers need this program, of the same version, and the same lexicon at the same place. A worker that
    dies is Dask's to see to: what it did is done by another.

    Raises:
        MediationError: no scheduler answers at that address, or it has no workers.
    """
    from distributed import Client

    try:
        client = Client(address, timeout=_ANSWER_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise MediationError(f"{address}: no scheduler answers ({error}); start one, or check it") from error
    with client:
        threads = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
        if not threads:
            raise MediationError(f"{address}: the scheduler has no workers; start some")
        yield partial(client.get_executor, pure=False), threads


@contextmanager
def local(jobs: int) -> Iterator[tuple[Callable[[], Executor], int]]:
    """Give what makes executors with processes of this machine, and how many; end them at the end."""
    context = multiprocessing.get_context("spawn")  # `fork` would copy threads' locks and an open database.
    made: list[ProcessPoolExecutor] = []
    leash, held = context.Pipe(duplex=False)

    def make() -> Executor:
        made.append(ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(leash,)))
        return made[-1]

    try:
        yield make, jobs
    finally:
        for executor in made:
            executor.shutdown(wait=False, cancel_futures=True)
        held.close()  # Whoever is still at work on something that nobody waits for leaves it.
        leash.close()


def _begin(leash: connection.Connection) -> None:
    """Prepare a process: not eager, deaf to Ctrl+C, which is for the one that writes; gone when that is."""
    import gc

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    getattr(os, "nice", int)(_NICE)
    # Analysing makes much and keeps little: looking for cycles more seldom saves a tenth of the time.
    gc.set_threshold(20_000, 20, 100)
    threading.Thread(target=_follow, args=(leash,), daemon=True).start()


def _follow(leash: connection.Connection) -> None:
    """End with the process that gave us work, and when it lets go of us."""
    parent = multiprocessing.parent_process()
    connection.wait([leash] if parent is None else [leash, parent.sentinel])
    os._exit(1)
