"""Who and where: phrases, their limits in code points, and whom they stand for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.events.mentions import Mention, MentionKind, find_mentions, head
from core.model import Span

K = MentionKind


def found(text: str) -> list[tuple[str, str, MentionKind]]:
    return [(mention.prefix, mention.text, mention.kind) for mention in find_mentions(text)]


def one(text: str) -> Mention:
    mentions = find_mentions(text)
    assert len(mentions) == 1, found(text)
    return mentions[0]


def test_offsets_are_code_points_without_the_particles() -> None:
    text = "وصل الوفد إلى القاهرة وبدمشق"
    assert [(m.span.start, m.span.end, m.prefix) for m in find_mentions(text)] == [
        (4, 9, ""),
        (14, 21, ""),
        (24, 28, "وب"),
    ]


def test_marks_belong_to_the_word_before_them() -> None:
    text = "التقى اللواءِ عبَّاس كامِلٌ أمس"
    mention = one(text)
    assert mention.text == "اللواءِ عبَّاس كامِلٌ"
    assert mention.id == "person/abbas-kamel"


@pytest.mark.parametrize(
    ("text", "wanted", "kind"),
    [
        ("وصل وفد أمني مصري صباحا", "وفد أمني مصري", K.GROUP),
        ("أوفدت وفدًا أمنيًا", "وفدًا أمنيًا", K.GROUP),
        ("زار وفد أمني وهندسي مصري", "وفد أمني وهندسي مصري", K.GROUP),
        ("وصل وفد من جهاز المخابرات العامة المصرية", "وفد من جهاز المخابرات العامة المصرية", K.GROUP),
        ("مع قيادة حركة حماس أمس", "قيادة حركة حماس", K.GROUP),
        ("بين الجانبين الإسرائيلي والفلسطيني أمس", "الجانبين الإسرائيلي والفلسطيني", K.GROUP),
        (
            "لقاء مع رئيسي جهازي المخابرات الأردنية والفلسطينية",
            "رئيسي جهازي المخابرات الأردنية والفلسطينية",
            K.GROUP,
        ),
        ("بين القوى الفلسطينية المنقسمة", "القوى الفلسطينية المنقسمة", K.GROUP),
        ("توقفت حركة المقاومة الإسلامية (حماس) عن ذلك", "حركة المقاومة الإسلامية (حماس)", K.ORGANISATION),
        ('تبنى تنظيم "الدولة الإسلامية" ذلك', 'تنظيم "الدولة الإسلامية"', K.ORGANISATION),
        ("أعلنت وزارة الخارجية التركية أمس", "وزارة الخارجية التركية", K.ORGANISATION),
        ("قالت الحكومة السورية إنها", "الحكومة السورية", K.ORGANISATION),
        ("تقدمت القوات التركية", "القوات التركية", K.ORGANISATION),
        ("قال وزير الدفاع الإسرائيلي إن", "وزير الدفاع الإسرائيلي", K.OFFICE),
        ("قال رئيس المخابرات العامة إن", "رئيس المخابرات العامة", K.OFFICE),
        ("قال مبعوث الأمم المتحدة إلى اليمن إن", "مبعوث الأمم المتحدة إلى اليمن", K.OFFICE),
        ("قال الأمين العام لجامعة الدول العربية إن", "الأمين العام لجامعة الدول العربية", K.OFFICE),
        ("تجمع عشرات المتظاهرين مساء", "عشرات المتظاهرين", K.PEOPLE),
        ("أصيب ثلاثة مدنيين", "ثلاثة مدنيين", K.PEOPLE),
        ("أطلق مسلحون فلسطينيون النار", "مسلحون فلسطينيون", K.PEOPLE),
        ("زار مدينة رام الله", "مدينة رام الله", K.PLACE),
        ("توتر في قطاع غزة", "قطاع غزة", K.PLACE),
        ("قصف شمال سوريا", "شمال سوريا", K.PLACE),
        ("وصل إلى العاصمة الإثيوبية", "العاصمة الإثيوبية", K.PLACE),
        ("فتح معبر رفح", "معبر رفح", K.PLACE),
        ("وساطة مصرية", "مصرية", K.NISBA),
        ("قالت واشنطن إنها", "واشنطن", K.STATE),
        ("زعيما البلدين اتفقا", "زعيما البلدين", K.GROUP),
        ("قال المتحدث باسم الحكومة اليمنية إن", "المتحدث باسم الحكومة اليمنية", K.OFFICE),
    ],
)
def test_a_phrase_is_read_whole(text: str, wanted: str, kind: MentionKind) -> None:
    mention = one(text)
    assert (mention.text, mention.kind) == (wanted, kind)
    assert mention.span.cut(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted", "identity"),
    [
        ("استقبل الرئيس عبدالفتاح السيسي", "الرئيس عبدالفتاح السيسي", "abdel-fattah-el-sisi"),
        ("استقبل عبد الفتاح السيسى", "عبد الفتاح السيسى", "abdel-fattah-el-sisi"),
        ("استقبل الرئيس أبومازن", "الرئيس أبومازن", "mahmoud-abbas"),
        ("استقبل الرئيس عباس", "الرئيس عباس", "mahmoud-abbas"),
        ("التقى وزير الدفاع الإسرائيلي بيني غانتس", "وزير الدفاع الإسرائيلي بيني غانتس", "benny-gantz"),
        ("وشكر «جانتس» ذلك", "جانتس", "benny-gantz"),
        ("قال الوزير اللواء عباس كامل", "الوزير اللواء عباس كامل", "abbas-kamel"),
        (
            "قال رئيس المخابرات العامة المصرية اللواء عباس كامل",
            "رئيس المخابرات العامة المصرية اللواء عباس كامل",
            "abbas-kamel",
        ),
        ("قال مبعوث الأمم المتحدة إلى اليمن مارتن غريفيث إن", None, "martin-griffiths"),
        ("قال أمير قطر الشيخ تميم بن حمد آل ثاني", "أمير قطر الشيخ تميم بن حمد آل ثاني", "tamim-bin-hamad"),
        ("الرئيس العراقي صالح", "الرئيس العراقي صالح", "barham-salih"),
        ("الرئيس اليمني السابق صالح", "الرئيس اليمني السابق صالح", "ali-abdullah-saleh"),
    ],
)
def test_a_person_is_known_behind_titles_and_spellings(text: str, wanted: str | None, identity: str) -> None:
    mention = one(text)
    assert mention.kind is K.PERSON
    assert mention.id == f"person/{identity}"
    if wanted is not None:
        assert mention.text == wanted


def test_a_first_name_is_not_another_persons_surname() -> None:
    assert one("عباس كامل").id == "person/abbas-kamel"
    assert not [m for m in find_mentions("عباس") if m.id == "person/mahmoud-abbas"]


def test_an_office_after_a_comma_is_noted_and_is_no_second_actor() -> None:
    text = "قام اللواء عباس كامل، رئيس المخابرات العامة، بزيارة"
    mention = one(text)
    assert mention.text == "اللواء عباس كامل"
    assert mention.apposition is not None
    assert mention.apposition.cut(text) == "رئيس المخابرات العامة"
    assert mention.office == "EGY/intelligence-chief"


def test_somebody_elses_office_is_no_apposition() -> None:
    people = find_mentions("التقى السيسي، رئيس الوزراء الإسرائيلي، أمس")
    assert [m.text for m in people] == ["السيسي", "رئيس الوزراء الإسرائيلي"]


def test_a_name_after_a_comma_is_the_offices() -> None:
    text = "أشاد الرئيس الأمريكي، جو بايدن بالقيادة"
    first = find_mentions(text)[0]
    assert first.id == "person/joe-biden"
    assert first.text == "الرئيس الأمريكي"


def test_an_unknown_person_ends_before_verbs_dates_and_prepositions() -> None:
    for text, wanted in (
        ("قال الوزير سمير دلول إن", "الوزير سمير دلول"),
        ("قال اللواء رائد شبات الثلاثاء", "اللواء رائد شبات"),
        ("التقى العقيد نادر عبد الخالق في القاهرة", "العقيد نادر عبد الخالق"),
        ("قال المتحدث باسم الجيش هاني دلول يوم", "المتحدث باسم الجيش هاني دلول"),
    ):
        mention = find_mentions(text)[0]
        assert (mention.text, mention.kind, mention.id) == (wanted, K.PERSON, None)


def test_surnames_recall_who_was_introduced() -> None:
    text = "قال المتحدث سمير دلول ذلك، وأضاف دلول أن"
    assert [m.text for m in find_mentions(text)] == ["المتحدث سمير دلول", "دلول"]
    before = find_mentions("قال الرئيس اليمني السابق علي عبد الله صالح ذلك")
    again = find_mentions("وأضاف صالح أن", before)
    assert [(m.text, m.id) for m in again] == [("صالح", "person/ali-abdullah-saleh")]
    assert find_mentions("وأضاف صالح أن") == ()


def test_a_head_noun_recalls_the_body() -> None:
    text = "رحبت حركة حماس بذلك، وقالت الحركة إن"
    assert [(m.text, m.id) for m in find_mentions(text)] == [
        ("حركة حماس", "org/hamas"),
        ("الحركة", "org/hamas"),
    ]
    assert find_mentions("وقالت الحركة إن") == ()


def test_codes_countries_and_glosses_come_from_the_parts() -> None:
    delegation = one("وفد أمني مصري")
    assert (delegation.code, delegation.country, delegation.sector) == ("EGYGOV", "EGY", "government")
    assert delegation.name_en == "Egyptian security delegation"
    minister = one("وزير الدفاع الإسرائيلي")
    assert (minister.id, minister.code) == ("office/ISR/defence-minister", "ISRGOV")
    assert minister.name_en == "Israeli Defence Minister"
    leaders = one("قيادة حركة حماس")
    assert (leaders.id, leaders.code, leaders.name_en) == ("org/hamas", "PALHAM", "Hamas leadership")
    sides = one("الجانبين الإسرائيلي والفلسطيني")
    assert sides.parts == ("state/ISR", "state/PSE")
    assert sides.code is None


def test_places_have_points() -> None:
    ramallah = one("مدينة رام الله")
    assert ramallah.place is not None
    assert (ramallah.place.name_en, ramallah.place.country) == ("Ramallah", "PS")
    cairo = one("القاهرة")
    assert cairo.id == "state/EGY"
    assert cairo.place is not None
    assert cairo.place.name_en == "Cairo"
    north = one("شمال سوريا")
    assert (north.id, north.name_en, north.country) == (None, "northern Syria", "SYR")


def test_marks_and_letters_tell_apart_what_folding_joins() -> None:
    assert one("زار عُمان").id == "state/OMN"
    assert one("زار عمان").id == "state/JOR"
    assert find_mentions("على الرغم من ذلك") == ()


def test_ordinary_text_names_nobody() -> None:
    assert find_mentions("وكان الطقس باردا في ذلك اليوم من شهر يناير، ثم سقط المطر ليلا على الطريق") == ()


@pytest.mark.parametrize("text", ["بين حركتي فتح وحماس", "بين حماس وفتح", "بين فتح وحماس"])
def test_a_name_that_is_also_a_word_is_believed_beside_its_like(text: str) -> None:
    assert {m.id for m in find_mentions(text)} == {"org/fatah", "org/hamas"}


def test_the_word_itself_is_no_name() -> None:
    assert find_mentions("تم فتح الطريق") == ()


def test_a_town_keeps_its_identity_beside_an_adjective() -> None:
    assert one("مدينة دوما السورية").id == "place/douma"


def test_media_are_marked() -> None:
    assert one("قالت وكالة رويترز إن").sector == "media"


def test_the_first_word_of_a_mention() -> None:
    assert head(one("زار وفد أمني مصري")) == Span(4, 7)
    assert head(one("واشنطن")) == Span(0, 6)


FRAGMENTS = st.sampled_from(
    [
        *(
            "الرئيس",
            "وزير",
            "الخارجية",
            "المصري",
            "مصرية",
            "عبد",
            "أبو",
            "الفتاح",
            "السيسي",
            "حركة",
            "حماس",
            "بن",
        ),
        *(
            "وفد",
            "من",
            "إلى",
            "لل",
            "مدينة",
            "غزة",
            "شمال",
            "عشرات",
            "، ",
            "(",
            ")",
            "«",
            '"',
            ". ",
            "\n",
            "ً",
            "ـ",
        ),
        *(
            "باسم",
            "للأمم",
            "المتحدة",
            "المتحدث",
            "والفلسطينية",
            "الجانبين",
            "في",
            "العاصمة",
            "2019",
            "ﷺ",
            "لا",
        ),
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=25).map(" ".join)))
def test_any_text_yields_spans_in_order(text: str) -> None:
    mentions = find_mentions(text)
    end = 0
    for mention in mentions:
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.text == mention.span.cut(text)
        assert mention.text.strip()
        if mention.apposition is not None:
            assert mention.apposition.end <= len(text)
        end = mention.span.end
    find_mentions(text, mentions)


def test_names_share_no_ligature() -> None:
    assert [m.span.start for m in find_mentions("بآسم ﷺ")] == [0]


def test_an_accusative_after_an_office_is_no_name() -> None:
    assert [m.text for m in find_mentions("ألقى الرئيس العراقي خطابا")] == ["الرئيس العراقي"]


def test_an_adjective_of_a_definite_feminine_is_no_state() -> None:
    assert [m.kind for m in find_mentions("زارت تركيا السعودية")] == [MentionKind.STATE, MentionKind.STATE]
    assert [m.kind for m in find_mentions("وقف الاستثمارات السعودية")] == [MentionKind.NISBA]


def test_what_is_counted_has_no_complement() -> None:
    assert [m.text for m in find_mentions("أعلنت 30 دولة الوقوف مع قطر")] == ["قطر"]


def test_a_first_name_calls_somebody_again() -> None:
    before = find_mentions("وكان حسين بدر الدين الحوثي زعيما للحركة")
    [again] = [m for m in find_mentions("وشغل حسين أحد المقاعد", before) if m.kind is MentionKind.PERSON]
    assert again.text == "حسين"


def test_a_compound_first_name_begins_a_name() -> None:
    [person] = find_mentions("قتل عز الدين شيخ خليل")
    assert (person.text, person.kind) == ("عز الدين شيخ خليل", MentionKind.PERSON)


def test_another_country_is_no_part_of_a_name() -> None:
    assert find_mentions("اغتال الموساد الفلسطيني الدكتور سمير خليل")[0].text == "الموساد"


def test_a_short_town_is_not_read_out_of_another_word() -> None:
    assert not [m for m in find_mentions("وتوجهت لارا إلى المطار") if m.place is not None]


def test_a_text_may_end_with_the_inner_name() -> None:
    found = find_mentions("مستشارا سابقا لنائب الرئيس السابق رياك مشار")
    assert any("مشار" in mention.text for mention in found)


@pytest.mark.parametrize(
    ("text", "wanted", "country"),
    [
        ("وقال وزير الخارجية الألماني أمس", "وزير الخارجية الألماني", "DEU"),
        ("قال مسؤول ألماني رفيع المستوى", "مسؤول ألماني رفيع المستوى", "DEU"),
        ("سقط قتلى من الألمان", "الألمان", "DEU"),
        ("وصل الوفد الألباني", "الوفد الألباني", "ALB"),
    ],
)
def test_a_word_whose_stem_begins_like_the_article_has_one_of_its_own(
    text: str, wanted: str, country: str
) -> None:
    mention = find_mentions(text)[-1]
    assert (mention.text, mention.country) == (wanted, country)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في قرية رابور", ["قرية رابور"]),
        ("في مدينة شيتا الروسية", ["مدينة شيتا الروسية"]),
        ("في مدينة سان كريستوبال", ["مدينة سان كريستوبال"]),
        ("على مديرية حزم العدين", ["مديرية حزم العدين"]),
        ("في قرية مجاورة", []),
        ("في مدينة ساحلية", []),
        ("في منطقة الجزاء", []),
        ("في قطاع الخدمات", []),
        ("على طريق الحل", []),
        ("وأدى النزاع", []),
        ("في قضاء سنجار", ["قضاء سنجار"]),
    ],
)
def test_the_name_of_a_place_that_no_table_knows(text: str, expected: list[str]) -> None:
    assert [name for _, name, _ in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "gloss"),
    [
        ("زار الرئيس الأمريكي باريس", "American President"),
        ("زار رئيس البرازيل باريس", "Brazilian President"),
        ("زار الرئيس اللبناني السابق باريس", "former Lebanese President"),
        ("زار رئيس الوزراء البريطاني باريس", "British Prime Minister"),
        ("زار رئيس الاتحاد الأوروبي مصر", "head of the European Union"),
        ("زار رئيس الوفد المصري باريس", "head of the Egyptian delegation"),
        ("استقال الرئيس التنفيذي أمس", "chief executive"),
    ],
)
def test_a_head_is_called_by_what_he_heads(text: str, gloss: str) -> None:
    assert find_mentions(text)[0].name_en == gloss


def test_a_mayor_is_no_president_of_the_country() -> None:
    assert find_mentions("زار رئيس بلدية باريس القاهرة")[0].office is None


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("مع نظيره الأردني", "Jordanian counterpart"),
        ("بنظيره السوداني", "Sudanese counterpart"),
        ("مع نظيرته الألمانية", "German counterpart"),
    ],
)
def test_a_counterpart_is_an_office_and_no_name(text: str, english: str) -> None:
    assert one(text).name_en == english


def test_the_counterpart_behind_an_office_is_somebody_else() -> None:
    assert [text for _, text, _ in found("التقى وزير الخارجية المصري نظيره السوداني")] == [
        "وزير الخارجية المصري",
        "نظيره السوداني",
    ]
