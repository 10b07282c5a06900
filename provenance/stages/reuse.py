"""Sources → shared passages, their direction, and which sources depend on which."""

from provenance.model.sources import Source
from provenance.reuse import (
    describe_repetitions,
    find_alignments,
    find_groups,
    find_repetitions,
    judge_directions,
)
from provenance.stages.annotate import article_only
from provenance.stages.coverage import cover, unread
from provenance.stages.stage import Job, Prepared
from provenance.store.reuse import load_near_duplicates, reuse_rows
from provenance.store.sources import load_sources
from provenance.text.masking import mask_furniture


def prepare(job: Job) -> Prepared:
    """All shared passages of the pile, judged."""
    sources = load_sources(job.db)
    readable = [source for source in sources if source.is_readable]
    texts = {source.id: source.text for source in readable}
    furniture = {source.id: [part.span for part in source.furniture] for source in readable}
    found = find_alignments(texts, job.settings.reuse, job.knowledge, furniture)
    articles = [mask_furniture(source) for source in readable]
    alignments = judge_directions(found, articles, job.knowledge)
    groups, lineage = find_groups(alignments, articles, load_near_duplicates(job.db))
    repeated = find_repetitions({source.id: source.text for source in articles})

    def note(source: Source) -> str:
        left_out = describe_repetitions(repeated.get(source.id, ()))
        return f"{source.path}: {left_out}" if left_out else ""

    rows = reuse_rows(alignments, groups, lineage, texts)
    return Prepared(rows, cover("reuse", sources, article_only(unread), note), len(alignments))
