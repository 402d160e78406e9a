"""Arabic on a terminal: bidi levels, shaping, layout."""
