"""Passages of a text that was handed in, taken to the ends of its sentences.

A shared passage ends at words that both sides have. So what was changed in the first or the last words of a
copied sentence lies outside of it, which of a text that is asked after would be left untold.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

import numpy as np
from attrs import evolve

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment, Change, ReuseKind
from provenance.model.spans import Span
from provenance.reuse.edits.changes import find_changes
from provenance.reuse.edits.wording import make_wording
from provenance.reuse.passages.corpus import make_corpus
from provenance.reuse.passages.pieces import Block, BlockKind, Piece
from provenance.text.sentences import find_sentences
from provenance.text.shingles import hash_words

MOST_WORDS = 6
"""Words of a sentence that lie outside of its passage, at most, on either side."""
_LEAST_INSIDE = 2
"""So many times as many words of the sentence lie inside of it."""
_REACH = 400
"""Code points around the end of a passage in which its sentence begins or ends."""
_BESIDE = 60
"""Code points of the passage that are compared anew beside such words."""
_ANCHOR = "loam"
"""A word put at both ends of both sides, so that what differs lies between equal ones."""

Range = tuple[int, int]


def reach_sentence_ends(found: Alignment, texts: tuple[str, str], knowledge: Knowledge) -> Alignment:
    """The alignment with the few words at the ends of its first and last sentence that `texts`, of a and b,
    have otherwise: only where most of the sentence is in the passage on both sides."""
    if found.kind is ReuseKind.QUOTATION:
        return found
    for is_start in (True, False):
        two = _edge(texts[1], found.b, is_start)
        if two is None or not any(map(str.isalnum, texts[1][slice(*two)])):
            continue
        one = _edge(texts[0], found.a, is_start)
        if one is not None:
            found = _joined(found, texts, (one, two), is_start, knowledge)
    return found


def _edge(text: str, span: Span, is_start: bool) -> Range | None:
    """What of the sentence lies outside of the passage, perhaps nothing; None if that is too much."""
    at = span.start if is_start else max(span.start, span.end - 1)
    low = max(0, at - _REACH)
    around = find_sentences(text[low : at + _REACH])
    sentence = next(((low + x, low + y) for x, y in around if low + x <= at < low + y), None)
    if sentence is None:
        return None
    edge = (sentence[0], span.start) if is_start else (span.end, max(span.end, sentence[1]))
    outside = len(hash_words(text[slice(*edge)]))
    inside = len(hash_words(text[max(span.start, sentence[0]) : min(span.end, sentence[1])]))
    return edge if outside <= MOST_WORDS and inside >= _LEAST_INSIDE * outside else None


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
    fresh = [each for each in moved if _is_inside(each, edges)]
    return _with_changes(found, texts, edges, fresh) if fresh else found


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


def _is_inside(change: Change, edges: tuple[Range, Range]) -> bool:
    (first, last), (low, high) = edges
    return first <= change.a_start and change.a_end <= last and low <= change.b_start and change.b_end <= high


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
        evolve(span, start=min(span.start, edge[0]), end=max(span.end, _last(text, edge)))
        for span, text, edge in zip(spans, texts, edges, strict=True)
    ]
    kind = ReuseKind.EDITED if found.kind is ReuseKind.VERBATIM else found.kind
    changes = tuple(sorted([*found.changes, *fresh], key=lambda each: (each.a_start, each.b_start)))
    return evolve(found, a=ends[0], b=ends[1], kind=kind, grade=grade, changes=changes)


def _last(text: str, edge: Range) -> int:
    """Behind the last letter or figure of an edge; its beginning if it has none."""
    start, end = edge
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return end
