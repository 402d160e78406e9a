"""Files as they were found: what is new in them, what is known, what has gone."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from core.errors import UnreadableError
from core.library.rules import reading_version
from core.reading import STDIN, Slice, expand
from core.reading.formats.paths import opened
from core.reading.formats.slicing import slices_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from typing import IO

    from core.library.progress import Progress
    from core.library.store import Library


class Place(NamedTuple):
    """Where in its slice an article stands, and what it is known by there."""

    ordinal: int
    raw: bytes | None


class Found(NamedTuple):
    """What stands at a place: an article, or why there is none."""

    document: int | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Stat:
    """By what a file is known not to have changed."""

    size: int
    modified_ns: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Portion:
    """A slice of a file, or, with a `stat`, the end of it."""

    source: int
    number: int
    """Of the slice in its file."""
    part: Slice | None = None
    """What has to be read of it; null: nothing."""
    places: tuple[Place, ...] | None = None
    """Where the articles of `part` belong, in their order; null where only reading shows how many."""
    raw: bytes | None = None
    """What they are known by where `places` is null."""
    known: tuple[tuple[Place, Found], ...] = ()
    """What is in the library already."""
    stat: Stat | None = None
    done: int = 0
    """Bytes of the file, as it lies on the disk, since the portion before."""

    @property
    def size(self) -> int:
        """How many bytes have to be read."""
        return len(self.part.data) if self.part is not None else 0


class Files:
    """The files of a run; knows and keeps the tables `source` and `source_document`."""

    def __init__(self, library: Library, published: dt.date | None, progress: Progress) -> None:
        """Look at files on behalf of a run.

        Args:
            library: what they are compared with.
            published: the publication date of articles that declare none.
            progress: what is told of the run.
        """
        self._library = library
        self._db = library.connection
        self._reading = reading_version(published)
        self._progress = progress
        self._problems: dict[int, str] = {}
        """Files under way of which something was not read: they are tried again by the next run."""

    # ------------------------------------------------------------------------------------------- looking

    def portions(self, paths: Iterable[str]) -> Iterator[Portion]:
        """Yield what is to be read, in the order of the files; what is unchanged costs one look."""
        own = {f"{self._library.path.absolute()}{ending}" for ending in ("", "-wal", "-shm")}
        named = [path for path in dict.fromkeys(map(_whole_path, expand(paths))) if path not in own]
        self._progress.bytes_all = sum(map(_size, named))
        for path in named:
            try:
                with opened(path) as file:
                    yield from self._file(path, file)
            except UnreadableError as error:
                self._progress.problems.append(str(error))
            self._progress.files += 1

    def _file(self, path: str, file: IO[bytes]) -> Iterator[Portion]:
        status = os.stat(path) if path != STDIN else None  # noqa: PTH116 - half the cost, for each of many files
        size, modified = (status.st_size, status.st_mtime_ns) if status else (0, 0)
        key = _key(path)
        known = self._db.execute(_SOURCE, (key,)).fetchone()
        if known and status and known[1:] == (size, modified, known[3], self._reading):
            self._unchanged(size)
            return
        stat = Stat(size, modified, _digest(file))
        file.seek(0)
        if path == STDIN:
            key = f"{STDIN}/{stat.digest.hex()}"
            known = self._db.execute(_SOURCE, (key,)).fetchone()
        if known and known[1] is not None and known[3:] == (stat.digest, self._reading):
            self._touch(known[0], key, stat)
        elif known or not self._moved(key, stat):
            yield from self._changed(key, path, file, stat)
            return
        self._unchanged(size)

    def _unchanged(self, size: int) -> None:
        self._progress.unchanged += 1
        self._progress.bytes_done += size
        self._progress.bytes_skipped += size

    def _touch(self, source: int, key: str, stat: Stat) -> None:
        """Note that a file has another name or date, and nothing else."""
        with self._library.transaction():
            self._db.execute(
                "UPDATE source SET path = ?, size = ?, modified_ns = ? WHERE id = ?",
                (key, stat.size, stat.modified_ns, source),
            )

    def _moved(self, key: str, stat: Stat) -> bool:
        """Tell whether a file that is no longer where it was is this one; then it stays itself."""
        for source, path in self._db.execute(_SAME, (stat.digest, self._reading)).fetchall():
            if not os.path.lexists(path):
                with self._library.transaction():
                    self._db.execute(_RENAMED, (key, path, source))
                self._touch(source, key, stat)
                return True
        return False

    # ------------------------------------------------------------------------------------------- slicing

    def _changed(self, key: str, path: str, file: IO[bytes], stat: Stat) -> Iterator[Portion]:
        source = self._begin(key)
        number = done = 0
        for number, part in enumerate(slices_of(file, path if path != STDIN else "standard input")):
            at = max(file.tell(), done)  # In an archive one goes to and fro.
            if isinstance(part, UnreadableError):
                portion = Portion(
                    source, number, known=((Place(0, None), Found(None, str(part))),), done=at - done
                )
                self._progress.problems.append(str(part))
            else:
                portion = replace(self._portion(source, number, part), done=at - done)
            done = at
            yield portion
        yield Portion(source, number + 1, stat=stat, done=stat.size - done)

    def _begin(self, key: str) -> int:
        """Note that a file is being read; what was in it before is kept until all of it is."""
        with self._library.transaction():
            self._db.execute("INSERT OR IGNORE INTO source (path) VALUES (?)", (key,))
            source: int = self._db.execute("SELECT id FROM source WHERE path = ?", (key,)).fetchone()[0]
            self._db.execute("UPDATE source SET size = NULL, digest = NULL WHERE id = ?", (source,))
            # From the oldest on, for the key must not be there twice at any time.
            (oldest,) = self._db.execute(
                "SELECT max(was) FROM source_document WHERE source = ?", (source,)
            ).fetchone()
            for was in range(oldest if oldest is not None else -1, -1, -1):
                self._db.execute(
                    "UPDATE source_document SET was = ? WHERE source = ? AND was = ?", (was + 1, source, was)
                )
        return source

    def _portion(self, source: int, number: int, part: Slice) -> Portion:
        if part.line is None:
            raw = self._raw(part.data, str(part.form))
            known = tuple(self._known_slice(raw))
            return Portion(source, number, None if known else part, raw=raw, known=known)
        return self._lines(source, number, part)

    def _lines(self, source: int, number: int, part: Slice) -> Portion:
        """Take the lines that are known out of a slice."""
        lines = part.data.split(b"\n")
        places: list[Place] = []
        known: list[tuple[Place, Found]] = []
        for ordinal, line in enumerate(lines):
            if not line.strip():
                continue
            place = Place(ordinal, self._raw(line))
            row = self._db.execute(_KNOWN_LINE, (place.raw,)).fetchone()
            if row is None:
                places.append(place)
            else:
                known.append((place, Found(row[0], None)))
                lines[ordinal] = b""
        if known:
            part = replace(part, data=b"\n".join(lines))
        return Portion(source, number, part if places else None, tuple(places), known=tuple(known))

    def _raw(self, data: bytes, form: str = "") -> bytes:
        """Return what a slice or a line is known by: its bytes, its format, how it is read."""
        return hashlib.blake2b(data, digest_size=16, key=f"{self._reading}{form}".encode()).digest()

    def _known_slice(self, raw: bytes) -> Iterator[tuple[Place, Found]]:
        row = self._db.execute(_HOLDER, (raw,)).fetchone()
        if row is None:
            return
        for ordinal, document in self._db.execute(_HELD, row):
            yield Place(ordinal, raw), Found(document, None)

    # ------------------------------------------------------------------------------------------- writing

    def put(self, portion: Portion, found: list[Found]) -> None:
        """Note what a portion holds; belongs into the transaction that writes its articles."""
        places = portion.places
        if places is None or len(places) != len(found):
            # Of lines that do not come one for one, which is which is not known: none is known again.
            places = tuple(Place(ordinal, portion.raw) for ordinal in range(len(found)))
        rows = [*portion.known, *zip(places, found, strict=True)]
        self._db.executemany(
            _PUT, [(portion.source, portion.number, *place[:1], *what, place.raw) for place, what in rows]
        )
        if portion.part is None or portion.part.line is portion.part.row is None:
            for _, what in rows:
                if what.problem is not None:
                    self._problems.setdefault(portion.source, what.problem)
        if portion.stat is not None:
            self._end(portion.source, portion.stat)
        self._progress.bytes_done += portion.done

    def _end(self, source: int, stat: Stat) -> None:
        problem = self._problems.pop(source, None)
        size = stat.size if problem is None else None
        self._db.execute(
            "UPDATE source SET size = ?, modified_ns = ?, digest = ?, reading = ?, problem = ? WHERE id = ?",
            (size, stat.modified_ns, stat.digest, self._reading, problem, source),
        )

    def dropped(self) -> list[int]:
        """Forget what was in files before, and return the articles that no file holds any more."""
        finished = "SELECT id FROM source WHERE digest IS NOT NULL"
        old = self._db.execute(
            f"SELECT DISTINCT document FROM source_document WHERE was > 0 AND source IN ({finished})"
            " AND document IS NOT NULL ORDER BY document"
        ).fetchall()
        self._db.execute(f"DELETE FROM source_document WHERE was > 0 AND source IN ({finished})")
        held = "SELECT 1 FROM source_document WHERE document = ?"
        return [document for (document,) in old if not self._db.execute(held, (document,)).fetchone()]


def _whole_path(path: str) -> str:
    return path if path == STDIN else os.path.abspath(path)  # noqa: PTH100 - no resolving of links


def _digest(file: IO[bytes]) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    while block := file.read(1 << 18):
        digest.update(block)
    return digest.digest()


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size if path != STDIN else 0  # noqa: PTH116 - as above
    except OSError:
        return 0


def _key(path: str) -> str:
    """Return a path as the library keeps it; a name that is no text has its odd bytes written out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


_SOURCE = "SELECT id, size, modified_ns, digest, reading FROM source WHERE path = ?"
_SAME = "SELECT id, path FROM source WHERE digest = ? AND reading = ? AND size IS NOT NULL ORDER BY id"
_RENAMED = """
    UPDATE document SET uri = ?1
    WHERE uri = ?2 AND id IN (SELECT document FROM source_document WHERE source = ?3)
"""
_KNOWN_LINE = "SELECT document FROM source_document WHERE raw = ? AND document IS NOT NULL LIMIT 1"
_HOLDER = """
    SELECT source, was, slice FROM source_document WHERE raw = ?1
    AND NOT EXISTS (SELECT 1 FROM source_document WHERE raw = ?1 AND document IS NULL) LIMIT 1
"""
_HELD = """
    SELECT ordinal, document FROM source_document WHERE source = ? AND was = ? AND slice = ? ORDER BY ordinal
"""
_PUT = """
    INSERT OR REPLACE INTO source_document (source, was, slice, ordinal, document, problem, raw)
    VALUES (?, 0, ?, ?, ?, ?, ?)
"""
