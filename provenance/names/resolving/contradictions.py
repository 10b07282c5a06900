"""Rules of people that the texts speak against: they are followed, and told."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from provenance.model.names import EntityKind, LinkBasis, RuleContradiction
from provenance.model.spans import Span
from provenance.names.resolving.apart import Apart
from provenance.names.resolving.links import Link
from provenance.names.resolving.nodes import Node, Nodes, name_words, node_order
from provenance.names.resolving.offices import Offices
from provenance.names.resolving.rules import FollowedRules

_AGAINST_TWO = frozenset((LinkBasis.STATED, LinkBasis.SUBSTITUTION, LinkBasis.ROLE))
"""Evidence of texts that two names are one; a mere likeness of letters speaks against no rule."""
_QUOTE_REACH = 160
"""Code points of a text that are quoted."""
_ADDRESS_REACH = 24
"""Code points before a name in which its form of address stands."""
_Against = tuple[str, str, Sequence[Span]]
"""Words of a rule, what speaks against it, and where."""


def find_contradictions(
    followed: FollowedRules,
    used: Sequence[Link],
    apart: Apart,
    texts: Mapping[str, str],
    paths: Mapping[str, str] | None = None,
) -> list[RuleContradiction]:
    """What texts say against rules, quoted, with its place in words. `paths`: source → what to call it."""
    if not followed.component_of:
        return []
    found: list[_Against] = [*_against_two(followed, used), *_against_one(followed, apart)]
    return [_told(rule, reason, spans, texts, paths or {}) for rule, reason, spans in found]


def _against_two(followed: FollowedRules, used: Sequence[Link]) -> list[_Against]:
    found: list[_Against] = []
    for link in used:
        rule = followed.say_apart(link.a, link.b) if link.basis in _AGAINST_TWO else ""
        if rule:
            found.append((rule, link.reason, link.spans))
    return found


def _against_one(followed: FollowedRules, apart: Apart) -> list[_Against]:
    by_ends: dict[tuple[int, int], list[str]] = defaultdict(list)
    found: list[_Against] = []
    for link, words in followed.same_rules:
        one = followed.component_of.get(link.a)
        if one is not None and words:
            by_ends[one, one].append(words)
    for a in sorted((node for node in followed.component_of if node in apart), key=node_order):
        for b, veto in sorted(apart[a].items(), key=lambda found: node_order(found[0])):
            one, other = followed.component_of[a], followed.component_of.get(b)
            if other == one and node_order(a) < node_order(b):
                found += [
                    (words, veto.reason, veto.spans) for words in _of(followed, a, b, by_ends[one, one])
                ]
    return found


def find_other_sexes(
    followed: FollowedRules,
    nodes: Nodes,
    genders: Mapping[Node, str],
    texts: Mapping[str, str],
    paths: Mapping[str, str] | None = None,
) -> list[RuleContradiction]:
    """Rules that make one of a man and a woman, as texts speak of them. `genders`: full name → how."""
    words_of: dict[int, list[str]] = defaultdict(list)
    for link, words in followed.same_rules:
        if words:
            words_of[followed.component_of[link.a]].append(words)
    spoken: dict[int, dict[str, Node]] = defaultdict(dict)
    for node in sorted(followed.component_of, key=node_order):
        gender = node.gender or genders.get(node) or nodes.genders.get(node, "")
        if gender and node.kind is EntityKind.PERSON:
            spoken[followed.component_of[node]].setdefault(gender, node)
    found: list[RuleContradiction] = []
    for number, both in sorted(spoken.items()):
        if len(both) > 1:
            man, woman = both["m"], both["f"]
            reason = f"{man.text} is spoken of as a man, {woman.text} as a woman"
            spans = [_with_word_before(nodes.spans[node][0], texts) for node in (man, woman)]
            found += [_told(words, reason, spans, texts, paths or {}) for words in words_of[number]]
    return found


def find_other_roles(
    followed: FollowedRules,
    nodes: Nodes,
    offices: Offices,
    texts: Mapping[str, str],
    paths: Mapping[str, str] | None = None,
) -> list[RuleContradiction]:
    """Rules that make one of two whom one text names in full, with no word in common and other roles."""
    found: list[RuleContradiction] = []
    for link, words in followed.same_rules:
        ends = (link.a, link.b)
        is_of_people = all(node.is_full and node.kind is EntityKind.PERSON for node in ends)
        if not words or not is_of_people or set(name_words(link.a.text)) & set(name_words(link.b.text)):
            continue
        for source in sorted(nodes.sources[link.a] & nodes.sources[link.b]):
            ours, theirs = (offices.titles_in(node, source) for node in ends)
            if ours and theirs and not ours.keys() & theirs.keys():
                a, b = min(ours), min(theirs)
                reason = f"one text gives both in full, {link.a.text} as {a}, {link.b.text} as {b}"
                found.append(_told(words, reason, (ours[a], theirs[b]), texts, paths or {}))
                break
    return found


def _with_word_before(span: Span, texts: Mapping[str, str]) -> Span:
    """With the word in front of it, which may be a form of address."""
    before = texts.get(span.source_id, "")[max(0, span.start - _ADDRESS_REACH) : span.start].rstrip()
    word = before.rpartition(" ")[2]
    return Span(span.source_id, span.start - len(word) - 1, span.end) if word and before else span


def _of(followed: FollowedRules, a: Node, b: Node, words: Sequence[str]) -> Sequence[str]:
    """The rules that speak of these two themselves, else all that make them one."""
    direct = [
        said for link, said in followed.same_rules if said and {link.a.text, link.b.text} == {a.text, b.text}
    ]
    return direct or words


def _told(
    rule: str, reason: str, spans: Sequence[Span], texts: Mapping[str, str], paths: Mapping[str, str]
) -> RuleContradiction:
    quotes = [f"\u201c{_quote(span, texts)}\u201d" for span in spans[:2] if span.source_id in texts]
    places = [
        f"{paths.get(span.source_id, span.source_id)}, characters {span.start} to {span.end}"
        for span in spans[:2]
    ]
    evidence = f"{reason}: {' / '.join(quotes)}" if quotes else reason
    return RuleContradiction(rule.removeprefix("a rule says so: "), evidence, "; ".join(places))


def _quote(span: Span, texts: Mapping[str, str]) -> str:
    return " ".join(span.quote(texts[span.source_id])[:_QUOTE_REACH].split())
