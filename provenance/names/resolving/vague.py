"""Names of bodies that are another one's in other texts: the Supreme Court, of India or of Kenya."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis, Mention, Verdict
from provenance.model.settings import NameSettings
from provenance.names.comparing.compare import compare_names
from provenance.names.mentions.words import plain_word
from provenance.names.order import mention_order
from provenance.names.resolving.apart import Apart
from provenance.names.resolving.links import SHORT, Link, link
from provenance.names.resolving.nodes import Node, Nodes

_TIE = re.compile(r"\s(?:of|for)\s")
"""What a body's full name goes on with behind its short one."""
_MOST_OWNERS = 12
"""Full names that are held against one another to see whether a short one is vague."""

Longer = Mapping[tuple[str, str], Sequence[str]]
"""(source, name) → the longer names in it that stand for the same."""


def find_longer(mentions: Sequence[Mention], knowledge: Knowledge) -> Longer:
    """The bodies that are named before by a longer name in their text, which goes on with of or for, or ends
    with what it is: Pacific Mutual, Pacific Mutual Insurance Company."""
    first: dict[tuple[str, str], int] = {}
    for mention in sorted(mentions, key=mention_order):
        if mention.kind is EntityKind.ORGANIZATION:
            first.setdefault((mention.span.source_id, mention.text), mention.span.start)
    longer: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (source_id, text), start in sorted(first.items()):
        shorts = {text[: found.start()] for found in _TIE.finditer(text)}
        shorts.add(_without_kind(text, knowledge))
        for short in sorted(shorts - {text}):
            if first.get((source_id, short), -1) > start and " " in short:
                longer[source_id, short].append(text)
    return dict(longer)


def _without_kind(text: str, knowledge: Knowledge) -> str:
    """A body's name without the words at its end that say what it is."""
    words = text.split()
    while len(words) > 2 and _is_kind(plain_word(words[-1]), knowledge):
        words.pop()
    return " ".join(words)


def _is_kind(word: str, knowledge: Knowledge) -> bool:
    return word in knowledge.organization_words or word in knowledge.legal_forms


def find_vague(longer: Longer, knowledge: Knowledge, settings: NameSettings) -> frozenset[str]:
    """Short names that stand for bodies which are not one."""
    owners: dict[str, set[str]] = defaultdict(set)
    for (_, short), names in longer.items():
        owners[short].update(names)
    return frozenset(
        short
        for short, names in owners.items()
        if not _is_one(sorted(names)[:_MOST_OWNERS], knowledge, settings)
    )


def _is_one(names: Sequence[str], knowledge: Knowledge, settings: NameSettings) -> bool:
    return all(
        compare_names(names[0], name, "organization", knowledge, settings).verdict is Verdict.SAME
        for name in names[1:]
    )


def longer_links(nodes: Nodes, longer: Longer, apart: Apart, cluster_of: Callable[[Node], int]) -> list[Link]:
    """Bodies to the only one of their text whose name goes on where theirs ends."""
    full = {node.text: node for node in nodes.listed if node.kind is EntityKind.ORGANIZATION and node.is_full}
    local = {(node.source_id, node.text): node for node in nodes.listed if not node.is_full}
    links = []
    for (source_id, short), names in sorted(longer.items()):
        node = local.get((source_id, short)) or full.get(short)
        owners = [full[name] for name in names if name in full]
        if node is None or not owners or len({cluster_of(owner) for owner in owners}) > 1:
            continue
        if owners[0] not in apart.get(node, {}):
            reason = f"the only body in its text whose name is {short} with more"
            spans = nodes.first_spans(node, owners[0])
            links.append(link(SHORT, node, owners[0], reason, LinkBasis.SHORT, spans))
    return links
