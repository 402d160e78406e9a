"""The lines of an article: which are its title, headings and text, which belong to the page around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.arabic import fold_key, tokenise
from core.model import Paragraph, ParagraphKind, Span
from core.reading.furniture import Furniture, furniture
from core.reading.sentences import sentence_spans
from core.reading.tail import tail_start

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^\W_]+")
# A line of text is told from a label by its length, or by closing like a sentence.
_LONG_LINE_WORDS = 15
_SENTENCE_WORDS = 6
_HEADING_WORDS = 12
_NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    key: str
    words: int

    @property
    def closed(self) -> bool:
        return self.text.rstrip(' \t»"”)]').endswith((".", "!", "؟", "?", "…", "،", ":", "؛"))

    @property
    def running(self) -> bool:
        """Whether it reads as running text rather than as a label."""
        return self.words >= _LONG_LINE_WORDS or (
            self.words >= _SENTENCE_WORDS and self.text.endswith((".", "!"))
        )


def _line(start: int, text: str) -> _Line:
    tokenised = tokenise(text)
    if isinstance(tokenised.folded.offsets, range):
        # Letters and digits that touch are two words of the key and one of the line.
        words = len(tokenised.words) - tokenised.gaps[1:-1].count("")
    else:
        words = len(_WORD.findall(text))
    return _Line(start, text, tokenised.folded.key, words)


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield `(offset, line)` for each non-empty line, without surrounding white space.

    Only CR and LF break lines, so that a paragraph's number is the one that any other tool counts.
    """
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if line:
            yield match.start() + match.group().index(line), line


def paragraphs(text: str, title: str | None = None) -> tuple[Paragraph, ...]:
    """Split an article into paragraphs and say what each is there for.

    Args:
        text: the article, untouched.
        title: its title where the file declares one; then no line is taken for it by its looks.
    """
    found = [_line(start, line) for start, line in lines(text)]
    kinds = _kinds(found, fold_key(title).strip() if title else None)
    return tuple(
        Paragraph(
            index=index,
            start=line.start,
            text=line.text,
            kind=kind,
            sentences=sentence_spans(line.text) if kind is ParagraphKind.BODY else (Span(0, len(line.text)),),
        )
        for index, (line, kind) in enumerate(zip(found, kinds, strict=True))
    )


def _kinds(found: list[_Line], title: str | None) -> list[ParagraphKind]:
    words = furniture()
    first = next(
        (i for i, line in enumerate(found) if line.running and not _is_furniture(line, words)), len(found)
    )
    if first == len(found) or (
        title is not None and not any(line.key.strip() == title for line in found[:first])
    ):
        # Too short to have a page around it, or handed over without its page.
        first = 0
    kinds = _head_kinds(found[:first], title, words) + _text_kinds(found, first, title, words)
    body = [index for index, kind in enumerate(kinds) if kind is ParagraphKind.BODY]
    declared = title or next(
        (found[i].text for i, kind in enumerate(kinds) if kind is ParagraphKind.TITLE), None
    )
    for index in body[tail_start([found[index].text for index in body], declared) :]:
        kinds[index] = ParagraphKind.TEASER
    return kinds


def _is_furniture(line: _Line, words: Furniture) -> bool:
    page = words.is_caption(line.key) or words.is_masthead(line.key) or words.is_stamp(line.key)
    return _is_artefact(line) or words.is_teaser(line.key) or (not line.closed and page)


def _is_artefact(line: _Line) -> bool:
    return not any(char.isalpha() or char.isdigit() for char in line.text)


def _head_kinds(head: list[_Line], title: str | None, words: Furniture) -> list[ParagraphKind]:
    """Say what the lines above the running text are."""
    kinds: list[ParagraphKind] = []
    for index, line in enumerate(head):
        after_label = index > 0 and words.is_label(head[index - 1].key)
        if _is_artefact(line):
            kinds.append(ParagraphKind.ARTEFACT)
        elif words.is_caption(line.key):
            kinds.append(ParagraphKind.CAPTION)
        elif words.is_byline(line.key) or (after_label and line.words <= _NAME_WORDS):
            kinds.append(ParagraphKind.BYLINE)
        else:
            kinds.append(ParagraphKind.MASTHEAD)
    candidates = [i for i, kind in enumerate(kinds) if kind is ParagraphKind.MASTHEAD]
    best = _title_line(head, candidates, title, words)
    if best is not None:
        kinds[best] = ParagraphKind.TITLE
        for i in candidates:
            # Between the title and the text stand section headings, or the page's labels once more.
            if i > best and not _is_navigation(head[i], words):
                kinds[i] = ParagraphKind.HEADING
    return kinds


def _title_line(head: list[_Line], candidates: list[int], title: str | None, words: Furniture) -> int | None:
    if title is not None:
        return next((i for i in candidates if head[i].key.strip() == title), None)
    wordy = [i for i in candidates if head[i].words >= 4 and not _is_navigation(head[i], words)]
    return max(wordy, key=lambda i: (head[i].words, i), default=None)


def _is_navigation(line: _Line, words: Furniture) -> bool:
    """Tell a bar of section links: the site's own section words, or the same words again and again."""
    tokens = _WORD.findall(line.key)
    hits = sum(token in words.masthead_words for token in tokens)
    repeated = len(tokens) - len(set(tokens))
    return bool(tokens) and (hits >= 2 or hits / len(tokens) >= 0.5 or repeated >= 3)


def _text_kinds(found: list[_Line], first: int, title: str | None, words: Furniture) -> list[ParagraphKind]:
    """Say what the lines from the first running text on are."""
    kinds: list[ParagraphKind] = []
    teasing = False
    for index in range(first, len(found)):
        line = found[index]
        if _is_artefact(line):
            kinds.append(ParagraphKind.ARTEFACT)
        elif line.words <= _LONG_LINE_WORDS and words.is_teaser(line.key):
            kinds.append(ParagraphKind.TEASER)
            teasing = line.words <= _NAME_WORDS
            continue
        elif teasing and not line.running:
            kinds.append(ParagraphKind.TEASER)
            continue
        elif line.words <= _LONG_LINE_WORDS and not line.closed and words.is_caption(line.key):
            kinds.append(ParagraphKind.CAPTION)
        elif line.words <= 2 * _LONG_LINE_WORDS and not line.closed and words.is_masthead(line.key):
            kinds.append(ParagraphKind.MASTHEAD)
        elif _is_byline(line, words):
            kinds.append(ParagraphKind.BYLINE)
        elif index == 0 and title is not None and line.key.strip() == title:
            kinds.append(ParagraphKind.TITLE)
        elif _is_heading(found, index):
            kinds.append(ParagraphKind.HEADING)
        else:
            kinds.append(ParagraphKind.BODY)
        teasing = False
    return kinds


def _is_byline(line: _Line, words: Furniture) -> bool:
    if line.words <= _NAME_WORDS and words.is_byline(line.key):
        return True
    return line.words <= _LONG_LINE_WORDS and not line.closed and words.is_stamp(line.key)


def _is_heading(found: list[_Line], index: int) -> bool:
    """Tell a section heading: a short line that does not close, with text under it."""
    line = found[index]
    below = found[index + 1] if index + 1 < len(found) else None
    if line.words > _HEADING_WORDS or line.closed or below is None:
        return False
    # In a chronicle short entries stand under shorter dates: the shorter of two is the heading.
    return below.running or below.closed or below.words >= 2 * line.words
