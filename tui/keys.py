"""The one key table: bindings, footer, help screen and the README's table are all made from it.

Each letter has its twin of the Arabic (101) layout, so that a person need not switch layouts to move. Ctrl+H,
I, M and J have no place here: to a plain terminal they are Backspace, Tab, Enter and Enter.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Headings of the help screen, in its order."""

    TIMELINE = "Timeline"
    READER = "Reader"
    SEARCH = "Search"
    CORRECT = "Check and correct"
    PANES = "Panes"
    PROGRAM = "Program"


@dataclass(frozen=True, slots=True)
class Key:
    """One action and everything that is ever said about it."""

    action: str
    """The action: the explorer's, as Textual calls it, the application's (`app.…`), or that of a part
    (`tui.screens.parts`)."""
    keys: tuple[str, ...]
    """Textual's names."""
    shown: str
    """The keys as a person reads them."""
    label: str
    """One or two words, for the footer."""
    help: str
    """One sentence, for the help screen."""
    group: Group
    twins: tuple[str, ...] = ()
    """The letters that the same keys give in the Arabic (101) layout."""
    footer: int = 0
    """Place in the footer, the lowest first and kept longest; 0: not there."""
    asks: bool = False
    """Whether it opens a line to write in: what is typed behind it belongs there."""


TABLE: tuple[Key, ...] = (
    Key("step(1)", ("j", "down"), "j ↓", "next", "The next event; in the reader, the next line.",
        Group.TIMELINE, ("ت",), footer=3),
    Key("step(-1)", ("k", "up"), "k ↑", "back", "The event before; in the reader, the line before.",
        Group.TIMELINE, ("ن",), footer=4),
    Key("first", ("g", "home"), "g Home", "first", "The first event; in the reader, the head of the article.",
        Group.TIMELINE, ("ل",), footer=12),
    Key("last", ("G", "end"), "G End", "last", "The last event; in the reader, the end of the article.",
        Group.TIMELINE, ("لأ", "ﻷ"), footer=13),
    Key("page(1)", ("space", "pagedown"), "space PgDn", "page", "A page down in the reader.",
        Group.READER, footer=10),
    Key("page(-1)", ("b", "pageup"), "b PgUp", "page up", "A page up in the reader.",
        Group.READER, ("لا", "ﻻ"), footer=11),
    Key("half(1)", ("ctrl+d",), "^d", "half page", "Half a page down in the reader; the timeline stays.",
        Group.READER),
    Key("half(-1)", ("ctrl+u",), "^u", "half page up", "Half a page up in the reader; the timeline stays.",
        Group.READER),
    Key("article(1)", ("right_square_bracket",), "]", "next article",
        "The first event of the next article.", Group.TIMELINE, ("د",)),
    Key("article(-1)", ("left_square_bracket",), "[", "article before",
        "The first event of the article before.", Group.TIMELINE, ("ج",)),
    Key("articles.toggle", ("o",), "o", "articles",
        "The list of articles; Enter opens one at its first event, Esc leaves the list.",
        Group.TIMELINE, ("خ",), footer=9),
    Key("text.go(1)", ("right_curly_bracket",), "}", "next in article",
        "The next event in the same article, in the order of its text.", Group.TIMELINE, (">",)),
    Key("text.go(-1)", ("left_curly_bracket",), "{", "before in article",
        "The event before in the same article, in the order of its text.", Group.TIMELINE, ("<",)),
    Key("group.cycle", ("i",), "i", "group",
        "Group the events by article, actor, place, category, year; ] [ and d D go by group then.",
        Group.TIMELINE, ("ه",)),
    Key("group.turn", ("I",), "I", "order",
        "Oldest or newest first; in groups also the order of the groups: the largest first, or by name.",
        Group.TIMELINE, ("÷",)),
    Key("compare.toggle", ("c",), "c", "tellings",
        "Who else tells of the event, and on what they differ, side by side in the reader; Enter reads one, "
        "Esc leaves the list.", Group.TIMELINE, ("ؤ",)),
    Key("axis.zoom(1)", ("z",), "z", "zoom in", "Bars of months, then of days, round the event.",
        Group.TIMELINE, ("ئ",)),
    Key("axis.zoom(-1)", ("Z",), "Z", "zoom out", "Bars of months again, then of years.",
        Group.TIMELINE, ("~",)),
    Key("date.begin", ("t",), "t", "date",
        "Go to a date as people say it: 2021, May 2021, two years ago, in Arabic, Hijri or EDTF.",
        Group.TIMELINE, ("ف",), asks=True),
    Key("axis.step(1)", ("d",), "d", "on",
        "The first event of the next year, month or day that has one: of what a bar stands for.",
        Group.TIMELINE, ("ي",)),
    Key("axis.step(-1)", ("D",), "D", "back",
        "The first event of the year, month or day before that has one.", Group.TIMELINE),
    Key("mark", ("v",), "v", "select",
        "In the reader: select from this line on, or leave off; the keys that move draw the selection.",
        Group.READER, ("ر",)),
    Key("word(1)", ("left",), "←", "a word", "Draw the selection a word further.", Group.READER),
    Key("word(-1)", ("right",), "→", "a word less", "Draw the selection a word back.", Group.READER),
    Key("copy", ("y",), "y", "copy",
        "Copy the event as a citation; in the reader, the selection or the sentence. A file keeps it, too.",
        Group.READER, ("غ",), footer=17),
    Key("export.toggle", ("s",), "s", "export",
        "Write what is shown to a file: a table, a timeline for the web, a report and more; Esc stops it.",
        Group.TIMELINE, ("س",)),
    Key("find.begin", ("slash",), "/", "find",
        "Find words in events and article, however they are spelt; Enter keeps the marks, Esc goes back.",
        Group.SEARCH, ("ظ",), footer=7, asks=True),
    Key("find.go(1)", ("n",), "n", "next hit",
        "The next event that says them; in the reader, the next place.", Group.SEARCH, ("ى",)),
    Key("find.go(-1)", ("N",), "N", "hit before",
        "The event before that says them; in the reader, the place before.", Group.SEARCH, ("آ",)),
    Key("filter.begin", ("f",), "f", "filter",
        "Show only the events that are wanted: words, actor:, place:, type:, since: … (docs/query.md).",
        Group.SEARCH, ("ب",), footer=8, asks=True),
    Key("filter.clear", ("F", "backspace"), "F Backspace", "all", "Show all events again.", Group.SEARCH),
    Key("correct.mark", ("m",), "m", "mark", "Mark the event, or take its mark off.",
        Group.CORRECT, ("ة",)),
    Key("correct.walk(1)", ("u",), "u", "next mark", "The next marked event.", Group.CORRECT, ("ع",)),
    Key("correct.walk(-1)", ("U",), "U", "mark before", "The marked event before.", Group.CORRECT, ("‘",)),
    Key("note.begin", ("a",), "a", "note",
        "Write a note on the event; Enter keeps it, Esc goes back, an empty one takes it away.",
        Group.CORRECT, ("ش",), asks=True),
    Key("form.toggle", ("e",), "e", "correct",
        "Correct the event: date, category, code, actors, places; each line is kept with Enter, Esc leaves.",
        Group.CORRECT, ("ث",)),
    Key("correct.hide", ("x",), "x", "hide",
        "Hide the event, or bring a hidden one back; an event of your own goes for good.",
        Group.CORRECT, ("ء",)),
    Key("correct.reveal", ("H",), "H", "hidden too", "Show hidden events, too, or hide them again.",
        Group.CORRECT, ("أ",)),
    Key("correct.undo", ("X", "ctrl+underscore"), "X ^_", "undo",
        "Take back the last that you have marked, noted, corrected, hidden or added.", Group.CORRECT, ("ْ",)),
    Key("correct.redo", ("ctrl+y",), "^y", "redo", "Do again what was taken back.", Group.CORRECT),
    Key("add.begin", ("A",), "A", "add",
        "In the reader: an event of your own, from what is selected or from the cursor's line.",
        Group.CORRECT, ("ِ",), asks=True),
    Key("other_pane", ("tab", "shift+tab"), "Tab", "pane", "Go to the other pane.", Group.PANES, footer=5),
    Key("read", ("enter",), "Enter", "read", "Go into the reader, at the event.", Group.PANES, footer=6),
    Key("back", ("escape",), "Esc", "timeline",
        "Leave off selecting; back to the timeline; there, the marks of a search go.",
        Group.PANES, footer=14),
    Key("app.library", ("l",), "l", "library", "The next library, where several were named.",
        Group.PANES, ("م",)),
    Key("layout", ("w",), "w", "layout", "Side by side, stacked, one pane, or by the window's size.",
        Group.PANES, ("ص",), footer=16),
    Key("arabic", ("r",), "r", "Arabic",
        "How Arabic is drawn: visual, guard, logical; choose the one in which the text reads right.",
        Group.PROGRAM, ("ق",), footer=15),
    Key("commands.begin", ("colon", "ctrl+p"), ": ^p", "actions",
        "Every action by letters of its words; Enter does it. Themes and filters used lately, too.",
        Group.PROGRAM, footer=18, asks=True),
    Key("help", ("question_mark", "f1"), "?", "help", "This page; any of Esc, q and ? leaves it.",
        Group.PROGRAM, ("؟",), footer=2),
    Key("app.suspend", ("ctrl+z",), "^z", "suspend", "Back to the shell; `fg` returns.", Group.PROGRAM),
    Key("app.leave", ("q", "ctrl+q"), "q", "quit", "Leave the program.", Group.PROGRAM, ("ض",), footer=1),
    Key("app.interrupt", ("ctrl+c",), "^c", "stop", "Leave at once, with exit code 130.", Group.PROGRAM),
)  # fmt: skip

_IN_READER = (
    *("back", "help", "step(1)", "step(-1)", "page(1)", "mark", "copy", "find.begin", "find.go(1)"),
    *("first", "last", "app.leave"),
)
"""Actions that the footer offers in the reader, the most wanted first."""
ALEFS = "اأإآ"
"""Second letters of a key that gives two: «لا» comes as lam and alef, one event each."""


def twin_sequences() -> dict[tuple[str, str], Key]:
    """Return the twins that arrive as two events (lam, then some alef), and what they stand for."""
    return {(twin[0], twin[1]): key for key in TABLE for twin in key.twins if len(twin) == 2}


def lone_alefs() -> dict[str, Key]:
    """Return the alefs that are a twin without a lam before them, and what they stand for."""
    return {twin: key for key in TABLE for twin in key.twins if twin in ALEFS}


def asking_keys() -> dict[str, str]:
    """Return the actions that open a line to write in, by every name of their keys."""
    return {name: key.action for key in TABLE if key.asks for name in single_keys(key)}


_FREE = frozenset({"help", "layout", "arabic", "back", "other_pane"})
"""Actions that need no event and no article."""


def walking_keys() -> frozenset[str]:
    """Return every name of the keys that do something with an event or an article, and ask for no words."""
    return frozenset(
        name
        for key in TABLE
        if not key.asks and key.action not in _FREE and not key.action.startswith("app.")
        for name in single_keys(key)
    )


def single_keys(key: Key) -> tuple[str, ...]:
    """Return every name of a key that arrives as one event, twins included."""
    return key.keys + tuple(twin for twin in key.twins if len(twin) == 1)


def footer_keys() -> list[Key]:
    """Return what the footer shows, in its order."""
    return sorted((key for key in TABLE if key.footer), key=lambda key: key.footer)


def reader_keys() -> list[Key]:
    """Return what the footer shows while the reader has the keys, in its order."""
    return [key for action in _IN_READER for key in TABLE if key.action == action]


def markdown() -> str:
    """Return the table as the README prints it."""
    lines = ["| keys | Arabic layout | what they do |", "|---|---|---|"]
    for key in TABLE:
        shown = " ".join(f"`{name}`" for name in key.shown.split())
        twins = " ".join(f"`{twin}`" for twin in key.twins if twin.isascii() or not _is_ligature(twin))
        lines.append(f"| {shown} | {twins} | {key.help} |")
    return "\n".join(lines) + "\n"


def _is_ligature(twin: str) -> bool:
    """Tell whether it is the one-code form that X11 sends where Windows sends two letters."""
    return len(twin) == 1 and "\ufef5" <= twin <= "\ufefc"
