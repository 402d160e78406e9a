"""Role nouns, offices, adjectives, given names and the words that end a name, in all their forms."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from core.arabic import fold_key
from core.events.lexicon import forms
from core.events.lexicon.keys import key_words
from core.events.lexicon.records import Noun, NounClass, Number
from core.events.lexicon.tables import strings, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.events.lexicon.records import Entry


def _fixed(lemma: str, noun: dict[str, Any], cls: NounClass) -> Iterator[Noun]:
    words = key_words(lemma)
    definite = any(word.startswith("ال") for word in words)
    number = Number.PLURAL if noun.get("many") else Number.SINGULAR
    yield _noun(words, cls, lemma, noun, number, definite=definite)


def _noun(
    words: tuple[str, ...],
    cls: NounClass,
    lemma: str,
    record: dict[str, Any],
    number: Number,
    *,
    definite: bool,
    absolute: bool = False,
    owned: bool = False,
) -> Noun:
    number = Number.PLURAL if record.get("many") else number
    english = record.get("en", "")
    if english and number is not Number.SINGULAR and not record.get("many"):
        english = record.get("en_pl") or english + "s"
    return Noun(
        words,
        cls,
        lemma,
        english,
        number,
        definite,
        record.get("code", ""),
        record.get("country"),
        frozenset(key for text in strings(record, "tail") for key in key_words(text)),
        alone=bool(record.get("alone")),
        bare=bool(record.get("bare")),
        absolute=absolute,
        owned=owned,
        sided=bool(record.get("adjective")),
        led=bool(record.get("led")),
        office=record.get("same") or record.get("office"),
    )


@cache
def role_entries() -> tuple[Noun, ...]:
    """Return the forms of role nouns, places, points of the compass, adjectives and fields."""
    return tuple(_inflected_roles())


def _inflected_roles() -> Iterator[Noun]:
    roles = table("roles.toml")
    for cls in (NounClass.OFFICE, NounClass.ORGANISATION, NounClass.GROUP, NounClass.PEOPLE, NounClass.TITLE):
        for lemma, record in roles[cls.value].items():
            if record.get("fixed"):
                yield from _fixed(lemma, record, cls)
                continue
            inflects = not record.get("many") and cls is not NounClass.TITLE
            inflected = forms.noun(
                lemma,
                plural=strings(record, "plural"),
                feminine=bool(record.get("fem")),
                sound=inflects and record.get("sound", cls in (NounClass.OFFICE, NounClass.PEOPLE)),
                dual=bool(record.get("dual")),
            )
            owned = tuple(_owned(lemma, cls, record)) if record.get("own") else ()
            # «نظيره» is «his counterpart»: nobody is called «نظيرة» («a counterpart»), written alike.
            taken = {noun.words for noun in owned}
            yield from owned
            for form in inflected:
                if form.words in taken:
                    continue
                yield _noun(
                    form.words,
                    cls,
                    lemma,
                    record,
                    form.number,
                    definite=form.definite,
                    absolute=form.absolute,
                )
    for cls in (NounClass.PLACE, NounClass.DIRECTION):
        for lemma, record in roles[cls.value].items():
            for form in forms.noun(lemma, plural=strings(record, "plural"), sound=False):
                yield _noun(form.words, cls, lemma, record, form.number, definite=form.definite)
    for lemma, record in roles["modifier"].items():
        for form in forms.adjective(lemma):
            yield _noun(form.words, NounClass.MODIFIER, lemma, record, form.number, definite=form.definite)
    for text in strings(roles["quantity"], "words"):
        yield _noun(key_words(text), NounClass.QUANTITY, text, {}, Number.PLURAL, definite=False)
    for lemma, record in roles["domain"].items():
        for form in forms.noun(lemma, sound=False):
            yield _noun(form.words, NounClass.DOMAIN, lemma, record, form.number, definite=form.definite)


def _owned(lemma: str, cls: NounClass, record: dict[str, Any]) -> Iterator[Noun]:
    for stem in (lemma, *((lemma + "ت",) if record.get("fem") else ()), *strings(record, "plural")):
        for suffix in ("ه", "ها", "هما", "هم"):
            yield _noun(
                key_words(stem + suffix), cls, lemma, record, Number.SINGULAR, definite=True, owned=True
            )


def office_entries() -> Iterator[Entry]:
    """Yield the forms of offices that identify their holder."""
    for key, record in table("offices.toml")["office"].items():
        for text in strings(record, "ar"):
            yield from _fixed(text, {"office": key, **record}, NounClass.OFFICE)


@cache
def function_words() -> frozenset[str]:
    """Return the keys of words that end a run of names; «على» stands here unfolded, see `Tokens`."""
    listed = {fold_key(word) for group in table("words.toml").values() for word in strings(group, "words")}
    return frozenset(listed | {"على", "وعلى", "فعلى"})


def given_entries() -> Iterator[Noun]:
    """Yield given names that are no ordinary words."""
    ordinary = function_words()
    for text in dict.fromkeys(strings(table("given.toml")["given"], "names")):
        words = key_words(text)
        if not (len(words) == 1 and words[0] in ordinary):
            yield Noun(words, NounClass.GIVEN, text, "")
