"""Dictionary forms of words by camel-tools' morphology, where the person has its data."""

from core.morphology.lemmas import lemmas, with_lemmas

__all__ = ["lemmas", "with_lemmas"]
