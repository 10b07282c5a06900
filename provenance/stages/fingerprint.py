"""Sources → furniture of whole sites, fingerprints, near-duplicates and texts that stand in others."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.fingerprint import (
    find_contained,
    find_near_duplicates,
    find_site_furniture,
    fingerprint_all,
)
from provenance.model.notices import Code, Notice
from provenance.model.sources import Furniture, Source
from provenance.stages.annotate import article_only
from provenance.stages.coverage import cover, unread
from provenance.stages.stage import Job, Prepared
from provenance.store.furniture import furniture_rows, site_notice_rows
from provenance.store.postings import posting_rows
from provenance.store.reuse import fingerprint_rows
from provenance.store.sources import load_sources
from provenance.text.masking import is_all_furniture, mask_furniture

_BARE = Notice(Code.NO_ARTICLE_TEXT, "all of the text is page furniture: pages of the whole site repeat it")


def prepare(job: Job) -> Prepared:
    """What identifies each text, which texts resemble each other, and what whole sites repeat."""
    settings = job.settings.fingerprint
    sources = load_sources(job.db, furniture=("ingest",))
    repeated = find_site_furniture(sources)
    of_source: dict[str, list[Furniture]] = {}
    for part in repeated:
        of_source.setdefault(part.span.source_id, []).append(part)
    sources = [
        evolve(source, furniture=tuple(sorted([*source.furniture, *of_source.get(source.id, ())])))
        for source in sources
    ]
    readable = [source for source in sources if source.is_readable and source.content_id]
    prints = fingerprint_all(
        ((one.id, one.content_id or "", one.text, mask_furniture(one).text) for one in readable), settings
    )
    near = find_near_duplicates(prints.shingles, settings, prints.signatures)
    contained = find_contained(prints.shingles)
    texts = {source.id: source.text for source in sources if source.id in of_source}
    rows = [
        *fingerprint_rows(prints.fingerprints, near, contained),
        *furniture_rows("fingerprint", repeated, texts),
    ]
    rows += posting_rows(prints.fingerprints, _by_date(readable), settings)
    rows.append(site_notice_rows((one.id, _BARE) for one in sources if _is_bare_by_site(one, of_source)))
    return Prepared(rows, cover("fingerprint", sources, article_only(unread)), len(near))


def _by_date(sources: Sequence[Source]) -> list[str]:
    """Ids, the earliest dated text first, those without a date last."""

    def key(source: Source) -> tuple[bool, str, str]:
        published = source.first("published")
        earliest = published.earliest if published else None
        return earliest is None, earliest or "", source.id

    return [source.id for source in sorted(sources, key=key)]


def _is_bare_by_site(source: Source, of_source: Mapping[str, Sequence[Furniture]]) -> bool:
    """Has it no article, as only the furniture of its whole site shows?"""
    return source.id in of_source and is_all_furniture(source)
