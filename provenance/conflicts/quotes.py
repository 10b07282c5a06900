"""Quotations as claims of attribution give them, and how two of them run alongside each other."""

import re
from difflib import SequenceMatcher
from itertools import pairwise

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.model.claims import Claim, ClaimKind, Voice
from provenance.model.names import EntityKind
from provenance.model.spans import Span
from provenance.text.tokens import Token, find_words

_QUOTED = re.compile('[“"«„]([^“”"«»„]{1,2000})[”"»“]')
_LONGEST_PARAGRAPH = 4000
_BRACKET = re.compile(r"\[[^\][]{0,80}\]|\.\.\.|…")


@frozen
class Quotation:
    """`span`: the words inside the marks. `speaker`: key of the entity, or the name as printed."""

    claim: Claim
    span: Span
    words: tuple[Token, ...]
    speaker: str
    is_person: bool

    @property
    def folded(self) -> tuple[str, ...]:
        """The words, folded; what the writer put in brackets left out."""
        return tuple(w.folded for w in self.words)


def find_quotations(pile: Pile) -> list[Quotation]:
    """Direct quotations with a named speaker, by source and place."""
    found = []
    seen: set[tuple[Span, str]] = set()
    for claim in pile.claims_of(ClaimKind.ATTRIBUTION):
        if claim.span is None or claim.voice is not Voice.QUOTED or not claim.speaker:
            continue
        span = _inner(pile, claim.span)
        speaker = claim.speaker_entity or claim.speaker.casefold()
        if span is None or (span, speaker) in seen:
            continue
        seen.add((span, speaker))
        entity = pile.entities.get(claim.speaker_entity or "")
        is_person = entity is not None and entity.kind is EntityKind.PERSON
        found.append(Quotation(claim, span, _words(pile, span), speaker, is_person))
    return found


def is_quoted(pile: Pile, span: Span) -> bool:
    """Does the place stand between quotation marks of its paragraph?"""
    text = pile.text(span.source_id)
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _LONGEST_PARAGRAPH)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + _LONGEST_PARAGRAPH)
    stretches = (m.span(1) for m in _QUOTED.finditer(text, start, end))
    return any(first <= span.start and span.end <= last for first, last in stretches)


def _inner(pile: Pile, span: Span) -> Span | None:
    """The longest quoted stretch of a claim; the claim itself where it holds no marks."""
    text = pile.quote(span)
    stretches = [m.span(1) for m in _QUOTED.finditer(text)]
    if not stretches:
        return span if len(text) > 1 else None
    start, end = max(stretches, key=lambda s: (s[1] - s[0], -s[0]))
    return Span(span.source_id, span.start + start, span.start + end)


def _words(pile: Pile, span: Span) -> tuple[Token, ...]:
    text = pile.quote(span)
    cut = [m.span() for m in _BRACKET.finditer(text)]
    words = []
    for w in find_words(text):
        if not any(start <= w.start < end for start, end in cut):
            words.append(Token(w.start + span.start, w.end + span.start, w.text, w.folded))
    return tuple(words)


@frozen
class Variation:
    """Where two quotations that overlap read differently: token ranges in both, half-open."""

    a: tuple[int, int]
    b: tuple[int, int]


@frozen
class Comparison:
    """`equal`: words that both have in order. `variations`: differences between the first and the last."""

    equal: int
    length: int
    variations: tuple[Variation, ...]


def compare_quotations(a: Quotation, b: Quotation) -> Comparison:
    """The overlap of two quotations; what stands before or after it in one only is another excerpt."""
    matcher = SequenceMatcher(None, a.folded, b.folded, False)
    blocks = [m for m in matcher.get_matching_blocks() if m.size]
    if not blocks:
        return Comparison(0, 0, ())
    first, last = blocks[0], blocks[-1]
    length = max(last.a + last.size - first.a, last.b + last.size - first.b)
    variations = []
    for one, two in pairwise(blocks):
        ranges = (one.a + one.size, two.a), (one.b + one.size, two.b)
        variations.append(Variation(*ranges))
    return Comparison(sum(m.size for m in blocks), length, tuple(variations))


def has_content(words: tuple[Token, ...], limits: tuple[int, int]) -> bool:
    """Is one of these words more than grammar?"""
    return any(w.folded not in FUNCTION_WORDS for w in words[limits[0] : limits[1]])
