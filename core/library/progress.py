"""How far a run is, for whoever tells a person."""

from __future__ import annotations

import time
from dataclasses import dataclass, field


@dataclass(slots=True)
class Progress:
    """How far a run is."""

    bytes_done: int = 0
    """Of the files' sizes; what is unchanged counts as done."""
    bytes_all: int = 0
    bytes_skipped: int = 0
    """Of `bytes_done`, those of unchanged files."""
    files: int = 0
    """Files done with."""
    unchanged: int = 0
    """Files of them that there was nothing to do for."""
    documents: int = 0
    """Articles read and analysed."""
    characters: int = 0
    again: int = 0
    """Articles of the library analysed by newer rules."""
    judged: int = 0
    """Judgements taken over from the notebook."""
    problems: list[str] = field(default_factory=list)
    """One line each: what could not be read or analysed, and why."""
    stage: str = "reading"
    """What is being done: reading, comparing, ordering."""
    started: float = field(default_factory=time.monotonic)
