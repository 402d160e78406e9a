"""What is wrong with a query, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class QueryError(UsageError):
    """A query that cannot be understood.

    Args:
        said: what is wrong, in a sentence without its full stop; `{names}` are filled in from `values`.
        text: the query as it was typed.
        start: where the wrong words begin, in code points of `text`.
        end: where they end; a caret can be put under each of them, and under `start` where there are none.
        values: what is filled in, for whoever says it in another language.
    """

    def __init__(self, said: str, text: str, start: int, end: int, **values: str) -> None:
        super().__init__(said, **values)
        self.problem = said.format(**values)
        self.args = (f"{self.problem} (character {start + 1} of the query)",)
        self.text = text
        self.start = start
        self.end = end

    def __reduce__(self) -> tuple[Callable[..., QueryError], tuple[object, ...]]:
        """Keep the parts when the error crosses from a worker process."""
        return _again, (self.said, self.text, self.start, self.end, self.values)


def _again(said: str, text: str, start: int, end: int, values: Mapping[str, str]) -> QueryError:
    return QueryError(said, text, start, end, **values)
