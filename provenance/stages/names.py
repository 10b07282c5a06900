"""Sources and shared passages → mentions, variants and entities."""

import re

from attrs import evolve

from provenance.model.sources import Furniture, FurnitureKind, Source
from provenance.names import find_aliases, find_mentions, resolve
from provenance.stages.annotate import article_only
from provenance.stages.coverage import cover, english_only, is_english
from provenance.stages.stage import Job, Prepared
from provenance.store.names import name_rows
from provenance.store.reuse import load_alignments
from provenance.store.sources import load_sources
from provenance.text.masking import mask_furniture

RIGHTS_CHARACTERS = 120
"""Code points of a line of rights, at most: a longer notice speaks of terms."""
_RIGHTS = re.compile(r"\u00a9|\bcopyright\b|\(c\) ?\d{4}", re.IGNORECASE)


def prepare(job: Job) -> Prepared:
    """Who is named where, and which spellings are one name."""
    sources = load_sources(job.db)
    readable = [source for source in sources if source.is_readable and is_english(source)]
    texts = {source.id: mask_furniture(_named(source)).text for source in readable}
    alignments = [
        one for one in load_alignments(job.db) if one.a.source_id in texts and one.b.source_id in texts
    ]
    mentions = find_mentions(texts, job.knowledge, job.tagger)
    aliases = find_aliases(texts, mentions, job.knowledge)
    table = resolve(texts, mentions, aliases, alignments, job.knowledge, job.settings.names)
    coverage = cover("names", sources, article_only(english_only("names are found")))
    stored = {source.id: source.text for source in readable}
    return Prepared(name_rows(mentions, table, stored), coverage, len(table.entities))


def _named(source: Source) -> Source:
    """The source without the furniture that names whom it shows or who made it: captions with the credit of
    a picture, and lines of rights. All other furniture speaks of something else."""
    return evolve(
        source, furniture=tuple(part for part in source.furniture if not _names_people(part, source.text))
    )


def _names_people(part: Furniture, text: str) -> bool:
    is_line = part.kind is FurnitureKind.NOTICE and len(part.span) <= RIGHTS_CHARACTERS
    return part.kind is FurnitureKind.CREDIT or (is_line and bool(_RIGHTS.search(part.span.quote(text))))
