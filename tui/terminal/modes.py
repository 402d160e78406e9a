"""The ways of drawing Arabic."""

from __future__ import annotations

from enum import StrEnum


class BidiMode(StrEnum):
    """Who orders and joins the letters."""

    AUTO = "auto"
    """Decide by the terminal."""
    VISUAL = "visual"
    """The program, for a terminal that draws what it is sent."""
    GUARD = "guard"
    """The program, and every piece is wrapped in LRO … PDF so that no terminal does it a second time."""
    LOGICAL = "logical"
    """The terminal: the text goes out as it stands in the article."""
    KITTY = "kitty"
    """The program, for a terminal that turns every run of right-to-left letters round: they go out turned."""
    KITTY_WORDS = "kitty-words"
    """The same where its main font has Arabic: it then turns all round that touches such letters."""


TURNED = frozenset({BidiMode.KITTY, BidiMode.KITTY_WORDS})
CYCLE = (BidiMode.VISUAL, BidiMode.GUARD, BidiMode.LOGICAL, BidiMode.KITTY, BidiMode.KITTY_WORDS)
"""The modes in the order in which the key goes through them."""
