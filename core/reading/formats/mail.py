"""Letters and web archives: .eml, the messages of an .mbox, .mhtml."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from core.errors import UnreadableError
from core.reading.document import make_document
from core.reading.formats.dates import stated_date
from core.reading.formats.encoding import decode
from core.reading.formats.markup import markup_lines
from core.reading.formats.text import path_uri, stem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from email.message import EmailMessage, MIMEPart

    from core.model import Document

_FROM_LINE = re.compile(rb"From \S+ .*\d{4}")
_ESCAPED = re.compile(rb"^>(>*From )", re.M)
# Plain text in letters is broken at some such width.
_WRAPPED_AT_MOST = 80
_WRAPPED_AT_LEAST = 45


def messages(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the messages of a mailbox (mboxrd): each begins with a line «From … year» after an empty one."""
    held: list[bytes] = []
    empty = True
    for line in stream:
        if empty and _FROM_LINE.match(line):
            if held:
                yield _ESCAPED.sub(rb"\1", b"".join(held))
            held = []
        else:
            held.append(line)
        empty = not line.strip()
    if held:
        yield _ESCAPED.sub(rb"\1", b"".join(held))


def read_mail(data: bytes, name: str, published: dt.date | None) -> Document:
    """Read the article that a letter, or a page saved with its pictures (.mhtml), is.

    Raises:
        UnreadableError: it has no text.
    """
    from email import message_from_bytes
    from email.policy import default

    message: EmailMessage = message_from_bytes(data, policy=default)
    if message.get_content_type() == "multipart/related" and (page := _saved_page(message)):
        return _read_page(message, page, name, published)
    text = _text(message, name)
    if not text.strip():
        raise UnreadableError(name, "is a letter without a text", "open it and save its attachments")
    return make_document(
        text,
        doc_id=_header(message, "message-id").strip("<> ") or stem(name),
        title=_header(message, "subject") or None,
        outlet=_sender(message),
        published=stated_date(_header(message, "date")) or published,
        uri=path_uri(name),
    )


def _saved_page(message: EmailMessage) -> EmailMessage | None:
    """Return the page of a web archive; null for a letter with pictures."""
    if (
        not any(message[header] for header in ("snapshot-content-location", "content-location"))
        and message["to"]
    ):
        return None
    return next((part for part in message.walk() if part.get_content_type() == "text/html"), None)


def _read_page(message: EmailMessage, page: EmailMessage, name: str, published: dt.date | None) -> Document:
    from core.reading.formats.page import read_markup

    markup = _payload(page, name)
    address = _header(message, "snapshot-content-location") or _header(page, "content-location")
    return read_markup(markup, name, published, uri=address if address.startswith("http") else None)


def _text(message: EmailMessage, name: str) -> str:
    """Return the body as lines: of the plain text and the HTML, the one that says more."""
    plain, rich = message.get_body(("plain",)), message.get_body(("html",))
    lines = markup_lines(_payload(rich, name))[0] if rich is not None else []
    text = _payload(plain, name) if plain is not None else ""
    if plain is not None and plain.get_param("format") == "flowed":
        text = re.sub(r"(?<! )(?<!^--) \r?\n(?!>)", " ", text)
    text = unwrapped(text)
    marked = "\n".join(lines)
    return marked if len("".join(marked.split())) > 1.5 * len("".join(text.split())) else text


def unwrapped(text: str) -> str:
    """Join lines that were broken at a width, where empty lines divide the paragraphs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = [block.split("\n") for block in re.split(r"\n[ \t]*\n\s*", text.strip("\n"))]
    inner = [len(line) for block in blocks for line in block[:-1]]
    longest = max((len(line) for block in blocks for line in block), default=0)
    if longest > _WRAPPED_AT_MOST or sum(n >= _WRAPPED_AT_LEAST for n in inner) < 0.8 * len(inner):
        return text
    return "\n".join(" ".join(line.strip() for line in block) for block in blocks)


def _payload(part: MIMEPart, name: str) -> str:
    data = part.get_payload(decode=True)
    return decode(data, name, part.get_content_charset()) if isinstance(data, bytes) and data else ""


def _header(message: EmailMessage, header: str) -> str:
    """Return a header in words, also where its letters were written without encoding them."""
    value = str(message.get(header, ""))
    if "\ufffd" in value:
        stored = next(str(raw) for name, raw in message.raw_items() if name.lower() == header)
        value = decode(stored.encode("ascii", "surrogateescape"), header)
    return " ".join(value.split())


def _sender(message: EmailMessage) -> str | None:
    from email.utils import parseaddr

    shown, address = parseaddr(_header(message, "from"))
    return shown or address.rpartition("@")[2] or None
