"""camel-tools' morphology, loaded when it is first asked.

The database takes seconds to load and most of a gigabyte of memory, and analyses some hundreds of word types
a second: only where a person asked for it, by word type, where spelling leaves something open, and never in
the process that draws the screen.
"""

from __future__ import annotations

import math
import os
import re
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from core.arabic import fold_key
from core.errors import UnreadableError
from core.morphology.reading import Morphology, PartOfSpeech, Reading
from core.resources.camel import DATA_VARIABLE, DEFAULT_DATABASE, default_data_folder, installed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from core.resources.camel import CamelTools

_LEAST = -99.0
"""What a database gives as log probability where it knows none."""
_UNSEEN = -15.0
"""What that is worth: rarer than any that were counted."""
_VARIANT = 3.0
"""What it costs a reading that the word is spelled otherwise: of twenty such, one is meant."""

# Databases differ in the base of their logarithms (calima-msa-r13: 10). «في», one word of 26 in Arabic
# news, tells it.
_COMMONEST, _ITS_LOGARITHM = "في", math.log(1 / 26)

_POS = {
    "verb": PartOfSpeech.VERB,
    "noun": PartOfSpeech.NOUN,
    "noun_quant": PartOfSpeech.NOUN,
    "noun_prop": PartOfSpeech.PROPER,
    "noun_num": PartOfSpeech.NUMBER,
    "adj": PartOfSpeech.ADJECTIVE,
    "adj_comp": PartOfSpeech.ADJECTIVE,
    "adj_num": PartOfSpeech.NUMBER,
    "digit": PartOfSpeech.NUMBER,
    "prep": PartOfSpeech.PREPOSITION,
}
# Not words of running text.
_LEFT_OUT = frozenset(("abbrev", "foreign", "latin", "punc", "interj"))
_TANWEEN = re.compile("[\u064b-\u064d]")
_LETTER = re.compile("([^\u064b-\u0652\u0640\u0670])([\u064b-\u0652\u0640\u0670]*)")
_VOWELS = frozenset("\u064e\u064f\u0650\u0652")
_SHADDA = "\u0651"
_SENSE = re.compile(r"[-_].*")  # «كَتَب-u_1»: calima's mark of the vowel and of the sense
# What a writer may leave out, and what stands there then; nobody writes more than is there.
_CARELESS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي"})


class CamelMorphology:
    """The morphology of camel-tools' default database."""

    def __init__(self, analyser: Any) -> None:
        """Take an `Analyzer`; `camel_morphology` makes one."""
        self._analyser = analyser
        self._scale = 1.0
        known = [a for a in analyser.analyze(_COMMONEST) if a.get("pos") == "prep"]
        measured = max((_logarithm(a) for a in known), default=_LEAST)
        if _LEAST < measured < 0:
            self._scale = _ITS_LOGARITHM / measured
        self._remembered = lru_cache(maxsize=1 << 15)(self._readings)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return the ways to read a word, the likeliest first: see `Morphology`."""
        return self._remembered(word)

    def _readings(self, word: str) -> tuple[Reading, ...]:
        best: dict[Reading, Reading] = {}
        for analysis in self._analyser.analyze(bare(word)):
            reading = self._reading(word, analysis)
            if reading is not None:
                kind = _apart_from_weight(reading)
                if kind not in best or best[kind].weight < reading.weight:
                    best[kind] = reading
        return tuple(sorted(best.values(), key=lambda reading: -reading.weight))

    def _reading(self, word: str, analysis: Mapping[str, Any]) -> Reading | None:
        pos = str(analysis.get("pos", ""))
        question = analysis.get("prc3") == ">a_ques"
        if pos in _LEFT_OUT or analysis.get("asp") == "c" or question or not analysis.get("lex"):
            return None
        if pos == "verb" and _TANWEEN.search(word):
            return None
        measured = _logarithm(analysis)
        weight = measured * self._scale if measured > _LEAST else _UNSEEN
        lemma = bare(_SENSE.sub("", analysis["lex"])).replace("ٱ", "ا")
        return Reading(
            lemma,
            fold_key(lemma),
            _POS.get(pos, PartOfSpeech.PARTICLE),
            weight - _cost(word, analysis["diac"]),
            dual=analysis.get("num") == "d",
            conjoined=_written_on(analysis, "prc2"),
            governed=_written_on(analysis, "prc1") and pos != "verb",
            definite=analysis.get("prc0") == "Al_det",
            possessed=_written_on(analysis, "enc0"),
            spoken=pos == "verb" and analysis.get("per") in ("1", "2"),
        )


def camel_morphology() -> Morphology:
    """Return camel-tools' morphology, the same one each time.

    Raises:
        UnreadableError: camel-tools or its morphology database is not there or cannot be read.
    """
    return _loaded(installed().folder)


def lacking(tools: CamelTools, what: str) -> UnreadableError:
    """Return what is said where something of camel-tools that was asked for is not there."""
    return UnreadableError(f"camel-tools ({tools.folder})", what, "`mediation-tui doctor` says how to get it")


def broken(tools: CamelTools, error: Exception) -> UnreadableError:
    """Return what is said where something of camel-tools is there and does not load."""
    return UnreadableError(
        f"camel-tools ({tools.folder})",
        f"cannot be loaded ({type(error).__name__})",
        "`mediation-tui doctor` says what is there",
    )


def bare(word: str) -> str:
    """Take tashkeel and tatweel off, and keep the letters that a database tells apart."""
    return "".join(char for char in word if not ("\u064b" <= char <= "\u0652" or char in "\u0640\u0670"))


def _logarithm(analysis: Mapping[str, Any]) -> float:
    return float(analysis.get("pos_lex_logprob", _LEAST))


def _written_on(analysis: Mapping[str, Any], clitic: str) -> bool:
    return analysis.get(clitic) not in (None, "0", "na")


def _apart_from_weight(reading: Reading) -> Reading:
    return Reading(
        reading.lemma, reading.key, reading.pos, 0.0, reading.dual,
        reading.conjoined, reading.governed, reading.definite, reading.possessed, reading.spoken,
    )  # fmt: skip


def _cost(word: str, vocalised: str) -> float:
    """Return what a reading's own spelling makes it lose for a word: nothing, something, or very much.

    «هنا» may be a careless «هنأ»; but nobody writes «أسرة» for «أسره», or «إعلان» for «أعلن».
    """
    written, meant = bare(word).replace("ٱ", "ا"), bare(vocalised).replace("ٱ", "ا")
    if written == meant:
        return 0.0 if _vowels_agree(word, vocalised) else 3 * _VARIANT
    if len(written) == len(meant) and all(
        own == there or own == there.translate(_CARELESS) or (own, there) == ("ى", "ي")
        for own, there in zip(written, meant, strict=True)
    ):
        return _VARIANT
    return 3 * _VARIANT


def _vowels_agree(word: str, vocalised: str) -> bool:
    """Tell whether the vowels that a word bears are its reading's too, but for the last letter's."""
    own, meant = _LETTER.findall(word), _LETTER.findall(vocalised)
    if len(own) != len(meant):
        return True
    return all(
        not _clashes(marks, there) for (_, marks), (_, there) in zip(own[:-1], meant[:-1], strict=True)
    )


def _clashes(marks: str, there: str) -> bool:
    vowels = set(marks) & _VOWELS
    doubled = _SHADDA in marks and _SHADDA not in there and bool(set(there) & _VOWELS)
    return doubled or (bool(vowels) and bool(set(there) & _VOWELS) and not vowels & set(there))


@cache
def _loaded(_folder: Path) -> Morphology:
    """Load the analyser, once what it needs was seen to be there."""
    tools = installed()
    if tools.morphology_lacks is not None:
        raise lacking(tools, tools.morphology_lacks)
    try:
        return CamelMorphology(_load(tools.folder))
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise broken(tools, error) from error


def _load(folder: Path) -> Any:
    """Import camel-tools and open its database; a database that is none is a ValueError."""
    with home_untouched(folder):
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB
        from camel_tools.morphology.errors import MorphologyError

    try:
        return Analyzer(MorphologyDB.builtin_db(DEFAULT_DATABASE))
    except MorphologyError as error:
        raise ValueError("not a morphology database") from error


@contextmanager
def home_untouched(folder: Path) -> Iterator[None]:
    """Keep camel-tools from making a folder in the home directory, as its import does anywhere."""
    if default_data_folder().exists():
        yield
        return
    import tempfile

    variable = "USERPROFILE" if os.name == "nt" else "HOME"
    before = {name: os.environ.get(name) for name in (variable, DATA_VARIABLE)}
    with tempfile.TemporaryDirectory() as elsewhere:
        os.environ.update({variable: elsewhere, DATA_VARIABLE: str(folder)})
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
