"""What a person and their machine bring: a lexicon of their own, the data of camel-tools."""

from core.resources.folders import LEXICON_VARIABLE
from core.resources.own_lexicon import check_lexicon, laid_over

__all__ = ["LEXICON_VARIABLE", "check_lexicon", "laid_over"]
