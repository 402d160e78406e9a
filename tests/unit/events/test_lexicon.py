"""The lexicon's tables hold together: ids, codes, aliases, offices, points on the map."""

import datetime as dt
import re
from collections import defaultdict

import pytest

from core.events.lexicon import IdentityKind, Name, Noun, Strength, holder, identity, readings, seat
from core.events.lexicon.build import entries, identities
from core.events.lexicon.keys import key_words
from core.events.lexicon.names import sector_of
from core.events.lexicon.roles import function_words
from core.events.lexicon.states import alpha3
from core.events.lexicon.tables import table

# Actor codes that begin with no country: international actors, and states that are no more.
INTERNATIONAL = re.compile(r"(IGO|NGO|NGM|IMG|MNC|WST|SUN|PAL)([A-Z0-9]{3})*")


def test_ids_are_unique() -> None:
    ids = [found.id for found in identities()]
    assert len(ids) == len(set(ids))


def test_codes_are_well_formed() -> None:
    for found in identities():
        if found.code is None:
            continue
        assert re.fullmatch(r"[A-Z]{3}([A-Z0-9]{3})*", found.code), found.id
        assert found.code[:3] in alpha3() or INTERNATIONAL.fullmatch(found.code), found.id


def test_every_actor_has_names_in_both_languages_and_a_sector() -> None:
    for found in identities():
        assert found.name_ar, found.id
        assert found.name_en, found.id
        if found.kind is not IdentityKind.PLACE:
            assert found.code, found.id
            assert found.sector or found.kind is IdentityKind.PERSON, found.id


def test_every_form_can_be_found() -> None:
    for entry in entries():
        assert entry.words
        assert all(entry.words)


def test_a_name_believed_anywhere_names_one_person_or_body() -> None:
    claimed: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in entries():
        if isinstance(entry, Name) and entry.strength is Strength.FULL:
            claimed[entry.words].add(entry.identity.id)
    assert {words: ids for words, ids in claimed.items() if len(ids) > 1} == {}


def test_no_name_is_a_function_word() -> None:
    for entry in entries():
        if isinstance(entry, Name) and entry.strength is Strength.FULL and len(entry.words) == 1:
            assert entry.words[0] not in function_words(), entry.identity.id


def test_tenures_are_dates_in_order_and_of_known_offices() -> None:
    offices = table("offices.toml")["office"]
    bodies = set(table("organisations.toml"))
    for found in identities():
        for tenure in found.holds:
            realm, _, office = tenure.office.partition("/")
            assert realm in alpha3() or realm in bodies, found.id
            assert office in offices or office in {"leader", "emir", "sultan", "king", "sheikh"}, found.id
            for day in filter(None, (tenure.first, tenure.last)):
                assert re.fullmatch(r"\d{4}(-\d\d)?", day), found.id
            assert not tenure.last or tenure.first <= tenure.last, found.id


def test_places_stand_on_the_map() -> None:
    for found in identities():
        if found.place is not None:
            assert -90 <= found.place.lat <= 90, found.id
            assert -180 <= found.place.lon <= 180, found.id


@pytest.mark.parametrize(
    ("office", "day", "person"),
    [
        ("office/EGY/intelligence-chief", dt.date(2021, 1, 17), "person/abbas-kamel"),
        ("EGY/intelligence-chief", dt.date(2016, 5, 1), "person/khaled-fawzy"),
        ("office/USA/president", dt.date(2016, 5, 1), "person/barack-obama"),
        ("office/USA/president", dt.date(2019, 5, 1), "person/donald-trump"),
        ("office/YEM/un-envoy", dt.date(2018, 8, 1), "person/martin-griffiths"),
        ("office/un/secretary-general", dt.date(2020, 1, 1), "person/antonio-guterres"),
        ("office/USA/president", dt.date(1800, 1, 1), None),
        ("office/XXX/president", dt.date(2020, 1, 1), None),
    ],
)
def test_who_held_an_office(office: str, day: dt.date, person: str | None) -> None:
    assert holder(office, day) == person


@pytest.mark.parametrize(
    ("code", "sector"),
    [
        ("EGYGOV", "government"),
        ("EGYSPY", "intelligence"),
        ("SYRKURREB", "rebel"),
        ("EGY", None),
        (None, None),
    ],
)
def test_the_sector_of_a_code(code: str | None, sector: str | None) -> None:
    assert sector_of(code) == sector


def test_words_are_joined_as_writers_join_them() -> None:
    assert key_words("عبد الفتاح السيسي") == key_words("عبدالفتاح السيسى")
    assert key_words("أبو مازن") == key_words("أبومازن")
    assert key_words("أبو") == ("ابو",)


def test_proclitics_come_off_and_the_article_stays() -> None:
    for word, prefix in (("بالقاهره", "ب"), ("للقاهره", "ل"), ("وبالقاهره", "وب"), ("القاهره", "")):
        found = {reading.prefix: reading for reading in readings(word)}
        named = [entry for entry in found[prefix].entries if isinstance(entry, Name)]
        assert [name.identity.id for name in named if len(name.words) == 1] == ["state/EGY"]


def test_adjectives_of_nationality_agree() -> None:
    for word in ("مصري", "مصريه", "المصريه", "المصريين", "مصريون", "مصريا"):
        nouns = [entry for reading in readings(word) for entry in reading.entries if isinstance(entry, Noun)]
        assert any(noun.country == "EGY" for noun in nouns), word


def test_a_capital_is_the_state_at_another_place() -> None:
    egypt = identity("state/EGY")
    cairo = seat("EGY")
    assert egypt is not None
    assert egypt.place is not None
    assert cairo is not None
    assert cairo.name_en == "Cairo"
    assert cairo.lat != egypt.place.lat
    assert identity("state/XXX") is None
