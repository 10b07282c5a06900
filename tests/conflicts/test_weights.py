"""What sources weigh on the sides of conflicts of a pile."""

from attrs import evolve

from provenance.conflicts import find_findings
from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import Claim
from provenance.model.conflicts import ConflictKind
from provenance.model.findings import Findings
from provenance.model.settings import ConflictSettings
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, align, make_source, pool, quantity

NAMES = {"Ada Obi": ("obi", PERSON), "Port Council": ("council", BODY)}
BLASTS = ("Pier Nine", "Quay Two", "Dock Six")


def body(number: int, deaths: tuple[int, int, int]) -> str:
    told = (f"{count} sailors drowned at {place}." for count, place in zip(deaths, BLASTS, strict=True))
    return f"Report {number}: Ada Obi met the Port Council. {' '.join(told)}"


def find(size: int, weigh_from: int = 21, copies: int = 0) -> Findings:
    """Three in four texts tell 12, 14 and 16; the others something else each, or what the last one tells."""
    sources: list[AnnotatedSource] = []
    claims: list[Claim] = []
    for number in range(size):
        wrong = number % 4 == 3 or number >= size - copies
        extra = 0 if not wrong else (50 if number >= size - copies else number + 1)
        deaths = (12 + extra, 14 + extra, 16 + extra)
        source = make_source(f"{number:02}.txt", body(number, deaths), NAMES, f"House {number}", "2020-05-01")
        sources.append(source)
        claims += [
            evolve(quantity(source, f"{count} sailors", count, "sailors", scope=place), predicate="drowned")
            for count, place in zip(deaths, BLASTS, strict=True)
        ]
    first = size - copies
    shared = [align(sources[first], each) for each in sources[first + 1 :]] if copies else []
    built = pool(*sources, claims=claims, alignments=shared)
    return find_findings(built, KNOWLEDGE, ConflictSettings(weigh_from=weigh_from))


def test_a_small_pile_is_not_weighed() -> None:
    assert find(20).weights == ()
    assert find(21).weights


def test_weights_are_of_the_sides_of_conflicts_in_their_order_and_the_same_again() -> None:
    found = find(24)
    sides = {conflict.key: conflict.sides for conflict in found.conflicts}
    order = [(weight.conflict, weight.side) for weight in found.weights]
    assert order == sorted(order)
    for weight in found.weights:
        held = {each.source_id for each in sides[weight.conflict][weight.side - 1].evidence}
        assert {each.source_id for each in weight.sources} == held
        assert 0 <= weight.share <= 1
        assert abs(sum(each.vote for each in weight.sources) - weight.total) < 1e-9
    assert find(24).weights == found.weights


def test_accurate_sources_get_more_weight() -> None:
    found = find(24)
    accuracies = {each.source_id: each.accuracy for weight in found.weights for each in weight.sources}
    right = [value for name, value in accuracies.items() if int(name[:2]) % 4 != 3]
    wrong = [value for name, value in accuracies.items() if int(name[:2]) % 4 == 3]
    assert right and wrong
    assert min(right) > max(wrong)


def test_copies_of_a_wrong_text_do_not_win() -> None:
    found = find(40, copies=26)
    keys = {c.key for c in found.conflicts if c.kind is ConflictKind.QUANTITY}
    first = [weight for weight in found.weights if weight.conflict in keys]
    by_conflict: dict[str, list[float]] = {}
    sizes: dict[str, list[int]] = {}
    for weight in first:
        by_conflict.setdefault(weight.conflict, []).append(weight.total)
        sizes.setdefault(weight.conflict, []).append(len(weight.sources))
    assert by_conflict
    for key, totals in by_conflict.items():
        most = sizes[key].index(max(sizes[key]))
        assert sizes[key][most] == 26
        assert totals.index(max(totals)) != most
