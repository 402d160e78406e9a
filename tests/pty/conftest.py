"""An article with the lines that are checked by code point, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
جولات الوساطة بين الجانبين

في 12 مارس 2018، وصل وفد مصري إلى مدينة غزة لإجراء محادثات مع قيادة حركة حماس.

قال (الوزير) في 2020: «نعم» [1].

كَتَبَ لَا

في\u200cها

وفي 3 أبريل 2019 زار وزير الخارجية القطري مدينة رام الله والتقى الرئيس الفلسطيني محمود عباس.
"""


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)
