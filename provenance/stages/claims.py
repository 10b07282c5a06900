"""Sources with names → claims."""

from collections.abc import Mapping

from attrs import evolve

from provenance.claims import ClaimsRead, read_claims
from provenance.model.claims import Claim, ClaimKind
from provenance.model.sources import Source
from provenance.stages.annotate import annotate, article_only
from provenance.stages.coverage import cover, english_only, is_english, note_other_scripts
from provenance.stages.plugins import Asking
from provenance.stages.stage import Job, Prepared
from provenance.store.claims import claim_rows
from provenance.store.names import load_aliases, load_entities, load_resolved_mentions
from provenance.store.plugin_notes import plugin_rows
from provenance.store.reuse import load_alignments
from provenance.store.sources import load_sources
from provenance.text.masking import is_all_furniture


def prepare(job: Job) -> Prepared:
    """What each source in English says of something, with its place; without an article, only of itself."""
    db = job.db
    sources = load_sources(db)
    readable = [source for source in sources if source.is_readable and is_english(source)]
    annotated = annotate(readable, load_resolved_mentions(db), load_aliases(db), load_alignments(db))
    read = {one.source.id: read_claims(one, job.knowledge, job.settings.claims) for one in annotated}
    texts = {source.id: source.text for source in readable}
    asking = Asking("claims", job.plugins)
    added = [claim for one in annotated for claim in asking.claims_of(one, texts[one.source.id])]
    bare = {source.id for source in readable if is_all_furniture(source)}
    claims = [
        _as_stored(claim, texts)
        for found in (*(one.claims for one in read.values()), added)
        for claim in found
        if claim.kind is ClaimKind.METADATA or claim.source_id not in bare
    ]
    entities = {entity.key for entity in load_entities(db)}
    reason = article_only(english_only("claims are analysed"))
    coverage = cover("claims", sources, reason, lambda one: _note(one, read.get(one.id)))
    rows = [*claim_rows(claims, entities), plugin_rows(asking.notes)]
    return Prepared(rows, coverage, len({claim.key for claim in claims}))


def _as_stored(claim: Claim, texts: Mapping[str, str]) -> Claim:
    """The claim as its place reads in the stored text, from which furniture inside it is not blanked."""
    quote = claim.span.quote(texts[claim.source_id]) if claim.span else claim.quote
    return claim if quote == claim.quote else evolve(claim, quote=quote)


def _note(source: Source, read: ClaimsRead | None) -> str:
    """What was passed over in a source that was analysed."""
    if read is None or not read.crowded:
        return note_other_scripts(source)
    return f"{source.path}: numbers after the 50th of a sentence are left out"
