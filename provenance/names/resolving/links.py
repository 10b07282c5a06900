"""Evidence that two nodes are one, each with its weight and in words; and what speaks against."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, Mention, StatedAlias, Verdict
from provenance.model.reuse import Alignment, ChangeKind
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names.clustering.blocking import candidate_pairs
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.comparing.compare import compare_names, say_held
from provenance.names.comparing.disguises import has_strangers
from provenance.names.mentions.words import is_common, plain_word
from provenance.names.order import mention_order, span_order
from provenance.names.resolving.nodes import Node, Nodes, name_words

ALIAS, SUBSTITUTION, SURNAME, SHORT, PILE = 0.98, 0.95, 0.92, 0.85, 0.8
"""How sure each kind of link is, 0..1; order matters more than the value. Chosen, not measured."""


_SUBSTITUTIONS = frozenset((ChangeKind.NAME, ChangeKind.OCR))
"""Changes that may put one reading of a name for another, damaged ones included."""


@frozen(order=True)
class Link:
    """Two nodes, how sure it is that they are one, and why, for a reader."""

    score: float
    a: Node
    b: Node
    reason: str


def link(score: float, a: Node, b: Node, reason: str) -> Link:
    """A link with its ends in order."""
    return Link(score, min(a, b), max(a, b), reason)


def spelling_links(
    nodes: Nodes, knowledge: Knowledge, settings: NameSettings
) -> tuple[list[Link], list[Link]]:
    """(links, doubts): full names at or above `settings.same`, and those between the two thresholds."""
    full = [n for n in nodes.listed if n.is_full and (n.kind is EntityKind.PLACE or not is_acronym(n.text))]
    links: list[Link] = []
    doubts: list[Link] = []
    for i, j in candidate_pairs([(node.text, node.kind.value) for node in full], knowledge):
        a, b = full[i], full[j]
        if a.kind is not b.kind or _is_part(a, b, knowledge):
            continue
        compared = compare_names(a.text, b.text, a.kind.value, knowledge, settings)
        reason = compared.reasons[0].text if compared.reasons else "spelled alike"
        found = Link(compared.score, a, b, reason)
        if compared.verdict is Verdict.SAME:
            links.append(found)
        elif compared.verdict is Verdict.UNSURE:
            doubts.append(found)
    return links, doubts


def _is_part(a: Node, b: Node, knowledge: Knowledge) -> bool:
    """England and Britain, the Soviet Union and Russia: one country code, but not one name."""
    parts = knowledge.country_parts
    names = plain_word(a.text), plain_word(b.text)
    return a.kind is EntityKind.PLACE and names[0] != names[1] and (names[0] in parts or names[1] in parts)


def alias_links(nodes: Nodes, aliases: Sequence[StatedAlias]) -> list[Link]:
    """What the texts state."""
    links = []
    for alias in aliases:
        a, b = nodes.of_span.get(alias.name), nodes.of_span.get(alias.alias)
        if a is not None and b is not None and a != b and a.kind is b.kind:
            links.append(link(ALIAS, a, b, f"a text says so: {a.text} is {b.text}"))
    return links


def substitution_links(
    nodes: Nodes, alignments: Sequence[Alignment], knowledge: Knowledge, settings: NameSettings
) -> tuple[list[Link], list[Link]]:
    """(links, doubts): names that stand in the same place of one passage, spelled alike or not."""
    by_source: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(nodes.of_span, key=span_order):
        by_source[span.source_id].append(span)
    links: set[Link] = set()
    doubts: set[Link] = set()
    for alignment in alignments:
        for change in alignment.changes:
            if change.kind not in _SUBSTITUTIONS:
                continue
            a = _at(by_source[alignment.a.source_id], change.a_start, change.a_end)
            b = _at(by_source[alignment.b.source_id], change.b_start, change.b_end)
            if a is None or b is None:
                continue
            found = _substituted(nodes.of_span[a], nodes.of_span[b], knowledge, settings)
            if found is not None:
                (links if found.score == SUBSTITUTION else doubts).add(found)
    return sorted(links), sorted(doubts)


def _at(spans: list[Span], start: int, end: int) -> Span | None:
    """The only mention that meets the range."""
    met = [span for span in spans if span.start < end and start < span.end]
    return met[0] if len(met) == 1 else None


def _substituted(a: Node, b: Node, knowledge: Knowledge, settings: NameSettings) -> Link | None:
    if a == b or a.kind is not b.kind:
        return None
    first, second = sorted((a, b))
    held = say_held(a.text, b.text, a.kind.value, knowledge, settings)
    compared = compare_names(a.text, b.text, a.kind.value, knowledge, settings)
    if held:
        return Link(compared.score, first, second, held)
    if compared.verdict is Verdict.DIFFERENT:
        return Link(
            compared.score, first, second, "one stands for the other in a shared passage, but they differ"
        )
    return link(SUBSTITUTION, first, second, f"in a shared passage {first.text} stands for {second.text}")


def short_links(
    nodes: Nodes, cluster_of: Callable[[Node], int], knowledge: Knowledge, settings: NameSettings
) -> tuple[list[Link], list[Link]]:
    """(links, doubts): short names to the only full name of their text, or else the pile, that they end."""
    near: dict[tuple[EntityKind, str], list[Node]] = defaultdict(list)
    by_last: dict[tuple[EntityKind, str], list[Node]] = defaultdict(list)
    for node in nodes.listed:
        words = name_words(node.text)
        if node.is_full and len(words) > 1:
            by_last[node.kind, words[-1]].append(node)
            for source_id in sorted(nodes.sources[node]):
                near[node.kind, source_id].append(node)
    links: list[Link] = []
    doubts: list[Link] = []
    for node in nodes.listed:
        if not _is_single(node, knowledge):
            continue
        ours = [name for source_id in sorted(nodes.sources[node]) for name in near[node.kind, source_id]]
        owners, score, where = _owners(node, ours, knowledge, settings)
        if not owners and len(name_words(node.text)) == 1 and _is_own(node, knowledge):
            owners = without_strangers(by_last[node.kind, name_words(node.text)[0]])
            score, where = PILE, "in the pile"
        if len({cluster_of(owner) for owner in owners}) == 1:
            links.append(link(score, node, owners[0], f"the only full name {where} with {node.text}"))
        else:
            reason = f"{node.text} may be short for it, or for another {where}"
            doubts += [link(settings.different, node, owner, reason) for owner in owners]
    return links, doubts


def without_strangers(nodes: Sequence[Node]) -> list[Node]:
    """Those without foreign letters inside words, if there are any: one text that is written so must not
    make a name ambiguous in the others."""
    return [node for node in nodes if not has_strangers(node.text)] or list(nodes)


def _is_single(node: Node, knowledge: Knowledge) -> bool:
    words = name_words(node.text)
    if node.kind is EntityKind.PERSON:
        return True
    if len(words) != 1:
        return False
    plain = plain_word(node.text).removeprefix("al-")
    is_known = plain in knowledge.organizations or plain in knowledge.agencies or is_common(plain, knowledge)
    return (
        node.kind is EntityKind.ORGANIZATION and not is_known and not is_acronym(node.text) and len(plain) > 3
    )


def _owners(
    node: Node, near: list[Node], knowledge: Knowledge, settings: NameSettings
) -> tuple[list[Node], float, str]:
    """The names of the node's own text that it can be short for, how sure that is, and where they stand."""
    if len(name_words(node.text)) > 1:
        return _longer(node, near), SURNAME, "in its text"
    last = [n for n in near if _is_word_of(node, name_words(n.text)[-1:], knowledge, settings)]
    if last:
        return last, SURNAME, "in its text"
    other = [n for n in near if _is_word_of(node, name_words(n.text)[:-1], knowledge, settings)]
    return other, SHORT, "in its text"


def _longer(node: Node, near: list[Node]) -> list[Node]:
    """Full names of the same text that end with this one's words (David Lloyd George, Lloyd George).

    The surname may be one word there: Idriss Benali, Ben Ali; Ann Reid-Moss, Reid Moss.
    """
    words = name_words(node.text)
    glued = "".join(words)
    return [
        n
        for n in near
        if (len(name_words(n.text)) > len(words) and name_words(n.text)[-len(words) :] == words)
        or (len(name_words(n.text)) > 1 and name_words(n.text)[-1].replace(" ", "") == glued)
    ]


def _is_word_of(node: Node, words: Sequence[str], knowledge: Knowledge, settings: NameSettings) -> bool:
    (single,) = name_words(node.text)
    if single in words:
        return _is_own(node, knowledge)
    if node.kind is not EntityKind.PERSON or not words or single[0] != words[-1][0]:
        return False
    return compare_names(single, words[-1], "person", knowledge, settings).verdict is Verdict.SAME


def _is_own(node: Node, knowledge: Knowledge) -> bool:
    return node.kind is EntityKind.PERSON or _is_own_word(name_words(node.text)[0], knowledge)


def _is_own_word(word: str, knowledge: Knowledge) -> bool:
    """A word that tells an organisation from others: no place, people or kind of body."""
    return (
        word not in knowledge.places
        and word not in knowledge.countries
        and word not in knowledge.demonyms
        and word not in knowledge.groups
        and word not in knowledge.organization_words
        and not is_common(word, knowledge)
    )


def same_single_links(nodes: Nodes, linked: set[Node]) -> list[Link]:
    """Single names that no full name explains: equal ones of several texts are taken for one."""
    by_name: dict[tuple[EntityKind, str], list[Node]] = defaultdict(list)
    for node in nodes.listed:
        if node.source_id and node not in linked and not is_acronym(node.text):
            by_name[node.kind, " ".join(name_words(node.text))].append(node)
    return [
        link(PILE, a, b, "the same single name, and no full name in the pile tells them apart")
        for _, group in sorted(by_name.items())
        for a, b in pairwise(group)
    ]


def side_by_side(
    texts: Mapping[str, str], mentions: Sequence[Mention], nodes: Nodes
) -> set[tuple[Node, Node]]:
    """Pairs named in one list ("X and Y", "X, Y"): two, not one."""
    apart = set()
    for one, other in pairwise(sorted(mentions, key=mention_order)):
        if one.kind is not other.kind or one.span.source_id != other.span.source_id:
            continue
        between = texts[one.span.source_id][one.span.end : other.span.start]
        if between.strip() in (",", "and", ", and", "&", "or", "and the", ", the", "as well as"):
            a, b = nodes.of_span[one.span], nodes.of_span[other.span]
            if a != b:
                apart |= {(a, b), (b, a)}
    return apart
