"""Bytes of the formats that people have → Documents."""

from core.reading.formats.encoding import decode
from core.reading.formats.paths import STDIN, expand
from core.reading.formats.reader import check_path, read_articles, read_bytes, read_path, read_slice
from core.reading.formats.slicing import Slice, slices

__all__ = [
    "STDIN",
    "Slice",
    "check_path",
    "decode",
    "expand",
    "read_articles",
    "read_bytes",
    "read_path",
    "read_slice",
    "slices",
]
