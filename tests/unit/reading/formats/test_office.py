"""Word files, books and feeds."""

import datetime as dt
import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
from docx.oxml import OxmlElement

from core.model import Document

Read = Callable[..., list[Document]]
Problems = Callable[..., list[str]]


def word(title: str, paragraphs: tuple[str, ...], *, styled: bool) -> bytes:
    file = docx.Document()
    file.core_properties.created = dt.datetime(2021, 5, 20, 12, 0, tzinfo=dt.UTC)
    if styled:
        file.add_heading(title, level=0)
    else:
        file.core_properties.title = title
    for paragraph in paragraphs[:-1]:
        file.add_paragraph(paragraph)
    file.add_table(1, 2).rows[0].cells[1].text = paragraphs[-1]
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def test_a_word_file_with_its_tables_title_and_day(
    title: str, paragraphs: tuple[str, ...], read: Read
) -> None:
    for styled in (True, False):
        [document] = read(word(title, paragraphs, styled=styled), "a.doc")
        assert document.text.split("\n") == ([title] if styled else []) + list(paragraphs)
        assert (document.title, document.id) == (title, "a")
        assert document.published == dt.date(2021, 5, 20)


def test_what_a_person_says_of_the_day_counts_more_than_when_a_file_was_made(
    title: str, paragraphs: tuple[str, ...], read: Read
) -> None:
    [document] = read(word(title, paragraphs, styled=True), "a.docx", dt.date(2020, 1, 1))
    assert document.published == dt.date(2020, 1, 1)


def test_struck_words_are_gone_and_inserted_ones_are_there(read: Read) -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("وصل الوفد ")
    for tag, words in (("w:del", "أمس"), ("w:ins", "اليوم")):
        run = paragraph.add_run(words)._r
        change = OxmlElement(tag)
        run.addprevious(change)
        change.append(run)
    out = BytesIO()
    file.save(out)
    [document] = read(out.getvalue(), "a.docx")
    assert document.text == "وصل الوفد اليوم"
    assert document.published is None


def book(chapters: dict[str, str]) -> bytes:
    out = BytesIO()
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(len(chapters))))
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "OEBPS/content.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            "<dc:title>كتاب الوساطات</dc:title><dc:date>2021-05-20</dc:date></metadata>"
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for name, markup in chapters.items():
            archive.writestr(f"OEBPS/{name}", markup)
    return out.getvalue()


def test_a_book_is_its_chapters_in_reading_order(title: str, paragraphs: tuple[str, ...], read: Read) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    chapter = "<html><head><title>x</title></head><body><h2>{}</h2>{}</body></html>"
    data = book({"two.xhtml": chapter.format("الثاني", body), "one.xhtml": chapter.format(title, body)})
    first, second = read(data, "b.epub")
    assert (first.title, second.title) == (title, "الثاني")
    assert first.text.split("\n") == [title, *paragraphs]
    assert (first.outlet, first.published) == ("كتاب الوساطات", dt.date(2021, 5, 20))


def test_a_book_of_pictures_says_so(problems: Problems) -> None:
    [problem] = problems(book({"a.xhtml": "<html><body><img src='a.png'/></body></html>"}), "b.epub")
    assert "without text" in problem


def test_rss_and_atom(title: str, paragraphs: tuple[str, ...], read: Read) -> None:
    body = "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in paragraphs)
    rss = (
        f"<?xml version='1.0' encoding='{{}}'?><rss version='2.0'><channel><title>وكالة المثال</title><item>"
        f"<title>{title}</title><link>https://example.org/1</link><description>{body}</description>"
        "<pubDate>Thu, 20 May 2021 23:30:00 +0300</pubDate></item></channel></rss>"
    )
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>وكالة المثال</title><entry>"
        f"<title>{title}</title><link href='https://example.org/1'/><content type='html'>{body}</content>"
        "<published>2021-05-20T23:30:00+03:00</published><updated>2022-01-01T00:00:00Z</updated></entry></feed>"
    )
    for data in (rss.format("utf-8").encode(), rss.format("windows-1256").encode("cp1256"), atom.encode()):
        [document] = read(data, "a.xml")
        assert document.text.split("\n") == list(paragraphs)
        assert (document.title, document.outlet) == (title, "وكالة المثال")
        assert (document.published, document.uri) == (dt.date(2021, 5, 20), "https://example.org/1")
