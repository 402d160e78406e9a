"""The words that name a happening, in the forms of running text."""

import pytest

from core.arabic import tokenise
from core.events.triggers import Hit, find_triggers, lexicon
from core.model import Plover


def hits(text: str) -> tuple[Hit, ...]:
    return find_triggers(tokenise(text).words)


def only(text: str) -> Hit:
    [hit] = hits(text)
    return hit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("زار الوفد", "visit"),
        ("وسيزور الوفد", "visit"),
        ("يزورون المدينة", "visit"),
        ("زيارته الأولى", "visit"),
        ("بزيارتها", "visit"),
        ("التقيا أمس", "meet"),
        ("والتقته مساء", "meet"),
        ("ألتقى الوزير", "meet"),
        ("سيلتقي الوزير", "meet"),
        ("اغتيل القائد", "assassinate"),
        ("وانسحبت القوات", "withdraw"),
        ("أفرجوا عنه", "release"),
        ("المفاوضات", "negotiate"),
        ("لمفاوضاتهم", "negotiate"),
        ("دعوا الأطراف", "demand"),
        ("وقف إطلاق النار", "ceasefire"),
        ("لوقف إطلاق النار", "ceasefire"),
    ],
)
def test_a_trigger_is_known_in_every_form(text: str, name: str) -> None:
    assert hits(text)[0].cls.name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أطلق الجيش سراح الأسرى", ["release"]),
        ("أرسل الجيش قوات", ["mobilise"]),
        ("أرسل الرئيس وفدا", ["dispatch"]),
        ("وجه الوزير الشكر", ["praise"]),
        ("هددت الحركة بفرض عقوبات", ["threaten-sanctions"]),
        ("هددت الحركة بقصف المدينة", ["threaten-force"]),
        ("هددت الحركة", ["threaten"]),
        ("أعلنت الحكومة استعدادها للحوار", ["agree"]),
        ("توصل الجانبان إلى اتفاق", ["sign"]),
        ("ألغى الرئيس زيارته", ["cancel-meeting"]),
        ("خرق الطرفان الهدنة", ["break-ceasefire"]),
        ("فجر رجل نفسه", ["suicide-bombing"]),
        ("شددت الدول عقوباتها", ["sanction"]),
        ("استخدمت الشرطة خراطيم المياه", ["crowd-control"]),
        ("انسحاب البلاد من الاتفاق", ["halt-talks"]),
        ("انسحاب القوات", ["withdraw"]),
    ],
)
def test_a_verb_means_what_its_complement_makes_of_it(text: str, names: list[str]) -> None:
    assert [hit.cls.name for hit in hits(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "وفد مصري",
        "الكتاب على الطاولة",
        "مزارع واسعة",
        "قاعة",
        "التشكيلة",
        "سفينة تابعة للشركة",
        "ساعة ونصف",
        "ردا على ذلك",
        "",
    ],
)
def test_ordinary_words_are_no_triggers(text: str) -> None:
    assert hits(text) == ()


def test_a_press_conference_is_a_statement() -> None:
    assert all(hit.cls.reporting for hit in hits("في مؤتمر صحفي"))
    assert hits("في مؤتمر دولي")[0].cls.name == "meet"


def test_a_light_verb_hands_over_to_its_noun() -> None:
    hit = only("قام رئيس الوزراء بزيارة")
    assert (hit.form.lemma, hit.cls.plover, hit.tense) == ("زيارة", Plover.CONSULT, "past")
    assert hit.light is not None
    assert hit.light.form.lemma == "قام"


def test_a_noun_in_a_circumstance_is_not_what_the_light_verb_carries() -> None:
    carried = [hit.form.lemma for hit in hits("عقد الوزير خلال الزيارة لقاء") if hit.light]
    assert carried == ["لقاء"]


def test_tense_is_read_off_the_form() -> None:
    assert [only(text).tense for text in ("زار", "يزور", "سيزور", "زيارة")] == [
        "past",
        "present",
        "future",
        None,
    ]


def test_every_class_has_codes_that_belong_together() -> None:
    for forms in lexicon().values():
        for form in forms:
            assert (form.cls.plover is None) or (form.cls.cameo and form.cls.gloss), form.cls.name


@pytest.mark.parametrize(
    ("text", "code"), [("نوقشت القضية", "040"), ("وحوصرت المدينة", "192"), ("عوقبت الشركة", "163")]
)
def test_passives_that_are_spelled_apart(text: str, code: str) -> None:
    assert only(text).cls.cameo == code
