"""Who stands between whom, on what, in which round, code point by code point (mediation.txt)."""

import datetime as dt
import re
from pathlib import Path

import pytest

from core.export.record import record
from core.model import Event, Span
from core.pipeline import analyse
from core.reading import make_document

_MARK = re.compile(r"\{(\w+)\|([^{}|]*)\}")


def sentences(section: str) -> list[str]:
    """Return the sentences under a heading of mediation.txt."""
    text = Path(__file__).with_name("mediation.txt").read_text(encoding="utf-8")
    lines = text.partition(f"[{section}]\n")[2].partition("\n[")[0].splitlines()
    return [line for line in lines if line and not line.startswith("#")]


MEDIATIONS = sentences("mediation or negotiation")
NO_MEDIATION = sentences("neither")


def only(text: str) -> Event:
    document = make_document(text, doc_id="x", title="عنوان", published=dt.date(2022, 8, 8))
    [event] = analyse(document).events
    return event


def marked(sentence: str) -> tuple[str, list[tuple[str, Span]]]:
    """Take the marks out of a sentence; return what each stood on."""
    plain, marks = "", []
    last = 0
    for match in _MARK.finditer(sentence):
        plain += sentence[last : match.start()]
        marks.append((match[1], Span(len(plain), len(plain) + len(match[2]))))
        plain += match[2]
        last = match.end()
    return plain + sentence[last:], marks


def read(event: Event) -> list[tuple[str, Span]]:
    """Return the marks that a sentence would bear by what was read from it."""
    mediation = event.mediation
    assert mediation is not None
    parties = [party.span for party in mediation.parties]
    found = [("pp" if parties.count(span) > 1 else "p", span) for span in dict.fromkeys(parties)]
    found += [("m", party.span) for party in mediation.mediators]
    found += [(named.issue.value, named.span) for named in mediation.issues]
    if mediation.round:
        number, count = mediation.round.number, mediation.round.count
        found.append((f"r{number}" if number else f"rx{count}" if count else "r", mediation.round.span))
    return sorted(found, key=lambda mark: mark[1])


@pytest.mark.parametrize("sentence", MEDIATIONS)
def test_a_mediation_is_read_as_marked(sentence: str) -> None:
    text, marks = marked(sentence)
    assert read(only(text)) == marks


@pytest.mark.parametrize("sentence", NO_MEDIATION)
def test_what_only_mentions_such_things_is_no_mediation(sentence: str) -> None:
    assert only(sentence).mediation is None


@pytest.mark.parametrize("sentence", MEDIATIONS)
def test_every_text_is_what_stands_at_its_span(sentence: str) -> None:
    text, _ = marked(sentence)
    mediation = only(text).mediation
    assert mediation is not None
    parties = (*mediation.mediators, *mediation.parties)
    pairs = [(party.text, party.span) for party in parties]
    pairs += [(issue.text, issue.span) for issue in mediation.issues]
    pairs += [(mediation.round.text, mediation.round.span)] if mediation.round else []
    assert all(words == span.cut(text) for words, span in pairs)


def test_the_record_has_all_of_it() -> None:
    text, marks = marked(
        "عقدت {r3|الجولة الثالثة من المفاوضات} بين {p|فتح} و{p|حماس} في 3 مايو 2021 برعاية {m|مصر}."
    )
    spans = [[span.start, span.end] for _, span in marks]
    assert record(only(text))["mediation"] == {
        "mediators": [{"text": "مصر", "span": spans[3], "id": "state/EGY", "name_en": "Egypt"}],
        "parties": [
            {"text": "فتح", "span": spans[1], "id": "org/fatah", "name_en": "Fatah"},
            {"text": "حماس", "span": spans[2], "id": "org/hamas", "name_en": "Hamas"},
        ],
        "issues": [],
        "round": {"number": 3, "count": None, "text": "الجولة الثالثة من المفاوضات", "span": spans[0]},
    }
    assert record(only(marked(NO_MEDIATION[0])[0]))["mediation"] is None
