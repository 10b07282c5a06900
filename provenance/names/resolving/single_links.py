"""Single names that no full name of the pile explains: when equal ones of several texts are one."""

from collections import defaultdict
from itertools import pairwise

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.resolving.links import PILE, Link, link
from provenance.names.resolving.nodes import Node, Nodes, name_words
from provenance.names.resolving.ties import Ties


def same_single_links(nodes: Nodes, linked: set[Node], ties: Ties, knowledge: Knowledge) -> list[Link]:
    """Single names that no full name explains: equal ones of several texts are taken for one.

    Given names only within one text: two texts may each speak of a Maria.
    """
    by_name: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in nodes.listed:
        words = name_words(node.text)
        is_person = node.kind is EntityKind.PERSON and not node.is_full and not is_acronym(node.text)
        if is_person and node not in linked and not node.is_thing:
            is_given = set(words) <= knowledge.given_names - knowledge.surnames
            by_name[" ".join(words), node.source_id if is_given else ""].append(node)
    reason = "the same single name, and no full name in the pile tells them apart"
    return [
        link(PILE, a, b, reason, LinkBasis.PILE, nodes.first_spans(a, b))
        for _, group in sorted(by_name.items())
        for a, b in pairwise(group)
        if not knowledge.common_names.intersection(name_words(a.text))
        or a.source_id == b.source_id
        or ties.share_passage(a.source_id, b.source_id)
        or ties.share_names(a.source_id, b.source_id)
    ]
