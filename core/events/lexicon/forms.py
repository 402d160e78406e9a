"""The written forms of a noun or adjective, as matching keys.

Concatenative inflection only (suffixes and the article); broken plurals are given in the tables. Sources: the
tables of any reference grammar, e.g. Ryding, *A Reference Grammar of Modern Standard Arabic*, ch. 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.events.lexicon.keys import key_words
from core.events.lexicon.records import Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ARTICLE = "ال"


class Form(NamedTuple):
    """One written form."""

    words: tuple[str, ...]
    number: Number
    definite: bool


def _with_article(text: str, number: Number) -> Iterator[Form]:
    words = key_words(text)
    if not words:
        return
    yield Form(words, number, words[0].startswith(_ARTICLE))
    if not words[0].startswith(_ARTICLE):
        yield Form((_ARTICLE + words[0], *words[1:]), number, definite=True)


def adjective(lemma: str) -> Iterator[Form]:
    """Yield the forms of an adjective given as masculine singular, indefinite; all its words agree.

    A second word with the article («رفيع المستوى») stays as it is.
    """
    heads = lemma.split()
    endings = [
        (Number.SINGULAR, ("", "ا", "ة")),
        (Number.DUAL, ("ان", "تان", "تين", "تا", "تي")),
        (Number.PLURAL, ("ون", "ين", "ات", "و", "ي") if len(heads) > 1 else ("ون", "ين", "ات")),
    ]
    for number, suffixes in endings:
        for suffix in suffixes:
            written = [word if word.startswith(_ARTICLE) else word + suffix for word in heads]
            yield Form(key_words(" ".join(written)), number, definite=False)
            yield Form(
                key_words(" ".join(w if w.startswith(_ARTICLE) else _ARTICLE + w for w in written)),
                number,
                definite=True,
            )


def noun(
    lemma: str, *, plural: Iterable[str] = (), feminine: bool = False, sound: bool = True, dual: bool = False
) -> Iterator[Form]:
    """Yield the forms of a noun given as singular, indefinite."""
    stem, tied = (lemma[:-1], True) if lemma.endswith("ة") else (lemma, False)
    yield from _with_article(lemma, Number.SINGULAR)
    if not tied and not lemma.endswith(("ا", "ى", "ء")):
        yield Form(key_words(lemma + "ا"), Number.SINGULAR, definite=False)
    if feminine:
        yield from _with_article(lemma + "ة", Number.SINGULAR)
    if dual:
        joint = "ت" if tied else ""
        for suffix in ("ان", "ين", "ا", "ي"):
            yield from _with_article(stem + joint + suffix, Number.DUAL)
    if sound:
        for suffix in ("ات",) if tied else ("ون", "ين", "و", "ي"):
            yield from _with_article(stem + suffix, Number.PLURAL)
    for word in plural:
        yield from _with_article(word, Number.PLURAL)
        yield Form(key_words(word + "ا"), Number.PLURAL, definite=False)
