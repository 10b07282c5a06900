"""A database opened: run the main job on it, and ask it everything."""

import builtins
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import TracebackType

from attrs import define, field
from sqlite_utils import Database

from provenance.api.checkup import doctor
from provenance.api.guarding import guarded
from provenance.errors import NoSuchKey, UsageError
from provenance.model.explanations import Explanation
from provenance.model.knowledge import Knowledge
from provenance.model.report import ReportData
from provenance.model.reuse import Alignment
from provenance.model.runs import RunResult
from provenance.model.settings import Settings
from provenance.model.traces import TracedPassage
from provenance.readers.gazetteers import load_knowledge
from provenance.readers.tables import read_user_tables
from provenance.stages.collect import collect
from provenance.stages.main_job import run_main_job
from provenance.stages.progress import FileProgress
from provenance.store.asking import ask, saved_questions
from provenance.store.connection import open_database, snapshot
from provenance.store.dump import dump
from provenance.store.facets import count_facets
from provenance.store.filters import Filter, filtered_rows
from provenance.store.migrations import schema_text
from provenance.store.reuse import load_alignments
from provenance.store.runs import last_status
from provenance.store.search import search
from provenance.store.sources import load_text
from provenance.store.verifying import verify
from provenance.store.views import find_key, view_rows

Row = dict[str, object]

FORMATS = ("html", "markdown", "json", "csv")
"""What a report can be written as."""


def now_utc() -> datetime:
    """The clock of run records, unless another is injected."""
    return datetime.now(UTC)


def open(path: str | Path = "db/provenance.db", create: bool = True, read_only: bool = False) -> "Case":
    """The database at `path` as a Case, to be used in a `with` block or closed by hand.

    Made where there is none, unless `create` is False or it is only to be read: NoSuchDatabase then.
    NotOurDatabase for a file that is something else or newer, Damaged, Locked or CannotWrite as they say.
    """
    file = Path(path)
    return Case(file, open_database(file, create=create, read_only=read_only))


def _knowledge(folder: Path | None, tables: Mapping[str, Mapping[str, object]] | None) -> Knowledge:
    return load_knowledge(folder, read_user_tables(tables or {}, "tables"))


def schema() -> str:
    """The schema of a new database as an SQL script."""
    return schema_text()


@define(eq=False)
class Case:
    """A workspace's database. `clock` is read for run records only, never for results."""

    path: Path
    db: Database
    clock: Callable[[], datetime] = field(default=now_utc, kw_only=True)

    def __enter__(self) -> "Case":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    @guarded
    def run(  # noqa: PLR0913  # the caller's choices, each by its name
        self,
        paths: Sequence[str | Path],
        *,
        reports: str | Path | None = None,
        until: str | None = None,
        settings: Settings | None = None,
        gazetteers: Path | None = None,
        tables: Mapping[str, Mapping[str, object]] | None = None,
        names: str | Path | None = None,
        plugins: str = "auto",
        on_stage: Callable[[str, str], None] | None = None,
        on_file: Callable[[FileProgress], None] | None = None,
    ) -> RunResult:
        """Make the sources under `paths` equal to what lies there, and compute what that changes.

        `reports`: folder for the report; None writes none. `until`: the last stage wanted. `gazetteers`:
        a folder with word lists that add to the package's; `tables`: rows that add to both, as in
        provenance.toml: list -> key -> value. `names`: what people say of names: a file, or a
        folder with names.toml, names.csv, names.ftm.json; None for nothing. `plugins`: "auto" (all that are
        installed), "none" or names split by commas. `on_stage` is called
        with (stage, message), `on_file` for each file that was read or need not be, in the order in which
        that is known.
        NothingToRead, CannotWrite, Locked, UnknownModel or UsageError before anything is changed; a file
        that cannot be read is no error but listed in the result.
        """
        return run_main_job(
            self.db,
            self.path,
            [Path(path) for path in paths],
            reports=None if reports is None else Path(reports),
            until=until,
            settings=settings or Settings(),
            gazetteers=gazetteers,
            tables=tables or {},
            names=None if names is None else Path(names),
            plugins=plugins,
            on_stage=on_stage or (lambda _stage, _message: None),
            on_file=on_file,
            clock=self.clock,
        )

    @guarded
    def rows(  # noqa: PLR0913  # each narrows the rows by itself, by its name
        self,
        view: str,
        *,
        about: str | None = None,
        between: tuple[str, str] | None = None,
        kind: str | None = None,
        publisher: str | None = None,
        severity: str | None = None,
        limit: int | None = None,
        state: str | None = None,
        code: str | None = None,
    ) -> list[Row]:
        """Rows of a public view, in its fixed order; keys are the view's column names.

        `about`: a name or a part of a person's, in any spelling that was joined with it, or words.
        `between`: two ISO dates, both included, of the time that a claim or a timeline's figure speaks of, or
        of the sources' publication. `severity`: that or worse.
        `limit`: so many things; a conflict is one thing, however many rows show it. `state`: read, warned,
        refused or skipped; `code`: of a notice (provenance.model.notices), only sources that have it.
        UsageError where a view has no such column.
        """
        wanted = Filter(about, between, kind, publisher, severity, limit, state, code)
        with snapshot(self.db):
            return filtered_rows(self.db, view, wanted)

    @guarded
    def facets(self, view: str, rows: Sequence[Row], limit: int | None = None) -> list[Row]:
        """How many things among `rows` of a view, as `rows()` gives them, have each kind, class, severity,
        review, name and publisher, as rows of facet, value, count. `limit`: values a facet.
        """
        with snapshot(self.db):
            return count_facets(self.db, view, rows, limit)

    def sources(self) -> list[Row]:
        """Rows of the view `sources`."""
        return self.rows("sources")

    def coverage(self) -> list[Row]:
        """Rows of the view `coverage`: what each stage analysed, and why not the rest."""
        return self.rows("coverage")

    def duplicates(self) -> list[Row]:
        """Rows of the view `near_duplicates`."""
        return self.rows("near_duplicates")

    def reuse(self) -> list[Row]:
        """Rows of the view `reused_passages`."""
        return self.rows("reused_passages")

    def mentions(self) -> list[Row]:
        """Rows of the view `mentions`."""
        return self.rows("mentions")

    def names(self) -> list[Row]:
        """Rows of the view `name_variants`."""
        return self.rows("name_variants")

    def inconsistent_names(self) -> list[Row]:
        """Rows of the view `inconsistent_names`: several spellings of one entity inside one source."""
        return self.rows("inconsistent_names")

    def name_rules(self) -> list[Row]:
        """Rows of the view `name_rules`: what people said of names, and what became of it."""
        return self.rows("name_rules")

    def claims(self) -> list[Row]:
        """Rows of the view `claims`."""
        return self.rows("claims")

    def conflicts(self) -> list[Row]:
        """Rows of the view `conflicts`, most severe first."""
        return self.rows("conflicts")

    def timelines(self) -> list[Row]:
        """Rows of the view `timelines`: figures that took one another's place while an event was told."""
        return self.rows("timelines")

    def quotations(self) -> list[Row]:
        """Rows of the view `quotations`: uses of one utterance, the fullest first."""
        return self.rows("quotations")

    @guarded
    def find(self, key: str) -> tuple[str, list[Row]]:
        """(what it is, its rows in the view that shows it) of a key, a unique prefix of one with at least
        four characters, or a source's path. NoSuchKey otherwise."""
        with snapshot(self.db):
            return find_key(self.db, key)

    @guarded
    def text(self, source: str) -> str:
        """The stored text of a source, in which all offsets count; "" for one that could not be read.

        `source`: its key, a unique prefix, or its path. NoSuchKey otherwise.
        """
        return load_text(self.db, self._source_key(source))

    @guarded
    def details(self, source: str) -> dict[str, list[Row]]:
        """Rows of the views `source_metadata`, `source_problems` and `furniture` that tell of one source, by
        the view's name. `source`: its key, a unique prefix, or its path. NoSuchKey otherwise.
        """
        with snapshot(self.db):
            key = self._source_key(source)
            views = ("source_metadata", "source_problems", "furniture")
            return {view: view_rows(self.db, view, "source = ?", key) for view in views}

    @guarded
    def alignments_between(self, a: str, b: str) -> list[Alignment]:
        """What two sources share, each alignment with its `a` side in source `a`, in the order of `a`.

        `a`, `b`: keys, unique prefixes or paths; the same one twice gives what it repeats.
        """
        with snapshot(self.db):
            first, second = self._source_key(a), self._source_key(b)
            return sorted(
                alignment if alignment.a.source_id == first else alignment.turned()
                for alignment in load_alignments(self.db, between=(first, second))
                if (alignment.a.source_id, alignment.b.source_id) in {(first, second), (second, first)}
            )

    @guarded
    def trace(
        self,
        text: str,
        *,
        limit: int = 10,
        settings: Settings | None = None,
        gazetteers: Path | None = None,
        tables: Mapping[str, Mapping[str, object]] | None = None,
        furniture: Sequence[tuple[int, int]] = (),
    ) -> list[TracedPassage]:
        """Where the passages of a text stand in the sources, by their place in the text, and of each place
        the earliest dated source first; [] if nothing was found.

        Sources that are the text as a whole come first (`is_whole`). Found is what `find_reuse` would find
        between the text and each source, if they share at least `winnow_words + winnow_window - 1` words in a
        row (8), and besides every shared run of 12 words and 65 characters (33 in Chinese or Japanese), as
        `is_common` where names, figures or stock phrases make it no sign of a copy. Of each stretch of the
        text `limit` sources are compared, and the passage says how many more there are; of words that more
        than 64 places have, these are looked for in the oldest. A date is compared with those of the sources
        that have half of the same passage. Page furniture of the sources is left out, and so are the ranges
        `furniture` of the text.
        `settings`: those of the runs, `gazetteers`, `tables`: word lists of your own, as in `run`. UsageError
        for a text without a letter or digit, NotIndexed where the database has no postings to look in.
        """
        if not any(map(str.isalnum, text)):
            message = "there is nothing to trace: give a text with letters or digits"
            raise UsageError(message)
        trace_text = import_module("provenance.stages.trace").trace_text
        knowledge = _knowledge(gazetteers, tables)
        with snapshot(self.db):
            found: builtins.list[TracedPassage] = trace_text(
                self.db, text, settings or Settings(), knowledge, limit, furniture
            )
        return found

    @guarded
    def explain(
        self,
        key: str,
        other: str | None = None,
        *,
        settings: Settings | None = None,
        gazetteers: Path | None = None,
        tables: Mapping[str, Mapping[str, object]] | None = None,
    ) -> Explanation:
        """Every reason and figure behind what `key` names: a key, its beginning, a source's path or a name.

        With `other`: why these two names, or what the two keys are called, are one or two. `settings`: those
        of the runs, `gazetteers`, `tables`: word lists of your own, as in `run`. NoSuchKey for
        what is not there.
        """
        explain = import_module("provenance.stages.explain").explain
        knowledge = _knowledge(gazetteers, tables)
        with snapshot(self.db):
            said: Explanation = explain(self.db, key, other, settings or Settings(), knowledge)
        return said

    @guarded
    def search(self, words: str, limit: int = 50) -> list[Row]:
        """Sentences that hold all the words, by path and place: source, path, start, end, text,
        part (article, or the kind of page furniture it stands in).

        Apostrophes and accents do not matter; "words in quotes" stand side by side.
        """
        return search(self.db, words, limit)

    @guarded
    def sql(
        self, query: str, parameters: Mapping[str, str] | None = None
    ) -> tuple[list[str], list[tuple[object, ...]]]:
        """(columns, rows) of a SELECT or of a saved question's name; the database is only read.

        QueryRefused for anything else, after 5 seconds, and above 100,000 rows.
        """
        return ask(self.path, query, parameters)

    def questions(self) -> dict[str, str]:
        """Name → what it asks, of every saved question, those in `queries` beside the database included."""
        return saved_questions(self.path)

    @guarded
    def report_data(self) -> ReportData:
        """Everything that a report is made of."""
        return collect(self.db)

    @guarded
    def write_reports(self, folder: str | Path, formats: Sequence[str] = FORMATS) -> list[Path]:
        """Write the report of what stands now; the files' paths. CannotWrite, UsageError."""
        paths: list[Path] = import_module("provenance.stages.report").export(self.db, Path(folder), formats)
        return paths

    def verify(self) -> list[str]:
        """Problems in words, [] when the database is sound: SQLite's own checks, schema, every content's
        SHA-256, every span's quote, every stage's results against the digest that it saved."""
        return verify(self.db)

    @guarded
    def is_sealed(self) -> bool:
        """Did the last run come to its end? Also where there was none yet."""
        return last_status(self.db) in (None, "done")

    @guarded
    def dump(self) -> Iterator[str]:
        """All results as sorted lines, without times, places or run records: equal dumps, equal results."""
        with snapshot(self.db):
            return iter(builtins.list(dump(self.db)))

    @guarded
    def doctor(self) -> list[tuple[str, str, bool]]:
        """(what, value, is good) of all that this database needs to work well."""
        return doctor(self.path, self.db)

    def schema(self) -> str:
        """The schema as an SQL script."""
        return schema_text()

    def _source_key(self, source: str) -> str:
        what, rows = find_key(self.db, source)
        if what != "source":
            message = f"{source}: this is a {what}, not a source; `provenance sources` lists their keys"
            raise NoSuchKey(message)
        return str(rows[0]["key"])
