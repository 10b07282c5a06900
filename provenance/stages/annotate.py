"""Sources together with what the earlier stages found in them, and without what is not their article."""

from collections.abc import Callable, Iterable, Sequence

from provenance.model.annotations import AnnotatedSource, ResolvedMention
from provenance.model.names import Entity, StatedAlias
from provenance.model.reuse import Alignment, PageVersion, ReuseKind
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.text.masking import is_all_furniture, mask_furniture


def annotate(
    sources: Sequence[Source],
    mentions: Iterable[ResolvedMention],
    aliases: Iterable[StatedAlias],
    alignments: Iterable[Alignment],
    versions: Iterable[PageVersion] = (),
) -> tuple[AnnotatedSource, ...]:
    """One annotated source for each source, in their order; everything in it by start.

    Page furniture is blanked in its text, but for what its metadata quote from there. Shared boilerplate
    is furniture too, but stays readable: no claim is looked for in it. Notices of corrections, which
    `versions` name, stay readable wherever a page has them.
    """
    furniture = {part.span for source in sources for part in source.furniture}
    for alignment in alignments:
        if alignment.kind is ReuseKind.BOILERPLATE:
            furniture |= {alignment.a, alignment.b}
    mentions_of: dict[str, list[ResolvedMention]] = {}
    for mention in sorted(mentions, key=_mention_order):
        mentions_of.setdefault(mention.span.source_id, []).append(mention)
    aliases_of: dict[str, list[StatedAlias]] = {}
    for alias in sorted(aliases):
        aliases_of.setdefault(alias.span.source_id, []).append(alias)
    furniture_of: dict[str, list[Span]] = {}
    for span in sorted(furniture, key=_span_order):
        furniture_of.setdefault(span.source_id, []).append(span)
    notices: dict[str, list[Span]] = {}
    for version in versions:
        if version.notice is not None:
            notices.setdefault(version.notice.source_id, []).append(version.notice)
    return tuple(
        AnnotatedSource(
            mask_furniture(source, with_statements=True, shown=notices.get(source.id, ())),
            tuple(mentions_of.get(source.id, ())),
            tuple(aliases_of.get(source.id, ())),
            tuple(furniture_of.get(source.id, ())),
        )
        for source in sources
    )


def _span_order(span: Span) -> tuple[str, int, int]:
    """The order of spans as plain tuples: comparing those is far quicker than comparing values."""
    return span.source_id, span.start, span.end


def _mention_order(mention: ResolvedMention) -> tuple[str | int, ...]:
    """The order of mentions, as plain values."""
    return (*_span_order(mention.span), mention.text, mention.kind, mention.entity, mention.name)


def article_only(reason: Callable[[Source], str]) -> Callable[[Source], str]:
    """Why a source was not analysed by a stage that reads articles, "" if it was.

    `reason`: what else may stand against it.
    """

    def why_not(source: Source) -> str:
        found = reason(source)
        if found or not is_all_furniture(source):
            return found
        return f"no article text: all of {source.path} is page furniture"

    return why_not


def resolved(entities: Iterable[Entity], texts: dict[str, str]) -> list[ResolvedMention]:
    """The mentions of all variants, in the order of spans; `texts`: source id → text."""
    return sorted(
        ResolvedMention(span, span.quote(texts[span.source_id]), variant.kind, entity.key, entity.name)
        for entity in entities
        for variant in entity.variants
        for span in variant.mentions
    )
