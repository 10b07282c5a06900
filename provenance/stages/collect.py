"""Everything that stands in a database, as the one value that a report is made of."""

from sqlite_utils import Database

from provenance._version import VERSION
from provenance.model.report import ReportData
from provenance.store.claims import load_claims
from provenance.store.conflicts import load_conflicts
from provenance.store.connection import snapshot
from provenance.store.findings import load_quotations, load_timelines
from provenance.store.names import load_entities, load_pairs
from provenance.store.reuse import (
    load_alignments,
    load_groups,
    load_lineage,
    load_near_duplicates,
    load_versions,
)
from provenance.store.runs import load_coverage, load_run_settings
from provenance.store.sources import load_sources
from provenance.store.views import load_reviews

TITLE = "Discrepancy report"


def collect(db: Database) -> ReportData:
    """All results, of one moment, each kind in its fixed order."""
    with snapshot(db):
        sources = sorted(load_sources(db), key=lambda source: (source.path, source.id))
        return ReportData(
            title=TITLE,
            version=VERSION,
            sources=tuple(sources),
            coverage=tuple(load_coverage(db)),
            conflicts=tuple(load_conflicts(db)),
            alignments=tuple(load_alignments(db)),
            near_duplicates=tuple(load_near_duplicates(db)),
            entities=tuple(load_entities(db)),
            pairs=tuple(load_pairs(db)),
            claims=tuple(load_claims(db)),
            groups=tuple(load_groups(db)),
            lineage=tuple(load_lineage(db)),
            versions=tuple(load_versions(db)),
            reviews=tuple(load_reviews(db)),
            settings=tuple(load_run_settings(db)),
            timelines=tuple(load_timelines(db)),
            quotations=tuple(load_quotations(db)),
        )
