"""Claims, names and shared passages → conflicts."""

from collections.abc import Mapping

from attrs import evolve

from provenance.conflicts import find_findings
from provenance.model.conflicts import Conflict, Evidence
from provenance.model.findings import Findings
from provenance.stages.annotate import article_only
from provenance.stages.coverage import cover, english_only
from provenance.stages.plugins import Asking
from provenance.stages.pool import load_pool
from provenance.stages.stage import Job, Prepared
from provenance.store.findings import finding_rows
from provenance.store.plugin_notes import plugin_rows
from provenance.store.sources import load_sources


def prepare(job: Job) -> Prepared:
    """Where sources, or places of one source, disagree."""
    db = job.db
    sources = load_sources(db)
    pool = load_pool(db)
    texts = {source.id: source.text for source in sources if source.is_readable}
    found = _quoted_findings(find_findings(pool, job.knowledge, job.settings.conflicts), texts)
    asking = Asking("conflicts", job.plugins)
    found = _judged(found, asking, texts)
    coverage = cover("conflicts", sources, article_only(english_only("claims are compared")))
    claims = {claim.key for claim in pool.claims}
    rows = [*finding_rows(found, claims), plugin_rows(asking.notes)]
    return Prepared(rows, coverage, len({conflict.key for conflict in found.conflicts}))


def _judged(found: Findings, asking: Asking, texts: Mapping[str, str]) -> Findings:
    """The findings that plugins leave, with the weights of their sides."""
    conflicts = tuple(asking.judge(found.conflicts, texts))
    if conflicts == found.conflicts:
        return found
    kept = {conflict.key for conflict in conflicts}
    weights = tuple(one for one in found.weights if one.conflict in kept)
    return evolve(found, conflicts=conflicts, weights=weights)


def _quoted_findings(found: Findings, texts: Mapping[str, str]) -> Findings:
    """The findings with their quotes as the stored texts have them, furniture inside them not blanked."""
    timelines = tuple(
        evolve(line, points=tuple(evolve(p, quote=p.span.quote(texts[p.source_id])) for p in line.points))
        for line in found.timelines
    )
    quotations = tuple(
        evolve(group, uses=tuple(evolve(u, quote=u.span.quote(texts[u.source_id])) for u in group.uses))
        for group in found.quotations
    )
    conflicts = tuple(_as_stored(conflict, texts) for conflict in found.conflicts)
    return evolve(found, conflicts=conflicts, timelines=timelines, quotations=quotations)


def _as_stored(conflict: Conflict, texts: Mapping[str, str]) -> Conflict:
    """The conflict with its quotes as the stored texts have them, furniture inside them not blanked."""
    sides = tuple(
        evolve(side, evidence=tuple(_quoted(place, texts) for place in side.evidence))
        for side in conflict.sides
    )
    return conflict if sides == conflict.sides else evolve(conflict, sides=sides)


def _quoted(place: Evidence, texts: Mapping[str, str]) -> Evidence:
    if place.span is None or place.source_id not in texts:
        return place
    return evolve(place, quote=place.span.quote(texts[place.source_id]))
