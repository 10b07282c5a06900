"""What is to be joined: spellings, and short forms and acronyms text by text."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from provenance.model.names import EntityKind, Mention
from provenance.model.spans import Span
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.order import mention_order, span_order
from provenance.names.resolving.contexts import Context
from provenance.names.resolving.generations import without_generation
from provenance.names.resolving.things import THING
from provenance.text.folding import fold_text

_NO_CONTEXT = Context()
_LEAST_BEGINNING = 4
"""Letters of a given name that may begin another, at least."""
PARTICLES = frozenset("de der den del della dalla van von vom ter ten".split())
"""Words before a surname that belong to it: De Groot is one as Groot would be."""
_MOST_PARTICLES = 2
_NEIGHBOURS = 12
"""Names of one surname and first letter that each is compared with, in the order of nodes."""


@frozen(order=True, cache_hash=True)
class Node:
    """A spelling of one kind. `source_id` is "" for full names, which mean the same one in every text;

    short forms and acronyms, which may not, are a node for each text; of a surname that several full names
    of a text have, for each of them that it stands next to (`owners`), and for each form of address.
    """

    kind: EntityKind
    text: str
    source_id: str
    owners: tuple[str, ...] = ()
    gender: str = ""

    @property
    def is_full(self) -> bool:
        """Does the spelling stand for itself?"""
        return not self.source_id

    @property
    def is_thing(self) -> bool:
        """Is it a person's name that a ship or a firm bears?"""
        return self.owners == (THING,)


@frozen
class Nodes:
    """`spans`: where each node stands, in order. `of_span`: the node at a mention's span.

    `sources`: in which a node stands. `genders`: how forms of address speak of it, "m" or "f".
    """

    listed: tuple[Node, ...]
    spans: Mapping[Node, tuple[Span, ...]]
    of_span: Mapping[Span, Node]
    sources: Mapping[Node, frozenset[str]]
    genders: Mapping[Node, str]

    def start(self, node: Node, source_id: str) -> int:
        """Where the node first stands in a source that names it."""
        return self._first(node, source_id).start

    def first_spans(self, a: Node, b: Node) -> tuple[Span, ...]:
        """The first place of each, in one text where they share one."""
        fewer, more = sorted((self.sources[a], self.sources[b]), key=len)
        source = min((source for source in fewer if source in more), default="")
        return tuple(sorted((self._first(a, source), self._first(b, source)), key=span_order))

    def _first(self, node: Node, source_id: str) -> Span:
        spans = self.spans[node]
        place = bisect_left(spans, (source_id, 0, 0), key=span_order) if source_id else 0
        return spans[place]


def make_nodes(
    mentions: Sequence[Mention],
    contexts: Mapping[Span, Context],
    vague: frozenset[str] = frozenset(),
    states: Mapping[Span, tuple[str, ...]] | None = None,
    things: frozenset[Span] = frozenset(),
    maiden: Mapping[Span, str] | None = None,
    bearers: Mapping[Span, tuple[str, ...]] | None = None,
) -> Nodes:
    """Every mention's node.

    `vague`: names of bodies that are another one's in other texts. `states`: mentions of bodies whose name
    several states have → the state, () for none. `things`: mentions of persons' names that are a ship's or a
    firm's. `maiden`: mentions of a former surname → whose. `bearers`: mentions of a name that several bear →
    what tells this one.
    """
    spans: dict[Node, list[Span]] = defaultdict(list)
    genders: dict[Node, set[str]] = defaultdict(set)
    of_span = {}
    for mention in sorted(mentions, key=mention_order):
        context = contexts.get(mention.span, _NO_CONTEXT)
        node = _node(mention, context, vague, (states or {}).get(mention.span))
        if mention.span in things:
            node = Node(mention.kind, mention.text, node.source_id, (THING,))
        elif maiden and mention.span in maiden:
            node = Node(mention.kind, mention.text, node.source_id, (maiden[mention.span],))
        elif bearers and mention.span in bearers:
            node = Node(mention.kind, mention.text, node.source_id, bearers[mention.span])
        spans[node].append(mention.span)
        of_span[mention.span] = node
        if context.gender:
            genders[node].add(context.gender)
    listed = tuple(sorted(spans, key=node_order))
    sources = {node: frozenset(span.source_id for span in spans[node]) for node in listed}
    known = {node: min(found) for node, found in genders.items() if len(found) == 1}
    return Nodes(listed, {node: tuple(spans[node]) for node in listed}, of_span, sources, known)


def _node(mention: Mention, context: Context, vague: frozenset[str], state: tuple[str, ...] | None) -> Node:
    if context.is_surname or is_short(mention.text, mention.kind):
        return Node(mention.kind, mention.text, mention.span.source_id, context.owners, context.gender)
    if state is not None:
        return Node(mention.kind, mention.text, "" if state else mention.span.source_id, state)
    is_vague = mention.kind is EntityKind.ORGANIZATION and mention.text in vague
    return Node(mention.kind, mention.text, mention.span.source_id if is_vague else "")


def is_short(name: str, kind: EntityKind) -> bool:
    """Can the string mean another one in another text? A person's single name, an acronym."""
    if kind is EntityKind.PERSON:
        words = name_words(name)
        return len(words) == 1 or (len(words) <= _MOST_PARTICLES + 1 and PARTICLES.issuperset(words[:-1]))
    return kind is not EntityKind.PLACE and is_acronym(name)


def is_initialed(node: Node) -> bool:
    """Has a person's name an initial in it?"""
    return node.kind is EntityKind.PERSON and any(len(word) == 1 for word in name_parts(node.text))


def initialed_pairs(listed: Sequence[Node]) -> list[tuple[int, int]]:
    """Places of persons' names with initials or a cut given name, and of what they may be short for."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, node in enumerate(listed):
        parts = name_parts(node.text) if node.kind is EntityKind.PERSON else []
        if len(parts) > 1:
            blocks[parts[-1], parts[0][0]].append(place)
    return [
        (i, j)
        for block in blocks.values()
        for at, i in enumerate(block)
        for j in block[at + 1 : at + 1 + _NEIGHBOURS]
        if is_initialed(listed[i]) or is_initialed(listed[j]) or _begin_alike(listed[i], listed[j])
    ]


def _begin_alike(a: Node, b: Node) -> bool:
    """Does the first word of one, of some length, begin that of the other: Mahbub, Mahbubur?"""
    shorter, longer = sorted((name_parts(a.text)[0], name_parts(b.text)[0]), key=len)
    return len(shorter) >= _LEAST_BEGINNING and longer.startswith(shorter)


def name_parts(name: str) -> list[str]:
    """Its words, of those that are tied by hyphens each part."""
    return [part for word in name_words(name) for part in word.split()]


def node_order(node: Node) -> tuple[str, str, str, tuple[str, ...], str]:
    """Kind, text, source …: the same order as that of nodes, quicker to compare."""
    return node.kind.value, node.text, node.source_id, node.owners, node.gender


def own_words(node: Node) -> tuple[str, ...]:
    """Folded words, of a person's name without one at its end that tells the generation."""
    words = name_words(node.text)
    return without_generation(words) if node.kind is EntityKind.PERSON else words


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
