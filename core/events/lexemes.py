"""The lexicon of happenings: the classes of triggers.toml and every written form of their words."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from core.arabic import fold_key
from core.events.conjugation import imperfect_forms, noun_forms, past_forms
from core.model import Plover
from core.resources import laid_over

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from core.events.conjugation import Tense

RoleName: TypeAlias = Literal["source", "target", "mediator", "envoy"]


class Pos(StrEnum):
    """What kind of word a trigger is."""

    VERB = "verb"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class TriggerClass:
    """A happening with its codes, as in triggers.toml."""

    name: str
    plover: Plover | None
    cameo: str | None
    mode: str | None
    gloss: str
    suffers: str | None
    subject: RoleName
    object: RoleName
    genitive: RoleName
    priority: int
    light: bool
    """Empty: the noun that follows is the happening."""
    opens: bool
    """Announces: what follows is the happening; without it the announcement itself is."""
    ahead: bool
    """What it opens lies in the future."""
    reporting: bool
    spoken: bool
    """Done by saying it: a place told far from it is what it speaks of."""


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a trigger."""

    cls: TriggerClass
    lemma: str
    pos: Pos
    tense: Tense | None = None
    mine: bool = False
    """First person singular, rare in news and written like much else («أصل», «أصيب»)."""
    passive: bool = False
    """Its grammatical subject suffers the act."""
    either: bool = False
    """Written alike in both voices («قتل»): who stands beside it decides."""
    needs: frozenset[str] = frozenset()
    """Keys of which one has to follow in reach; empty: none has to."""
    rest: tuple[str, ...] = ()
    """Keys of the further words of a fixed phrase."""
    dated: bool = False
    """A participle, which counts only where a date follows at once («الموقعة عام 1993»)."""
    owned: bool = False
    """Ends with a possessive pronoun, so that no article stands before it."""


@cache
def _triggers() -> Mapping[str, Any]:
    """Load triggers.toml, a person's own entries laid over it, once for all who ask."""
    ours = tomllib.loads(files(__package__).joinpath("triggers.toml").read_text(encoding="utf-8"))
    return laid_over("triggers.toml", ours)


@cache
def lexicon() -> Mapping[str, tuple[Form, ...]]:
    """Build every form once: matching key of the (first) word → its forms."""
    data = _triggers()
    forms: defaultdict[str, list[Form]] = defaultdict(list)
    for table in data["class"]:
        cls = _trigger_class(table)
        for key, form in _forms(cls, table):
            if form not in forms[key]:
                forms[key].append(form)
    for key in never():
        forms.pop(key, None)
    return {key: tuple(found) for key, found in forms.items()}


@cache
def never() -> frozenset[str]:
    """Return the keys that are written like a trigger and never one."""
    return frozenset(map(fold_key, _triggers()["never"]))


def _trigger_class(table: Mapping[str, Any]) -> TriggerClass:
    plover = table["plover"]
    return TriggerClass(
        name=table["name"],
        plover=Plover(plover) if plover and not table.get("uncoded") else None,
        cameo=table["cameo"] or None,
        mode=table.get("mode"),
        gloss=table["gloss"],
        suffers=table.get("suffers"),
        subject=table.get("subject", "source"),
        object=table.get("object", "target"),
        genitive=table.get("genitive", "source"),
        priority=table.get("priority", 0),
        light=table.get("light", False),
        opens=table.get("opens", False),
        ahead=table.get("ahead", False),
        reporting=table.get("reporting", False),
        spoken=table.get("spoken", False),
    )


def _forms(cls: TriggerClass, table: Mapping[str, Any]) -> Iterator[tuple[str, Form]]:
    actives, passives = table.get("verbs", ()), table.get("passive", ())
    for entry in {**dict.fromkeys(actives), **dict.fromkeys(passives)}:
        pair, _, needs = entry.partition("~")
        past, imperfect = pair.strip().split("/")
        form = Form(
            cls,
            past,
            Pos.VERB,
            "past",
            passive=entry in passives,
            either=entry in passives and entry in actives,
            needs=_needs(needs),
        )
        yield from ((key, form) for key in past_forms(past))
        # A verb has dozens of keys and a few sorts of form: to make one for each key took half the loading.
        inflected: dict[tuple[Tense, bool], Form] = {}
        for key, tense in imperfect_forms(imperfect):
            mine = key.removeprefix("س")[:1] == "ا"
            if (tense, mine) not in inflected:
                inflected[tense, mine] = replace(form, tense=tense, mine=mine)
            yield key, inflected[tense, mine]
    for entry in table.get("nouns", ()):
        noun, _, needs = entry.partition("~")
        first, *rest = noun.split()
        form = Form(cls, noun.strip(), Pos.NOUN, rest=tuple(map(fold_key, rest)), needs=_needs(needs))
        possessed = replace(form, owned=True)
        yield from ((key, possessed if owned else form) for key, owned in noun_forms(first))
    for entry in table.get("participles", ()):
        participle, _, needs = entry.partition("~")
        key = fold_key(participle).strip()
        yield key, Form(cls, participle.strip(), Pos.NOUN, dated=True, needs=_needs(needs))
    for phrase in table.get("phrases", ()):
        first, *rest = map(fold_key, phrase.split())
        yield first, Form(cls, phrase, Pos.NOUN, rest=tuple(rest))


def _needs(words: str) -> frozenset[str]:
    """Return the keys of the words asked for, and of two of them («غارة», «غارتين»)."""
    asked = [word.strip() for word in words.split("|") if word.strip()]
    single = [word for word in asked if " " not in word and len(word) > 3 and word[-1] not in "اىت"]
    stems = [word[:-1] + "ت" if word.endswith("ة") else word for word in single]
    duals = [stem + ending for stem in stems for ending in ("ين", "ان")]
    joined = [word[:-1] + ending for word in single if word.endswith("ة") for ending in ("تا", "تي")]
    return frozenset(map(fold_key, [*asked, *duals, *joined]))
