"""The tables of our own against Unicode's files, where they are installed, and against themselves."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.bidi.properties import MIRRORED, bidi_class, bracket_pairs, classes_of, properties
from core.bidi.shaping import joining_type

UNICODE = Path("/usr/share/unicode")
OURS = "15.0.0"
RTL_BLOCKS = (
    *range(0x590, 0x900), *range(0x20A0, 0x20D0), *range(0xFB1D, 0xFE00), *range(0xFE70, 0xFF00),
    *range(0x10800, 0x11000), *range(0x1E800, 0x1F000), *range(0xFFF0, 0x10000),
)  # fmt: skip
ARABIC = (*range(0x600, 0x700), *range(0x750, 0x780), *range(0x870, 0x900))


def path_of(name: str) -> Path:
    path = UNICODE / name
    if not path.exists():
        pytest.skip("Debian's unicode-data is not installed")
    return path


def records(name: str) -> Iterator[list[str]]:
    """Yield the fields of a file's records, comment last."""
    for line in path_of(name).read_text(encoding="utf-8").splitlines():
        data, _, comment = line.partition("#")
        if data.strip():
            yield [*(field.strip() for field in data.split(";")), comment.strip()]


def is_ours(name: str) -> bool:
    """Tell whether a file is of the version that our tables were taken from."""
    return OURS in path_of(name).read_text(encoding="utf-8").splitlines()[0]


def test_mirror_images() -> None:
    theirs = {chr(int(code, 16)): chr(int(image, 16)) for code, image, _ in records("BidiMirroring.txt")}
    ours = properties().mirror
    assert ours.items() <= theirs.items()
    assert len(ours) == len(theirs) or not is_ours("BidiMirroring.txt")


def test_bracket_pairs() -> None:
    theirs = {}
    for code, image, kind, _ in records("BidiBrackets.txt"):
        char, other = chr(int(code, 16)), chr(int(image, 16))
        closing = other if kind == "o" else char
        theirs[char] = (unicodedata.normalize("NFD", closing), kind == "o")
    ours = bracket_pairs()
    assert ours.items() <= theirs.items()
    assert len(ours) == len(theirs) or not is_ours("BidiBrackets.txt")


def test_joining_types() -> None:
    listed = {chr(int(code, 16)): kind for code, _, kind, _, _ in records("ArabicShaping.txt")}
    for code in ARABIC:
        char = chr(code)
        default = "T" if unicodedata.category(char) in ("Mn", "Me", "Cf") else "U"
        if char in listed or is_ours("ArabicShaping.txt"):
            assert joining_type(char) == listed.get(char, default), f"U+{code:04X}"


def test_classes_of_what_is_not_assigned() -> None:
    assigned: dict[int, str] = {}
    unassigned: dict[int, str] = {}
    for codes, name, comment in records("extracted/DerivedBidiClass.txt"):
        first, _, last = codes.partition("..")
        where = unassigned if comment.startswith("Cn") else assigned
        where |= dict.fromkeys(range(int(first, 16), int(last or first, 16) + 1), name)
    full_names = {
        "Right_To_Left": "R",
        "Arabic_Letter": "AL",
        "European_Terminator": "ET",
        "Left_To_Right": "L",
    }
    text = path_of("extracted/DerivedBidiClass.txt").read_text(encoding="utf-8")
    for first, last, long_name in re.findall(r"# @missing: (\w+)\.\.(\w+); (\w+)", text):
        for code in range(int(first, 16), int(last, 16) + 1) if first != "0000" else ():
            unassigned.setdefault(code, full_names[long_name])
    checked = 0
    for code in RTL_BLOCKS:
        if not unicodedata.bidirectional(chr(code)) and code not in assigned:
            assert bidi_class(chr(code)) == unassigned.get(code, "L"), f"U+{code:04X}"
            checked += 1
    assert checked > 100


def test_images_are_both_ways_and_of_neutrals() -> None:
    mirror = properties().mirror
    assert all(mirror[mirror[char]] == char for char in mirror)
    assert set(classes_of("".join(mirror))) == {MIRRORED}
    assert all(unicodedata.mirrored(char) for char in mirror)
