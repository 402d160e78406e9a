"""The styles of the screen, by what they mean.

Only the terminal's own sixteen colours on its own background, so that it reads on dark and on light, in 16
colours, and costs few bytes over SSH. No meaning rests on colour alone: each also has a sign or an attribute.
Themes (`tui.themes`) make other styles of these.
"""

from __future__ import annotations

from rich.style import Style

from core.model import Aux, Quad, Role

PLAIN = Style.null()
BOLD = Style(bold=True)
DIM = Style(dim=True)
TITLE = Style(dim=True)
TITLE_ACTIVE = Style(bold=True, reverse=True)
SELECTED = Style(reverse=True)
CHOSEN = Style(reverse=True)
"""Over words that are selected in the reader."""
ALERT = Style(color="red", bold=True)
KEY = Style(bold=True)
THEIRS = Style(color="yellow", bold=True)
"""What a person said of an event."""
CURSOR = Style(reverse=True)
"""The block in a field, on the cell that the next letter takes."""
CHOSEN = Style(color="blue", reverse=True, underline=True)
"""What is selected in a field: not to be taken for the block, colours or none."""

DATE = Style(color="cyan")
DATE_INHERITED = Style(color="cyan", dim=True)

SENTENCE = Style(bold=True)
# No italics: hardly a font has Arabic ones, and a terminal would take the letters from another.
DATE_WORDS = Style(color="cyan", reverse=True)
TRIGGER = Style(color="magenta", reverse=True)
PLACE = Style(color="cyan", underline=True)
HEADING = Style(bold=True, underline=True)
GROUP = Style(bold=True, underline=True)
"""The name above a group of rows."""
GROUP_COUNT = Style(dim=True)
DISPUTED = Style(color="red", bold=True, reverse=True, underline=True)
"""Over words that another telling contradicts; the gutter has the sign beside them."""
HIT = Style(color="yellow", reverse=True, underline=True)
TICK_HIT = Style(color="yellow", bold=True)
HIT_HERE = Style(color="green", bold=True, reverse=True, underline=True)

ROLE = {
    Role.SOURCE: Style(color="blue", underline=True),
    Role.TARGET: Style(color="green", underline=True),
    Role.MEDIATOR: Style(color="yellow", underline=True),
    Role.PARTICIPANT: Style(underline=True),
}

QUAD = {
    Quad.VERBAL_COOPERATION: Style(color="green"),
    Quad.MATERIAL_COOPERATION: Style(color="blue"),
    Quad.VERBAL_CONFLICT: Style(color="magenta"),
    Quad.MATERIAL_CONFLICT: Style(color="red"),
}
QUAD_SIGN = {
    Quad.VERBAL_COOPERATION: "○",
    Quad.MATERIAL_COOPERATION: "●",
    Quad.VERBAL_CONFLICT: "△",
    Quad.MATERIAL_CONFLICT: "▲",
}
NO_QUAD_SIGN = "·"

AUX_SIGN = {Aux.HISTORICAL: " ", Aux.FUTURE: "»", Aux.HYPOTHETICAL: "∼", Aux.NEGATED: "¬"}

CURSOR_SIGN, CURSOR_SIGN_MIRRORED = "▌", "▐"
INHERITED_SIGN, INHERITED_SIGN_MIRRORED = "↳", "↲"
MARKED_SIGN = "*"
NOTED_SIGN = '"'
EDITED_SIGN = "✎"
ADDED_SIGN = "+"
ACCEPTED_SIGN = "✓"
HIDDEN_SIGN = "×"
CONFLICT_SIGN = "≠"
SAME_SIGN = "="
HIT_SIGN = "•"
"""On the rail: what was found."""
DOUBT_SIGN = "?"
OWN_SIGN = "•"
"""The row's own telling among several."""
TOLD_SIGN = "×"
"""Before the number of outlets that tell of an event."""
MEDIATOR_SIGN = "◆"
EXCHANGE_SIGN = "⇄"
DIRECTED_SIGN = "←"
"""From source to target: Arabic runs from right to left."""
