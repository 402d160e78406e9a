"""camel-tools' knowledge where its data is, one line where it is not, an untouched home either way."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import ExitCode, UnreadableError
from core.morphology.choice import check, chosen_morphology, chosen_names
from core.resources.camel import installed
from tui.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent.parent
DATA = ROOT.parent / "shared" / "camel_data"
ARTICLE = "زار الوسطاء قطاع غزة في 3 مايو 2021.\n"


def folder(tmp_path: Path, *, catalogue: bool = True, database: str = "", ner: bool = False) -> Path:
    data = tmp_path / "camel"
    (data / "data" / "morphology_db" / "calima-msa-r13").mkdir(parents=True)
    if catalogue:
        sets = {"calima-msa-r13": {"path": "morphology_db/calima-msa-r13"}}
        components = {"MorphologyDB": {"datasets": sets, "default": "calima-msa-r13"}}
        text = json.dumps({"version": "1.6", "packages": {}, "components": components})
        (data / "catalogue.json").write_text(text)
    if database:
        (data / "data" / "morphology_db" / "calima-msa-r13" / "morphology.db").write_text(database)
    if ner:
        (data / "data" / "ner" / "arabert").mkdir(parents=True)
        (data / "data" / "ner" / "arabert" / "config.json").write_text("{}")
    return data


REAL = """
from core.morphology import PartOfSpeech, lemmas, with_lemmas
from core.morphology.choice import chosen_morphology
from core.pipeline import analyse
from core.reading import make_document

morphology = chosen_morphology("auto")
found = lemmas(["الوسطاء", "وصلت", "بِزيارة", "غانتس"], morphology)
assert found["الوسطاء"][0] == "وسيط", found
assert found["وصلت"][0] == "وصل", found
assert found["بِزيارة"][0] == "زياره", found
assert found["غانتس"] == (), found
assert morphology.readings("تظاهرة")[0].pos is PartOfSpeech.NOUN
assert morphology.readings("هنا")[0].pos is PartOfSpeech.PARTICLE
assert -4 < morphology.readings("في")[0].weight < -3

def told(text, morphology=None):
    events = analyse(make_document(text, doc_id="x"), morphology).events
    return [(event.trigger.text, event.trigger.lemma) if event.trigger else None for event in events]

def actors(text, morphology=None):
    events = analyse(make_document(text, doc_id="x"), morphology).events
    return [actor.text for event in events for actor in event.actors]

visit = "زار الوسطاء قطاع غزة في 3 مايو 2021."
assert told(visit, morphology) == [("زار", "زار")]
assert with_lemmas(analyse(make_document(visit, doc_id="x")).events, morphology)[0].trigger.lemma == "زار"

# A number and an adverb are no congratulation and no praise.
number = "كان المطبخ يوزع اثني عشر ألف رغيف في 3 مايو 2021."
assert told(number)[0][1] == "أثنى"
assert told(number, morphology) in ([], [None])
# A noun behind a verb is what the verb has; the verb with the same letters is another word.
price = "وفي 3 مايو 2021 بدأ العمل في مشروع تبلغ كلفته أربعة ملايين."
assert told(price) != told(price, morphology)
assert all(word is None or word[0] != "كلفته" for word in told(price, morphology))
# Where it can be a verb and stands as one, it stays one.
kill = "قتل مسلحون ثلاثة مدنيين في 3 مايو 2021."
assert told(kill, morphology) == told(kill) == [("قتل", "قتل")]
# What follows an office is no name where it is a verb.
fall = "وبعد استقالة الرئيس اندلعت اشتباكات في 3 مايو 2021 في العاصمة."
assert not any("اندلعت" in actor for actor in actors(fall, morphology))
"""


@pytest.mark.skipif(not DATA.is_dir(), reason="no data folder of camel-tools beside the repository")
def test_with_the_data_words_written_alike_are_told_apart(tmp_path: Path) -> None:
    """One process for all that wants the database: it takes seconds to load and 730 MB."""
    (tmp_path / "home").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", REAL], capture_output=True, check=False, cwd=ROOT,
        env={**os.environ, "CAMELTOOLS_DATA": str(DATA), "HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert not list((tmp_path / "home").iterdir())


@pytest.mark.parametrize(
    ("catalogue", "database", "words"),
    [
        (False, "", "has no catalogue"),
        (True, "", "has no morphology database"),
        (False, "x", "has no catalogue"),
        (True, "no database\n", "cannot be loaded"),
    ],
)
def test_without_the_data_one_line_says_so(
    tmp_path: Path, catalogue: bool, database: str, words: str
) -> None:
    (tmp_path / "home").mkdir()
    data = folder(tmp_path, catalogue=catalogue, database=database)
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", "extract", "-", "--morphology", "on"],
        input=ARTICLE.encode(), capture_output=True, check=False, cwd=ROOT,
        env={**os.environ, "CAMELTOOLS_DATA": str(data), "HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (ExitCode.UNREADABLE, b"")
    line = done.stderr.decode()
    assert line.count("\n") == 1
    assert words in line
    assert "doctor" in line
    assert not list((tmp_path / "home").iterdir())


@pytest.mark.parametrize("option", ["--morphology", "--names"])
def test_the_explorer_says_before_the_screen_what_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "none"))
    assert main([option, "on"]) == ExitCode.UNREADABLE
    assert "doctor" in capsys.readouterr().err


def test_what_is_there_is_used_and_what_is_not_is_gone_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "none"))
    assert (chosen_morphology("off"), chosen_names("off")) == (None, None)
    assert (chosen_morphology("auto"), chosen_names("auto")) == (None, None)
    check("auto", "off")
    with pytest.raises(UnreadableError):
        check("on", "auto")
    with pytest.raises(UnreadableError):
        check("off", "on")
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    assert main(["extract", str(article)]) == ExitCode.OK
    plain = capfdbinary.readouterr()
    assert main(["extract", str(article), "--morphology", "auto", "--names", "auto"]) == ExitCode.OK
    assert capfdbinary.readouterr() == plain


def test_what_is_installed_is_seen_without_importing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "none"))
    assert installed().morphology_lacks == "has no catalogue"
    assert installed().databases == ()
    monkeypatch.setenv("CAMELTOOLS_DATA", str(folder(tmp_path, database="x", ner=True)))
    assert installed().databases == ("calima-msa-r13",)
    assert installed().morphology_lacks is None
    assert (installed().mle, installed().ner) == ((), ("arabert",))
    lack = installed().names_lack
    assert lack is None or "torch" in lack or "transformers" in lack
    assert not any(name.startswith("camel_tools") for name in sys.modules)
