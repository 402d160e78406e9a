"""What a web page declares of its article: schema.org in JSON-LD or microdata, Open Graph, Dublin Core."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from core.reading.formats.dates import stated_date
from core.reading.formats.markup import plain_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

_SUFFIX = re.compile(r"\s+[|\-–—:»•·]+\s+")


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page declares; null where it does not."""

    title: str | None = None
    outlet: str | None = None
    date: dt.date | None = None
    url: str | None = None
    body: str | None = None


def declared_by(tree: Any) -> Declared:
    """Read what a page declares.

    Args:
        tree: the page as lxml.html has it.
    """
    article = next(_articles(tree), {})
    metas = _metas(tree)
    outlet = _words(article.get("publisher")) or _first(metas, "outlet")
    date = stated_date(_words(article.get("datePublished")) or None)
    return Declared(
        title=_title(tree, _words(article.get("headline")) or _first(metas, "title"), outlet),
        outlet=(outlet or "").lstrip("@") or None,
        date=date or _date(metas) or _shown_date(tree),
        url=_address(tree, metas, article),
        body=plain_text(_words(article.get("articleBody"))) or None,
    )


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD that are articles, news before plain pages."""
    found = [thing for script in tree.iter("script") for thing in _things(script)]
    for kind in _table()["types"]:
        yield from (thing for thing in found if kind in _as_list(thing.get("@type")))


def _things(script: Any) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or ""):
        return
    try:
        # Line breaks within strings are a common fault.
        found = json.loads(" ".join((script.text or "").split()))
    except json.JSONDecodeError:
        return
    for thing in _as_list(found):
        if isinstance(thing, dict):
            yield thing
            yield from (inner for inner in _as_list(thing.get("@graph")) if isinstance(inner, dict))
            yield from (inner for inner in _as_list(thing.get("mainEntity")) if isinstance(inner, dict))


def _as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _words(value: object) -> str:
    """Return a value of JSON-LD in words: a thing's name, the first of several."""
    match value:
        case str():
            return value.strip()
        case dict():
            return _words(value.get("name") or value.get("@value"))
        case [first, *_]:
            return _words(first)
        case _:
            return ""


def _metas(tree: Any) -> dict[str, str]:
    """Return what <meta> elements and microdata say, the first of each name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta", "time", "span", "h1"):
        content = element.get("content") or element.get("datetime")
        for attribute in ("property", "name", "itemprop"):
            key = (element.get(attribute) or "").strip().lower()
            if key and content and content.strip():
                found.setdefault(key, content.strip())
    return found


def _first(metas: dict[str, str], field: str) -> str | None:
    return next((metas[key] for key in _table()[field] if key in metas), None)


def _date(metas: dict[str, str]) -> dt.date | None:
    dates = (stated_date(metas[key]) for key in _table()["date"] if key in metas)
    return next((date for date in dates if date), None)


def _shown_date(tree: Any) -> dt.date | None:
    """Return the day of the first <time> that has one in its attribute."""
    times = (stated_date(element.get("datetime")) for element in tree.iter("time"))
    return next((date for date in times if date), None)


def _title(tree: Any, declared: str | None, outlet: str | None) -> str | None:
    """Return the title without the name of the outlet that pages hang on to it."""
    declared = " ".join(plain_text(declared or "").split())
    shown = declared or next((_line(element) for element in tree.iter("title")), "")
    headings = [line for element in tree.iter("h1", "h2", "h3") if (line := _line(element))]
    # The longest: a page's sections have headings as well, and their words may stand in the title.
    best = max((line for line in headings if line in shown), key=len, default=None)
    if best is not None and (shown.startswith(best) or len(best) > len(shown) / 2):
        return best
    main = [line for element in tree.iter("h1") if (line := _line(element))]
    return (main[0] if len(main) == 1 and not declared else None) or _bare(shown, outlet) or None


def _line(element: Any) -> str:
    return " ".join(element.text_content().split())


def _bare(title: str, outlet: str | None) -> str:
    parts = _SUFFIX.split(title)
    if len(parts) < 2:
        return title
    rest = title[: title.rindex(parts[-1])].rstrip(" |-–—:»•·")
    named = outlet is not None and parts[-1].strip() in outlet
    # A name is short, and what is left of a title is not.
    return rest if named or (len(parts[-1].split()) <= 4 < len(rest.split())) else title


def _address(tree: Any, metas: dict[str, str], article: dict[str, Any]) -> str | None:
    canonical = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    found = (next(canonical, None), _first(metas, "url"), _words(article.get("url")))
    return next((address for address in found if address and address.startswith("http")), None)


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = tomllib.loads(
        files(__package__).joinpath("pages.toml").read_text(encoding="utf-8")
    )
    return table
