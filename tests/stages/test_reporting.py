"""The report is written where it is missing or no longer true, and only there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from provenance.api.case import Case
from provenance.errors import CannotWrite, UsageError

Run = Callable[..., Any]


def is_written(result: Any) -> bool:
    return bool(result.stages[-1].is_recomputed)


def test_report_is_written_and_named(case: Case, run: Run, folder: Path, tmp_path: Path) -> None:
    result = run(folder, reports=tmp_path / "reports")
    assert result.report == str(tmp_path / "reports" / "report.html")
    assert Path(result.report).read_text(encoding="utf-8").startswith("<!doctype html>".upper()) or Path(
        result.report
    ).read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert run(folder).report is None


def test_lost_or_changed_file_is_written_again(run: Run, folder: Path, tmp_path: Path) -> None:
    report = Path(run(folder, reports=tmp_path / "reports").report)
    sound = report.read_bytes()
    report.unlink()
    assert is_written(run(folder, reports=tmp_path / "reports"))
    report.write_bytes(b"other")
    assert is_written(run(folder, reports=tmp_path / "reports"))
    assert report.read_bytes() == sound
    assert not is_written(run(folder, reports=tmp_path / "reports"))


def test_file_that_would_not_change_is_not_written_again(
    analysed: Path, case: Case, run: Run, tmp_path: Path
) -> None:
    (first, *_rest) = case.write_reports(tmp_path / "reports", ["json"])
    before = first.stat().st_mtime_ns, first.stat().st_ino
    case.write_reports(tmp_path / "reports", ["json"])
    assert (first.stat().st_mtime_ns, first.stat().st_ino) == before
    assert [file.name for file in first.parent.iterdir()] == ["report.json"]


def test_folder_that_cannot_be_written_is_told_before_any_work(
    case: Case, run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match="--reports"):
        run(folder, reports=tmp_path / "file" / "reports")
    assert case.sources() == []


def test_format_that_there_is_not_is_named(analysed: Path, case: Case, run: Run, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such report format: pdf"):
        case.write_reports(tmp_path / "reports", ["html", "pdf"])
    assert not (tmp_path / "reports").exists()
