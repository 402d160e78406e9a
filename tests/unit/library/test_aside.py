"""Long work beside the screen: closed while it is under way, it ends before its connection does."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from core.library import Library
from core.library.aside import Aside
from core.library.schema import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


async def test_what_is_closed_while_it_works_is_broken_off(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Library.open(path, create=True).close()
    aside, begun = Aside(path), threading.Event()

    def work(library: Library) -> object:
        begun.set()
        return library.connection.execute(ENDLESS).fetchone()

    running = asyncio.ensure_future(aside.read(work))
    await asyncio.to_thread(begun.wait, 30)
    aside.close()
    with pytest.raises(LibraryError, match="cannot be read"):
        await running
    with pytest.raises(LibraryError, match="cannot be read"):
        await aside.read(lambda library: library.count())
