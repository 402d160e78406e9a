"""A crash report names the fault and quotes nothing of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.report import describe, write_report

if TYPE_CHECKING:
    import pytest


def raised(error: Exception) -> Exception:
    secret = "نص المقال"
    try:
        if secret:
            raise error
    except Exception as caught:  # noqa: BLE001 - the point of the test
        return caught
    return error


def test_describe_names_the_fault() -> None:
    text = describe(raised(ValueError("row 7 of 3")))
    assert "ValueError: row 7 of 3" in text
    assert "in raised" in text


def test_describe_leaves_out_what_may_be_article_text() -> None:
    text = describe(raised(KeyError("قال الوزير")))
    assert "KeyError" in text
    assert "قال" not in text


def test_write_report_leaves_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    path = write_report(raised(ValueError("x")))
    assert path is not None
    assert path.read_text(encoding="utf-8").startswith("mediation-tui ")
