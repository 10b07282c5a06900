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
from provenance.names.resolving.apart import Apart, Veto
from provenance.names.resolving.links import PILE, SHORT, Link, link
from provenance.names.resolving.nodes import Node, Nodes

_TIE = re.compile(r"\s(?:of|for)\s")
"""What a body's full name goes on with behind its short one."""
_MOST_OWNERS = 12
"""Full names that are held against one another to see whether a short one is vague."""

_TIES = frozenset(("of", "for", "in", "and", "&", "de", "do", "da"))
_LEAST_BASE = 2
"""Words of a body's name that another may go on from, at least."""
_HEADLINE = 90
"""Code points at the start of a text in which a body may be called by less than its name."""
_WHAT_IT_IS = frozenset(
    "bank company corporation group holding holdings industries heavy enterprises works consultants "
    "consulting consult engineering partners associates brothers airline airlines airways motor motors party "
    "movement front".split()
)
"""Words at the end of a body's name that are often left out."""

_OFFICE = re.compile(r"(?:Ministry|Department|Secretariat|Directorate)\sof\s")
_OFFICE_GOES_ON = frozenset(("and", "&", "resources", "affairs"))
"""Behind a ministry's name that is often cut there: Ministry of Trade and Industry, of Water Resources."""

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
        shorts = {short for short in shorts if " " in short} | _known_word(text, knowledge)
        for short in sorted(shorts - {text}):
            if first.get((source_id, short), -1) > start:
                longer[source_id, short].append(text)
    return dict(longer)


def _without_kind(text: str, knowledge: Knowledge) -> str:
    """A body's name without the words at its end that say what it is."""
    words = text.split()
    while len(words) > 2 and _is_kind(plain_word(words[-1]), knowledge):
        words.pop()
    return " ".join(words)


def _known_word(text: str, knowledge: Knowledge) -> set[str]:
    """The first word of a body's name, if all others say what it is and it is a well-known name by itself."""
    first, *rest = text.replace(",", " ").split()
    is_known = plain_word(first) in knowledge.organizations and bool(rest)
    return {first} if is_known and all(is_firm_word(plain_word(word), knowledge) for word in rest) else set()


def is_firm_word(word: str, knowledge: Knowledge) -> bool:
    """Does a word at the end of a firm's name only say what it is?"""
    return word in _WHAT_IT_IS or word in knowledge.legal_forms


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
    bodies = [node for node in nodes.listed if node.kind is EntityKind.ORGANIZATION]
    full = {node.text: node for node in bodies if node.is_full}
    here: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in bodies:
        for source_id in sorted(nodes.sources[node]):
            here[source_id, node.text].append(node)
    links = []
    for (source_id, short), names in sorted(longer.items()):
        owners = [full[name] for name in names if name in full]
        if not owners or len({cluster_of(owner) for owner in owners}) > 1:
            continue
        found = here[source_id, short]
        of_states = [node for node in found if node.owners]
        for node in of_states or found:
            if owners[0] not in apart.get(node, {}):
                reason = f"the only body in its text whose name is {short} with more"
                spans = nodes.first_spans(node, owners[0])
                links.append(link(SHORT, node, owners[0], reason, LinkBasis.SHORT, spans))
    return links


def left_out_links(
    nodes: Nodes, doubts: Sequence[Link], knowledge: Knowledge, cluster_of: Callable[[Node], int]
) -> list[Link]:
    """Bodies to the only one of the pile whose name goes on with what it is, or with & and more: Lotus
    Cement, Lotus Cement Works; Adeyemi Salt, Adeyemi Salt & Soda. Not well-known ones, nor where a text has
    the short name before the long one, which may be another's then.
    """
    starts: dict[str, list[Node]] = defaultdict(list)
    for node in nodes.listed:
        if node.kind is EntityKind.ORGANIZATION and node.is_full:
            words = node.text.split()
            for length in range(1, len(words)):
                starts[" ".join(words[:length])].append(node)
    links = []
    for doubt in doubts:
        short, long = sorted((doubt.a, doubt.b), key=lambda node: len(node.text))
        if doubt.a.kind is not EntityKind.ORGANIZATION or not _goes_on(short, long, knowledge):
            continue
        is_only = len({cluster_of(node) for node in starts[short.text]}) == 1
        if is_only and not _is_before(short, long, nodes):
            reason = f"the only body in the pile whose name is {short.text} with more"
            links.append(link(PILE, short, long, reason, LinkBasis.PILE, nodes.first_spans(short, long)))
    return links


def with_offshoots(apart: Apart, nodes: Nodes, knowledge: Knowledge) -> Apart:
    """`apart`, and bodies of one text of which one is named first, and another goes on with more than what
    it is: Sierra Cement, Sierra Cement Shipping. Not by a headline, nor by what it is of.
    """
    by_base: dict[tuple[str, str], list[Node]] = defaultdict(list)
    bodies = [node for node in nodes.listed if node.kind is EntityKind.ORGANIZATION and node.is_full]
    for node in bodies:
        for source_id in sorted(nodes.sources[node]):
            by_base[source_id, " ".join(_base(node.text, knowledge))].append(node)
    more = {node: dict(known) for node, known in apart.items()}
    for long in bodies:
        words = _base(long.text, knowledge)
        for length in range(_LEAST_BASE, len(words)):
            rest = words[length:]
            if rest[0].lower() in _TIES or all(is_firm_word(plain_word(word), knowledge) for word in rest):
                continue
            for source_id in sorted(nodes.sources[long]):
                base = " ".join(words[:length])
                for short in by_base.get((source_id, base), ()):
                    first = nodes.start(short, source_id)
                    is_headline = first < _HEADLINE and short.text == base
                    if first < nodes.start(long, source_id) and not is_headline:
                        veto = Veto(
                            f"its text names {short.text} before {long.text}",
                            LinkBasis.LISTED,
                            nodes.first_spans(short, long),
                        )
                        more.setdefault(short, {}).setdefault(long, veto)
                        more.setdefault(long, {}).setdefault(short, veto)
    return more


def _base(name: str, knowledge: Knowledge) -> list[str]:
    """The words of a body's name without legal forms at its end."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and plain_word(words[-1]) in knowledge.legal_forms:
        words.pop()
    return words


def _goes_on(short: Node, long: Node, knowledge: Knowledge) -> bool:
    """Does the long name add only what the body is, or & and more?"""
    if not long.text.startswith(short.text + " ") or plain_word(short.text) in knowledge.organizations:
        return False
    rest = [plain_word(word) for word in long.text[len(short.text) :].replace(",", " ").split()]
    if " " in short.text and rest[0] == "&":
        return True
    if rest[0] in _OFFICE_GOES_ON and _OFFICE.match(short.text):
        return True
    return all(is_firm_word(word, knowledge) for word in rest)


def _is_before(short: Node, long: Node, nodes: Nodes) -> bool:
    shared = nodes.sources[short] & nodes.sources[long]
    return any(nodes.start(short, source) < nodes.start(long, source) for source in shared)
