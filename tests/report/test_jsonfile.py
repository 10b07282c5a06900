"""JSON: what went in comes back, and the file itself hides nothing."""

import json
import re
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model.report import ReportData
from provenance.report import render_json
from provenance.report.rows import conflict_rows, reused_rows, source_rows

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(text=st.text(max_size=60))
def test_json_gives_every_text_back(data: ReportData, fill: Callable, text: str) -> None:
    filled = fill(data, text)
    found = json.loads(render_json(filled))
    assert found["title"] == text
    assert found["conflicts"] == conflict_rows(filled)
    assert found["reused_passages"] == reused_rows(filled)
    assert found["sources"] == source_rows(filled)


def test_json_hides_no_character(data: ReportData) -> None:
    written = render_json(data)
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]", written
    )
    assert "حريق" in written


def test_json_quotes_stand_where_they_say(data: ReportData) -> None:
    texts = {source.id: source.text for source in data.sources}
    for row in json.loads(render_json(data))["conflicts"]:
        if row["field"] is None:
            assert texts[row["source"]][row["start"] : row["end"]] == row["quote"]


def test_empty_pile_gives_empty_lists(bare: ReportData) -> None:
    found = json.loads(render_json(bare))
    assert found["verdict"] == "No document was given, so nothing was analysed."
    assert all(not rows for rows in found.values() if isinstance(rows, list))
