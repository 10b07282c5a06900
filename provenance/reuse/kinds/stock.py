"""Sentences that a trade writes again and again, each time with another name in them.

What tells them from a copied sentence that was altered: nothing that both have names a thing of this story,
and the texts have no names in common either. A copied sentence keeps its place, its day or its other figures.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

from provenance.model.reuse import Alignment, Change, ChangeKind, ReuseKind
from provenance.model.spans import Span
from provenance.reuse.kinds.notes import is_legal, sentences_of
from provenance.text.folding import fold_text

MOST_CHARACTERS = 500
"""The longest passage that is looked at, code points."""
MOST_SHARE = 0.5
"""Of the shorter text, that all such sentences together may make up, 0..1."""
LEAST_NAMES = 3
"""Names that each text must have, for having none in common to say anything."""
MOST_COMMON = 0.2
"""Share of the names of the text with fewer that the other may have too, 0..1."""
MOST_WORDS = 24
"""Words of a sentence: a longer one that is filled in one place only was copied."""
LEAST_ALIKE = 0.6
"""How alike two names are that may be one, 0..1."""

_MEANING = frozenset((ChangeKind.NEGATION, ChangeKind.MODALITY, ChangeKind.CONDITION))
_COPIES = (ReuseKind.VERBATIM, ReuseKind.EDITED, ReuseKind.PARAPHRASE)
_WORD = re.compile(r"[^\W_]+")
_INNER_STOP = re.compile(
    r"[!?\u2026][\"\u201d\u2019\u00bb)]{0,2}\s|[^\W\d_]{3}\.[\"\u201d\u2019\u00bb)]{0,2}\s|\n\s*\n"
)
_OPENS = ".!?\u2026:;\"'\u201c\u201d\u2018\u2019\u00ab\u00bb([\n\r\u2022*|"
_TITLES = frozenset("mr mrs ms dr prof sir dame lord lady".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december".split()
)
# Statements of research papers, appeals of the police, wishes of the bereaved (common usage).
_STOCK = (
    r"\b(?:considered (?:to be )?statistically significant|statistical significance was (?:set|defined)|"
    r"(?:written )?informed consent|approved by the (?:\w+ ){0,3}(?:ethics committee|review board)|"
    r"(?:no|any) (?:competing|conflicts? of) interests?|"
    r"further (?:research|studies) (?:is|are) (?:needed|required)|"
    r"(?:anyone|anybody|witnesses) with (?:any )?information (?:is|are) (?:asked|urged)|"
    r"asked to (?:contact|call) (?:the )?(?:police|crimestoppers)|in lieu of flowers|"
    r"(?:survived by|predeceased by) (?:his|her|their)|memorial service will be held)\b"
)
_STEMS = (
    "statistical|nformed con|approved by|nterest|needed|required|asked|urged|lieu|survived|"
    "predeceased|service will"
).split("|")
"""Parts of words, one of which any of these sentences has."""
Pair = tuple[str, str]


def find_stock(alignments: Sequence[Alignment], texts: Mapping[str, str]) -> set[tuple[Span, Span]]:
    """(a, b) of the passages that are such a sentence, where two texts share nothing else that is copied.

    Asked are only sentences that the texts fill with other names, and what is known as stock or as a standard
    clause; of texts with few names, or in scripts without capitals, nothing is said.
    """
    held: dict[Pair, list[Alignment]] = defaultdict(list)
    whole: set[Pair] = set()
    for each in alignments:
        if each.kind not in _COPIES:
            continue
        pair = each.a.source_id, each.b.source_id
        if pair in whole:
            continue
        if len(each.a) <= MOST_CHARACTERS and pair[0] != pair[1] and each.kind is not ReuseKind.PARAPHRASE:
            held[pair].append(each)
        else:
            whole.add(pair)
    names: dict[str, frozenset[str]] = {}
    found = set()
    for pair, shared in held.items():
        if pair not in whole and _are_stock(pair, shared, texts, names):
            found |= {(each.a, each.b) for each in shared}
    return found


def _are_stock(
    pair: Pair, alignments: Sequence[Alignment], texts: Mapping[str, str], names: dict[str, frozenset[str]]
) -> bool:
    """Are all passages of two texts of this sort, a small part of both, and the texts of other things?"""
    a, b = pair
    if sum(min(len(x.a), len(x.b)) for x in alignments) > MOST_SHARE * min(len(texts[a]), len(texts[b])):
        return False
    inside: set[str] = set()
    least = 0
    for each in alignments:
        one, other = each.a.quote(texts[a]), each.b.quote(texts[b])
        if not _is_known(each, one, other):
            if not _is_filled(each, one, other):
                return False
            least = LEAST_NAMES
        inside |= _specifics(one) & _specifics(other)
    for name in pair:
        if name not in names:
            names[name] = _names(texts[name])
    fewer = min(len(names[name] - inside) for name in pair)
    return fewer >= least and len(names[a] & names[b] - inside) <= MOST_COMMON * fewer


def _is_known(alignment: Alignment, one: str, other: str) -> bool:
    """Is it nothing but standard clauses, or sentences known as stock that mean the same in both?"""
    if not alignment.changes:  # clauses that are quite the same are told as furniture before
        return is_stock(one)
    if is_legal(one) and is_legal(other):
        return True
    return not _is_turned(alignment) and is_stock(one) and is_stock(other)


def _is_turned(alignment: Alignment) -> bool:
    return any(change.kind in _MEANING for change in alignment.changes)


def is_stock(quote: str) -> bool:
    """Is each sentence one that a trade has in stock?"""
    for stem in _STEMS:  # most have none
        if stem in quote:
            return all(re.search(_STOCK, each, re.IGNORECASE) for each in sentences_of(quote))
    return False


def _is_filled(alignment: Alignment, one: str, other: str) -> bool:
    """One sentence with another name in it, and no name or figure that both have? Where only a figure
    differs, it can be a copy that was altered."""
    filled = [
        each for each in alignment.changes if each.kind is ChangeKind.NAME and each.a_text and each.b_text
    ]
    if not filled or _is_turned(alignment) or any(map(_is_respelled, filled)):
        return False
    if _INNER_STOP.search(one[:-2]) or _INNER_STOP.search(other[:-2]):
        return False
    return max(len(one.split()), len(other.split())) <= MOST_WORDS and not (
        _specifics(one) & _specifics(other)
    )


def _is_respelled(change: Change) -> bool:
    """Is it the same name, misspelt or misread, or spelt otherwise?"""
    one, other = fold_text(change.a_text), fold_text(change.b_text)
    return bool(change.judgement) or Indel.normalized_similarity(one, other) >= LEAST_ALIKE


def _specifics(text: str) -> set[str]:
    """Names, days and figures: words with a capital inside of a sentence, or with a digit."""
    return {
        fold_text(word) for word, start in _words(text) if not word.isalpha() or _is_name(text, word, start)
    } - _TITLES


def _words(text: str) -> list[tuple[str, int]]:
    return [(found.group(), found.start()) for found in _WORD.finditer(text)]


def _is_name(text: str, word: str, start: int) -> bool:
    if not word[0].isupper() or len(word) < 2:
        return False
    before = text[max(0, start - 4) : start].rstrip(" \t")
    return before != "" and before[-1] not in _OPENS


def _names(text: str) -> frozenset[str]:
    found = frozenset(fold_text(word) for word, start in _words(text) if _is_name(text, word, start))
    return found - _TITLES - _DAYS
