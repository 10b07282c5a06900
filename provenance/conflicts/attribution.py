"""Who said what: one wording given to two speakers, people who differ."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from provenance.conflicts.blocking import find_pairs
from provenance.conflicts.disputes import find_disputes
from provenance.conflicts.pile import Pile
from provenance.conflicts.polarity import find_opposites
from provenance.conflicts.quotes import Comparison, Quotation, compare_quotations, find_quotations
from provenance.conflicts.sides import class_of, make_side, say_support, scope_of
from provenance.conflicts.speeches import are_one_event, are_one_speaker, meet, name_of
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.model.claims import Voice
from provenance.model.conflicts import Conflict, ConflictKind, Level

_SHORTEST_SPEECH = 5
"""Words from which one wording from two mouths is worth a line."""
_SHORT_SPEECH = 6
"""Words that are enough where only two of them have content."""
_LEAST_OWN = 2
"""Words of content beside those of formulas."""
_LONG_SPEECH = 10
"""Words that two people hardly choose alike."""
_SAME_SHARE = 0.9
_RUN = 3
_MOST_HOLDERS = 40
"""Quotations that share a run of words and are compared with each other."""
_LONGEST_LOOK = 300
_COMMON_PROPERTY = re.compile(
    r"\b(?:proverb|saying goes|old saying|adage|motto|slogan|anthem|psalm|scriptures?|gospel|verse|hymn"
    r"|song|sang|sing"
    r"|sings|singing|chant(?:s|ed|ing)?|poem|lines? by|read(?:s|ing)? (?:out|aloud|from)"
    r"|(?:read(?:s|ing)?|convey(?:s|ed|ing)?|deliver(?:s|ed|ing)?|pass(?:ed|ing) on) (?:a|an|the|his|her) "
    r"(?:\w+ )?(?:message|letter|statement|speech|note|telegram|words)|on behalf of|in the name of)\b",
    re.IGNORECASE,
)
"""Words that belong to nobody, or that one reads for another."""
_FORMULAS = frozenset(
    "thoughts thought prayers prayer hearts heart condolences sympathy families family victims loved"
    " ones one deepest"
    " sincere heartfelt everyone affected injured safety priority top first comment comments"
    " investigation ongoing"
    " cooperate cooperating fully authorities police nobody law rest peace thank thanks work"
    " hard best".split()
)
"""What public persons say on many occasions: condolences, no comment, the law is for all."""
_REPEATING = frozenset("repeat echo quote cite recite agree concur".split())
"""Verbs of one who uses another's words."""
_REPEATED = re.compile(
    r"\b(?:echo(?:es|ed|ing)?|repeat(?:s|ed|ing)?|quot(?:e|es|ed|ing)|borrow(?:s|ed|ing)?|in the words of"
    r"|to use (?:a|the) (?:words?|phrase)|recit(?:e|es|ed|ing)|as \w+(?: \w+)? (?:had|has) (?:said|put it)"
    r"|parrot(?:s|ed|ing)?|(?:famous|well-known|own) (?:words?|phrase|line))\b",
    re.IGNORECASE,
)


def find_attribution_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Findings about who said what, over quotations with named speakers."""
    quotations = [q for q in find_quotations(pile) if len(q.words) >= _SHORTEST_SPEECH and q.is_person]
    groups: dict[tuple[tuple[str, ...], str], list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        groups[quotation.folded, quotation.speaker].append(quotation)
    said = list(groups.values())
    for i, j in find_pairs([_runs(group[0]) for group in said], _MOST_HOLDERS):
        yield from _compare(pile, said[i], said[j])
    yield from find_disputes(pile)
    yield from find_opposites(pile)


def _runs(quotation: Quotation) -> frozenset[tuple[str, ...]]:
    """Runs of three words: two wordings of one utterance share at least one of them."""
    words = quotation.folded
    return frozenset(words[at : at + _RUN] for at in range(len(words) - _RUN + 1))


def _compare(pile: Pile, one: Sequence[Quotation], two: Sequence[Quotation]) -> Iterator[Conflict]:
    """Quotations of one wording and speaker against those of another."""
    a, b = one[0], two[0]
    if are_one_speaker(pile, a, b):
        return
    compared = compare_quotations(a, b)
    content = a.content & b.content
    shared = len(content)
    if len(content - _FORMULAS) < _LEAST_OWN or not _is_one_speech(compared, shared):
        return
    one = [q for q in one if not _is_repeated(pile, q, b)]
    two = [q for q in two if not _is_repeated(pile, q, a)]
    if not one or not two:
        return
    met = meet(pile, one, two, False, shared)
    if met is not None or compared.equal >= _LONG_SPEECH:
        yield _two_speakers(pile, _heard(pile, one, two, met), compared)


def _is_one_speech(compared: Comparison, shared: int) -> bool:
    """Nearly the same words, and words of content enough among them."""
    if compared.equal < _SHORTEST_SPEECH or compared.equal < _SAME_SHARE * compared.length:
        return False
    if any(not variation.is_inner for variation in compared.variations):
        return False
    return shared >= _RUN or (shared >= _RUN - 1 and compared.equal >= _SHORT_SPEECH)


def _is_repeated(pile: Pile, quotation: Quotation, other: Quotation) -> bool:
    """Does the text let its speaker use words that it knows to be the other's?"""
    claim, span = quotation.claim, quotation.span
    if claim.predicate in _REPEATING:
        return True
    start, end = pile.sentence_at(span.source_id, span.start)
    text = pile.text(span.source_id)
    around = (
        text[max(start, span.start - _LONGEST_LOOK) : span.start]
        + " | "
        + text[span.end : min(max(end, span.end), span.end + _LONGEST_LOOK)]
    )
    if _COMMON_PROPERTY.search(around):
        return True
    names = {m.entity for m in pile.mentions_in(span.source_id, start, max(end, span.end))}
    if _REPEATED.search(around) and (other.speaker in names or claim.voice is Voice.REPORTED):
        return True
    theirs = [c for c in pile.claims_in(span.source_id, claim.kind) if c.speaker_entity == other.speaker]
    return any(_plain(each.quote) == _plain(claim.quote) for each in theirs)


def _plain(quote: str) -> str:
    return quote.strip("“”\"'‘’«»„ ,.").casefold()


def _heard(
    pile: Pile, one: Sequence[Quotation], two: Sequence[Quotation], met: tuple[str, str] | None
) -> tuple[list[Quotation], list[Quotation]]:
    """The quotations of both that stand in texts of one event; all, where the words alone tell."""
    if met is None:
        return list(one), list(two)
    return (
        [q for q in one if are_one_event(pile, q.span.source_id, met[1])],
        [q for q in two if are_one_event(pile, met[0], q.span.source_id)],
    )


def _two_speakers(
    pile: Pile, heard: tuple[list[Quotation], list[Quotation]], compared: Comparison
) -> Conflict:
    a, b = heard[0][0], heard[1][0]
    names = [name_of(pile, q) for q in (a, b)]
    sides = tuple(
        make_side(pile, name, [q.span for q in group]) for name, group in zip(names, heard, strict=True)
    )
    return Conflict(
        kind=ConflictKind.ATTRIBUTION,
        conflict_class=class_of(sides),
        consequence=Level.HIGH,
        certainty=Level.MEDIUM,
        scope=scope_of(sides),
        title=f"Who said it: {names[0]} or {names[1]}?",
        why=(
            f"The same {compared.equal} words are given to {names[0]} and to {names[1]}. One person may have "
            f"repeated the other, or one text names the wrong speaker. {say_support(pile, sides)}"
        ),
        subject=" ".join(w for w in a.folded if w not in FUNCTION_WORDS)[:120],
        predicate="speaker",
        scope_key=" / ".join(sorted((a.speaker, b.speaker))),
        sides=sides,
    )
