"""Which of two texts is the earlier one, where evidence tells."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment, Direction, ReuseKind
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.reuse.credits import Credit, find_credits, is_credited, near_credits, shared_credit
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

MOST_THIRD = 40
"""Third texts with a passage that are looked at, by id: more of them tell no more about two."""

_A_B, _B_A = Direction.A_TO_B, Direction.B_TO_A
_UNJUDGED = {
    ReuseKind.BOILERPLATE: "a repeated block has no direction",
    ReuseKind.QUOTATION: "both texts quote the same words: either can have them from the speaker",
}


class _Holders:
    """Which sources share a passage, each place looked up once: a block of a thousand texts is one place."""

    def __init__(self, alignments: Sequence[Alignment]) -> None:
        self._held: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self._known: dict[Span, tuple[str, ...]] = {}
        for each in alignments:
            self._held[each.a.source_id].append((each.a, each.b.source_id))
            self._held[each.b.source_id].append((each.b, each.a.source_id))

    def beside(self, side: Span) -> tuple[str, ...]:
        """The first sources that share at least half of `side`, by id; its own may be among them."""
        if side not in self._known:
            found = {
                other for span, other in self._held[side.source_id] if span.overlap(side) * 2 >= len(side)
            }
            self._known[side] = tuple(sorted(found)[: MOST_THIRD + 2])
        return self._known[side]


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
    told = {
        name: _Told(known[name], knowledge) for name in sorted({n for p in pairs for n in p}) if name in known
    }
    evidence = {
        pair: _evidence(told[pair[0]], told[pair[1]], pairs[pair], knowledge)
        for pair in sorted(pairs)
        if pair[0] != pair[1] and pair[0] in told and pair[1] in told
    }
    holders = _Holders(refined)
    judged = [_judge(each, evidence, holders, known) for each in refined]
    return [_common_source(each, evidence, holders, known) for each in judged]


def _common_source(
    alignment: Alignment,
    evidence: Mapping[tuple[str, str], list[Evidence]],
    holders: _Holders,
    known: Mapping[str, Source],
) -> Alignment:
    """An open direction between two texts that both credit a third, which has the passage too."""
    if alignment.direction is not Direction.UNKNOWN or alignment.kind in _UNJUDGED:
        return alignment
    sides = (alignment.a.source_id, alignment.b.source_id)
    for third in _third_texts(alignment, holders):
        if all(_credits(side, third, evidence) for side in sides):
            reason = f"both texts credit {known[third].path}, which has the passage too"
            return evolve(alignment, direction=Direction.COMMON_SOURCE, direction_reason=reason)
    return alignment


def _credits(child: str, parent: str, evidence: Mapping[tuple[str, str], list[Evidence]]) -> bool:
    pair = (min(child, parent), max(child, parent))
    direction = _B_A if child < parent else _A_B
    return any(e.rank == CREDIT and e.direction is direction for e in evidence.get(pair, []))


def _judge(
    alignment: Alignment,
    evidence: Mapping[tuple[str, str], list[Evidence]],
    holders: _Holders,
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


class _Told:
    """What a source tells of its time and of whom it owes its words to, found once."""

    def __init__(self, source: Source, knowledge: Knowledge) -> None:
        self.source = source
        self.publisher = _publisher(source)
        self.published = published_interval(source)
        self._knowledge = knowledge

    @cached_property
    def written(self) -> Interval | None:
        """Days on which the text can have been written, as it tells."""
        return written_interval(self.source, self._knowledge)

    @cached_property
    def _credits(self) -> tuple[Credit, ...]:
        return find_credits(self.source.text)

    def credits(self, passages: Sequence[Span]) -> tuple[Credit, ...]:
        """Credits that speak of these passages."""
        return near_credits(self._credits, len(self.source.text), passages)


def _evidence(a: _Told, b: _Told, shared: Sequence[Alignment], knowledge: Knowledge) -> list[Evidence]:
    """All that speaks for a direction between two sources, or against any."""
    found: list[Evidence] = []
    judged = [each for each in shared if each.kind not in _UNJUDGED]
    if not judged:
        return found
    if a.publisher != b.publisher:
        for_b = is_credited(b.source, a.credits([each.a for each in judged]))
        for_a = is_credited(a.source, b.credits([each.b for each in judged]))
        if for_b:
            found.append(Evidence(_B_A, CREDIT, f'text a credits the publisher of text b: "{for_b}"'))
        if for_a:
            found.append(Evidence(_A_B, CREDIT, f'text b credits the publisher of text a: "{for_a}"'))
    common = shared_credit(a.source.text, b.source.text)
    if common:
        found.append(Evidence(Direction.COMMON_SOURCE, TEXTS, f"both texts credit {common}"))
    for each in judged:
        pairs = (a.source, b.source), (each.a, each.b), (a.published, b.published)
        later = later_by_wording(*pairs, knowledge)
        if later is not None:
            found.append(Evidence(later.direction, TEXTS, later.reason))
    found += [*_tells_of_later(a, b, ("text a", "text b")), *_tells_of_later(b, a, ("text b", "text a"))]
    if a.published and b.published:
        found += _by_dates(a.published, b.published)
    return found


def _tells_of_later(one: _Told, other: _Told, names: tuple[str, str]) -> list[Evidence]:
    """`one` tells of an occurrence after the other's publication."""
    published = other.published
    if published is None or not published.is_stated:
        return []
    written = one.written
    if written is None or written.earliest <= published.latest:
        return []
    direction = _B_A if names[0] == "text a" else _A_B
    reason = f"{names[0]} {written.reason}, and {names[1]} is dated {published.reason}"
    return [Evidence(direction, TEXTS, reason)]


def _by_dates(a: Interval, b: Interval) -> list[Evidence]:
    if not (a.is_stated and b.is_stated):
        return []
    if a.latest < b.earliest:
        return [Evidence(_A_B, DATES, f"text a is dated earlier: {a.reason}, text b {b.reason}")]
    if b.latest < a.earliest:
        return [Evidence(_B_A, DATES, f"text b is dated earlier: {b.reason}, text a {a.reason}")]
    return []


def _third_texts(alignment: Alignment, holders: _Holders) -> tuple[str, ...]:
    """Other sources that share at least half of this passage with either side, the first MOST_THIRD."""
    pair = {alignment.a.source_id, alignment.b.source_id}
    found = {*holders.beside(alignment.a), *holders.beside(alignment.b)} - pair
    return tuple(sorted(found)[:MOST_THIRD])


def _why_unknown(a: Interval | None, b: Interval | None) -> str:
    if a is None or b is None:
        return "publication dates are not both known, and the texts do not tell which is earlier"
    if not (a.is_stated and b.is_stated):
        return f"not both publication dates are stated in the texts: text a {a.reason}, text b {b.reason}"
    return f"the publication dates can mean either order: text a {a.reason}, text b {b.reason}"


def _is_later_than_both(third: Source | None, a: Source, b: Source) -> bool:
    """Is a third text dated after one of the two, and so not the source of both?"""
    dated = published_interval(third) if third is not None else None
    if dated is None or not dated.is_stated:
        return False
    others = (published_interval(a), published_interval(b))
    return any(each is not None and each.is_stated and each.latest < dated.earliest for each in others)


def _publisher(source: Source) -> str:
    return (source.value("publisher") or "").casefold()
