"""A file is whole, or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.export.output import ExistsError, OutputError, whole_file


def test_it_bears_its_name_only_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "أحداث.csv"
    with whole_file(path) as file:
        file.write(b"a")
        assert not path.exists()
    assert path.read_bytes() == b"a"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_left_where_it_goes_wrong(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with pytest.raises(KeyError), whole_file(path) as file:
        file.write(b"half")
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_stays_unless_it_may_go(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with pytest.raises(ExistsError, match="--force"), whole_file(path):
        pass
    with pytest.raises(KeyError), whole_file(path, force=True):
        raise KeyError
    assert path.read_bytes() == b"old"
    with whole_file(path, force=True) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed(tmp_path: Path) -> None:
    path, link = tmp_path / "a.csv", tmp_path / "link.csv"
    path.write_bytes(b"old")
    link.symlink_to(path)
    with whole_file(link, force=True) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["missing/a.csv", "."])
def test_what_cannot_be_written_is_told_in_a_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="folder"), whole_file(tmp_path / name):
        pass


def test_a_pipe_is_not_replaced() -> None:
    with pytest.raises(OutputError, match="no ordinary file"), whole_file(Path("/dev/null"), force=True):
        pass
