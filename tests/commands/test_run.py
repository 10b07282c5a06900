"""The main job from the command line: what it prints, what it refuses, how it ends."""

import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from provenance.readers.formats import FORMATS
from tests.commands.pile import call, run_pile, write_pile


def test_a_run_prints_stages_sources_findings_and_the_report(tmp_path: Path) -> None:
    write_pile(tmp_path)
    done = run_pile(tmp_path)
    assert done.exit_code == 0
    for stage in ("ingest", "fingerprint", "reuse", "names", "claims", "conflicts", "report"):
        assert f"\n{stage} " in "\n" + done.stdout
    assert "Sources: 3 read, 1 skipped." in done.stdout and "skipped: photo.jpg: " in done.stderr
    assert f"Report: {tmp_path / 'reports' / 'report.html'}" in done.stdout
    for name in ("report.html", "report.md", "report.json"):
        assert (tmp_path / "reports" / name).is_file()


def test_a_second_run_recomputes_nothing_and_says_so(tmp_path: Path) -> None:
    write_pile(tmp_path)
    assert "everything was up to date" not in run_pile(tmp_path).stdout
    again = run_pile(tmp_path)
    assert "Nothing changed: everything was up to date." in again.stdout and "recomputed" not in again.stdout


def test_reports_in_the_folder_that_is_read_are_not_taken_for_documents(elsewhere: Path) -> None:
    write_pile(elsewhere)
    arguments = ("run", ".", "--model", "none", "--reports", "reports")
    assert "3 read" in call(*arguments).stdout
    again = call(*arguments)
    assert "Sources: 3 read" in again.stdout
    for name in ("report.html", "report.md", "report.json", "sources.csv", "claims.csv"):
        assert f"reports/{name}: own-report: a report that provenance wrote" in again.stderr


def test_a_changed_file_is_noticed(tmp_path: Path) -> None:
    raw = write_pile(tmp_path)
    run_pile(tmp_path)
    (raw / "wire.txt").write_text("Another text about another thing, with nothing shared.\n")
    assert "recomputed" in run_pile(tmp_path).stdout


def test_output_is_the_same_every_time(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    outputs = []
    for folder in (first, second):
        folder.mkdir()
        write_pile(folder)
        outputs.append(run_pile(folder).stdout.replace(str(folder), ""))
    assert outputs[0] == outputs[1]


def test_refused_files_are_named_with_their_reasons_and_end_with_status_3(tmp_path: Path) -> None:
    raw = write_pile(tmp_path)
    (raw / "empty.txt").write_bytes(b"")
    (raw / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (raw / "broken.txt").write_bytes(b"Words before \xff\xfe\xfa and words after, and some more of them.\n")
    done = run_pile(tmp_path, "--fail-on", "low")
    assert done.exit_code == 3
    assert "warned: empty.txt: empty: " in done.stderr
    assert "refused: binary.txt: binary: " in done.stderr
    assert "warned: broken.txt: " in done.stderr and "Report: " in done.stdout


def test_findings_at_or_above_the_severity_end_with_status_1(tmp_path: Path) -> None:
    write_pile(tmp_path)
    done = run_pile(tmp_path, "--fail-on", "low")
    assert done.exit_code == (1 if "Findings: " in done.stdout else 0)


def test_quiet_prints_only_what_was_refused(tmp_path: Path) -> None:
    raw = write_pile(tmp_path)
    (raw / "binary.txt").write_bytes(bytes(range(256)) * 20)
    done = call(
        "--db",
        str(tmp_path / "p.db"),
        "-q",
        "run",
        str(raw),
        "--reports",
        str(tmp_path / "out"),
        "--model",
        "none",
    )
    assert done.stdout == "" and done.stderr.count("\n") == 1
    assert done.stderr.startswith("refused: binary.txt: binary: ")


def test_until_stops_and_writes_no_report(tmp_path: Path) -> None:
    write_pile(tmp_path)
    done = run_pile(tmp_path, "--until", "reuse")
    assert done.exit_code == 0 and "claims" not in done.stdout and not (tmp_path / "reports").exists()


def test_no_such_path_makes_nothing(tmp_path: Path) -> None:
    done = run_pile(tmp_path)
    assert done.exit_code == 2 and "no such file or folder" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    done = run_pile(tmp_path)
    assert done.exit_code == 2 and "holds no files" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["raw"]


def test_without_a_path_and_without_raw_it_says_what_to_do(elsewhere: Path) -> None:
    done = call("run")
    assert done.exit_code == 2 and "provenance run FOLDER" in done.stderr


def test_reports_that_cannot_be_written_are_said_before_any_work(tmp_path: Path) -> None:
    write_pile(tmp_path)
    (tmp_path / "reports").write_text("a file in the way")
    done = run_pile(tmp_path)
    assert done.exit_code == 2 and "cannot write to the folder" in done.stderr
    assert not (tmp_path / "p.db").exists()


def test_an_unknown_model_is_said(tmp_path: Path) -> None:
    write_pile(tmp_path)
    done = run_pile(tmp_path, "--model", "no_such_model_anywhere")
    assert done.exit_code == 2 and "no_such_model_anywhere" in done.stderr


@pytest.mark.parametrize(
    "option", [("--tier", "all"), ("--until", "lunch"), ("--fail-on", "x"), ("--nosuch",)]
)
def test_wrong_options_end_with_status_2(tmp_path: Path, option: tuple[str, ...]) -> None:
    write_pile(tmp_path)
    assert run_pile(tmp_path, *option).exit_code == 2


def test_wrong_settings_name_file_and_key(elsewhere: Path) -> None:
    write_pile(elsewhere)
    (elsewhere / "provenance.toml").write_text("[names]\nsaem = 1\n")
    done = call("run")
    assert done.exit_code == 2 and "provenance.toml: no such key saem" in done.stderr


def test_a_workspace_is_made_and_used(elsewhere: Path) -> None:
    done = call("init", "case")
    assert done.exit_code == 0 and "provenance run" in done.stderr
    os.chdir(elsewhere / "case")
    assert call("run").exit_code == 2  # raw/ is still empty
    write_pile(elsewhere / "case")
    assert call("run", "--model", "none").exit_code == 0
    assert Path("reports/report.html").is_file() and Path("db/provenance.db").is_file()


def test_a_database_in_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    write_pile(tmp_path)
    (tmp_path / "file").write_text("")
    done = call(
        "--db", str(tmp_path / "file/p.db"), "run", str(tmp_path / "raw"), "--reports", str(tmp_path / "r")
    )
    assert done.exit_code == 2 and "Error: " in done.stderr


def test_an_unreadable_file_is_named_for_a_user_without_rights(tmp_path: Path) -> None:
    """Root may read everything, so another user does the run where there is a way to become one."""
    raw = write_pile(tmp_path)
    (raw / "secret.txt").write_text("nobody may read this")
    (raw / "secret.txt").chmod(0)
    prefix: list[str] = []
    if os.geteuid() == 0:
        become = shutil.which("setpriv")
        if become is None:
            pytest.skip("root reads everything, and setpriv is not installed")
        prefix = [become, "--reuid=65534", "--regid=65534", "--clear-groups"]
        for folder in (tmp_path, *tmp_path.parents):
            if "pytest-of-" in str(folder):
                folder.chmod(0o777)
    command = [sys.executable, "-m", "provenance", "--db", "p.db", "run", "raw", "--model", "none"]
    done = subprocess.run([*prefix, *command], cwd=tmp_path, capture_output=True, text=True, check=False)
    if prefix and (
        ("Permission denied" in done.stderr and "refused" not in done.stderr) or done.returncode == 70
    ):
        pytest.skip("the other user cannot reach this Python or the package")
    assert done.returncode == 3 and "refused: secret.txt: permission: " in done.stderr, done.stderr


def test_a_closed_pipe_is_no_error(made: Path) -> None:
    command = [sys.executable, "-m", "provenance", "--db", str(made / "p.db"), "dump"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout and running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b"" and running.wait() == 0


def test_an_unforeseen_error_is_our_bug_and_says_how_to_see_more(monkeypatch: pytest.MonkeyPatch) -> None:
    from provenance.commands import dump

    def fail(*_arguments: object) -> None:
        message = "\x1b[31moops"
        raise RuntimeError(message)

    monkeypatch.setattr(dump, "open_case", fail)
    done = call("dump")
    assert done.exit_code == 70 and done.stderr.count("\n") == 1
    assert "report it" in done.stderr and "--debug" in done.stderr and "\x1b" not in done.stderr
    assert "Traceback" in call("--debug", "dump").stderr


def start_run(folder: Path) -> subprocess.Popen[str]:
    """`provenance run` as a process of its own, talking."""
    return subprocess.Popen(
        [sys.executable, "-m", "provenance", "--db", "p.db", "-v", "run", "raw", "--model", "none"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("stage", ["ingest", "claims"])
def test_ctrl_c_ends_with_130_and_the_next_run_completes(tmp_path: Path, stage: str) -> None:
    raw = write_pile(tmp_path)
    for number in range(12):
        text = (raw / "wire.txt").read_text().replace("Varna", f"Varna{chr(65 + number % 26)}{number}")
        (raw / f"copy{number}.txt").write_text(text)
    with start_run(tmp_path) as running:
        assert running.stderr
        for line in running.stderr:
            if line.startswith(f"{stage}: starts"):
                break
        running.send_signal(signal.SIGINT)
        rest = running.stderr.read()
        status = running.wait()
    assert (status, rest.count("interrupted; the next run completes")) == (130, 1), rest
    assert "Traceback" not in rest
    checked = call("--db", str(tmp_path / "p.db"), "verify")
    assert checked.exit_code == 0, checked.output
    assert run_pile(tmp_path).exit_code == 0
    clean = call(
        "--db",
        str(tmp_path / "clean.db"),
        "run",
        str(raw),
        "--reports",
        str(tmp_path / "r2"),
        "--model",
        "none",
    )
    assert clean.exit_code == 0
    dumps = [call("--db", str(tmp_path / name), "dump").stdout for name in ("p.db", "clean.db")]
    assert dumps[0] == dumps[1] != ""


def test_what_is_refused_inside_an_archive_ends_with_status_3_too(tmp_path: Path) -> None:
    raw = write_pile(tmp_path)
    with zipfile.ZipFile(raw / "pile.zip", "w") as pile:
        pile.writestr("good.txt", "A text that can be read, and nothing else.")
        pile.writestr("noise.txt", bytes(range(256)) * 20)
    done = run_pile(tmp_path, "--until", "ingest")
    assert done.exit_code == 3 and "refused: pile.zip#noise.txt: binary: " in done.stderr
    assert "Sources: 4 read, 1 refused, 1 skipped." in done.stdout


def test_what_is_warned_or_skipped_leaves_the_status_alone(tmp_path: Path) -> None:
    raw = write_pile(tmp_path)
    for number in range(25):
        (raw / f"{number:02}.txt").touch()
    done = run_pile(tmp_path, "--until", "ingest")
    assert done.exit_code == 0 and "Sources: 3 read, 1 skipped, 25 warned." in done.stdout
    assert done.stderr.count("\nwarned: ") == 19 and "1 more skipped, 5 more warned: `prov" in done.stderr


def test_help_lists_the_formats_of_the_table() -> None:
    text = " ".join(call("run", "--help").stdout.split())
    assert all(f" {suffix}" in text for format_ in FORMATS for suffix in format_.suffixes)


def test_settings_of_reading_are_written_with_their_comments(elsewhere: Path) -> None:
    call("init", "case")
    written = (elsewhere / "case" / "provenance.toml").read_text()
    (line,) = [line for line in written.splitlines() if line.startswith("# cpu_seconds")]
    assert line == "# cpu_seconds = 20  # CPU time for one document." and "[reading]\n" in written
