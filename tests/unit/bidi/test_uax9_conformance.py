"""Every case of Unicode's own tests, where Debian's `unicode-data` is installed."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from core.bidi import levels, reorder, uax9
from core.bidi.properties import LETTER_OF_CLASS, classes_of
from core.bidi.uax9 import Base, paragraph_level
from tests.slow import slow

UNICODE = Path("/usr/share/unicode")
BASES: tuple[tuple[int, Base], ...] = ((2, "ltr"), (4, "rtl"), (1, "auto"))
BASE_OF_FIELD: tuple[Base, ...] = ("ltr", "rtl", "auto")
PARTS = 5

# Cases of BidiTest's kind and of BidiCharacterTest's kind, composed here: these always run.
CLASS_CASES = """\
@Levels: x
@Reorder:
LRE; 7
@Levels: 0
@Reorder: 0
L; 3
@Levels: 2 1 2
@Reorder: 2 1 0
L R L; 4
@Levels: 1 x 3
@Reorder: 2 0
R RLE R; 5
"""
CHARACTER_CASES = """\
0061 0028 0628 0029 0063;0;0;0 0 1 0 0;0 1 2 3 4
0627 0020 0031 0032;1;1;1 1 2 2;2 3 1 0
0627 2067 0061 2069 0062;2;1;1 1 4 1 2;4 3 2 1 0
202B 0061 202C;0;0;x 2 x;1
"""


def class_failures(lines: Iterator[str], part: int = 0) -> tuple[int, list[str]]:
    """Run cases of BidiTest.txt; of every `PARTS` blocks of equal levels only number `part`."""
    block, wanted, kept, count = -1, b"", [], 0
    failures: list[str] = []
    for line in lines:
        if line.startswith("@Levels:"):
            block += 1
            expected = line.split()[1:]
            kept = [at for at, level in enumerate(expected) if level != "x"]
            wanted = bytes(int(expected[at]) for at in kept)
        elif line.startswith("@Reorder:"):
            order = [int(at) for at in line.split()[1:]]
            # The same for every case of the block: their levels are.
            if [kept[at] for at in reorder(wanted)] != order:
                failures.append(line)
        elif line[0] not in "#\n" and (part < 0 or block % PARTS == part):
            classes, _, bits = line.partition(";")
            letters = "".join([LETTER_OF_CLASS[name] for name in classes.split()])
            for bit, base in BASES:
                if int(bits) & bit:
                    count += 1
                    found = uax9.levels_of_classes(letters, base)
                    if bytes([found[at] for at in kept]) != wanted or len(found) != len(expected):
                        failures.append(f"{classes} {base}: {list(found)}")
    return count, failures


def character_failures(lines: Iterator[str]) -> tuple[int, list[str]]:
    """Run cases of BidiCharacterTest.txt."""
    count = 0
    failures = []
    for line in lines:
        if line[0] in "#\n":
            continue
        count += 1
        codes, base, level, expected, order = line.strip().split(";")
        text = "".join([chr(int(code, 16)) for code in codes.split()])
        found = levels(text, BASE_OF_FIELD[int(base)])
        kept = [at for at, wanted in enumerate(expected.split()) if wanted != "x"]
        right = [found[at] for at in kept] == [int(wanted) for wanted in expected.split() if wanted != "x"]
        right = right and [kept[at] for at in reorder([found[at] for at in kept])] == [
            int(at) for at in order.split()
        ]
        right = right and paragraph_level(classes_of(text), BASE_OF_FIELD[int(base)]) == int(level)
        if not right:
            failures.append(f"{line.strip()}: {found}")
    return count, failures


def test_a_sample_of_class_cases() -> None:
    assert class_failures(iter(CLASS_CASES.splitlines(keepends=True)), -1) == (8, [])


def test_a_sample_of_character_cases() -> None:
    assert character_failures(iter(CHARACTER_CASES.splitlines(keepends=True))) == (4, [])


def test_a_wrong_expectation_is_noticed() -> None:
    assert class_failures(iter(["@Levels: 1\n", "@Reorder: 0\n", "L; 2\n"]), -1)[1]
    assert character_failures(iter(["0061;0;0;1;0\n"]))[1]


needs_unicode_data = pytest.mark.skipif(
    not (UNICODE / "BidiTest.txt").exists(), reason="Debian's unicode-data is not installed"
)


def class_cases() -> int:
    """Count the cases of BidiTest.txt without running them."""
    with (UNICODE / "BidiTest.txt").open(encoding="utf-8") as lines:
        return sum(int(line.rpartition(";")[2]).bit_count() for line in lines if line[0] not in "#@\n")


@needs_unicode_data
def test_the_file_holds_every_case() -> None:
    assert class_cases() == 770_241


@needs_unicode_data
@pytest.mark.parametrize("part", [0, *(pytest.param(part, marks=slow) for part in range(1, PARTS))])
def test_every_case_of_bidi_test(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # The direction that `auto` finds is one of the two that have just been resolved; short sequences recur.
    monkeypatch.setattr(uax9, "_paragraph", lru_cache(maxsize=64)(uax9._paragraph))
    monkeypatch.setattr(uax9, "resolve_sequence", lru_cache(maxsize=None)(uax9.resolve_sequence))  # type: ignore[attr-defined]
    with (UNICODE / "BidiTest.txt").open(encoding="utf-8") as lines:
        count, failures = class_failures(lines, part)
    assert failures[:20] == []
    assert count > class_cases() // PARTS // 2


@needs_unicode_data
def test_every_case_of_bidi_character_test() -> None:
    with (UNICODE / "BidiCharacterTest.txt").open(encoding="utf-8") as lines:
        count, failures = character_failures(lines)
    assert failures[:20] == []
    assert count == 91_707
