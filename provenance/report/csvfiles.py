"""The report as CSV files, one a public view, safe to open in a spreadsheet."""

import csv
import json
import re
from collections.abc import Sequence

from provenance.model.report import ReportData
from provenance.report import rows
from provenance.report.finding_rows import quotation_rows, timeline_rows
from provenance.report.rows import Row

_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""Starts of cells that a spreadsheet may run, with any apostrophes that stand before them already."""

_COLUMNS = {
    "sources": "key path url canonical_url title author publisher published published_basis"
    " published_earliest published_latest modified captured_at version_of media_type language characters"
    " sha256 state problem",
    "reused_passages": "key kind similarity direction direction_reason a a_path a_start a_end a_text"
    " b b_path b_start b_end b_text changes review direction_confidence evidence upstream",
    "name_variants": "key entity name kind variant mentions sources score reason review",
    "claims": "key kind subject predicate value number unit valid_from valid_to speaker voice hedge source"
    " path start end quote field scope wording polarity modality condition valid_basis addressee occasion",
    "conflicts": "key kind severity severity_rank scope title why side value source path start end quote"
    " independent_min independent_max class consequence certainty review field",
    "coverage": "language stage done not_done reason",
    "timelines": "key subject predicate unit at basis value number is_stale source path start end quote",
    "quotations": "key speaker words variant said_by differs addressee occasion source path start end quote"
    " claim",
    "furniture": "source path kind start end text reason",
}


def render_csv(data: ReportData) -> dict[str, str]:
    """File name → text, RFC 4180 (CRLF between records): sources, reused passages, name variants, claims,
    conflicts, coverage, timelines, quotations, page furniture, with the columns of the views of that name.

    A text that begins with = + - @, their full-width forms, a tab or a line end, with or without
    apostrophes before it, gets one more apostrophe in front, so that no spreadsheet takes it for a
    formula; take that one away to have the text. Numbers stay numbers, a missing value is an empty cell,
    changes and evidence are JSON.
    """
    return {
        "sources.csv": _table("sources", rows.source_rows(data)),
        "reused_passages.csv": _table("reused_passages", rows.reused_rows(data)),
        "name_variants.csv": _table("name_variants", rows.variant_rows(data)),
        "claims.csv": _table("claims", rows.claim_rows(data)),
        "conflicts.csv": _table("conflicts", rows.conflict_rows(data)),
        "coverage.csv": _table("coverage", rows.coverage_rows(data)),
        "timelines.csv": _table("timelines", timeline_rows(data)),
        "quotations.csv": _table("quotations", quotation_rows(data)),
        "furniture.csv": _table("furniture", rows.furniture_rows(data)),
    }


class _Lines(list[str]):
    """What csv writes to: keeps the lines."""

    write = list.append


def _table(view: str, content: Sequence[Row]) -> str:
    columns = _COLUMNS[view].split()
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in content)
    return "".join(lines)


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and _FORMULA.match(value):
        return f"'{value}"
    return value
