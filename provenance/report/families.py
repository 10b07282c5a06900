"""Who derives from whom: one tree a family of texts, a ranked table where a family is too large for one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from provenance.model.reuse import LOST, Alignment, Lineage
from provenance.report.places import Directory, SourceCard
from provenance.report.words import confidence, count, listed, with_labels
from provenance.text.components import find_components

TREE_TEXTS = 60
"""A family of more texts than this is shown as a table, surest links first."""
TREE_DEPTH = 12
"""So is one in which more texts than this derive one from another: a narrow page has no room for it."""
FAMILIES = 60
"""Families shown; those after them are counted."""
NAMED = 12
"""Texts of a family without a known place that are named; the others are counted."""
LINKS = 300
"""Rows of the table of one family."""


@frozen
class Member:
    """A text of a family. `card`: None for a text that is not in the pile; `name`: what that one is called.

    `confidence`, `reason`: of its link to the text above it, "" at the root. `also`: further texts from which
    it derives, as (name, confidence, reason). `below`: those that derive from it.
    """

    card: SourceCard | None
    name: str
    confidence: str
    reason: str
    also: tuple[tuple[str, str, str], ...]
    below: tuple["Member", ...]


@frozen
class Link:
    """From one text to one that derives from it; None for a text that is not in the pile."""

    earlier: SourceCard | None
    later: SourceCard | None
    earlier_name: str
    later_name: str
    confidence: str
    reason: str


@frozen
class Family:
    """`roots`: trees, empty where `links` are used; `more`: links that the table leaves out."""

    number: int
    size: str
    roots: tuple[Member, ...]
    links: tuple[Link, ...]
    more: int


def make_families(
    lineage: Iterable[Lineage], directory: Directory, copies: Iterable[Alignment] = ()
) -> tuple[tuple[Family, ...], int]:
    """(the first FAMILIES by the number of their first source, how many more). `copies`: what texts share;
    those that share with a family and stand in none of its links are named with its size."""
    by_family: dict[str, list[Lineage]] = defaultdict(list)
    for edge in lineage:
        if all(_is_known(key, directory) for key in (edge.parent, edge.child)) and edge.parent != edge.child:
            by_family[edge.family].append(edge)
    ordered = sorted(
        by_family.values(), key=lambda edges: min(_order(key, directory) for key in _keys(edges))
    )
    linked = {key for edges in ordered for key in _keys(edges)}
    beside = _without_place(linked, directory, copies)
    made = tuple(
        _family(number, edges, directory, beside) for number, edges in enumerate(ordered[:FAMILIES], start=1)
    )
    return made, max(0, len(ordered) - FAMILIES)


def _without_place(
    linked: set[str], directory: Directory, copies: Iterable[Alignment]
) -> dict[str, list[str]]:
    """Source of a link → labels of the sources of its family that stand in none."""
    pairs = sorted({(each.a.source_id, each.b.source_id) for each in copies})
    part = find_components(sorted({key for pair in pairs for key in pair} & directory.by_id.keys()), pairs)
    members: dict[str, list[str]] = defaultdict(list)
    for card in directory.cards:
        if card.source.id in part and card.source.id not in linked:
            members[part[card.source.id]].append(card.label)
    return {key: members[part[key]] for key in sorted(linked) if key in part}


def _is_known(key: str, directory: Directory) -> bool:
    return key in directory.by_id or key.startswith(LOST)


def _keys(edges: Iterable[Lineage]) -> set[str]:
    return {key for edge in edges for key in (edge.parent, edge.child)}


def _order(key: str, directory: Directory) -> tuple[bool, int, str]:
    """Sources by their number, then what is not in the pile."""
    card = directory.by_id.get(key)
    return card is None, card.number if card else 0, key


def _family(
    number: int, edges: Sequence[Lineage], directory: Directory, beside: Mapping[str, Sequence[str]]
) -> Family:
    keys = sorted(_keys(edges), key=lambda key: _order(key, directory))
    lost = [key for key in keys if key not in directory.by_id]
    names = {key: directory.by_id[key].label for key in keys if key in directory.by_id}
    names |= {
        key: f"lost text {at}" if len(lost) > 1 else "lost text" for at, key in enumerate(lost, start=1)
    }
    size = count(len(keys) - len(lost), "text")
    if lost:
        size += f" and {count(len(lost), 'text')} that {'is' if len(lost) == 1 else 'are'} not in the pile"
    others = list(dict.fromkeys(label for key in keys for label in beside.get(key, ())))
    if others:
        shown = [*others[:NAMED], *([f"{len(others) - NAMED} more"] if len(others) > NAMED else [])]
        size += f"; where {listed(shown)} stand{'s' if len(others) == 1 else ''} is not known"
    ranked = sorted(
        edges, key=lambda e: (-e.confidence, _order(e.child, directory), _order(e.parent, directory))
    )
    above, further = _placed(ranked) if len(keys) <= TREE_TEXTS else ({}, {})
    if above and all(len(_line_up(key, above)) <= TREE_DEPTH for key in keys):
        return Family(number, size, _trees(keys, above, further, names, directory), (), 0)
    links = tuple(_link(edge, names, directory) for edge in ranked[:LINKS])
    return Family(number, size, (), links, max(0, len(ranked) - LINKS))


def _placed(ranked: Sequence[Lineage]) -> tuple[dict[str, Lineage], dict[str, list[Lineage]]]:
    """(child → the link that puts it in its place, child → further links): the surest one does, and no link
    that would close a circle."""
    above: dict[str, Lineage] = {}
    further: dict[str, list[Lineage]] = defaultdict(list)
    for edge in ranked:
        if edge.child in above or edge.child in _line_up(edge.parent, above):
            further[edge.child].append(edge)
        else:
            above[edge.child] = edge
    return above, further


def _line_up(key: str, above: Mapping[str, Lineage]) -> list[str]:
    """`key` and all from which it derives so far, nearest first."""
    line = [key]
    while line[-1] in above:
        line.append(above[line[-1]].parent)
    return line


def _trees(
    keys: Sequence[str],
    above: Mapping[str, Lineage],
    further: Mapping[str, Sequence[Lineage]],
    names: Mapping[str, str],
    directory: Directory,
) -> tuple[Member, ...]:
    below: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        if key in above:
            below[above[key].parent].append(key)

    def grow(key: str) -> Member:
        edge = above.get(key)
        return Member(
            card=directory.by_id.get(key),
            name=names[key],
            confidence=confidence(edge.confidence) if edge else "",
            reason=_reason(edge, directory) if edge else "",
            also=tuple(
                (names[e.parent], confidence(e.confidence), _reason(e, directory))
                for e in further.get(key, ())
            ),
            below=tuple(grow(child) for child in below[key]),
        )

    return tuple(grow(key) for key in keys if key not in above)


def _link(edge: Lineage, names: Mapping[str, str], directory: Directory) -> Link:
    return Link(
        earlier=directory.by_id.get(edge.parent),
        later=directory.by_id.get(edge.child),
        earlier_name=names[edge.parent],
        later_name=names[edge.child],
        confidence=confidence(edge.confidence),
        reason=_reason(edge, directory),
    )


def _reason(edge: Lineage, directory: Directory) -> str:
    """Why, with both texts by their labels: text a is the one with the lesser id."""
    ends = sorted(key for key in (edge.parent, edge.child) if key in directory.by_id)
    if len(ends) < 2:
        return edge.reason
    return with_labels(
        edge.reason, {letter: directory.by_id[key].label for letter, key in zip("ab", ends, strict=True)}
    )
