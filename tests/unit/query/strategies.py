"""Queries of every shape, for properties that hold of all of them."""

from hypothesis import strategies as st

QUOTABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="»\n"), max_size=8)
WORDS = st.sampled_from(
    [
        "وسيط", "والوسيط", "مصر", "هدنة", "حماس", "Hamas", "2021", "وقف", "اتفا*", "غزة", "الدوحة", "«or»",
        "«وقف إطلاق النار»", "محادثات",
    ]
)  # fmt: skip
KEYED = st.sampled_from(
    [
        "actor:مصر", "actor:«عباس كامل»", "فاعل:حماس", "mediator:مصر", "وسيط:قطر", "target:حماس",
        "source:مصر",
        "participant:قطر", "place:غزة", "مكان:القاهرة", "place:Cairo", "type:consult", "نوع:تشاور",
        "type:ASSAULT", "cameo:04", "cameo:045", "quad:verbal", "quad:«material conflict»",
        "issue:ceasefire",
        "issue:هدنة", "role:mediator", "since:2021", "until:2020-06", "on:2021-05-03", "منذ:2020",
        "حتى:2021",
        "on:2019/2021", "on:2014", "-since:2018", "on:2021-05-19/2021-05-20", "on:../2017", "outlet:صدى",
        "outlet:ahram", "مصدر:صدى", "is:conflict", "حالة:تعارض", "actor:EGY*",
    ]
)  # fmt: skip
FLAGS = st.sampled_from(["marked", "noted", "conflict"])
TERMS = st.one_of(WORDS, KEYED, FLAGS)


def _combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(
        several.map(" ".join),
        several.map(lambda terms: "(" + " or ".join(terms) + ")"),
        several.map(lambda terms: "(" + " أو ".join(terms) + ")"),
        inner.map(lambda term: f"-({term})"),
        inner.map(lambda term: f"not ({term})"),
    )


QUERIES = st.recursive(TERMS, _combined, max_leaves=6)
