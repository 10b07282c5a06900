"""Sources and shared passages → mentions, variants and entities."""

from collections.abc import Sequence
from datetime import date

from provenance.model.sources import FurnitureKind, Source
from provenance.names import find_aliases, find_mentions, resolve
from provenance.names.resolving.background import Background
from provenance.names.resolving.name_changes import judge_name_changes
from provenance.names.resolving.outcomes import rule_outcomes, with_suggestions
from provenance.names.resolving.relevant import relevant_rules
from provenance.names.resolving.spellings import find_inconsistent
from provenance.stages.annotate import article_only
from provenance.stages.coverage import cover, english_only, is_english, note_other_scripts
from provenance.stages.stage import Job, Prepared
from provenance.store.names import name_rows
from provenance.store.names_said import said_rows
from provenance.store.reuse import load_alignments
from provenance.store.sources import load_sources
from provenance.text.masking import mask_furniture

NAMING = (FurnitureKind.CREDIT,)
"""Furniture that names whom the article is about, or who made it: captions with the credit of a picture."""


def prepare(job: Job) -> Prepared:
    """Who is named where, and which spellings are one name."""
    sources = load_sources(job.db)
    readable = [source for source in sources if source.is_readable and is_english(source)]
    texts = {source.id: mask_furniture(source, NAMING).text for source in readable}
    alignments = [
        one
        for one in load_alignments(job.db, are_names_judged=False)
        if one.a.source_id in texts and one.b.source_id in texts
    ]
    mentions = find_mentions(texts, job.knowledge, job.tagger)
    aliases = find_aliases(texts, mentions, job.knowledge)
    rules = relevant_rules(job.rules, {mention.text for mention in mentions})
    background = Background(rules, _days(readable), {source.id: source.path for source in readable})
    table = resolve(texts, mentions, aliases, alignments, job.knowledge, job.settings.names, background)
    table = with_suggestions(table, rules, job.knowledge, job.settings.names)
    coverage = cover("names", sources, article_only(english_only("names are found")), note_other_scripts)
    stored = {source.id: source.text for source in readable}
    judged = judge_name_changes(alignments, table.entities, job.knowledge, job.settings.names)
    outcomes = rule_outcomes(table, job.rules)
    spellings = find_inconsistent(table.entities, job.knowledge)
    rows = [*name_rows(mentions, table, stored, judged), *said_rows(outcomes, spellings)]
    return Prepared(rows, coverage, len(table.entities))


def _days(sources: Sequence[Source]) -> dict[str, int]:
    """The day on which each source was published, as its ordinal, where that is known."""
    days = {}
    for source in sources:
        published = source.first("published")
        if published is not None and published.earliest:
            days[source.id] = date.fromisoformat(published.earliest[:10]).toordinal()
    return days
