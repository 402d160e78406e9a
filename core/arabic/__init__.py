"""Arabic script and words: matching keys, words and their clitics, numerals."""

from core.arabic.by_word import ByWord
from core.arabic.fold import Folded, fold, fold_key
from core.arabic.tokenise import Tokenised, tokenise
from core.arabic.words import (
    Word,
    Words,
    all_without_clitics,
    strip_clitics,
    with_clitics,
    without_clitics,
)

__all__ = [
    "ByWord",
    "Folded",
    "Tokenised",
    "Word",
    "Words",
    "all_without_clitics",
    "fold",
    "fold_key",
    "strip_clitics",
    "tokenise",
    "with_clitics",
    "without_clitics",
]
