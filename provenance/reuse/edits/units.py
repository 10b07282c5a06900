"""The kind and judgement of each stretch of differing words, with the rows and offsets it covers."""

import re
from collections.abc import Iterator
from functools import reduce
from itertools import pairwise
from operator import or_

from provenance.model.reuse import ANOTHER_SPELLING, MISREADING, ChangeKind
from provenance.reuse.edits.change_kinds import CONTEXT_WORDS, LONG_WORDS, PLAIN_SAYING, judge_words
from provenance.reuse.edits.clauses import begins_sentence
from provenance.reuse.edits.differences import Edit, Sides, Unit
from provenance.reuse.edits.mere_wording import is_mere_wording
from provenance.reuse.edits.slips import are_one_name, count_damages, is_damaged_figure
from provenance.reuse.edits.whole_names import widen_name
from provenance.reuse.edits.whole_values import judge_han, judge_value
from provenance.reuse.edits.word_pairs import Reading, read_words
from provenance.reuse.edits.wording import (
    ACCORDING,
    CALENDAR,
    CAPITAL,
    DIGITS,
    HAN,
    HEDGE,
    MEASURE,
    NUMBER,
    SAYING,
    SCALE,
    TOLD,
    UNIT,
    Language,
    Wording,
    fold_word,
)

_LENGTH = 6
"""Code points by which stretches of the same letters differ in length, at most."""
_MOST_PARTS = 3
"""Words into which a misread one falls apart, at most."""
_LONGEST_SPLIT = 2 * LONG_WORDS
"""Words of a replaced stretch of as many words that are compared one by one, at most."""
_FIGURED = DIGITS | NUMBER | SCALE | CALENDAR
_CUT = re.compile(r"[^\W\d_][-\u2010\u00ac]\s+[^\W\d_]")
_GRAMMAR_LETTERS = 3
_HALF_DAY = re.compile(r"(?<=\d )[ap]\. ?m\b|(?<=\d)[ap]\. ?m\b", re.IGNORECASE)
_QUOTED = re.compile(r"\s{0,2}[,.!?;:]?\s?[\"”’»)]|\s{0,2}[,;.!?]")
"""Marks after which what follows is not said by the word before them."""

Place = tuple[int, int, int, int]


def judge_stretch(sides: Sides, stretch: list[Unit], language: Language) -> Iterator[Edit]:
    """The changes of one stretch of words between equal ones."""
    if len(stretch) > 1:
        whole = Unit(stretch[0].i, stretch[-1].i_end, stretch[0].j, stretch[-1].j_end)
        if max(whole.i_end - whole.i, whole.j_end - whole.j) <= _MOST_PARTS:
            edit = _read_letters(sides, sides.place(whole), _words(sides, whole), language)
            if edit is not None:
                yield edit
                return
    for unit in stretch:
        i, i_end, j, j_end = unit
        count = i_end - i
        if count == 1 and j_end - j == 1:
            yield _judge_pair(sides, unit, language)
        elif count == j_end - j and count <= _LONGEST_SPLIT and not _is_speaker(sides, unit, language):
            for part in _split(sides, unit, language):
                if part.i_end - part.i == 1:
                    yield _judge_pair(sides, part, language)
                else:
                    yield _judge_unit(sides, part, language)
        else:
            yield _judge_unit(sides, unit, language)


def _is_speaker(sides: Sides, unit: Unit, language: Language) -> bool:
    """Does "said" follow a few words that begin with a capital, as whoever says it does?"""
    i, i_end, j, j_end = unit
    if i_end == len(sides.starts) or max(i_end - i, j_end - j) > _LONGEST_SPEAKER:
        return False
    wording = language.wording
    verb = sides.text[sides.starts[i_end] : sides.ends[i_end]]
    if not wording.classes[verb] & SAYING or wording.lemmas.get(fold_word(verb)) not in PLAIN_SAYING:
        return False
    starts = sides.text[sides.starts[i]], sides.other_text[sides.other_starts[j]]
    return all(map(str.isupper, starts)) and not any(
        wording.classes[word] & _FIGURED for side in _words(sides, unit) for word in side
    )


_LONGEST_SPEAKER = 4


def _judge_pair(sides: Sides, unit: Unit, language: Language) -> Edit:
    """One word for one word."""
    i, _, j, _ = unit
    a, a_end, b, b_end = sides.starts[i], sides.ends[i], sides.other_starts[j], sides.other_ends[j]
    one, other = sides.text[a:a_end], sides.other_text[b:b_end]
    if (
        a_end - a == b_end - b == 1
        and _HALF_DAY.match(sides.text, a)
        and _HALF_DAY.match(sides.other_text, b)
    ):
        return Edit(a, a_end, b, b_end, ChangeKind.NUMBER)
    reading = read_words(sides, (i, j), (one, other), language)
    if reading is not None:
        is_figured = not (one.isalpha() and other.isalpha()) and any(map(str.isdigit, one + other))
        if is_figured:
            a, a_end, b, b_end = _whole_figure(sides, (a, a_end, b, b_end))
        return Edit(a, a_end, b, b_end, *reading)
    both = [one], [other]
    is_same = fold_word(one) == fold_word(other)
    if not is_same or not (language.wording.classes[one] | language.wording.classes[other]) & TOLD:
        if is_mere_wording(sides, unit, both, language):
            return Edit(a, a_end, b, b_end, ChangeKind.WORDING)
    if is_same:
        return _judge_unit(sides, unit, language)
    return judge_told(sides, unit, (a, a_end, b, b_end), both, language)


def _whole_figure(sides: Sides, place: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The number of which misread figures are a part: 1,O00 and not O00."""
    a, a_end, b, b_end = place
    text, other = sides.text, sides.other_text
    while (
        min(a - sides.starts[0], b - sides.other_starts[0]) > 0 and text[a - 1] == other[b - 1] in _IN_FIGURES
    ):
        a, b = a - 1, b - 1
    while min(sides.ends[-1] - a_end, sides.other_ends[-1] - b_end) > 0 and text[a_end] == other[b_end]:
        if text[a_end] not in _IN_FIGURES:
            break
        a_end, b_end = a_end + 1, b_end + 1
    while text[a] in ".,":
        a, b = a + 1, b + 1
    while text[a_end - 1] in ".,":
        a_end, b_end = a_end - 1, b_end - 1
    return a, a_end, b, b_end


_IN_FIGURES = "0123456789.,"


def _split(sides: Sides, unit: Unit, language: Language) -> list[Unit]:
    """The unit in parts where words that stand for each other are readings of one, values or names."""
    labels = [_label(sides, unit.i + n, unit.j + n, language) for n in range(unit.i_end - unit.i)]
    if len(set(labels)) == 1 and labels[0] != "reading":
        return [unit]
    parts: list[Unit] = []
    for n, label in enumerate(labels):
        i, j = unit.i + n, unit.j + n
        if n and label == labels[n - 1] and label != "reading":
            parts[-1] = Unit(parts[-1].i, i + 1, parts[-1].j, j + 1)
        else:
            parts.append(Unit(i, i + 1, j, j + 1))
    return parts


def _label(sides: Sides, i: int, j: int, language: Language) -> str:
    one = sides.text[sides.starts[i] : sides.ends[i]]
    other = sides.other_text[sides.other_starts[j] : sides.other_ends[j]]
    if read_words(sides, (i, j), (one, other), language) is not None:
        return "reading"
    classes = language.wording.classes
    bits, other_bits = classes[one], classes[other]
    if (bits & _FIGURED and other_bits & _FIGURED) or bits & other_bits & MEASURE:
        return "value"
    return "name" if bits & other_bits & CAPITAL else ""


def _judge_unit(sides: Sides, unit: Unit, language: Language) -> Edit:
    """Any stretch of words for another, or for none."""
    place = a, a_end, b, b_end = sides.place(unit)
    is_lost = a == a_end or b == b_end
    if not is_lost and max(unit.i_end - unit.i, unit.j_end - unit.j) >= 2 * LONG_WORDS:
        return Edit(*place, ChangeKind.WORDING)
    both = _words(sides, unit)
    if not is_lost and abs((a_end - a) - (b_end - b)) <= _LENGTH:
        edit = _read_letters(sides, place, both, language)
        if edit is not None:
            return edit
    if is_mere_wording(sides, unit, both, language):
        return Edit(*place, ChangeKind.WORDING)
    return judge_told(sides, unit, place, both, language)


def judge_told(
    sides: Sides,
    unit: Unit,
    place: Place,
    both: tuple[list[str], list[str]],
    language: Language,
) -> Edit:
    """Of words of which some mean more than others do."""
    a, a_end, b, b_end = place
    bits = reduce(or_, map(language.wording.classes.__getitem__, both[0] + both[1]))
    if bits & HAN:
        value = judge_han(sides, place)
        if value is not None:
            return value
    context = _context(sides, unit)
    wider = _hedge(sides, unit, both, context, language, bits) if all(both) else None
    if wider is not None:
        return Edit(*sides.place(wider), ChangeKind.HEDGE)
    texts = sides.text[a:a_end], sides.other_text[b:b_end]
    kind = judge_words(both, texts, context, language.wording)
    if kind in (ChangeKind.NUMBER, ChangeKind.DATE):
        is_counted = bool(context[0]) and bool(language.wording.classes[context[0][-1]] & _FIGURED)
        if all(both) and not bits & (_FIGURED | UNIT) and is_counted and unit.j > 0:
            place = sides.place(Unit(unit.i - 1, unit.i_end, unit.j - 1, unit.j_end))  # 12 km, 12 miles
        return _as_value(sides, place, kind, language)
    if kind is ChangeKind.NAME:
        return _as_name(sides, unit, both, language)
    if kind is ChangeKind.ATTRIBUTION and all(both) and _is_set_off(sides, place, bits):
        kind = ChangeKind.WORDING
    return Edit(*place, kind)


def _is_set_off(sides: Sides, place: Place, bits: int) -> bool:
    """Does a mark part words without a verb of saying from the one that follows: "... trout," said?"""
    before = sides.text[max(0, place[0] - len(ACCORDING) - len(" the ")) : place[0]].lower()
    return not bits & SAYING and ACCORDING not in before and _QUOTED.match(sides.text, place[1]) is not None


def _read_letters(
    sides: Sides, place: Place, words: tuple[list[str], list[str]], language: Language
) -> Edit | None:
    """The change, if the words of both sides have the same letters or one is damaged and in pieces."""
    a, a_end, b, b_end = place
    texts = sides.text[a:a_end], sides.other_text[b:b_end]
    reading = _read_texts(texts, words, language)
    if reading is not None and reading[0] is ChangeKind.NUMBER:
        return judge_value(sides, place, language.wording)
    return Edit(*place, *reading) if reading is not None else None


def _as_value(sides: Sides, place: tuple[int, int, int, int], kind: ChangeKind, language: Language) -> Edit:
    """The whole value. A phrase around a date of which the other text has nothing is a date as well."""
    edit = judge_value(sides, place, language.wording)
    is_lost = place[0] == place[1] or place[2] == place[3]
    if not is_lost:
        values = sides.text[place[0] : place[1]], sides.other_text[place[2] : place[3]]
        figured = sum(any(map(str.isdigit, value)) for value in values)
        counted = language.wording.counted
        is_worded = any(counted.get(fold_word(w), 0) & _FIGURED for value in values for w in value.split())
        is_lost = figured == 1 or (not figured and not is_worded)  # in 1953, long ago; spring, autumn
    if kind is ChangeKind.DATE and is_lost and edit.kind is ChangeKind.NUMBER and edit[:4] == place:
        return edit._replace(kind=kind)
    return edit


def _as_name(sides: Sides, unit: Unit, words: tuple[list[str], list[str]], language: Language) -> Edit:
    """The whole name, with the judgement where its letters alone tell that it is one name."""
    wording = language.wording
    if not language.has_name_capitals and not all(_is_sure_name(side, wording) for side in words if side):
        return Edit(*sides.place(unit), ChangeKind.WORDING)
    if not language.is_english and _may_be_opening(sides, unit, words, wording):
        return Edit(*sides.place(unit), ChangeKind.WORDING)
    a, a_end, b, b_end = sides.place(widen_name(sides, unit, wording))
    is_one = are_one_name(sides.text[a:a_end], sides.other_text[b:b_end])
    return Edit(a, a_end, b, b_end, ChangeKind.NAME, ANOTHER_SPELLING if is_one else "")


def _may_be_opening(sides: Sides, unit: Unit, words: tuple[list[str], list[str]], wording: Wording) -> bool:
    """Is there no capital but that of a sentence's first word, which no list of names has?"""
    place = sides.place(unit)
    begins = begins_sentence(sides.text, place[0]) or begins_sentence(sides.other_text, place[2])
    capitals = max(sum(word[:1].isupper() for word in side) for side in words)
    return begins and capitals <= 1 and not any(fold_word(w) in wording.names for side in words for w in side)


def _is_sure_name(words: list[str], wording: Wording) -> bool:
    """Where all nouns have a capital: two capitals side by side, or a word of the lists of names."""
    capitals = [word[:1].isupper() for word in words]
    return any(map(all, pairwise(capitals))) or any(fold_word(word) in wording.names for word in words)


def _words(sides: Sides, unit: Unit) -> tuple[list[str], list[str]]:
    i, i_end, j, j_end = unit
    text, other = sides.text, sides.other_text
    return (
        [text[sides.starts[n] : sides.ends[n]] for n in range(i, i_end)],
        [other[sides.other_starts[n] : sides.other_ends[n]] for n in range(j, j_end)],
    )


def _context(sides: Sides, unit: Unit) -> tuple[list[str], list[str]]:
    """Words of a before and after the unit; b has the same there."""
    i, i_end = unit.i, unit.i_end
    text, starts, ends = sides.text, sides.starts, sides.ends
    before = range(max(0, i - CONTEXT_WORDS), i)
    after = range(i_end, min(len(starts), i_end + CONTEXT_WORDS))
    return [text[starts[n] : ends[n]] for n in before], [text[starts[n] : ends[n]] for n in after]


def _read_texts(
    texts: tuple[str, str], sides: tuple[list[str], list[str]], language: Language
) -> Reading | None:
    """Of stretches with the same letters, or with one damaged word in pieces."""
    words, others = sides
    if not words or not others or abs(len(texts[0]) - len(texts[1])) > _LENGTH:
        return None
    is_even = len(words) == len(others)
    if is_even and fold_word(words[0])[:1] != fold_word(others[0])[:1]:
        return None
    letters = "".join(map(fold_word, words)), "".join(map(fold_word, others))
    if letters[0] == letters[1]:
        return _read_same(texts, sides, letters[0], language)
    if is_even or max(len(words), len(others)) > _MOST_PARTS:
        return None
    if is_damaged_figure(*texts) or _is_in_pieces(sides, letters, language.wording):
        return ChangeKind.OCR, MISREADING
    return None


def _read_same(
    texts: tuple[str, str], sides: tuple[list[str], list[str]], letters: str, language: Language
) -> Reading:
    """Of the same letters or figures in other words."""
    if letters.isdecimal():
        return ChangeKind.NUMBER, ""
    if any(map(_CUT.search, texts)) or _are_run_together(*sides, language.wording):
        return ChangeKind.OCR, MISREADING
    return ChangeKind.TYPOGRAPHY, ANOTHER_SPELLING if len(sides[0]) != len(sides[1]) else ""


def _is_in_pieces(sides: tuple[list[str], list[str]], letters: tuple[str, str], wording: Wording) -> bool:
    """Is one side a word, and the other the same one, damaged and in pieces of which some are no words?"""
    whole, parts = (letters[0], sides[1]) if len(sides[0]) == 1 else (letters[1], sides[0])
    if min(map(len, sides)) > 1 or not wording.is_known(whole):
        return False
    is_strange = not all(wording.is_known(fold_word(part)) for part in parts)
    return is_strange and count_damages(*letters)[0] > 0


def _are_run_together(words: list[str], others: list[str], wording: Wording) -> bool:
    """Did a small word run into its neighbour (ofthe), so that what stands there is none?"""
    fewer, more = sorted((words, others), key=len)
    if len(fewer) == len(more) or all(wording.is_known(fold_word(word)) for word in fewer):
        return False
    return any(len(word) <= _GRAMMAR_LETTERS for word in more) and all(
        wording.is_known(fold_word(word)) for word in more
    )


def _hedge(
    sides: Sides,
    unit: Unit,
    words: tuple[list[str], list[str]],
    context: tuple[list[str], list[str]],
    language: Language,
    bits: int,
) -> Unit | None:
    """The unit widened to the hedge of which it is a part: "more than", "fewer than" for "more", "fewer"."""
    i, i_end, j, j_end = unit
    wording = language.wording
    is_begun = bits | wording.classes[context[0][-1]] if context[0] else bits
    if not is_begun & HEDGE or max(map(len, words)) > _MOST_PARTS:
        return None
    if not any(wording.classes[word] & _FIGURED for word in context[1]):
        return None
    folded = [[fold_word(word) for word in side] for side in words]
    before, after = ([fold_word(word) for word in side] for side in context)
    for left, right in ((0, 1), (1, 0), (1, 1), (0, 2)):
        if left > min(i, j) or right > min(len(sides.starts) - i_end, len(sides.other_starts) - j_end):
            continue
        phrases = (" ".join([*before[len(before) - left :], *side, *after[:right]]) for side in folded)
        said = {wording.hedges.get(phrase, "") for phrase in phrases}
        if "" not in said:
            return Unit(i - left, i_end + right, j - left, j_end + right) if len(said) > 1 else None
    return None
