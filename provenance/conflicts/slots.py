"""Typed values of a short text with the slot that each fills: counted noun, rank, age, dated act."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from attrs import frozen

from provenance.conflicts.scales import Scale, scale_of
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.claims import Hedge
from provenance.model.knowledge import Knowledge
from provenance.text.dates import DateExpression, find_dates, resolve_date
from provenance.text.numbers import NumberExpression, find_numbers
from provenance.text.sentences import find_sentences
from provenance.text.tokens import Token, find_words

ACTS = {
    form: act
    for act, forms in {
        "born": "born birth",
        "died": "died dies dead death passed deceased killed assassinated executed murdered",
        "published": "published publication released release releasing premiered premiere debuted "
        "debut aired "
        "opened opening issued launched",
        "founded": "founded founding established establishing formed formation created incorporated",
        "began": "began begun started start starting commenced",
        "ended": "ended ending finished dissolved disbanded ceased folded abolished",
        "written": "written wrote composed",
        "married": "married marriage wed wedding",
        "closed": "closed closing shut",
        "elected": "elected inaugurated crowned",
        "won": "won winning",
        "built": "built completed constructed erected",
        "signed": "signed",
        "joined": "joined",
        "resigned": "resigned retired quit",
    }.items()
    for form in forms.split()
}
"""Forms of verbs and nouns that name one dated act → the act (ours; the plain vocabulary of biographies)."""

MOST_VALUES = 400
"""Values of one text that are compared, the first ones: short texts have few."""
_LONGEST_SENTENCE = 4000
"""Characters of a sentence that is looked into; longer ones are tables."""
_RUN = 4
"""Words after a number among which the counted noun is looked for."""
_NEAR = 12
_BESIDE = 5
_YEAR_NEAR = 40
"""Characters between a figure and a year that narrows it."""
_IS_A = re.compile(r"\b(?:is|was)\s(?:an?|the)\s$", re.IGNORECASE)
"""Words between an act and its date."""
_AGE_BEFORE = re.compile(r"\b(?:at|by)\s(?:the\s)?age\s(?:of\s)?$|\baged?\s(?:of\s)?$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[\s-](?:years?|months?|days?|weeks?)[\s-](?:old|of\sage)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|is|were|being|only|just)\s$", re.IGNORECASE)
_WHEN = re.compile(r"\s(?:when|at the time)\b", re.IGNORECASE)
_LIFE = re.compile(r"\(([^()]{0,160}?)\)")
_TO = re.compile(r"\s?[-–—]\s?")
_WORK = re.compile(
    r"\s(?:[\w-]{1,20}\s){0,5}?(?:film|movie|novel|novella|album|song|single|book|documentary)\b"
)
"""What comes out in the year that stands before it: a 1952 film."""
_JOINERS = ("-", "\u2010", "\u2011")
_FROM_TO = re.compile(r"\bfrom\s(1\d{3}|20\d\d)\s(?:to|until|till|through)\s(1\d{3}|20\d\d)\b", re.IGNORECASE)
_CONVERTED = frozenset({"length", "duration", "mass", "area"})
"""Dimensions in which figures in other units are compared."""
_DECADE = re.compile(r"\b(?:early|mid|late)?[\s-]?(1\d|20)(\d)0['’]?s\b", re.IGNORECASE)
_FIRST = frozenset({"debut", "maiden"})
"""Adjectives that say "first" of what follows."""
_PERIODS = frozenset(
    "century centuries day days week weeks month months year years half quarter time".split()
)
"""What a rank numbers rather than orders: the third day, the 18th century."""
SUPERLATIVE = "most "
_SAME_SIZE = {"biggest": "largest", "greatest": "largest"}
_SAME_NOUN = {
    "movie": "film",
    "movies": "film",
    "installment": "film",
    "instalment": "film",
    "films": "film",
    "novel": "book",
    "novels": "book",
    "books": "book",
    "nation": "country",
    "kid": "child",
    "kids": "child",
    "children": "child",
    "novella": "book",
    "persons": "people",
    "individuals": "people",
    "victims": "people",
    "troops": "soldiers",
    "servicemen": "soldiers",
}
"""Nouns that count the same things in plain English."""


@frozen(order=True)
class Value:
    """A value with its slot.

    `slot`: kind of value and what it is of ("count", "season"; "date", "died"). `low`, `high`: least and
    greatest number meant, the hedge counted; days as ordinals for dates. `context`: other content stems of
    the sentence. `years`: years that the sentence names beside it.
    """

    start: int
    end: int
    slot: tuple[str, str]
    low: float
    high: float
    context: frozenset[str]
    years: frozenset[int]
    detail: frozenset[str] = frozenset()


def find_values(text: str, knowledge: Knowledge) -> list[Value]:
    """Typed values of `text`, by place."""
    dates = find_dates(text, knowledge)
    numbers = find_numbers(text, knowledge)
    found: list[Value] = []
    for start, end in find_sentences(text):
        if end - start > _LONGEST_SENTENCE:
            continue
        words = [w for w in find_words(text[start:end])]
        tokens = [Token(w.start + start, w.end + start, w.text, w.folded) for w in words]
        sentence = _Sentence(
            text, start, end, tuple(tokens), tuple(d for d in dates if start <= d.start < end)
        )
        found += _counts(sentence, [n for n in numbers if start <= n.start < end], knowledge)
        found += _dated(sentence)
        found += _spans(sentence)
        found += _firsts(sentence)
    return sorted(set(found), key=lambda v: (v.start, v.end, v.slot))[:MOST_VALUES]


@frozen
class _Sentence:
    text: str
    start: int
    end: int
    words: tuple[Token, ...]
    dates: tuple[DateExpression, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the words begin."""
        return tuple(w.start for w in self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stem(w.folded) for w in self.words if w.folded not in FUNCTION_WORDS)

    def has_date_at(self, start: int, end: int) -> bool:
        """Does a date, none of which overlap, cover part of the range?"""
        before = bisect_left(self.date_starts, end)
        return before > 0 and self.dates[before - 1].end > start

    @cached_property
    def date_starts(self) -> tuple[int, ...]:
        """Where the dates begin."""
        return tuple(d.start for d in self.dates)

    def years_near(self, number: NumberExpression) -> frozenset[int]:
        """Years close enough to a figure to be its time."""
        near = [d for d in self.dates if d.start - number.end < _YEAR_NEAR > number.start - d.end]
        return frozenset(d.year for d in near if d.year)

    @cached_property
    def years(self) -> frozenset[int]:
        return frozenset(d.year for d in self.dates if d.year)


def _counts(
    sentence: _Sentence, numbers: Sequence[NumberExpression], knowledge: Knowledge
) -> Iterator[Value]:
    for number in numbers:
        if sentence.has_date_at(number.start, number.end):
            continue
        low, high = bounds(number)
        at = bisect_left(sentence.starts, number.end)
        after = sentence.words[at : at + _RUN]
        run = _noun_run(sentence.text, number.end, after)
        if number.is_ordinal and set(_folded(run)) & _PERIODS:
            continue
        own = frozenset(noun_stem(w.folded) for w in run if not w.folded.endswith("est"))
        context = sentence.stems - {stem(w.folded) for w in run}
        slots = dict(reversed(_count_slots(sentence, number, run)))
        years = sentence.years_near(number)
        is_compound = bool(run) and sentence.text[run[0].end : run[0].end + 1] in _JOINERS  # two hour-long …
        scale = None if number.is_ordinal or is_compound else _scale(number, run, knowledge)
        if scale is not None and all(kind == "count" for kind, _ in slots):
            ends = low * scale.low, high * scale.high
            yield Value(number.start, run[0].end, ("amount", scale.dimension), *ends, context, years, own)
            continue
        for slot, end in sorted(slots.items()):
            yield Value(number.start, end, slot, low, high, context, years, own)


def _scale(number: NumberExpression, run: Sequence[Token], knowledge: Knowledge) -> Scale | None:
    """What the word behind the number converts into: weeks and months into time, miles into length."""
    scale = scale_of(knowledge.units.get(run[0].folded, "")) if run and not number.unit else None
    return scale if scale is not None and scale.dimension in _CONVERTED else None


def _spans(sentence: _Sentence) -> Iterator[Value]:
    """From 1820 to 1830: a span of years."""
    for found in _FROM_TO.finditer(sentence.text, sentence.start, sentence.end):
        first, last = int(found[1]), int(found[2])
        if first < last:
            ends = float(date(first, 1, 1).toordinal()), float(date(last, 12, 31).toordinal())
            yield Value(found.start(), found.end(), ("range", ""), *ends, sentence.stems, frozenset())


def _count_slots(
    sentence: _Sentence, number: NumberExpression, run: Sequence[Token]
) -> list[tuple[tuple[str, str], int]]:
    """Slots of a number, each with the end of the stretch that shows it: the noun's, or the number's own."""
    before = sentence.text[max(sentence.start, number.start - 16) : number.start]
    if number.is_ordinal:
        return [(("rank", _ranked(w.folded)), w.end) for w in run]
    if _is_age(sentence, number, before):
        return [(("age", act), number.end) for act in _acts(sentence) or [""]]
    if number.unit:
        return [(("amount", number.unit), number.end)]
    return [(("count", noun_stem(w.folded)), w.end) for w in _nouns(run, sentence.text, number)]


def _folded(words: Sequence[Token]) -> list[str]:
    return [w.folded for w in words]


def _is_age(sentence: _Sentence, number: NumberExpression, before: str) -> bool:
    if _AGE_BEFORE.search(before) or _AGE_AFTER.match(sentence.text, number.end):
        return True
    return bool(_WAS.search(before) and _WHEN.match(sentence.text, number.end))


def _ranked(word: str) -> str:
    """What a rank orders: a noun's stem, or a superlative as such."""
    return f"{SUPERLATIVE}{_SAME_SIZE.get(word, word)}" if word.endswith("est") else noun_stem(word)


def noun_stem(word: str) -> str:
    """A folded noun's stem, one for nouns that count the same things."""
    return stem(_SAME_NOUN.get(word, word))


def bounds(number: NumberExpression) -> tuple[float, float]:
    """Least and greatest number meant, the hedge counted; "about" leaves a tenth on each side."""
    low, high = number.bounds
    hedge = number.hedge
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return low, float("inf")
    if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        return float("-inf"), high
    if hedge is Hedge.ABOUT:
        return low * 0.9, high * 1.1
    return low, high


def _noun_run(text: str, end: int, after: Sequence[Token]) -> list[Token]:
    """Words after a number up to the first function word or mark."""
    run: list[Token] = []
    position = end
    for word in after:
        gap = text[position : word.start]
        if gap.strip(" \u00a0-\u2010\u2011") or len(gap) > 2:
            break
        if word.folded in FUNCTION_WORDS and word.folded != "most":
            break
        run.append(word)
        position = word.end
    return run


def _nouns(run: Sequence[Token], text: str, number: NumberExpression) -> list[Token]:
    """What is counted: the word joined by a hyphen, plural words of the run, or the one word after it."""
    if run and text[number.end : run[0].start] in ("-", "\u2010", "\u2011"):
        return [run[0]]
    plural = [w for w in run if w.folded.endswith("s") and not w.folded.endswith("ss")]
    irregular = [w for w in run if w.folded in ("people", "children", "men", "women")]
    return plural + irregular or list(run[:1])


def _acts(sentence: _Sentence) -> list[str]:
    return list(dict.fromkeys(ACTS[w.folded] for w in sentence.words if w.folded in ACTS))


def _firsts(sentence: _Sentence) -> Iterator[Value]:
    """Debut novel, maiden speech: the first of its kind."""
    for at, word in enumerate(sentence.words):
        if word.folded in _FIRST:
            run = _noun_run(sentence.text, word.end, sentence.words[at + 1 : at + 1 + _RUN])
            own = frozenset(stem(w.folded) for w in run)
            for noun in dict.fromkeys(noun_stem(w.folded) for w in run):
                context = sentence.stems - own
                yield Value(word.start, word.end, ("rank", noun), 1.0, 1.0, context, sentence.years, own)


def _dated(sentence: _Sentence) -> Iterator[Value]:
    for found in sentence.dates:
        interval = resolve_date(found, None)
        if interval is None or sentence.text[found.end : found.end + 2].strip("'’")[:1] == "s":
            continue
        ends = float(interval.first.toordinal()), float(interval.last.toordinal())
        for slot in _date_slots(sentence, found):
            context, years = sentence.stems, sentence.years - {found.year or 0}
            yield Value(found.start, found.end, slot, *ends, context, years)
    for decade in _DECADE.finditer(sentence.text, sentence.start, sentence.end):
        first = int(decade.group(1) + decade.group(2)) * 10
        span = 100 if decade.group(2) == "0" else 10
        ends = (
            float(date(first, 1, 1).toordinal()),
            float(date(first + span - 1, 12, 31).toordinal()),
        )
        for act in _act_at(sentence, decade.start(), decade.end()):
            yield Value(decade.start(), decade.end(), ("date", act), *ends, sentence.stems, sentence.years)


def _date_slots(sentence: _Sentence, found: DateExpression) -> list[tuple[str, str]]:
    """The act that a date belongs to; what the subject is ("is a 1952 film"); or the verb beside it."""
    before = sentence.text[max(sentence.start, found.start - 12) : found.start]
    if _IS_A.search(before):
        is_work = _WORK.match(sentence.text, found.end, sentence.end) is not None
        return [("date", "is a"), ("date", "published")] if is_work else [("date", "is a")]
    if found.is_range and found.end_year:
        return [("range", "")]
    acts = _act_at(sentence, found.start, found.end)
    if acts or found.is_attributive or _in_brackets(sentence, found):
        return [("date", act) for act in acts]
    near = [w for w in sentence.words if w.end <= found.start][-_BESIDE:]
    near += [w for w in sentence.words if w.start >= found.end][:_BESIDE]
    return [("verb", stem(w.folded)) for w in near if w.folded.endswith("ed") and len(w.folded) > 4]


def _in_brackets(sentence: _Sentence, found: DateExpression) -> bool:
    brackets = _LIFE.finditer(sentence.text, sentence.start, sentence.end)
    return any(b.start() <= found.start and found.end <= b.end() for b in brackets)


def _act_at(sentence: _Sentence, start: int, end: int) -> list[str]:
    """The act that a date belongs to: life dates in brackets, or the nearest act word in the clause."""
    for bracket in _LIFE.finditer(sentence.text, sentence.start, sentence.end):
        if bracket.start() <= start and end <= bracket.end():
            return _life_act(sentence, bracket, start, end)
    before = [w for w in sentence.words if w.end <= start]
    after = [w for w in sentence.words if w.start >= end]
    for distance in range(_NEAR):
        for words, position in ((before[::-1], distance), (after, distance)):
            if position < len(words) and words[position].folded in ACTS:
                word = words[position]
                between = sentence.text[min(word.end, end) : max(word.start, start)]
                if ";" not in between and not any(
                    d.start < max(word.start, start) and min(word.end, end) < d.end for d in sentence.dates
                ):
                    return [ACTS[word.folded]]
    return []


def _life_act(sentence: _Sentence, bracket: re.Match[str], start: int, end: int) -> list[str]:
    inside = [d for d in sentence.dates if bracket.start() <= d.start and d.end <= bracket.end()]
    if len(inside) == 2 and all(d.year for d in inside):
        between = sentence.text[inside[0].end : inside[1].start]
        if _TO.fullmatch(between) and (inside[0].day or (inside[1].year or 0) - (inside[0].year or 0) > 20):
            return ["born"] if inside[0].start == start else ["died"]
    words = [w for w in sentence.words if bracket.start() <= w.start and w.end <= start]
    acts = [ACTS[w.folded] for w in words if w.folded in ACTS]
    return acts[-1:]
