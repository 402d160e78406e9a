"""Markup without a page round it → lines: what feeds, letters, books and JSON carry."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TAG = re.compile(
    r"<(?:/?(?:p|div|br|span|a|b|i|em|strong|h[1-6]|ul|li|table|img|figure|blockquote)\b|!--)", re.I
)
_ENTITY = re.compile(r"&(?:#\d+|#x[\da-fA-F]+|nbsp|amp|quot|lt|gt|laquo|raquo|[lr]dquo|zwnj|rlm);")
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br caption dd div dl dt fieldset figcaption figure footer form"
        " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead title tr ul",
    )
)
_SILENT = frozenset(("script", "style", "template", "noscript", "head", "svg", "iframe", "object", "select"))
_HEADINGS = ("h1", "h2", "h3")


def plain_text(text: str) -> str:
    """Return a text without markup, where it has any; else the text itself."""
    if _TAG.search(text):
        return "\n".join(markup_lines(text)[0])
    if _ENTITY.search(text):
        from html import unescape

        return unescape(text)
    return text


def markup_lines(markup: str) -> tuple[list[str], str | None]:
    """Return the lines of a piece of HTML, a block each, and its first heading or else its title."""
    reader = _Blocks()
    reader.feed(markup)
    reader.close()
    reader.end_line()
    return reader.lines, reader.heading or reader.title


class _Blocks(HTMLParser):
    """Gathers the text of blocks; white space is as HTML folds it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.heading: str | None = None
        self.title: str | None = None
        self._line: list[str] = []
        self._silent: list[str] = []
        self._in: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _BLOCKS:
            self.end_line()
        if tag in _SILENT:
            self._silent.append(tag)
        if tag == "title" or tag in _HEADINGS:
            self._in = tag

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_line()
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        if tag == self._in:
            self._in = None

    def handle_data(self, data: str) -> None:
        if self._in == "title":
            self.title = self.title or _SPACES.sub(" ", data).strip() or None
        elif not self._silent:
            self._line.append(data)

    def end_line(self) -> None:
        """Close the block that is being gathered."""
        line = _SPACES.sub(" ", "".join(self._line)).strip()
        self._line.clear()
        if line:
            self.lines.append(line)
            if self._in in _HEADINGS and self.heading is None:
                self.heading = line
