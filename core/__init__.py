"""The road from an article's bytes to a timeline of its events; knows no screen."""
