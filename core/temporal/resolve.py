"""Expression + context → value, with the reason for it.

Each kind of expression has its own function, registered on `resolve` by `core.temporal.resolvers`.
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from core.temporal.value import Value, unresolved

if TYPE_CHECKING:
    from core.temporal.context import Context
    from core.temporal.expression import When


@singledispatch
def resolve(when: When, context: Context) -> Value:
    """Work out what an expression comes to; never raises."""
    del context
    return unresolved("XXXX", f"no reading for {type(when).__name__}")
