"""Arabic on a terminal: bidi levels, shaping, lines with the way back to the source."""

from core.bidi.blocks import Blocks, blocks_of
from core.bidi.layout import Cell, Layout, Line, base_direction, display, fit, layout, whole
from core.bidi.paragraph import shape
from core.bidi.uax9 import Base, levels, reorder

__all__ = [
    "Base",
    "Blocks",
    "Cell",
    "Layout",
    "Line",
    "base_direction",
    "blocks_of",
    "display",
    "fit",
    "layout",
    "levels",
    "reorder",
    "shape",
    "whole",
]
