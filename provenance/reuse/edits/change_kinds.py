"""What sort of thing a change alters, judged by the classes of its words."""

import re
from functools import reduce
from operator import or_

from provenance.model.reuse import ChangeKind
from provenance.reuse.edits.amounts import amount_to_the_same
from provenance.reuse.edits.clauses import clause_kind, is_attribution, is_restriction
from provenance.reuse.edits.slips import are_alike
from provenance.reuse.edits.titles import is_other_honorific, is_other_role, is_titled_name
from provenance.reuse.edits.value_kinds import value_kind
from provenance.reuse.edits.wording import (
    ACCORDING,
    CALENDAR,
    CAPITAL,
    CONDITION,
    DIGITS,
    HEDGE,
    LONG_WORDS,
    MEASURE,
    MODAL,
    NAME,
    NEGATION,
    NUMBER,
    PURE_TIMES,
    ROLE,
    SAYING,
    SCALE,
    TOLD,
    TURNING,
    UNIT,
    WHEN,
    Context,
    Wording,
    Words,
    fold_word,
    make_wording,
)

__all__ = ["LONG_WORDS", "Wording", "judge_change", "judge_words", "make_wording"]

CONTEXT_WORDS = 3
"""Words before and after a change that are looked at."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019\u02bc][^\W_]+)*")
_FIGURED = DIGITS | NUMBER | SCALE
_ALSO_PLACES = frozenset(
    "about above around below beyond from in all on average over odd say some under".split()
)
"""Hedges that are other words too, where no number follows."""
_CONTRACTED = re.compile(r"n['\u2019\u02bc]t$", re.IGNORECASE)


def judge_change(a: str, b: str, context: tuple[str, str], wording: Wording) -> ChangeKind:
    """The most consequential kind that applies; `context`: what stands before and after, the same in both."""
    one, other = _WORD.findall(a), _WORD.findall(b)
    if _letters(one) == _letters(other):
        return ChangeKind.TYPOGRAPHY
    before, after = (_WORD.findall(text) for text in context)
    return judge_words((one, other), (a, b), (before[-CONTEXT_WORDS:], after[:CONTEXT_WORDS]), wording)


def judge_words(
    sides: tuple[Words, Words], texts: tuple[str, str], context: Context, wording: Wording
) -> ChangeKind:
    """The same for printed words; `texts`: what stands there with its marks."""
    known = wording.classes.__getitem__
    classes = [*map(known, sides[0])], [*map(known, sides[1])]
    bits = reduce(or_, classes[0] + classes[1])
    most = max(len(sides[0]), len(sides[1]))
    is_lost = not (sides[0] and sides[1])
    if not bits & TOLD:
        return speaker_kind(sides, context, wording) if most < LONG_WORDS else ChangeKind.WORDING
    folded = [*map(fold_word, sides[0])], [*map(fold_word, sides[1])]
    if (is_lost and most >= LONG_WORDS) or most >= 2 * LONG_WORDS:
        return clause_kind(max(folded, key=len), wording) if is_lost else ChangeKind.WORDING
    if bits & _FIGURED and not is_lost and amount_to_the_same(texts, folded, wording):
        return ChangeKind.WORDING
    hedge = _hedge_kind(folded, context, wording) if bits & HEDGE else None
    if hedge is not None:
        return hedge
    if bits & (_FIGURED | CALENDAR | UNIT | MEASURE | WHEN):
        value = value_kind(classes, folded, context, wording)
        if value is not None:
            return value
    return _word_kind(sides, classes, bits, folded, context, wording)


def _word_kind(
    sides: tuple[Words, Words],
    classes: tuple[list[int], ...],
    bits: int,
    folded: tuple[Words, ...],
    context: Context,
    wording: Wording,
) -> ChangeKind:
    differing = _difference(*folded) if bits & TURNING else []
    if bits & TURNING:
        turned = _turned_kind(bits, sides, folded, differing, context, wording)
        if turned is not None:
            return turned
    if (bits | _around(context, wording)) & ROLE and is_other_role(folded, context, wording):
        return ChangeKind.NAME if all(is_titled_name(side, wording) for side in sides) else ChangeKind.ROLE
    if bits & CAPITAL:
        if is_other_honorific(folded, context, wording):
            return ChangeKind.ROLE
        if _is_name_change(sides, classes, context, wording):
            return ChangeKind.NAME
    if bits & HEDGE and wording.has(differing, HEDGE) and not _ALSO_PLACES.intersection(differing):
        return ChangeKind.HEDGE
    return speaker_kind(sides, context, wording)


def _turned_kind(
    bits: int,
    sides: tuple[Words, Words],
    folded: tuple[Words, ...],
    differing: Words,
    context: Context,
    wording: Wording,
) -> ChangeKind | None:
    """Of words that turn what a sentence states, the weightiest kind that differs."""
    if bits & NEGATION and _is_other_negation(sides, folded, differing, wording):
        return ChangeKind.NEGATION
    if bits & MODAL and wording.has(differing, MODAL):
        return ChangeKind.MODALITY
    if bits & CONDITION and (
        _has_condition(folded, differing, wording)
        or (not all(folded) and is_restriction(differing, context, wording))
    ):
        return ChangeKind.CONDITION
    is_said = bits & SAYING and wording.has(differing, SAYING)
    return ChangeKind.ATTRIBUTION if is_said and _is_other_saying(folded, context, wording) else None


def _is_other_negation(
    sides: tuple[Words, Words], folded: tuple[Words, ...], differing: Words, wording: Wording
) -> bool:
    """Is only one side negated, or in a way that differs from more than a pronoun's (nobody, no one)?"""
    if _is_negated(sides[0]) != _is_negated(sides[1]):
        return True
    if not wording.has(differing, NEGATION):
        return False
    counts = [sum(word in _NOT for word in side) for side in folded]
    others = [sum(word not in _NOT and wording.has([word], NEGATION) for word in side) for side in folded]
    return not all(counts) or counts[0] != counts[1] or others[0] != others[1]


_NOT = frozenset("neither never no nobody none nor not nothing nowhere without".split())
"""Words of grammar that negate: one for another negates as well."""


def _around(context: Context, wording: Wording) -> int:
    """Bits of the word before and of the two after."""
    bits = wording.classes[context[0][-1]] if context[0] else 0
    for word in context[1][:2]:
        bits |= wording.classes[word]
    return bits


def speaker_kind(sides: tuple[Words, Words], context: Context, wording: Wording) -> ChangeKind:
    """Attribution if other people say it now (police said, residents said), else wording."""
    if not sides[0] or not sides[1] or max(len(sides[0]), len(sides[1])) >= LONG_WORDS:
        return ChangeKind.WORDING
    before, after = context
    if "to" in before[-2:] and "according" in [word.lower() for word in before]:
        return ChangeKind.ATTRIBUTION if ACCORDING in wording.phrases[SAYING] else ChangeKind.WORDING
    if any(fold_word(side[-1]) in _NOT_SPEAKERS for side in sides):
        return ChangeKind.WORDING
    is_said = bool(after) and wording.classes[after[0]] & SAYING
    is_plain = is_said and wording.lemmas.get(fold_word(after[0])) in PLAIN_SAYING
    return ChangeKind.ATTRIBUTION if is_plain else ChangeKind.WORDING


_NOT_SPEAKERS = frozenset(
    "a also an and are as be been being but by did do does for from had has have having he'd how i'd if in is"
    " it its just never not now of on only or so still than that the then there these this those to was"
    " we'd were what when where which while who whom whose why will with would".split()
)
"""Words after which a verb of saying follows without being their speaker."""
PLAIN_SAYING = frozenset("say tell claim write report announce state declare".split())
"""Verbs whose subject is a speaker; many other verbs of saying have other senses (add, call, find)."""


_SURE_SAYING = frozenset(("say", "tell", "claim"))
"""Verbs whose forms are hardly ever nouns or mean something else (state, request, observe)."""
_ALSO_VERBS = frozenset("assuming given once pending provided providing subject supposing".split())
"""Conditions that have other senses, where something else stands in the other text."""


def _has_condition(folded: tuple[Words, ...], differing: Words, wording: Wording) -> bool:
    """Does a condition word differ that does not just tell a time (after, before)?"""
    left_out = PURE_TIMES | _ALSO_VERBS if all(folded) and "that" not in differing else PURE_TIMES
    return wording.has([word for word in differing if word not in left_out], CONDITION)


def _is_other_saying(folded: tuple[Words, ...], context: Context, wording: Wording) -> bool:
    """Another verb of saying, or words with one that only one side has, if they are an attribution."""
    one, other = folded
    if not (one and other):
        is_plain = len(one or other) > 1 or wording.lemmas.get((one or other)[0]) in _SURE_SAYING
        return is_plain and is_attribution(one or other, context, wording)
    lemmas = [{wording.lemmas.get(word) for word in side} - {None} for side in folded]
    if all(lemmas):
        return lemmas[0] != lemmas[1]
    return not _SURE_SAYING.isdisjoint(lemmas[0] | lemmas[1])


def _hedge_kind(folded: tuple[Words, ...], context: Context, wording: Wording) -> ChangeKind | None:
    """Hedge, or wording for one that means the same, if all that changed is a hedge."""
    phrases = [" ".join(side) for side in folded]
    hedges = wording.hedges
    if (phrases[0] and phrases[0] not in hedges) or (phrases[1] and phrases[1] not in hedges):
        return None
    said = {wording.hedges.get(phrase, "") for phrase in phrases}
    if len(said) < len(phrases):
        return ChangeKind.WORDING
    is_counting = bool(context[1]) and bool(wording.classes[context[1][0]] & (_FIGURED | UNIT))
    if is_counting or any(phrase and phrase not in _ALSO_PLACES for phrase in phrases):
        is_modal = any(phrase in wording.phrases[MODAL] for phrase in phrases)
        return None if is_modal and not is_counting else ChangeKind.HEDGE
    return None


def _is_name_change(
    sides: tuple[Words, Words], classes: tuple[list[int], ...], context: Context, wording: Wording
) -> bool:
    """Are names on both sides, or is nothing else than names with words of grammar on the only one?"""
    are_names = [_is_name(side, found) for side, found in zip(sides, classes, strict=True)]
    if all(sides):
        return all(are_names) or (
            all(bits & CAPITAL for found in classes for bits in found)
            and _is_part_of_name(sides, classes, context, wording)
        )
    lost = sides[0] or sides[1]
    if len(lost) == 1 and fold_word(lost[0]) in QUARTERS and lost[0][0].isupper():
        after = context[1]
        return bool(after) and bool(wording.classes[after[0]] & CAPITAL)  # South Sudan, Sudan
    return any(are_names) and all(
        bits & (NAME | ROLE) or fold_word(word) in wording.knowledge.function_words
        for side, found in zip(sides, classes, strict=True)
        for word, bits in zip(side, found, strict=True)
    )


def _is_part_of_name(
    sides: tuple[Words, Words], classes: tuple[list[int], ...], context: Context, wording: Wording
) -> bool:
    """Are capitalised words, common ones too, initials before a name (J. Smith), readings that look alike of
    which one is a name (Brandt, Brand), or what an organisation is for (Ministry of Health)?"""
    before, after = context
    next_bits = wording.classes[after[0]] if after else 0
    if all(len(side) == len(side[0]) == 1 for side in sides):
        return bool(next_bits & CAPITAL and next_bits & NAME)
    if next_bits & CAPITAL and all(len(side) == 1 and fold_word(side[0]) in QUARTERS for side in sides):
        return True  # North Korean, South Korean
    if all(len(side) == 1 for side in sides) and any(found[0] & NAME for found in classes):
        one, other = (fold_word(side[0]) for side in sides)
        if one[:_ALIKE] == other[:_ALIKE] and are_alike(one, other):
            return True
    heads = before[-2:-1] if before[-1:] in (["of"], ["for"]) else []
    last = fold_word(before[-1]) if before and before[-1][:1].isupper() else ""
    if not last or last in _ARTICLES or last in wording.names:  # no headline: Villagers Fear Army
        heads = [*heads, *after[:1]]
    return any(
        word[:1].isupper() and fold_word(word) in wording.knowledge.organization_words for word in heads
    )


QUARTERS = frozenset(
    "central east eastern new north northern south southern upper lower west western".split()
)
"""Words that tell one place from another of the same name."""
_ARTICLES = frozenset(("a", "an", "the"))
_ALIKE = 3
"""Letters with which names that look alike begin."""


def _is_name(words: Words, classes: list[int]) -> bool:
    """Capitalised words that are no common ones, beside small connecting words at most."""
    named = sum(bool(bits & CAPITAL and bits & NAME) for bits in classes)
    return bool(named) and (named * 2 >= len(words) or all(bits & CAPITAL for bits in classes))


def _letters(words: Words) -> str:
    return "".join("".join(fold_word(word).split()) for word in words)


def _difference(one: Words, other: Words) -> Words:
    """Words of one side that the other lacks, in order, a's first."""
    if len(one) == 1 and len(other) == 1:
        return [*one, *other]
    return [w for w in one if one.count(w) > other.count(w)] + [
        w for w in other if other.count(w) > one.count(w)
    ]


def _is_negated(words: Words) -> bool:
    return any(_CONTRACTED.search(word) for word in words)
