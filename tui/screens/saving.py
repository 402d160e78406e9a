"""The line in which the name of a file is written: Tab completes it, a file that is there is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import MediationError
from core.export.output import ExistsError, check
from tui.clipboard import from_home
from tui.exporting import Order, beginning_so, read_path, usual_name
from tui.language import tr
from tui.language.errors import told
from tui.screens.asking import Asking
from tui.screens.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from core.export.formats import Format
    from tui.screens.explorer import ExplorerScreen


class Saving(Asking):
    """Asks for the file of one export after another."""

    def __init__(self, screen: ExplorerScreen, write: Callable[[Order], None]) -> None:
        """Ask for nothing yet.

        Args:
            screen: whose line it is.
            write: is told what is to be written where.
        """
        super().__init__(screen, "s")
        self._write = write
        self._form: Format | None = None
        self._overwrites: Path | None = None
        """The file that is there and that the person was asked about."""
        self._choices = Choices(self)

    def begin(self, form: Format) -> None:
        """Open the line with a name in the folder where the program stands."""
        self._form, self._overwrites = form, None
        name = usual_name(self.screen.timeline.in_order, form)
        self.ask(from_home(read_path(name)), self.screen.writing)
        self._say()

    @property
    def _path(self) -> Path | None:
        """The file that is written there; null for no name at all."""
        words = self.bar.field.value.strip() if self.bar else ""
        try:
            return read_path(words) if words else None
        except RuntimeError:  # `~name`, and nobody is called so.
            return None

    def written(self, before: str) -> None:
        """Take note of another name."""
        if self.bar is not None and self.bar.field.value != before:
            self._overwrites = None
            self.hush()
            self._say()

    def pressed(self, key: str) -> bool:
        """Complete folders and files with Tab; further ones go through them."""
        step = {"tab": 1, "shift+tab": -1}.get(key, 0)
        if step and self.bar is not None and not self._choices.turn(step):
            field = self.bar.field
            offset = field.entry.cursor
            self._choices.take(0, offset, beginning_so(field.value[:offset]))
        return bool(step)

    def accepts(self) -> bool:
        """Take a file that can be written; one that is there only the second time."""
        path = self._path
        if path is None:
            self._complain(tr("a name is wanted"))
            return False
        try:
            check(path, force=path == self._overwrites)
        except ExistsError:
            self._overwrites = path
            self._complain(tr("it is there already; Enter again overwrites it"))
            return False
        except MediationError as error:
            self._complain(told(error).removeprefix(f"{path}: "))
            return False
        return True

    def closed(self, *, keep: bool) -> None:
        """Write it, or nothing."""
        path = self._path
        if keep and path is not None and self._form is not None:
            self._write(Order(self._form, path, force=path == self._overwrites))

    def _complain(self, words: str) -> None:
        if self.bar is not None:
            value = self.bar.field.value
            self.point(value.rfind("/") + 1, len(value), words)

    def _say(self) -> None:
        if self.bar is not None and self._form is not None:
            self.bar.found.say(self._form.name, tr("Enter writes, Tab completes"))
