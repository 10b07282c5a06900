"""Surnames that someone was born with: they go with the given name, and are no sister's."""

import re
from collections.abc import Mapping, Sequence

from provenance.model.names import EntityKind, LinkBasis, Mention, StatedAlias
from provenance.model.spans import Span
from provenance.names.resolving.links import ALIAS, Link, link
from provenance.names.resolving.nodes import Node, Nodes, name_words, node_order
from provenance.text.components import find_components

_FIRST_STATED = 1 << 32
"""Above the numbers of what rules call one."""
_CUE = re.compile(r"\b(?:n[ée]e|born|formerly|geb|previously|maiden\sname)\b")


def find_maiden(
    texts: Mapping[str, str], mentions: Sequence[Mention], aliases: Sequence[StatedAlias]
) -> dict[Span, str]:
    """Mentions of one word that a text gives as someone's former surname → that one's full name there."""
    people = {m.span: m.text for m in mentions if m.kind is EntityKind.PERSON}
    found = {}
    for alias in aliases:
        name, surname = people.get(alias.name, ""), people.get(alias.alias, "")
        if " " in name and surname and " " not in surname:
            text = texts[alias.name.source_id]
            if _CUE.search(text[alias.name.end : alias.alias.start]):
                found[alias.alias] = name
    return found


def married_links(texts: Mapping[str, str], nodes: Nodes, aliases: Sequence[StatedAlias]) -> list[Link]:
    """Two full names with one given name, of which a text says that the one was the other's before: Ana
    Lima, born Ana Reis. They differ as those of two do, so that these are followed like rules.
    """
    links = []
    for alias in aliases:
        a, b = nodes.of_span.get(alias.name), nodes.of_span.get(alias.alias)
        if a is None or b is None or a == b or not (a.kind is b.kind is EntityKind.PERSON):
            continue
        words, others = name_words(a.text), name_words(b.text)
        if min(len(words), len(others)) < 2 or words[0] != others[0]:
            continue
        if _CUE.search(texts[alias.name.source_id][alias.name.end : alias.alias.start]):
            reason = f"a text gives {b.text} as the former name of {a.text}"
            links.append(link(ALIAS, a, b, reason, LinkBasis.STATED, (alias.span,)))
    return links


def stated_components(nodes: Nodes, aliases: Sequence[StatedAlias]) -> dict[Node, int]:
    """Two full names of persons with one surname that a text calls one → a number of theirs, from
    `_FIRST_STATED`: José Reis, known as Zeca Reis.
    """
    pairs = set()
    for alias in aliases:
        a, b = nodes.of_span.get(alias.name), nodes.of_span.get(alias.alias)
        if a is None or b is None or a == b or not (a.kind is b.kind is EntityKind.PERSON):
            continue
        words, others = name_words(a.text), name_words(b.text)
        if min(len(words), len(others)) > 1 and words[-1] == others[-1]:
            pairs.add((a, b))
    listed = sorted({node for pair in pairs for node in pair}, key=node_order)
    place = {node: number for number, node in enumerate(listed)}
    least = find_components(
        [str(n) for n in range(len(listed))], [(str(place[a]), str(place[b])) for a, b in sorted(pairs)]
    )
    return {node: _FIRST_STATED + int(least[str(number)]) for node, number in place.items()}


def maiden_links(nodes: Nodes, maiden: Mapping[Span, str]) -> list[Link]:
    """Those to whom a text gives a former surname, to their given name with it: Ana Lima (née Reis), Ana
    Reis. Their names differ as those of two do, so that these are followed like rules.
    """
    full = {name_words(n.text): n for n in nodes.listed if n.kind is EntityKind.PERSON and n.is_full}
    links = []
    for span, name in sorted(maiden.items(), key=lambda one: (one[0].source_id, one[0].start)):
        surname = nodes.of_span[span]
        other = full.get((name_words(name)[0], *name_words(surname.text)))
        bearer = full.get(name_words(name))
        if other is not None and bearer is not None:
            reason = f"a text gives {surname.text} as the former surname of {name}"
            links += [link(ALIAS, surname, one, reason, LinkBasis.STATED, (span,)) for one in (bearer, other)]
    return links
