"""Lines as they stand on the screen, code point by code point."""

import pytest

from core.bidi import layout


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        (
            "قال (الوزير) في 2020: «نعم» [1].",
            (
                ".[1] \u00ab\ufee2\ufecc\ufee7\u00bb :2020 \ufef2\ufed3 "
                "(\ufeae\ufef3\ufeaf\ufeee\ufedf\ufe8d) \ufedd\ufe8e\ufed7"
            ),
        ),
        ("كَتَبَ لَا", "\ufefb\u064e \ufe90\u064e\ufe98\u064e\ufedb\u064e"),
        ("في\u200cها", "\ufe8e\ufeeb\ufef2\ufed3"),
        # A Latin name at the start does not turn the paragraph round.
        ("CNN: قال", "\ufedd\ufe8e\ufed7 :CNN"),
        # Digits after Arabic letters are Arabic numbers: a slash joins two of them, a hyphen does not.
        ("عام 2019-2020", "2020-2019 \ufee1\ufe8e\ufecb"),
        ("عام 2019/2020", "2019/2020 \ufee1\ufe8e\ufecb"),
        ("نحو 75%", "%75 \ufeee\ufea4\ufee7"),
        ("نحو 1,5 و3.2", "3.2\ufeed 1,5 \ufeee\ufea4\ufee7"),
        ("٢٠١٩ و٢٠٢٠", "٢٠٢٠\ufeed ٢٠١٩"),
        # Latin inside: words in their own order, the comma between Arabic words Arabic.
        ("قال Al Jazeera، ثم", "\ufee2\ufe9b ،Al Jazeera \ufedd\ufe8e\ufed7"),
        ("قال (BBC).", ".(BBC) \ufedd\ufe8e\ufed7"),
        # Isolates and overrides take effect and are not sent.
        ("قال \u2066(+20) 2\u2069 ثم", "\ufee2\ufe9b (+20) 2 \ufedd\ufe8e\ufed7"),
        ("\u202dabc\u202c قال", "\ufedd\ufe8e\ufed7 abc"),
    ],
)
def test_a_line_of_a_right_to_left_paragraph(text: str, drawn: str) -> None:
    (line,) = layout(text, 80, "rtl")
    assert line.text == drawn


def test_a_wrapped_paragraph() -> None:
    text = "اتفق الوفدان (في جنيف) على 3 بنود."
    assert [line.text for line in layout(text, 14, "rtl")] == [
        "\ufee5\ufe8d\ufeaa\ufed3\ufeee\ufedf\ufe8d \ufed6\ufed4\ufe97\ufe8d",
        "\ufef0\ufee0\ufecb (\ufed2\ufef4\ufee8\ufe9f \ufef2\ufed3)",
        ".\ufea9\ufeee\ufee8\ufe91 3",
    ]


def test_a_line_of_a_left_to_right_paragraph() -> None:
    (line,) = layout("title: «باب» (b).", 80, "ltr")
    assert line.text == "title: «\ufe8f\ufe8e\ufe91» (b)."
