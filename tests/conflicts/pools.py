"""Small pools for the tests of conflicts, written down as texts and what was found in them."""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from attrs import evolve

from provenance.conflicts import find_conflicts
from provenance.model.annotations import AnnotatedSource, ResolvedMention
from provenance.model.claims import Claim, ClaimKind, Hedge, Voice
from provenance.model.conflicts import Conflict, ConflictKind
from provenance.model.names import AliasForm, Entity, EntityKind, NameVariant, StatedAlias
from provenance.model.pool import Pool
from provenance.model.reuse import Alignment, Change, ChangeKind, Direction, ReuseKind
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.model.spans import Span
from provenance.readers.gazetteers import load_knowledge
from provenance.text.tokens import find_words

KNOWLEDGE = load_knowledge()
PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE


def make_source(
    path: str,
    text: str,
    names: Mapping[str, tuple[str, EntityKind]] | None = None,
    publisher: str | None = None,
    published: str | None = None,
    aliases: Sequence[tuple[str, str, str]] = (),
) -> AnnotatedSource:
    """A source with id = path. `names`: printed form → (entity, kind). `aliases`: (whole, name, alias)."""
    metadata = [Metadatum("publisher", publisher, Basis.STATED)] if publisher else []
    if published:
        metadata.append(Metadatum("published", published, Basis.METADATA, None, "meta", published, published))
    mentions: list[ResolvedMention] = []
    for form, (entity, kind) in sorted((names or {}).items(), key=lambda item: -len(item[0])):
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            span = Span(path, *found.span())
            if not any(span.overlap(m.span) for m in mentions):
                mentions.append(ResolvedMention(span, form, kind, entity, entity.title()))
    stated = tuple(_alias(path, text, *alias) for alias in aliases)
    source = Source(path, path, State.READ, text=text, language="en", metadata=tuple(metadata))
    return AnnotatedSource(source, tuple(sorted(mentions)), tuple(sorted(stated)))


def _alias(path: str, text: str, whole: str, name: str, alias: str) -> StatedAlias:
    start = text.index(whole)
    at = [start + whole.index(name), start + whole.rindex(alias)]
    spans = [Span(path, s, s + len(x)) for s, x in zip(at, (name, alias), strict=True)]
    form = AliasForm.ABBREVIATION if alias.isupper() else AliasForm.BRACKET
    return StatedAlias(Span(path, start, start + len(whole)), *spans, form)


def place(source: AnnotatedSource, quote: str) -> Span:
    """Where `quote` first stands in the source."""
    start = source.text.index(quote)
    return Span(source.source.id, start, start + len(quote))


def make_claim(source: AnnotatedSource, kind: ClaimKind, quote: str, **fields: object) -> Claim:
    """A claim at the first place of `quote`; the rest are fields of Claim."""
    base = Claim(kind, source.source.id, place(source, quote), quote, subject="", predicate="", value=quote)
    return evolve(base, **fields)  # type: ignore[arg-type]


def role(
    source: AnnotatedSource, quote: str, person: str, title: str, body: str, entity: str | None = None
) -> Claim:
    """`person` is an entity; `body` the printed name, `entity` its key."""
    return make_claim(
        source,
        ClaimKind.ROLE,
        quote,
        subject=person.title(),
        subject_entity=person,
        predicate=title,
        value=body,
        value_entity=entity,
    )


def quantity(
    source: AnnotatedSource,
    quote: str,
    number: float,
    noun: str,
    unit: str | None = None,
    hedge: Hedge = Hedge.EXACT,
    scope: str = "",
) -> Claim:
    """`number` of `noun`."""
    return make_claim(
        source,
        ClaimKind.QUANTITY,
        quote,
        subject=noun,
        predicate="count",
        number=number,
        unit=unit,
        hedge=hedge,
        scope=scope,
    )


def dated(source: AnnotatedSource, quote: str, day: str) -> Claim:
    """Something happened on a day."""
    return make_claim(source, ClaimKind.EVENT_DATE, quote, predicate="on", valid_from=day, valid_to=day)


def said(source: AnnotatedSource, quote: str, speaker: str) -> Claim:
    """`speaker`, an entity, is quoted with `quote`."""
    return make_claim(
        source,
        ClaimKind.ATTRIBUTION,
        quote,
        predicate="said",
        speaker=speaker.title(),
        speaker_entity=speaker,
        voice=Voice.QUOTED,
    )


def align(
    a: AnnotatedSource,
    b: AnnotatedSource,
    kind: ChangeKind = ChangeKind.WORDING,
    direction: Direction = Direction.UNKNOWN,
    within: tuple[str, str] | None = None,
) -> Alignment:
    """The two texts, or a stretch of each, as one passage; every change of words is of `kind`."""
    one, two = (place(s, q) for s, q in zip((a, b), within or (a.text, b.text), strict=True))
    left, right = (
        [w for w in find_words(s.text) if p.start <= w.start and w.end <= p.end]
        for s, p in ((a, one), (b, two))
    )
    matcher = SequenceMatcher(None, [w.folded for w in left], [w.folded for w in right], False)
    changes = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            x = (left[i].start, left[j - 1].end) if i < j else ((left[i - 1].end if i else one.start),) * 2
            y = (right[k].start, right[m - 1].end) if k < m else ((right[k - 1].end if k else two.start),) * 2
            changes.append(Change(kind, *x, a.text[slice(*x)], *y, b.text[slice(*y)]))
    is_equal = not changes
    return Alignment(
        one,
        two,
        ReuseKind.VERBATIM if is_equal else ReuseKind.EDITED,
        min(1.0, matcher.ratio()),
        tuple(changes),
        direction,
        "the other text is dated earlier",
    )


def entities(*sources: AnnotatedSource) -> tuple[Entity, ...]:
    """Entities made of the mentions of `sources`."""
    held: dict[str, dict[str, list[Span]]] = {}
    kinds: dict[str, EntityKind] = {}
    for source in sources:
        for mention in source.mentions:
            held.setdefault(mention.entity, {}).setdefault(mention.text, []).append(mention.span)
            kinds[mention.entity] = mention.kind
    return tuple(
        Entity(
            key,
            key.title(),
            kinds[key],
            tuple(
                NameVariant(key, kinds[key], text, tuple(spans), 1.0, "given")
                for text, spans in sorted(forms.items())
            ),
        )
        for key, forms in sorted(held.items())
    )


def pool(
    *sources: AnnotatedSource, claims: Sequence[Claim] = (), alignments: Sequence[Alignment] = ()
) -> Pool:
    """A pool with the entities of its mentions."""
    return Pool(tuple(sources), tuple(claims), tuple(alignments), entities(*sources))


def findings(built: Pool, kind: ConflictKind | None = None) -> list[Conflict]:
    """Findings of one kind, or all."""
    found = find_conflicts(built, KNOWLEDGE)
    return [c for c in found if kind is None or c.kind is kind]
