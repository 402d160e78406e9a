"""Writing a line of text: what is written, and where the cursor stands on the screen; no widget."""
