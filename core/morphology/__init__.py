"""What camel-tools knows of words and names, where the person has its data.

This door is light: what loads camel-tools is `core.morphology.choice`, for those who were asked to use it.
"""

from core.morphology.lemmas import lemmas, with_lemmas
from core.morphology.names import NameRecogniser
from core.morphology.reading import Morphology, PartOfSpeech, Reading

__all__ = ["Morphology", "NameRecogniser", "PartOfSpeech", "Reading", "lemmas", "with_lemmas"]
