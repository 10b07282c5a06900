"""What one run of the main job did."""

from attrs import frozen

from provenance.model.conflicts import Level
from provenance.model.names import RuleContradiction
from provenance.model.plugin_notes import PluginNote
from provenance.model.report import Coverage


@frozen
class StageResult:
    """`count` of `unit` ("42 claims"); `is_recomputed`: False where nothing had changed.

    `cpu_seconds`: of this run.
    """

    name: str
    is_recomputed: bool
    count: int
    unit: str
    cpu_seconds: float


@frozen(order=True)
class Problem:
    """A source that was not, or not wholly, read."""

    path: str
    state: str
    problem: str


@frozen(order=True)
class Finding:
    """A conflict in one line."""

    severity_rank: int
    key: str
    severity: str
    kind: str
    title: str


@frozen
class RunResult:
    """`top`: the three most severe findings. `worst`: severity of the first, None without findings.

    `report`: path of the HTML report, None where the run ended before that stage. `contradictions`: what
    speaks against rules of people on names. `rules`: what became of these → how many.
    `plugins`: name and version of each. `plugin_notes`: what came of them. `coverage`: of all stages.
    """

    stages: tuple[StageResult, ...]
    states: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]
    top: tuple[Finding, ...]
    findings: int
    worst: Level | None
    report: str | None
    model: str
    contradictions: tuple[RuleContradiction, ...] = ()
    rules: tuple[tuple[str, int], ...] = ()
    plugins: tuple[str, ...] = ()
    plugin_notes: tuple[PluginNote, ...] = ()
    coverage: tuple[Coverage, ...] = ()

    @property
    def is_unchanged(self) -> bool:
        """Was nothing recomputed?"""
        return not any(stage.is_recomputed for stage in self.stages)
