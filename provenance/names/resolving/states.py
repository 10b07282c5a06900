"""Bodies of several states with one name: the Iraqi and the Iranian Foreign Ministry."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis, Mention
from provenance.model.spans import Span
from provenance.names.mentions.words import plain_word
from provenance.names.resolving.apart import Apart, Veto
from provenance.names.resolving.links import SHORT, Link, link
from provenance.names.resolving.nodes import Node, Nodes

_BEFORE = re.compile(r"([^\W\d_]+)(?:['\u2019]s?)?\s$")
_BEHIND = re.compile(r"\s(of|in)\s(?:the\s)?([A-Z][^\W\d_]+(?:['\u2019-]?[^\W\d_]+)?(?:\s[A-Z][^\W\d_]+)*)")
_OF = re.compile(r"(.+)\sof\s(?:the\s)?([A-Z].*)")
_THERE = re.compile(r"\sthere\b")
_IN = re.compile(r"\sin\s([A-Z][^\W\d_]+(?:\s[A-Z][^\W\d_]+)?)")
_THERE_REACH = 120
"""Code points before "there" in which the place that it means may stand."""
_REACH = 30
"""Code points before a name in which its state may stand."""
_OF_STATES = frozenset(
    "ministry department court tribunal government cabinet parliament senate assembly congress council "
    "police army navy treasury prosecutor prosecutors directorate authority commission".split()
)
"""Words of bodies that are a state's, or a town's, where a text has them "in" its capital, or in the town."""
_OF_TOWNS = frozenset("court tribunal council police prison".split())


def find_states(
    texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge
) -> dict[Span, tuple[str, ...]]:
    """Mentions of bodies whose name several states have → the state each is of, () where none is said.

    Only one state of a name in a text is that of all its mentions there.
    """
    said: dict[str, dict[Span, str]] = defaultdict(dict)
    spans: dict[str, list[Span]] = defaultdict(list)
    named: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention in mentions:
        if mention.kind is EntityKind.ORGANIZATION:
            spans[mention.text].append(mention.span)
            state = _state_of(texts[mention.span.source_id], mention.span, mention.text, knowledge)
            if state:
                said[mention.text][mention.span] = state
            base, inner = split_state(mention.text, knowledge)
            if inner:
                named[base][mention.span.source_id].add(inner)
    found: dict[Span, tuple[str, ...]] = {}
    for text, states in said.items():
        in_source: dict[str, set[str]] = defaultdict(set)
        for source_id, inner_states in named[text].items():
            in_source[source_id] |= inner_states
        for span, state in states.items():
            in_source[span.source_id].add(state)
        if len(set().union(*in_source.values())) < 2:
            continue
        for span in spans[text]:
            here = in_source.get(span.source_id, set())
            found[span] = (states[span],) if span in states else tuple(here) if len(here) == 1 else ()
    return found


def split_state(name: str, knowledge: Knowledge) -> tuple[str, str]:
    """A body's name without the state in it, and that state; "" where it names none: Treasury of Mali."""
    found = _OF.fullmatch(name)
    state = _land(found[2], knowledge) if found else ""
    if found and state:
        return found[1], state
    first, _, rest = name.partition(" ")
    state = _land(first, knowledge)
    return (rest, state) if state and rest else (name, "")


def with_states(apart: Apart, nodes: Nodes, knowledge: Knowledge) -> Apart:
    """`apart`, and bodies of one name and two states."""
    by_text: dict[str, list[tuple[Node, str]]] = defaultdict(list)
    bodies = [node for node in nodes.listed if node.kind is EntityKind.ORGANIZATION and node.is_full]
    for node in bodies:
        if node.owners:
            by_text[node.text].append((node, node.owners[0]))
    for node in bodies:
        base, state = split_state(node.text, knowledge)
        if state and base in by_text:
            by_text[base].append((node, state))
    more = {node: dict(known) for node, known in apart.items()}
    for text, group in by_text.items():
        for a, state in group:
            for b, other in group:
                if state != other:
                    veto = Veto(f"{text} of two states", LinkBasis.LISTED, nodes.first_spans(a, b))
                    more.setdefault(a, {}).setdefault(b, veto)
    return more


def state_links(nodes: Nodes, knowledge: Knowledge) -> list[Link]:
    """Bodies beside whom a text names their state, to those of that state that have it in their name."""
    bodies = [node for node in nodes.listed if node.kind is EntityKind.ORGANIZATION and node.is_full]
    named: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in bodies:
        base, state = split_state(node.text, knowledge)
        if state and not node.owners:
            named[base, state].append(node)
    return [
        link(
            SHORT,
            node,
            other,
            f"both of one state: {other.text}",
            LinkBasis.SHORT,
            nodes.first_spans(node, other),
        )
        for node in bodies
        if node.owners
        for other in named.get((node.text, node.owners[0]), ())
    ]


def _state_of(text: str, span: Span, name: str, knowledge: Knowledge) -> str:
    """The state that stands before or behind a body's name; "=town" of what may be a town's."""
    before = _BEFORE.search(text[max(0, span.start - _REACH) : span.start])
    if before and before[1][:1].isupper() and _land(before[1], knowledge):
        return _land(before[1], knowledge)
    kinds = {plain_word(word) for word in name.split()}
    behind = _BEHIND.match(text, span.end)
    if behind is None:
        is_there = kinds & _OF_STATES and _THERE.match(text, span.end)
        return _state_before(text, span.start, knowledge) if is_there else ""
    words = behind[2].split()
    for length in range(len(words), 0, -1):
        place = " ".join(words[:length])
        land = _land(place, knowledge)
        if land:
            return land
        plain = plain_word(place)
        if behind[1] == "in" and kinds & _OF_STATES and plain in knowledge.capitals:
            return knowledge.capitals[plain]
        if behind[1] == "in" and kinds & _OF_TOWNS and plain in knowledge.places:
            return f"={plain}"
    return ""


def _state_before(text: str, start: int, knowledge: Knowledge) -> str:
    """The state of the last place named soon before with "in", where that is a capital."""
    found = _IN.findall(text, max(0, start - _THERE_REACH), start)
    return knowledge.capitals.get(plain_word(found[-1]), "") if found else ""


def _land(name: str, knowledge: Knowledge) -> str:
    plain = plain_word(name)
    return knowledge.demonyms.get(plain) or knowledge.countries.get(plain) or ""
