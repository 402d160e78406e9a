"""What is wrong with a query, and where."""

from __future__ import annotations

from core.errors import UsageError


class QueryError(UsageError):
    """A query that cannot be understood.

    Args:
        problem: what is wrong, in a sentence without its full stop.
        text: the query as it was typed.
        start: where the wrong words begin, in code points of `text`.
        end: where they end; a caret can be put under each of them, and under `start` where there are none.
    """

    def __init__(self, problem: str, text: str, start: int, end: int) -> None:
        super().__init__(f"{problem} (character {start + 1} of the query)")
        self.problem = problem
        self.text = text
        self.start = start
        self.end = end

    def __reduce__(self) -> tuple[type[QueryError], tuple[str, str, int, int]]:
        """Keep the parts when the error crosses from a worker process."""
        return type(self), (self.problem, self.text, self.start, self.end)
