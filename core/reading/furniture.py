"""What a line of a news page gives away by its words (furniture.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from core.arabic import fold_key

# What stands between such a word and the title it points to; nothing at all where the word stands alone.
_SETTING_OFF = (":", ".", "-", "–", "—", "|", "…", "،", ">", "»", "")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The word lists of furniture.toml, as matching keys."""

    byline_labels: frozenset[str]
    byline_starts: tuple[str, ...]
    stamps: tuple[str, ...]
    caption_marks: tuple[str, ...]
    caption_starts: tuple[str, ...]
    caption_ends: tuple[str, ...]
    teaser_starts: tuple[str, ...]
    teaser_set_off: tuple[str, ...]
    masthead_words: frozenset[str]
    masthead_marks: tuple[str, ...]
    separators: str
    separators_at_least: int
    leaning: frozenset[str]
    commonplace: frozenset[str]

    def is_label(self, key: str) -> bool:
        """Tell whether the line names an office of the paper («رئيس التحرير»)."""
        return key.strip(" :") in self.byline_labels

    def is_byline(self, key: str) -> bool:
        """Tell whether the line says who wrote or when it was put online."""
        return self.is_label(key) or _begins(key, self.byline_starts)

    def is_stamp(self, key: str) -> bool:
        """Tell a line that says when the page was put online, or who wrote, with a colon after the office."""
        labelled = key.startswith(self.byline_starts) and any(
            key.startswith((f"{start}:", f"{start} :")) for start in self.byline_starts
        )
        return labelled or _begins(key, self.stamps)

    def is_masthead(self, key: str) -> bool:
        """Tell the foot of a page or a bar of links by its marks."""
        bars = sum(key.count(separator) for separator in self.separators)
        return bars >= self.separators_at_least or any(mark in key for mark in self.masthead_marks)

    def is_caption(self, key: str) -> bool:
        """Tell whether the line stands under a picture."""
        bare = key.strip(" .()[]")
        if any(mark in key for mark in self.caption_marks):
            return True
        return _begins(key, self.caption_starts) or bare.endswith(self.caption_ends)

    def is_teaser(self, key: str) -> bool:
        """Tell whether the line points to another article."""
        bare = key.lstrip("*-• ")
        return _begins(bare, self.teaser_starts) or any(
            bare.startswith(start) and bare[len(start) :].lstrip()[:1] in _SETTING_OFF
            for start in self.teaser_set_off
        )


def _begins(key: str, starts: tuple[str, ...]) -> bool:
    """Match a start only where a word ends after it: «صور» does not begin «صورت»."""
    return key.startswith(starts) and any(
        key.startswith(start) and not key[len(start) : len(start) + 1].isalpha() for start in starts
    )


@cache
def furniture() -> Furniture:
    """Load the word lists once."""
    data = tomllib.loads(files(__package__).joinpath("furniture.toml").read_text(encoding="utf-8"))

    def keys(table: str, name: str) -> tuple[str, ...]:
        return tuple(fold_key(entry) for entry in data[table][name])

    return Furniture(
        byline_labels=frozenset(keys("byline", "labels")),
        byline_starts=keys("byline", "starts"),
        stamps=keys("byline", "stamps"),
        caption_marks=keys("caption", "marks"),
        caption_starts=keys("caption", "starts"),
        caption_ends=keys("caption", "ends"),
        teaser_starts=keys("teaser", "starts"),
        teaser_set_off=keys("teaser", "set_off"),
        masthead_words=frozenset(keys("masthead", "words")),
        masthead_marks=keys("masthead", "marks"),
        separators=data["masthead"]["separators"],
        separators_at_least=data["masthead"]["separators_at_least"],
        leaning=frozenset(keys("tail", "leaning")),
        commonplace=frozenset(keys("tail", "commonplace")),
    )
