"""Acronyms and what they are short for: a text's own definition first, then the only one of the pile."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from provenance.model.names import EntityKind, LinkBasis, StatedAlias
from provenance.names.comparing.acronyms import acronym_letters, is_acronym, spells_name
from provenance.names.comparing.disguises import has_strangers
from provenance.names.resolving.links import Link, link, without_strangers
from provenance.names.resolving.nodes import Node, Nodes, name_words, node_order
from provenance.text.folding import fold_text

DEFINED_ELSEWHERE, SPELLED, EQUAL, DOUBTFUL = 0.93, 0.9, 0.9, 0.5
"""How sure each kind of link is, 0..1; order matters more than the value. Chosen, not measured."""
ELSEWHERE = "another text says what the letters mean"
_OPENING_WORDS = 5
"""Words of a name among which the first two letters of its acronym are looked for."""
_LEAST_SHOUTED = 4
"""Letters of a word in capitals that may be no acronym, at least."""
_MOST_MEANINGS = 6
"""Meanings of an acronym that people are asked about."""


def acronym_links(
    nodes: Nodes, aliases: Sequence[StatedAlias], cluster_of: Callable[[Node], int]
) -> tuple[list[Link], list[Link]]:
    """(links, doubts) of acronyms that their own text does not define, and of equal ones.

    An acronym with several meanings in the pile is linked to none, unless its own text names just one
    that it spells.
    """
    defined = _find_definitions(nodes, aliases)
    by_letters: dict[tuple[EntityKind, str], list[Node]] = defaultdict(list)
    for node in nodes.listed:
        if is_acronym(node.text):
            by_letters[node.kind, acronym_letters(node.text)].append(node)
    links: list[Link] = _shouted_links(nodes, defined)
    doubts: list[Link] = []
    openings = _by_openings(nodes) if by_letters else {}
    for (kind, letters), group in sorted(by_letters.items()):
        near = openings.get((kind, letters[:2]), [])
        found, unsure = _link_group(group, near, nodes, defined, cluster_of)
        links += found
        doubts += unsure
    return links, doubts


def _shouted_links(nodes: Nodes, defined: Mapping[Node, Sequence[Node]]) -> list[Link]:
    """Names in capitals that look like acronyms, to the same ones in small letters in their text."""
    written: dict[tuple[EntityKind, str], list[Node]] = defaultdict(list)
    for node in nodes.listed:
        if node.is_full and not is_acronym(node.text):
            written[node.kind, fold_text(node.text)].append(node)
    links = []
    for node in nodes.listed:
        if is_acronym(node.text) and node not in defined and len(node.text) >= _LEAST_SHOUTED:
            for other in written.get((node.kind, fold_text(node.text)), ()):
                if node.source_id in nodes.sources[other]:
                    reason = f"{other.text} in capitals"
                    spans = nodes.first_spans(node, other)
                    links.append(link(EQUAL, node, other, reason, LinkBasis.SPELLING, spans))
    return links


def _by_openings(nodes: Nodes) -> dict[tuple[EntityKind, str], list[Node]]:
    """Full names by the letters that an acronym of theirs can begin with."""
    found: dict[tuple[EntityKind, str], list[Node]] = defaultdict(list)
    for node in nodes.listed:
        if node.is_full and not is_acronym(node.text):
            words = [part for word in name_words(node.text.replace("-", " ")) for part in word.split()]
            first = [word[0] for word in words[:_OPENING_WORDS]]
            openings = {first[i] + letter for i in range(len(first)) for letter in first[i + 1 :]}
            openings |= {word[:2] for word in words[:1]}
            for opening in sorted(openings):
                found[node.kind, opening].append(node)
    return found


def _find_definitions(nodes: Nodes, aliases: Sequence[StatedAlias]) -> dict[Node, list[Node]]:
    """Acronym → the names that its text gives it."""
    defined: dict[Node, set[Node]] = defaultdict(set)
    for alias in aliases:
        for one, other in ((alias.alias, alias.name), (alias.name, alias.alias)):
            a, b = nodes.of_span.get(one), nodes.of_span.get(other)
            if a is None or b is None or a.kind is not b.kind:
                continue
            if is_acronym(a.text) and not is_acronym(b.text):
                defined[a].add(b)
    return {node: sorted(defined[node], key=node_order) for node in sorted(defined, key=node_order)}


def _link_group(
    group: list[Node],
    near: list[Node],
    nodes: Nodes,
    defined: dict[Node, list[Node]],
    cluster_of: Callable[[Node], int],
) -> tuple[list[Link], list[Link]]:
    """Acronyms of equal letters."""
    meanings = sorted({name for node in group for name in defined.get(node, [])}, key=node_order)
    spelled = [n for n in near if spells_name(group[0].text, n.text)]
    candidates = without_strangers(meanings or spelled)
    of_pile = (candidates[:_MOST_MEANINGS], len({cluster_of(name) for name in candidates}))
    by_source: dict[str, list[Node]] = defaultdict(list)
    for name in spelled:
        for source_id in sorted(nodes.sources[name]):
            by_source[source_id].append(name)
    links: list[Link] = []
    doubts: list[Link] = []
    for node in group:
        if node in defined:
            continue
        ours = by_source.get(node.source_id, [])
        count = len({cluster_of(name) for name in ours})
        reason = "made of the first letters of a name in its text"
        names = ours
        if count != 1:
            names, count = of_pile
            reason = ELSEWHERE if meanings else "made of the first letters of the only such name"
        if count == 1:
            score = DEFINED_ELSEWHERE if reason == ELSEWHERE else SPELLED
            links.append(_link(score, node, names[0], reason, nodes))
        else:
            several = f"{node.text} has several meanings here"
            doubts += [_link(DOUBTFUL, node, name, several, nodes) for name in names]
    if len({cluster_of(name) for name in spelled}) == 1 and meanings and not set(meanings) & set(spelled):
        links.append(_link(SPELLED, group[0], spelled[0], "the letters are those of this name", nodes))
    if of_pile[1] <= 1:
        plain = [n for n in group if not any(has_strangers(name.text) for name in defined.get(n, []))]
        equal = "the same letters, one meaning in all texts"
        links += [_link(EQUAL, a, b, equal, nodes) for a, b in pairwise(plain)]
    return links, doubts


def _link(score: float, a: Node, b: Node, reason: str, nodes: Nodes) -> Link:
    return link(score, a, b, reason, LinkBasis.ACRONYM, nodes.first_spans(a, b))
