"""Sources → shared passages, their direction, and which sources depend on which."""

from provenance.reuse import find_alignments, find_groups, judge_directions
from provenance.stages.coverage import cover, unread
from provenance.stages.stage import Job, Prepared
from provenance.store.reuse import load_near_duplicates, reuse_rows
from provenance.store.sources import load_sources


def prepare(job: Job) -> Prepared:
    """All shared passages of the pile, judged."""
    sources = load_sources(job.db)
    readable = [source for source in sources if source.is_readable]
    texts = {source.id: source.text for source in readable}
    found = find_alignments(texts, job.settings.reuse, job.knowledge)
    alignments = judge_directions(found, readable, job.knowledge)
    groups, lineage = find_groups(alignments, readable, load_near_duplicates(job.db))
    rows = reuse_rows(alignments, groups, lineage, texts)
    return Prepared(rows, cover("reuse", sources, unread), len(alignments))
