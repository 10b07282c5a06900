"""A number of the headline that the text below has otherwise, and which numbers agree."""

import re
from collections.abc import Sequence

from provenance.conflicts.counting import noun_after
from provenance.conflicts.headline_findings import headline_finding
from provenance.conflicts.headline_lines import LEAST_SHARED, WORD, Headline, stems
from provenance.conflicts.inside import place_of, printed
from provenance.conflicts.masked import Masked, N
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import stem
from provenance.model.conflicts import Conflict, Level
from provenance.text.numbers import NumberExpression

_LEAD_FOR_FIGURES = 4
"""Sentences of the text that are held against its headline."""
_LEAD_OF_LONG = 14
"""Sentences in which a figure is looked for, where two words of the headline stand with it."""
_CASUALTIES = {
    "kill": "dead", "die": "dead", "dead": "dead", "death": "dead", "bodi": "dead", "fatal": "dead",
    "perish": "dead",
    "drown": "dead", "live": "dead", "victim": "dead", "toll": "dead", "injur": "hurt",
    "wound": "hurt", "hurt": "hurt", "miss": "missing",
    "arrest": "held", "detain": "held", "held": "held", "rescu": "rescued", "save": "rescued",
    "evacuat": "evacuated",
}  # fmt: skip


def check_figures(pile: Pile, masked: Masked, head: Headline) -> Conflict | None:
    """A number of the headline that the text has nowhere, where it has another one of the same thing."""
    head_text = masked.text[head.start : head.end]
    signs = re.findall(N, head_text)
    body = [s for s in re.findall(N, masked.text[head.lead[0][0] : head.body_end])]
    said = stems(head_text)
    for sign in signs:
        number = masked.figure(sign)
        kind = kind_of(pile, masked, sign)
        if not kind or any(_can_be(pile, masked, number, other, kind) for other in body):
            continue
        if _is_sum(masked, number, body, pile, kind):
            continue
        for at, (start, end) in enumerate(head.lead[:_LEAD_OF_LONG]):
            sentence = masked.text[start:end]
            if at >= _LEAD_FOR_FIGURES and len(said & stems(sentence)) < LEAST_SHARED:
                continue
            rivals = [s for s in re.findall(N, sentence) if kind_of(pile, masked, s) == kind]
            is_near = kind in _CASUALTIES.values() or bool(said & stems(sentence))
            rivals = [s for s in rivals if masked.figure(s).is_ordinal == number.is_ordinal]
            if rivals and is_near and not _is_less(number, masked.figure(rivals[0])):
                return _misfit(pile, masked, sign, rivals[0])
    return None


def _can_be(pile: Pile, masked: Masked, number: NumberExpression, other: str, kind: str) -> bool:
    """Can a number of the text be that of the headline: equal, and not of those whom another fate befell?"""
    fates = set(_CASUALTIES.values())
    own = kind_of(pile, masked, other)
    return agree(number, masked.figure(other)) and not (own != kind and own in fates and kind in fates)


def _misfit(pile: Pile, masked: Masked, sign: str, other: str) -> Conflict:
    names = [printed(masked, pile, each) for each in (sign, other)]
    return headline_finding(
        pile,
        f"Headline: {names[0]}, text: {names[1]}",
        f"The headline has {names[0]}, the text below has {names[1]} and nowhere the headline's figure.",
        (names[0], place_of(masked, sign)),
        (names[1], place_of(masked, other)),
        "figure",
        Level.HIGH,
    )


def kind_of(pile: Pile, masked: Masked, sign: str) -> str:
    """What a number is of: a casualty, percent, money, times, or its noun."""
    number = masked.figure(sign)
    at = masked.at(sign)
    text = masked.text
    if number.is_ordinal:
        return (
            "time"
            if re.match(r"\s(?:\w+\s)?(?:time|title|win|victory|defeat|record|term)", text[at + 1 : at + 30])
            else ""
        )
    if number.unit in ("share", "times"):
        return ""
    if number.unit:
        return number.unit
    behind = re.split(rf"[.;:,{N[1:-1]}]", text[at + 1 : at + 50])[0]
    before = re.split(rf"[.;:,{N[1:-1]}]", text[max(0, at - 30) : at])[-1]
    words = [w.lower() for w in WORD.findall(behind)][:4]
    for word in words:
        if (kind := casualty(word)) is not None:
            return kind
    for word in [w.lower() for w in WORD.findall(before)][-3:]:
        if (kind := casualty(word)) is not None and not (words and words[0] in ("years", "months", "days")):
            return kind
    return noun_after(text, at + 1, pile.knowledge.units)


def casualty(word: str) -> str | None:
    """What befell people, as a word in lower case tells (dead, hurt, missing, held); None if it does not."""
    short = stem(word)
    return next(
        (
            kind
            for root, kind in _CASUALTIES.items()
            if short.startswith(root) and len(short) <= len(root) + 3
        ),
        None,
    )


def agree(a: NumberExpression, b: NumberExpression) -> bool:
    """Can both be one number, one of them rounded or vague?"""
    (low, high), (least, most) = a.bounds, b.bounds
    if least <= high and low <= most:
        return True
    x, y = a.value, b.value
    if a.unit == "percent" == b.unit:
        return round(x) == round(y) and (x == round(x) or y == round(y))
    far = abs(x - y) / max(abs(x), abs(y), 1e-9)
    is_round = any(v >= 20 and v % 10 == 0 for v in (x, y))
    if a.hedge or b.hedge:
        return far <= 0.15
    return is_round and far <= (0.03 if max(x, y) < 1000 else 0.05) and min(x, y) > 50


def _is_less(head: NumberExpression, body: NumberExpression) -> bool:
    """Does a hedge in the text leave room for the headline's number?"""
    if body.hedge is None:
        return False
    return body.hedge.value in ("at_least", "more_than") and head.value >= body.value


def _is_sum(masked: Masked, number: NumberExpression, body: Sequence[str], pile: Pile, kind: str) -> bool:
    """Is the number the sum or the difference of two of the text?"""
    values = [masked.figure(s).value for s in body[:12] if kind_of(pile, masked, s) in (kind, "")]
    return any(
        abs(a + b - number.value) < 1e-9 or abs(a - b) == number.value
        for i, a in enumerate(values)
        for b in values[i + 1 :]
    )
