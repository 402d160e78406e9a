"""The form of corrections in the timeline's place: a line a field, each taken as soon as it is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from core.errors import MediationError
from core.judgement.applying import apply
from core.model import PlaceRole, Role
from tui.arabic import isolated
from tui.correcting.lines import Field, Line, lines_of
from tui.correcting.reading import corrected, typed_of
from tui.correcting.words import role_word
from tui.language import tr
from tui.language.errors import told
from tui.screens.filling import Question
from tui.screens.sheet import Sheet
from tui.widgets.form import FormView
from tui.widgets.said import reason_of_codes, reason_of_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.judgement.saying import Judgement
    from core.model import Event
    from core.timeline import Row
    from tui.correcting.reading import Value
    from tui.screens.explorer import ExplorerScreen
    from tui.screens.filling import Filling

_USUAL: dict[Field, Role | PlaceRole] = {
    Field.ACTOR: Role.PARTICIPANT,
    Field.MORE_ACTORS: Role.PARTICIPANT,
    Field.PLACE: PlaceRole.EVENT,
    Field.MORE_PLACES: PlaceRole.EVENT,
}
"""The role that selected words have first."""


class Form(Sheet):
    """The lines of one event; the reader beside it keeps its sentence."""

    view: FormView

    def __init__(self, screen: ExplorerScreen) -> None:
        """Make a form that shows nothing yet."""
        super().__init__(screen, FormView())
        self._correcting = screen.parts.correcting
        self.row: Row | None = None
        """Whose form it is, as it stands now."""

    @property
    def does(self) -> str:
        """What Enter does."""
        return tr("write")

    @property
    def kind(self) -> str:
        """What is listed."""
        return tr("Correct")

    @property
    def line(self) -> Line | None:
        """The selected line."""
        return self.view.selected if self.open else None

    def begin(self) -> None:
        """Open the form of the selected event."""
        if (row := self._correcting.chosen()) is not None:
            self.open_on(row)

    def open_on(self, row: Row) -> None:
        """Open the form of an event."""
        self.row = row
        self.view.cursor = self.view.top = 0
        try:
            super().begin()
        except MediationError as error:
            self.leave()
            self.screen.tell(isolated(told(error)))

    def show(self, row: Row | None) -> None:
        """Show the event as it stands now, after a change; None where it is no more."""
        if row is None:
            self.leave()
        elif self.open:
            self.row = row
            self.fill()
            self.screen.follow()

    def fill(self) -> None:
        """Show the lines as they are now; the selected one stays selected where it is still there."""
        if self.row is not None:
            lines = lines_of(self.row.event, self._correcting.extracted(self.row))
            self.view.put(lines, min(self.view.cursor, len(lines) - 1))

    def follow(self) -> None:
        """Keep the sentence in view, with its evidence."""
        if self.row is not None:
            self.screen.bring(self.row.document, self.row.event)

    # ------------------------------------------------------------------------------------- a line

    def choose(self) -> None:
        """Write on the selected line, or do what it stands for."""
        line, row = self.line, self.row
        if line is None or row is None:
            return
        if line.written:
            self._filling.begin(self._question(line, row), self._words(line, row))
        else:
            self._correcting.settle(row, back=line.field is Field.AS_READ)

    @property
    def _filling(self) -> Filling:
        return self.screen.parts.filling

    def _words(self, line: Line, row: Row) -> str:
        """Return what a line begins with: for a part the words selected in the reader, if there are any."""
        if line.field not in (Field.ACTOR, Field.MORE_ACTORS, Field.PLACE, Field.MORE_PLACES):
            return typed_of(line, row.event)
        chosen = self.screen.reader.selected
        if chosen is None or chosen[0] != row.event.paragraph or self.screen.shown != row.document:
            return typed_of(line, row.event)
        text = self._paragraph(row)
        role: Role | PlaceRole = line.part.role if line.part else _USUAL[line.field]
        return f"{role_word(role)}: {chosen[1].cut(text)}"

    def _question(self, line: Line, row: Row) -> Question:
        return Question(line, self._paragraph(row), row.event, partial(self._take, row, line))

    def _paragraph(self, row: Row) -> str:
        return self.screen.timeline.document(row.document).paragraphs[row.event.paragraph].text

    async def _take(self, row: Row, line: Line, value: Value) -> None:
        def change(said: Judgement) -> Judgement:
            read = self._correcting.extracted(row)
            now = apply(read, said) if read else self.row.event if self.row else row.event
            return corrected(said, line, value, now, read)

        await self._correcting.judge(row, change)
        self.screen.reader.deselect()

    # --------------------------------------------------------------------------------------- reasons

    def said(self) -> Iterator[tuple[str, str]]:
        """Say whose the selected line is, what was read, and what may be written."""
        line, row = self.line, self.row
        if self._filling.open:
            yield from self._filling.hints()
        if line is not None and row is not None:
            yield from self._said_of(line, row.event)
            yield "Enter", _how(line.field)

    @staticmethod
    def _said_of(line: Line, event: Event) -> Iterator[tuple[str, str]]:
        if line.theirs:
            yield line.label, _theirs(line)
        reason = _reason(line, event)
        if reason:
            yield (tr("why") if line.theirs else line.label), reason
        elif line.value and not line.theirs:
            yield line.label, f"«{line.value}»"


def _reason(line: Line, event: Event) -> str:
    """Say why there is that date or that category."""
    if line.field is Field.DATE:
        reason = reason_of_date(event)
    elif line.field in (Field.CATEGORY, Field.CAMEO):
        reason = reason_of_codes(event)
    else:
        return ""
    return tr("{date}: {reason}", date=line.value, reason=reason) if line.value and reason else reason


def _theirs(line: Line) -> str:
    if line.removed:
        return tr("taken away by you; the program read «{read}»", read=line.read)
    if line.read:
        return tr("«{value}» is yours; the program read «{read}»", value=line.value, read=line.read)
    return tr("«{value}» is yours; the program read nothing", value=line.value)


def _how(field: Field) -> str:
    match field:
        case Field.DATE:
            return tr("write a date: 2021-05-17, «مايو 2021», two weeks before 9 May 2021, 2021-05?")
        case Field.CATEGORY:
            return tr("write a category; Tab completes")
        case Field.CAMEO:
            return tr("write a code, or words of its name; Tab completes")
        case Field.ACTOR | Field.PLACE:
            return tr("write a role and words of the text; Tab completes, nothing takes it away")
        case Field.MORE_ACTORS | Field.MORE_PLACES:
            return tr("add a role and words of the text; what is selected in the reader stands there")
        case Field.KIND:
            return tr("write what the date is the date of; the timeline shows only events")
        case Field.ACCEPT:
            return tr("say that it is right as it stands")
        case Field.AS_READ:
            return tr("take all corrections of this event back")
