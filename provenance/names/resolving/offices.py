"""Single-holder offices that names hold: two spellings in one office at one time are one name."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis, Mention
from provenance.model.spans import Span
from provenance.names.mentions.words import plain_word
from provenance.names.resolving.links import OFFICE, Link, link
from provenance.names.resolving.nodes import Node, Nodes

_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_BEFORE, _BEHIND = 70, 60
"""Code points before and behind a name in which its office may stand."""
_LONGEST_TITLE = 4
_NOT_NOW = frozenset(
    "former ex late deputy vice assistant acting interim future incoming outgoing then onetime erstwhile "
    "designate elect shadow".split()
)
_APPOSED = re.compile(r",\s(?:the\s)?([^,.;:()]{3,50})")


@frozen(order=True)
class Office:
    """`title`: canonical. `place`: country of the body, "" where the text does not say."""

    title: str
    place: str


@frozen
class Offices:
    """Node → the offices that texts give it, and where."""

    held: Mapping[Node, Mapping[Office, tuple[Span, ...]]]

    def shared(self, a: Node, b: Node) -> tuple[Office, tuple[Span, Span]] | None:
        """An office that both hold, and where the texts say so."""
        for office, spans in sorted(self.held.get(a, {}).items()):
            for other, places in sorted(self.held.get(b, {}).items()):
                if _is_one(office, other):
                    return max(office, other, key=lambda each: each.place), (spans[0], places[0])
        return None


def find_offices(
    texts: Mapping[str, str], mentions: Sequence[Mention], nodes: Nodes, knowledge: Knowledge
) -> Offices:
    """The offices with one holder at a time that stand right before or behind persons' names."""
    held: dict[Node, dict[Office, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        if mention.kind is not EntityKind.PERSON:
            continue
        office = _office_at(texts[mention.span.source_id], mention.span, knowledge)
        if office is not None:
            held[nodes.of_span[mention.span]][office].append(mention.span)
    return Offices(
        {
            node: {office: tuple(sorted(spans)[:1]) for office, spans in found.items()}
            for node, found in held.items()
        }
    )


def office_links(doubts: Sequence[Link], offices: Offices) -> list[Link]:
    """Of names that may be one by their spelling, those that hold one office.

    Those who follow one another in an office have other names; when the texts were written is not asked.
    """
    links = []
    for doubt in doubts:
        shared = offices.shared(doubt.a, doubt.b) if doubt.basis is LinkBasis.SPELLING else None
        if shared is not None:
            office, spans = shared
            reason = f"both are {office.title}, which one person is at a time"
            links.append(link(OFFICE, doubt.a, doubt.b, reason, LinkBasis.ROLE, tuple(sorted(spans))))
    return links


def _is_one(a: Office, b: Office) -> bool:
    if a.title != b.title:
        return False
    if a.place and b.place:
        return a.place == b.place
    return " " in a.title and bool(a.place or b.place)


def _office_at(text: str, span: Span, knowledge: Knowledge) -> Office | None:
    before = text[max(0, span.start - _BEFORE) : span.start]
    if before.endswith(" ") and before.rstrip()[-1:].isalpha():
        office = _office_in(_last_clause(before), knowledge)
        if office is not None:
            return office
    apposed = _APPOSED.match(text, span.end, span.end + _BEHIND)
    return _office_in(apposed[1], knowledge) if apposed else None


def _last_clause(before: str) -> str:
    return re.split(r"[.,;:!?\n()\u201c\u201d\"]", before)[-1]


def _office_in(phrase: str, knowledge: Knowledge) -> Office | None:
    """The office whose title ends the phrase, with the land before it."""
    words = [plain_word(word) for word in _WORD.findall(phrase)]
    for length in range(min(_LONGEST_TITLE, len(words)), 0, -1):
        role = knowledge.roles.get(" ".join(words[-length:]))
        if role is None:
            continue
        ahead = words[: len(words) - length]
        if not role.is_sole or (ahead and ahead[-1].removesuffix("-") in _NOT_NOW) or "ex" in ahead[-1:]:
            return None
        land = ahead[-1].removesuffix("'s") if ahead else ""
        place = knowledge.demonyms.get(land) or knowledge.countries.get(land) or ""
        return Office(role.title, place)
    return None
