"""The report as JSON: the rows of the public views, exactly."""

import json
import re

from provenance.model.report import ReportData
from provenance.report import rows
from provenance.report.finding_rows import quotation_rows, timeline_rows
from provenance.report.verdict import verdict
from provenance.report.visible import HIDDEN

_SEPARATORS = re.compile(f"{HIDDEN.pattern}|\u00ad|\u200c|\u200d")


def render_json(data: ReportData) -> str:
    """One JSON object: title, version, verdict, then each view's rows under the view's name, and the pairs
    of states of one page under `page_versions`.

    Non-ASCII text stays readable; characters that a reader would not see are written as \\uXXXX, so that
    the file itself hides nothing. Reading it back gives every string unchanged.
    """
    content = {
        "title": data.title,
        "version": data.version,
        "verdict": verdict(data),
        "coverage": rows.coverage_rows(data),
        "conflicts": rows.conflict_rows(data),
        "timelines": timeline_rows(data),
        "quotations": quotation_rows(data),
        "reused_passages": rows.reused_rows(data),
        "near_duplicates": rows.duplicate_rows(data),
        "name_variants": rows.variant_rows(data),
        "name_pairs": rows.pair_rows(data),
        "claims": rows.claim_rows(data),
        "source_groups": rows.group_rows(data),
        "lineage": rows.lineage_rows(data),
        "page_versions": rows.version_rows(data),
        "sources": rows.source_rows(data),
        "source_problems": rows.problem_rows(data),
        "furniture": rows.furniture_rows(data),
        "settings": [{"name": name, "value": value} for name, value in data.settings],
    }
    written = json.dumps(content, ensure_ascii=False, indent=1)
    # The layout's own line ends are no strings; inside strings json has already escaped \n and \r.
    return _SEPARATORS.sub(lambda found: json.dumps(found.group())[1:-1], written) + "\n"
