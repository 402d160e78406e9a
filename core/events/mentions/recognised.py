"""Names that only a recogniser of named entities finds, beside those of the lexicon and the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.mentions.mention import Mention, MentionKind
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.morphology import NameRecogniser

_TOKEN = re.compile(r"(?:\w|[\u064b-\u0652\u0670\u0640])+|[^\w\s]")
_KINDS = {"PERS": MentionKind.PERSON, "ORG": MentionKind.ORGANISATION, "LOC": MentionKind.PLACE}
_PROCLITICS = ("ول", "وب", "فل", "فب", "و", "ف", "ب", "ل", "ك")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Entity:
    kind: MentionKind
    span: Span
    prefix: str


def with_recognised(
    text: str, sentences: Sequence[Span], found: Sequence[Mention], recogniser: NameRecogniser
) -> tuple[Mention, ...]:
    """Return mentions with those that a recogniser adds, in the order of the text, none overlapping.

    What was found stays as it is, but an office right before a person's name becomes that person.

    Args:
        text: a paragraph.
        sentences: its sentences.
        found: the mentions of the paragraph.
        recogniser: whom to ask.
    """
    tokens = [
        [
            Span(sentence.start + m.start(), sentence.start + m.end())
            for m in _TOKEN.finditer(sentence.cut(text))
        ]
        for sentence in sentences
    ]
    labelled = recogniser.labels([[token.cut(text) for token in sentence] for sentence in tokens])
    written = {fold_key(token.cut(text)) for sentence in tokens for token in sentence}
    mentions = list(found)
    for spans, labels in zip(tokens, labelled, strict=True):
        for entity in _entities(text, spans, labels, written):
            if not any(_covers(mention, entity.span) for mention in mentions):
                _add(text, mentions, entity)
    return tuple(sorted(mentions, key=lambda mention: mention.span.start))


def _covers(mention: Mention, span: Span) -> bool:
    return mention.span.overlaps(span) or (
        mention.apposition is not None and mention.apposition.overlaps(span)
    )


def _entities(
    text: str, spans: Sequence[Span], labels: Sequence[str], written: set[str]
) -> Iterator[_Entity]:
    """Yield the runs of one label; an `I-` that goes on with nothing begins one."""
    start = 0
    while start < len(labels):
        kind = _KINDS.get(labels[start].partition("-")[2])
        end = start + 1
        if kind is not None:
            while end < len(labels) and labels[end] == f"I-{labels[start].partition('-')[2]}":
                end += 1
            listed = start > 0 and labels[start - 1] != "O"
            prefix = _proclitic(spans[start].cut(text), written, listed=listed)
            yield _Entity(kind, Span(spans[start].start + len(prefix), spans[end - 1].end), prefix)
        start = end


def _proclitic(word: str, written: set[str], *, listed: bool) -> str:
    """Return the particle on a name's first word: where the name stands without it too, or goes on a list."""
    for prefix in _PROCLITICS:
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or len(rest) < _SHORTEST:
            continue
        article = prefix.endswith("ل") and rest.startswith("ل")
        if fold_key("ا" + rest if article else rest) in written or (listed and prefix == "و"):
            return prefix
    return ""


def _add(text: str, mentions: list[Mention], entity: _Entity) -> None:
    for index, mention in enumerate(mentions):
        titles = mention.kind is MentionKind.OFFICE and mention.apposition is None and not entity.prefix
        if titles and entity.kind is MentionKind.PERSON and text[mention.span.end : entity.span.start] == " ":
            whole = Span(mention.span.start, entity.span.end)
            mentions[index] = mention._replace(
                span=whole,
                text=whole.cut(text),
                kind=MentionKind.PERSON,
                id=None,
                name_ar=entity.span.cut(text),
                name_en=None,
                definite=True,
            )
            return
    words = entity.span.cut(text)
    mentions.append(
        Mention(entity.span, words, entity.kind, name_ar=words, prefix=entity.prefix, definite=True)
    )
