"""Thousands of articles and their events in one file: stored, indexed, searched, paged."""

from core.library.schema import LibraryError, default_path
from core.library.store import Library, StoredEvent

__all__ = ["Library", "LibraryError", "StoredEvent", "default_path"]
