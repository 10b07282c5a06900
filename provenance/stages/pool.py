"""Everything that conflicts are judged on, as it stands in a database."""

from sqlite_utils import Database

from provenance.model.pool import Pool
from provenance.stages.annotate import annotate
from provenance.store.claims import load_claims
from provenance.store.names import load_aliases, load_entities, load_resolved_mentions
from provenance.store.reuse import load_alignments, load_groups, load_lineage, load_versions
from provenance.store.sources import load_sources


def load_pool(db: Database) -> Pool:
    """Sources that could be read, with names, shared passages and claims."""
    readable = [source for source in load_sources(db) if source.is_readable]
    alignments, versions = load_alignments(db), load_versions(db)
    return Pool(
        sources=annotate(readable, load_resolved_mentions(db), load_aliases(db), alignments, versions),
        claims=tuple(load_claims(db)),
        alignments=tuple(alignments),
        entities=tuple(load_entities(db)),
        groups=tuple(load_groups(db)),
        lineage=tuple(load_lineage(db)),
        versions=tuple(versions),
    )
