"""From bytes to a Document: formats and encodings, the lines of a page, sentences."""

from core.reading.document import make_document
from core.reading.formats import (
    STDIN,
    Slice,
    check_path,
    expand,
    read_articles,
    read_bytes,
    read_path,
    read_slice,
    slices,
)
from core.reading.metadata import declared_date

__all__ = [
    "STDIN",
    "Slice",
    "check_path",
    "declared_date",
    "expand",
    "make_document",
    "read_articles",
    "read_bytes",
    "read_path",
    "read_slice",
    "slices",
]
