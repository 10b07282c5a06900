"""Sources → shared passages, their direction, and which sources depend on which."""

from provenance.model.sources import Source
from provenance.reuse import (
    describe_repetitions,
    find_groups,
    find_passages,
    find_repetitions,
    find_versions,
    judge_families,
    mark_versions,
)
from provenance.stages.annotate import article_only
from provenance.stages.coverage import cover, unread
from provenance.stages.heads import not_compared
from provenance.stages.rights import text_with_rights
from provenance.stages.spreading import Workers
from provenance.stages.stage import Job, Prepared
from provenance.store.reuse import load_near_duplicates, reuse_rows
from provenance.store.sources import load_sources
from provenance.text.masking import mask_furniture


def prepare(job: Job) -> Prepared:
    """All shared passages of the pile, judged."""
    sources = load_sources(job.db)
    readable = [source for source in sources if source.is_readable]
    texts = {source.id: source.text for source in readable}
    furniture = {source.id: not_compared(source) for source in readable}
    with Workers(job.settings.reuse.jobs) as workers:
        found = find_passages(texts, job.settings.reuse, job.knowledge, furniture, workers)
    articles = [mask_furniture(source) for source in readable]
    near = load_near_duplicates(job.db)
    versions = find_versions(articles, found.alignments, near, texts)
    marked = {source.id: text_with_rights(source) for source in readable if source.furniture}
    judged = judge_families(found.alignments, articles, job.knowledge, versions, marked)
    alignments = mark_versions(judged.alignments, versions)
    groups, lineage = find_groups(alignments, articles, near, versions, judged.lineage)
    repeated = find_repetitions({source.id: source.text for source in articles})

    further = dict(found.left_out)

    def note(source: Source) -> str:
        notes = [describe_repetitions(repeated.get(source.id, ()))]
        if source.id in further:
            notes.append(f"{further[source.id]:,} further places in which it resembles itself are left out")
        told = "; ".join(filter(None, notes))
        return f"{source.path}: {told}" if told else ""

    rows = reuse_rows(alignments, groups, lineage, texts, versions)
    return Prepared(rows, cover("reuse", sources, article_only(unread), note), len(alignments))
