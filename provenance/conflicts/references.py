"""Whether the two sides of a change only refer to one thing in two ways: he, the judge, Judge Alder."""

import re
from collections.abc import Sequence

from provenance.conflicts.expressions import whole_expression
from provenance.conflicts.pile import Pile
from provenance.conflicts.rewordings import content_words, has_other_words, makes_another_title
from provenance.conflicts.words import FUNCTION_WORDS
from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.model.reuse import Alignment, Change, ChangeKind
from provenance.text.folding import fold_text
from provenance.text.numbers import find_numbers
from provenance.text.tokens import find_words

_REFERRING = frozenset((ChangeKind.NAME, ChangeKind.ROLE, ChangeKind.ATTRIBUTION, ChangeKind.WORDING))
_PRONOUNS = frozenset(
    "he she it they we i you him her them us his its their our who which that this these those".split()
)
_DEFINITE = re.compile(r"(?:the|a|an|his|her|its|their|this|that)\s", re.IGNORECASE)
_AGE = re.compile(r"\W*\d{1,3}(?:[-\s]years?[-\s]old)?\W*\Z|\W*aged?\s\d{1,3}\W*\Z", re.IGNORECASE)
_MOST_AGE = 120
_PLAIN = 2
_LONGEST_DATE = 40
_BRACKET = re.compile(r"[\s(]?\(")
_QUOTE = re.compile(r'["“”«»„]')
_CLOSE_COPY = 0.9
"""Share of equal words from which a passage was copied rather than told anew."""
_ADDED = (ChangeKind.NUMBER, ChangeKind.DATE, ChangeKind.WORDING)
"""What a text that is told anew gives in addition, without altering what is told."""
_MOST_TURNED = 3
"""Words of substance in what turns a statement: "will not", "is said to have"."""
_NEAR_TAG = 2
"""Sentences on either side in which the other text names who says it."""
_MANY_SHARED = 3
"""Words of a longer stretch that both sides have, so that it was told anew and no one word exchanged."""


def is_told_otherwise(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Is it another way to refer, a negation moved, an age added, or a figure repeated in other units?"""
    if any(map(str.isalnum, change.a_text)) and any(map(str.isalnum, change.b_text)):
        return (
            denies_elsewhere(pile, alignment, change)
            or repeats_figures(pile, alignment, change)
            or refers_alike(pile, change)
            or _are_two_forms(pile, change)
            or _counts_elsewhere(pile, alignment, change)
            or (alignment.grade < _CLOSE_COPY and _is_told_anew(pile, alignment, change))
        )
    if change.kind is ChangeKind.ATTRIBUTION:
        return _is_speech_tag(pile, alignment, change)
    return (
        is_of_age(pile, change)
        or _is_in_brackets(pile, alignment, change)
        or (alignment.grade < _CLOSE_COPY and change.kind in _ADDED)
    )


def refers_alike(pile: Pile, change: Change) -> bool:
    """Does one side name what the other has a pronoun, a description or a shorter form for?

    A copy that says "he" for "Quinn", "the judge" for "Judge Alder", "it said" for "the paper reports", or
    leaves out a first name, tells nothing else. Two names, and two descriptions, are two things.
    """
    if change.kind not in _REFERRING or makes_another_title(change.a_text + " " + change.b_text):
        return False
    known = pile.knowledge
    one, two = (_names(known, text) for text in (change.a_text, change.b_text))
    rest = [_rest(known, text) for text in (change.a_text, change.b_text)]
    if has_other_words(" ".join(rest[0]), " ".join(rest[1]), known) and not (
        _is_description(known, change.a_text) or _is_description(known, change.b_text)
    ):
        return False
    if not one and not two:
        is_pronoun = _has_pronoun(change.a_text) or _has_pronoun(change.b_text)
        return is_pronoun and not rest[0] and not rest[1] and not _are_two_persons(change)
    if bool(one) != bool(two):
        lacking = change.b_text if one else change.a_text
        return _has_pronoun(lacking) or _is_description(known, lacking) or not content_words(lacking)
    return one <= two or two <= one or len(one & two) >= _MANY_SHARED


def _counts_elsewhere(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Does each sentence have the figures that the change shows on the other side: "another four", "four
    other"?"""
    if change.kind is not ChangeKind.NUMBER:
        return False
    sides = _sides(alignment, change)
    held = [{n.value for n in pile.numbers_at(source_id, start)} for source_id, start, _ in sides]
    shown = [{n.value for n in find_numbers(text, pile.knowledge)} for text in (change.a_text, change.b_text)]
    return bool(shown[0] or shown[1]) and shown[0] <= held[1] and shown[1] <= held[0]


def denies_elsewhere(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Is what one side denies denied in another place of the other's sentence ("I feel we weren't", "I didn't
    feel we were")? Then a negation has moved."""
    if change.kind is not ChangeKind.NEGATION:
        return False
    counts = []
    for source_id, start in (
        (alignment.a.source_id, change.a_start),
        (alignment.b.source_id, change.b_start),
    ):
        words = pile.words_at(source_id, start)
        denied = [
            w
            for w in words
            if w.folded in pile.knowledge.negations or w.text.lower().endswith(("n't", "n’t"))
        ]
        counts.append(len(denied))
    return counts[0] == counts[1] > 0


def _is_in_brackets(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Is it a figure in brackets behind another one, the same in other units as a rule?"""
    if change.kind is not ChangeKind.NUMBER:
        return False
    return any(
        start < end and _BRACKET.match(pile.text(source_id), max(0, start - 1)) is not None
        for source_id, start, end in _sides(alignment, change)
    )


def is_of_age(pile: Pile, change: Change) -> bool:
    """Is it an age that only one text gives? It adds to who somebody is, and to nothing that is told."""
    told = [text for text in (change.a_text, change.b_text) if text.strip()]
    numbers = [n.value for text in told for n in find_numbers(text, pile.knowledge)]
    is_low = len(numbers) == 1 and numbers[0] <= _MOST_AGE
    return change.kind is ChangeKind.NUMBER and len(told) == 1 and is_low and bool(_AGE.match(told[0]))


def repeats_figures(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Has one side all figures of the other, and one more in brackets: 320 km, 320 km (200 miles)?"""
    if change.kind is not ChangeKind.NUMBER:
        return False
    held = []
    for source_id, start, end in (
        (alignment.a.source_id, change.a_start, change.a_end),
        (alignment.b.source_id, change.b_start, change.b_end),
    ):
        first, last = whole_expression(pile, source_id, start, end)
        text = pile.text(source_id)[max(0, first - 1) : last + 1]
        held.append((text, {n.value for n in find_numbers(text, pile.knowledge)}))
    (one, own), (two, others) = held
    is_bracketed = ("(" in one) != ("(" in two) or (")" in one) != (")" in two)
    return bool(own and others) and is_bracketed and (own <= others or others <= own)


def _is_told_anew(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """In a passage with much other wording: is it no exchange of one value for another of its kind?"""
    known = pile.knowledge
    texts = (change.a_text, change.b_text)
    if change.kind is ChangeKind.NUMBER:
        return not all(_figures(known, text) for text in texts)
    if change.kind is ChangeKind.DATE:
        return len({_form_of_date(pile, *side) for side in _sides(alignment, change)} | {""}) > _PLAIN
    if change.kind in (ChangeKind.NAME, ChangeKind.ATTRIBUTION):
        kinds = [_kinds_named(pile, *side) for side in _sides(alignment, change)]
        return not kinds[0] & kinds[1]
    if change.kind in (ChangeKind.NEGATION, ChangeKind.MODALITY):
        return any(len(content_words(text)) > _MOST_TURNED for text in texts)
    return change.kind in (ChangeKind.WORDING, ChangeKind.ROLE) and not change.judgement


def _figures(known: Knowledge, text: str) -> list[float]:
    """Numbers of a text; "one" and "another" refer as often as they count."""
    return [n.value for n in find_numbers(text, known) if n.value != 1 or "1" in text]


def _sides(alignment: Alignment, change: Change) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
    return (
        (alignment.a.source_id, change.a_start, change.a_end),
        (alignment.b.source_id, change.b_start, change.b_end),
    )


def _form_of_date(pile: Pile, source_id: str, start: int, end: int) -> str:
    """Whether a day, a month or a year is named, in one word; another for what is told in any other way."""
    near = pile.dates_in(source_id, max(0, start - _LONGEST_DATE), end)
    found = next((each for each in near if each.end > start), None)
    if found is None:
        return "none"
    return "day" if found.day and found.month else ("month" if found.month else "other")


def _kinds_named(pile: Pile, source_id: str, start: int, end: int) -> set[EntityKind]:
    """Kinds of what is named at a place, but for houses that only pass on what was said."""
    return {
        m.kind
        for m in pile.mentions_near(source_id, start, end)
        if m.span.start < end and start < m.span.end and fold_text(m.name) not in pile.houses
    }


def _is_seat_of(known: Knowledge, one: str, two: str) -> bool:
    """Is one a state and the other its capital, which stands for its government?"""
    names = fold_text(one), fold_text(two)
    return any(
        known.countries.get(a) is not None and known.countries.get(a) == known.capitals.get(b)
        for a, b in (names, names[::-1])
    )


def _are_two_forms(pile: Pile, change: Change) -> bool:
    """Is one the abbreviation of the other: Ark. and Arkansas, AFC and American Football Conference?"""
    if change.kind is not ChangeKind.NAME:
        return False
    if _is_seat_of(pile.knowledge, change.a_text, change.b_text):
        return True
    short, long = sorted((change.a_text, change.b_text), key=len)
    letters = "".join(c for c in short if c.isalpha()).casefold()
    words = [w for w in find_words(long) if w.text[:1].isupper()]
    initials = "".join(w.folded[0] for w in words)
    is_cut = len(words) == 1 and len(letters) > 1 and words[0].folded.startswith(letters)
    return bool(words) and (letters == initials or is_cut)


def _is_speech_tag(pile: Pile, alignment: Alignment, change: Change) -> bool:
    """Is it the tag of quoted words, or named by the other text right before or after?"""
    is_first = bool(change.a_text.strip())
    own = (alignment.a.source_id, change.a_start) if is_first else (alignment.b.source_id, change.b_start)
    other = (alignment.b.source_id, change.b_start) if is_first else (alignment.a.source_id, change.a_start)
    said = change.a_text if is_first else change.b_text
    start, end = pile.sentence_at(*own)
    if _QUOTE.search(pile.text(own[0]), start, end):
        return True
    names = _names(pile.knowledge, said) or frozenset(
        w for w in content_words(said) if w not in pile.knowledge.say_verbs
    )
    sentences = pile.sentences(other[0])
    here = pile.sentence_index(other[0], max(0, other[1] - 1))
    first, last = max(0, here - _NEAR_TAG), min(len(sentences) - 1, here + _NEAR_TAG)
    near = [{w.folded for w in pile.words_at(other[0], sentences[at][0])} for at in range(first, last + 1)]
    verbs = pile.knowledge.say_verbs.keys() | {"according"}
    return bool(names) and any(names <= words and words & verbs for words in near)


def _names(known: Knowledge, text: str) -> frozenset[str]:
    """Folded words with a capital, but for pronouns, articles and the like."""
    return frozenset(
        w.folded
        for w in find_words(text)
        if w.text[:1].isupper() and w.folded not in FUNCTION_WORDS and w.folded not in _PRONOUNS
    )


def _rest(known: Knowledge, text: str) -> list[str]:
    """Words of substance that are neither names nor verbs of saying."""
    names = _names(known, text)
    return [w for w in content_words(text) if w not in names and w not in known.say_verbs]


def _has_pronoun(text: str) -> bool:
    return any(w.folded in _PRONOUNS for w in find_words(text))


def _is_description(known: Knowledge, text: str) -> bool:
    """ "the judge", "a local newspaper", with nothing but who says it beside."""
    return bool(_DEFINITE.match(text.lstrip())) and not _names(known, text)


def _are_two_persons(change: Change) -> bool:
    """He and she are two people, whoever they are."""
    held: Sequence[set[str]] = [{w.folded for w in find_words(t)} for t in (change.a_text, change.b_text)]
    men, women = {"he", "him", "his"}, {"she", "her", "hers"}
    return bool((held[0] & men and held[1] & women) or (held[0] & women and held[1] & men))
