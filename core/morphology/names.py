"""What a recogniser of named entities is asked for: the door through which one comes onto the road."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class NameRecogniser(Protocol):
    """What can be asked of a recogniser of named entities."""

    def labels(self, sentences: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
        """Return a label for each word of each sentence.

        Args:
            sentences: words as the source writes them, punctuation marks words of their own.

        Returns:
            Labels in the IOB scheme of ANERcorp: `B-PERS`, `I-PERS`, so too `ORG`, `LOC` and `MISC`; `O`.
        """
        ...
