"""Arabic names in Latin letters: the usual English form of a word where one is known, else a readable one."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter, defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from core.arabic import fold_key
from core.events.lexicon.keys import key_words
from core.events.lexicon.named import named_identities
from core.events.lexicon.records import IdentityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINED = frozenset(("abdel", "abdul", "abd", "abdullah", "abu", "abou", "abi"))
_VOWELS = frozenset("aiu")


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("romanise.toml").read_text(encoding="utf-8"))


@cache
def _usual() -> dict[str, str]:
    """Return the English form that a word of a name has most often among the persons of the lexicon."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for identity, _ in named_identities():
        if identity.kind is IdentityKind.PERSON:
            arabic, english = key_words(identity.name_ar), _english_words(identity.name_en)
            if len(arabic) == len(english):
                for key, word in zip(arabic, english, strict=True):
                    seen[key][word] += 1
    return {key: forms.most_common(1)[0][0] for key, forms in seen.items()}


def _english_words(name: str) -> list[str]:
    """Split an English name as the keys of the Arabic one are split («عبد الله» is one)."""
    words: list[str] = []
    for piece in name.split():
        if words and words[-1].lower() in _JOINED:
            words[-1] += f" {piece}"
        else:
            words.append(piece)
    return words


@lru_cache(maxsize=4096)
def romanise(name: str) -> str:
    """Return a name in Latin letters; no Arabic letter is left, and the same word always comes out alike."""
    return " ".join(filter(None, _words(name))) or "?"


def _words(name: str) -> Iterator[str]:
    pending = ""
    for piece in name.replace("_", " ").replace("#", " ").split():
        word = "".join(char for char in piece if char.isalnum() or unicodedata.category(char) == "Mn")
        joined = key_words(pending + word)
        if not word:
            continue
        if joined in (("عبد",), ("ابو",)):
            pending = word
        elif len(joined) == 1 and joined[0] in _usual():
            yield _usual()[joined[0]]
            pending = ""
        else:
            # «عبد الخالق» is Abdel Khaliq: the article is in the first part already.
            yield from map(
                _word, filter(None, (pending, word.removeprefix("ال") if pending == "عبد" else word))
            )
            pending = ""
    if pending:
        yield _word(pending)


def _word(word: str) -> str:
    """Return one word, its article set off by a hyphen."""
    fixed = _table()["words"].get(word)
    if fixed is not None:
        return str(fixed)
    if word.isascii():
        return word
    for article, before in (("ال", "al-"), ("وال", "wal-"), ("لل", "lil-"), ("بال", "bil-")):
        if word.startswith(article) and len(word) > len(article) + 1:
            return before + _spelt(word[len(article) :])
    return _spelt(word)


def _spelt(word: str) -> str:
    """Spell a word letter by letter, with the short vowels that its consonants need to be said."""
    bare = "".join(char for char in word if unicodedata.category(char) != "Mn" and char != "ـ")
    bare = unicodedata.normalize("NFKC", bare)
    sounds: list[str] = []
    for index, letter in enumerate(bare):
        sound = _sound(bare, index, letter, sounds)
        if not sound or (sounds and _voiced(sound) and sounds[-1][-1:] == sound[:1]):
            continue
        if not _voiced(sound) and sounds and not _voiced(sounds[-1]):
            sounds += _between(sounds, last=index == len(bare) - 1)
        sounds.append(sound)
    return "".join(sounds).capitalize()


def _between(before: list[str], *, last: bool) -> list[str]:
    """Return the vowel that has to stand before one more consonant, if one has to.

    A word begins with one consonant («حسن» Hasan), and no three follow each other («منطقة» Mantaqa). At its
    end, after a long «a», stands «i» («كامل» Kamil), but foreign names keep their «nd».
    """
    run = next((n for n, sound in enumerate(reversed(before)) if _voiced(sound)), len(before))
    if run == len(before) or run > 1:
        return ["a"]
    if last and before[-1] != "n":
        return ["i"] if before[-2] == "a" and len(before) > 2 and before[-3:-2] != ["a"] else ["a"]
    return []


def _sound(word: str, index: int, letter: str, before: list[str]) -> str:
    glide = _table()["glides"].get(letter)
    if glide is not None:
        after = word[index + 1 : index + 2]
        parted = not before or _voiced(before[-1])
        if letter == "ي" and after == "ة":
            return "iy"
        opens = after in ("ا", "ة", "ى") or (after in _table()["glides"] and not parted)
        return str(glide["consonant" if parted or opens else "vowel"])
    if letter in _table()["consonants"]:
        return str(_table()["consonants"][letter])
    return letter if letter.isascii() else str(_table()["consonants"].get(fold_key(letter), ""))


def _voiced(sound: str) -> bool:
    return sound[-1:] in _VOWELS
