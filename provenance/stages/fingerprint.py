"""Sources → fingerprints and near-duplicates."""

from provenance.fingerprint import find_near_duplicates, fingerprint
from provenance.stages.coverage import cover, unread
from provenance.stages.stage import Job, Prepared
from provenance.store.reuse import fingerprint_rows
from provenance.store.sources import load_raw, load_sources


def prepare(job: Job) -> Prepared:
    """What identifies each text, and which texts resemble each other."""
    sources = load_sources(job.db)
    raw = load_raw(job.db)
    settings = job.settings.fingerprint
    readable = [source for source in sources if source.is_readable and source.content_id]
    found = [fingerprint(s.id, raw[s.content_id or ""], s.text, settings) for s in readable]
    near = find_near_duplicates({s.id: s.text for s in readable}, found, settings)
    return Prepared(fingerprint_rows(found, near), cover("fingerprint", sources, unread), len(near))
