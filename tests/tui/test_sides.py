"""One line of a mediation under the timeline."""

import pytest

from core.model import Issue, IssueMention, Mediation, Party, Round, Span
from tui.widgets.sides import sides_of

_HERE = Span(0, 0)
EGYPT, HAMAS, ISRAEL = (Party("", _HERE, name_en=name) for name in ("Egypt", "Hamas", "Israel"))
CEASEFIRE, PRISONERS = (IssueMention(issue, "", _HERE) for issue in (Issue.CEASEFIRE, Issue.PRISONERS))


@pytest.mark.parametrize(
    ("mediation", "line"),
    [
        (
            Mediation((EGYPT,), (HAMAS, ISRAEL), (CEASEFIRE, PRISONERS), Round("", _HERE, 3)),
            "Egypt between Hamas · Israel — ceasefire, prisoners — round 3",
        ),
        (
            Mediation((), (HAMAS, ISRAEL), (), Round("جولتين", _HERE, count=2)),
            "between Hamas · Israel — 2 rounds",
        ),
        (Mediation((EGYPT,), (HAMAS,), (CEASEFIRE,)), "Egypt with Hamas — ceasefire"),
        (Mediation((), (), (PRISONERS,), Round("جولة جديدة", _HERE)), "prisoners — جولة جديدة"),
    ],
)
def test_what_is_known_stands_in_one_line(mediation: Mediation, line: str) -> None:
    assert sides_of(mediation) == line
