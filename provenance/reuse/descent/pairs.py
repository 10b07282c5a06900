"""All evidence that two sources give for the direction of what they share."""

from collections.abc import Sequence

from attrs import evolve, frozen

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment, Direction
from provenance.model.spans import Span
from provenance.reuse.descent.addresses import find_links
from provenance.reuse.descent.credits import find_credit
from provenance.reuse.descent.dangling import find_dangling
from provenance.reuse.descent.dating import Interval, later_by_wording
from provenance.reuse.descent.evidence import Evidence, Rests
from provenance.reuse.descent.signatures import HEAD_CHARACTERS
from provenance.reuse.descent.told import Told
from provenance.reuse.descent.traces import find_traces
from provenance.reuse.descent.upstream import one_sided, shared_upstream

CREDIT_WEIGHT = 0.98
LEAD_WEIGHT = 0.7
"""One text opens with what the other's house reported, and the passage follows."""
BESIDE_WEIGHT = 0.3
"""The same elsewhere: the sentence beside the passage is owed to that house, the passage need not be."""
LATER_WEIGHT = 0.95
"""One text tells of a day after the other's date."""
DATES_WEIGHT = 0.96
"""Both dates are stated and their intervals disjoint: pages are stamped anew, and go back to lost ones."""
HIDDEN_DATES_WEIGHT = 0.2
"""Disjoint too, but not both stated where a reader sees them."""
CAPTURED_WEIGHT = 0.4
"""One was captured before the other's date."""
UPSTREAM_WEIGHT = 0.98
PASSED_ON_WEIGHT = 0.5
"""Both name a third source within what they share: one can have the name from the other."""
MOST_PASSAGES = 50
"""Passages of a pair whose changes are looked at; more of them tell no more."""

_A_B, _B_A = Direction.A_TO_B, Direction.B_TO_A


@frozen
class PairEvidence:
    """`upstream`: the third source that both name, as printed, or ""."""

    found: tuple[Evidence, ...] = ()
    upstream: str = ""


def gather_evidence(a: Told, b: Told, shared: Sequence[Alignment], knowledge: Knowledge) -> PairEvidence:
    """Evidence for a direction between two sources, and against any. `shared`: copies between them."""
    shared = sorted(shared, key=lambda e: (-len(e.a), e.a, e.b))[:MOST_PASSAGES]
    a_sides, b_sides = [e.a for e in shared], [e.b for e in shared]
    found: list[Evidence] = []
    if a.house != b.house or not a.house:
        for child, parent, sides, towards, names in (
            (a, b, a_sides, _B_A, ("text b", "text a")),
            (b, a, b_sides, _A_B, ("text a", "text b")),
        ):
            reason, quote = _credit_reason(parent, child, sides, names)
            if reason:
                found.append(Evidence(towards, Rests.CREDIT, CREDIT_WEIGHT, reason, quote))
            else:
                found += _beside(parent, child, sides, towards, names)
    found += find_links(a.source, b.source, a.linked, _B_A, ("text b", "text a"))
    found += find_links(b.source, a.source, b.linked, _A_B, ("text a", "text b"))
    texts = a.source.text, b.source.text
    if any(each.changes for each in shared):
        by_id = {a.source.id: texts[0], b.source.id: texts[1]}
        found += find_traces(shared, by_id, {a.source.id: a.quotations, b.source.id: b.quotations})
    found += find_dangling(shared, texts)
    found += _by_time(a, b, shared, knowledge)
    upstream = shared_upstream(a.upstreams, b.upstreams, a_sides, b_sides)
    if upstream is None or upstream.name in {a.house, b.house, *a.names, *b.names}:
        return PairEvidence((*found, *_one_sided(a, b, a_sides, b_sides)))
    weight = UPSTREAM_WEIGHT if upstream.is_outside else PASSED_ON_WEIGHT
    verb = "credit" if upstream.is_credit else "name"
    found.append(
        Evidence(Direction.COMMON_SOURCE, Rests.UPSTREAM, weight, f"both texts {verb} {upstream.printed}")
    )
    return PairEvidence(tuple(found), upstream.printed)


def _one_sided(a: Told, b: Told, a_sides: Sequence[Span], b_sides: Sequence[Span]) -> list[Evidence]:
    """That only one of them credits an agency: listed, for the other can have it from there too or from this
    text, and so it proves nothing."""
    for one, other, sides, name in ((a, b, a_sides, "text a"), (b, a, b_sides, "text b")):
        named = one_sided(one.upstreams, other.upstreams, sides, other.names | {other.house})
        if named is not None:
            quote = " ".join(one.marked[named.at.start : named.at.end].split())
            reason = f'only {name} names an agency for its words: "{quote}"'
            return [Evidence(Direction.COMMON_SOURCE, Rests.UPSTREAM, 0.0, reason)]
    return []


def _credit_reason(
    parent: Told, child: Told, sides: Sequence[Span], names: tuple[str, str]
) -> tuple[str, str]:
    """That the child owes its words to the parent's house, in words, and its own words for it; both "" if it
    does not say so. `names`: the parent's and the child's, "text a" or "text b"."""
    credit = find_credit(parent.source, child.credits(sides), parent.issuer, parent.names)
    if credit and credit.is_release and parent.names.isdisjoint(credit.names):
        return (
            f'{names[1]} credits a release, and {names[0]} names its issuer: "{credit.quote}"',
            credit.quote,
        )
    if credit:
        return f'{names[1]} credits the publisher of {names[0]}: "{credit.quote}"', credit.quote
    agency = parent.house if parent.house == parent.signature else ""
    named = next(
        (each for each in child.upstreams if agency and each.is_credit and each.name == agency), None
    )
    return (
        (f'{names[1]} credits the agency that signs {names[0]}: "{named.printed}"', "") if named else ("", "")
    )


def _beside(
    parent: Told, child: Told, sides: Sequence[Span], towards: Direction, names: tuple[str, str]
) -> list[Evidence]:
    """That the child names the parent's publisher for something else that it says beside the passage: much
    where its report opens so, little elsewhere."""
    credit = find_credit(parent.source, child.credits_beside(sides), names=parent.names)
    if credit is None:
        return []
    is_before = any(credit.at.last <= side.start + 1 for side in sides if credit.at.is_beside([side]))
    where = "before" if is_before else "behind"
    is_lead = is_before and credit.at.first < HEAD_CHARACTERS
    reason = (
        f'{names[1]} names the publisher of {names[0]} in the sentence {where} the passage: "{credit.quote}"'
    )
    weight = LEAD_WEIGHT if is_lead else BESIDE_WEIGHT
    return [Evidence(towards, Rests.TEXT, weight, reason, credit.quote)]


def flipped(held: PairEvidence) -> PairEvidence:
    """The same read from the other side, the texts' names in the reasons exchanged."""
    return evolve(held, found=tuple(_flipped(each) for each in held.found))


def _flipped(each: Evidence) -> Evidence:
    swapped = (
        each.reason.replace("text a", "text \0").replace("text b", "text a").replace("text \0", "text b")
    )
    return evolve(each, towards=each.towards.flipped(), reason=swapped)


def _by_time(a: Told, b: Told, shared: Sequence[Alignment], knowledge: Knowledge) -> list[Evidence]:
    found = _tells_of_later(a, b, ("text a", "text b")) + _tells_of_later(b, a, ("text b", "text a"))
    sources, dated = (a.source, b.source), (a.published, b.published)
    for each in shared:
        later = later_by_wording(sources, (each.a, each.b), dated, knowledge)
        if later is not None:
            found.append(Evidence(later.direction, Rests.TEXT, LATER_WEIGHT, later.reason))
    if a.published and b.published:
        found += _by_dates(a.published, b.published)
    else:
        found += _by_capture(a, b, _A_B, ("text a", "text b")) + _by_capture(b, a, _B_A, ("text b", "text a"))
    return found


def _tells_of_later(one: Told, other: Told, names: tuple[str, str]) -> list[Evidence]:
    """`one` tells of an occurrence after the other's publication."""
    published = other.published
    if published is None or not published.is_stated:
        return []
    written = one.written
    if written is None or written.earliest <= published.latest:
        return []
    direction = _B_A if names[0] == "text a" else _A_B
    reason = f"{names[0]} {written.reason}, and {names[1]} is dated {published.reason}"
    return [Evidence(direction, Rests.TEXT, LATER_WEIGHT, reason)]


def _by_dates(a: Interval, b: Interval) -> list[Evidence]:
    if a.latest < b.earliest:
        direction, reason = _A_B, f"text a is dated earlier: {a.reason}, text b {b.reason}"
    elif b.latest < a.earliest:
        direction, reason = _B_A, f"text b is dated earlier: {b.reason}, text a {a.reason}"
    else:
        return []
    if a.is_stated and b.is_stated:
        return [Evidence(direction, Rests.DATES, DATES_WEIGHT, reason)]
    return [Evidence(direction, Rests.DATES, HIDDEN_DATES_WEIGHT, f"{reason}; not both stated in the texts")]


def _by_capture(one: Told, other: Told, direction: Direction, names: tuple[str, str]) -> list[Evidence]:
    """`one` has no date but was there before the other's date."""
    captured, published = one.captured, other.published
    if one.published or captured is None or published is None or not published.is_stated:
        return []
    if captured.latest >= published.earliest:
        return []
    reason = f"{names[0]} was captured {captured.reason}, before {names[1]} is dated: {published.reason}"
    return [Evidence(direction, Rests.DATES, CAPTURED_WEIGHT, reason)]
