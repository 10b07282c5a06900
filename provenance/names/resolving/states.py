"""Bodies of several states with one name: the Iraqi and the Iranian Foreign Ministry."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis, Mention
from provenance.model.spans import Span
from provenance.names.mentions.words import plain_word
from provenance.names.resolving.apart import Apart, Veto
from provenance.names.resolving.nodes import Node, Nodes

_BEFORE = re.compile(r"([^\W\d_]+)(?:['\u2019]s?)?\s$")
_BEHIND = re.compile(r"\s(?:of|in)\s(?:the\s)?([A-Z][^\W\d_]+(?:\s[A-Z][^\W\d_]+)?)")
_REACH = 30
"""Code points before a name in which its state may stand."""


def find_states(
    texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge
) -> dict[Span, tuple[str, ...]]:
    """Mentions of bodies whose name several states have → the state each is of, () where none is said.

    Only one state of a name in a text is that of all its mentions there.
    """
    said: dict[str, dict[Span, str]] = defaultdict(dict)
    spans: dict[str, list[Span]] = defaultdict(list)
    for mention in mentions:
        if mention.kind is EntityKind.ORGANIZATION:
            spans[mention.text].append(mention.span)
            state = _state_of(texts[mention.span.source_id], mention.span, knowledge)
            if state:
                said[mention.text][mention.span] = state
    found: dict[Span, tuple[str, ...]] = {}
    for text, states in said.items():
        if len(set(states.values())) < 2:
            continue
        in_source: dict[str, set[str]] = defaultdict(set)
        for span, state in states.items():
            in_source[span.source_id].add(state)
        for span in spans[text]:
            here = in_source.get(span.source_id, set())
            found[span] = (states[span],) if span in states else tuple(here) if len(here) == 1 else ()
    return found


def with_states(apart: Apart, nodes: Nodes) -> Apart:
    """`apart`, and bodies of one name and two states."""
    by_text: dict[str, list[Node]] = defaultdict(list)
    for node in nodes.listed:
        if node.kind is EntityKind.ORGANIZATION and node.is_full and node.owners:
            by_text[node.text].append(node)
    more = {node: dict(known) for node, known in apart.items()}
    for group in by_text.values():
        for a in group:
            for b in group:
                if a != b:
                    spans = nodes.first_spans(a, b)
                    veto = Veto(f"{a.text} of two states", LinkBasis.LISTED, spans)
                    more.setdefault(a, {}).setdefault(b, veto)
    return more


def _state_of(text: str, span: Span, knowledge: Knowledge) -> str:
    before = _BEFORE.search(text[max(0, span.start - _REACH) : span.start])
    behind = _BEHIND.match(text, span.end)
    for word in (before[1] if before else "", *((behind[1], behind[1].split()[0]) if behind else ())):
        plain = plain_word(word)
        state = knowledge.demonyms.get(plain) or knowledge.countries.get(plain)
        if state and word[:1].isupper():
            return state
    return ""
