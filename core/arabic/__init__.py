"""Arabic script and words: matching keys, words and their clitics, numerals."""

from core.arabic.fold import Folded, fold, fold_key
from core.arabic.words import Word, source_words, strip_clitics, words

__all__ = ["Folded", "Word", "fold", "fold_key", "source_words", "strip_clitics", "words"]
