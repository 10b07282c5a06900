"""Links: evidence that two nodes are one, how sure it is, where it stands and why, in words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis, NameComparison, StatedAlias, Verdict
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names.clustering.blocking import candidate_pairs
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.comparing.compare import compare_names
from provenance.names.comparing.disguises import has_strangers
from provenance.names.comparing.person_name import parse_person
from provenance.names.mentions.words import plain_word
from provenance.names.resolving.nodes import Node, Nodes, initialed_pairs, name_words, node_order

RULE, ALIAS, SUBSTITUTION, OFFICE, SURNAME, SHORT, PILE = 1.0, 0.98, 0.95, 0.93, 0.92, 0.85, 0.8
"""How sure each kind of link is, 0..1; order matters more than the value. Chosen, not measured."""
_OTHER_WORD = "what it is or does differs"
"""How the comparison of bodies tells that each has a word for what it is which the other lacks."""
_DIFFERS = " ~ "
"""What stands between two words that are alike and not equal, in a reason."""
_TOLD_PAIRS = 5
"""Of the names that were compared with one and are others, how many are told: the likeliest."""


@frozen(order=True)
class Link:
    """Two nodes, how sure it is that they are one, and why, for a reader. `spans`: where it says so."""

    score: float
    a: Node
    b: Node
    reason: str
    basis: LinkBasis = LinkBasis.SPELLING
    spans: tuple[Span, ...] = field(default=(), eq=False)


@frozen(order=True)
class Refusal:
    """A link that was not followed, and what spoke against it. `is_proposed`: something spoke for it."""

    link: Link
    reason: str
    basis: LinkBasis = LinkBasis.SPELLING
    spans: tuple[Span, ...] = ()
    is_proposed: bool = True


def link(score: float, a: Node, b: Node, reason: str, basis: LinkBasis, spans: tuple[Span, ...] = ()) -> Link:
    """A link with its ends in order."""
    first, second = (a, b) if node_order(a) <= node_order(b) else (b, a)
    return Link(score, first, second, reason, basis, spans)


def link_order(one: Link) -> tuple[float, tuple[object, ...], tuple[object, ...], str]:
    """Score, ends and reason: an order quicker to compare than that of links."""
    return one.score, node_order(one.a), node_order(one.b), one.reason


def say_difference(compared: NameComparison) -> str:
    """The weightiest reason against two names being one."""
    against = [reason for reason in compared.reasons if reason.weight < 0]
    return (
        min(against, key=lambda reason: (reason.weight, reason.text)).text if against else "little in common"
    )


def spelling_links(
    nodes: Nodes, knowledge: Knowledge, settings: NameSettings
) -> tuple[list[Link], list[Link], list[Refusal]]:
    """(links, doubts, refusals): full names at or above `settings.same`, those between the two thresholds,
    and the likeliest of those below.
    """
    full = [
        n
        for n in nodes.listed
        if n.is_full and not n.is_thing and (n.kind is EntityKind.PLACE or not is_acronym(n.text))
    ]
    links: list[Link] = []
    doubts: list[Link] = []
    unlike: list[tuple[float, str, str, int, int, NameComparison]] = []
    places = candidate_pairs([(node.text, node.kind.value) for node in full], knowledge)
    for i, j in sorted({*places, *initialed_pairs(full)}):
        a, b = full[i], full[j]
        if a.kind is not b.kind or _is_part(a, b, knowledge):
            continue
        compared = compare_names(a.text, b.text, a.kind.value, knowledge, settings)
        if compared.verdict is Verdict.DIFFERENT:
            unlike.append((-compared.score, a.text, b.text, i, j, compared))
            continue
        why_not = say_open(a, b, compared, knowledge)
        if not why_not and nodes.sources[a] & nodes.sources[b] and _are_known_as_two(a, b, knowledge):
            why_not = "one text names both in full, and each of the words that differ is a name"
        if compared.verdict is Verdict.SAME and not why_not:
            links.append(Link(compared.score, a, b, say_joining(compared)))
        else:
            doubts.append(Link(compared.score, a, b, why_not or _say_doubt(compared)))
    told = [
        Refusal(
            Link(compared.score, full[i], full[j], say_joining(compared)),
            say_difference(compared),
            is_proposed=False,
        )
        for i, j, compared in _likeliest(unlike)
    ]
    return links, doubts, told


def say_joining(compared: NameComparison) -> str:
    """What joins two names: of what speaks for it, the words that differ before those that agree."""
    told = [reason for reason in compared.reasons if reason.weight > 0] or list(compared.reasons)
    if not told:
        return "spelled alike"
    return next((reason.text for reason in told if _DIFFERS in reason.text), told[0].text)


def say_open(a: Node, b: Node, compared: NameComparison, knowledge: Knowledge) -> str:
    """Why two names that compare as the same are left to people; "" if they are not."""
    if a.kind is EntityKind.PERSON:
        first, second = (parse_person(node.text, knowledge).suffix for node in (a, b))
        if bool(first) != bool(second):
            return f"only one names the generation: {first or second}"
    if a.kind is EntityKind.ORGANIZATION:
        return say_other_word(compared) or _say_two_places(a, b, knowledge)
    return ""


def _say_two_places(a: Node, b: Node, knowledge: Knowledge) -> str:
    """The words of two bodies that differ, where both are places': Sahara Energy, Samara Energy."""
    for one, other in _other_words(a, b):
        if one in knowledge.places and other in knowledge.places:
            plain = knowledge.place_names.get(one, one), knowledge.place_names.get(other, other)
            if plain[0] != plain[1]:
                return f"named after two places: {one} / {other}"
    return ""


def _are_known_as_two(a: Node, b: Node, knowledge: Knowledge) -> bool:
    """Differ two persons' names in words that are both names and begin otherwise? Tom Parker, Tom Barker.

    Not where the words are the same in another order: Kovács Béla, Béla Kovács.
    """
    is_turned = sorted(name_words(a.text)) == sorted(name_words(b.text))
    return (
        a.kind is EntityKind.PERSON
        and not is_turned
        and any(
            one[0] != other[0]
            and all(w in knowledge.surnames or w in knowledge.given_names for w in (one, other))
            for one, other in _other_words(a, b)
        )
    )


def _other_words(a: Node, b: Node) -> list[tuple[str, str]]:
    """The words of two names of one length that differ, place by place."""
    words, others = name_words(a.text), name_words(b.text)
    if len(words) != len(others):
        return []
    return [(one, other) for one, other in zip(words, others, strict=True) if one != other]


def say_other_word(compared: NameComparison) -> str:
    """The words for what they are that two bodies have each for itself; "" if there are none."""
    return next((one.text for one in compared.reasons if one.text.startswith(_OTHER_WORD)), "")


def _say_doubt(compared: NameComparison) -> str:
    """The weightiest reason against two names being one, else what speaks for it."""
    if any(reason.weight < 0 for reason in compared.reasons):
        return say_difference(compared)
    return compared.reasons[0].text if compared.reasons else "little in common"


def _likeliest(
    unlike: list[tuple[float, str, str, int, int, NameComparison]],
) -> Iterator[tuple[int, int, NameComparison]]:
    """The first few of every name, by their places; of (the score with its sign changed, names, places …)."""
    told: dict[int, int] = defaultdict(int)
    for *_, i, j, compared in sorted(unlike, key=lambda one: one[:5]):
        if min(told[i], told[j]) < _TOLD_PAIRS:
            yield i, j, compared
            told[i] += 1
            told[j] += 1


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
            reason = f"a text says so: {a.text} is {b.text}"
            links.append(link(ALIAS, a, b, reason, LinkBasis.STATED, (alias.span,)))
    return links


def without_strangers(nodes: Sequence[Node]) -> list[Node]:
    """Those without foreign letters inside words, if there are any: one text that is written so must not
    make a name ambiguous in the others."""
    return [node for node in nodes if not has_strangers(node.text)] or list(nodes)
