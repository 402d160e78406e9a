"""What holds for any text."""

import datetime as dt
from dataclasses import replace
from typing import SupportsIndex

import edtf as edtf_reader
import pytest
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from core.arabic import fold_key, tokenise
from core.temporal import find_timexes
from core.temporal.islands import LONGEST_ISLAND, islands
from core.temporal.lexicon import lexicon

WORDS = [
    "في",
    "من",
    "إلى",
    "حتى",
    "منذ",
    "قبل",
    "بعد",
    "بين",
    "خلال",
    "و",
    "كل",
    "هذا",
    "الماضي",
    "المقبل",
    "ذاته",
    "يوم",
    "اليوم",
    "شهر",
    "الشهر",
    "عام",
    "العام",
    "سنة",
    "أسبوع",
    "عامين",
    "أيام",
    "سبتمبر",
    "مايو",
    "آب",
    "كانون",
    "الأول",
    "الثاني",
    "ثاني",
    "رمضان",
    "شوال",
    "هـ",
    "م",
    "ق.م",
    "أمس",
    "غدا",
    "الخميس",
    "الأحد",
    "صيف",
    "الربع",
    "أوائل",
    "نهاية",
    "الساعة",
    "مساء",
    "ثلاثة",
    "عشرين",
    "ألفين",
    "1",
    "9",
    "15",
    "31",
    "99",
    "0",
    "2019",
    "1436",
    "12/5/2020",
    "٢٠٢١",
    "(",
    ")",
    "/",
    "-",
    "،",
    ".",
    "التسعينيات",
    "القرن",
    "التاسع",
    "عشر",
    "عيد",
    "الفطر",
    "حينها",
    "وصل",
    "الوفد",
    "القرار",
    "1701",
    "سبتمر",
    "كريسماس",
    "نص",
    "ربع",
    "إلا",
    "الموافق",
]
PROSE = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
ANYTHING = st.one_of(PROSE, st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
DAYS = st.one_of(st.none(), st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))


@settings(deadline=None, max_examples=300)
@given(ANYTHING, DAYS)
def test_spans_lie_in_the_text_in_order_and_apart(text: str, reference: dt.date | None) -> None:
    end = 0
    for timex in find_timexes(text, reference):
        assert end <= timex.start < timex.end <= len(text)
        assert timex.text == text[timex.start : timex.end]
        assert timex.value
        assert timex.reason
        if timex.first is not None and timex.last is not None:
            assert timex.first <= timex.last
        end = timex.end


@settings(deadline=None, max_examples=100)
@given(PROSE, st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_what_is_written_as_edtf_is_edtf(text: str, reference: dt.date) -> None:
    for timex in find_timexes(text, reference):
        if timex.edtf is not None:
            try:
                edtf_reader.parse_edtf(timex.edtf)
            except EDTFParseException:
                pytest.fail(f"{timex.text}: {timex.edtf}")


MARKS = ["\u064e", "\u0651", "\u0640", "\u200f", "\u200e"]


@settings(deadline=None, max_examples=150)
@given(PROSE, st.data())
def test_invisible_marks_and_vowels_change_no_value(text: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, max(0, len(text) - 1)), max_size=6, unique=True))
    marked = "".join(
        char + (data.draw(st.sampled_from(MARKS)) if at in places and char.isalpha() else "")
        for at, char in enumerate(text)
    )
    reference = dt.date(2021, 6, 16)
    plain = [(timex.value, timex.edtf) for timex in find_timexes(text, reference)]
    assert [(timex.value, timex.edtf) for timex in find_timexes(marked, reference)] == plain


@pytest.mark.parametrize(
    "unit", ["1/", "12 ", "من ", "سبتمبر ", "2009 و", "و", "بعد شهر من ", "ألف و", "(", "عيد "]
)
def test_hostile_repetition_is_cut_into_short_islands(unit: str) -> None:
    """The work is linear: no pattern ever sees more than an island, and the islands share no token."""
    text = unit * (100_000 // len(unit))
    total = 0
    for island in islands(tokenise(text)):
        assert len(island) <= LONGEST_ISLAND + 10
        total += len(island)
    assert total <= len(text)


@pytest.mark.parametrize(
    ("unit", "size"),
    [("1/2", 100_000), ("يناير 2020 و", 100_000), ("من 5 إلى ", 1_000_000), ("1", 1_000_000)],
)
def test_a_long_hostile_text_comes_to_an_end(unit: str, size: int) -> None:
    text = unit * (size // len(unit))
    assert all(timex.end <= len(text) for timex in find_timexes(text, dt.date(2020, 1, 1)))


class _Counted(str):
    """A folded text that counts the code points read from it."""

    read = 0

    def __getitem__(self, place: SupportsIndex | slice) -> str:
        found = super().__getitem__(place)
        self.read += len(found)
        return found


@pytest.mark.parametrize("unit", ["1/", "من ", "سبتمبر ", "2009 و", "بعد شهر من ", "10 سبتمر "])
def test_the_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    """Code points read and tokens made, not seconds, are counted on a text and on one eight times as long."""
    work = []
    for size in (40_000, 320_000):
        text = tokenise(unit * (size // len(unit)))
        key = _Counted(text.folded.key)
        tokens = sum(map(len, islands(replace(text, folded=replace(text.folded, key=key)))))
        work.append(key.read + tokens)
    # A quadratic would be 64 times as much.
    assert work[1] <= 9 * work[0]


def test_every_date_of_a_long_text_is_found() -> None:
    sentence = "في 9 مايو من عام 2019 وصل الوفد "
    text = sentence * (150_000 // len(sentence))
    found = find_timexes(text)
    assert len(found) == len(text) // len(sentence)
    assert {timex.edtf for timex in found} == {"2019-05-09"}


def test_every_rule_of_the_grammar_has_its_builder_and_a_name_of_its_own() -> None:
    from core.temporal.build import builders
    from core.temporal.grammar import grammar

    rules = [rule for stage in grammar().stages for rule in stage]
    assert {rule.build for rule in rules} <= set(builders())
    assert len({rule.name for rule in rules}) == len(rules)


def test_no_word_stands_in_the_lexicon_as_something_else_than_its_key() -> None:
    assert all(word == fold_key(word) for word in lexicon().words)
