"""PDF: words from glyphs at places. The pages are made here, glyph by glyph, as producers make them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import arabic_reshaper
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.bidi import levels, reorder
from core.model import Document
from core.reading.formats.pdf.order import directed, logical_order, reversed_share

Read = Callable[..., list[Document]]
Problems = Callable[..., list[str]]

SIZE = 12.0
ADVANCE = 7.2
LEADING = 18.0
RIGHT = 545.0
LETTERS_A_LINE = 66


@dataclass(frozen=True)
class Drawn:
    """A glyph, what the font says that it stands for, and where it is put."""

    text: str
    x: float
    y: float
    size: float = SIZE


def pdf(pages: list[list[Drawn]], info: str = "") -> bytes:
    """Write a file of one font, each glyph of it as wide as `ADVANCE` at size 12."""
    code = {
        text: n for n, text in enumerate(sorted({glyph.text for page in pages for glyph in page}), start=33)
    }
    mapping = "\n".join(f"<{n:02x}> <{text.encode('utf-16-be').hex()}>" for text, n in code.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(code)} beginbfchar\n{mapping}\nendbfchar endcmap end end"
    )
    widths = " ".join([f"{1000 * ADVANCE / SIZE:.0f}"] * 223)
    font = (
        f"/BaseFont/Courier/FirstChar 33/LastChar 255/Widths[{widths}]/FontDescriptor 4 0 R/ToUnicode 5 0 R"
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{7 + 2 * n} 0 R' for n in range(len(pages)))}]>>",
        f"<</Type/Font/Subtype/TrueType{font}>>",
        "<</Type/FontDescriptor/FontName/Courier/Flags 32/Ascent 900/Descent -200/StemV 80>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
        f"<<{info}>>",
    ]
    for number, page in enumerate(pages):
        drawn = "\n".join(
            f"/F {g.size} Tf 1 0 0 1 {g.x:.2f} {g.y:.2f} Tm <{code[g.text]:02x}> Tj" for g in page
        )
        contents = f"/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {8 + 2 * number} 0 R"
        objects += [
            f"<</Type/Page/Parent 2 0 R{contents}>>",
            f"<</Length {len(drawn) + 6}>>stream\nBT\n{drawn}\nET\nendstream",
        ]
    out, offsets = "%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def wrapped(text: str, width: int = LETTERS_A_LINE) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def drawn_line(
    text: str, y: float, *, forms: bool = False, spaces: bool = True, size: float = SIZE
) -> list[Drawn]:
    """Put a line of a paragraph from the right margin, in visual order, as a renderer does."""
    advance = ADVANCE * size / SIZE
    shaped = arabic_reshaper.reshape(text) if forms else text
    line_levels = levels("ا" + shaped, "rtl")[1:]
    shown = reorder(line_levels)
    glyphs = []
    for place, index in enumerate(shown):
        x = RIGHT - (len(shown) - place) * advance
        if spaces or shaped[index] != " ":
            glyphs.append(Drawn(shaped[index], x, y, size))
    return glyphs


def page(paragraphs: Iterable[str], number: int = 1, **how: bool) -> list[Drawn]:
    glyphs = drawn_line("صحيفة المثال", 815) + drawn_line(str(number), 30)
    y = 780.0
    for paragraph in paragraphs:
        for line in wrapped(paragraph):
            glyphs += drawn_line(line, y, **how)
            y -= LEADING
        y -= LEADING
    return glyphs


@pytest.mark.parametrize("forms", [False, True])
@pytest.mark.parametrize("spaces", [False, True])
@pytest.mark.parametrize("turn", [False, True])
def test_paragraphs_come_back_in_logical_order(
    forms: bool, spaces: bool, turn: bool, paragraphs: tuple[str, ...], read: Read
) -> None:
    """Presentation forms or letters, spaces drawn or left open, glyphs written from either side."""
    later = paragraphs[::-1]
    pages = [page(paragraphs, 1, forms=forms, spaces=spaces), page(later, 2, forms=forms, spaces=spaces)]
    data = pdf(
        [glyphs[::-1] if turn else glyphs for glyphs in pages], "/CreationDate(D:20210520223000+03'00')"
    )
    [document] = read(data, "a.txt")
    assert document.text.split("\n") == [*paragraphs, *later]
    assert (document.id, document.published) == ("a", dt.date(2021, 5, 20))


def test_a_ligature_is_said_in_the_order_of_its_letters(read: Read) -> None:
    text = "قال إن الاتفاق سيبقى كاملا إلى الأحد ولا خلاف على الأسرى في الحالات الأخرى."
    glyphs = []
    for glyph in drawn_line(text.replace("لا", "\ue000").replace("لأ", "\ue001"), 700):
        said = glyph.text.replace("\ue000", "لا").replace("\ue001", "لأ")
        glyphs.append(Drawn(said, glyph.x, glyph.y))
    [document] = read(pdf([glyphs]), "a.pdf")
    assert document.text == text


def test_marks_go_behind_the_letters_that_they_stand_over(read: Read) -> None:
    text = "كتب الصحفي أن الوفد غادر القاهرة مساء أمس."
    glyphs = drawn_line(text, 700)
    bearer = {index: glyph for index, glyph in enumerate(glyphs) if glyph.text == "ك"}
    glyphs += [Drawn("\u064e", glyph.x + 0.5, glyph.y + 2) for glyph in bearer.values()]
    [document] = read(pdf([glyphs]), "a.pdf")
    assert document.text == text.replace("ك", "كَ")


def test_bold_made_by_drawing_twice_is_read_once(read: Read) -> None:
    text = "وصل الوفد إلى القاهرة مساء أمس."
    glyphs = drawn_line(text, 700)
    glyphs = [twin for glyph in glyphs for twin in (glyph, Drawn(glyph.text, glyph.x + 0.3, glyph.y))]
    [document] = read(pdf([glyphs]), "a.pdf")
    assert document.text == text


def test_two_columns_are_read_from_the_right(paragraphs: tuple[str, ...], read: Read) -> None:
    def column(text: str, shift: float) -> list[Drawn]:
        rows = [drawn_line(line, 700 - LEADING * row) for row, line in enumerate(wrapped(text, 28))]
        return [Drawn(glyph.text, glyph.x - shift, glyph.y) for row in rows for glyph in row]

    words = ["كلمة"] * 7
    right, left = " ".join(words * 6), " ".join(["أخرى"] * 42)
    [document] = read(pdf([column(right, 0) + column(left, 260)]), "a.pdf")
    assert document.text.replace("\n", " ").split() == right.split() + left.split()


def test_the_largest_letters_are_the_title(title: str, paragraphs: tuple[str, ...], read: Read) -> None:
    [document] = read(pdf([drawn_line(title, 810, size=18) + page(paragraphs)[12:]]), "a.pdf")
    assert document.title == title


def test_letters_drawn_from_the_left_in_logical_order(paragraphs: tuple[str, ...], read: Read) -> None:
    """Programs that know no Arabic draw it backwards; the text layer is right as it stands."""
    glyphs = [
        Drawn(char, 50 + ADVANCE * place, 700 - LEADING * row)
        for row, line in enumerate(wrapped(" ".join(paragraphs)))
        for place, char in enumerate(line)
    ]
    [document] = read(pdf([glyphs]), "a.pdf")
    assert document.text == " ".join(paragraphs)


def test_latin_text_is_left_as_it_is(read: Read) -> None:
    text = "Delegations met in Cairo on 20 May 2021 (the third round), said the ministry."
    glyphs = [Drawn(char, 50 + ADVANCE * place, 700) for place, char in enumerate(text)]
    [document] = read(pdf([glyphs]), "a.pdf")
    assert document.text == text


def test_what_has_no_text_layer_says_so(problems: Problems) -> None:
    assert "without a text layer" in problems(pdf([[]]), "scan.pdf")[0]
    assert (
        "fonts do not say" in problems(pdf([[Drawn("\ue123", 10.0 * n, 700) for n in range(9)]]), "a.pdf")[0]
    )
    assert "damaged PDF" in problems(b"%PDF-1.7\nbroken", "a.pdf")[0]


LINE = st.lists(
    st.sampled_from(
        ["الوفد", "في", "2021", "12.5%", "(القاهرة)", "CNN", "10:30", "«هدنة»،", "و(18)", "3/5/2021"]
    ),
    min_size=2,
    max_size=9,
).map(lambda words: " ".join(["قال", *words, "أمس."]))


@settings(deadline=None, max_examples=100)
@given(LINE)
def test_the_order_on_paper_is_turned_back(text: str) -> None:
    """What the algorithm shows of the reading is what it shows of the text; without Latin they are one."""
    shown = [text[index] for index in reorder(levels(text, "rtl"))]
    found = logical_order(shown, rtl=True)
    assert sorted(found) == sorted(text)
    assert [found[index] for index in reorder(levels(found, "rtl"))] == shown
    if not any(word.isascii() and word.isalpha() for word in text.split()):
        assert found == text


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (")2021( عام", "(2021) عام"),
        ("و)18)", "و(18)"),
        ("»نعم«، قال", "«نعم»، قال"),
        ("(نعم)«.", "(نعم)»."),
    ],
)
def test_brackets_open_and_close(shown: str, text: str) -> None:
    assert directed(shown) == text


def test_arabic_spelt_backwards_is_known(paragraphs: tuple[str, ...]) -> None:
    text = " ".join(paragraphs)
    assert reversed_share(text) < 0 < reversed_share(text[::-1])
