"""Who is who over a pile: mentions → variants → entities, with the reason for every joining."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from provenance.model.keys import make_key
from provenance.model.knowledge import Knowledge
from provenance.model.name_rules import NameRules
from provenance.model.names import (
    Entity,
    EntityKind,
    Mention,
    NamePair,
    NameTable,
    NameVariant,
    StatedAlias,
    Verdict,
)
from provenance.model.reuse import Alignment
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.comparing.compare import compare_names
from provenance.names.order import span_order
from provenance.names.resolving.acronym_links import acronym_links
from provenance.names.resolving.canonical import choose_canonical
from provenance.names.resolving.clusters import Clusters
from provenance.names.resolving.disguise_links import disguise_links
from provenance.names.resolving.links import (
    Link,
    alias_links,
    same_single_links,
    short_links,
    side_by_side,
    spelling_links,
    substitution_links,
)
from provenance.names.resolving.nodes import Node, Nodes, make_nodes
from provenance.text.folding import fold_text


def resolve(
    texts: Mapping[str, str],
    mentions: Sequence[Mention],
    aliases: Sequence[StatedAlias],
    alignments: Sequence[Alignment],
    knowledge: Knowledge,
    settings: NameSettings,
    rules: NameRules | None = None,
) -> NameTable:
    """Entities with their variants, and the pairs that were compared and not joined.

    Joined, the surest first: spellings that compare as the same; what texts state; names that replace
    one another in shared passages; acronyms and the only name that they can mean; a single name and the
    only full name of its text that ends with it. Never joined: full names that conflict (given names,
    initials, numbers, countries), two that one list names side by side, and two that only look alike
    (letters of another script): those are pairs for people to judge.
    """
    nodes = make_nodes(mentions)
    clusters = Clusters(nodes, knowledge, settings, side_by_side(texts, mentions, nodes))
    same, doubts = spelling_links(nodes, knowledge, settings)
    doubts += disguise_links(nodes, settings)
    replaced, more_doubts = substitution_links(nodes, alignments, knowledge, settings)
    refused = clusters.join(same, strict=True)
    refused += clusters.join([*alias_links(nodes, aliases), *replaced])
    spelled, unclear = acronym_links(nodes, aliases, clusters.number)
    refused += clusters.join(spelled)
    short, ambiguous = short_links(nodes, clusters.number, knowledge, settings)
    refused += clusters.join(short)
    linked = {node for link in (*short, *ambiguous) for node in (link.a, link.b)}
    refused += clusters.join(same_single_links(nodes, linked))
    entities = _entities(clusters, nodes, knowledge, settings)
    unjoined = [*doubts, *more_doubts, *unclear, *ambiguous, *refused]
    return NameTable(entities, _pairs(unjoined, clusters, knowledge, settings), tuple(sorted(aliases)))


def _entities(
    clusters: Clusters, nodes: Nodes, knowledge: Knowledge, settings: NameSettings
) -> tuple[Entity, ...]:
    groups = clusters.groups()
    least = [min(node.text for node in group) for group in groups]
    seen: dict[tuple[EntityKind, str], int] = defaultdict(int)
    for group, text in zip(groups, least, strict=True):
        seen[group[0].kind, text] += 1
    entities = []
    for group, text in zip(groups, least, strict=True):
        kind = group[0].kind
        where = [group[0].source_id] if seen[kind, text] > 1 else []
        key = make_key("e", kind.value, text, *where)
        entities.append(_entity(key, group, clusters, nodes, knowledge, settings))
    return tuple(sorted(entities))


def _entity(
    key: str,
    group: list[Node],
    clusters: Clusters,
    nodes: Nodes,
    knowledge: Knowledge,
    settings: NameSettings,
) -> Entity:
    kind = group[0].kind
    by_text: dict[str, list[Node]] = defaultdict(list)
    for node in group:
        by_text[node.text].append(node)
    spans = {
        text: sorted((s for node in same for s in nodes.spans[node]), key=span_order)
        for text, same in by_text.items()
    }
    name = choose_canonical(kind, sorted(spans.items()), knowledge)
    variants = []
    for text in sorted(by_text):
        score, reason = _why(text, name, by_text[text], kind, clusters, knowledge, settings)
        variants.append(NameVariant(key, kind, text, tuple(spans[text]), score, reason))
    return Entity(key, name, kind, tuple(variants))


def _spans_of(same: Iterable[Node], nodes: Nodes) -> list[Span]:
    return sorted((span for node in same for span in nodes.spans[node]), key=span_order)


def _why(
    text: str,
    name: str,
    same: Iterable[Node],
    kind: EntityKind,
    clusters: Clusters,
    knowledge: Knowledge,
    settings: NameSettings,
) -> tuple[float, str]:
    """How a variant was joined: by likeness to the canonical name, else by the link that brought it in."""
    if text == name:
        return 1.0, "the canonical name"
    if fold_text(text) == fold_text(name) != "":
        return 1.0, f"equal but for case and punctuation: {name}"
    compared = compare_names(text, name, kind.value, knowledge, settings)
    if compared.verdict is Verdict.SAME and not is_acronym(text):
        return compared.score, compared.reasons[0].text
    links = sorted(link for node in same for link in clusters.links_of(node))
    if links:
        return links[-1].score, links[-1].reason
    return compared.score, "spelled like another variant"


def _pairs(
    unjoined: Sequence[Link], clusters: Clusters, knowledge: Knowledge, settings: NameSettings
) -> tuple[NamePair, ...]:
    """Doubtful and refused links whose ends are not one entity after all, the likeliest of each pair."""
    best: dict[tuple[EntityKind, str, str], Link] = {}
    for link in sorted(unjoined):
        if clusters.number(link.a) != clusters.number(link.b) and link.a.text != link.b.text:
            first, second = sorted((link.a.text, link.b.text))
            best[link.a.kind, first, second] = link  # the likeliest comes last
    pairs = []
    for (kind, a, b), link in sorted(best.items()):
        held = clusters.say_held(link.a, link.b)
        verdict = Verdict.UNSURE if held or not clusters.is_apart(link.a, link.b) else Verdict.DIFFERENT
        pairs.append(NamePair(a, b, kind, link.score, verdict, held or link.reason))
    return tuple(pairs)
