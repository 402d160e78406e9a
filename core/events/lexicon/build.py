"""From the tables to identities and to the forms that lead to them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from core.arabic import fold_key
from core.events.lexicon import forms
from core.events.lexicon.keys import key_words
from core.events.lexicon.offices import Tenure
from core.events.lexicon.records import Geo, Identity, IdentityKind, Name, Noun, NounClass, Number, Strength
from core.events.lexicon.tables import geonames, strings, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.events.lexicon.records import Entry


def _names(identity: Identity, texts: tuple[str, ...], strength: Strength = Strength.FULL) -> Iterator[Name]:
    for text in texts:
        words = key_words(text)
        if words:
            yield Name(words, identity, strength)


@cache
def sectors() -> dict[str, str]:
    """Return the sector that each role part of an actor code stands for."""
    return {code: str(sector) for code, sector in table("codes.toml")["sector"].items()}


def sector_of(code: str | None) -> str | None:
    """Return the sector of an actor code by its last role part (EGYSPY → intelligence)."""
    if not code:
        return None
    for start in range(len(code) - 3, -1, -3):
        sector = sectors().get(code[start : start + 3])
        if sector is not None:
            return sector
    return None


# ------------------------------------------------------------------------------------------------ states


@cache
def _states() -> dict[str, dict[str, Any]]:
    return table("states.toml")


@cache
def adjectives() -> dict[str, str]:
    """Return the English adjective of each country, by alpha-3."""
    return {iso3: record["adj"] for iso3, record in _states().items()}


@cache
def alpha3() -> frozenset[str]:
    """Return the country codes in use."""
    return frozenset(_states())


def _country_of(code: str | None) -> str | None:
    return code[:3] if code and code[:3] in alpha3() else None


@cache
def _points() -> dict[tuple[str, tuple[str, ...]], Geo]:
    return {
        (city.point.country or "", key_words(text)): city.point
        for city in sorted(geonames(), key=lambda city: city.population)
        for text in (city.point.name_ar, *city.others)
    }


@cache
def _capitals() -> dict[str, Geo]:
    return {city.point.country or "": city.point for city in geonames() if city.capital}


def seat(country: str) -> Geo | None:
    """Return where the government of a country sits, by alpha-3; null where the tables do not say."""
    record = _states()[country]
    named = _points().get((record["iso2"], key_words(record.get("capital", ""))))
    return named or _capitals().get(record["iso2"])


@cache
def _state_identities() -> dict[str, tuple[Identity, Identity | None]]:
    """Alpha-3 → the state, and the state under its capital's name (other place, same id)."""
    found = {}
    for iso3, record in _states().items():
        aliases = strings(record, "aliases")
        capital = record.get("capital")
        names = (record["ar"], *aliases, *((capital,) if capital else ()))
        point = Geo(record["lat"], record["lon"], None, record["iso2"], record["ar"], record["en"])
        state = Identity(
            f"state/{iso3}",
            IdentityKind.STATE,
            record["ar"],
            record["en"],
            iso3,
            "government",
            iso3,
            names,
            point,
        )
        found[iso3] = (state, replace(state, place=seat(iso3) or point) if capital else None)
    return found


@cache
def _state_names() -> frozenset[tuple[str, ...]]:
    return frozenset(
        key_words(text)
        for record in _states().values()
        for text in (
            record["ar"],
            *strings(record, "aliases"),
            *([record["capital"]] if "capital" in record else []),
            *strings(record, "capital_aliases"),
        )
    )


def _state_entries() -> Iterator[Entry]:
    for iso3, record in _states().items():
        state, capital = _state_identities()[iso3]
        yield from _names(state, (record["ar"], *strings(record, "aliases")))
        for text in strings(record, "marked"):
            yield Name((text,), state)
        if capital is not None:
            yield from _names(capital, (record["capital"], *strings(record, "capital_aliases")))
        for lemma in strings(record, "nisba"):
            for form in forms.adjective(lemma):
                yield Noun(
                    form.words,
                    NounClass.NISBA,
                    lemma,
                    record["adj"],
                    form.number,
                    form.definite,
                    country=iso3,
                )
        for lemma in strings(record, "people"):
            for form in forms.noun(lemma, sound=False):
                yield Noun(
                    form.words,
                    NounClass.NISBA,
                    lemma,
                    record["adj"],
                    Number.PLURAL,
                    form.definite,
                    country=iso3,
                )


# ---------------------------------------------------------------------------- persons and organisations


def _tenures(record: dict[str, Any]) -> tuple[Tenure, ...]:
    return tuple(Tenure(held["office"], held["from"], held.get("to", "")) for held in record.get("holds", ()))


@cache
def _named() -> tuple[tuple[Identity, dict[str, Any]], ...]:
    found = []
    for name, kind, sort in (
        ("persons.toml", IdentityKind.PERSON, "person"),
        ("organisations.toml", IdentityKind.ORGANISATION, "org"),
    ):
        for key, record in table(name).items():
            code = record.get("code")
            known = (*strings(record, "aliases"), *strings(record, "alone"), *strings(record, "headed"))
            identity = Identity(
                f"{sort}/{key}",
                kind,
                record["ar"],
                record["en"],
                code,
                record.get("sector") or sector_of(code),
                _country_of(code),
                known,
                _point_of(record),
                _tenures(record),
            )
            found.append((identity, record))
    return tuple(found)


def _point_of(record: dict[str, Any]) -> Geo | None:
    if "lat" not in record:
        return None
    return Geo(
        record["lat"],
        record["lon"],
        record.get("geonameid"),
        record.get("iso2"),
        record["ar"],
        record["en"],
    )


def _named_entries() -> Iterator[Entry]:
    for identity, record in _named():
        own = () if record.get("needs_head") else (identity.name_ar,)
        yield from _names(identity, (*own, *strings(record, "aliases"), *strings(record, "alone")))
        weak = strings(record, "headed") + ((identity.name_ar,) if record.get("needs_head") else ())
        yield from _names(identity, weak, Strength.HEADED)


# ------------------------------------------------------------------------------------------------ places


@cache
def _place_identities() -> tuple[tuple[Identity, tuple[str, ...]], ...]:
    found = []
    taken: set[tuple[str, ...]] = set()
    for key, record in table("places.toml")["place"].items():
        texts = (record["ar"], *strings(record, "aliases"))
        taken.update(map(key_words, texts))
        found.append((_place(f"place/{key}", _point_of(record), texts), texts))
    # Where two towns share a name, the larger one is meant.
    for city in sorted(geonames(), key=lambda city: -city.population):
        point = city.point
        texts = tuple(text for text in (point.name_ar, *city.others) if key_words(text) not in taken)
        taken.update(map(key_words, texts))
        if texts:
            found.append((_place(f"place/{point.geonameid}", point, texts), texts))
    return tuple(found)


def _place(identifier: str, point: Geo | None, texts: tuple[str, ...]) -> Identity:
    assert point is not None, identifier
    return Identity(
        identifier,
        IdentityKind.PLACE,
        point.name_ar,
        point.name_en,
        country=_alpha3_of(point.country),
        aliases=texts,
        place=point,
    )


def _alpha3_of(iso2: str | None) -> str | None:
    return _by_alpha2().get(iso2 or "")


@cache
def _by_alpha2() -> dict[str, str]:
    return {record["iso2"]: iso3 for iso3, record in _states().items()}


def _place_entries() -> Iterator[Entry]:
    """Yield the names of places; those that are also words or given names ask for a noun before them."""
    claimed = _state_names()
    weak = {key_words(word) for word in strings(table("places.toml")["ordinary"], "words")}
    weak.update(entry.words for entry in (*_given_entries(), *_role_entries()))
    weak.update((word,) for word in function_words())
    weak.update(name.words for name in _named_entries())
    for identity, texts in _place_identities():
        for name in _names(identity, texts):
            if name.words in claimed:
                continue
            by_hand = identity.place is not None and not identity.id[len("place/") :].isdigit()
            yield name if by_hand or name.words not in weak else name._replace(strength=Strength.HEADED)


# ------------------------------------------------------------------------------------- nouns, adjectives


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
        office=record.get("same") or record.get("office"),
    )


@cache
def _role_entries() -> tuple[Noun, ...]:
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
            for form in inflected:
                yield _noun(
                    form.words,
                    cls,
                    lemma,
                    record,
                    form.number,
                    definite=form.definite,
                    absolute=form.absolute,
                )
            if record.get("own"):
                yield from _owned(lemma, cls, record)
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


def _office_entries() -> Iterator[Entry]:
    for key, record in table("offices.toml")["office"].items():
        for text in strings(record, "ar"):
            yield from _fixed(text, {"office": key, **record}, NounClass.OFFICE)


@cache
def function_words() -> frozenset[str]:
    """Return the keys of words that end a run of names; «على» stands here unfolded, see `Tokens`."""
    listed = {fold_key(word) for group in table("words.toml").values() for word in strings(group, "words")}
    return frozenset(listed | {"على", "وعلى", "فعلى"})


def _given_entries() -> Iterator[Noun]:
    ordinary = function_words()
    for text in dict.fromkeys(strings(table("given.toml")["given"], "names")):
        words = key_words(text)
        if not (len(words) == 1 and words[0] in ordinary):
            yield Noun(words, NounClass.GIVEN, text, "")


# ---------------------------------------------------------------------------------------------- together


@cache
def identities() -> tuple[Identity, ...]:
    """Return everybody and everything that has a name."""
    return (
        *(state for state, _ in _state_identities().values()),
        *(identity for identity, _ in _named()),
        *(identity for identity, _ in _place_identities()),
    )


def entries() -> Iterator[Entry]:
    """Yield every form that the lexicon knows."""
    yield from _named_entries()
    yield from _state_entries()
    yield from _place_entries()
    yield from _role_entries()
    yield from _office_entries()
    yield from _given_entries()
