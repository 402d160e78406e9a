"""The article of the screenshots, and the lines of it that decide whether a screen is right."""

from __future__ import annotations

TEXT = """\
جولات الوساطة بين الجانبين

في 12 مارس 2018، وصل وفد مصري إلى مدينة غزة لإجراء محادثات مع قيادة حركة حماس.

قال (الوزير) في 2020: «نعم» [1].

كَتَبَ لَا إِلٰهَ وَلَدٌ

في\u200cها

CNN: نقلت الشبكة أن 75% من 2019-2020 (انظر [2]) كما كتب Reuters أمس.

اتصل على 02-123456 أو زر https://example.org/a?b=1 لمزيد من «الأخبار العاجلة».

وفي 3 أبريل 2019 زار وزير الخارجية القطري مدينة رام الله والتقى الرئيس الفلسطيني محمود عباس.
"""

SHELL_LINE = "قال (الوزير) في 2020: «نعم» [1]."
"""What a shell might print, with the letters left to the terminal."""

GOLDEN = (
    (
        ".[1] \u00ab\ufee2\ufecc\ufee7\u00bb :2020 \ufef2\ufed3 "
        "(\ufeae\ufef3\ufeaf\ufeee\ufedf\ufe8d) \ufedd\ufe8e\ufed7"
    ),
    "\ufefb\u064e \ufe90\u064e\ufe98\u064e\ufedb\u064e",
    "\ufe8e\ufeeb\ufef2\ufed3",
)
"""Parts of the drawn rows, cell by cell from the left, as the design of the program gives them."""
STANDS = "2018-03-12"
"""The date of the first event: once it is there, the article was analysed."""
