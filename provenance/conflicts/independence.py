"""How many independent sources stand behind one side of a finding, as a range."""

from collections.abc import Sequence
from enum import Enum

from attrs import frozen

from provenance.conflicts.events import find_event
from provenance.conflicts.pile import Pile
from provenance.model.reuse import Direction, ReuseKind
from provenance.model.spans import Span
from provenance.text.folding import fold_text


class Tie(Enum):
    """What is known of two sources on one claim."""

    INDEPENDENT = "independent"
    UNKNOWN = "not established"
    DEPENDENT = "dependent"


@frozen
class Place:
    """Where a source shows a value. `span` is None where the value is a stored field."""

    source_id: str
    span: Span | None


@frozen
class Independence:
    """`least`, `most`: independent sources, 0 ≤ least ≤ most. `reasons`: why it is no single figure."""

    least: int
    most: int
    reasons: tuple[str, ...] = ()


def count_independent(pile: Pile, places: Sequence[Place]) -> Independence:
    """How many independent sources `places` are, after the rules of honest wording.

    Two sources are independent on a claim only if no shared passage covers it, both publishers are known
    and differ, they name no common upstream, and the event is one. What is not established widens the
    range. An altered copy is no witness for what it changed (compare Dong et al. 2009: support is counted
    with the copying known).
    """
    firm = {p.source_id: p for p in places}
    altered = {p.source_id: _altered(pile, p) for p in places}
    certain = [i for i in sorted(firm) if altered[i] is None]
    possible = [i for i in sorted(firm) if altered[i] is not Direction.A_TO_B]
    reasons = []
    if len(certain) < len(firm):
        reasons.append("an altered copy is no witness for what it changed")
    ties: dict[tuple[str, str], Tie] = {}
    for i, a in enumerate(possible):
        for b in possible[i + 1 :]:
            ties[a, b], why = _tie(pile, firm[a], firm[b])
            if why and why not in reasons:
                reasons.append(why)
    least = _components(certain, [p for p, tie in ties.items() if tie is not Tie.INDEPENDENT])
    most = _components(possible, [p for p, tie in ties.items() if tie is Tie.DEPENDENT])
    return Independence(least, max(least, most), tuple(reasons))


def judge_tie(pile: Pile, a: Place, b: Place) -> tuple[Tie, str]:
    """What is known of two places' sources, with the reason in words ("" where they are independent)."""
    return _tie(pile, a, b)


def _tie(pile: Pile, a: Place, b: Place) -> tuple[Tie, str]:
    if a.source_id == b.source_id:
        return Tie.DEPENDENT, ""
    if _is_covered(pile, a, b):
        return Tie.DEPENDENT, "a shared passage covers it"
    publishers = [_publisher(pile, p.source_id) for p in (a, b)]
    if publishers[0] and publishers[0] == publishers[1]:
        return Tie.DEPENDENT, "one publisher"
    near, far = _upstream(pile, a, b)
    if near:
        return Tie.DEPENDENT, f"both name {near} as the source"
    open_question = _open_question(pile, a, b, far) if all(publishers) else "the publisher is not stated"
    return (Tie.UNKNOWN if open_question else Tie.INDEPENDENT), open_question


def _open_question(pile: Pile, a: Place, b: Place, upstream: str) -> str:
    """What keeps two publishers' texts from counting as independent; "" if nothing does."""
    if upstream:
        return f"both name {upstream}"
    if find_event(pile, a.source_id, b.source_id) is None:
        return "it is not established that they speak of one event"
    return ""


def _is_covered(pile: Pile, a: Place, b: Place) -> bool:
    for alignment in pile.shared(a.source_id, b.source_id, with_furniture=True):
        for place in (a, b):
            for passage in (alignment.a, alignment.b):
                if place.span and 2 * passage.overlap(place.span) >= len(place.span):
                    return True
    return False


def _publisher(pile: Pile, source_id: str) -> str:
    return fold_text(pile.sources[source_id].source.value("publisher") or "")


def _upstream(pile: Pile, a: Place, b: Place) -> tuple[str, str]:
    """An agency that both sentences name, and one that both texts name; "" if there is none."""
    sentences = [pile.agencies_in(pile.sentence_text(p.span)) if p.span else frozenset[str]() for p in (a, b)]
    near = sorted(sentences[0] & sentences[1])
    far = sorted(pile.agencies_of(a.source_id) & pile.agencies_of(b.source_id))
    return (near[0] if near else ""), (far[0] if far else "")


def _altered(pile: Pile, place: Place) -> Direction | None:
    """Is the value at `place` a change inside a copy? A_TO_B: it is the copy; UNKNOWN: either may be."""
    if place.span is None:
        return None
    worst: Direction | None = None
    for alignment in pile.alignments:
        if alignment.kind is ReuseKind.QUOTATION:
            continue
        for own, other, later in (
            (alignment.a, alignment.b, Direction.B_TO_A),
            (alignment.b, alignment.a, Direction.A_TO_B),
        ):
            is_own = own.source_id == place.span.source_id and other.source_id != own.source_id
            if not is_own or not own.overlap(place.span) or alignment.direction is later.flipped():
                continue
            is_first = own is alignment.a
            for change in alignment.changes:
                start, end = (change.a_start, change.a_end) if is_first else (change.b_start, change.b_end)
                at = change.b_start if is_first else change.a_start
                other_span = Span(other.source_id, at, at + 1)
                if (
                    start < place.span.end
                    and place.span.start < end
                    and not _cites(pile, place.span, other_span)
                ):
                    if alignment.direction is later:
                        return Direction.A_TO_B
                    worst = Direction.UNKNOWN
    return worst


def _cites(pile: Pile, span: Span, other: Span) -> bool:
    """Does the sentence name a source of its own, which the sentence it was copied from does not?"""
    own, copied = (pile.sentence_text(s).casefold() for s in (span, other))
    return "according to" in own and "according to" not in copied


def _components(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> int:
    parent = {node: node for node in nodes}

    def root(node: str) -> str:
        while parent[node] != node:
            node = parent[node]
        return node

    for a, b in edges:
        if a in parent and b in parent:
            parent[root(a)] = root(b)
    return len({root(node) for node in nodes})
