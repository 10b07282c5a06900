"""Passages of a text that was handed in, taken to its ends.

A shared passage ends at words that both sides have, or with the sentence. A text that is asked after may
break off anywhere: what differs in its first or last words is told, what a source has beyond them is not.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment, Change, ChangeKind, ReuseKind
from provenance.model.spans import Span
from provenance.reuse.edits.changes import find_changes
from provenance.reuse.edits.wording import make_wording
from provenance.reuse.passages.corpus import make_corpus
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.text.sentences import find_sentences
from provenance.text.shingles import hash_words

MOST_WORDS = 6
"""Words between a passage and the end of the text handed in, at most, that belong to it."""
LEAST_INSIDE = 2
"""So many times as many words the passage has."""
MOST_UNLIKE = 2
"""Words that stand for others of the source's sentence, or for nothing, with none among them that both have,
at most: more are the text's own."""
_REACH = 400
"""Code points around the end of a passage in which its sentence begins or ends, and further words stand."""
_WIDEST_GAP = 12
"""Code points between two words beyond which something is masked."""
_BESIDE = 60
"""Code points of the passage that are compared anew beside such words."""
_ANCHOR = "loam"
"""A word put at both ends of both sides, so that what differs lies between equal ones."""

Range = tuple[int, int]


class _Word(NamedTuple):
    """Of a text, with the hash of its folded letters."""

    start: int
    end: int
    hash: int


def reach_text_ends(found: Alignment, texts: tuple[str, str], knowledge: Knowledge) -> Alignment:
    """The alignment of a source (a) with the text handed in (b), as `texts` have them without what is masked,
    with the few first or last words of b that a has otherwise, and without what only a has beyond b."""
    for is_start in (True, False):
        rest = _beyond(texts[1], found.b, is_start)
        if not rest:
            found = _without_more(found, texts, is_start)
            continue
        edges = _edges(found, texts, rest, is_start)
        if edges is not None:
            found = _joined(found, texts, edges, is_start, knowledge)
    return found


def _beyond(text: str, span: Span, is_start: bool) -> list[_Word]:
    """Words beyond that end of a passage, the nearest first, as far as is looked."""
    low = max(0, span.start - _REACH) if is_start else span.end
    beyond = text[low : span.start] if is_start else text[low : low + _REACH]
    if not any(map(str.isalnum, beyond)):
        return []
    words = hash_words(beyond)
    columns = (words.starts + low).tolist(), (words.ends + low).tolist(), words.hashes.tolist()
    found = [_Word(*each) for each in zip(*columns, strict=True)]
    return found[::-1] if is_start else found


def _until_gap(text: str, words: Sequence[_Word]) -> int:
    """How many of these follow each other without something masked between them."""
    for count, (one, other) in enumerate(pairwise(words), 1):
        first, last = min(one.end, other.end), max(one.start, other.start)
        if last - first > _WIDEST_GAP and text[first:last].isspace():
            return count
    return len(words)


def _edges(
    found: Alignment, texts: tuple[str, str], rest: Sequence[_Word], is_start: bool
) -> tuple[Range, Range] | None:
    """What of a, perhaps nothing, stands in the place of the few words that are left of b; None if b goes on
    with more, or with words of its own."""
    count, spans = len(rest), (found.a, found.b)
    if count > MOST_WORDS or _words_inside(texts, spans) < LEAST_INSIDE * count:
        return None
    beside = _beyond(texts[0], found.a, is_start)
    beside = beside[: _until_gap(texts[0], beside)]
    is_one = _sentence_words(texts[1], found.b, rest, is_start) == count
    own = _sentence_words(texts[0], found.a, beside, is_start)
    taken = own if is_one and own == count + 1 else min(count, len(beside))
    equal = {word.hash for word in rest} & {word.hash for word in beside[:taken]}
    if not (2 * len(equal) >= count or (is_one and equal)):
        if not is_one or count > MOST_UNLIKE or found.kind is ReuseKind.QUOTATION:
            return None  # beside quoted words stands who is named as saying them
        taken = min(count, own)
    return _range(found.a, beside[:taken], is_start), _range(found.b, rest, is_start)


def _words_inside(texts: tuple[str, str], spans: tuple[Span, Span]) -> int:
    """Of the side that has less."""
    return min(len(hash_words(span.quote(text))) for span, text in zip(spans, texts, strict=True))


def _sentence_words(text: str, span: Span, words: Sequence[_Word], is_start: bool) -> int:
    """How many of these words, nearest first, are of the sentence in which the passage begins or ends."""
    at = span.start if is_start else max(span.start, span.end - 1)
    low = max(0, at - _REACH)
    for first, last in find_sentences(text[low : at + _REACH]):
        if low + first <= at < low + last:
            return sum(low + first <= word.start < low + last for word in words)
    return 0


def _range(span: Span, words: Sequence[_Word], is_start: bool) -> Range:
    """From a passage on to the last of the words beyond it."""
    if is_start:
        return min([span.start, *(word.start for word in words)]), span.start
    return span.end, max([span.end, *(word.end for word in words)])


def _without_more(found: Alignment, texts: tuple[str, str], is_start: bool) -> Alignment:
    """The alignment without words of a at that end that b, which ends there, has nothing for."""
    if not found.changes:
        return found
    place = found.b.start if is_start else found.b.end
    over = [
        each
        for each in found.changes
        if each.b_start == each.b_end
        and (each.a_start <= found.a.start if is_start else each.a_end >= found.a.end)
        and not any(map(str.isalnum, texts[1][min(place, each.b_start) : max(place, each.b_start)]))
    ]
    if len(over) != 1:
        return found
    (more,) = over
    words = hash_words(
        texts[0][more.a_end : found.a.end] if is_start else texts[0][found.a.start : more.a_start]
    )
    if not len(words):
        return found
    start = more.a_end + int(words.starts[0]) if is_start else found.a.start
    end = found.a.end if is_start else found.a.start + int(words.ends[-1])
    inside = sum(
        len(hash_words(each.quote(text))) for each, text in zip((found.a, found.b), texts, strict=True)
    )
    grade = round(min(1.0, found.grade * inside / max(1, inside - len(hash_words(more.a_text)))), 4)
    changes = tuple(each for each in found.changes if each is not more)
    is_same = grade == 1.0 and all(each.kind is ChangeKind.TYPOGRAPHY for each in changes)
    kind = ReuseKind.VERBATIM if is_same and found.kind is ReuseKind.EDITED else found.kind
    return evolve(found, a=evolve(found.a, start=start, end=end), kind=kind, grade=grade, changes=changes)


def _joined(
    found: Alignment,
    texts: tuple[str, str],
    edges: tuple[Range, Range],
    is_start: bool,
    knowledge: Knowledge,
) -> Alignment:
    """The alignment with what lies at one end of it, and what differs there."""
    parts, shifts = [], []
    for text, span, edge in zip(texts, (found.a, found.b), edges, strict=True):
        first = edge[0] if is_start else max(span.start, span.end - _BESIDE)
        last = min(span.end, span.start + _BESIDE) if is_start else edge[1]
        parts.append(f"{_ANCHOR} {text[first:last]} {_ANCHOR}")
        shifts.append(first - len(_ANCHOR) - 1)
    moved = [_moved(each, *shifts) for each in _changes(parts[0], parts[1], knowledge)]
    fresh = [each for each in moved if _touches(each, edges, is_start)]
    return _with_changes(found, texts, edges, fresh)


def _changes(a: str, b: str, knowledge: Knowledge) -> tuple[Change, ...]:
    """What differs between two short texts that begin and end with the same words."""
    corpus = make_corpus({"a": a, "b": b})
    rows = [np.flatnonzero(corpus.document == corpus.ids.index(name)) for name in "ab"]
    (first, second), (size, length) = (int(each[0]) for each in rows), map(len, rows)
    one, two = (corpus.hashes[each].tolist() for each in rows)
    blocks = tuple(
        Block(
            BlockKind.EQUAL if tag == "equal" else BlockKind.GAP, first + i, first + j, second + k, second + m
        )
        for tag, i, j, k, m in SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    )
    equal = sum(block.a_end - block.a for block in blocks if block.kind is BlockKind.EQUAL)
    piece = Piece(first, first + size, second, second + length, float(equal), equal, 0, blocks)
    return find_changes(corpus, piece, make_wording(knowledge))


def _moved(change: Change, a: int, b: int) -> Change:
    return evolve(
        change,
        a_start=change.a_start + a,
        a_end=change.a_end + a,
        b_start=change.b_start + b,
        b_end=change.b_end + b,
    )


def _touches(change: Change, edges: tuple[Range, Range], is_start: bool) -> bool:
    """Does it begin or end in the edge of either side? Its unit may lie in the passage: “9 | tonnes”."""
    (first, last), (low, high) = edges
    if is_start:
        return change.a_start < last or change.b_start < high
    return change.a_end > first or change.b_end > low


def _with_changes(
    found: Alignment, texts: tuple[str, str], edges: tuple[Range, Range], fresh: Sequence[Change]
) -> Alignment:
    """The alignment that holds the edges as well; its grade with their words counted."""
    spans = found.a, found.b
    inside = sum(len(hash_words(span.quote(text))) for span, text in zip(spans, texts, strict=True))
    outside = sum(len(hash_words(text[slice(*edge)])) for text, edge in zip(texts, edges, strict=True))
    other = sum(len(hash_words(each.a_text)) + len(hash_words(each.b_text)) for each in fresh)
    grade = (found.grade * inside + max(0, outside - other)) / max(1, inside + outside)
    ends = [
        evolve(span, start=min(span.start, edge[0]), end=max(span.end, edge[1]))
        for span, edge in zip(spans, edges, strict=True)
    ]
    kind = ReuseKind.EDITED if found.kind is ReuseKind.VERBATIM and fresh else found.kind
    kept = [each for each in found.changes if not any(_meet(each, other) for other in fresh)]
    changes = tuple(sorted([*kept, *fresh], key=lambda each: (each.a_start, each.b_start)))
    return evolve(found, a=ends[0], b=ends[1], kind=kind, grade=grade, changes=changes)


def _meet(one: Change, other: Change) -> bool:
    """Have they words of either side in common?"""
    in_a = one.a_start < other.a_end and other.a_start < one.a_end
    return in_a or (one.b_start < other.b_end and other.b_start < one.b_end)
