"""The filter language as it is typed: what it means, what is wrong with it, and how it is written back."""

import datetime as dt
import pickle
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Issue, Plover, Quad, Role
from core.query import QueryError, parse
from core.query.tree import Among, And, Cameo, Dated, Flagged, Named, Node, Not, Or, Words, conjunction
from core.query.vocabulary import Flag, Key
from tests.unit.query.strategies import QUERIES, QUOTABLE

TODAY = dt.date(2022, 8, 8)


def root(text: str) -> Node:
    return parse(text, TODAY).root


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", And(())),
        ("  \u200f ", And(())),
        ("وسيط", Words("وسيط")),
        ("«وقف إطلاق النار»", Words("وقف إطلاق النار")),
        ('"وقف إطلاق النار"', Words("وقف إطلاق النار")),
        ("“وقف»”", Words("وقف»")),
        ("وفد أمني", And((Words("وفد"), Words("أمني")))),
        ("وفد، أمني", And((Words("وفد"), Words("أمني")))),
        ("وفد and أمني", And((Words("وفد"), Words("أمني")))),
        ("وفد و أمني", And((Words("وفد"), Words("أمني")))),
        ("وفد or أمني", Or((Words("وفد"), Words("أمني")))),
        ("وفد أو أمني OR مصر", Or((Words("وفد"), Words("أمني"), Words("مصر")))),
        ("«أو»", Words("أو")),
        ("10:30", Words("10:30")),
        ("actor:مصر", Named(Key.ACTOR, "مصر")),
        ("فاعل:«عباس كامل»", Named(Key.ACTOR, "عباس كامل")),
        ("ACTOR: مصر", Named(Key.ACTOR, "مصر")),
        ("\u200factor:مصر", Named(Key.ACTOR, "مصر")),
        ("place:a:b", Named(Key.PLACE, "a:b")),
        ("mediator:مصر", Named(Key.MEDIATOR, "مصر")),
        ("وسيط:مصر", Named(Key.MEDIATOR, "مصر")),
        ("مصدر:صدى", Named(Key.OUTLET, "صدى")),
        ("type:consult", Among(Key.TYPE, "consult", (Plover.CONSULT,))),
        ("نوع:تشاور", Among(Key.TYPE, "تشاور", (Plover.CONSULT,))),
        ("quad:verbal", Among(Key.QUAD, "verbal", (Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT))),
        ("quad:material-conflict", Among(Key.QUAD, "material-conflict", (Quad.MATERIAL_CONFLICT,))),
        ("role:mediator", Among(Key.ROLE, "mediator", (Role.MEDIATOR,))),
        ("قضيه:الهدنة or issue:هدنة", None),
        ("issue:هُدنة", Among(Key.ISSUE, "هُدنة", (Issue.CEASEFIRE,))),
        ("cameo:٠٤", Cameo("04")),
        ("cameo:04*", Cameo("04")),
        ("marked", Flagged(Flag.MARKED)),
        ("«marked»", Words("marked")),
        ("-conflict", Not(Flagged(Flag.CONFLICT))),
        ("is:noted", Flagged(Flag.NOTED)),
        ("حالة:تعارض", Flagged(Flag.CONFLICT)),
        ("تعارض", Words("تعارض")),
        ("since:2021-05", Dated(Key.SINCE, "2021-05", dt.date(2021, 5, 1), None)),
        ("منذ:٢٠٢١", Dated(Key.SINCE, "٢٠٢١", dt.date(2021, 1, 1), None)),
        ("until:«مايو 2021»", Dated(Key.UNTIL, "مايو 2021", None, dt.date(2021, 5, 31))),
        ("on:أمس", Dated(Key.ON, "أمس", dt.date(2022, 8, 7), dt.date(2022, 8, 7))),
        ('since:"two years ago"', Dated(Key.SINCE, "two years ago", dt.date(2020, 1, 1), None)),
        ("on:2019..2020", Dated(Key.ON, "2019..2020", dt.date(2019, 1, 1), dt.date(2020, 12, 31))),
        ("on:2019/..", Dated(Key.ON, "2019/..", dt.date(2019, 1, 1), None)),
        ("-مصر", Not(Words("مصر"))),
        ("not مصر", Not(Words("مصر"))),
        ("ليس مصر", Not(Words("مصر"))),
        ("--مصر", Words("مصر")),
        ("-(a b)", Not(And((Words("a"), Words("b"))))),
        ("a-b", Words("a-b")),
        ("a (b (c d))", And((Words("a"), Words("b"), Words("c"), Words("d")))),
        ("a b or c", Or((And((Words("a"), Words("b"))), Words("c")))),
        ("a (b or c)", And((Words("a"), Or((Words("b"), Words("c")))))),
    ],
)  # fmt: skip
def test_what_a_query_means(text: str, meant: Node | None) -> None:
    if meant is None:
        with pytest.raises(QueryError):
            root(text)
    else:
        assert root(text) == meant


@pytest.mark.parametrize(
    ("text", "wrong", "said"),
    [
        ("وفد foo:bar", "foo:", "no key «foo»"),
        ("actr:مصر", "actr:", "did you mean «actor»?"),
        ("actor:", "actor:", "actor: wants a name"),
        ("مصر actor: since:2020", "actor:", "actor: wants a name"),
        ("since:nonsense", "nonsense", "«nonsense» is no date"),
        ("on:2021/2019", "2021/2019", "ends before it begins"),
        ("since:2021-13", "2021-13", "«2021-13» is no date"),
        ("since:مايو 2021", "مايو 2021", "quotation marks: since:«مايو 2021»"),
        ("type:talk", "talk", "type is one of AGREE, CONSULT"),
        ("cameo:talks", "talks", "a CAMEO code"),
        ("مصر «وقف إطلاق", "«وقف إطلاق", "no »"),
        ("مصر»", "»", "never opened"),
        ("(مصر or قطر", "(", "this ( has no )"),
        ("مصر)", ")", "there is no ( for this"),
        ("()", "(", "has to follow «(»"),
        ("or مصر", "or", "has to stand before this"),
        ("مصر or", "or", "has to follow «or»"),
        ("not", "not", "has to follow «not»"),
        ("مصر - قطر", "-", "no letter and no figure"),
        ("actor:«…»", "«…»", "no letter and no figure"),
        ("(" * 60 + "a" + ")" * 60, "(", "too much inside one another"),
    ],
)
def test_errors_say_what_and_where(text: str, wrong: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        root(text)
    error = caught.value
    assert text[error.start : error.end] == wrong
    assert said in error.problem
    assert str(error).startswith(error.problem)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.start, again.end) == (str(error), error.start, error.end)


@settings(deadline=None, max_examples=150)
@given(QUERIES)
def test_a_query_is_written_back_as_it_was_meant(text: str) -> None:
    query = parse(text, TODAY)
    assert parse(str(query), TODAY) == query
    assert str(parse(str(query), TODAY)) == str(query)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.one_of(QUOTABLE.map(Words), QUOTABLE.map(lambda text: Named(Key.PLACE, text))), min_size=1)
)
def test_any_words_are_written_back(terms: list[Node]) -> None:
    spoken = [term for term in terms if isinstance(term, Words | Named) and any(map(str.isalnum, term.text))]
    tree = conjunction(spoken)
    try:
        assert root(str(tree)) == tree
    except QueryError as error:
        assert "no letter" in error.problem  # Some letters fold to nothing.


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from('ab مصر:()-"«»“”*0 \u200f.actor:or not'), max_size=30))
def test_whatever_is_typed_is_read_or_told_with_its_place(text: str) -> None:
    try:
        query = parse(text, TODAY)
    except QueryError as error:
        assert 0 <= error.start <= error.end <= len(text)
    else:
        assert parse(str(query), TODAY) == query


def test_the_reader_of_dates_is_loaded_by_who_asks_for_words_of_a_date() -> None:
    code = (
        "import sys, datetime as dt; from core.query import parse; t = dt.date(2022, 8, 8)\n"
        "parse('actor:مصر since:2021-05 type:consult', t); assert 'core.temporal' not in sys.modules\n"
        "parse('since:أمس', t); assert 'core.temporal.typed' in sys.modules\n"
        "assert 'dateparser' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
