"""What a terminal answers when it is asked what it is.

The questions are those of the VT510 manual (DA1, DA2, DA3, DECRQM) and of xterm's control sequences
(XTVERSION). Answers come through the same stream as keys, whole, in pieces, late or never: the filter takes
them out and lets everything else pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

XTVERSION = "\x1b[>q"
DA1 = "\x1b[c"
"""Every terminal answers this one: it is asked last, and its answer says that no other will come."""
DA2 = "\x1b[>c"
DA3 = "\x1b[=c"
BDSM = "\x1b[8$p"
"""DECRQM for mode 8, bidirectional support (ECMA-48; terminal-wg, BiDi in Terminal Emulators)."""
KITTY_FONT = "\x1bP+q6b697474792d71756572792d666f6e745f66616d696c79\x1b\\"
"""XTGETTCAP for `kitty-query-font_family` (kitty's query_terminal): put to kitty alone."""
IMPLICIT, EXPLICIT = 1, 2
"""Answers about BDSM: the terminal orders letters (set), or the program does (reset); 0: it knows no BDSM."""

_LONGEST = 256
"""Code points after which what begins like an answer is taken for none."""
_ANSWER = re.compile(
    r"""\x1bP>\|(?P<version>[^\x1b\x07]*)(?:\x1b\\|\x07)
      | \x1bP!\|(?P<unit>[0-9A-Fa-f]*)(?:\x1b\\|\x07)
      | \x1b\[>(?P<secondary>[0-9;]*)c
      | \x1b\[8;(?P<bdsm>[0-4])\$y
      | \x1bP[01]\+r(?:[0-9A-Fa-f]*=)?(?P<font>[0-9A-Fa-f]*)(?:\x1b\\|\x07)
      | (?P<fence>\x1b\[\?[0-9;]*c)""",
    re.VERBOSE,
)
_BEGUN = re.compile(
    r"""\x1b(?: \Z | P (?: \Z | [>!] (?: \Z | \| [^\x1b\x07]* (?: \x1b? \Z ) )
                         | [01] (?: \Z | \+ (?: \Z | r [0-9A-Fa-f=]* (?: \x1b? \Z ) ) ) )
              | \[ (?: \Z | [>?] [0-9;]* \Z | 8 (?: \Z | ; (?: \Z | [0-4] \$? \Z ) ) ) )""",
    re.VERBOSE,
)


_CERTAIN = re.compile(r"\x1b(?: P[>!] | P[01]\+ | \[[>?] | \[8; )", re.VERBOSE)
"""Beginnings of answers with which no key begins; a lone escape, `ESC P` and `ESC [` may be one."""


@dataclass(frozen=True, slots=True)
class Replies:
    """What is known so far; null where nothing was answered."""

    version: str | None = None
    """XTVERSION: name and version («XTerm(379)»)."""
    secondary: str | None = None
    """DA2: the numbers between `>` and `c`."""
    unit: str | None = None
    """DA3: hexadecimal digits, upper case."""
    bdsm: int | None = None
    """DECRQM for mode 8: 0 unknown, 1 set, 2 reset, 3 and 4 the same for ever."""
    font: str | None = None
    """PostScript name of the main font, from kitty; empty where it would not say."""
    fenced: bool = False
    """Whether DA1 was answered: what has not come by then will not come."""


class ReplyFilter:
    """Takes the answers out of what a terminal sends, and keeps them."""

    def __init__(self) -> None:
        self.replies = Replies()
        self._held = ""
        self._passed = 0
        """How much of what is held was let pass as keys; an answer may yet go on with it."""

    def feed(self, data: str, *, expecting: bool = True) -> str:
        """Return what of `data` is not an answer, in its order.

        What may be the beginning of an answer is held back until the next call or `release`; a lone escape
        only while answers are expected, for at other times it is a key.
        """
        data, passed = self._held + data, self._passed
        self._held, self._passed = "", 0
        if passed and not (expecting and (_ANSWER.match(data) or _BEGUN.match(data))):
            data, passed = data[passed:], 0
        if "\x1b" not in data:
            return data
        if _ANSWER.match(data):
            passed = 0
        data = _ANSWER.sub(self._take, data)
        for begun in _BEGUN.finditer(data):
            length = len(data) - begun.start()
            if length <= _LONGEST and (expecting or length > 1):
                self._held, self._passed = data[begun.start() :], passed
                return data[: begun.start()]
        return data[passed:]

    @property
    def certain(self) -> bool:
        """Whether what is held back begins as no key does: the rest of it is on its way, however late."""
        return _CERTAIN.match(self._held) is not None

    def release(self) -> str:
        """Return what was held back, since no more came: it was a key, or an answer cut off: none."""
        if self.certain:
            self._held, self._passed = "", 0
        key, self._passed = self._held[self._passed :], len(self._held)
        return key

    def _take(self, match: re.Match[str]) -> str:
        kind, words = match.lastgroup, match.group(match.lastgroup or 0)
        if kind == "version":
            self.replies = replace(self.replies, version=words)
        elif kind == "unit":
            self.replies = replace(self.replies, unit=words.upper())
        elif kind == "secondary":
            self.replies = replace(self.replies, secondary=words)
        elif kind == "font":
            found = words if match[0].startswith("\x1bP1") and "=" in match[0] else ""
            self.replies = replace(
                self.replies, font=bytes.fromhex(found[: len(found) & ~1]).decode("utf-8", "replace")
            )
        elif kind == "bdsm":
            self.replies = replace(self.replies, bdsm=int(words))
        else:
            self.replies = replace(self.replies, fenced=True)
        return ""
