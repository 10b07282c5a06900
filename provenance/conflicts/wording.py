"""One utterance of one speaker in two wordings that do not mean the same."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from provenance.conflicts.blocking import find_pairs
from provenance.conflicts.change_levels import CONSEQUENCE
from provenance.conflicts.changes import are_changed_in_copy
from provenance.conflicts.pile import Pile
from provenance.conflicts.quoted_words import GAP
from provenance.conflicts.quotes import (
    Comparison,
    Quotation,
    Variation,
    compare_words,
    find_quotations,
    is_content,
)
from provenance.conflicts.sides import class_of, make_side, say_support, scope_of
from provenance.conflicts.speeches import are_one_event, are_other_occasions, meet, name_of
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.claims import Voice
from provenance.model.conflicts import Conflict, ConflictKind, Level

_SHORTEST = 4
"""Words that two quotations must share to be one utterance."""
_SHORTEST_CONTENT = 1
_LONGEST_VARIATION = 5
_LONGEST_END = 3
_ALIGNED_SHARE = 0.65
_RUN = 2
_MOST_TOLD = 8
"""Quotations of one wording that are looked up among the changes of copies."""
_MOST_HOLDERS = 40
_LONGEST_LOOK = 300
_WEAK = frozenset(
    "really very just simply actually certainly indeed quite rather too also please still already now then"
    " even so well perfectly totally absolutely completely".split()
)
"""Words that a writer may leave out of a quotation without changing what it says."""
_ROWS = {
    "negation": "not no never none nobody nothing neither nor without",
    "modal": "will would may might could can must should ought",
    "quantifier": "all every each some most many few any half both only more less fewer",
    "order": "before after until since during",
    "condition": "if unless but except",
    "side": "above below over under up down in out for against with on off",
}
"""Words of grammar on which the meaning turns. Two words of one row that differ, or one that only one text
has, are a difference; those of the row "side" only where they take each other's place."""
_ROW_OF = {word: row for row, words in _ROWS.items() for word in words.split()}
_OPPOSED = frozenset(
    frozenset(pair.split())
    for pair in ("above below", "over under", "up down", "in out", "for against", "with against", "on off")
)
_ALIKE = (
    "all every each both", "no not none nor nobody nothing", "may might could can", "should ought",
    "some any", "will would", "less fewer", "until before",
)  # fmt: skip
"""Words of a row that may stand for one another in a house style or a free rendering."""
_GROUP_OF = {word: group for group in _ALIKE for word in group.split()}
_TRANSLATED = re.compile(r"\b(?:translat\w+|interpreter\w*|interpreted|subtitles?)\b", re.IGNORECASE)
_IN_LANGUAGE = re.compile(r"\bin (?P<language>[A-Z][a-z]+)\b")


@frozen
class Wordings:
    """`words`: of both, in normal forms. `telling`: the variations on which the meaning turns."""

    words: tuple[tuple[str, ...], tuple[str, ...]]
    compared: Comparison
    telling: tuple[Variation, ...]

    @property
    def lengths(self) -> tuple[int, int]:
        """How many words of each are compared."""
        return len(self.words[0]), len(self.words[1])


def find_wording_conflicts(pile: Pile) -> Iterator[Conflict]:
    """Pairs of wordings of one utterance that cannot both be what was said."""
    groups: dict[tuple[tuple[str, ...], str], list[Quotation]] = defaultdict(list)
    for quotation in find_quotations(pile):
        if len(quotation.words) >= _SHORTEST and quotation.claim.voice is Voice.QUOTED:
            groups[quotation.folded, quotation.speaker].append(quotation)
    said = list(groups.values())
    for i, j in find_pairs([runs_of(group[0]) for group in said], _MOST_HOLDERS):
        yield from _compare(pile, said[i], said[j])


def runs_of(quotation: Quotation) -> frozenset[tuple[str, ...]]:
    """The speaker with each run of two words, one of them of content."""
    words = quotation.folded
    found = set()
    for at in range(len(words) - _RUN + 1):
        run = words[at : at + _RUN]
        if any(is_content(word) for word in run):
            found.add((quotation.speaker, *run))
    return frozenset(found)


def _compare(pile: Pile, one: Sequence[Quotation], two: Sequence[Quotation]) -> Iterator[Conflict]:
    a, b = one[0], two[0]
    if a.speaker != b.speaker or {q.span.source_id for q in one} & {q.span.source_id for q in two}:
        return  # who is quoted with both in one text said both
    wordings = compare_wordings(a, b)
    if wordings is None or not wordings.telling:
        return
    met = meet(pile, one, two, True, len(a.content & b.content))
    if met is None or _are_told_of_copies(pile, one, two):
        return
    one = [q for q in one if are_one_event(pile, q.span.source_id, met[1])]
    two = [q for q in two if are_one_event(pile, met[0], q.span.source_id)]
    if are_other_occasions(pile, one[0], two[0]) or _are_translated(pile, one[0], two[0]):
        return
    yield _finding(pile, (one, two), wordings)


def compare_wordings(a: Quotation, b: Quotation) -> Wordings | None:
    """How two quotations of one utterance differ, with what a fragment's clause begins with; None if they are
    not one utterance."""
    words = _with_leads(a, b)
    compared = compare_words(*words)
    if not _is_one_utterance(compared, a, b):
        return None
    telling = tuple(v for v in compared.variations if _is_telling(*words, v))
    if any(GAP in _cut(words[0], v.a) + _cut(words[1], v.b) for v in telling):
        telling = ()
    return Wordings(words, compared, telling)


def _with_leads(a: Quotation, b: Quotation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of both; a fragment takes along what its clause begins with where the other has that too."""
    rows = []
    for here, other in ((a, b), (b, a)):
        lead = [w.norm for w in here.lead]
        known = {*other.folded[: len(lead) + 3], *(w.norm for w in other.lead)}
        start = next((at for at, word in enumerate(lead) if word in known and is_content(word)), len(lead))
        rows.append((*lead[start:], *here.folded))
    return rows[0], rows[1]


def _is_one_utterance(compared: Comparison, a: Quotation, b: Quotation) -> bool:
    """Overlapping parts that are nearly one, with words of content among them."""
    if compared.equal < _SHORTEST or compared.equal < _ALIGNED_SHARE * compared.length:
        return False
    if len(a.content & b.content) < _SHORTEST_CONTENT:
        return False
    sizes = [max(v.a[1] - v.a[0], v.b[1] - v.b[0]) for v in compared.variations if v.is_inner]
    return all(size <= _LONGEST_VARIATION for size in sizes)


def _cut(words: Sequence[str], limits: tuple[int, int]) -> tuple[str, ...]:
    return tuple(words[limits[0] : limits[1]])


def _is_telling(a: Sequence[str], b: Sequence[str], variation: Variation) -> bool:
    """Do the words that differ change what is said?"""
    one, two = _cut(a, variation.a), _cut(b, variation.b)
    if not variation.is_inner and max(len(one), len(two)) > _LONGEST_END:
        return False
    stems = [{_stem(w) for w in part if is_content(w) and w not in _WEAK} for part in (one, two)]
    if stems[0] ^ stems[1] and not _are_forms(stems[0] - stems[1], stems[1] - stems[0]):
        return True
    return _differ_in_grammar(one, two) if variation.is_inner else _trade_places(one, two)


def _stem(word: str) -> str:
    return word if word.startswith("#") else stem(word)


def _are_forms(one: set[str], two: set[str]) -> bool:
    """Are they forms of the same words (organise, organization)? Numbers are not."""
    if len(one) != len(two) or any(word.startswith("#") for word in one | two):
        return False
    return all(any(a[:4] == b[:4] and abs(len(a) - len(b)) <= 3 for b in two) for a in one) and all(
        len(word) > 5 for word in one | two
    )


def _trade_places(one: Sequence[str], two: Sequence[str]) -> bool:
    """Does at either end a word of grammar stand for another of its row: some of them, most of them?"""
    rows = ("quantifier", "negation", "order")
    held = [{_ROW_OF[word] for word in part if _ROW_OF.get(word) in rows} for part in (one, two)]
    return bool(held[0] & held[1]) and _differ_in_grammar(one, two)


def _differ_in_grammar(one: Sequence[str], two: Sequence[str]) -> bool:
    for here, there in ((one, two), (two, one)):
        for word in here:
            row = _ROW_OF.get(word)
            if row is None or word in there:
                continue
            others = [other for other in there if _ROW_OF.get(other) == row]
            if row == "side":
                if any(frozenset((word, other)) in _OPPOSED for other in others):
                    return True
            elif not any(_GROUP_OF.get(word, word) == _GROUP_OF.get(other) for other in others):
                return True
    return False


def _are_told_of_copies(pile: Pile, one: Sequence[Quotation], two: Sequence[Quotation]) -> bool:
    """Do they differ in copies of one text only? What a copy changed is told once, as its change."""
    return all(
        a.span.source_id != b.span.source_id and are_changed_in_copy(pile, a.span, b.span, CONSEQUENCE)
        for a in one[:_MOST_TOLD]
        for b in two[:_MOST_TOLD]
    )


def _are_translated(pile: Pile, a: Quotation, b: Quotation) -> bool:
    """Does one of the sentences say that the words are a translation, or were said in another language?"""
    return any(_is_translated(pile, quotation) for quotation in (a, b))


def _is_translated(pile: Pile, quotation: Quotation) -> bool:
    span = quotation.span
    start, end = pile.sentence_at(span.source_id, span.start)
    text = pile.text(span.source_id)
    around = (
        text[max(start, span.start - _LONGEST_LOOK) : span.start]
        + text[span.end : max(end, span.end)][:_LONGEST_LOOK]
    )
    if _TRANSLATED.search(around):
        return True
    languages = (m["language"].lower() for m in _IN_LANGUAGE.finditer(around))
    return any(each in pile.knowledge.demonyms and each != "english" for each in languages)


def _finding(pile: Pile, heard: tuple[list[Quotation], list[Quotation]], wordings: Wordings) -> Conflict:
    a, b = heard[0][0], heard[1][0]
    compared = wordings.compared
    values = [
        printed_difference(pile, each, wordings, number) or "(not there)"
        for number, each in enumerate((a, b))
    ]
    sides = tuple(
        make_side(pile, value, [q.span for q in group]) for value, group in zip(values, heard, strict=True)
    )
    return Conflict(
        kind=ConflictKind.WORDING,
        conflict_class=class_of(sides),
        consequence=Level.MEDIUM,
        certainty=_certainty(wordings),
        scope=scope_of(sides),
        title=f"{name_of(pile, a)} quoted in two wordings: {sides[0].value} / {sides[1].value}",
        why=(
            f"Of {compared.length} words that both quotations cover, {compared.equal} are equal. Two "
            "translations of one statement, or two occasions, could both be right. "
            f"{say_support(pile, sides)}"
        ),
        subject=a.speaker,
        predicate="wording",
        scope_key=" ".join(w for w in dict.fromkeys(a.folded) if w in set(b.folded) - FUNCTION_WORDS)[:120],
        sides=sides,
    )


def _certainty(wordings: Wordings) -> Level:
    """High where a number, negation, modality or condition differs: no style and no translation."""
    for variation in wordings.telling:
        one, two = _cut(wordings.words[0], variation.a), _cut(wordings.words[1], variation.b)
        if any(w.startswith("#") for w in (*one, *two)) or _differ_in_grammar(one, two):
            return Level.HIGH
    return Level.MEDIUM


def printed_difference(pile: Pile, quotation: Quotation, wordings: Wordings, side: int) -> str:
    """The telling words of one of the two quotations, side 0 or 1, as printed, in order."""
    everything = (*quotation.lead, *quotation.words)
    row = everything[len(everything) - wordings.lengths[side] :]
    text = pile.text(quotation.span.source_id)
    limits = [v.b if side else v.a for v in wordings.telling]
    parts = [
        " ".join(text[row[start].start : row[end - 1].end].split()) for start, end in limits if start < end
    ]
    return " … ".join(parts)
