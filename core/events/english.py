"""The little English that a summary needs: agreement, articles, lists."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLURAL = {"is": "are", "has": "have", "does": "do"}
_BASE = {"is": "be", "has": "have", "does": "do"}
_HISSING = ("sses", "shes", "ches", "xes", "zzes", "oes")
_TRAILING = (" with", " on", " to", " for", " between", " against", " from", " of")
_WORD_OF_VERB = re.compile(r"^\w+|(?<=\bor )\w+|(?<=, )\w+")
_TAIL = re.compile(r" (?:of|for|in|at|from|to|without|\()\b.*| \(.*")


@cache
def wording() -> dict[str, Any]:
    """Return the tables of summary.toml."""
    return tomllib.loads(files(__package__).joinpath("summary.toml").read_text(encoding="utf-8"))


def listed(names: Sequence[str]) -> str:
    """Return «a», «a and b», «a, b and c»."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}" if names else ""


def base(verb: str) -> str:
    """Return the base form of a verb in the third person («visits» → «visit»)."""
    if verb in _BASE:
        return _BASE[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    if verb.endswith(_HISSING):
        return verb[:-2]
    return verb.removesuffix("s") if not verb.endswith("ss") else verb


def conjugated(gloss: str, lead: str = "", *, plural: bool) -> str:
    """Return a gloss («is born or dies») as its subject and mood ask for.

    Args:
        gloss: a phrase whose verbs stand in the third person singular.
        lead: "" for fact, "to" for what is planned, "may", or "not".
        plural: whether the subject is.
    """
    verb = gloss.split(" ", 1)[0]
    if lead == "not" and verb == "is":
        return f"{'are' if plural else 'is'} not{gloss[2:]}"
    if lead:
        ahead = {
            "to": "are to" if plural else "is to",
            "may": "may",
            "not": "do not" if plural else "does not",
        }
        return f"{ahead[lead]} {_WORD_OF_VERB.sub(lambda m: _unless_noun(m[0], base), gloss)}"
    if not plural:
        return gloss
    return _WORD_OF_VERB.sub(
        lambda m: _unless_noun(m[0], lambda verb: _PLURAL.get(verb) or base(verb)), gloss
    )


def _unless_noun(word: str, change: Any) -> str:
    return str(change(word)) if word.endswith("s") else word


def without_object(gloss: str) -> str:
    """Return a gloss without the preposition that leads to an object."""
    for tail in _TRAILING:
        gloss = gloss.removesuffix(tail)
    return gloss


def is_plural(name: str) -> bool:
    """Tell whether a common noun phrase is plural by its head («three parties», «forces of …»)."""
    head = _TAIL.sub("", name).rpartition(" ")[2]
    if head.lower() in wording()["plural"]["words"]:
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "news")) and not head.isupper()


def with_the(name: str) -> str:
    """Put «the» before a proper name that takes it («the United Nations»)."""
    table = wording()["the"]
    head = _TAIL.sub("", name)
    takes = any(head == word or head.startswith(f"{word} ") for word in table["first"])
    takes = takes or head.rpartition(" ")[2] in table["last"]
    return f"the {name}" if takes and not name.startswith(("the ", "The ")) else name


def with_article(gloss: str, *, definite: bool) -> str:
    """Put an article before a common noun phrase."""
    if definite:
        return f"the {gloss}"
    if is_plural(gloss) or gloss[:1].isdigit():
        return gloss
    return f"{'an' if gloss[:1].lower() in 'aeiou' else 'a'} {gloss}"
