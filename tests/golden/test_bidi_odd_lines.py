"""Lines with what running text holds besides letters, code point by code point.

Each was read against UAX #9; python-bidi, which has no shapes, agrees on the order of all of them.
"""

import pytest
from bidi import get_display

from core.bidi import layout, levels, reorder

LINES = [
    # Quoted Quran: marks of every kind stay on their letter; ornate brackets have no image in a mirror.
    (
        "﴿قُل\u06e1 هُوَ ٱللَّهُ أَحَدٌ﴾ [الإخلاص: 1]",
        (
            "[1 :\ufeb9\ufefc\ufea7\ufef9\ufe8d] \ufd3e\ufeaa\u064c\ufea3\u064e\ufe83\u064e \ufeea\u064f"
            "\ufee0\u064e\u0651\ufedf\ufb50 \ufeee\u064e\ufeeb\u064f \ufede\u06e1\ufed7\u064f\ufd3f"
        ),
    ),
    (
        "ذَٰلِكَ ٱل\u06e1كِتَٰبُ لَا رَي\u06e1بَ\u06db فِيهِ\u06db هُدٗى",
        (
            "\ufeef\ufeaa\u0657\ufeeb\u064f \ufeea\u0650\u06db\ufef4\ufed3\u0650 \ufe90\u064e\u06db\ufef3"
            "\u06e1\ufead\u064e \ufefb\u064e \ufe90\u064f\ufe98\u064e\u0670\ufedc\u0650\ufedf\u06e1\ufb50"
            " \ufeda\u064e\ufedf\u0650\ufeab\u064e\u0670"
        ),
    ),
    (
        "مِن\u06e2 بَع\u06e1دِ\u06dd٣ قَالُواْ ۞ ۩",
        (
            "\u06e9 \u06de \ufe8d\u0652\ufeee\ufedf\u064f\ufe8e\ufed7\u064e \u06dd\u0663\ufeaa\u0650"
            "\ufecc\u06e1\ufe91\u064e \ufee6\u06e2\ufee3\u0650"
        ),
    ),
    # Ligatures of words are letters of one cell; a sign of the Quran may stand on a blank.
    (
        "قال النبي ﷺ: ﷲ أكبر ﷽ \u06d6",
        (
            " \u06d6\ufdfd \ufeae\ufe92\ufedb\ufe83 \ufdf2 :\ufdfa \ufef2\ufe92\ufee8\ufedf\ufe8d \ufedd"
            "\ufe8e\ufed7"
        ),
    ),
    (
        "السعر 100﷼ اليوم",
        "\ufee1\ufeee\ufef4\ufedf\ufe8d \ufdfc100 \ufeae\ufecc\ufeb4\ufedf\ufe8d",
    ),
    # Tatweel joins, ZWNJ and ZWJ take effect and are not sent, a no-break space is a blank of one cell.
    (
        "مـــصر الـCNN و الـ«بي»",
        (
            "\u00ab\ufef2\ufe91\u00bb\u0640\ufedf\ufe8d \ufeed CNN\u0640\ufedf\ufe8d \ufeae\ufebc\u0640"
            "\u0640\u0640\ufee3"
        ),
    ),
    (
        "می\u200cروند نامه\u200cها ه\u200d",
        "\ufeeb \ufe8e\ufeeb\ufeea\ufee3\ufe8e\ufee7 \ufeaa\ufee7\ufeed\ufead\ufbfd\ufee3",
    ),
    (
        "نحو 5\u00a0كم\u00a0فقط",
        "\ufec2\ufed8\ufed3\u00a0\ufee2\ufedb\u00a05 \ufeee\ufea4\ufee7",
    ),
    # Digits of three kinds, and what stands between them.
    (
        "قال 1,234.5 و١٬٢٣٤٫٥ و۱۲۳",
        (
            "\u06f1\u06f2\u06f3\ufeed \u0661\u066c\u0662\u0663\u0664\u066b\u0665\ufeed 1,234.5 \ufedd"
            "\ufe8e\ufed7"
        ),
    ),
    # After Arabic letters digits are AN: a plus or hyphen is no part of the number (W2, W4).
    (
        "اتصل على +20 2 1234-5678 الآن",
        "\ufee5\ufef5\ufe8d 5678-1234 2 20+ \ufef0\ufee0\ufecb \ufede\ufebc\ufe97\ufe8d",
    ),
    (
        "هاتف: +20-2-12345678.",
        ".12345678-2-20+ :\ufed2\ufe97\ufe8e\ufeeb",
    ),
    # Addresses keep together: their stops stand between letters of one direction.
    (
        "انظر https://example.org/ar/path?q=1&p=2#top ثم عد.",
        ".\ufeaa\ufecb \ufee2\ufe9b https://example.org/ar/path?q=1&p=2#top \ufeae\ufec8\ufee7\ufe8d",
    ),
    (
        "راسل info@example.org (بريد).",
        ".(\ufeaa\ufef3\ufeae\ufe91) info@example.org \ufede\ufeb3\ufe8d\ufead",
    ),
    # A percent sign goes with the number only where that is EN, and stands where it was written.
    (
        "بنسبة 75% أو %75 أو ٧٥٪.",
        ".\u066a\u0667\u0665 \ufeed\ufe83 75% \ufeed\ufe83 %75 \ufe94\ufe92\ufeb4\ufee8\ufe91",
    ),
    # Slash and colon join Arabic numbers, a hyphen does not.
    (
        "حرب 2019-2020 و1/2 و12/3/2020",
        "12/3/2020\ufeed 1/2\ufeed 2020-2019 \ufe8f\ufeae\ufea3",
    ),
    (
        "بين 10:30 و 22:45 مساء",
        "\ufe80\ufe8e\ufeb4\ufee3 22:45 \ufeed 10:30 \ufee6\ufef4\ufe91",
    ),
    (
        "من 10 إلى -5 درجات",
        "\ufe95\ufe8e\ufe9f\ufead\ufea9 5- \ufef0\ufedf\ufe87 10 \ufee6\ufee3",
    ),
    # Brackets and quotes in each other, and round Latin abbreviations (N0, L4).
    (
        "قال: «أعلن \"زيد\" ('نعم') [لا] {ربما}» <ثم>",
        (
            "<\ufee2\ufe9b> \u00ab{\ufe8e\ufee4\ufe91\ufead} [\ufefb] ('\ufee2\ufecc\ufee7') \"\ufeaa"
            '\ufef3\ufeaf" \ufee6\ufee0\ufecb\ufe83\u00bb :\ufedd\ufe8e\ufed7'
        ),
    ),
    (
        "نقلت «(CNN)» عن (أ. ف. ب.)",
        "(.\ufe8f .\ufed1 .\ufe83) \ufee6\ufecb \u00ab(CNN)\u00bb \ufe96\ufee0\ufed8\ufee7",
    ),
    (
        "وكالة (AFP)، و(Reuters).",
        ".(Reuters)\ufeed \u060c(AFP) \ufe94\ufedf\ufe8e\ufedb\ufeed",
    ),
    # Emoji: joiners, skin tones and selectors are not sent, two regional indicators are one cluster.
    (
        "اتفاق 👍🏽 👨\u200d👩\u200d👧 🇶🇦 ❤\ufe0f تم",
        (
            "\ufee2\ufe97 \u2764 \U0001f1f6\U0001f1e6 \U0001f467\U0001f469\U0001f468 \U0001f44d \ufed5"
            "\ufe8e\ufed4\ufe97\ufe8d"
        ),
    ),
    # Presentation forms in the source stay what they are and join with nothing.
    (
        "ﻣﺼﺮ ﻻ ﻭﻗﻄﺮ",
        "\ufeae\ufec4\ufed7\ufeed \ufefb \ufeae\ufebc\ufee3",
    ),
    (
        "مﺼر ﺍب",
        "\ufe8f\ufe8d \ufead\ufebc\ufee1",
    ),
    # Overrides, embeddings, isolates and marks of direction take effect and are not sent.
    (
        "\u202eabc\u202c قال",
        "\ufedd\ufe8e\ufed7 cba",
    ),
    (
        "\u202bقال (abc)\u202c.",
        ".(abc) \ufedd\ufe8e\ufed7",
    ),
    (
        "\u202aabc قال def\u202c ثم",
        "\ufee2\ufe9b abc \ufedd\ufe8e\ufed7 def",
    ),
    (
        "\u2066abc قال\u2069 ثم \u2067قال abc\u2069",
        "abc \ufedd\ufe8e\ufed7 \ufee2\ufe9b abc \ufedd\ufe8e\ufed7",
    ),
    (
        "\u2068abc قال\u2069: \u2068قال abc\u2069",
        "abc \ufedd\ufe8e\ufed7 :abc \ufedd\ufe8e\ufed7",
    ),
    (
        "قال\u200f! abc\u200e! ثم",
        "\ufee2\ufe9b !abc !\ufedd\ufe8e\ufed7",
    ),
    # Signs beside Latin names and sums.
    (
        "C++ وC# و.NET",
        "NET.\ufeed #C\ufeed ++C",
    ),
    (
        "$50 و50$ و€20 و20 دولارا",
        "\ufe8d\ufead\ufefb\ufeed\ufea9 20\ufeed 20\u20ac\ufeed $50\ufeed $50",
    ),
    (
        "1) بند 2) بند (3) بند",
        "\ufeaa\ufee8\ufe91 (3) \ufeaa\ufee8\ufe91 (2 \ufeaa\ufee8\ufe91 (1",
    ),
    (
        "س: 5 × 3 = 15",
        "15 = 3 \u00d7 5 :\ufeb1",
    ),
    (
        "a/b قال/زيد ١/٢",
        "\u0661/\u0662 \ufeaa\ufef3\ufeaf/\ufedd\ufe8e\ufed7 a/b",
    ),
    # A mark on Latin, a letter with its accent.
    (
        "xَ قال é",
        "\u00e9 \ufedd\ufe8e\ufed7 x\u064e",
    ),
    # Signs that reach over the number behind them are drawn.
    (
        "\u0600١٢ \u06dd٣",
        "\u06dd\u0663 \u0600\u0661\u0662",
    ),
]


@pytest.mark.parametrize(("text", "drawn"), LINES)
def test_a_line_of_odd_characters(text: str, drawn: str) -> None:
    (line,) = layout(text, 200, "rtl")
    assert line.text == drawn


@pytest.mark.parametrize("text", [text for text, _ in LINES])
def test_the_order_is_that_of_another_implementation(text: str) -> None:
    assert "".join(text[at] for at in reorder(levels(text, "rtl"))) == get_display(text, base_dir="R")


@pytest.mark.parametrize("text", [text for text, _ in LINES])
def test_without_marks_no_cell_moves(text: str) -> None:
    (full,), (bare,) = layout(text, 200, "rtl"), layout(text, 200, "rtl", marks=False)
    assert [cell[:2] for cell in full.cells] == [cell[:2] for cell in bare.cells]
    assert (full.offsets, full.start, full.end) == (bare.offsets, bare.start, bare.end)
    tashkeel = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0657\u0670\u06d6\u06db\u06e1\u06e2"
    assert not set(bare.text) & set(tashkeel)
    assert [char for char in full.text if char not in tashkeel] == list(bare.text)
