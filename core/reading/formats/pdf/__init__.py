"""PDF files with a text layer: from glyphs at places on pages to paragraphs in logical order."""

from core.reading.formats.pdf.document import read_pdf

__all__ = ["read_pdf"]
