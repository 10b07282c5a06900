"""Plugins: the example as an installed package, and answers that cannot be taken."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pluggy
import pytest

from provenance import plugins as hooks
from provenance.errors import UsageError
from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import Claim, ClaimKind
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Evidence, Level, Scope, Side
from provenance.model.plugin_notes import PluginEvent
from provenance.model.sources import Source, State
from provenance.model.spans import Span
from provenance.plugins import Decision, Judgement, hookimpl
from provenance.readers.plugins import Plugin, load_plugins
from provenance.stages.plugins import Asking

EXAMPLE = Path(__file__).parent / "depth_plugin"
TEXT = "The lead gave by the mark seven."
SOURCE = AnnotatedSource(Source("s", "log.txt", State.READ, text=TEXT))
STORM = {
    "a.txt": "Storm Odile hits Kalvik\n\nBy Lena Moe\nTuesday, 6 March 2018\n\n"
    "Storm Odile destroyed 46 houses in Kalvik on Monday night, mayor Arne Solberg said. The harbour of "
    "Kalvik stays closed. The lead gave by the mark seven.\n",
    "b.txt": "Kalvik after the storm\n\nBy Peter Dahl\nTuesday, 6 March 2018\n\n"
    "Storm Odile destroyed 40 houses in Kalvik on Monday night{}. Mayor Arne Solberg thanked the fire "
    "brigade of Kalvik.\n",
}


def wrap(plugin: object, name: str = "test") -> Plugin:
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks.Hooks)
    manager.register(plugin)
    return Plugin(name, "1", manager)


def make_claim(start: int, end: int, quote: str, source: str = "s") -> Claim:
    return Claim(
        kind=ClaimKind.QUANTITY,
        source_id=source,
        span=Span(source, start, end),
        quote=quote,
        subject="depth",
        predicate="measure",
        value=quote,
    )


def make_conflict() -> Conflict:
    sides = tuple(Side(v, (Evidence("s", Span("s", at, at + 3), v),)) for v, at in (("The", 0), ("lea", 4)))
    return Conflict(
        ConflictKind.QUANTITY,
        ConflictClass.SOURCES_DIFFER,
        Level.HIGH,
        Level.HIGH,
        Scope.WITHIN,
        "The or lea?",
        "They differ.",
        "depth",
        "measure",
        "",
        sides,
    )


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (make_claim(14, 31, "by the mark eight"), "its quote is not what stands at 14..31"),
        (make_claim(14, 99, "by the mark seven"), "its place 14..99 is not in the text"),
        (make_claim(14, 31, "by the mark seven", "t"), "a claim of another source, t"),
        ("by the mark seven", "not a claim but str"),
    ],
)
def test_a_claim_that_is_not_in_the_text_is_refused_by_name(claim: object, said: str) -> None:
    class Reader:
        @hookimpl
        def find_claims(self, source: AnnotatedSource) -> list[object]:
            return [claim, make_claim(14, 31, "by the mark seven")]

    asking = Asking("claims", (wrap(Reader()),))
    assert [found.quote for found in asking.claims_of(SOURCE, TEXT)] == ["by the mark seven"]
    (note,) = asking.notes
    assert (note.event, note.plugin, note.about, note.reason) == (
        PluginEvent.REFUSED,
        "test 1",
        "log.txt",
        said,
    )


def test_one_plugins_error_leaves_the_answers_of_the_others() -> None:
    class Broken:
        @hookimpl
        def find_claims(self, source: AnnotatedSource) -> Iterator[Claim]:
            yield make_claim(0, 3, "The")
            message = "no sounding"
            raise RuntimeError(message)

        @hookimpl
        def judge_conflict(self, conflict: Conflict, texts: Mapping[str, str]) -> Judgement:
            sys.exit(7)

    class Whole:
        @hookimpl
        def find_claims(self, source: AnnotatedSource) -> list[Claim]:
            return [make_claim(14, 31, "by the mark seven")]

        @hookimpl
        def judge_conflict(self, conflict: Conflict, texts: Mapping[str, str]) -> Judgement:
            return Judgement(Decision.DROP, f"{sorted(texts)}")

    asking = Asking("claims", (wrap(Broken(), "broken"), wrap(Whole(), "whole")))
    assert [claim.quote for claim in asking.claims_of(SOURCE, TEXT)] == ["by the mark seven"]
    assert list(asking.judge([make_conflict()], {"s": TEXT, "t": "x"})) == []
    told = [(note.plugin, note.event.value, note.reason) for note in asking.notes]
    assert told == [
        ("broken 1", "failed", "RuntimeError: no sounding"),
        ("broken 1", "failed", "SystemExit: 7"),
        ("whole 1", "dropped", "['s']"),
    ]


@pytest.mark.parametrize(
    "answer", ["drop", Judgement(Decision.DROP, " "), Judgement(Decision.KEEP, "So.", "low")]
)
def test_a_judgement_without_a_reason_or_of_another_type_changes_nothing(answer: object) -> None:
    class Judge:
        @hookimpl
        def judge_conflict(self, conflict: Conflict, texts: Mapping[str, str]) -> object:
            return answer

    asking = Asking("conflicts", (wrap(Judge()),))
    assert list(asking.judge([make_conflict()], {})) == [make_conflict()]
    assert [note.event for note in asking.notes] == [PluginEvent.FAILED]


def test_another_certainty_is_told_with_its_reason() -> None:
    class Judge:
        @hookimpl
        def judge_conflict(self, conflict: Conflict, texts: Mapping[str, str]) -> Judgement:
            return Judgement(Decision.KEEP, "It was dark.", Level.LOW)

    asking = Asking("conflicts", (wrap(Judge()),))
    (judged,) = asking.judge([make_conflict()], {})
    assert judged.certainty is Level.LOW and judged.key == make_conflict().key
    assert judged.why.endswith("Certainty high became low: It was dark (plugin test).")


def test_a_plugin_that_is_not_installed_is_named() -> None:
    assert load_plugins("none") == ()
    with pytest.raises(UsageError, match="no plugin 'soundings' is installed"):
        load_plugins("soundings")


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the example package was installed, as setuptools does it."""
    pytest.importorskip("setuptools")
    folder = tmp_path_factory.mktemp("target")
    copied = tmp_path_factory.mktemp("package")
    for file in EXAMPLE.rglob("*"):
        if file.suffix in (".cfg", ".toml", ".py"):
            into = copied / file.relative_to(EXAMPLE)
            into.parent.mkdir(parents=True, exist_ok=True)
            into.write_bytes(file.read_bytes())
    install = ["install_lib", "install_egg_info"]
    made = [part for name in install for part in (name, "--install-dir", str(folder))]
    setup = [sys.executable, "-W", "ignore", "-c", "import setuptools; setuptools.setup()", *made]
    subprocess.run(setup, cwd=copied, capture_output=True, check=True)
    return folder


def command(
    folder: Path, *arguments: str, path: Path | None = None, settings: str = ""
) -> "subprocess.CompletedProcess[str]":
    """The real command, in `folder`, with the packages in `path`."""
    (folder / "provenance.toml").write_text(settings, encoding="utf-8")
    root = str(Path(__file__).parents[2])
    env = {"PYTHONPATH": f"{path}:{root}" if path else root, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    called = [sys.executable, "-m", "provenance", *arguments]
    return subprocess.run(called, cwd=folder, env=env, capture_output=True, text=True, check=False)


def write_storm(folder: Path, insert: str = "") -> Path:
    (folder / "raw").mkdir()
    for name, text in STORM.items():
        (folder / "raw" / name).write_text(text.replace("{}", insert), encoding="utf-8")
    return folder


def test_the_installed_example_adds_claims_and_is_part_of_the_settings(target: Path, tmp_path: Path) -> None:
    write_storm(tmp_path)
    run = ("run", "--model", "none")
    assert "Plugins" not in command(tmp_path, *run).stdout
    done = command(tmp_path, *run, path=target)
    assert done.returncode == 0, done.stderr
    assert "Plugins: depths 1.2.0." in done.stdout and "recomputed" in done.stdout
    listed = command(tmp_path, "claims", "--about", "depth", "--json", path=target).stdout
    assert '"number": 7.0, "unit": "fathom"' in listed and '"quote": "by the mark seven"' in listed
    assert "everything was up to date" in command(tmp_path, *run, path=target).stdout
    assert "1.2.0" in (tmp_path / "reports" / "report.html").read_text(encoding="utf-8")
    assert "plugin depths" in command(tmp_path, "doctor", path=target).stdout
    without = command(tmp_path, *run, path=target, settings='[run]\nplugins = "none"\n')
    assert "Plugins" not in without.stdout
    assert "fathom" not in command(tmp_path, "claims", "--json").stdout


def test_the_installed_example_judges_findings(target: Path, tmp_path: Path) -> None:
    write_storm(tmp_path, " in the dream of the mayor")
    run = ("run", "--model", "none")
    assert "46 or 40 houses" in command(tmp_path, *run).stdout
    done = command(tmp_path, *run, path=target)
    assert "No conflicts were found" in done.stdout
    assert "plugin depths 1.2.0: 1 finding" in done.stderr
    assert "plugin depths 1.2.0 dropped 1 finding: " in command(tmp_path, "conflicts").stderr
    notes = command(tmp_path, "sql", "plugin_notes").stdout
    assert "A text tells of a dream." in notes and "46 or 40 houses" in notes


def test_a_plugin_that_cannot_be_loaded_ends_with_status_3(tmp_path: Path) -> None:
    write_storm(tmp_path)
    broken = tmp_path / "lib" / "broken-0.1.dist-info"
    broken.mkdir(parents=True)
    (broken / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 0.1\n")
    (broken / "entry_points.txt").write_text("[provenance.plugins]\nbroken = no_such_module\n")
    done = command(tmp_path, "run", "--model", "none", path=tmp_path / "lib")
    assert done.returncode == 3 and "46 or 40 houses" in done.stdout
    assert "plugin broken 0.1 failed: loading it: ModuleNotFoundError" in done.stderr
    assert command(tmp_path, "doctor", path=tmp_path / "lib").returncode == 2
    assert command(tmp_path, "run", "--model", "none").returncode == 0
