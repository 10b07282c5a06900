"""Lists of findings beside conflicts and claims: timelines, quotations, counts; coverage with them all."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from click.testing import Result

from provenance.api import Case
from provenance.commands._findings import draw_quotations, draw_timelines
from provenance.model.findings import Findings
from provenance.model.quotations import QuotationGroup, QuotationUse, Variant
from provenance.model.timelines import Timeline, TimelinePoint
from provenance.store.claims import load_claims
from provenance.store.connection import open_database, transaction
from provenance.store.findings import finding_rows
from provenance.store.rows import clear_stage, insert
from tests.commands.pile import call, run_pile, write_pile

Ask = Callable[..., Result]
LISTS = ("conflicts", "claims", "reuse", "names")


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a timeline and an aligned quotation."""
    folder = tmp_path_factory.mktemp("listed")
    write_pile(folder)
    run_pile(folder, "--until", "claims")
    db = open_database(folder / "p.db", create=False)
    a, b = [claim for claim in load_claims(db) if claim.span is not None][:2]
    assert a.span and b.span
    points = (
        TimelinePoint("2018-03-05", 12.0, "12", a.source_id, a.span, a.quote, "stated"),
        TimelinePoint("2018-03-06", 9.0, "9 \x1b[31m", b.source_id, b.span, b.quote, is_stale=True),
    )
    uses = (
        QuotationUse(a.source_id, a.span, a.quote, Variant.FULLEST, speaker="Marta Ilieva"),
        QuotationUse(
            b.source_id, b.span, b.quote, Variant.OTHER_WORDS, differs="siren", occasion="on Monday"
        ),
    )
    found = Findings(
        (),
        (Timeline("people", "killed", "person", "", points),),
        (QuotationGroup("Marta Ilieva", "nobody warned us", uses),),
    )
    with transaction(db):
        clear_stage(db, "conflicts")
        insert(db, finding_rows(found, set()))
    db.close()
    return folder / "p.db"


def test_timelines_are_drawn_with_days_and_stale_figures(listed: Path) -> None:
    said = call("--db", str(listed), "conflicts", "--timelines").stdout
    assert said.startswith("Coverage in sources: ") and "people: killed (person) · t-" in said
    assert "2018-03-05 · 12 (stated) · " in said and "stale: a newer figure was there already" in said
    assert "\x1b" not in said


def test_quotations_are_drawn_with_what_differs(listed: Path) -> None:
    said = call("--db", str(listed), "claims", "--quotations").stdout
    assert "Marta Ilieva · 2 places · q-" in said
    assert "fullest · " in said and "other words · " in said and "differs: siren · on Monday" in said


@pytest.mark.parametrize("columns", ["20", "40", "80"])
@pytest.mark.parametrize("asked", [("conflicts", "--timelines"), ("claims", "--quotations")])
def test_no_line_is_wider_than_the_terminal(listed: Path, asked: tuple[str, str], columns: str) -> None:
    done = call("--db", str(listed), *asked, env={"COLUMNS": columns})
    assert max(len(line) for line in done.stdout.splitlines()) <= int(columns)


@pytest.mark.parametrize("asked", [("conflicts", "--timelines"), ("claims", "--quotations")])
def test_their_rows_are_those_of_the_views(listed: Path, asked: tuple[str, str]) -> None:
    rows = json.loads(call("--db", str(listed), *asked, "--json").stdout)
    assert len(rows) == 2 and len({row["key"] for row in rows}) == 1
    told = call("--db", str(listed), "explain", rows[0]["key"])
    assert told.exit_code == 0 and "rule" in told.stdout and "Coverage in sources" in told.stdout
    assert call("--db", str(listed), "show", rows[0]["key"]).exit_code == 0


def test_timelines_are_narrowed_by_the_days_of_their_figures(listed: Path) -> None:
    days = ("--between", "2018-03-06", "2018-03-06")
    assert json.loads(call("--db", str(listed), "conflicts", "--timelines", *days, "--json").stdout)
    earlier = ("--between", "2018-03-01", "2018-03-02")
    assert not json.loads(call("--db", str(listed), "conflicts", "--timelines", *earlier, "--json").stdout)


def test_what_cannot_go_together_is_refused(ask: Ask) -> None:
    assert ask("conflicts", "--timelines", "--facets").exit_code == 2
    assert ask("claims", "--quotations", "--kind", "role").exit_code == 2


def test_facets_count_things_and_not_rows(ask: Ask) -> None:
    rows = json.loads(ask("claims", "--json").stdout)
    facets = json.loads(ask("claims", "--facets", "--json").stdout)
    kinds = {row["value"]: row["count"] for row in facets if row["facet"] == "kind"}
    assert sum(kinds.values()) == len({row["key"] for row in rows})
    conflicts = json.loads(ask("conflicts", "--json").stdout)
    counted = json.loads(ask("conflicts", "--facets", "--json").stdout)
    severities = [row for row in counted if row["facet"] == "severity"]
    assert sum(row["count"] for row in severities) == len({row["key"] for row in conflicts})
    assert {row["facet"] for row in counted} >= {"kind", "severity", "class", "publisher"}
    assert "Marta Ilieva" in {row["value"] for row in facets if row["facet"] == "entity"}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("format_", ["json", "jsonl", "csv", "tsv", "markdown", "table"])
def test_coverage_is_told_with_every_list(ask: Ask, name: str, format_: str) -> None:
    done = ask(name, "--format", format_)
    is_read_by_people = format_ in ("table", "markdown")
    assert ("Coverage in sources: " in done.stdout) is is_read_by_people
    assert ("Coverage in sources: " in done.stderr) is not is_read_by_people


def test_coverage_is_told_with_everything_that_shows_findings(ask: Ask, made: Path) -> None:
    (row, *_) = json.loads(ask("conflicts", "--json").stdout)
    for asked in (("show", row["key"]), ("explain", row["key"]), ("search", "dam")):
        assert "Coverage in sources: " in ask(*asked).stdout
    for asked in (
        ("show", row["key"], "--json"),
        ("explain", row["key"], "--json"),
        ("search", "dam", "--json"),
    ):
        done = ask(*asked)
        assert "Coverage in sources: " in done.stderr and json.loads(done.stdout)
    assert "Coverage in sources: " in run_pile(made).stdout


def test_nothing_is_drawn_of_nothing() -> None:
    case = cast(Case, None)  # neither asks the database
    assert draw_timelines(case, []) == draw_quotations(case, []) == ""
