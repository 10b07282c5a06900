"""A small pile of hand-made values, and a way to put them into a database."""

import hashlib
from collections.abc import Sequence

from attrs import evolve, frozen
from sqlite_utils import Database

from provenance.model.claims import Claim, ClaimKind, Hedge, Voice
from provenance.model.conflicts import (
    Conflict,
    ConflictClass,
    ConflictKind,
    Evidence,
    Level,
    Scope,
    Side,
)
from provenance.model.descriptions import Description
from provenance.model.findings import Findings
from provenance.model.fingerprints import ContainedText, Fingerprint, NearDuplicate
from provenance.model.keys import make_key
from provenance.model.name_rules import RuleEffect, RuleOutcome
from provenance.model.names import (
    AliasForm,
    Entity,
    EntityKind,
    LinkBasis,
    Mention,
    NameLink,
    NamePair,
    NameTable,
    NameVariant,
    RuleContradiction,
    StatedAlias,
    Verdict,
)
from provenance.model.notices import Code, Notice
from provenance.model.plugin_notes import PluginEvent, PluginNote
from provenance.model.quotations import QuotationGroup, QuotationUse, Variant
from provenance.model.report import Coverage
from provenance.model.reuse import (
    Alignment,
    Change,
    ChangeKind,
    Direction,
    Lineage,
    ReuseKind,
    SourceGroup,
)
from provenance.model.sources import (
    Basis,
    Content,
    Furniture,
    FurnitureKind,
    Metadatum,
    Source,
    State,
    ZoneBasis,
)
from provenance.model.spans import Span
from provenance.model.spellings import Spelling
from provenance.model.support import Counts, SideSupport, SourceSupport
from provenance.model.timelines import Timeline, TimelinePoint
from provenance.model.weighing import SideWeight, WeighedSource
from provenance.store.arrivals import Arrival, StoredFile, prepare_arrivals, store_arrivals
from provenance.store.claims import claim_rows
from provenance.store.connection import transaction
from provenance.store.dump import stage_digest
from provenance.store.findings import finding_rows
from provenance.store.furniture import furniture_rows
from provenance.store.names import name_rows
from provenance.store.names_said import said_rows
from provenance.store.plugin_notes import plugin_rows
from provenance.store.reuse import fingerprint_rows, reuse_rows
from provenance.store.rows import TableRows, insert
from provenance.store.runs import StageState, save_coverage, save_state

WHERE = "names.toml line 2"
TEXT_A = "By Ann Lee\n\nMayor Zoë Quirke (ZQ) said on Friday that twelve people were hurt at Asa’ib dock."
TEXT_B = "Mayor Zoe Quirk said on Friday that ten people were hurt at Asa’ib dock. 😀 Nothing else is known."


@frozen
class Pile:
    """What the database was filled with."""

    sources: tuple[Source, ...]
    contents: tuple[Content, ...]
    fingerprints: tuple[Fingerprint, ...]
    near: tuple[NearDuplicate, ...]
    contained: tuple[ContainedText, ...]
    repeated: tuple[Furniture, ...]
    alignments: tuple[Alignment, ...]
    groups: tuple[SourceGroup, ...]
    lineage: tuple[Lineage, ...]
    mentions: tuple[Mention, ...]
    names: NameTable
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def texts(self) -> dict[str, str]:
        return {source.id: source.text for source in self.sources}


def new_source(path: str, text: str, *metadata: tuple[str, str]) -> tuple[Source, Content]:
    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    key = make_key("s", path, digest)
    found = tuple(Metadatum(name, value, Basis.METADATA, field="test") for name, value in metadata)
    source = Source(key, path, State.READ, digest, "text/plain", text, "en", None, found)
    return source, Content(digest, raw, "text/plain", "utf-8", "plain", text, "en")


def span_of(source: Source, words: str) -> Span:
    start = source.text.index(words)
    return Span(source.id, start, start + len(words))


def make_pile() -> Pile:
    a, content_a = new_source("a.txt", TEXT_A, ("publisher", "The Daily Gull"), ("published", "2016-10-07"))
    byline = Metadatum("author", "Ann Lee", Basis.STATED, span_of(a, "Ann Lee"))
    b, content_b = new_source("b.txt", TEXT_B, ("publisher", "Harbour Wire"), ("published", "2016-10-09"))
    credit = Furniture(span_of(a, "By Ann Lee"), FurnitureKind.CREDIT, "a line of its own")
    guessed = Notice(Code.ENCODING_GUESSED, "read as cp1252")
    repeated = Furniture(span_of(b, "Nothing else is known."), FurnitureKind.REPEATED, "on 5 pages of 5")
    day = Metadatum(
        *("published", "2016-10-07", Basis.STATED, None, "meta[date]"),
        *("2016-10-06T10:00:00Z", "2016-10-08T12:00:00Z", ZoneBasis.NONE),
    )
    a = evolve(
        a,
        state=State.WARNED,
        problem=str(guessed),
        metadata=(byline, *a.metadata, day),
        notices=(guessed,),
        furniture=(credit,),
    )
    b = evolve(b, furniture=(repeated,))
    binary = Notice(Code.BINARY, "no text")
    lost = Source(make_key("s", "c.txt", "refused"), "c.txt", State.REFUSED, problem=str(binary))
    lost = evolve(lost, notices=(binary,))
    first, second = sorted((a, b), key=lambda source: source.id)
    twelve, ten = span_of(a, "twelve"), span_of(b, "ten")
    return Pile(
        sources=tuple(sorted((a, b, lost), key=lambda source: source.id)),
        contents=(content_a, content_b),
        fingerprints=tuple(
            Fingerprint(one.id, one.content_id or "", "f" * 64, (0, 2**64 - 1), ((2**63 + 5, 0, 9),))
            for one in (first, second)
        ),
        near=(NearDuplicate(make_key("d", first.id, second.id), first.id, second.id, 0.5, 0.75, first.id),),
        contained=(ContainedText(make_key("w", first.id, second.id), first.id, second.id, 0.9, 0.25),),
        repeated=(repeated,),
        alignments=(_alignment(first, second),),
        groups=(
            SourceGroup(first.id, first.id, True, "the earliest"),
            SourceGroup(second.id, first.id, False, "shares a passage"),
        ),
        lineage=(Lineage(first.id, first.id, second.id, 0.5, "shares a passage"),),
        mentions=(
            Mention(span_of(a, "Zoë Quirke"), "Zoë Quirke", EntityKind.PERSON),
            Mention(span_of(b, "Zoe Quirk"), "Zoe Quirk", EntityKind.PERSON),
            Mention(span_of(b, "Asa’ib"), "Asa’ib", EntityKind.PLACE),
        ),
        names=_names(a, b),
        claims=tuple(
            Claim(
                *(ClaimKind.QUANTITY, source.id, span, span.quote(source.text), "people", "hurt"),
                value=span.quote(source.text),
                subject_entity="e-1" if source is a else None,
                number=number,
                voice=Voice.REPORTED,
                hedge=Hedge.EXACT,
                context=("dock", "Ω"),
            )
            for source, span, number in ((a, twelve, 12.0), (b, ten, 10.0))
        ),
        conflicts=(_conflict(a, b, twelve, ten),),
    )


def _alignment(first: Source, second: Source) -> Alignment:
    a, b = (
        span_of(first, first.text[: first.text.index("dock")]),
        span_of(second, second.text[: second.text.index("dock")]),
    )
    numbers = {name: "twelve" if "twelve" in name else "ten" for name in (first.text, second.text)}
    x, y = span_of(first, numbers[first.text]), span_of(second, numbers[second.text])
    change = Change(
        ChangeKind.NUMBER, x.start, x.end, numbers[first.text], y.start, y.end, numbers[second.text]
    )
    return Alignment(a, b, ReuseKind.EDITED, 0.9, (change,), Direction.UNKNOWN, "no evidence")


def _names(a: Source, b: Source) -> NameTable:
    in_a, in_b = span_of(a, "Zoë Quirke"), span_of(b, "Zoe Quirk")
    variants = (
        NameVariant("e-1", EntityKind.PERSON, "Zoe Quirk", (in_b,), 0.9, "one letter"),
        NameVariant("e-1", EntityKind.PERSON, "Zoë Quirke", (in_a,), 1.0, "canonical"),
    )
    pair = NamePair("Ann Lee", "Zoe Quirk", EntityKind.PERSON, 0.1, Verdict.DIFFERENT, "other given name")
    alias = StatedAlias(span_of(a, "Zoë Quirke (ZQ)"), in_a, span_of(a, "ZQ"), AliasForm.BRACKET)
    links = (
        NameLink(
            *("e-1", "Zoe Quirk", "Zoë Quirke", EntityKind.PERSON, LinkBasis.SUBSTITUTION),
            *(0.95, "one stands for the other", True, (in_a, in_b)),
        ),
        NameLink(
            *("e-2", "Ann Lee", "Zoe Quirk", EntityKind.PERSON, LinkBasis.LISTED),
            *(0.1, "named side by side", False),
        ),
    )
    told = RuleContradiction(
        "Zoe Quirk and Zoë Quirke are two (names.toml line 2)", "a shared passage", WHERE
    )
    entity = Entity("e-1", "Zoë Quirke", EntityKind.PERSON, variants)
    mayor = Description(span_of(b, "people"), "e-1", in_b)
    return NameTable((entity,), (pair,), (alias,), links, (told,), (mayor,))


def _said(pile: "Pile") -> list[TableRows]:
    """A rule, and two spellings to unify, as if they stood in one source."""
    outcome = RuleOutcome(
        WHERE, "different", "Zoe Quirk", "Zoë Quirke", "person", "two mayors", RuleEffect.NOT_FOLLOWED
    )
    spellings = [
        Spelling(span.source_id, variant.entity, variant.key, variant.text, variant.mentions)
        for variant in pile.names.entities[0].variants
        for span in variant.mentions
    ]
    return said_rows([outcome], spellings)


def _conflict(a: Source, b: Source, twelve: Span, ten: Span) -> Conflict:
    dated = Evidence(b.id, None, "2016-10-09", field="published")
    sides = (
        Side("12", (Evidence(a.id, twelve, "twelve"),)),
        Side("10", (Evidence(b.id, ten, "ten"), dated), 0, 2),
    )
    return Conflict(
        *(ConflictKind.QUANTITY, ConflictClass.SOURCES_DIFFER, Level.HIGH, Level.MEDIUM, Scope.BETWEEN),
        *("How many were hurt", "Twelve and ten.", "people", "hurt", "dock", sides),
    )


def _findings(pile: Pile) -> Findings:
    """The conflicts, with one timeline, one quotation, and one side that is weighed and supported."""
    conflict, a = pile.conflicts[0], pile.sources[0]
    place = conflict.sides[0].evidence[0]
    span = place.span or Span(a.id, 0, 1)
    point = TimelinePoint("2016-10-08", 12.0, "twelve", place.source_id, span, place.quote, "stated")
    use = QuotationUse(place.source_id, span, place.quote, Variant.FULLEST)
    weighed = WeighedSource(place.source_id, 0.8, 1.0, 1.4)
    return Findings(
        pile.conflicts,
        (Timeline("people", "injured", "", "", (point,)),),
        (QuotationGroup("", "twelve", (use,)),),
        (SideWeight(conflict.key, 1, 1.4, 1.0, (weighed,)),),
        (SideSupport(conflict.key, 1, (SourceSupport(place.source_id, Counts.NO, "one page", a.id),)),),
    )


def store(db: Database, *found: tuple[Source, Content | None], gone: Sequence[str] = ()) -> None:
    """Put sources into the database, each as a file of its path, once the files `gone` are taken out."""
    rows = prepare_arrivals(db, [Arrival(source.path, source, content) for source, content in found], gone)
    files = [StoredFile(source.path, source.path, None, "", "", is_whole=True) for source, _content in found]
    with transaction(db):
        store_arrivals(db, gone, files, rows)


def fill(db: Database, pile: Pile) -> None:
    contents = {content.id: content for content in pile.contents}
    as_read = [
        evolve(one, furniture=tuple(part for part in one.furniture if part not in pile.repeated))
        for one in pile.sources
    ]
    store(db, *((source, contents.get(source.content_id or "")) for source in as_read))
    with transaction(db):
        insert(db, fingerprint_rows(pile.fingerprints, pile.near, pile.contained))
        insert(db, furniture_rows("fingerprint", pile.repeated, pile.texts))
        insert(db, reuse_rows(pile.alignments, pile.groups, pile.lineage, pile.texts))
        insert(db, [*name_rows(pile.mentions, pile.names, pile.texts), *_said(pile)])
        insert(db, claim_rows(pile.claims, {"e-1"}))
        insert(db, finding_rows(_findings(pile), {c.key for c in pile.claims}))
        dropped = PluginNote("conflicts", "depths 1.0", PluginEvent.DROPPED, "k-1", "Ten?", "A dream.")
        insert(db, [plugin_rows([dropped])])
        for stage in ("ingest", "fingerprint", "reuse", "names", "claims", "conflicts"):
            save_coverage(db, stage, [Coverage("en", stage, 2, 0, "")])
            save_state(db, StageState(stage, "1", "s", "i", stage_digest(db, stage), 1))
