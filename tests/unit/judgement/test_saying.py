"""What is said comes back as it was; a step knows what it changed."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from core.judgement import Aspect, Edit, Judgement, Step
from core.judgement.codec import (
    decode_edit,
    decode_judgement,
    decode_told,
    encode_edit,
    encode_judgement,
    encode_told,
)
from core.judgement.saying import Told
from core.model import Plover, Span, Status

_edges = st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda edges: Span(*sorted(edges)))
st.register_type_strategy(Span, _edges)
st.register_type_strategy(float, st.floats(allow_nan=False))
st.register_type_strategy(str, st.text(max_size=8))


@settings(deadline=None, max_examples=60)
@given(st.from_type(Edit))
def test_a_correction_comes_back_as_it_was(edit: Edit) -> None:
    assert decode_edit(encode_edit(edit)) == edit


@settings(deadline=None, max_examples=60)
@given(st.from_type(Judgement))
def test_a_judgement_comes_back_as_it_was(judgement: Judgement) -> None:
    assert decode_judgement(encode_judgement(judgement)) == judgement


@settings(deadline=None, max_examples=60)
@given(st.from_type(Told))
def test_what_it_was_said_of_comes_back_and_is_utf_8(told: Told) -> None:
    encode_told(told).encode()
    assert decode_told(encode_told(told)) == told


@settings(deadline=None, max_examples=40)
@given(st.from_type(Judgement))
def test_what_a_later_program_added_is_passed_over(judgement: Judgement) -> None:
    data = json.loads(encode_judgement(judgement)) | {"mood": "calm"}
    if data.get("edit"):
        data["edit"]["colour"] = {"red": 1}
    assert decode_judgement(json.dumps(data)) == judgement


def test_half_a_surrogate_pair_goes_through() -> None:
    judgement = Judgement(note="\ud800")
    assert decode_judgement(encode_judgement(judgement).encode().decode()) == judgement


def test_each_thing_has_one_form() -> None:
    assert Judgement(note="  ", edit=Edit(), status=Status.EDITED) == Judgement()
    assert not Judgement(note="")
    assert Judgement(marked=True)


def test_a_step_names_what_it_changed() -> None:
    before = Judgement(marked=True, edit=Edit(category=Plover.AID))
    after = Judgement(note="x", status=Status.HIDDEN, edit=Edit(category=Plover.AID, cameo="07"))
    step = Step("e", b"", before, after)
    assert step.aspects == (Aspect.MARK, Aspect.NOTE, Aspect.HIDING, Aspect.CAMEO)
    assert step.reversed.before == after
    assert Step("e", b"", None, Judgement()).aspects == (Aspect.ADDITION,)
    assert Step("e", b"", before, before).aspects == ()
