"""What shared passages say of names: one stands in the place of another, or the same short one twice."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import LinkBasis, Verdict
from provenance.model.reuse import Alignment, ChangeKind, ReuseKind
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names.comparing.compare import compare_names, say_held
from provenance.names.order import span_order
from provenance.names.resolving.likeness import are_alike
from provenance.names.resolving.links import SUBSTITUTION, Link, link, say_difference, say_open
from provenance.names.resolving.nodes import Nodes, node_order

_SUBSTITUTIONS = frozenset((ChangeKind.NAME, ChangeKind.OCR))
"""Changes that may put one reading of a name for another, damaged ones included."""


class _Places:
    """The mentions of every source, by where they start; none overlap."""

    def __init__(self, nodes: Nodes) -> None:
        self._spans: dict[str, list[Span]] = defaultdict(list)
        for span in sorted(nodes.of_span, key=span_order):
            self._spans[span.source_id].append(span)
        self._ends = {source: [span.end for span in spans] for source, spans in self._spans.items()}

    def within(self, source_id: str, start: int, end: int) -> Iterator[Span]:
        """The mentions that meet the range, in order."""
        spans = self._spans.get(source_id, [])
        place = bisect_left(self._ends.get(source_id, []), start + 1)
        while place < len(spans) and spans[place].start < end:
            yield spans[place]
            place += 1

    def only(self, source_id: str, start: int, end: int) -> Span | None:
        """The only mention that meets the range."""
        met = list(self.within(source_id, start, end))
        return met[0] if len(met) == 1 else None


def substitution_links(
    nodes: Nodes, alignments: Sequence[Alignment], knowledge: Knowledge, settings: NameSettings
) -> tuple[list[Link], list[Link]]:
    """(links, doubts): names that stand in the same place of one passage, spelled alike or not.

    What a copy puts for a name is joined to it only where the two are spelled alike: a copy may also
    name another one, and that is what people want to see.
    """
    places = _Places(nodes)
    links: list[Link] = []
    doubts: list[Link] = []
    for alignment in alignments:
        for change in alignment.changes:
            if change.kind not in _SUBSTITUTIONS:
                continue
            a = places.only(alignment.a.source_id, change.a_start, change.a_end)
            b = places.only(alignment.b.source_id, change.b_start, change.b_end)
            if a is None or b is None:
                continue
            found = _substituted(nodes, a, b, knowledge, settings)
            if found is not None:
                (links if found.score == SUBSTITUTION else doubts).append(found)
        links += _unchanged(nodes, places, alignment)
    return links, doubts


def _substituted(nodes: Nodes, a: Span, b: Span, knowledge: Knowledge, settings: NameSettings) -> Link | None:
    first, second = sorted((nodes.of_span[a], nodes.of_span[b]), key=node_order)
    if first == second or first.kind is not second.kind:
        return None
    spans, kind = tuple(sorted((a, b))), first.kind.value
    compared = compare_names(first.text, second.text, kind, knowledge, settings)
    held = say_held(first.text, second.text, kind, knowledge, settings)
    if held:
        return Link(compared.score, first, second, held, LinkBasis.LOOK, spans)
    if compared.verdict is Verdict.DIFFERENT:
        reason = f"one stands for the other in a shared passage, but they differ: {say_difference(compared)}"
        return Link(compared.score, first, second, reason, LinkBasis.SUBSTITUTION, spans)
    is_same = compared.verdict is Verdict.SAME and not say_open(first, second, compared, knowledge)
    if not is_same and not are_alike(first.text, second.text, first.kind, knowledge):
        reason = f"one was put for the other in a shared passage: {say_difference(compared)}"
        return Link(compared.score, first, second, reason, LinkBasis.SUBSTITUTION, spans)
    reason = f"in a shared passage {first.text} stands for {second.text}"
    return link(SUBSTITUTION, first, second, reason, LinkBasis.SUBSTITUTION, spans)


def _unchanged(nodes: Nodes, places: _Places, alignment: Alignment) -> Iterator[Link]:
    """Short names that stand unchanged in the same place of a passage: the same one's in both texts."""
    if alignment.kind in (ReuseKind.BOILERPLATE, ReuseKind.PARAPHRASE):
        return
    for start, end, shift in _equal_parts(alignment):
        for a in places.within(alignment.a.source_id, start, end):
            one = nodes.of_span[a]
            if one.is_full or a.start < start or a.end > end:
                continue
            b = places.only(alignment.b.source_id, a.start + shift, a.end + shift)
            other = nodes.of_span[b] if b is not None else None
            if b is None or other is None or other == one or (other.kind, other.text) != (one.kind, one.text):
                continue
            if (b.start, b.end) == (a.start + shift, a.end + shift):
                spans = tuple(sorted((a, b)))
                reason = f"both texts share the passage in which {one.text} stands"
                yield link(SUBSTITUTION, one, other, reason, LinkBasis.SUBSTITUTION, spans)


def _equal_parts(alignment: Alignment) -> Iterator[tuple[int, int, int]]:
    """(start, end, shift): pieces of a between changes, and how much further on b has them."""
    start, shift = alignment.a.start, alignment.b.start - alignment.a.start
    for change in sorted(alignment.changes, key=lambda one: (one.a_start, one.a_end)):
        if change.a_start > start:
            yield start, change.a_start, shift
        start, shift = max(start, change.a_end), change.b_end - change.a_end
    if alignment.a.end > start:
        yield start, alignment.a.end, shift
