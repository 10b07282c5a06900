"""Who derives from whom: of each text the nearest model that the odds support, or a lost one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from provenance.model.keys import KEY_HEX, digest
from provenance.model.reuse import LOST, Alignment, Direction, Lineage
from provenance.reuse.descent.evidence import Evidence, describe
from provenance.reuse.descent.judging import ASSERTED, Judged
from provenance.reuse.descent.pairs import PairEvidence
from provenance.text.components import find_components

LEAST_PARENT = 0.45
"""Odds from which a text above another is told as its nearest model, 0..1."""
LEAST_LOST = 0.6
"""Odds from which a lost text is told, 0..1."""


def lost_key(children: Iterable[str]) -> str:
    """The key of a lost ancestor: made of the ids of those that derive from it."""
    return LOST + digest(sorted(children))[:KEY_HEX]


def find_lineage(families: Sequence[Judged]) -> list[Lineage]:
    """Links by family, parent and child, each pair once, with the highest confidence of all passages.

    What derives from a text through another in the pile has no link to it. A text whose models differ from
    passage to passage has a link to each, and the reason says so.
    """
    best: dict[tuple[str, str], Lineage] = {}
    for judged in families:
        for link in _links(judged):
            pair = link.parent, link.child
            if pair not in best or best[pair].confidence < link.confidence:
                best[pair] = link
    return _named(best)


def _named(best: Mapping[tuple[str, str], Lineage]) -> list[Lineage]:
    """The links with their families, and what of a text has several models said."""
    parents: dict[str, list[str]] = defaultdict(list)
    for parent, child in sorted(best):
        parents[child].append(parent)
    nodes = sorted({name for pair in best for name in pair})
    # A lost text is no member's id: a family is called by the least source id in it.
    family_of = find_components(sorted(nodes, key=lambda n: (n.startswith(LOST), n)), sorted(best))
    sources = {n for n in nodes if not n.startswith(LOST)}
    least: dict[str, str] = {}
    for name in sorted(sources):
        least.setdefault(family_of[name], name)
    found = []
    for (_, child), link in best.items():
        reason = link.reason
        if len(parents[child]) > 1:
            reason += f"; made of {len(parents[child])} texts: other passages derive from another"
        found.append(evolve(link, family=least[family_of[child]], reason=reason))
    return sorted(found)


def _links(judged: Judged) -> list[Lineage]:
    if not judged.is_whole:
        return _links_of_pairs(judged)
    members, odds = judged.family.members, judged.all
    found = []
    for child in range(len(members)):
        above = [
            (odds.parent.get((p, child), 0.0), -p)
            for p in range(len(members))
            if p != child and odds.above.get((p, child), 0.0) >= ASSERTED and _may_assert(judged, p, child)
        ]
        if above and max(above)[0] >= LEAST_PARENT:
            odd, minus = max(above)
            reason = _reason(judged, -minus, child)
            found.append(Lineage("", members[-minus], members[child], round(odd, 2), reason))
    return found + _lost_links(judged)


def _may_assert(judged: Judged, parent: int, child: int) -> bool:
    """Identical text gets no direction from dates and markup."""
    pair = (min(parent, child), max(parent, child))
    shared = judged.family.pairs.get(pair, ())
    if any(each.kind.value != "verbatim" for each in shared):
        return True
    return judged.plain.above.get((parent, child), 0.0) >= ASSERTED


def _lost_links(judged: Judged) -> list[Lineage]:
    """The likeliest lost origin, if it is likely enough."""
    odds, members = judged.all, judged.family.members
    likely = []
    if len(judged.named) == 1:
        return []  # whether the others have it from there too is not known
    for number, children in odds.lost.items():
        least = min((odds.parent.get((number, child), 0.0) for child in children), default=0.0)
        if len(children) > 1 and least >= LEAST_LOST:
            likely.append((least, -number, children))
    if not likely:
        return []
    least, _, children = max(likely)
    names = [members[child] for child in children]
    pairs = [(i, j) for i in children for j in children if i < j]
    upstreams = sorted({judged.evidence[p].upstream for p in pairs if p in judged.evidence} - {""})
    if upstreams:
        credit = sum(child in judged.named for child in children)
        whom = "they" if credit == len(names) else f"{credit} of {len(names)}"
        verb = "credits" if credit == 1 else "credit"
        known = "not in the pile" if judged.is_lost else "not known to be in the pile"
        reason = f"{whom} {verb} {upstreams[0]}, whose text is {known}"
    else:
        reason = f"each of {len(names)} texts has changes of its own: none is the source of all"
    key = lost_key(names)
    return [Lineage("", key, name, round(least, 2), reason) for name in names]


def _links_of_pairs(judged: Judged) -> list[Lineage]:
    found = []
    members = judged.family.members
    for i, j in judged.family.pairs:
        is_identical = all(e.kind.value == "verbatim" for e in judged.family.pairs[i, j])
        above, below, _ = judged.odds((i, j), is_identical=is_identical)
        for parent, child, odd in ((i, j, above), (j, i, below)):
            if odd >= ASSERTED:
                reason = _reason(judged, parent, child)
                found.append(Lineage("", members[parent], members[child], round(odd, 2), reason))
    return found


def _reason(judged: Judged, parent: int, child: int) -> str:
    """The evidence between the two, in words: text a and text b as in the order of ids."""
    pair = (min(parent, child), max(parent, child))
    towards = Direction.A_TO_B if parent < child else Direction.B_TO_A
    held = judged.evidence.get(pair, PairEvidence())
    own: list[Evidence] = [e for e in held.found if e.towards is towards and e.weight > 0]
    reason = describe(own)
    count = len(judged.family.members)
    if count > 2:
        shared = f"of the other {count - 1} texts with the passage this one is nearest to it in its wording"
        reason = f"{reason}; {shared}" if reason else shared
    return reason


def draw_lineage(alignments: Iterable[Alignment]) -> list[Lineage]:
    """Links drawn from directions alone, without those that others explain by way of a third text."""
    best: dict[tuple[str, str], Lineage] = {}
    for each in alignments:
        a, b = each.a.source_id, each.b.source_id
        if each.direction in (Direction.A_TO_B, Direction.B_TO_A):
            parent, child = (a, b) if each.direction is Direction.A_TO_B else (b, a)
            link = Lineage("", parent, child, each.direction_confidence, each.direction_reason)
            if (parent, child) not in best or best[parent, child].confidence < link.confidence:
                best[parent, child] = link
    return _named({pair: best[pair] for pair in sorted(best.keys() - _indirect(best))})


def _indirect(links: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    below: dict[str, set[str]] = defaultdict(set)
    for parent, child in links:
        below[parent].add(child)
    return frozenset(
        (parent, child)
        for parent, children in below.items()
        for child in children
        if any(child in below.get(other, ()) for other in children)
    )
