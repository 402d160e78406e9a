"""Arabic on a terminal: bidi levels, shaping, lines with the way back to the source."""

from core.bidi.layout import Cell, Layout, Line, base_direction, display, fit, layout, whole
from core.bidi.paragraph import shape
from core.bidi.uax9 import Base, levels, reorder

__all__ = [
    "Base",
    "Cell",
    "Layout",
    "Line",
    "base_direction",
    "display",
    "fit",
    "layout",
    "levels",
    "reorder",
    "shape",
    "whole",
]
