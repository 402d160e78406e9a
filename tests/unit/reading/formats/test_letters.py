"""Letters, mailboxes, web archives."""

import datetime as dt
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from core.model import Document

Read = Callable[..., list[Document]]
Problems = Callable[..., list[str]]


def letter(title: str, text: str, charset: str = "utf-8", markup: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "وكالة المثال <news@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = title
    message["Date"] = "Thu, 20 May 2021 23:30:00 +0300"
    message["Message-ID"] = "<17@example.org>"
    message.set_content(text, charset=charset)
    if markup is not None:
        message.add_alternative(markup, subtype="html", charset=charset)
    return message


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
def test_a_letter_is_an_article(charset: str, title: str, text: str, read: Read) -> None:
    [document] = read(letter(title, text, charset).as_bytes(policy=SMTP), "a.txt")
    assert document.text.splitlines() == text.splitlines()
    assert (document.title, document.outlet, document.id) == (title, "وكالة المثال", "17@example.org")
    assert document.published == dt.date(2021, 5, 20)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_heads_that_were_written_without_encoding_them(
    charset: str, title: str, text: str, read: Read
) -> None:
    raw = f"From: وكالة المثال <news@example.org>\nDate: 20 May 2021 10:00 +0300\nSubject: {title}\n\n{text}"
    [document] = read(raw.encode(charset), "a.eml")
    assert (document.title, document.outlet, document.text) == (title, "وكالة المثال", text)
    assert document.published == dt.date(2021, 5, 20)


def test_the_part_that_says_more_is_read(
    title: str, text: str, paragraphs: tuple[str, ...], read: Read
) -> None:
    markup = (
        "<html><body><style>p{}</style>" + "".join(f"<p>{line}</p>" for line in paragraphs) + "</body></html>"
    )
    for plain, expected in ((text, text), ("افتح الرسالة في المتصفح", text)):
        [document] = read(letter(title, plain, markup=markup).as_bytes(), "a.eml")
        assert document.text.strip() == expected


def test_lines_broken_at_a_width_are_joined(title: str, paragraphs: tuple[str, ...], read: Read) -> None:
    import textwrap

    wrapped = "\n\n".join("\n".join(textwrap.wrap(paragraph, 66)) for paragraph in paragraphs)
    [document] = read(letter(title, wrapped).as_bytes(), "a.eml")
    assert document.text.strip().split("\n") == list(paragraphs)


def test_a_mailbox_holds_many(title: str, text: str, read: Read) -> None:
    body = text + "\n\nFrom here on it is text, of 2021\nوانتهى."
    one = letter(title, body).as_bytes()
    data = b"".join(
        b"From news@example.org Thu May 20 23:30:00 2021\n" + one.replace(b"\nFrom ", b"\n>From ") + b"\n"
        for _ in range(3)
    )
    found = read(data, "box")
    assert [document.text.strip() for document in found] == [body] * 3


def test_a_letter_without_a_text_is_told_and_the_rest_goes_on(
    text: str, problems: Problems, read: Read
) -> None:
    start = b"From a@example.org Thu May 20 23:30:00 2021\n"
    data = start + letter("x", "").as_bytes() + b"\n" + start + letter("x", text).as_bytes()
    [problem] = problems(data, "a.mbox")
    assert problem.startswith("a.mbox, letter 1: is a letter without a text")


def test_a_saved_page_with_its_pictures(title: str, paragraphs: tuple[str, ...], read: Read) -> None:
    archive = EmailMessage()
    archive["From"] = "<Saved by Blink>"
    archive["Snapshot-Content-Location"] = "https://example.org/news/1"
    archive["Subject"] = title
    archive["Date"] = "Thu, 20 May 2023 23:30:00 -0000"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    meta = "<meta property='article:published_time' content='2021-05-20'>"
    archive.set_content(
        f"<html><head><title>{title}</title>{meta}</head><body><h1>{title}</h1>{body}</body></html>",
        subtype="html",
    )
    archive.make_related()
    archive.add_related(b"\x89PNG", "image", "png")
    [document] = read(archive.as_bytes(), "page.mhtml")
    assert [line for line in document.text.split("\n") if line != title] == list(paragraphs)
    assert (document.title, document.published) == (title, dt.date(2021, 5, 20))
    assert (document.uri, document.outlet) == ("https://example.org/news/1", "example.org")
