"""What a stage is, what it gets, and what it gives back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from attrs import AttrsInstance, evolve, field, frozen
from sqlite_utils import Database

from provenance._version import VERSION
from provenance.model.keys import digest
from provenance.model.knowledge import Knowledge
from provenance.model.name_rules import NameRules
from provenance.model.report import Coverage
from provenance.model.settings import Settings, settings_digest
from provenance.model.tagger import Tagger
from provenance.readers.gazetteers import UserTables
from provenance.readers.plugins import Plugin
from provenance.stages.progress import FileProgress
from provenance.store.rows import TableRows


@frozen(eq=False)
class Job:
    """One run of the main job. `clock`: read for run records only, never for results.

    `reports`: folder that the report stage writes into; None leaves that stage out. `rules`: what people say
    of names. `tables`: words of the user's own, which are part of `knowledge` too. `plugins`: by name.
    """

    db: Database
    database: Path
    paths: tuple[Path, ...]
    settings: Settings
    knowledge: Knowledge
    tagger: Tagger | None
    clock: Callable[[], datetime]
    on_stage: Callable[[str, str], None]
    on_file: Callable[[FileProgress], None] | None = None
    reports: Path | None = None
    formats: tuple[str, ...] = ("html", "markdown", "json", "csv")
    rules: NameRules = field(factory=NameRules)
    tables: UserTables = ()
    plugins: tuple[Plugin, ...] = ()

    @property
    def model(self) -> str:
        """Name and version of the language model, "none" without one."""
        return f"{self.tagger.name} {self.tagger.version}" if self.tagger else "none"


@frozen
class Prepared:
    """What a stage computed: rows ready to insert, its coverage, and how many results to tell of."""

    rows: Sequence[TableRows]
    coverage: Sequence[Coverage]
    count: int


@frozen
class Stage:
    """`version`: raised whenever the same input would give other results. `unit`: of what it counts.

    `reads`: the stages whose results it uses. `settings`: the part of Settings that matters to it.
    """

    name: str
    version: int
    unit: str
    reads: tuple[str, ...]
    settings: str | None = None
    uses_knowledge: bool = field(default=False, kw_only=True)
    uses_tagger: bool = field(default=False, kw_only=True)
    uses_rules: bool = field(default=False, kw_only=True)
    uses_plugins: bool = field(default=False, kw_only=True)

    @property
    def full_version(self) -> str:
        """With the package's own: another release computes anew."""
        return f"{VERSION}/{self.version}"

    def settings_digest(self, job: Job) -> str:
        """SHA-256 over all that is set for this stage: thresholds, word lists, model, rules of people,
        plugins."""
        settings = of_results(job.settings)
        part: AttrsInstance | None = getattr(settings, self.settings) if self.settings else None
        return digest(
            [
                settings_digest(part) if part is not None else None,
                job.knowledge.digest if self.uses_knowledge else None,
                job.model if self.uses_tagger else None,
                *([job.rules.digest] if self.uses_rules else []),
                *([[plugin.label for plugin in job.plugins]] if self.uses_plugins and job.plugins else []),
            ]
        )


def of_results(settings: Settings) -> Settings:
    """The settings with what changes no result at its default: equal ones give equal results."""
    default = Settings()
    return evolve(
        settings,
        reading=evolve(
            settings.reading, jobs=default.reading.jobs, wall_seconds=default.reading.wall_seconds
        ),
        reuse=evolve(settings.reuse, jobs=default.reuse.jobs),
    )
