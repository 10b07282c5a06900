"""Bodies called by the end of their name, where only their letters or another form stand in the text."""

from collections import defaultdict
from collections.abc import Callable

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.mentions.words import plain_word
from provenance.names.resolving.links import SHORT, Link, link
from provenance.names.resolving.nodes import Node, Nodes, name_words

_TIES = (" of ", " for ")


def tail_links(nodes: Nodes, knowledge: Knowledge, cluster_of: Callable[[Node], int]) -> list[Link]:
    """Election Board to the only National Election Board of X of the pile, where every text with the short
    name has that body by another name too.
    """
    tails: dict[str, list[Node]] = defaultdict(list)
    here: dict[str, set[int]] = defaultdict(set)
    bodies = [node for node in nodes.listed if node.kind is EntityKind.ORGANIZATION]
    for node in bodies:
        for source_id in nodes.sources[node]:
            here[source_id].add(cluster_of(node))
        if node.is_full and not is_acronym(node.text):
            words = name_words(_without_tie(node.text))
            for start in range(1, len(words) - 1):
                tails[" ".join(words[start:])].append(node)
    links = []
    for node in bodies:
        short = " ".join(name_words(node.text))
        if not node.is_full or " " not in short or plain_word(node.text) in knowledge.organizations:
            continue
        owners = [body for body in tails.get(short, ()) if body.text != node.text]
        numbers = {cluster_of(body) for body in owners}
        is_tied = all(numbers <= here[source_id] for source_id in nodes.sources[node])
        reason = f"the only body of the pile whose name ends with {node.text}, and its text has that one too"
        if len(numbers) == 1 and is_tied:
            spans = nodes.first_spans(node, owners[0])
            links.append(link(SHORT, node, owners[0], reason, LinkBasis.SHORT, spans))
    return links


def _without_tie(name: str) -> str:
    """A body's name up to what it is of or for."""
    for tie in _TIES:
        name = name.partition(tie)[0]
    return name
