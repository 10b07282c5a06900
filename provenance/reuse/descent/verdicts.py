"""What the odds of a pair say of one alignment, in words and with all evidence listed."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from attrs import evolve

from provenance.model.reuse import Alignment, Direction, ReuseKind
from provenance.reuse.descent.dating import Interval
from provenance.reuse.descent.evidence import METADATA, Evidence, Rests, describe, list_evidence
from provenance.reuse.descent.judging import ASSERTED, Judged
from provenance.reuse.descent.pairs import PairEvidence, flipped
from provenance.reuse.descent.told import Told
from provenance.reuse.descent.trees import Edge

AGAINST = 0.2
"""Weight of evidence against what is asserted, from which the reason tells of it."""
MOST_THIRD = 40
"""Third texts with a passage that are looked at, by id: more of them tell no more about two."""
LEAST_SEEN = 0.1
"""Odds up to which none of the texts in the pile is told as a third from which two derive, 0..1."""
STRONG = 0.5
"""Weight of evidence from which two that speak for opposite directions contradict each other."""

_A_B, _B_A, _COMMON = Direction.A_TO_B, Direction.B_TO_A, Direction.COMMON_SOURCE


def judge_alignment(
    alignment: Alignment,
    judged: Judged,
    pair: Edge,
    is_flipped: bool,
    told: Mapping[str, Told],
) -> Alignment:
    """The alignment with its direction. `pair`: its texts in the family, the second on side a if flipped."""
    is_identical = alignment.kind is ReuseKind.VERBATIM
    above, below, neither = judged.odds(pair, is_identical=is_identical)
    if is_flipped:
        above, below = below, above
    odds = {_A_B: above, _B_A: below, _COMMON: neither}
    direction = max(odds, key=lambda d: (odds[d], d))
    if odds[direction] < ASSERTED:
        direction = Direction.UNKNOWN
    held = judged.evidence[pair]
    found = (flipped(held) if is_flipped else held).found
    ids = alignment.a.source_id, alignment.b.source_id
    sides = pair[::-1] if is_flipped else pair
    family = _family_evidence(judged, sides, direction, odds.get(direction, 0.0), is_identical, told)
    if direction is Direction.UNKNOWN:
        reason = _why_open(found, is_identical, judged, pair, told[ids[0]], told[ids[1]], told)
    else:
        reason = _why(found, family, direction, told[ids[0]], told[ids[1]])
    return evolve(
        alignment,
        direction=direction,
        direction_reason=reason,
        direction_confidence=round(odds[direction], 2) if direction in odds else 0.0,
        evidence=list_evidence([*found, *family]),
        upstream=held.upstream,
    )


def _family_evidence(
    judged: Judged,
    pair: Edge,
    direction: Direction,
    odds: float,
    is_identical: bool,
    told: Mapping[str, Told],
) -> list[Evidence]:
    """What the other texts with the passage add. `pair`: the texts of the alignment, side a first."""
    members = judged.family.members
    if len(members) < 3 or direction is Direction.UNKNOWN or not judged.is_whole:
        return []
    above = (judged.plain if is_identical else judged.all).above
    i, j = pair
    over = [
        k
        for k in range(len(members))
        if k not in pair and min(above.get((k, i), 0.0), above.get((k, j), 0.0)) >= ASSERTED
    ]
    weight = round(max(0.0, 2 * odds - 1), 2)
    if direction is not _COMMON:
        reason = (
            f"the changes of all {len(members)} texts with the passage fit this order, directly or through "
            "texts between"
        )
        first, last = pair if direction is _A_B else pair[::-1]
        ordered = _why_above(judged, first, last, is_identical, told)
        reason += f", and {ordered}" if ordered else ""
        return [Evidence(direction, Rests.FAMILY, weight, reason)]
    if not over:
        others = [k for k in range(len(members)) if k not in pair]
        is_seen = any(min(above.get((k, i), 0.0), above.get((k, j), 0.0)) > LEAST_SEEN for k in others)
        return [Evidence(_COMMON, Rests.FAMILY, weight, _why_common(judged, pair, is_seen))]
    nearest = max(over, key=lambda k: (sum(above.get((o, k), 0.0) for o in over), -k))
    path = told[members[nearest]].source.path if members[nearest] in told else members[nearest]
    credits = [_credits(judged, n, nearest) for n in pair]
    if all(credits):
        reason = f"both texts credit {path}, which has the passage too"
    else:
        reason = f"neither has the other's changes: both derive from {path}, which has the passage too"
    return [Evidence(_COMMON, Rests.FAMILY, weight, reason)]


def _why_common(judged: Judged, pair: Edge, is_seen: bool) -> str:
    """Why two derive from a third text, not known which. `is_seen`: it may be in the pile."""
    count = len(judged.family.members)
    if all(_has_own(judged, n) for n in pair):
        if is_seen:
            return "each has changes of its own, and neither has the other's: both derive from a third text"
        return (
            "each has readings of its own against other texts: both go back to a text that is not in the pile"
        )
    reason = (
        f"of the orders of all {count} texts with the passage those fit best that put neither above the other"
    )
    if judged.named:
        credit = "one of them credits" if len(judged.named) == 1 else f"{len(judged.named)} of them credit"
        reason += f", and {credit} a third source"
    return reason


def _has_own(judged: Judged, n: int) -> bool:
    """Has it readings that no other text has, where two others agree?"""
    others = [k for k in range(len(judged.family.members)) if k != n]
    return any(judged.readings.unique(n, i, j) > 0 for i, j in combinations(others, 2))


def _why_above(judged: Judged, first: int, but: int, is_identical: bool, told: Mapping[str, Told]) -> str:
    """The weightiest evidence that another text than `but` goes back to the first, with the paths of both; ""
    if none is strong."""
    found = []
    for pair, held in judged.evidence.items():
        if first not in pair or but in pair:
            continue
        towards = _A_B if pair[0] == first else _B_A
        for e in held.found:
            if e.towards is towards and e.weight >= STRONG and not (is_identical and e.rests in METADATA):
                found.append((-e.weight, e.reason, pair))
    if not found:
        return ""
    _, reason, pair = min(found)
    names = [judged.family.members[n] for n in pair]
    paths = [told[name].source.path if name in told else name for name in names]
    return reason.replace("text a", "\0").replace("text b", paths[1]).replace("\0", paths[0])


def _credits(judged: Judged, child: int, parent: int) -> bool:
    held = judged.evidence.get((min(child, parent), max(child, parent)), PairEvidence())
    towards = _A_B if parent < child else _B_A
    return any(e.rests is Rests.CREDIT and e.towards is towards for e in held.found)


def _why(
    found: Sequence[Evidence], family: Sequence[Evidence], direction: Direction, a: Told, b: Told
) -> str:
    own = [e for e in found if e.towards is direction and e.weight > 0]
    is_weak = max((e.weight for e in own), default=0.0) < STRONG
    rests = [*family, *own] if direction is _COMMON or is_weak else own
    against = [e for e in found if e.towards not in (direction, _COMMON) and e.weight >= AGAINST]
    reason = describe(rests)
    if not reason:
        reason = "what speaks against either order leaves only a third text"
        one_sided = [e for e in found if e.towards is direction]
        if one_sided:
            reason = f"{describe([*one_sided, *against])}: both can have the passage from there"
    if direction is not _COMMON and against:
        reason += f"; against it: {describe(against)}"
    is_one_house = a.publisher == b.publisher != ""
    if is_one_house and direction is not _COMMON:
        reason += "; one publisher: reused in its own house"
    return reason


def _why_open(
    found: Sequence[Evidence],
    is_identical: bool,
    judged: Judged,
    pair: Edge,
    a: Told,
    b: Told,
    told: Mapping[str, Told],
) -> str:
    strong = {e.towards for e in found if e.weight >= STRONG} - {_COMMON}
    if len(strong) > 1:
        return f"the evidence contradicts itself: {describe(found)}"
    dated = [e for e in found if e.rests is Rests.DATES and e.weight >= STRONG]
    if is_identical and dated:
        return f"identical text: dates alone do not tell who copied; {describe(found)}"
    third = _third_texts(judged, pair, a, b, told) if dated else 0
    if third:
        return f"{_texts(third)} could be the source; {describe(found)}"
    if judged.evidence[pair].upstream:
        return f"both can have it from whom they name, or one from the other; {describe(found)}"
    if dated and not {*judged.named}.isdisjoint(pair):
        return f"a third source that one of them credits may be that of both; {describe(found)}"
    why = _why_unknown(a.published, b.published)
    common = _credited_by_both(judged, pair, told)
    if common:
        why = f"both texts credit {common}, and one can have the passage from the other all the same"
    elif dated:
        why = "a text that is not in the pile could be the source of both"
    weighed = [e for e in found if e.weight > 0]
    return f"{why}; not enough by itself: {describe(weighed)}" if weighed else why


def _credited_by_both(judged: Judged, pair: Edge, told: Mapping[str, Told]) -> str:
    """Path of a text of the family that both credit; "" if there is none."""
    members = judged.family.members[:MOST_THIRD]
    found = (k for k in range(len(members)) if k not in pair and all(_credits(judged, n, k) for n in pair))
    name = next((members[k] for k in found), "")
    return told[name].source.path if name in told else name


def _third_texts(judged: Judged, pair: Edge, a: Told, b: Told, told: Mapping[str, Told]) -> int:
    """How many other texts with the passage are not later than one of the two."""
    others = [told.get(name) for n, name in enumerate(judged.family.members[:MOST_THIRD]) if n not in pair]
    return sum(not (t is not None and _is_later(t.published, a.published, b.published)) for t in others)


def _is_later(third: Interval | None, *others: Interval | None) -> bool:
    if third is None or not third.is_stated:
        return False
    return any(each is not None and each.is_stated and each.latest < third.earliest for each in others)


def _texts(count: int) -> str:
    return "another text that has the passage" if count == 1 else f"{count} other texts that have the passage"


def _why_unknown(a: Interval | None, b: Interval | None) -> str:
    if a is None or b is None:
        return "publication dates are not both known, and the texts do not tell which is earlier"
    if not (a.is_stated and b.is_stated):
        return f"not both publication dates are stated in the texts: text a {a.reason}, text b {b.reason}"
    return f"the publication dates can mean either order: text a {a.reason}, text b {b.reason}"
