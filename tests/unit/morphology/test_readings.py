"""From camel-tools' analyses to readings, by an analyser that knows a few words."""

from typing import Any

import pytest

from core.morphology import PartOfSpeech, lemmas
from core.morphology.camel import CamelMorphology
from core.morphology.camel_names import CamelNames

Analysis = dict[str, Any]


def analysis(diac: str, lex: str, pos: str, logarithm: float, **features: str) -> Analysis:
    return {"diac": diac, "lex": lex, "pos": pos, "pos_lex_logprob": logarithm, **features}


class Analyser:
    def __init__(self, words: dict[str, list[Analysis]]) -> None:
        self.words = {"في": [analysis("فِي", "فِي_1", "prep", -1.415)], **words}
        self.asked: list[str] = []

    def analyze(self, word: str) -> list[Analysis]:
        self.asked.append(word)
        return self.words.get(word, [])


def test_logarithms_of_any_base_come_out_natural() -> None:
    morphology = CamelMorphology(Analyser({"قال": [analysis("قالَ", "قال-u_1", "verb", -2.464, asp="p")]}))
    assert morphology.readings("في")[0].weight == pytest.approx(-3.258, abs=0.01)
    (reading,) = morphology.readings("قال")
    assert reading.weight == pytest.approx(-5.67, abs=0.01)
    assert (reading.lemma, reading.key, reading.pos) == ("قال", "قال", PartOfSpeech.VERB)


def test_a_reading_that_is_spelled_otherwise_is_worth_less() -> None:
    words = [
        analysis("هُنَا", "هُنَا", "adv", -3.0),
        analysis("هَنَّأَ", "هَنَّأ", "verb", -2.5, asp="p"),
        analysis("أُهَنِّئ", "هَنَّأ", "verb", -1.0, asp="c"),
    ]
    readings = CamelMorphology(Analyser({"هنا": words})).readings("هنا")
    assert [reading.lemma for reading in readings] == ["هنا", "هنأ"]
    assert readings[0].weight - readings[1].weight > 1


def test_taa_marbuta_and_a_hamza_that_is_written_are_no_carelessness() -> None:
    words = [analysis("أَسَرَهُ", "أَسَر", "verb", -2.0, asp="p", enc0="3ms_dobj")]
    words += [analysis("أُسْرَة", "أُسْرَة", "noun", -5.0)]
    assert CamelMorphology(Analyser({"أسرة": words})).readings("أسرة")[0].lemma == "أسرة"
    assert CamelMorphology(Analyser({"اسره": words})).readings("اسره")[0].lemma == "أسر"


def test_vowels_decide_where_they_are_written() -> None:
    words = [
        analysis("قَتْلٌ", "قَتْل", "noun", -2.0),
        analysis("قُتِلَ", "قَتَل", "verb", -2.5, asp="p", vox="p"),
        analysis("صَوَّتَا", "صَوَّت", "verb", -2.0, asp="p", num="d"),
    ]
    morphology = CamelMorphology(Analyser({"قتل": words[:2], "صوتا": words[2:]}))
    assert morphology.readings("قتل")[0].pos is PartOfSpeech.NOUN
    assert morphology.readings("قُتل")[0].pos is PartOfSpeech.VERB
    assert morphology.readings("صوتا")[0].dual
    assert morphology.readings("صوتاً") == ()


def test_what_is_written_onto_a_word_is_told_and_a_word_type_is_asked_once() -> None:
    analyser = Analyser(
        {
            "وبالحل": [
                analysis("", "حَلّ", "noun", -3.0, prc0="Al_det", prc1="bi_prep", prc2="wa_conj", enc0="0"),
                analysis("", "ح", "abbrev", -1.0),
            ],
            "زاره": [analysis("زارَهُ", "زار", "verb", -3.0, asp="p", per="3", prc1="na", enc0="3ms_dobj")],
        }
    )
    morphology = CamelMorphology(analyser)
    (reading,) = morphology.readings("وبالحل")
    assert (reading.conjoined, reading.governed, reading.definite, reading.possessed) == (
        True, True, True, False,
    )  # fmt: skip
    (verb,) = morphology.readings("زاره")
    assert (verb.governed, verb.possessed, verb.spoken) == (False, True, False)
    assert lemmas(["زاره", "زاره", "س"], morphology) == {"زاره": ("زار",), "س": ()}
    assert analyser.asked.count("زاره") == 1


def test_a_recogniser_is_asked_for_sentences_that_have_words() -> None:
    class Recogniser:
        def predict(self, sentences: list[list[str]]) -> list[list[str]]:
            assert all(sentences)
            return [["O"] * len(sentence) for sentence in sentences]

    assert CamelNames(Recogniser()).labels([["وصل"], [], ["إلى", "غزة"]]) == [["O"], [], ["O", "O"]]
    assert CamelNames(Recogniser()).labels([]) == []
