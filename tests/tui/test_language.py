"""What the screen says is said in every language that it can speak."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from core.coreference.comparison import Aspect
from core.errors import FILE_ERROR
from core.export.formats import FORMATS
from core.model import Issue, Plover
from core.query.parse import _WANTED
from core.query.vocabulary import Key, vocabulary
from tui.keys import TABLE
from tui.language import Language, counted, speak, spoken, table, tr
from tui.language.choice import CHOICES, language_of
from tui.language.plural import ARABIC, arabic
from tui.screens.help import _SIGNS
from tui.screens.looking import _LAYOUTS, _THEMES
from tui.terminal import BidiMode

_TUI = Path(__file__).parents[2] / "tui"
_CORE = _TUI.parent / "core"
_COMPARED = {aspect.value for aspect in Aspect}
"""What tellings are compared in; on some of it they may be in conflict (`core.coreference`)."""


def calls(name: str) -> list[list[str]]:
    """The texts that the code hands to a function, by call."""
    found = []
    for path in _TUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                assert node.args, f"{path.name}:{node.lineno}: {name}() of nothing"
                texts = [node.value for node in node.args if isinstance(node, ast.Constant)]
                found.append([text for text in texts if isinstance(text, str)])
    return found


def said() -> set[str]:
    """Every text that is handed to `tr`, in the code or from a table."""
    from_code = {text for name in ("tr", "named") for texts in calls(name) for text in texts}
    from_looks = {*_THEMES.values(), *_LAYOUTS.values()}
    from_keys = {text for key in TABLE for text in (key.label, key.help, key.group.value)}
    from_help = {heading for heading, _ in _SIGNS} | {
        text for _, lines in _SIGNS for sign, _, _, text in lines for text in (text, sign) if is_word(text)
    }
    from_model = (
        {plover.value for plover in Plover}
        | {issue.value for issue in Issue}
        | {mode.value for mode in BidiMode} - {"auto"}
    )
    from_formats = {text for form in FORMATS.values() for text in (form.purpose, form.leaves_out) if text}
    return from_code | from_looks | from_keys | from_help | from_model | from_formats | _COMPARED


_OF_WORDS = {"QueryError", "PartError", "DateError"}
"""Errors of what a person types, whose first argument is a text."""
_OF_FILES = {"_OlderError", "UnreadableError", "LibraryError", "NotebookError"}
"""Errors of files: whose, what is wrong, what to do."""


def of_typing() -> set[str]:
    """What core says of what a person types."""
    found = {text for node in core_calls(_OF_WORDS) for text in map(head, node.args[:1]) if text}
    return found | set(_WANTED.values())


def of_files() -> set[str]:
    """What core says of files, as far as it stands in one place."""
    found = {text for node in core_calls(_OF_FILES) for text in map(head, node.args[1:]) if text}
    forms = tomllib.loads((_CORE / "reading/formats/formats.toml").read_text(encoding="utf-8"))
    refused = [entry for entry in walk(forms) if "problem" in entry]
    found |= {entry[name] for entry in refused for name in ("problem", "remedy")}
    return found | {FILE_ERROR, "cannot be read"}


def core_calls(names: set[str]) -> Iterator[ast.Call]:
    for path in _CORE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield node


def head(node: ast.expr) -> str:
    """A text, or the part of one that comes before what a system says in brackets."""
    if isinstance(node, ast.JoinedStr):
        node = node.values[0]
        words = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        return words.partition(" (")[0] if " (" in words else ""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def walk(data: object) -> Iterator[dict[str, str]]:
    """Every table in a TOML file."""
    if isinstance(data, dict):
        yield data
    if isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from walk(inner)


def is_word(text: str) -> bool:
    """Tell words from signs and dates, which are the same in every language."""
    return any(char.isalpha() for char in text)


def names(text: str) -> set[str]:
    """The names that a text has filled in, with how each is written."""
    return {f"{name}:{form}" for _, name, form, _ in Formatter().parse(text) if name is not None}


@pytest.fixture
def arabic_screen() -> Iterator[None]:
    speak(Language.ARABIC)
    yield
    speak(Language.ENGLISH)


def test_every_text_has_its_arabic() -> None:
    assert not said() - {text for text, arabic in table(Language.ARABIC).items() if isinstance(arabic, str)}


def test_every_error_of_typing_has_its_arabic() -> None:
    assert not of_typing() - set(table(Language.ARABIC))


def test_every_counted_text_has_its_arabic() -> None:
    assert all(len(texts) == 2 for texts in calls("counted"))
    others = {texts[1] for texts in calls("counted")}
    assert others == {text for text, forms in table(Language.ARABIC).items() if not isinstance(forms, str)}


def test_nothing_stands_there_that_nobody_says() -> None:
    known = said() | of_typing() | of_files() | {texts[1] for texts in calls("counted")}
    assert not set(table(Language.ARABIC)) - known


def test_both_have_the_same_names() -> None:
    for english, found in table(Language.ARABIC).items():
        if isinstance(found, str):
            assert names(found) == names(english), english
        else:
            assert set(found) == set(ARABIC), english
            for category, text in found.items():
                may_lack = {name for name in names(english) if name.startswith("count:")}
                assert names(english) - may_lack <= names(text) <= names(english), (english, category)


def test_what_is_spoken_can_be_chosen() -> None:
    assert tr("Timeline") == "Timeline"
    try:
        speak(Language.ARABIC)
        assert spoken() is Language.ARABIC
        assert tr("Timeline") == "الخط الزمني"
    finally:
        speak(Language.ENGLISH)


@pytest.mark.parametrize("number", [1, 1000])
def test_names_are_filled_in(number: int) -> None:
    assert tr("{count:,} of something", count=number) == f"{number:,} of something"


@pytest.mark.usefixtures("arabic_screen")
def test_what_is_filled_in_keeps_its_own_order() -> None:
    assert tr("between {names}", names="2020-09-10?") == "بين \u20682020-09-10?\u2069"


@pytest.mark.parametrize(
    ("category", "numbers"),
    # The examples of CLDR's plurals.xml for `ar`.
    [
        ("zero", [0]),
        ("one", [1]),
        ("two", [2]),
        ("few", [*range(3, 11), *range(103, 111), 1003]),
        ("many", [*range(11, 27), 99, 111, 1011]),
        ("other", [100, 101, 102, 200, 201, 202, 300, 400, 500, 600, 1000, 10000, 100000, 1000000]),
    ],
)
def test_arabic_counts_in_six_ways(category: str, numbers: list[int]) -> None:
    assert {arabic(number) for number in numbers} == {category}


@pytest.mark.usefixtures("arabic_screen")
@pytest.mark.parametrize(
    ("count", "events"),
    [
        (0, "لا أحداث"),
        (1, "حدث واحد"),
        (2, "حدثان"),
        (3, "3 أحداث"),
        (11, "11 حدثًا"),
        (100, "100 حدث"),
        (1103, "1,103 أحداث"),
    ],
)
def test_events_are_counted(count: int, events: str) -> None:
    assert counted("1 event", "{count:,} events", count) == events


def test_english_counts_in_two_ways() -> None:
    assert [counted("1 event", "{count:,} events", n) for n in (0, 1, 2000)] == [
        "0 events",
        "1 event",
        "2,000 events",
    ]


def test_categories_are_called_as_in_the_filter_language() -> None:
    called = vocabulary().values[Key.TYPE]
    for category in Plover:
        arabic = table(Language.ARABIC)[category.value]
        assert arabic in called[category]
        assert len(arabic) <= 6, "a row has no room for more"


@pytest.mark.parametrize(
    ("asked", "configured", "environ", "language"),
    [
        ("auto", "auto", {}, Language.ENGLISH),
        ("auto", "auto", {"LANG": "ar_EG.UTF-8"}, Language.ARABIC),
        ("auto", "auto", {"LANG": "ar"}, Language.ARABIC),
        ("auto", "auto", {"LANG": "arn_CL.UTF-8"}, Language.ENGLISH),
        ("auto", "auto", {"LANG": "ar_EG.UTF-8", "LC_MESSAGES": "C"}, Language.ENGLISH),
        ("auto", "auto", {"LANG": "C", "LC_MESSAGES": "ar_SA"}, Language.ARABIC),
        ("auto", "auto", {"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "ar_SA"}, Language.ENGLISH),
        ("auto", "en", {"LANG": "ar_EG.UTF-8"}, Language.ENGLISH),
        ("auto", "en", {"MEDIATION_TUI_LANG": "AR"}, Language.ARABIC),
        ("en", "ar", {"MEDIATION_TUI_LANG": "ar"}, Language.ENGLISH),
        ("ar", "auto", {"LANG": "C.UTF-8"}, Language.ARABIC),
        ("auto", "tlh", {"MEDIATION_TUI_LANG": "klingon", "LANG": "ar_MA"}, Language.ARABIC),
    ],
)
def test_the_language_is_asked_for_or_is_the_locales(
    asked: str, configured: str, environ: dict[str, str], language: Language
) -> None:
    assert language_of(asked, environ, configured) is language


def test_every_language_can_be_asked_for() -> None:
    assert set(CHOICES) == {"auto", *Language}
