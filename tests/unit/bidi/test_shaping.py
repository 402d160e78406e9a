"""Joined forms, clusters, and what draws nothing."""

import unicodedata

import pytest

from core.bidi import display, layout, shape


def drawn(text: str, *, marks: bool = True) -> list[str]:
    """Return what the clusters draw, in logical order."""
    return list(shape(text, marks=marks).displays)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ب", "\ufe8f"),
        ("ببب", "\ufe91\ufe92\ufe90"),
        ("دار", "\ufea9\ufe8d\ufead"),
        ("باب", "\ufe91\ufe8e\ufe8f"),
        ("شيء", "\ufeb7\ufef2\ufe80"),
        ("جزءا", "\ufe9f\ufeb0\ufe80\ufe8d"),
        ("مبنى", "\ufee3\ufe92\ufee8\ufef0"),
        # Persian and Urdu letters.
        ("گچپژ", "\ufb94\ufb7d\ufb59\ufb8b"),
        ("یک", "\ufbfe\ufb8f"),
        # A letter without presentation forms stays itself, and its neighbours join to it.
        ("بݐب", "\ufe91ݐ\ufe90"),
        # Tatweel joins on both sides.
        ("بـب", "\ufe91ـ\ufe90"),
        ("ـب", "ـ\ufe90"),
        # Digits, Latin and stops end a word.
        ("ب1ب", "\ufe8f1\ufe8f"),
        ("ب.", "\ufe8f."),
    ],
)
def test_letters_take_the_form_of_their_place(text: str, expected: str) -> None:
    assert "".join(drawn(text)) == expected


@pytest.mark.parametrize(
    ("alef", "isolated", "final"),
    [
        ("آ", "\ufef5", "\ufef6"),
        ("أ", "\ufef7", "\ufef8"),
        ("إ", "\ufef9", "\ufefa"),
        ("ا", "\ufefb", "\ufefc"),
    ],
)
def test_lam_alef_is_one_cluster(alef: str, isolated: str, final: str) -> None:
    assert drawn("ل" + alef) == [isolated]
    assert drawn("بل" + alef + "ب") == ["\ufe91", final, "\ufe8f"]


def test_lam_alef_takes_the_marks_of_both() -> None:
    paragraph = shape("بَلَّاً")
    assert list(paragraph.displays) == ["\ufe91\u064e", "\ufefc\u064e\u0651\u064b"]
    assert list(paragraph.starts) == [0, 2, 7]


def test_marks_stay_with_their_letter_and_do_not_part_it_from_the_next() -> None:
    assert drawn("كَتَبَ") == ["\ufedb\u064e", "\ufe98\u064e", "\ufe90\u064e"]


@pytest.mark.parametrize("text", ["كَتَبَ لَاْ", "\u064eب", "بلً\u0654ا", "ا\u0654َ", "5\u064e"])
def test_without_marks_nothing_moves(text: str) -> None:
    plain, full = shape(text, marks=False), shape(text, marks=True)
    assert list(plain.starts) == list(full.starts)
    assert list(plain.columns) == list(full.columns)
    assert not any(unicodedata.category(char) == "Mn" for char in "".join(plain.displays))


def test_hamza_and_madda_written_apart_belong_to_the_letter() -> None:
    assert drawn("ا\u0654", marks=False) == drawn("أ") == drawn("ا\u0654")
    assert drawn("لا\u0653") == drawn("لآ")
    assert drawn("لا\u064e\u0655", marks=False) == drawn("لإ")
    # No such letter: the mark is drawn.
    assert drawn("ب\u0654") == ["\ufe8f\u0654"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ZWNJ keeps apart, ZWJ joins to nothing.
        ("می\u200cروم", "\ufee3\ufbfd\ufead\ufeed\ufee1"),
        ("ه\u200d", "\ufeeb"),
        ("\u200dه", "\ufeea"),
        ("، \u200dه\u200d ،", "، \ufeec ،"),
        # Lam and alef: ZWJ leaves them one, ZWNJ parts them, both together part the joined letters.
        ("ل\u200dا", "\ufefb"),
        ("ل\u200cا", "\ufedd\ufe8d"),
        ("ل\u200d\u200c\u200dا", "\ufedf\ufe8e"),
        # Bidi marks are transparent, isolates are not.
        ("ب\u200fب", "\ufe91\ufe90"),
        ("ب\u2067ب\u2069", "\ufe8f\ufe8f"),
        # Nothing of these is drawn.
        ("\u202bب\u202c\ufeff\u00ad", "\ufe8f"),
        ("ب\ufe0f\u034fب", "\ufe91\ufe90"),
    ],
)
def test_characters_that_draw_nothing_take_effect(text: str, expected: str) -> None:
    assert "".join(drawn(text)) == expected
    paragraph = shape(text)
    assert paragraph.starts[0] == 0
    assert paragraph.starts[-1] == len(text)


def test_presentation_forms_in_the_source_are_kept() -> None:
    assert drawn("\ufedf\ufeea \ufefb\u064e \ufdf2") == [
        "\ufedf",
        "\ufeea",
        " ",
        "\ufefb\u064e",
        " ",
        "\ufdf2",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\tb\x00\x7f\x9b", "a b␀␡\ufffd"),
        ("a\u2028b\x85c\nd", "a b c d"),
        ("\ud800\ufffe", "\ufffd\ufffd"),
    ],
)
def test_control_characters_are_pictured(text: str, expected: str) -> None:
    assert display(text) == expected


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("漢字", 4),
        ("ｱ", 1),
        ("👍🏽", 2),
        ("👨\u200d👩\u200d👧", 6),
        ("🇶🇦", 2),
        ("❤\ufe0f", 1),
        ("e\u0301", 1),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
        ("\u0600", 1),
    ],
)
def test_widths(text: str, width: int) -> None:
    (line,) = layout(text, 80)
    assert line.width == width == len(line.offsets)


def test_marks_without_a_base_get_a_cell() -> None:
    assert drawn("\u064e\u064fب") == ["\u25cc\u064e\u064f", "\ufe8f"]
    assert drawn("ب \u064e") == ["\ufe8f", " \u064e"]
