"""The filter language: one grammar for the prompt, the flags and the library (docs/query.md)."""

from core.query.completion import Completion, complete
from core.query.errors import QueryError
from core.query.parse import parse, parse_words
from core.query.query import Query
from core.query.sayings import Sayings

__all__ = ["Completion", "Query", "QueryError", "Sayings", "complete", "parse", "parse_words"]
