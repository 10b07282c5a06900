"""Acronyms and what they are short for: a text's own definition first, then the only one of the pile."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from provenance.model.knowledge import Knowledge
from provenance.model.names import AliasForm, EntityKind, LinkBasis, Mention, StatedAlias
from provenance.model.spans import Span
from provenance.names.comparing.acronyms import acronym_letters, is_acronym, spells_name
from provenance.names.comparing.disguises import has_strangers
from provenance.names.mentions.words import plain_word
from provenance.names.order import mention_order
from provenance.names.resolving.links import Link, link, without_strangers
from provenance.names.resolving.nodes import Node, Nodes, name_words, node_order
from provenance.names.resolving.vague import is_firm_word
from provenance.text.folding import fold_text

DEFINED_ELSEWHERE, SPELLED, EQUAL, DOUBTFUL = 0.93, 0.9, 0.9, 0.5
"""How sure each kind of link is, 0..1; order matters more than the value. Chosen, not measured."""
ELSEWHERE = "another text says what the letters mean"
BESIDE = "another text has the letters beside the name that they are made of"
_OPENING_WORDS = 5
"""Words of a name among which the first two letters of its acronym are looked for."""
_LEAST_SHOUTED = 4
"""Letters of a word in capitals that may be no acronym, at least."""
_LEAST_NEAR, _LEAST_FAR = 3, 4
"""Letters that nobody explains and that mean the only fitting name of their text, of another, at least."""
_ELISION = re.compile(r"\b(?:[dlDL]|[Dd]all|[Dd]ell|[Nn]ell|[Qq]u)['\u2019](?=\w)")
"""Small words that lean on the next one: Office d'achat."""
_REACH, _MOST_WORDS = 160, 12
"""Code points and words before a bracket in which its meaning may stand."""
_MOST_MEANINGS = 6
"""Meanings of an acronym that people are asked about."""


def acronym_links(
    texts: Mapping[str, str],
    nodes: Nodes,
    aliases: Sequence[StatedAlias],
    knowledge: Knowledge,
    cluster_of: Callable[[Node], int],
) -> tuple[list[Link], list[Link]]:
    """(links, doubts) of acronyms that their own text does not define, and of equal ones.

    An acronym with several meanings in the pile is linked to none, unless its own text names just one
    that it spells. Few letters fit many names: in another text they tell nothing, in their own two tell
    nothing. The well-known ones and agencies mean what they always do, and what stands before the
    acronym in brackets is its meaning in that text, found as a name or not.
    """
    defined = _find_definitions(nodes, aliases)
    rules = _Rules(texts, nodes, defined, knowledge)
    by_letters: dict[tuple[EntityKind, str], list[Node]] = defaultdict(list)
    for node in nodes.listed:
        if is_acronym(node.text):
            by_letters[node.kind, acronym_letters(node.text)].append(node)
    own = _firms_with(nodes, knowledge)
    links: list[Link] = _shouted_links(nodes, defined, knowledge)
    doubts: list[Link] = []
    openings = _by_openings(nodes) if by_letters else {}
    for (kind, letters), equal in sorted(by_letters.items()):
        near = openings.get((kind, letters[:2]), [])
        firms = {node: own[node.source_id, node.text] for node in equal if (node.source_id, node.text) in own}
        links += [_own_firm_link(node, firm, nodes) for node, firm in firms.items() if node not in defined]
        group = [node for node in equal if node not in firms or node in defined]
        if not group:
            continue
        found, unsure = _link_group(group, near, nodes, rules, cluster_of)
        links += found
        doubts += unsure
    return links, doubts


def _firms_with(nodes: Nodes, knowledge: Knowledge) -> dict[tuple[str, str], Node]:
    """(source, letters) → the firm of the source whose name is those letters with what it is: NDA Consult."""
    found: dict[tuple[str, str], Node] = {}
    for node in nodes.listed:
        first, *rest = node.text.replace(",", " ").split()
        is_body = node.kind is EntityKind.ORGANIZATION and node.is_full and rest and is_acronym(first)
        if is_body and all(is_firm_word(plain_word(word), knowledge) for word in rest):
            for source_id in sorted(nodes.sources[node]):
                found.setdefault((source_id, first), node)
    return found


def _own_firm_link(node: Node, firm: Node, nodes: Nodes) -> Link:
    reason = f"its text names {firm.text}"
    return link(SPELLED, node, firm, reason, LinkBasis.SHORT, nodes.first_spans(node, firm))


def _shouted_links(nodes: Nodes, defined: Mapping[Node, Sequence[Node]], knowledge: Knowledge) -> list[Link]:
    """Names in capitals that look like acronyms, to the same ones in small letters in their text; of
    well-known bodies in any text.
    """
    written: dict[tuple[EntityKind, str], list[Node]] = defaultdict(list)
    for node in nodes.listed:
        if node.is_full and not is_acronym(node.text):
            written[node.kind, fold_text(node.text)].append(node)
    links = []
    for node in nodes.listed:
        plain = plain_word(node.text)
        is_known = plain in knowledge.organizations or plain in knowledge.agencies
        is_open = node not in defined or is_known
        if is_acronym(node.text) and is_open and len(node.text) >= _LEAST_SHOUTED:
            for other in written.get((node.kind, fold_text(node.text)), ()):
                if is_known or node.source_id in nodes.sources[other]:
                    reason = f"{other.text} in capitals"
                    spans = nodes.first_spans(node, other)
                    links.append(link(EQUAL, node, other, reason, LinkBasis.SPELLING, spans))
    return links


def _by_openings(nodes: Nodes) -> dict[tuple[EntityKind, str], list[Node]]:
    """Full names by the letters that an acronym of theirs can begin with."""
    found: dict[tuple[EntityKind, str], list[Node]] = defaultdict(list)
    for node in nodes.listed:
        if node.is_full and not is_acronym(node.text):
            words = [part for word in name_words(node.text.replace("-", " ")) for part in word.split()]
            first = [word[0] for word in words[:_OPENING_WORDS]]
            openings = {first[i] + letter for i in range(len(first)) for letter in first[i + 1 :]}
            openings |= {word[:2] for word in words[:1]}
            for opening in sorted(openings):
                found[node.kind, opening].append(node)
    return found


def _find_definitions(nodes: Nodes, aliases: Sequence[StatedAlias]) -> dict[Node, list[Node]]:
    """Acronym → the names that its text gives it."""
    defined: dict[Node, set[Node]] = defaultdict(set)
    for alias in aliases:
        for one, other in ((alias.alias, alias.name), (alias.name, alias.alias)):
            a, b = nodes.of_span.get(one), nodes.of_span.get(other)
            if a is None or b is None or a.kind is not b.kind:
                continue
            if is_acronym(a.text) and not is_acronym(b.text):
                defined[a].add(b)
    return {node: sorted(defined[node], key=node_order) for node in sorted(defined, key=node_order)}


def find_meanings(mentions: Sequence[Mention], aliases: Sequence[StatedAlias]) -> dict[Span, tuple[str, ...]]:
    """Letters to which one text gives two meanings → the meaning, of each mention the last before it."""
    of_span = {mention.span: mention for mention in mentions}
    told: dict[tuple[EntityKind, str, str], dict[Span, str]] = defaultdict(dict)
    for alias in aliases:
        for one, other in ((alias.alias, alias.name), (alias.name, alias.alias)):
            a, b = of_span.get(one), of_span.get(other)
            if a is None or b is None or not is_acronym(a.text) or is_acronym(b.text):
                continue
            if alias.form is not AliasForm.KNOWN_AS or spells_name(a.text, b.text):
                told[a.kind, a.text, one.source_id][one] = b.text
    found: dict[Span, tuple[str, ...]] = {}
    several = {key: meant for key, meant in told.items() if len(set(meant.values())) > 1}
    if not several:
        return found
    last: dict[tuple[EntityKind, str, str], str] = {}
    for mention in sorted(mentions, key=mention_order):
        key = mention.kind, mention.text, mention.span.source_id
        if key in several:
            last[key] = several[key].get(mention.span, last.get(key, next(iter(several[key].values()))))
            found[mention.span] = (last[key],)
    return found


class _Rules:
    """What an acronym can mean in a text."""

    def __init__(
        self,
        texts: Mapping[str, str],
        nodes: Nodes,
        defined: Mapping[Node, Sequence[Node]],
        knowledge: Knowledge,
    ) -> None:
        self.defined = defined
        self._texts = texts
        self._nodes = nodes
        self._knowledge = knowledge
        people = (node for node in nodes.listed if node.kind is EntityKind.PERSON)
        self._people = {(span.source_id, span.end) for node in people for span in nodes.spans[node]}

    def bracketed(self, node: Node) -> str | None:
        """What stands before the acronym in brackets in its text, "" where no words there have its letters;
        None where it stands in no brackets, or is an agency's.
        """
        if acronym_letters(node.text) in self._knowledge.agencies:
            return None
        for span in self._nodes.spans[node]:
            text = self._texts[span.source_id]
            if text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")":
                told = _spelled_end(node.text, text[max(0, span.start - _REACH) : span.start - 1])
                if told or (span.source_id, span.start - 2) not in self._people:
                    return told  # else: R. Reis (NKP), his party
        return None

    def may_mean(self, node: Node, name: Node, *, is_near: bool) -> bool:
        """May letters that nobody explains be short for a name of their text (`is_near`), or of another?"""
        letters = acronym_letters(node.text)
        knowledge = self._knowledge
        if "&" in node.text and "&" in name.text:
            return is_near or len(node.text) >= _LEAST_FAR
        if letters in knowledge.agencies or letters in knowledge.organizations:
            plain = plain_word(name.text)
            if plain in knowledge.organizations or plain in knowledge.agencies:
                return True
            return is_near and letters not in knowledge.agencies and len(letters) >= _LEAST_FAR
        return len(letters) >= (_LEAST_NEAR if is_near else _LEAST_FAR)

    def likelier(self, node: Node, names: list[Node]) -> list[Node]:
        """Of names that the letters spell the well-known ones, where the letters are well-known."""
        known = self._knowledge.organizations
        if acronym_letters(node.text) not in known:
            return names
        return [name for name in names if plain_word(name.text) in known] or names

    def is_taken(self, node: Node) -> bool:
        """Have the letters a meaning that one text's definition does not change in others: AP, UN?"""
        letters = acronym_letters(node.text)
        is_known = letters in self._knowledge.organizations and len(letters) < _LEAST_NEAR
        return is_known or letters in self._knowledge.agencies


def _spelled_end(acronym: str, before: str) -> str:
    """The fewest words at the end of a text that have the letters of the acronym, folded; "" if none do."""
    words = before.rsplit("\n", maxsplit=1)[-1].split()[-_MOST_WORDS:]
    for start in range(len(words) - 1, -1, -1):
        told = " ".join(words[start:])
        if words[start][:1].isupper() and (
            spells_name(acronym, told) or spells_name(acronym, _ELISION.sub(" ", told))
        ):
            return fold_text(" ".join(words[start:]))
    return ""


def _link_group(
    group: list[Node],
    near: list[Node],
    nodes: Nodes,
    rules: _Rules,
    cluster_of: Callable[[Node], int],
) -> tuple[list[Link], list[Link]]:
    """Acronyms of equal letters."""
    defined = rules.defined
    meanings = sorted({name for node in group for name in defined.get(node, [])}, key=node_order)
    spelled = rules.likelier(group[0], [n for n in near if spells_name(group[0].text, n.text)])
    open_nodes = [node for node in group if node not in defined]
    links = _own_links(open_nodes, spelled, nodes, rules, cluster_of)
    settled = {link.a for link in links} | {link.b for link in links}
    explained = {one.a if is_acronym(one.b.text) else one.b for one in links}
    reason = (
        ELSEWHERE if meanings else BESIDE if explained else "made of the first letters of the only such name"
    )
    names = without_strangers(meanings or sorted(explained, key=node_order) or spelled)
    count = len({cluster_of(name) for name in names})
    doubts: list[Link] = []
    others: set[Node] = set()
    for node in open_nodes:
        told = rules.bracketed(node)
        if node in settled:
            continue
        is_said = reason in (ELSEWHERE, BESIDE) and not rules.is_taken(node)
        if count == 1 and told is None and (is_said or rules.may_mean(node, names[0], is_near=False)):
            links.append(_link(DEFINED_ELSEWHERE if is_said else SPELLED, node, names[0], reason, nodes))
            continue
        if told is not None or count == 1:
            others.add(node)
        why = _say_open(node, told, count)
        doubts += [_link(DOUBTFUL, node, name, why, nodes) for name in names[:_MOST_MEANINGS]]
    if len({cluster_of(name) for name in spelled}) == 1 and meanings and not set(meanings) & set(spelled):
        links.append(_link(SPELLED, group[0], spelled[0], "the letters are those of this name", nodes))
    if count <= 1:
        plain = [n for n in group if not any(has_strangers(name.text) for name in defined.get(n, []))]
        equal = "the same letters, one meaning in all texts"
        said = {rules.bracketed(node) for node in others}
        if not count and len(said) == 1 and said != {""}:
            others = set()  # one text says what they mean, in words that were not found as a name
        alike = [node for node in plain if node not in others]
        links += [_link(EQUAL, a, b, equal, nodes) for a, b in pairwise(alike)]
    return links, doubts


def _own_links(
    open_nodes: Sequence[Node],
    spelled: Sequence[Node],
    nodes: Nodes,
    rules: _Rules,
    cluster_of: Callable[[Node], int],
) -> list[Link]:
    """Acronyms to the only name that their own text shows to be meant, in brackets or by its letters."""
    by_source: dict[str, list[Node]] = defaultdict(list)
    for name in spelled:
        for source_id in sorted(nodes.sources[name]):
            by_source[source_id].append(name)
    links = []
    for node in open_nodes:
        told = rules.bracketed(node)
        names, reason = by_source.get(node.source_id, []), "made of the first letters of a name in its text"
        if told:
            names = [name for name in spelled if fold_text(name.text) == told]
            reason = "its text has it in brackets behind the name"
        if len({cluster_of(name) for name in names}) == 1 and (
            told or rules.may_mean(node, names[0], is_near=True)
        ):
            links.append(_link(SPELLED, node, names[0], reason, nodes))
    return links


def _say_open(node: Node, told: str | None, count: int) -> str:
    if told is not None:
        return f"what stands before ({node.text}) in its text is another name, or none was found"
    if count == 1:
        return f"only the letters of {node.text} say so, which fit many names"
    return f"{node.text} has several meanings here"


def _link(score: float, a: Node, b: Node, reason: str, nodes: Nodes) -> Link:
    return link(score, a, b, reason, LinkBasis.ACRONYM, nodes.first_spans(a, b))
