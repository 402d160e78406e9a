"""Archives, folders, patterns, slices."""

import gzip
import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UnreadableError
from core.model import Document
from core.reading import Slice, expand, read_articles, read_bytes, read_slice, slices
from core.reading.formats import archive, slicing

Read = Callable[..., list[Document]]
Problems = Callable[..., list[str]]


def packed(members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def test_the_members_of_an_archive_are_read_like_files(text: str, read: Read) -> None:
    lines = "\n".join(json.dumps({"id": n, "text": text}) for n in range(2)).encode()
    inner = packed({"inner.txt": text.encode("cp1256")})
    data = packed(
        {
            "مجلد/أ.txt": text.encode(),
            "b.jsonl.gz": gzip.compress(lines),
            "c.zip": inner,
            ".DS_Store": b"x",
            "__MACOSX/b": b"x",
            "logo.png": b"x",
        }
    )
    found = read(data, "all.zip")
    assert [document.text for document in found] == [text] * 4
    assert [document.id for document in found] == ["0", "1", "inner", "أ"]
    assert [document.uri for document in found[2:]] == ["all.zip:c.zip:inner.txt", "all.zip:مجلد/أ.txt"]


def test_names_in_archives_of_other_times(text: str, read: Read) -> None:
    for encoding in ("cp720", "utf-8"):
        name = "اخبار الوساطة.txt"
        plain = packed({"x" * len(name.encode(encoding)): text.encode()})
        data = plain.replace(b"x" * len(name.encode(encoding)), name.encode(encoding))
        assert [document.id for document in read(data, "old.zip")] == ["اخبار الوساطة"]


def test_what_is_broken_in_an_archive_is_told_and_the_rest_goes_on(text: str, problems: Problems) -> None:
    data = packed({"a.txt": b"", "b.jsonl": b"{no}\n", "c.txt": text.encode(), "d.doc": b"\xd0\xcf\x11\xe0"})
    found = problems(data, "x.zip")
    assert [problem.partition(": ")[0] for problem in found] == [
        "x.zip:a.txt",
        "x.zip:b.jsonl, line 1",
        "x.zip:d.doc",
    ]


def test_damaged_archives_say_so(text: str, problems: Problems) -> None:
    data = packed({"a.txt": text.encode()})
    assert "damaged ZIP" in problems(data[:-30], "x.zip")[0]
    torn = data.replace(data[45:60], bytes(15))
    assert "x.zip:a.txt: cannot be unpacked" in problems(torn, "x.zip")[0]
    assert "damaged gzip" in problems(gzip.compress(text.encode())[:-9], "x.gz")[0]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8), st.integers(0, 40)), min_size=1, max_size=4)
)
def test_damage_of_any_kind_is_told_and_never_breaks_the_run(changes: list[tuple[float, bytes, int]]) -> None:
    lines = json.dumps({"text": "وصل الوفد إلى المدينة."}).encode()
    book = packed({"META-INF/container.xml": b"<c/>", "a.xhtml": b"<p>x</p>"})
    data = packed(
        {"a.jsonl": lines, "b.epub": book, "c.gz": gzip.compress(lines), "d.csv": b"id,text\n1,x\n"}
    )
    for where, inserted, deleted in changes:
        start = int(where * len(data))
        data = data[:start] + inserted + data[start + deleted :]
    for outcome in read_bytes(data, "x.zip"):
        assert isinstance(outcome, (Document, UnreadableError))
        assert "\n" not in str(outcome) or isinstance(outcome, Document)


def test_bombs_stop_at_a_stated_size(monkeypatch: pytest.MonkeyPatch, problems: Problems) -> None:
    monkeypatch.setattr(slicing, "LARGEST", 1 << 20)
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 1 << 22)
    bomb = bytes([65]) * (1 << 21)
    assert "larger than 1 MB" in problems(gzip.compress(bomb), "a.txt.gz")[0]
    assert "larger than 1 MB" in problems(packed({"a.txt": bomb}), "a.zip")[0]
    assert "a line of more than 1 MB" in problems(gzip.compress(b'{"text": "' + bomb), "a.jsonl.gz")[0]
    assert "unpacks to" in problems(packed({f"{n}.txt": bomb for n in range(3)}), "a.zip")[0]
    deep = b"x"
    for _ in range(6):
        deep = gzip.compress(deep)
    assert "times over" in problems(deep, "a.gz")[0]


def test_folders_and_patterns_in_a_stable_order(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/2.html",
        "a/1.txt",
        ".git/x.txt",
        "a/.hidden",
        "p.html",
        "p_files/frame.html",
        "c.jpg",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    root = str(tmp_path)
    inside = [str(tmp_path / name) for name in ("b.txt", "p.html", "a/1.txt", "a/2.html")]
    assert list(expand([root])) == inside
    assert list(expand([f"{root}/*/1.t?t"])) == [str(tmp_path / "a/1.txt")]
    assert list(expand([f"{root}/**/*.txt"])) == [str(tmp_path / name) for name in ("a/1.txt", "b.txt")]
    named = [f"{root}/c.jpg", f"{root}/missing", f"{root}/none*.txt", "-"]
    assert list(expand(named)) == named


def test_a_name_with_brackets_is_a_name_first(tmp_path: Path) -> None:
    path = tmp_path / "تقرير [1].txt"
    path.write_text("x")
    assert list(expand([str(path)])) == [str(path)]


def test_slices_hold_whole_lines_and_read_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.jsonl.gz"
    rows = [{"id": n, "text": f"{text}\n{n}"} for n in range(50)]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    lines[20] = "broken"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    parts = [part for part in slices(str(path), size=4000) if isinstance(part, Slice)]
    assert len(parts) > 5
    whole = [str(outcome) for outcome in read_articles(str(path))]
    assert [str(outcome) for part in parts for outcome in read_slice(part)] == whole
    single = [one for part in parts for one in part.divided()]
    assert [str(outcome) for one in single for outcome in read_slice(one)] == whole
    assert "line 21: is not JSON" in whole[20]


def test_slices_of_a_table_read_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    quoted = text.replace('"', '""')
    path.write_text(
        "id;text\n" + "".join(f'{n};"{quoted}"\n' for n in range(40)) + "40;\n", encoding="cp1256"
    )
    parts = [part for part in slices(str(path), size=4000) if isinstance(part, Slice)]
    assert len(parts) > 2
    found = [outcome for part in parts for outcome in read_slice(part)]
    assert [outcome.id for outcome in found if isinstance(outcome, Document)] == [str(n) for n in range(40)]
    single = [one for part in parts for one in part.divided()]
    assert [str(outcome) for one in single for outcome in read_slice(one)] == [str(one) for one in found]
    assert "row 41: has no «text»" in str(found[-1])


def test_a_missing_extra_is_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch, problems: Problems
) -> None:
    monkeypatch.setattr("core.reading.formats.extras.find_spec", lambda _: None)
    for name, data in (("a.html", b"<html><p>x"), ("a.xml", b"<rss></rss>"), ("a.pdf", b"%PDF-1.4 ")):
        [problem] = problems(data, name)
        assert problem.startswith(f"{name}: is a ")
        assert "pip install 'mediation-tui[formats]'" in problem
        assert "uv sync --extra formats" in problem
