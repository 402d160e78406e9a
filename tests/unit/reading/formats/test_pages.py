"""Web pages: the article without the page, and what the page declares."""

import datetime as dt
import json
from collections.abc import Callable

import pytest

from core.model import Document

Read = Callable[..., list[Document]]

MENU = "".join(
    f'<li><a href="/{n}">{word}</a></li>' for n, word in enumerate(("الرئيسية", "رياضة", "اقتصاد"))
)
TEASERS = (
    "<aside><h3>اقرأ أيضا</h3><ul><li><a href='/8'>وزير المالية يعرض الموازنة على البرلمان غدا</a></li>"
    "<li><a href='/9'>فوز المنتخب في المباراة الافتتاحية للبطولة</a></li></ul></aside>"
)


def page(title: str, paragraphs: tuple[str, ...], head: str, charset: str = "utf-8") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html>\n<html lang=ar dir=rtl><head><meta charset='{charset}'>"
        f"<title>{title} | صحيفة المثال</title>{head}</head><body><header><nav><ul>{MENU}</ul></nav></header>"
        f"<main><article><h1>{title}</h1>{body}</article>{TEASERS}</main>"
        "<footer><p>جميع الحقوق محفوظة</p></footer></body></html>"
    )


def json_ld(title: str, **more: object) -> str:
    article = {
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": "2021-05-20T22:30:00+03:00",
        **more,
    }
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, article]}
    return f'<script type="application/ld+json">{json.dumps(graph, ensure_ascii=False)}</script>'


OPEN_GRAPH = (
    '<meta property="og:title" content="{title} | صحيفة المثال">'
    '<meta property="og:site_name" content="صحيفة المثال">'
    '<meta property="article:modified_time" content="2022-01-01T00:00:00Z">'
    '<meta property="article:published_time" content="2021-05-20T22:30:00Z">'
    '<link rel="canonical" href="https://example.org/news/1">'
)


def assert_is_the_article(document: Document, title: str, paragraphs: tuple[str, ...]) -> None:
    assert document.title == title
    assert [line for line in document.text.split("\n") if line != title] == list(paragraphs)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "iso8859_6", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256"])
def test_the_body_comes_without_menus_and_teasers(
    encoding: str, declared: str, title: str, paragraphs: tuple[str, ...], read: Read
) -> None:
    markup = page(title, paragraphs, OPEN_GRAPH.format(title=title), declared)
    [document] = read(markup.encode(encoding), "saved.txt")
    assert_is_the_article(document, title, paragraphs)
    assert (document.outlet, document.published) == ("صحيفة المثال", dt.date(2021, 5, 20))
    assert document.uri == "https://example.org/news/1"


def test_json_ld_says_it_too(title: str, paragraphs: tuple[str, ...], read: Read) -> None:
    head = json_ld(title, publisher={"@type": "Organization", "name": "وكالة المثال"})
    [document] = read(page(title, paragraphs, head).encode(), "a.html")
    assert_is_the_article(document, title, paragraphs)
    assert (document.outlet, document.published) == ("وكالة المثال", dt.date(2021, 5, 20))


def test_the_declared_body_stands_in_where_the_page_is_made_by_a_script(
    text: str, title: str, read: Read
) -> None:
    markup = f"<html><head>{json_ld(title, articleBody=text)}</head><body><div id=app></div></body></html>"
    [document] = read(markup.encode(), "a.html")
    assert "".join(document.text.split()) == "".join(text.split())


def test_a_bare_page_has_its_heading_for_a_title(title: str, paragraphs: tuple[str, ...], read: Read) -> None:
    [document] = read(page(title, paragraphs, "").encode(), "a.htm", dt.date(2020, 1, 1))
    assert_is_the_article(document, title, paragraphs)
    assert document.published == dt.date(2020, 1, 1)


def test_a_short_article_is_not_filled_up_with_the_page(
    title: str, paragraphs: tuple[str, ...], read: Read
) -> None:
    [document] = read(page(title, paragraphs[:1], "").encode(), "a.html")
    assert_is_the_article(document, title, paragraphs[:1])


def test_a_page_divided_by_tables(title: str, paragraphs: tuple[str, ...], read: Read) -> None:
    """As pages were made before style sheets, and in windows-1256 without a heading."""
    markup = (
        f"<html><head><title>{title} - الموقع الإخباري</title></head><body><table><tr><td colspan=2>"
        f"<a href=/>الرئيسية</a> | <a href=/s>رياضة</a></td></tr><tr><td width=70%><b>{title}</b><br><br>"
        f"{'<br><br>'.join(paragraphs)}</td><td><ul>{MENU}</ul></td></tr></table></body></html>"
    )
    [document] = read(markup.encode("cp1256"), "a.htm")
    assert_is_the_article(document, title, paragraphs)


def test_the_title_is_the_heading_that_the_page_is_called_after(
    title: str, paragraphs: tuple[str, ...], read: Read
) -> None:
    markup = page(title, paragraphs, "").replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    [document] = read(markup.encode(), "a.html")
    assert document.title == title


def test_the_cells_of_a_table_of_figures_stay_a_row(
    title: str, paragraphs: tuple[str, ...], read: Read
) -> None:
    cells = "<table><tr><th>الطرف</th><th>الأسرى</th></tr><tr><td>الأول</td><td>50</td></tr></table>"
    markup = page(title, paragraphs, "").replace("</article>", f"{cells}</article>")
    [document] = read(markup.encode(), "a.html")
    assert document.text.split("\n")[-2:] == ["الطرف · الأسرى", "الأول · 50"]


def test_a_page_without_an_article_says_so(problems: Callable[..., list[str]]) -> None:
    [problem] = problems(b"<html><body><script>run()</script></body></html>", "a.html")
    assert "without an article" in problem
