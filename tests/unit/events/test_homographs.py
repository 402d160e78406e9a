"""Words written like a trigger or a name, told apart by a morphology that knows what a test says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from core.arabic import fold_key, tokenise
from core.events import find_events
from core.events.mentions import Introduced, read_mentions
from core.events.sentence import make_sentence
from core.model import Paragraph, ParagraphKind, Span, Timex
from core.morphology import PartOfSpeech, Reading
from core.reading import make_document
from core.temporal import date_document

if TYPE_CHECKING:
    from core.morphology import Morphology

VERB, NOUN, ADJECTIVE = PartOfSpeech.VERB, PartOfSpeech.NOUN, PartOfSpeech.ADJECTIVE
PROPER, PARTICLE = PartOfSpeech.PROPER, PartOfSpeech.PARTICLE


def reading(lemma: str, pos: PartOfSpeech, weight: float = -8.0, **marks: bool) -> Reading:
    return Reading(lemma, fold_key(lemma), pos, weight, **marks)


class Known:
    """A morphology of a few words."""

    def __init__(self, **words: list[Reading]) -> None:
        self.words = words

    def readings(self, word: str) -> tuple[Reading, ...]:
        return tuple(sorted(self.words.get(word, ()), key=lambda reading: -reading.weight))


def triggers(
    text: str, morphology: Morphology | None = None, dates: tuple[Timex, ...] = ()
) -> list[tuple[str, str]]:
    paragraph = Paragraph(0, 0, text, ParagraphKind.BODY)
    sentence = make_sentence(paragraph, tokenise(text), Span(0, len(text)), (), dates, morphology)
    return [(hit.span.cut(text), hit.form.pos.value) for hit in sentence.hits]


def test_what_cannot_be_the_verb_is_no_trigger() -> None:
    text = "كان الجو قاتل الحر"
    assert triggers(text) == [("قاتل", "verb")]
    morphology = Known(قاتل=[reading("قاتل", ADJECTIVE), reading("قاتل", VERB, -11.0)])
    assert triggers(text, morphology) == []
    verb_first = Known(قاتل=[reading("قاتل", VERB), reading("قاتل", ADJECTIVE, -11.0)])
    assert triggers(text, verb_first) == [("قاتل", "verb")]


def test_a_verb_of_another_lemma_is_no_trigger() -> None:
    text = "وهذا ما يقال عن الاتفاق"
    verbs = [reading("قال", VERB, -5.7), reading("أقال", VERB, -10.4)]
    assert ("يقال", "verb") in triggers(text)
    assert ("يقال", "verb") not in triggers(text, Known(يقال=verbs, أقيل=[reading("أقال", VERB)]))


def test_what_the_morphology_does_not_know_it_does_not_decide() -> None:
    text = "زار الوفد القاهرة وقتل مسلحون مدنيا"
    assert triggers(text, Known()) == triggers(text)
    assert triggers(text, Known(زار=[reading("زرر", NOUN, -30.0)])) == triggers(text)


def test_a_fixed_phrase_is_never_asked_for() -> None:
    text = "أعلن الطرفان وقف إطلاق النار"
    assert triggers(text, Known(وقف=[reading("وقف", VERB)])) == triggers(text)


@pytest.mark.parametrize(
    ("text", "stays"), [("نال الحزب صوتا في المجلس", False), ("والحزبان صوتا على القرار", True)]
)
def test_a_dual_wants_two(text: str, stays: bool) -> None:
    known = Known(صوتا=[reading("صوت", VERB, -8.0, dual=True), reading("صوت", NOUN, -8.5)])
    assert ("صوتا", "verb") in triggers(text)
    assert (("صوتا", "verb") in triggers(text, known)) is stays


ORDER = [reading("أمر", NOUN, -8.0), reading("أمر", VERB, -8.5)]


@pytest.mark.parametrize(
    ("text", "before", "stays"),
    [
        ("ثم من يتابع أمر الطلاب", {"يتابع": [reading("تابع", VERB)]}, False),
        ("كان أمر الوفد بالسفر", {"كان": [reading("كان", VERB)]}, True),
        ("هناك أمر طبيعي", {"هناك": [reading("هناك", PARTICLE)]}, False),
        ("في تحقيق أهداف أمر الدولة", {"أهداف": [reading("هدف", NOUN)]}, False),
        ("والوزير أمر الوفد بالسفر", {"والوزير": [reading("وزير", NOUN, definite=True)]}, True),
        ("يتابع، أمر الوفد بالسفر", {"يتابع": [reading("تابع", VERB)]}, True),
        ("أمر الوفد بالسفر", {}, True),
    ],
)
def test_the_word_before_tells_a_nouns_place(
    text: str, before: dict[str, list[Reading]], stays: bool
) -> None:
    assert ("أمر", "verb") in triggers(text)
    assert (("أمر", "verb") in triggers(text, Known(أمر=ORDER, **before))) is stays


def test_where_the_noun_is_the_same_happening_its_place_decides_nothing() -> None:
    text = "ثم من يتابع قصف المدينة"
    known = Known(قصف=[reading("قصف", NOUN, -8.0), reading("قصف", VERB, -8.5)], يتابع=[reading("تابع", VERB)])
    assert triggers(text, known) == triggers(text)
    assert ("قصف", "noun") in triggers(text, Known(قصف=[reading("قصف", NOUN)]))


def test_a_date_is_not_what_a_noun_belongs_to() -> None:
    text = "قبل أيام أمر الوفد بالسفر"
    known = Known(أمر=ORDER, أيام=[reading("يوم", NOUN)])
    assert ("أمر", "verb") not in triggers(text, known)
    document = make_document(text + ".", doc_id="x", published=dt.date(2021, 5, 3))
    dates = date_document(document)[0]
    assert ("أمر", "verb") in triggers(text, known, dates)


def test_behind_a_verbs_particle_the_rarer_verb_is_believed() -> None:
    known = Known(صادر=[reading("صادر", ADJECTIVE, -8.5), reading("صادر", VERB, -11.0)])
    assert ("صادر", "verb") not in triggers("بيان صادر عن الوزارة", known)
    assert ("صادر", "verb") in triggers("وقد صادر الجيش الأسلحة", known)


def names(text: str, morphology: Morphology | None = None) -> list[str]:
    return [mention.text for mention in read_mentions(tokenise(text), Introduced(), morphology)]


@pytest.mark.parametrize(
    ("word", "readings", "named"),
    [
        ("اندلعت", [reading("اندلع", VERB)], False),
        ("اندلعت", [reading("اندلع", VERB, -13.0)], True),
        ("اندلعت", [reading("اندلع", VERB), reading("اندلعت", PROPER, -12.0)], True),
        ("اندلعت", [], True),
        ("بوضوح", [reading("وضوح", NOUN, governed=True)], False),
        ("أرو", [reading("روى", VERB, spoken=True)], True),
    ],
)
def test_what_is_anything_but_a_name_is_no_part_of_one(
    word: str, readings: list[Reading], named: bool
) -> None:
    text = f"ثم قال الرئيس السابق {word} أمس"
    found = names(text, Known(**{word: readings}))
    assert any(word in name for name in found) is (named and any(word in name for name in names(text)))


def test_a_common_noun_is_a_name_behind_a_style_and_none_behind_an_office() -> None:
    known = Known(الانسحاب=[reading("انسحاب", NOUN, -9.0, definite=True)])
    assert "الشيخ الانسحاب" in names("وقرر الشيخ الانسحاب أمس", known)
    assert "الوزير الانسحاب" in names("وقرر الوزير الانسحاب أمس")
    assert names("وقرر الوزير الانسحاب أمس", known) == ["الوزير"]
    rare = Known(الانسحاب=[reading("انسحاب", ADJECTIVE, -9.0, definite=True)])
    assert "الوزير الانسحاب" in names("وقرر الوزير الانسحاب أمس", rare)


class Labels:
    """A recogniser that knows the labels of a few words."""

    def __init__(self, **labels: str) -> None:
        self.known = labels

    def labels(self, sentences: list[list[str]]) -> list[list[str]]:
        return [[self.known.get(word, "O") for word in sentence] for sentence in sentences]


def actors_and_places(text: str, recogniser: Labels | None = None) -> list[tuple[str, str]]:
    document = make_document(text, doc_id="x")
    events = find_events(document, date_document(document), recogniser=recogniser)  # type: ignore[arg-type]
    found: list[tuple[str, str]] = []
    for event in events:
        paragraph = document.paragraphs[event.paragraph].text
        parts = [(actor.role.value, actor.span, actor.text) for actor in event.actors]
        parts += [(place.role.value, place.span, place.text) for place in event.places]
        assert all(span.cut(paragraph) == words for _, span, words in parts)
        found += [(role, words) for role, _, words in parts]
    return found


def test_names_that_only_a_recogniser_knows_take_part() -> None:
    text = "التقى زربيان كردوف رئيس الوزراء في مدينة كلبورة في 3 مايو 2021."
    plain = actors_and_places(text)
    assert not any("زربيان" in words for _, words in plain)
    labels = Labels(زربيان="B-PERS", كردوف="I-PERS")
    assert ("source", "زربيان كردوف") in actors_and_places(text, labels)
    assert actors_and_places(text, Labels()) == plain


def test_a_recognised_name_is_set_beside_what_was_found() -> None:
    from core.events.mentions import MentionKind, with_recognised

    text = "وصل سفير هولندا زربيان كردوف وكلبوري إلى القاهرة. ورحب مجلس الزرب بزربيان."
    found = read_mentions(tokenise(text), Introduced())
    stop = text.index(".") + 1
    persons = {"زربيان": "B-PERS", "كردوف": "I-PERS", "وكلبوري": "B-PERS", "بزربيان": "B-PERS"}
    labels = Labels(**persons, القاهرة="B-LOC", مجلس="B-ORG", الزرب="I-ORG")
    named = with_recognised(text, [Span(0, stop), Span(stop + 1, len(text))], found, labels)  # type: ignore[arg-type]
    assert [(mention.text, mention.kind, mention.prefix) for mention in named] == [
        ("سفير هولندا زربيان كردوف", MentionKind.PERSON, ""),
        ("كلبوري", MentionKind.PERSON, "و"),
        ("القاهرة", MentionKind.STATE, ""),
        ("مجلس الزرب", MentionKind.ORGANISATION, ""),
        ("زربيان", MentionKind.PERSON, "ب"),
    ]
    assert named[0].name_ar == "زربيان كردوف"
    assert all(mention.span.cut(text) == mention.text for mention in named)
