"""Sources and shared passages → mentions, variants and entities."""

from provenance.names import find_aliases, find_mentions, resolve
from provenance.stages.coverage import cover, english_only, is_english
from provenance.stages.stage import Job, Prepared
from provenance.store.names import name_rows
from provenance.store.reuse import load_alignments
from provenance.store.sources import load_sources


def prepare(job: Job) -> Prepared:
    """Who is named where, and which spellings are one name."""
    sources = load_sources(job.db)
    texts = {source.id: source.text for source in sources if source.is_readable and is_english(source)}
    alignments = [
        one for one in load_alignments(job.db) if one.a.source_id in texts and one.b.source_id in texts
    ]
    mentions = find_mentions(texts, job.knowledge, job.tagger)
    aliases = find_aliases(texts, mentions, job.knowledge)
    table = resolve(texts, mentions, aliases, alignments, job.knowledge, job.settings.names)
    coverage = cover("names", sources, english_only("names are found"))
    return Prepared(name_rows(mentions, table, texts), coverage, len(table.entities))
