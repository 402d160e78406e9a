"""What the palette lists: an action by its names in every language, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from tui.language import Language, table, tr


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done; parts make their own (`Part.offers`)."""

    names: tuple[str, ...]
    """What it is called: first as the screen says it (`named`)."""
    action: str
    """As in the key table: `layout`, `app.leave`, `find.begin`."""
    sentence: str = ""
    """What is said of it further; found by the beginnings of its words."""
    keys: str = ""
    """The keys that do it, as a person reads them."""


def named(english: str, **values: str) -> tuple[str, ...]:
    """Return a text as the screen says it, in English and in Arabic, each once, its `{names}` filled in.

    What is filled in is said in the language of the text where that is known.
    """
    arabic = table(Language.ARABIC)

    def said(text: str) -> str:
        found = arabic.get(text, text)
        return found if isinstance(found, str) else text

    shown = tr(english).format(**{name: tr(value) for name, value in values.items()})
    in_arabic = said(english).format(**{name: said(value) for name, value in values.items()})
    return tuple(dict.fromkeys((shown, english.format(**values), in_arabic)))
