"""An event of the person's own: words are selected in the reader, its date is asked for, the form opens."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from core.judgement.saying import Added, GivenDate
from tui.correcting.lines import Field, Line
from tui.language import tr
from tui.screens.filling import Question
from tui.screens.part import Part

if TYPE_CHECKING:
    from core.model import Document, Span
    from tui.correcting.reading import Value
    from tui.screens.form import Form


class Adding(Part):
    """Asks for what an event of the person's own must have."""

    def begin(self) -> None:
        """Open the line for its date, which begins with what the paragraph says."""
        screen, filling = self.screen, self.screen.parts.filling
        number, chosen = screen.shown, screen.reader.chosen()
        if number is None or chosen is None:
            screen.tell(tr("Select the words that tell of it first: Tab goes into the reader, v selects."))
            return
        paragraph, span = chosen
        article = screen.timeline.document(number)
        text = article.paragraphs[paragraph].text
        take = partial(self._take, number, Added(paragraph, span))
        about = (
            (tr("your event"), f"«{span.cut(text)}»"),
            (tr("date"), tr("2021-05-17, «مايو 2021», 2021-05?; nothing: undated")),
        )
        question = Question(Line(Field.DATE, tr("date")), text, None, take, about)
        filling.begin(question, "")
        self.busy = True
        screen.run_worker(self._offer(question, article, paragraph, span), group="offer", exclusive=True)

    async def _offer(self, question: Question, article: Document, paragraph: int, span: Span) -> None:
        """Let the line begin with the date that the text says; it takes a moment to read it."""
        from core.temporal.nearby import date_near

        found = await asyncio.to_thread(date_near, article, paragraph, span)
        self.busy = False
        if found is not None and found.edtf:
            self.screen.parts.filling.propose(question, found.edtf)

    async def _take(self, document: int, added: Added, value: Value) -> None:
        if isinstance(value, GivenDate):
            added = replace(added, date=value)
        row = await self.screen.parts.correcting.put(document, added)
        self.screen.reader.deselect()
        if row is not None:
            cast("Form", self.screen.parts.load("form")).open_on(row)
