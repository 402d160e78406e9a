"""The words that name a happening: their lexicon (triggers.toml) and where they stand in a text."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from core.arabic import Word, fold_key, strip_clitics
from core.events.conjugation import imperfect_forms, noun_forms, past_forms
from core.events.grammar import grammar
from core.model import Plover, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from core.events.conjugation import Tense

RoleName: TypeAlias = Literal["source", "target", "mediator", "envoy"]

# A verb takes only these before it; «ب» or the article before the same letters makes a noun of them.
_VERB_PROCLITICS = frozenset(("", "و", "ف", "ل", "ول", "فل"))
# How many words after a verb its required complement may stand: the subject comes in between.
_REACH = 9


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
    reporting: bool


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a trigger."""

    cls: TriggerClass
    lemma: str
    pos: Pos
    tense: Tense | None = None
    passive: bool = False
    needs: frozenset[str] = frozenset()
    """Keys of which one has to follow in reach; empty: none has to."""
    rest: tuple[str, ...] = ()
    """Keys of the further words of a fixed phrase."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger where it stands."""

    form: Form
    span: Span
    first: int
    """Index of its first word."""
    last: int
    """Index of its last word."""
    light: Hit | None = None
    """The light verb that carries the noun («قام … بزيارة»)."""
    complement: int | None = None
    """Index of the word that the verb asked for."""

    @property
    def cls(self) -> TriggerClass:
        """Its class."""
        return self.form.cls

    @property
    def verb(self) -> Hit:
        """The word that inflects for it: its light verb, else itself."""
        return self.light or self

    @property
    def tense(self) -> Tense | None:
        """Tense of the verb, None for a noun that stands alone."""
        return self.verb.form.tense


@cache
def lexicon() -> Mapping[str, tuple[Form, ...]]:
    """Load triggers.toml and build every form once: matching key of the (first) word → its forms."""
    data = tomllib.loads(files(__package__).joinpath("triggers.toml").read_text(encoding="utf-8"))
    forms: defaultdict[str, list[Form]] = defaultdict(list)
    for table in data["class"]:
        cls = _trigger_class(table)
        for key, form in _forms(cls, table):
            if form not in forms[key]:
                forms[key].append(form)
    return {key: tuple(found) for key, found in forms.items()}


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
        reporting=table.get("reporting", False),
    )


def _forms(cls: TriggerClass, table: Mapping[str, Any]) -> Iterator[tuple[str, Form]]:
    for passive, entries in ((False, table.get("verbs", ())), (True, table.get("passive", ()))):
        for entry in entries:
            pair, _, needs = entry.partition("~")
            past, imperfect = pair.strip().split("/")
            form = Form(
                cls,
                past,
                Pos.VERB,
                "past",
                passive,
                frozenset(fold_key(word.strip()) for word in needs.split("|") if word.strip()),
            )
            yield from ((key, form) for key in past_forms(past))
            yield from ((key, replace(form, tense=tense)) for key, tense in imperfect_forms(imperfect))
    for noun in table.get("nouns", ()):
        first, *rest = noun.split()
        form = Form(cls, noun, Pos.NOUN, rest=tuple(map(fold_key, rest)))
        yield from ((key, form) for key in noun_forms(first))
    for phrase in table.get("phrases", ()):
        first, *rest = map(fold_key, phrase.split())
        yield first, Form(cls, phrase, Pos.NOUN, rest=tuple(rest))


def find_triggers(words: Sequence[Word]) -> tuple[Hit, ...]:
    """Find the triggers among the words of a sentence, in order, at most one a word.

    Of the readings of one word the longest phrase wins, then the verb whose complement is there, then the
    class of higher priority. A light verb gives its place to the noun that it carries.
    """
    hits: list[Hit] = []
    taken = -1
    for index in range(len(words)):
        if index <= taken:
            continue
        hit = max(_readings(words, index), key=_weight, default=None)
        if hit is not None:
            hits.append(hit)
            taken = hit.last
    return tuple(_carry(words, hits))


def _readings(words: Sequence[Word], index: int) -> Iterator[Hit]:
    table = lexicon()
    for proclitic, rest in strip_clitics(words[index].key):
        for form in table.get(rest, ()):
            if form.pos is Pos.VERB and proclitic not in _VERB_PROCLITICS:
                continue
            last = index + len(form.rest)
            if form.rest and not _phrase_here(words, index, form.rest):
                continue
            complement = _complement(words, index, form.needs) if form.needs else None
            if form.needs and complement is None:
                continue
            yield Hit(form, Span(words[index].start, words[last].end), index, last, None, complement)


def _phrase_here(words: Sequence[Word], index: int, rest: tuple[str, ...]) -> bool:
    following = words[index + 1 : index + 1 + len(rest)]
    return len(following) == len(rest) and all(
        wanted in {key for _, key in strip_clitics(word.key)}
        for word, wanted in zip(following, rest, strict=True)
    )


def _complement(words: Sequence[Word], index: int, needs: frozenset[str]) -> int | None:
    singles = {need for need in needs if " " not in need}
    phrases = [need.split() for need in needs if " " in need]
    for later in range(index + 1, min(index + 1 + _REACH, len(words))):
        keys = {key for _, key in strip_clitics(words[later].key)}
        if keys & singles:
            return later
        for first, *rest in phrases:
            if first in keys and [word.key for word in words[later + 1 : later + 1 + len(rest)]] == rest:
                return later
    return None


def _weight(hit: Hit) -> tuple[int, bool, int, bool]:
    return len(hit.form.rest), hit.complement is not None, hit.cls.priority, hit.form.pos is Pos.VERB


def _carry(words: Sequence[Word], hits: list[Hit]) -> Iterator[Hit]:
    """Join light verbs with the nouns they carry; a light verb with nothing to carry is no trigger."""
    aside = grammar().circumstance | grammar().temporal
    pending: Hit | None = None
    for hit in hits:
        if hit.cls.light:
            pending = hit
        elif pending is not None and hit.form.pos is Pos.NOUN and not _follows(words, hit, aside):
            yield replace(hit, light=pending)
            pending = None
        else:
            if hit.form.pos is Pos.VERB:
                pending = None
            yield hit


def _follows(words: Sequence[Word], hit: Hit, aside: frozenset[str]) -> bool:
    """Tell whether the noun stands in a circumstance («خلال الزيارة»)."""
    return hit.first > 0 and words[hit.first - 1].key in aside
