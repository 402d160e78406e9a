"""The run that fills a library: files are read, cut in parcels, analysed in other processes, written here.

Everything is written in the order of the files, whichever process is done first, so that a library is the
same however many there are. A parcel is written whole or not at all; whatever was written before a kill is
there, and the next run does the rest.
"""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from core.errors import MediationError, UnreadableError
from core.library.codec import shape
from core.library.engine import Engine
from core.library.entry import Entry
from core.library.merging import compare
from core.library.parcels import SIZE, Parcel, Stored, Worked, work
from core.library.progress import Progress
from core.library.rows import rebuild_rows
from core.library.rules import rules_version
from core.library.sources import Files, Found, Portion
from core.library.spelling import respell
from core.library.writing import Writer
from core.resources.folders import lexicon_folder

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor
    from pathlib import Path

    from core.library.parcels import Item, Outcome
    from core.library.store import Library

_MOST_PORTIONS = 64
"""Slices of files that are written in one go, however little there is to read in them."""
_FIRST_ORDERED = 500
"""Articles in the library when its timeline is ordered for the first time within a run."""


def index(
    paths: Iterable[str],
    library: Library,
    make: Callable[[], Executor] | None = None,
    *,
    jobs: int = 1,
    published: dt.date | None = None,
    notebook: Path | None = None,
    told: Callable[[Progress], None] = lambda _: None,
) -> Progress:
    """Bring a library up to date with some files.

    Args:
        paths: files, folders, patterns (`core.reading.expand`).
        library: open for writing.
        make: makes an executor, as of `concurrent.futures`; None: the work is done in this process.
        jobs: how many processes the executor has.
        published: the publication date of articles that declare none.
        notebook: what the person has said of articles that were in no library; it is taken over. None: no
            such file is looked at.
        told: called now and then with how far it is.

    Returns:
        What was done.

    Raises:
        MediationError: the processes run another version of the program.
        KeyboardInterrupt: as it came; what was written stays, and the timeline is in order.
    """
    engine = Engine(make or (lambda: ThreadPoolExecutor(1)), jobs)
    run = _Run(library, engine, published, told)
    try:
        run.read(paths)
        run.read_again()
        run.clean()
        run.take_over(notebook)
        run.compare()
    finally:
        engine.close()
        run.order()
    return run.progress


class _Run:
    def __init__(
        self,
        library: Library,
        engine: Engine,
        published: dt.date | None,
        told: Callable[[Progress], None],
    ) -> None:
        self.progress = Progress()
        self._library = library
        self._engine = engine
        self._published = published
        self._told = told
        self._version = rules_version()
        folder = lexicon_folder()
        self._lexicon = str(folder.absolute()) if folder else None
        self._writer = Writer(library.connection)
        with library.transaction():
            respell(library.connection)
            self._rules = self._writer.rules(self._version, shape())
        self._files = Files(library, published, self.progress)
        self._ordered = library.count()

    # ------------------------------------------------------------------------------------------- reading

    def read(self, paths: Iterable[str]) -> None:
        """Read what is new or has changed in some files."""
        groups = _grouped(self._files.portions(paths))
        for group, worked in self._worked(groups):
            with self._library.transaction():
                for portion, outcomes in zip(group, worked, strict=True):
                    self._put(portion, outcomes)
            self._order_now_and_then()
            self._told(self.progress)

    def _worked(
        self, groups: Iterable[tuple[Portion, ...]]
    ) -> Iterator[tuple[tuple[Portion, ...], list[tuple[Outcome, ...]]]]:
        """Yield groups of portions with what came of them."""
        sent: list[tuple[Portion, ...]] = []

        def parcels() -> Iterator[Parcel]:
            for group in groups:
                sent.append(group)
                yield self._parcel(portion.part for portion in group if portion.part is not None)

        for parcel, answer in self._engine.run(work, parcels()):
            outcomes = iter(self._outcomes(parcel, answer))
            group = sent.pop(0)
            yield group, [next(outcomes) if portion.part is not None else () for portion in group]

    def _parcel(self, items: Iterable[Item]) -> Parcel:
        return Parcel(tuple(items), self._published, self._lexicon)

    def _put(self, portion: Portion, outcomes: tuple[Outcome, ...]) -> None:
        found = []
        for outcome in outcomes:
            if isinstance(outcome, Entry):
                found.append(Found(self._writer.put(outcome, self._rules), None))
                self._count(outcome)
            else:
                found.append(Found(None, str(outcome)))
                self.progress.problems.append(str(outcome))
        self._files.put(portion, found)

    def _count(self, entry: Entry) -> None:
        self.progress.documents += 1
        self.progress.characters += entry.document.length
        if entry.problem is not None:
            self.progress.problems.append(f"{entry.document.uri or entry.document.name}: {entry.problem}")

    # ------------------------------------------------------------------------------------ analysing again

    def read_again(self) -> None:
        """Analyse the articles of the library that other rules analysed."""
        for parcel, answer in self._engine.run(work, self._outdated()):
            with self._library.transaction():
                for item, outcomes in zip(parcel.items, self._outcomes(parcel, answer), strict=True):
                    for outcome in outcomes:
                        if isinstance(item, Stored) and isinstance(outcome, Entry):
                            self._writer.find(item.number, outcome.findings, self._rules, outcome.problem)
                            self._count(outcome)
                            self.progress.again += 1
            self._told(self.progress)

    def _outdated(self) -> Iterator[Parcel]:
        gathered: list[Stored] = []
        last = 0
        while rows := self._library.connection.execute(_OUTDATED, (self._rules, last)).fetchall():
            for row in rows:
                gathered.append(Stored(*row))
                if sum(stored.size for stored in gathered) >= SIZE:
                    yield self._parcel(gathered)
                    gathered = []
            last = rows[-1][0]
        if gathered:
            yield self._parcel(gathered)

    # ------------------------------------------------------------------------------------------- answers

    def _outcomes(self, parcel: Parcel, answer: Worked | BaseException) -> tuple[tuple[Outcome, ...], ...]:
        """Return what came of a parcel's items; one that failed goes once more, article by article."""
        if isinstance(answer, Worked):
            if answer.rules != self._version:
                raise MediationError(
                    "the processes that analyse run another version of the program or have another lexicon;"
                    " install the same on all machines"
                )
            return answer.outcomes
        return tuple(
            tuple(outcome for single in item for outcome in self._single(single)) for item in parcel.divided()
        )

    def _single(self, parcel: Parcel) -> tuple[Outcome, ...]:
        """Try one article alone; one on which the analysis breaks down is only read, and its problem kept."""
        answer = self._engine.one(work, parcel)
        if isinstance(answer, Worked):
            return answer.outcomes[0]
        reason = _reason(answer)
        answer = self._engine.one(work, replace(parcel, failed=reason))
        if isinstance(answer, Worked):
            return answer.outcomes[0]
        (item,) = parcel.items
        return (UnreadableError(item.name, reason, "report it, and leave it out meanwhile"),)

    # ------------------------------------------------------------------------------------------ the rest

    def _order_now_and_then(self) -> None:
        """Order the timeline anew each time the library has doubled, that one may look at it meanwhile."""
        if self._library.count() >= 2 * max(self._ordered, _FIRST_ORDERED):
            self._ordered = self._library.count()
            with self._library.transaction():
                rebuild_rows(self._library.connection)

    def clean(self) -> None:
        """Take out the articles that no file holds any more."""
        with self._library.transaction():
            self._writer.remove(self._files.dropped())

    def take_over(self, notebook: Path | None) -> None:
        """Take over what the person has said of these articles before they were in the library."""
        if notebook is None or not notebook.exists():
            return
        from core.judgement.file import NotebookError
        from core.library.takeover import take_over

        try:
            self.progress.judged = take_over(self._library, notebook)
        except NotebookError as error:
            self.progress.problems.append(str(error))

    def compare(self) -> None:
        """Find what several articles tell of, where there are other tellings than there were."""
        self.progress.stage = "comparing"
        compare(self._library, self._engine, lambda: self._told(self.progress))

    def order(self) -> None:
        """Put the timeline in order."""
        self.progress.stage = "ordering"
        self._told(self.progress)
        with self._library.transaction():
            rebuild_rows(self._library.connection)


def _grouped(portions: Iterable[Portion]) -> Iterator[tuple[Portion, ...]]:
    """Put portions together until they are a parcel's worth of reading."""
    gathered: list[Portion] = []
    size = 0
    for portion in portions:
        if gathered and size + portion.size > SIZE + SIZE // 4:
            yield tuple(gathered)
            gathered, size = [], 0
        gathered.append(portion)
        size += portion.size
        if size >= SIZE or len(gathered) >= _MOST_PORTIONS:
            yield tuple(gathered)
            gathered, size = [], 0
    if gathered:
        yield tuple(gathered)


def _reason(error: object) -> str:
    """Say in a line what broke down, without the words of the article."""
    if isinstance(error, BrokenExecutor):
        return "the process that analysed it died"
    return f"the analysis broke down on it ({type(error).__name__})"


_OUTDATED = """
    SELECT id, name, CASE WHEN titled THEN title END, outlet, published, uri, text FROM document
    WHERE rules IS NOT ? AND id > ? ORDER BY id LIMIT 200
"""
