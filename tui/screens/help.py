"""The help, made from the key table and from the signs of the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from core.coreference.comparison import Agreement
from core.model import Aux, Quad, Role
from tui import palette
from tui.arabic import Mark, Writing, abreast, draw, lay_out, write
from tui.keys import TABLE, Group, single_keys
from tui.language import tr
from tui.widgets import rail
from tui.widgets.title import PaneTitle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style
    from textual.app import ComposeResult

    from tui.keys import Key

_INDENT, _LEAST = 1, 14
_SIGN = 14
"""Cells of the column with keys or signs."""
_TWIN = 7
"""Cells of the column with the Arabic letters."""
_SAMPLE = "قال (الوزير) في 2020: «نعم» [1]."

Line = tuple[str, "Style", str, str]
"""A key or sign, its style, its Arabic twins, and what it means."""

_DATES: tuple[Line, ...] = (
    ("2020-09-10", palette.DATE, "", "a day (EDTF, ISO 8601-2); 2020-09 a month, 2020 a year"),
    ("2020-09-10?", palette.DATE, "", "uncertain: part of it was inferred, and could be otherwise"),
    ("2020-09~", palette.DATE, "", "approximate: the words are vague («نحو»، «أواخر»)"),
    ("2020-09%", palette.DATE, "", "uncertain and approximate"),
    ("2020/2021", palette.DATE, "", "from … to; `..` at an end: open"),
    ("202X", palette.DATE, "", "a figure that the words leave open: some year from 2020 to 2029"),
    (
        palette.INHERITED_SIGN,
        palette.DIM,
        "",
        "the date's words stand elsewhere; the line below the panes says where",
    ),
    (
        palette.CONFLICT_SIGN,
        palette.ALERT,
        "",
        "another telling disagrees; the line below the panes says on what",
    ),
)
_YEARS: tuple[Line, ...] = (
    ("^", palette.BOLD, "", "the selected event; a figure, or a bar, there is shown in reverse"),
    ("‹1990 2030›", palette.DIM, "", "the first bar has all before it, too, the last one all after it"),
)
_SPANS: tuple[Line, ...] = (
    ("├──2──┤", palette.DIM, "", "a round of mediation, or an event of several days; no edge: it goes on"),
    ("├┄2014┄┤", palette.DIM, "", "some time within: no more than the month or the year is told"),
    ("┣━━2━━┫", palette.BOLD, "", "the selected event belongs to it"),
)
_ACTORS: tuple[Line, ...] = (
    (palette.MEDIATOR_SIGN, palette.ROLE[Role.MEDIATOR], "", "a mediator; stands between the parties"),
    (palette.EXCHANGE_SIGN, palette.PLAIN, "", "talks, both ways"),
    (palette.DIRECTED_SIGN, palette.PLAIN, "", "from the one who acts to the one acted on, right to left"),
    ("+", palette.PLAIN, "", "others present"),
    ("·", palette.PLACE, "", "the place follows"),
)
_TELLINGS: tuple[Line, ...] = (
    (f"{palette.TOLD_SIGN}3", palette.DIM, "", "in a row: so many outlets tell of the event"),
    (palette.OWN_SIGN, palette.BOLD, "", "among the tellings: the row's own"),
    (Agreement.SAME.value, palette.DIM, "", "the same in both"),
    (Agreement.LIKE.value, palette.PLAIN, "", "alike: one says more, or it may be said either way"),
    (
        Agreement.OTHER.value,
        palette.ALERT,
        "",
        "both cannot be so; in the reader, beside such words",
    ),
    (Agreement.HERE.value, palette.PLAIN, "", "only the row's own telling says it"),
    (Agreement.THERE.value, palette.PLAIN, "", "only the other telling says it"),
)
_RAIL: tuple[Line, ...] = (
    (rail.THUMB, palette.DIM, "", "the part of the list that is seen; a click goes to another"),
    (rail.SIGNS[rail.Tick.HIT][0], rail.SIGNS[rail.Tick.HIT][1], "", "something was found there"),
    (rail.SIGNS[rail.Tick.MARK][0], rail.SIGNS[rail.Tick.MARK][1], "", "an event there is marked by you"),
    (rail.SIGNS[rail.Tick.CONFLICT][0], palette.ALERT, "", "another telling disagrees with an event there"),
    (rail.SIGNS[rail.Tick.DOUBT][0], palette.DATE, "", "the date of an event there is in doubt, or unknown"),
)
_QUADS: tuple[Line, ...] = tuple(
    (palette.QUAD_SIGN[quad], palette.QUAD[quad], "", quad.value) for quad in Quad
)
_AUX: tuple[Line, ...] = (
    (palette.AUX_SIGN[Aux.FUTURE], palette.PLAIN, "", "was still to come when it was written"),
    (palette.AUX_SIGN[Aux.HYPOTHETICAL], palette.PLAIN, "", "only thought of"),
    (palette.AUX_SIGN[Aux.NEGATED], palette.PLAIN, "", "did not happen"),
)
_STYLES: tuple[Line, ...] = (
    ("sentence", palette.SENTENCE, "", "where the selected event is told"),
    ("date", palette.DATE_WORDS, "", "the words that its date was read from"),
    ("happening", palette.TRIGGER, "", "the word that names it"),
    *((role.value, palette.ROLE[role], "", f"the {role.value}'s name") for role in Role),
    ("place", palette.PLACE, "", "where it happens, or is headed"),
)
_THEIRS: tuple[Line, ...] = (
    (palette.MARKED_SIGN, palette.THEIRS, "", "marked by you"),
    (palette.NOTED_SIGN, palette.THEIRS, "", "noted by you; the note stands below the panes"),
    (
        palette.EDITED_SIGN,
        palette.THEIRS,
        "",
        "corrected by you; what the program read stands below the panes",
    ),
    (palette.ADDED_SIGN, palette.THEIRS, "", "added by you"),
    (palette.ACCEPTED_SIGN, palette.DIM, "", "accepted by you"),
    (palette.HIDDEN_SIGN, palette.THEIRS, "", "hidden by you; seen only where hidden events are shown, too"),
)
_SIGNS = (
    ("Dates", _DATES),
    ("What is yours", _THEIRS),
    ("Tellings", _TELLINGS),
    ("Beside the timeline", _RAIL),
    ("Years", _YEARS),
    ("Spans", _SPANS),
    ("Actors", _ACTORS),
    ("Categories (PLOVER)", _QUADS + _AUX),
    ("In the reader", _STYLES),
)


class HelpBody(Widget):
    """The lines of the help, and how far they are scrolled."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._strips: list[Strip] = []
        self._top = 0

    def on_resize(self) -> None:
        """Wrap for the width."""
        self._strips = list(_draw(self.size.width, self._writing))
        self.scroll_lines(0)
        self.refresh()

    def scroll_lines(self, lines: int) -> None:
        """Move by lines, down or up."""
        self._top = max(0, min(self._top + lines, len(self._strips) - self.size.height))
        self.refresh()

    def on_mouse_scroll_down(self) -> None:
        """Move down."""
        self.scroll_lines(3)

    def on_mouse_scroll_up(self) -> None:
        """Move up."""
        self.scroll_lines(-3)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        index = self._top + y
        return self._strips[index] if index < len(self._strips) else Strip.blank(self.size.width)


_HERE = {
    "step(1)": "step(1)",
    "step(-1)": "step(-1)",
    "page(1)": "page(1)",
    "page(-1)": "page(-1)",
    "half(1)": "page(1)",
    "half(-1)": "page(-1)",
    "first": "page(-99)",
    "last": "page(99)",
    "help": "close",
    "back": "close",
    "app.leave": "close",
    "app.interrupt": "app.interrupt",
}
"""What the keys do while the help is open."""


class HelpScreen(Screen[None], inherit_bindings=False):
    """Every key and every sign."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(single_keys(key)), _HERE[key.action], show=False)
        for key in TABLE
        if key.action in _HERE
    ]

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._body = HelpBody(writing)
        self._title = PaneTitle()

    def compose(self) -> ComposeResult:
        """Build the tree."""
        yield self._title
        yield self._body

    def on_mount(self) -> None:
        """Say what this is."""
        self._title.say(
            writing=self._writing, words=tr("Help · Esc leaves it · j k space b move"), active=True
        )

    def action_close(self) -> None:
        """Back to where it was opened."""
        self.dismiss()

    def action_step(self, lines: int) -> None:
        """Move by lines."""
        self._body.scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Move by pages."""
        self._body.scroll_lines(pages * max(self._body.size.height - 1, 1))


def _draw(width: int, writing: Writing) -> Iterator[Strip]:
    for group in Group:
        yield _heading(tr(group.value), width, writing)
        for key in TABLE:
            if key.group is group:
                yield from _entry(_key_line(key), width, writing)
    for heading, lines in _SIGNS:
        yield _heading(tr(heading), width, writing)
        for line in lines:
            yield from _entry((tr(line[0]), *line[1:3], tr(line[3])), width, writing)
    yield _heading(tr("Arabic"), width, writing)
    yield write(_SAMPLE, width, writing)
    note = tr(
        "Drawn in the mode “{mode}”. If it runs backwards or falls apart: Esc, then r.",
        mode=tr(writing.mode.value),
    )
    yield from _entry(("", palette.PLAIN, "", note), width, writing)


def _key_line(key: Key) -> Line:
    twins = [twin for twin in key.twins if not (len(twin) == 1 and twin >= "\ufe70")]
    return key.shown, palette.KEY, " ".join(twins), tr(key.help)


def _heading(words: str, width: int, writing: Writing) -> Strip:
    return write(words, width, writing, palette.HEADING, base=writing.base)


def _entry(line: Line, width: int, writing: Writing) -> Iterator[Strip]:
    """Draw one entry; what it means is wrapped in its own column."""
    sign, style, twins, meaning = line
    room = max(width - _INDENT - _SIGN - _TWIN, _LEAST)
    laid = lay_out(meaning, room, writing, writing.base)
    # A sign or the name of a key runs from left to right wherever it stands.
    base = writing.base if any(char.isalpha() and not char.isascii() for char in sign) else "ltr"
    marks = [Mark(0, len(sign), style)]
    first = (
        write(sign, _SIGN, writing, marks=marks, base=base, align=writing.start),
        write(twins, _TWIN, writing, palette.KEY),
    )
    for number in range(laid.line_count):
        columns = first if number == 0 else (Strip.blank(_SIGN), Strip.blank(_TWIN))
        words = draw(laid.line(number), meaning, room, writing, align=writing.start)
        yield abreast([Strip.blank(_INDENT), *columns, words], width, writing)
