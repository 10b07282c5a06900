"""What a text says that speaks against two names being one: lists, one sentence, kinship."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen

from provenance.model.names import EntityKind, LinkBasis, Mention, StatedAlias
from provenance.model.spans import Span
from provenance.names.order import mention_order
from provenance.names.resolving.nodes import Node, Nodes, name_words
from provenance.text.folding import fold_text
from provenance.text.sentences import find_sentences

_JOINTS = frozenset(
    (",", "and", ", and", "&", "or", "and the", ", the", ", and the", "as well as", "versus", "vs", "vs.")
)
"""What stands between two names of one list."""
_REACH_NAMES = 12
"""Names of one sentence that each is held against, behind it."""
_KIN = re.compile(
    r"\b(?:wife|husband|brother|sister|son|daughter|father|mother|uncle|aunt|nephew|niece|cousin|grandson|"
    r"granddaughter|grandfather|grandmother|widow|widower|twin|spouse|fianc[ée]e?|siblings?)\b"
)
_KIN_BEFORE = re.compile(rf"(?:{_KIN.pattern}),?\s(?:[A-Z][a-z]*\.?\s)?$")
_KIN_BEHIND = re.compile(
    rf",\s(?:his|her|their|the|[A-Z]\w{{1,30}}['\u2019]s)\s(?:[a-z'\u2019]{{1,20}}\s){{0,3}}(?:{_KIN.pattern})"
)
_MEETING = re.compile(
    r"\b(?:met|meets|told|called|succeeded|succeeds|replaced|replaces|defeated|beat|married|accused|joined|thanked|"
    r"hosted|received|phoned|greeted|with|against|and|sued|shot|killed)\b"
)
_NO = re.compile(r"\b[Nn]o\.\s+[^\W\d]*$")
"""Ends a sentence where no number follows: "He said no. Ada said yes." """
_KIN_REACH = 60
"""Code points between two names that a word of kinship may tie."""


@frozen(order=True)
class Veto:
    """Why two nodes are two."""

    reason: str
    basis: LinkBasis = LinkBasis.SPELLING
    spans: tuple[Span, ...] = ()


Apart = Mapping[Node, Mapping[Node, Veto]]
"""Nodes that the texts speak of as two, both ways."""


def find_apart(
    texts: Mapping[str, str], mentions: Sequence[Mention], aliases: Sequence[StatedAlias], nodes: Nodes
) -> Apart:
    """Nodes that a text names as two: in one list, two full names in one sentence, one another's kin.

    What the text itself calls one is not among them.
    """
    stated = {frozenset((nodes.of_span.get(a.name), nodes.of_span.get(a.alias))) for a in aliases}
    apart: dict[Node, dict[Node, Veto]] = defaultdict(dict)
    for one, other, reason in _pairs(texts, mentions):
        a, b = nodes.of_span[one.span], nodes.of_span[other.span]
        if a == b or frozenset((a, b)) in stated or _squeezed(one.text) == _squeezed(other.text):
            continue
        spans = (Span(one.span.source_id, one.span.start, other.span.end),)
        veto = Veto(f"{reason}: {one.text}, {other.text}", LinkBasis.LISTED, spans)
        for first, second in ((a, b), (b, a)):
            known = apart[first].get(second)
            apart[first][second] = veto if known is None else min(known, veto, key=lambda v: v.spans)
    return dict(apart)


def _squeezed(name: str) -> str:
    """A name without marks, hyphens and spaces: two that differ by those alone are one, side by side too."""
    return fold_text(name.replace("'", "").replace("\u2019", "")).replace(" ", "")


def _pairs(texts: Mapping[str, str], mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention, str]]:
    ordered = sorted(mentions, key=mention_order)
    for source_id, ours in groupby(ordered, key=lambda mention: mention.span.source_id):
        text, listed = texts[source_id], list(ours)
        yield from _in_lists(text, listed)
        people = [m for m in listed if m.kind is EntityKind.PERSON]
        yield from _in_sentences(text, people)
        yield from _introduced_as_kin(text, people)


def _in_lists(text: str, listed: list[Mention]) -> Iterator[tuple[Mention, Mention, str]]:
    """Names of one kind with nothing but commas and "and" between them."""
    chain: list[Mention] = []
    for mention in listed:
        joint = text[chain[-1].span.end : mention.span.start].strip() if chain else ""
        if not chain or mention.kind is not chain[-1].kind or joint not in _JOINTS:
            chain = []
        for other in chain[-_REACH_NAMES:]:
            yield other, mention, "named side by side"
        chain.append(mention)


def _in_sentences(text: str, people: list[Mention]) -> Iterator[tuple[Mention, Mention, str]]:
    ends = iter([end for _, end in find_sentences(text)] if len(people) > 1 else ())
    end = next(ends, 0)
    inside: list[Mention] = []
    for mention in people:
        while mention.span.start >= end and end:
            end = next(ends, 0)
            inside = []
        for other in inside[-_REACH_NAMES:]:
            reason = _say_two(text, other, mention, is_next=other is inside[-1])
            if reason:
                yield other, mention, reason
        inside.append(mention)


def _introduced_as_kin(text: str, people: list[Mention]) -> Iterator[tuple[Mention, Mention, str]]:
    """Full names that are first told to be somebody's kin, beside those of one surname before them."""
    known: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in people:
        words = name_words(mention.text)
        if len(words) < 2:
            continue
        turned = " ".join(sorted(words))
        if mention.text in known[words[-1]] or mention.text in known[turned]:
            continue
        start, end = mention.span.start, mention.span.end
        before = {**known[words[-1]], **known[turned]}
        if before and (
            _KIN_BEFORE.search(text[max(0, start - _KIN_REACH) : start]) or _KIN_BEHIND.match(text, end)
        ):
            for other in list(before.values())[:_REACH_NAMES]:
                yield other, mention, "one is said to be somebody's kin where the other was named before"
        known[words[-1]][mention.text] = mention
        known[turned][mention.text] = mention


def _say_two(text: str, one: Mention, other: Mention, *, is_next: bool) -> str:
    """Why two names of one sentence are two people's; "" where it does not say."""
    between = text[one.span.end : other.span.start]
    if (
        between.lstrip()[:1] in ("(", "[")
        or _NO.search(between)
        or fold_text(one.text) == fold_text(other.text)
    ):
        return ""
    words, others = name_words(one.text), name_words(other.text)
    if is_next and len(between) <= _KIN_REACH and _KIN.search(between):
        return "one is said to be the other's kin"
    if len(words) > 1 and len(others) > 1:
        is_part = set(words) <= set(others) or set(others) <= set(words)
        return "" if is_part else "two full names in one sentence"
    if is_next and len(between.split()) <= 4 and _MEETING.search(between):
        return "the one deals with the other"
    return ""
