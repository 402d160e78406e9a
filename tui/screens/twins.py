"""Keys of the Arabic layout that come as two letters: «لا» is one key, and arrives as lam and alef."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.keys import ALEFS, TABLE, lone_alefs, single_keys, twin_sequences
from tui.screens.parts import is_parts

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.keys import Key

_LAM_WAIT = 0.05
"""Seconds in which the second letter of a key that gives two must come: they arrive in one packet."""
_LAMS = {first for first, _ in twin_sequences()}


def bound(key: Key) -> str:
    """Return the action of a key as Textual is to run it: those of parts go through `action_part`."""
    return f"part({key.action!r})" if is_parts(key.action) else key.action


def table_bindings() -> list[BindingType]:
    """Return the bindings of the key table, with what waits for the second of two letters."""
    bindings: list[BindingType] = []
    for key in TABLE:
        names = [name for name in single_keys(key) if name not in _LAMS and name not in ALEFS]
        bindings.append(Binding(",".join(names), bound(key), key.label, show=False))
    bindings += [Binding(lam, "lam", show=False) for lam in _LAMS]
    bindings += [Binding(alef, f"alef({alef!r})", show=False) for alef in ALEFS]
    return bindings


class TwinScreen(Screen[None], inherit_bindings=False):
    """A screen that tells a lam, or an alef, from the two of them."""

    def __init__(self) -> None:
        super().__init__()
        self._lam: Timer | None = None

    def action_lam(self) -> None:
        """Wait whether the lam is a key of its own or the first half of one."""
        self._lam = self.set_timer(_LAM_WAIT, self._lone_lam)

    async def _lone_lam(self) -> None:
        self._lam = None
        for key in TABLE:
            if _LAMS & set(key.twins):
                await self.run_action(bound(key))

    async def action_alef(self, letter: str) -> None:
        """Do what lam and this alef stand for, if a lam came just before, or else what the alef does."""
        if self._lam is not None:
            self._lam.stop()
            self._lam = None
            key = twin_sequences().get(("ل", letter))
        else:
            key = lone_alefs().get(letter)
        if key is not None:
            await self.run_action(bound(key))
