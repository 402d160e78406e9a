"""The palette: every action, found by letters of its words, in English or Arabic, and done with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import keys as key_table
from tui.fuzzy import ranked
from tui.language import tr
from tui.screens.asking import Asking
from tui.screens.offer import Offer, named
from tui.screens.parts import PARTS, is_parts, part_class
from tui.screens.sheet import Sheet
from tui.widgets.offers import Found, OffersView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.keys import Key
    from tui.screens.explorer import ExplorerScreen

_OWN = "commands.begin"
_MOVES = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1, "pagedown": 10, "pageup": -10}


class Commands(Asking):
    """The palette of one explorer: the line in which letters are written, over a list of what they find."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """List nothing yet."""
        super().__init__(screen, ":")
        self._list = _CommandList(screen, self)
        self._offers: tuple[Offer, ...] = ()
        self._before: Sheet | None = None
        self._reading = False

    def begin(self) -> None:
        """Open the line over the list of everything."""
        screen = self.screen
        self._offers = tuple(_offers(screen))
        self._before, self._reading = screen.sheet, screen.reading
        self.ask("", screen.writing)
        self._list.begin()
        self._say()

    def written(self, before: str) -> None:
        """List what fits the letters that stand there now."""
        if self.bar is not None and self.bar.field.value != before:
            self._list.fill()
            self.screen.explain()
            self._say()

    def pressed(self, key: str) -> bool:
        """Walk the list; Tab means nothing here."""
        if key in _MOVES:
            self._list.view.move(_MOVES[key])
        return key in _MOVES or key in ("tab", "shift+tab")

    def leave(self) -> None:
        """Close the line as Esc does: who goes elsewhere does not want it done."""
        if self.open:
            self._close(keep=False)

    def do(self) -> None:
        """Do what is selected."""
        self._close(keep=True)

    def closed(self, *, keep: bool) -> None:
        """Go back to where it was opened, and do there what is selected."""
        chosen = self._list.view.selected
        self._list.leave()
        if self._before is not None:
            self.screen.lay(self._before)
        if self._reading:
            self.screen.give_keys(reading=True)
        if keep and chosen is not None:
            action = chosen.offer.action
            self.screen.call_next(self.screen.run_action, f"part({action!r})" if is_parts(action) else action)

    def found(self) -> list[Found]:
        """Return what fits the letters that stand there, best first."""
        typed = self.bar.field.value if self.bar else ""
        names = [offer.names for offer in self._offers]
        fits = ranked(typed, names, [offer.sentence for offer in self._offers])
        return [Found(self._offers[number], fit) for number, fit in fits]

    def _say(self) -> None:
        if self.bar is not None:
            some = self._list.view.rows
            self.bar.found.say(tr("Enter does it, Esc leaves") if some else tr("nothing is called so"))


class _CommandList(Sheet):
    """The list under the line."""

    view: OffersView

    def __init__(self, screen: ExplorerScreen, commands: Commands) -> None:
        super().__init__(screen, OffersView(commands.do))
        self._commands = commands

    @property
    def does(self) -> str:
        """What Enter does."""
        return tr("do it")

    @property
    def kind(self) -> str:
        """What is listed."""
        return tr("Actions")

    def fill(self) -> None:
        """Show what fits, the best selected."""
        self.view.put(self._commands.found(), 0)
        self.view.top = 0

    def said(self) -> Iterable[tuple[str, str]]:
        """Say what the selected action does, whole."""
        found = self.view.selected
        return () if found is None else ((found.offer.names[0], found.offer.sentence),)


def _offers(screen: ExplorerScreen) -> Iterator[Offer]:
    """Yield every action of the key table, then what parts offer beside it."""
    yield from (_of_key(key) for key in key_table.TABLE if key.action != _OWN)
    for name in PARTS:
        yield from part_class(name).offers(screen)


def _of_key(key: Key) -> Offer:
    return Offer(named(key.label), key.action, tr(key.help), key.shown)
