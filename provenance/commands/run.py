"""The main job."""

from collections import Counter
from pathlib import Path

import click
from attrs import asdict, evolve

from provenance import api
from provenance.commands._coverage import print_coverage
from provenance.commands._files import check_writable
from provenance.commands._formats import as_table
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._progress import show_progress
from provenance.commands._terminal import one_line, visible
from provenance.errors import NothingToRead, Unreadable
from provenance.model.conflicts import Level
from provenance.model.name_rules import SPOKEN_AGAINST, RuleEffect
from provenance.model.plugin_notes import PluginEvent
from provenance.model.runs import Problem, RunResult
from provenance.model.settings import Settings
from provenance.readers import find_files
from provenance.readers.formats import list_suffixes
from provenance.readers.name_rules import load_name_rules
from provenance.readers.workspace import Workspace, load_workspace

STAGES = ("ingest", "fingerprint", "reuse", "names", "claims", "conflicts", "report")
MOST_PROBLEMS = 20
MOST_CONTRADICTIONS = 3
_MOST_CHARS = 300
"""Of what is said of one file; `provenance show` has all of it."""
FOUND = 1
_NOTES = "`provenance sql plugin_notes`"
_EVENTS = {
    PluginEvent.FAILED: "failed {count} times",
    PluginEvent.REFUSED: "{count} claims refused",
    PluginEvent.DROPPED: "{count} findings dropped",
    PluginEvent.CERTAINTY: "certainty of {count} findings changed",
}


_HELP = f"""Read the documents under each PATH (raw/ if none is given), find who copied whom, which names are
one, and where the texts disagree, and write the report. Only what changed is worked on again, and a run
that was interrupted goes on where it was.

Formats: {list_suffixes()}, and folders of these. What is inside an archive, mailbox or table is read too.
Limits of reading are in provenance.toml, section [reading]. What you know of names is read from names.toml,
names.csv or names.ftm.json in this folder: which are one, which are not, and how they are to be written.

Status: 0 done, 1 findings at --fail-on, 2 wrong use, 3 some sources could not be read or a plugin
failed, 4 damaged, 5 locked
by another run, 130 interrupted.
"""


@click.command(
    "run", help=_HELP, epilog="Example: provenance run ~/articles --reports ~/articles-report --fail-on high"
)
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--reports", metavar="DIR", help="Where the report goes.  [default: reports]")
@click.option("--until", type=click.Choice(STAGES), help="Stop after this stage.")
@click.option("--model", metavar="none|auto|NAME", help="Language model that marks names.  [default: auto]")
@click.option("--tier", type=click.Choice(["verbatim", "paraphrase"]), help="Which reuse to look for.")
@click.option(
    "--fail-on",
    type=click.Choice([level.value for level in Level]),
    help="End with status 1 on findings of this severity or above.",
)
@pass_invocation
def run(
    invocation: Invocation,
    paths: tuple[str, ...],
    reports: str | None,
    until: str | None,
    model: str | None,
    tier: str | None,
    fail_on: str | None,
) -> int:
    """The exit status of one run of the main job."""
    workspace = load_workspace(Path())
    chosen = [Path(path) for path in paths] or [_default_folder(workspace)]
    find_files(chosen, Path(invocation.database))  # before anything is made or written
    load_name_rules(Path(workspace.names))
    folder = Path(reports or workspace.reports)
    if until in (None, "report"):
        check_writable(folder)
    with api.open(invocation.database) as case, show_progress(invocation) as watcher:
        result = case.run(
            chosen,
            reports=folder,
            until=until,
            settings=_with_options(workspace.settings, model, tier),
            gazetteers=Path(workspace.gazetteers) if workspace.gazetteers else None,
            tables=workspace.tables,
            plugins=workspace.plugins,
            names=Path(workspace.names),
            on_stage=watcher.on_stage,
            on_file=watcher.on_file,
        )
    _print_result(invocation, result)
    return _status(result, fail_on)


def _default_folder(workspace: Workspace) -> Path:
    folder = Path(workspace.raw)
    if not folder.is_dir():
        message = (
            f"no PATH was given, and there is no folder {folder} here: "
            "`provenance run FOLDER`, or `provenance init` to make a workspace"
        )
        raise NothingToRead(message)
    return folder


def _with_options(settings: Settings, model: str | None, tier: str | None) -> Settings:
    if model is not None:
        settings = evolve(settings, names=evolve(settings.names, model=model))
    if tier is not None:
        settings = evolve(settings, reuse=evolve(settings.reuse, tier=tier))
    return settings


def _print_result(invocation: Invocation, result: RunResult) -> None:
    _print_problems(invocation, result)
    if invocation.is_quiet:
        return
    rows = [
        {
            "stage": stage.name,
            "result": f"{stage.count:,} {stage.unit}",
            "": "recomputed" if stage.is_recomputed else "unchanged",
            "CPU": f"{stage.cpu_seconds:.2f} s",
        }
        for stage in result.stages
    ]
    click.echo(as_table(rows, ("stage", "result", "", *(["CPU"] if invocation.is_verbose else []))))
    click.echo()
    states = ", ".join(f"{count} {state}" for state, count in result.states if count)
    click.echo(f"Sources: {states or 'none'}. Names marked by: {visible(result.model)}.")
    if result.rules:
        became = ", ".join(f"{count:,} {effect}" for effect, count in result.rules)
        click.echo(f"Rules on names: {became}. `provenance names --rules` lists them.")
    if result.plugins:
        click.echo(f"Plugins: {visible(', '.join(result.plugins))}.")
    if result.is_unchanged:
        click.echo("Nothing changed: everything was up to date.")
    _print_findings(result)
    _print_rules(invocation, result)


def _print_findings(result: RunResult) -> None:
    stages = {stage.name for stage in result.stages}
    if result.top:
        click.echo(f"\nFindings: {result.findings}. Check first:")
        for finding in result.top:
            click.echo(f"  {finding.severity:<6}  {one_line(finding.title)}")
            click.echo(f"          provenance show {finding.key}")
    elif "conflicts" in stages:
        click.echo(
            "\nNo conflicts were found. That is no agreement: `provenance conflicts` says what was analysed."
        )
    if "conflicts" in stages:
        click.echo()
        print_coverage([asdict(row) for row in result.coverage])
    if result.report:
        click.echo(f"\nReport: {visible(result.report)}")


def _print_rules(invocation: Invocation, result: RunResult) -> None:
    """What speaks against rules on names: how many, as the summary counts them, and the first; on stderr."""
    told = list({one.rule: one for one in reversed(result.contradictions)}.values())[::-1]
    if not told:
        return
    against = (SPOKEN_AGAINST, RuleEffect.CONTRADICTED.value)
    count = sum(number for effect, number in result.rules if effect in against) or len(told)
    what = "1 rule on names is" if count == 1 else f"{count:,} rules on names are"
    invocation.say(f"{what} spoken against; `provenance names --rules` lists all:")
    for one in told[:MOST_CONTRADICTIONS]:
        invocation.say(f"  {_clipped(f'{one.rule}: {one.evidence}')}")


def _print_plugins(invocation: Invocation, result: RunResult) -> None:
    """What plugins failed at, each once, and how much they kept out; on stderr."""
    counts: dict[tuple[str, PluginEvent], int] = {}
    for note in result.plugin_notes:
        if note.event is PluginEvent.FAILED and (note.plugin, note.event) not in counts:
            said = _clipped(f"plugin {note.plugin} failed: {note.about}: {note.reason}")
            click.echo(said, err=True)
        counts[note.plugin, note.event] = counts.get((note.plugin, note.event), 0) + 1
    for (plugin, event), count in counts.items():
        what = _EVENTS[event].format(count=count)
        invocation.say(f"plugin {visible(plugin)}: {what}; {_NOTES} lists them")


def _print_problems(invocation: Invocation, result: RunResult) -> None:
    """Each file that was refused, and the others up to a number; on stderr."""
    _print_plugins(invocation, result)
    refused = [problem for problem in result.problems if problem.state == "refused"]
    others = [problem for problem in result.problems if problem.state != "refused"]
    shown = others if invocation.is_verbose else others[:MOST_PROBLEMS]
    for problem in refused:
        click.echo(_describe(problem), err=True)
    for problem in shown:
        invocation.say(_describe(problem))
    if len(others) > len(shown):
        counts = Counter(problem.state for problem in others[len(shown) :])
        more = ", ".join(f"{count} more {state}" for state, count in sorted(counts.items()))
        invocation.say(f"{more}: `provenance sources` lists them")


def _describe(problem: Problem) -> str:
    return f"{problem.state}: {visible(problem.path)}: {_clipped(problem.problem)}"


def _clipped(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _MOST_CHARS else line[:_MOST_CHARS] + "…"


def _status(result: RunResult, fail_on: str | None) -> int:
    if any(problem.state == "refused" for problem in result.problems):
        return Unreadable.exit_status
    if any(note.event is PluginEvent.FAILED for note in result.plugin_notes):
        return Unreadable.exit_status
    if fail_on and result.worst and result.worst.rank <= Level(fail_on).rank:
        return FOUND
    return 0
