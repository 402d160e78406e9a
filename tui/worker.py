"""The process that analyses: jobs come in on its standard input, analyses go out on its standard output.

A process of its own, and started before the screen is: a thread would make every key wait for it, and a pool
cannot be started once Textual runs (its issue 3593). `tui.analysis` is the other end.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, TypeAlias

from core.errors import MediationError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from core.model import Analysis, Document
    from core.morphology.choice import Use

LENGTH_BYTES = 8


@dataclass(frozen=True, slots=True)
class Job:
    """What to analyse."""

    paths: tuple[str, ...] = ()
    """Files, folders and patterns."""
    documents: tuple[Document, ...] = ()
    """Articles that were read already (from standard input)."""
    published: dt.date | None = None
    morphology: Use = "off"
    names: Use = "off"
    """What of camel-tools to use; the process that draws the screen loads none of it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file without an analysis."""

    error: MediationError


@dataclass(frozen=True, slots=True)
class Progress:
    """How many files are done with."""

    done: int
    total: int


Item: TypeAlias = "Analysis | Failure | Progress"


def send(stream: IO[bytes], item: object) -> None:
    """Write one object with its length before it."""
    data = pickle.dumps(item, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(len(data).to_bytes(LENGTH_BYTES, "big"))
    stream.write(data)
    stream.flush()


def work(job: Job) -> Iterator[Item]:
    """Analyse what a job names, file by file; a file that cannot be read does not stop the others."""
    from core.pipeline import analyse
    from core.reading import expand, read_articles

    paths = tuple(expand(job.paths))
    total = len(paths) + bool(job.documents)
    morphology, recogniser = None, None
    try:
        if (job.morphology, job.names) != ("off", "off"):
            from core.morphology.choice import chosen_morphology, chosen_names

            morphology, recogniser = chosen_morphology(job.morphology), chosen_names(job.names)
    except MediationError as error:
        yield Failure(error)  # The articles are read without it.
    for document in job.documents:
        yield analyse(document, morphology, recogniser)
    for done, path in enumerate(paths, start=bool(job.documents)):
        yield Progress(done, total)
        for outcome in read_articles(path, job.published):
            if isinstance(outcome, MediationError):
                yield Failure(outcome)
            else:
                yield analyse(outcome, morphology, recogniser)
    yield Progress(total, total)


def main() -> None:
    """Take the job from standard input and answer it on standard output.

    Whoever starts the process may have switched off the collection of garbage: a seventh of the time to the
    first article goes there, and there is none. It is resumed then.
    """
    job: Job = pickle.load(sys.stdin.buffer)
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # Whatever a library prints must not get in between.
        try:
            for item in work(job):
                send(out, item)
                if not (isinstance(item, Progress) or gc.isenabled()):
                    gc.freeze()  # Lexicons and rules stay as long as the process does.
                    gc.enable()
        except BrokenPipeError:  # The screen was left.
            os._exit(0)
