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
    absolute: bool = False
    """Ends in nunation or nun («وفدا», «وزيران»): no complement in construct can follow."""


# Endings as matching keys: taa marbuta is folded to haa.
_ADJECTIVE = (
    (Number.SINGULAR, ("", "ا", "ه")),
    (Number.DUAL, ("ان", "تان", "تين", "تا", "تي")),
    (Number.PLURAL, ("ون", "ين", "ات")),
)


def _has_article(word: str) -> bool:
    """Tell a word that is given with its article: «السلام», not «ألماني», whose key begins like it."""
    return word.startswith(_ARTICLE)


def _with_article(
    words: tuple[str, ...], number: Number, *, definite: bool, absolute: bool = False
) -> Iterator[Form]:
    yield Form(words, number, definite, absolute)
    if not definite:
        yield Form((_ARTICLE + words[0], *words[1:]), number, definite=True)


def adjective(lemma: str) -> Iterator[Form]:
    """Yield the forms of an adjective given as masculine singular, indefinite; all its words agree.

    A second word with the article («رفيع المستوى») stays as it is.
    """
    heads = [(key_words(word)[0], _has_article(word)) for word in lemma.split()]
    for number, suffixes in _ADJECTIVE:
        for suffix in suffixes:
            written = tuple(word if fixed else word + suffix for word, fixed in heads)
            yield Form(written, number, definite=False)
            articled = (
                word if fixed else _ARTICLE + word for word, (_, fixed) in zip(written, heads, strict=True)
            )
            yield Form(tuple(articled), number, definite=True)


def noun(
    lemma: str, *, plural: Iterable[str] = (), feminine: bool = False, sound: bool = True, dual: bool = False
) -> Iterator[Form]:
    """Yield the forms of a noun given as singular, indefinite."""
    first, *rest = key_words(lemma)

    def forms(ending: str, number: Number, *, tied: bool = False) -> Iterator[Form]:
        base = first[:-1] if tied else first
        absolute = number is not Number.SINGULAR and ending.endswith("ن")
        return _with_article((base + ending, *rest), number, definite=_has_article(lemma), absolute=absolute)

    tied = lemma.endswith("ة")
    yield from forms("", Number.SINGULAR)
    if not tied and not lemma.endswith(("ا", "ى", "ء")):
        yield Form((first + "ا", *rest), Number.SINGULAR, definite=False, absolute=True)
    if feminine:
        yield from forms("ه", Number.SINGULAR)
    if dual:
        for suffix in ("ان", "ين", "ا", "ي"):
            yield from forms("ت" + suffix if tied else suffix, Number.DUAL, tied=tied)
    if sound:
        for suffix in ("ات",) if tied else ("ون", "ين", "و", "ي"):
            yield from forms(suffix, Number.PLURAL, tied=tied)
    for word in plural:
        words = key_words(word)
        yield from _with_article(words, Number.PLURAL, definite=_has_article(word))
        yield Form((words[0] + "ا", *words[1:]), Number.PLURAL, definite=False, absolute=True)
