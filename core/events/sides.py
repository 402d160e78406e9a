"""Between whom, and by whose mediation: the sides of talks, in the words of the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.grammar import grammar
from core.events.issues import mediation_words, names_issue
from core.events.lexicon import identity
from core.events.mentions import Mention, MentionKind
from core.model import Party, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from core.events.sentence import Sentence

# The first of a list stands at most so many words behind «بين», «برعاية»: «بين كل من X».
_NEAR = 3
# «التهدئة في قطاع غزة بين X وY»: what «بين» belongs to stands at most so many words before it.
_HEAD = 6
# Behind a noun of talks a nationality stands at most so many words off: «المفاوضات النووية الإيرانية».
_ADJECTIVES = 2
_FILLERS = frozenset(("من", "جهه", "جانب", "ناحيه", "اخري", "بين", "كل", "كلا", "وفد", "ممثلين", "عن"))


@dataclass(frozen=True, slots=True)
class _Words:
    talks: frozenset[str]
    rounds_of: frozenset[str]
    heads: frozenset[str]
    brokerage: frozenset[str]
    by: frozenset[str]
    patronage: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    apart: frozenset[str]
    duals: frozenset[str]
    named_duals: Mapping[str, tuple[str, ...]]


@cache
def _words() -> _Words:
    data = mediation_words()

    def keys(name: str) -> frozenset[str]:
        return frozenset(map(fold_key, data[name]))

    return _Words(
        talks=keys("talks"),
        rounds_of=keys("rounds_of"),
        heads=keys("talks") | keys("disputes") | keys("brokerage"),
        brokerage=keys("brokerage"),
        by=keys("by") | keys("sponsors"),
        patronage=keys("patronage"),
        pairs=frozenset(
            (first, second)
            for first, second in (fold_key(p).split() for p in (*data["by_pairs"], *data["sponsor_pairs"]))
        ),
        apart=keys("apart"),
        duals=keys("duals"),
        named_duals={fold_key(word): tuple(states) for word, states in data["named_duals"].items()},
    )


def between(sentence: Sentence, stretch: range, own: range) -> tuple[Mention, ...]:
    """Return those who stand behind «بين» where it belongs to talks, to what they are about, or to a dispute.

    Args:
        sentence: the sentence.
        stretch: the indices of the happening's words.
        own: those of its trigger.
    """
    for at in stretch:
        if sentence.key(at) not in ("بين", "وبين") or _dated(sentence, at):
            continue
        if not _of_talks(sentence, stretch, own, at):
            continue
        found = _listed(sentence, at + 1, stretch.stop) or _named_dual(sentence, at + 1)
        if found:
            return found
    return ()


def brought_by(sentence: Sentence, stretch: range, *, patrons: bool = True) -> tuple[Mention, ...]:
    """Return by whose mediation it came: «برعاية X», «التي ترعاها X», «الوساطة القطرية», «جهود مصرية».

    Args:
        sentence: the sentence.
        stretch: the indices of the happening's words.
        patrons: whether those count under whose auspices («برعاية») it was.
    """
    found: list[Mention] = []
    for at in stretch:
        key = sentence.key(at)
        if sentence.key(at - 1) in grammar().negation:
            continue  # «من دون رعاية أمريكية»
        pair = (sentence.key(at - 1).removeprefix("و"), key)
        if not patrons and sentence.keys_without_clitics(at) & _words().patronage:
            continue
        if key.removeprefix("و") in _words().by or pair in _words().pairs:
            found += _listed(sentence, at + 1, stretch.stop)
        elif sentence.keys_without_clitics(at) & _words().brokerage:
            found += _nationalities(sentence, at)
    return tuple(dict.fromkeys(found))


def nationalities_of_talks(sentence: Sentence, stretch: range) -> tuple[Mention, ...]:
    """Return the nationalities behind a noun of talks: «المفاوضات الفلسطينية الإسرائيلية»."""
    for at in stretch:
        keys = sentence.keys_without_clitics(at)
        if keys & _words().talks and not keys & _words().brokerage:
            found = _nationalities(sentence, at)
            if found:
                return found
    return ()


def speaks_of_talks(sentence: Sentence, at: int) -> bool:
    """Tell a word of talks, of mediating, or of what they are about."""
    known = _words().talks | _words().brokerage
    return bool(sentence.keys_without_clitics(at) & known) or names_issue(sentence, at)


def says_talks(sentence: Sentence, at: int) -> bool:
    """Tell a word for talking itself («المفاوضات»), not for what comes of it."""
    return bool(sentence.keys_without_clitics(at) & _words().rounds_of)


def points_back(text: str) -> bool:
    """Tell «الطرفين»: a dual that stands for two who were named before."""
    return fold_key(text) in _words().duals


def parties_of(mentions: Iterable[Mention]) -> Iterator[Party]:
    """Yield a party for each mention, or for each state where one phrase names several."""
    for mention in mentions:
        states = [identity(name) for name in mention.parts]
        if len(states) > 1 and all(states):
            for state in states:
                assert state is not None
                yield Party(mention.text, mention.span, state.id, state.name_en)
        else:
            yield Party(mention.text, mention.span, mention.id, mention.name_en)


# ------------------------------------------------------------------------------------------------- lists


def _listed(sentence: Sentence, start: int, stop: int) -> tuple[Mention, ...]:
    """Return a first mention near a place, and those joined to it by «و»."""
    found: list[Mention] = []
    at, reach = start, _NEAR
    while (mention := _next(sentence, at, min(at + reach, stop))) is not None:
        index = sentence.word_at(mention.span.start)
        heads = [i for i in range(at, index) if not _filler(sentence, i)]
        joined = mention.prefix.startswith("و") or any(
            sentence.key(i).startswith("و") for i in range(at, index)
        )
        if (found and not joined) or not all(_heads(sentence, i) for i in heads) or len(heads) > 1:
            break
        found.append(mention)
        end = mention.apposition.end if mention.apposition else mention.span.end
        at, reach = sentence.word_at(end - 1) + 1, _NEAR + 1
    return tuple(found)


def _named_dual(sentence: Sentence, at: int) -> tuple[Mention, ...]:
    """«الكوريتين»: one word that names two states."""
    states = _words().named_duals.get(sentence.key(at))
    if states is None:
        return ()
    span = Span(sentence.words[at].start, sentence.words[at].end)
    return (Mention(span, span.cut(sentence.paragraph.text), MentionKind.GROUP, parts=states),)


def _filler(sentence: Sentence, at: int) -> bool:
    """Tell what may stand between «بين» and a party, or between two: «كل من», «من جهة», a date."""
    return sentence.key(at).removeprefix("و") in _FILLERS or _dated(sentence, at)


def _heads(sentence: Sentence, at: int) -> bool:
    """Tell «ومتمردي X»: a word of which the party can be the complement, no verb and no new clause."""
    verb = any(hit.first <= at <= hit.last for hit in sentence.hits)
    return not (verb or at in sentence.clause_starts or sentence.key(at).startswith(("وب", "ول")))


def _next(sentence: Sentence, start: int, stop: int) -> Mention | None:
    return next(
        (m for m in sentence.mentions if start <= sentence.word_at(m.span.start) < stop),
        None,
    )


def _nationalities(sentence: Sentence, at: int) -> tuple[Mention, ...]:
    """Return the adjectives of nationality that stand on a noun, one behind the other."""
    found: list[Mention] = []
    last = at
    for mention in sentence.mentions:
        index = sentence.word_at(mention.span.start)
        if index <= at:
            continue
        if mention.kind is not MentionKind.NISBA or index - last > (1 if found else _ADJECTIVES):
            break
        if not found and index - at > 1 and not _adjective(sentence, at + 1):
            break
        found.append(mention)
        last = index
    return tuple(found)


def _adjective(sentence: Sentence, at: int) -> bool:
    """Tell «النووية», «غير»: what can stand between a noun and its nationality."""
    key = sentence.key(at)
    return key.endswith(("يه", "ي", "ه", "ات")) and not key.startswith(("ب", "ل", "و"))


def _of_talks(sentence: Sentence, stretch: range, own: range, at: int) -> bool:
    if sentence.keys_without_clitics(at - 1) & _words().apart:
        return False
    return any(
        index in own or sentence.keys_without_clitics(index) & _words().heads or names_issue(sentence, index)
        for index in range(max(at - _HEAD, stretch.start), at)
    )


def _dated(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return any(timex.start < word.end and word.start < timex.end for timex in sentence.timexes)
