"""Quotations as claims of attribution give them, and how two of them run alongside each other."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from weakref import WeakKeyDictionary

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.conflicts.quoted_words import GAP, QuotedWord, read_words
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.model.claims import Claim, ClaimKind, Voice
from provenance.model.names import EntityKind
from provenance.model.spans import Span

_QUOTED = re.compile('[“"«„]([^“”"«»„]{1,2000})[”"»“]')
_SINGLE = "\u2018\u2019'\u00bb\u00ab"
_LEAST = 2
_LONGEST_PARAGRAPH = 4000
_LONGEST_LEAD = 120
_LEAD_WORDS = 6
VOICED = frozenset("mutter murmur whisper quip joke shout retort exclaim remark".split())
"""Verbs that tell how something was uttered: what follows them, even without marks, is what was said."""


@frozen
class Quotation:
    """`span`: the words inside the marks. `lead`: words of its clause right before a fragment, as the writer
    gives them. `speaker`: key of the entity, or the name as printed."""

    claim: Claim
    span: Span
    words: tuple[QuotedWord, ...]
    speaker: str
    is_person: bool
    lead: tuple[QuotedWord, ...] = ()

    @property
    def folded(self) -> tuple[str, ...]:
        """The words in their normal forms."""
        return tuple(w.norm for w in self.words)

    @property
    def content(self) -> frozenset[str]:
        """Those that are more than grammar."""
        return frozenset(w.norm for w in self.words if is_content(w.norm))


_READ: WeakKeyDictionary[Pile, tuple[Quotation, ...]] = WeakKeyDictionary()


def is_content(norm: str) -> bool:
    """Is the normal form of a word more than grammar?"""
    return norm not in FUNCTION_WORDS and norm not in (GAP, "'s")


def find_quotations(pile: Pile) -> list[Quotation]:
    """Direct quotations with a speaker, and words retold by a verb of voice, by place; read once a pile."""
    if pile not in _READ:
        _READ[pile] = tuple(_read_quotations(pile))
    return list(_READ[pile])


def _read_quotations(pile: Pile) -> list[Quotation]:
    found = []
    seen: set[tuple[Span, str]] = set()
    for claim in pile.claims_of(ClaimKind.ATTRIBUTION):
        if claim.span is None or not claim.speaker:
            continue
        if claim.voice is not Voice.QUOTED and claim.predicate not in VOICED:
            continue
        span = _inner(pile, claim.span)
        speaker = claim.speaker_entity or claim.speaker.casefold()
        if span is None or (span, speaker) in seen:
            continue
        seen.add((span, speaker))
        entity = pile.entities.get(claim.speaker_entity or "")
        is_person = entity is not None and entity.kind is EntityKind.PERSON
        words = _words(pile, span)
        found.append(Quotation(claim, span, words, speaker, is_person, _lead(pile, span)))
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
    if len(text) > _LEAST and text[0] in _SINGLE and text[-1] in _SINGLE:
        return Span(span.source_id, span.start + 1, span.end - 1)
    stretches = [m.span(1) for m in _QUOTED.finditer(text)]
    if not stretches:
        return span if len(text) > 1 else None
    start, end = max(stretches, key=lambda s: (s[1] - s[0], -s[0]))
    return Span(span.source_id, span.start + start, span.start + end)


def _words(pile: Pile, span: Span) -> tuple[QuotedWord, ...]:
    words = read_words(pile.quote(span), pile.knowledge)
    return tuple(QuotedWord(w.norm, w.start + span.start, w.end + span.start) for w in words)


def _lead(pile: Pile, span: Span) -> tuple[QuotedWord, ...]:
    """The words in front of a fragment, which begins with a small letter."""
    text = pile.text(span.source_id)
    if not text[span.start : span.start + 1].islower():
        return ()
    start = max(pile.sentence_at(span.source_id, span.start)[0], span.start - _LONGEST_LEAD)
    return _words(pile, Span(span.source_id, start, span.start))[-_LEAD_WORDS:]


@frozen
class Variation:
    """Where two quotations that overlap read differently: word ranges in both, half-open. `is_inner`: words
    that both have stand on either side of it."""

    a: tuple[int, int]
    b: tuple[int, int]
    is_inner: bool = True


@frozen
class Comparison:
    """`equal`: words that both have in order, `length`: of the longer stretch from the first to the last of
    them. `variations`: the differences between, and at either end where one replaces the other."""

    equal: int
    length: int
    variations: tuple[Variation, ...]


def compare_quotations(a: Quotation, b: Quotation) -> Comparison:
    """The overlap of two quotations; what stands before or after it in one only is another excerpt."""
    return compare_words(a.folded, b.folded)


def compare_words(a: Sequence[str], b: Sequence[str]) -> Comparison:
    """The overlap of two rows of words. Ratcliff & Metzener 1988."""
    matcher = SequenceMatcher(None, a, b, False)
    blocks = [m for m in matcher.get_matching_blocks() if m.size]
    if not blocks:
        return Comparison(0, 0, ())
    first, last = blocks[0], blocks[-1]
    length = max(last.a + last.size - first.a, last.b + last.size - first.b)
    variations = []
    if first.a and first.b:
        variations.append(Variation((0, first.a), (0, first.b), False))
    for one, two in pairwise(blocks):
        ranges = (one.a + one.size, two.a), (one.b + one.size, two.b)
        variations.append(Variation(*ranges))
    ends = (last.a + last.size, len(a)), (last.b + last.size, len(b))
    if all(start < end for start, end in ends):
        variations.append(Variation(*ends, False))
    return Comparison(sum(m.size for m in blocks), length, tuple(variations))
