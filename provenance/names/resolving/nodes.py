"""What is to be joined: spellings, and short forms and acronyms text by text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from provenance.model.names import EntityKind, Mention
from provenance.model.spans import Span
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.order import mention_order
from provenance.text.folding import fold_text


@frozen(order=True)
class Node:
    """A spelling of one kind. `source_id` is "" for full names, which mean the same one in every text;

    short forms and acronyms, which may not, are a node for each text.
    """

    kind: EntityKind
    text: str
    source_id: str

    @property
    def is_full(self) -> bool:
        """Does the spelling stand for itself?"""
        return not self.source_id


@frozen
class Nodes:
    """`spans`: where each node stands, in order. `of_span`: the node at a mention's span.

    `sources`: in which a node stands.
    """

    listed: tuple[Node, ...]
    spans: Mapping[Node, tuple[Span, ...]]
    of_span: Mapping[Span, Node]
    sources: Mapping[Node, frozenset[str]]


def make_nodes(mentions: Sequence[Mention]) -> Nodes:
    """Every mention's node."""
    spans: dict[Node, list[Span]] = defaultdict(list)
    of_span = {}
    for mention in sorted(mentions, key=mention_order):
        is_local = is_short(mention.text, mention.kind)
        node = Node(mention.kind, mention.text, mention.span.source_id if is_local else "")
        spans[node].append(mention.span)
        of_span[mention.span] = node
    listed = tuple(sorted(spans, key=node_order))
    sources = {node: frozenset(span.source_id for span in spans[node]) for node in listed}
    return Nodes(listed, {node: tuple(spans[node]) for node in listed}, of_span, sources)


def is_short(name: str, kind: EntityKind) -> bool:
    """Can the string mean another one in another text? A person's single name, an acronym."""
    if kind is EntityKind.PERSON:
        return len(name_words(name)) == 1
    return kind is not EntityKind.PLACE and is_acronym(name)


def node_order(node: Node) -> tuple[str, str, str]:
    """Kind, text, source: the same order as that of nodes, quicker to compare."""
    return node.kind.value, node.text, node.source_id


@lru_cache(maxsize=1 << 15)
def name_words(name: str) -> tuple[str, ...]:
    """Folded words of a name, the Arabic article in front of a word left out."""
    words = []
    for word in name.split():
        folded = fold_text(word)
        for article in ("al ", "el "):
            folded = folded.removeprefix(article)
        words.append(folded)
    kept = [word for word in words if word and word not in ("al", "el")]
    return tuple(kept or [word for word in words if word])
