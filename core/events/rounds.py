"""Which round of talks: «الجولة الثالثة من المفاوضات», «جولة جديدة», «تسع جولات», «جنيف 2»."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from core.arabic import fold_key, strip_clitics
from core.arabic.numerals import NumberKind, number_word, read_number
from core.events.issues import bare_start, mediation_words
from core.model import Round, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.events.sentence import Sentence

_ORDINALS = (NumberKind.ORDINAL, NumberKind.ORDINAL_FEMININE)
# No talks are numbered higher by their place.
_HIGHEST = 30


@dataclass(frozen=True, slots=True)
class _Words:
    one: frozenset[str]
    two: frozenset[str]
    many: frozenset[str]
    qualities: frozenset[str]
    before: frozenset[str]
    talks: frozenset[str]
    named: frozenset[str]
    named_after: frozenset[str]


@cache
def _words() -> _Words:
    data = mediation_words()

    def keys(words: Iterable[str]) -> frozenset[str]:
        return frozenset(map(fold_key, words))

    rounds = data["rounds"]
    return _Words(
        one=keys(rounds["words"]),
        two=keys(rounds["dual"]),
        many=keys(rounds["many"]),
        qualities=keys(rounds["qualities"]),
        before=keys(rounds["before"]),
        talks=keys(data["rounds_of"]),
        named=keys(rounds["named"]),
        named_after=keys(rounds["named_after"]),
    )


def find_round(sentence: Sentence, stretch: range, *, of_talks: bool) -> Round | None:
    """Return the first round that a stretch of words names; one that says of what goes before others.

    Args:
        sentence: the sentence.
        stretch: indices of its words.
        of_talks: whether the happening is talks, so that a numbered round is one of theirs.
    """
    likely: Round | None = None
    for at in stretch:
        if (named := _named(sentence, stretch, at)) is not None:
            return named
        reader = _Reader(sentence, stretch, at)
        found = reader.read()
        if found is not None and reader.says_of_what:
            return found
        likely = likely or found
    return likely if of_talks else None


class _Reader:
    """Reads the phrase round one word «جولة»."""

    def __init__(self, sentence: Sentence, stretch: range, at: int) -> None:
        self.sentence = sentence
        self.stretch = stretch
        self.at = at
        self.end = at
        """Index of the last word that belongs to the phrase."""
        self.says_of_what = False
        """Whether the phrase itself says that it is of talks."""
        self.number: int | None = None
        self.count: int | None = None

    def read(self) -> Round | None:
        """Return the round; None where the word is none, or nothing ties it to talks."""
        words, keys = _words(), self.sentence.keys_without_clitics(self.at)
        if not keys & (words.one | words.two | words.many):
            return None
        self.count = 2 if keys & words.two else None
        start = self._before(many=bool(keys & words.many))
        self._of_what()
        self._qualities()
        if not self.says_of_what:
            self._of_what(joined=True)
        if not self.says_of_what and (self.number is None or self.sentence.key(self.end + 1) == "من"):
            return None  # «جولة في المنطقة», «الجولة الثانية من التصويت»
        span = Span(start, self.sentence.words[self.end].end)
        return Round(span.cut(self.sentence.paragraph.text), span, self.number, self.count)

    def _before(self, *, many: bool) -> int:
        """Read «ثاني جولة», «آخر جولات», «تسع جولات»; return where the phrase starts."""
        sentence, at = self.sentence, self.at
        own = self._bare(at, _words().one | _words().two | _words().many)
        if at <= self.stretch.start:
            return own
        for proclitic, rest in strip_clitics(sentence.key(at - 1)):
            word = number_word(rest)
            if rest.isdigit() and many:
                self.count = int(rest)
            elif word is not None and word.kind in _ORDINALS and not proclitic.endswith(("ال", "لل")):
                self.number = word.value
            elif word is not None and many and word.kind is NumberKind.CARDINAL:
                self.count = word.value
            elif rest not in _words().before:
                continue
            return bare_start(sentence, sentence.words[at - 1], proclitic)
        return own

    def _of_what(self, *, joined: bool = False) -> None:
        """Read «المفاوضات», «من المحادثات», «لمحادثات السلام» behind what was read so far."""
        at = self.end + 1
        if self.sentence.key(at) == "من":
            at += 1
        elif joined and not self.sentence.key(at).startswith("ل"):
            return
        if at < self.stretch.stop and self.sentence.keys_without_clitics(at) & _words().talks:
            self.says_of_what = True
            self.end = at
            if at + 1 < self.stretch.stop and self.sentence.key(at + 1) in ("السلام", "سلام"):
                self.end = at + 1

    def _qualities(self) -> None:
        """Read «الثالثة», «السادسة والأخيرة», «جديدة», «الحادية والعشرين»."""
        sentence = self.sentence
        while self.end + 1 < self.stretch.stop:
            at = self.end + 1
            keys = [sentence.key(index) for index in range(at, min(at + 4, self.stretch.stop))]
            joined = [number > 0 and key.startswith("و") for number, key in enumerate(keys)]
            bare = [key.removeprefix("و") if key.startswith("و") else key for key in keys]
            number = read_number(bare, joined)
            if keys[0].isdigit() and self.number is None and not self._dated(at):
                self.number, self.end = int(keys[0]), at
            elif number is not None and number.kind in _ORDINALS and not self._dated(at):
                if self.count is None:
                    self.number = number.value
                self.end = at + number.length - 1
            elif {rest for _, rest in strip_clitics(keys[0])} & _words().qualities:
                self.end = at
            else:
                return

    def _dated(self, at: int) -> bool:
        word = self.sentence.words[at]
        return any(timex.start < word.end and word.start < timex.end for timex in self.sentence.timexes)

    def _bare(self, at: int, known: frozenset[str]) -> int:
        word = self.sentence.words[at]
        proclitic = next(p for p, rest in strip_clitics(word.key) if rest in known)
        return bare_start(self.sentence, word, proclitic)


def _named(sentence: Sentence, stretch: range, at: int) -> Round | None:
    """Read «محادثات جنيف 2»: talks that bear the number of their round behind their place."""
    number = sentence.key(at + 1)
    if at + 1 >= stretch.stop or not number.isdigit() or not 0 < int(number) <= _HIGHEST:
        return None
    if not sentence.keys_without_clitics(at) & _words().named:
        return None
    if not sentence.keys_without_clitics(at - 1) & _words().named_after:
        return None
    word, digits = sentence.words[at], sentence.words[at + 1]
    if any(timex.start < digits.end and word.start < timex.end for timex in sentence.timexes):
        return None
    span = Span(word.start, digits.end)
    return Round(span.cut(sentence.paragraph.text), span, int(number))
