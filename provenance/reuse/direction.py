"""Which of two texts is the earlier one, where evidence tells."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment, Direction, ReuseKind
from provenance.model.sources import Source
from provenance.reuse.credits import find_credits, is_credited, shared_credit
from provenance.reuse.dating import Interval, later_by_wording, published_interval, written_interval
from provenance.reuse.evidence import CREDIT, DATES, TEXTS, Evidence, weigh
from provenance.reuse.series import is_one_page, refine_boilerplate

_MONTHS = ("january february march april may june july august september october november december").split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
CALENDAR = Knowledge(
    months={name: place for place, name in enumerate(_MONTHS, 1)},
    weekdays={name: place for place, name in enumerate(_DAYS)},
)
"""Enough to read dates where no tables are given."""

_A_B, _B_A = Direction.A_TO_B, Direction.B_TO_A
_UNJUDGED = {
    ReuseKind.BOILERPLATE: "a repeated block has no direction",
    ReuseKind.QUOTATION: "both quote the same words: either can have them from the speaker",
}


def judge_directions(
    alignments: Sequence[Alignment], sources: Sequence[Source], knowledge: Knowledge = CALENDAR
) -> list[Alignment]:
    """The same alignments in the same order, with direction, its reason, and boilerplate told by publisher.

    Evidence between two sources, strongest first: an explicit credit; what the texts tell of their own
    time; publication dates, only if both are stated, their intervals are disjoint, no credit is shared and no
    third text has the passage too. Identical text gets no direction from dates alone. "Earlier" and "later"
    are said of texts; "copied" only where a credit says so. Contradicting evidence gives "unknown".
    """
    known = {source.id: source for source in sources}
    refined = refine_boilerplate(alignments, known)
    pairs = defaultdict(list)
    for each in refined:
        pairs[each.a.source_id, each.b.source_id].append(each)
    evidence = {
        pair: _evidence(known[pair[0]], known[pair[1]], pairs[pair], knowledge)
        for pair in sorted(pairs)
        if pair[0] != pair[1] and pair[0] in known and pair[1] in known
    }
    holders = _holders(refined)
    return [_judge(each, evidence, holders, known) for each in refined]


def _judge(
    alignment: Alignment,
    evidence: Mapping[tuple[str, str], list[Evidence]],
    holders: Mapping[str, list[Alignment]],
    known: Mapping[str, Source],
) -> Alignment:
    a, b = alignment.a.source_id, alignment.b.source_id
    if alignment.kind in _UNJUDGED:
        return evolve(alignment, direction=Direction.UNKNOWN, direction_reason=_UNJUDGED[alignment.kind])
    if a == b:
        return evolve(
            alignment, direction=Direction.UNKNOWN, direction_reason="both places stand in one text"
        )
    found = evidence.get((a, b), [])
    others = _third_texts(alignment, holders)
    third = tuple(each for each in others if not _is_later_than_both(known.get(each), known[a], known[b]))
    is_identical = alignment.kind is ReuseKind.VERBATIM
    direction, reason = weigh(found, is_identical=is_identical, third=third)
    if not found:
        reason = _why_unknown(published_interval(known[a]), published_interval(known[b]))
    is_one_house = _publisher(known[a]) == _publisher(known[b]) != ""
    if is_one_page(known[a], known[b]):
        reason += "; two states of one page, not a copy"
    elif is_one_house and direction in (_A_B, _B_A):
        reason += "; one publisher: reused in its own house"
    return evolve(alignment, direction=direction, direction_reason=reason)


def _evidence(a: Source, b: Source, shared: Sequence[Alignment], knowledge: Knowledge) -> list[Evidence]:
    """All that speaks for a direction between two sources, or against any."""
    found: list[Evidence] = []
    credits_a = find_credits(a.text, [each.a for each in shared])
    credits_b = find_credits(b.text, [each.b for each in shared])
    if _publisher(a) != _publisher(b):
        for one, found_credits, direction in ((b, credits_a, _B_A), (a, credits_b, _A_B)):
            words = is_credited(one, found_credits)
            if words:
                names = ("a", "b") if one is b else ("b", "a")
                reason = f'{names[0]} credits {names[1]}\'s publisher: "{words}"'
                found.append(Evidence(direction, CREDIT, reason))
    common = shared_credit(a.text, b.text)
    if common:
        found.append(Evidence(Direction.COMMON_SOURCE, TEXTS, f"both credit {common}"))
    found += _by_time(a, b, shared, knowledge)
    return found


def _by_time(a: Source, b: Source, shared: Sequence[Alignment], knowledge: Knowledge) -> list[Evidence]:
    found: list[Evidence] = []
    published_a, published_b = published_interval(a), published_interval(b)
    for each in shared:
        if each.kind in _UNJUDGED:
            continue
        later = later_by_wording((a, b), (each.a, each.b), (published_a, published_b), knowledge)
        if later is not None:
            found.append(Evidence(later.direction, TEXTS, later.reason))
    written_a, written_b = written_interval(a, knowledge), written_interval(b, knowledge)
    found += _disjoint(written_a, published_b, "a", "b")
    found += _disjoint(written_b, published_a, "b", "a")
    if published_a and published_b:
        found += _by_dates(published_a, published_b)
    return found


def _disjoint(written: Interval | None, published: Interval | None, one: str, other: str) -> list[Evidence]:
    """`one` tells of an occurrence after the other's publication."""
    if written is None or published is None or written.earliest <= published.latest:
        return []
    direction = _B_A if one == "a" else _A_B
    return [Evidence(direction, TEXTS, f"{one} {written.reason}, {other} is dated {published.reason}")]


def _by_dates(a: Interval, b: Interval) -> list[Evidence]:
    if not (a.is_stated and b.is_stated):
        return []
    if a.latest < b.earliest:
        return [Evidence(_A_B, DATES, f"a is the earlier text: {a.reason}, b {b.reason}")]
    if b.latest < a.earliest:
        return [Evidence(_B_A, DATES, f"b is the earlier text: {b.reason}, a {a.reason}")]
    return []


def _holders(alignments: Sequence[Alignment]) -> dict[str, list[Alignment]]:
    held = defaultdict(list)
    for each in alignments:
        held[each.a.source_id].append(each)
        if each.b.source_id != each.a.source_id:
            held[each.b.source_id].append(each)
    return held


def _third_texts(alignment: Alignment, holders: Mapping[str, list[Alignment]]) -> tuple[str, ...]:
    """Other sources that share at least half of this passage with either side."""
    pair = {alignment.a.source_id, alignment.b.source_id}
    third = set()
    for side in (alignment.a, alignment.b):
        for each in holders.get(side.source_id, []):
            for mine, theirs in ((each.a, each.b), (each.b, each.a)):
                if theirs.source_id not in pair and mine.overlap(side) * 2 >= len(side):
                    third.add(theirs.source_id)
    return tuple(sorted(third))


def _why_unknown(a: Interval | None, b: Interval | None) -> str:
    if a is None or b is None:
        return "publication dates are not both known, and the texts do not tell which is earlier"
    if not (a.is_stated and b.is_stated):
        return f"not both publication dates are stated in the texts: a {a.reason}, b {b.reason}"
    return f"the publication dates can mean either order: a {a.reason}, b {b.reason}"


def _is_later_than_both(third: Source | None, a: Source, b: Source) -> bool:
    """Is a third text dated after one of the two, and so not the source of both?"""
    dated = published_interval(third) if third is not None else None
    if dated is None or not dated.is_stated:
        return False
    others = (published_interval(a), published_interval(b))
    return any(each is not None and each.is_stated and each.latest < dated.earliest for each in others)


def _publisher(source: Source) -> str:
    return (source.value("publisher") or "").casefold()
