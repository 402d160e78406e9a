"""What reads some formats is installed only where it is wanted (pyproject.toml, extra `formats`)."""

from __future__ import annotations

from importlib.util import find_spec

from core.errors import UnreadableError
from core.reading.formats.form import Form

_READS = {
    Form.HTML: ("trafilatura", "a web page"),
    Form.PDF: ("pypdfium2", "a PDF"),
    Form.DOCX: ("docx", "a Word file"),
    Form.FEED: ("feedparser", "a feed"),
}


def require(form: Form, name: str) -> None:
    """See that what reads a format is there; it is imported only when it reads.

    Raises:
        UnreadableError: it is not installed.
    """
    module, what = _READS.get(form, (None, ""))
    if module is not None and find_spec(module) is None:
        remedy = "uv sync --extra formats, or pip install 'mediation-tui[formats]'"
        raise UnreadableError(
            name, f"is {what}, and the extra «formats» that reads it is not installed", remedy
        )
