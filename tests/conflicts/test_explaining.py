"""Why a finding is one: claims as read, ranges, event, sources, weights."""

from attrs import evolve

from provenance.conflicts.explaining import explain_finding
from provenance.conflicts.pile import Pile
from provenance.conflicts.rules import RULES
from provenance.model.claims import Hedge
from provenance.model.conflicts import Conflict, ConflictClass, ConflictKind, Evidence, Level, Scope, Side
from provenance.model.explanations import Chapter, Ground
from provenance.model.pool import Pool
from provenance.model.settings import ConflictSettings
from provenance.model.weighing import SideWeight, WeighedSource
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, dated, make_source, place, pool, quantity, role

NAMES = {"Ada Oduya": ("ada", PERSON), "Kisumu Port": ("port", BODY)}
A = make_source(
    "a.txt", "Ada Oduya said at least 40 crates of Kisumu Port burned.", NAMES, "Lake Star", "2021-05-03"
)
B = make_source("b.txt", "Ada Oduya said 12 crates of Kisumu Port burned.", NAMES, "Port Post", "2021-05-04")


def conflict_of(kind: ConflictKind, a: str, b: str) -> Conflict:
    sides = tuple(
        Side(quote, (Evidence(s.source.id, place(s, quote), quote),)) for s, quote in ((A, a), (B, b))
    )
    return Conflict(
        *(kind, ConflictClass.SOURCES_DIFFER, Level.HIGH, Level.MEDIUM, Scope.BETWEEN),
        *("How many?", "They differ.", "crates", "burned", "port", sides),
    )


def pile_of(built: Pool) -> Pile:
    return Pile(built, KNOWLEDGE, ConflictSettings())


def said(chapters: list[Chapter], heading: str) -> str:
    def lines(ground: Ground) -> list[str]:
        return [ground.text, *(line for part in ground.parts for line in lines(part))]

    found = [one for one in chapters if one.heading == heading]
    return "\n".join(line for one in found for ground in one.grounds for line in lines(ground))


def test_figures_are_shown_with_the_ranges_that_they_mean() -> None:
    claims = [
        quantity(A, "at least 40 crates", 40, "crates", "crate", Hedge.AT_LEAST),
        quantity(B, "12 crates", 12, "crates", "crate"),
    ]
    finding = conflict_of(ConflictKind.QUANTITY, "at least 40 crates", "12 crates")
    told = explain_finding(pile_of(pool(A, B, claims=claims)), finding, ())
    assert "→ 40 crate, at least: means 40 or more" in said(told, "read as")
    assert claims[0].key in said(told, "read as")
    assert "40 or more and 12 do not meet, hedges and rounding included" in said(told, "why both cannot hold")
    assert "a.txt and b.txt: The two texts" in said(told, "one event")
    assert "Ada" in said(told, "one event")
    assert "a.txt, publisher Lake Star, 2021-05-03: counts" in said(told, "sources behind each side")
    assert RULES[ConflictKind.QUANTITY].finds in said(told, "rule")
    assert not said(told, "weights: figures, no verdict")


def test_names_and_days_are_shown_with_what_they_were_read_as() -> None:
    roles = [role(s, "Ada Oduya", "ada", "director", "Kisumu Port", "port") for s in (A, B)]
    finding = conflict_of(ConflictKind.ROLE, "Ada Oduya", "Ada Oduya")
    told = explain_finding(pile_of(pool(A, B, claims=roles)), finding, ())
    assert "name “Ada” → Ada (ada)" in said(told, "read as")
    days = [dated(A, "crates", "2021-05-03"), evolve(dated(B, "crates", "2021-05-01"), valid_basis="stated")]
    finding = conflict_of(ConflictKind.EVENT_DATE, "crates", "crates")
    told = explain_finding(pile_of(pool(A, B, claims=days)), finding, ())
    assert "time → 2021-05-01 (Saturday); it rests on: stated" in said(told, "read as")
    assert "2021-05-03 (Monday) and 2021-05-01 (Saturday) share no day" in said(told, "why both cannot hold")


def test_weights_are_shown_with_their_sums_and_without_a_verdict() -> None:
    finding = conflict_of(ConflictKind.QUANTITY, "at least 40 crates", "12 crates")
    weights = [
        SideWeight(finding.key, 2, 0.4, 0.3, (WeighedSource("b.txt", 0.6, 1.0, 0.4),)),
        SideWeight(finding.key, 1, 1.4, 0.7, (WeighedSource("a.txt", 0.8, 1.0, 1.4),)),
    ]
    told = explain_finding(pile_of(pool(A, B)), finding, weights)
    shown = said(told, "weights: figures, no verdict")
    assert shown.index("side 1") < shown.index("side 2")
    assert "sum +1.40" in shown and "b.txt: vote +0.40 = its accuracy 0.60" in shown


def test_every_kind_can_be_explained() -> None:
    for kind in ConflictKind:
        told = explain_finding(pile_of(pool(A, B)), conflict_of(kind, "Ada Oduya", "12 crates"), ())
        assert [one.heading for one in told][:3] == ["why", "severity", "rule"]
