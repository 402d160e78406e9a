"""From bytes to a Document: formats and encodings, the lines of a page, sentences."""

from core.reading.document import make_document
from core.reading.formats import STDIN, check_path, read_path
from core.reading.metadata import declared_date

__all__ = ["STDIN", "check_path", "declared_date", "make_document", "read_path"]
