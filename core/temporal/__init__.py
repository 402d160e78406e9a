"""Dates in Arabic text: recognised, resolved, with the reason for each.

The road inside: text → tokens → grammar (`recognise`) → expressions → `resolve` with a context → timexes.
"""

from core.temporal.document import date_document, find_timexes

__all__ = ["date_document", "find_timexes"]
