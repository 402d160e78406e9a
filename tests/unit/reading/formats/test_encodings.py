"""Arabic in the encodings that people have, told apart by its letters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UnreadableError
from core.reading.formats import decode

HEADLINES = (
    "الوفد يصل إلى القاهرة",
    "اتفاق على تبادل الأسرى بين الجانبين",
    "محادثات جديدة في الدوحة حول التهدئة",
    "الأمم المتحدة تدعو إلى وقف إطلاق النار",
    "نجاح الوساطة القطرية في ملف المحتجزين",
    "مبعوث دولي: الجولة الثالثة تبدأ غدا",
    "«لا عودة إلى الحرب» يقول وزير الخارجية",
)
WORDS = tuple(word for line in HEADLINES for word in line.split())


@pytest.mark.parametrize(
    "encoding", ["cp1256", "iso8859_6", "cp720", "utf-8", "utf-16-le", "utf-16-be", "utf-16"]
)
@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_is_enough(encoding: str, line: str) -> None:
    line = line if encoding != "iso8859_6" else line.strip("«»").replace("»", "")
    assert decode(line.encode(encoding), "x") == line


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
def test_markup_round_it_does_not_hide_it(encoding: str) -> None:
    page = '<div class="item"><a href="https://example.org/a?id=1">' * 50 + HEADLINES[0]
    assert decode(page.encode(encoding), "x") == page


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), min_size=12, max_size=40), st.sampled_from(["cp1256", "iso8859_6"]))
def test_any_arabic_comes_back_from_its_encoding(words: list[str], encoding: str) -> None:
    text = " ".join(words).encode(encoding, "ignore").decode(encoding)
    assert decode(text.encode(encoding), "x") == text


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode(), "x") == text


def test_a_torn_character_does_not_change_the_encoding() -> None:
    data = (" ".join(WORDS) * 5).encode()
    assert decode(data[:-1], "x")[:-1] == data.decode()[:-1]


@pytest.mark.parametrize(
    ("text", "encoding"), [("Größe und Länge über München, Straßen und Häuser für alle", "cp1252")]
)
def test_what_is_not_arabic_is_not_made_arabic(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


def test_a_declared_encoding_counts_where_the_bytes_do_not_say() -> None:
    assert decode("café".encode("cp1252"), "x", "windows-1252") == "café"


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\0\1\2\3" * 20])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="not text"):
        decode(data, "x")
