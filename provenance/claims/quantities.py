"""How many, how much, how long: numbers with what they count."""

import re
from collections.abc import Sequence

from attrs import evolve

from provenance.claims.bare_figures import Bare, find_bare, find_listed
from provenance.claims.counted import CASUALTIES, Counted, find_counted
from provenance.claims.figure_predicates import find_predicate, names_the_dead
from provenance.claims.reading import FUNCTION_WORDS, Reading, Sentence
from provenance.model.claims import Claim, ClaimKind, Hedge
from provenance.model.names import EntityKind
from provenance.model.spans import Span
from provenance.text.dates import DateExpression
from provenance.text.numbers import NumberExpression

_OF_THEM = re.compile(r"\sof\s(?:them|these|those|whom|which)\b", re.IGNORECASE)
_OF_COUNTED = re.compile(
    r"\sof\s(?:(?:the|its|their|his|her|some|about)|(?:[\w.-]{1,20}\s){0,3}[\w.-]{1,20}['\u2019]s?)\s(?=\d)",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(r"\ball\sbut\s\Z", re.IGNORECASE)
_OF_GROUP = re.compile(r"\sof\s(?:the|our|their|its|his|her|these|those|my|your)\s(?=[a-z])", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:\b[A-Z][\w-]{0,30}|\b(?:no|nos|number|article|section|chapter|page|paragraph|room|flight|route|highway"
    r"|version|phase|act|line|channel|grade|level|type|unit|gate|platform|aged?)\.?)\s\Z"
)
_OF_ALL = re.compile(r"\b[Oo]f\s(?:the|these|those|its|their|all|all\sthe)\s\Z")
_STATE = re.compile(
    r"\s(?:was|were|are|is|had\sbeen|have\sbeen)\s(?:\w{3,14}ly\s)?(?P<state>[^\W\d_]{2,20})\b"
)
_OPENED = re.compile(r"(?:\s[\w-]{2,16}){0,4},?\s")
_COMPARED = re.compile(
    r"\b(?:from|than|after|against|versus|compared\s(?:with|to))\s(?:[\w.-]{1,16}\s){0,3}[$\u00a3\u20ac]?\d"
)
_FOR_WHOM = re.compile(
    r"\s(?:for|to)\s(?:the\s)?(?P<name>(?:[a-z]+\s){0,2}?[^\W\d_a-z][\w.'\u2019-]{0,24}(?:\s[^\W\d_a-z][\w.'\u2019-]{0,24}){0,3})"
)
_NEXT_PART = re.compile(r"(?:,|;|,?\sand)\s\Z")
_AGE = re.compile(r"[-\s](?:year|month|week|day)s?[-\s]old\b")
_BEYOND = re.compile(r"\b(?:beyond|above|past|over)\sthe\s\Z")
_ALL_OF = re.compile(r"([^\W\d_]{2,24}),?\sall\s\Z", re.IGNORECASE)
_RANKED = re.compile(
    r"\s(?P<noun>body|corpse|life|death|fatality|victim|casualty|case|infection|arrest)\b", re.IGNORECASE
)
_RANKED_ACTS = {
    "body": "killed", "corpse": "killed", "life": "killed", "death": "killed", "fatality": "killed",
    "victim": "killed", "arrest": "arrested",
}  # fmt: skip
_FAR = 120
_NEAR = 30
_PER_HOUR = re.compile(r"/h\b|\s(?:an|per)\shour\b")
_SPEEDS = frozenset({"kilometer per hour", "mile per hour"})
_SCALED = 1e5
_BESIDE = 12
_LIMITS = frozenset({"by", "until", "till", "before", "since", "after"})
_SCORE = re.compile(r"[-\u2013:]\d")


def find_quantities(reading: Reading) -> list[Claim]:
    """Quantity claims in order of place.

    Left out: dates, years, ages, ordinals, scores, numbers that are part of a name or label, and numbers
    of which the text does not say what they count.
    """
    found: list[Claim] = []
    for number in reading.numbers:
        sentence = reading.sentence_at(number.start)
        if sentence is None or sentence.is_furniture or number.start >= sentence.end:
            continue
        claim = (
            _ranked(reading, sentence, number)
            if number.is_ordinal
            else _quantity(reading, sentence, number, found)
        )
        if claim is not None:
            found.append(_dated(reading, sentence, claim))
    return found


def _ranked(reading: Reading, sentence: Sentence, number: NumberExpression) -> Claim | None:
    """The hundredth body, its 20th life: that there were so many, at least."""
    found = _RANKED.match(reading.text, number.end, sentence.end)
    if found is None or number.value <= 1:
        return None
    noun = found["noun"].lower()
    predicate = _RANKED_ACTS.get(noun, "count")
    claim = _claim(
        reading, number, found.end(), found["noun"], predicate, "person" if predicate != "count" else noun
    )
    return evolve(claim, hedge=Hedge.AT_LEAST)


def _quantity(
    reading: Reading, sentence: Sentence, number: NumberExpression, before: Sequence[Claim]
) -> Claim | None:
    bare = find_listed(reading, sentence, number)
    if bare is None and find_counted(reading, sentence, number) is None:
        bare = find_bare(reading, sentence, number)
    if bare is not None:
        return _of_bare(reading, number, bare)
    if _is_label(reading, sentence, number):
        return None
    return _explained(reading, sentence, number, before)


def _explained(
    reading: Reading, sentence: Sentence, number: NumberExpression, before: Sequence[Claim]
) -> Claim | None:
    """What the noun behind a number, or the counts before it, make of it."""
    if number.unit == "times":
        return _times(reading, sentence, number)
    if whole := _OF_COUNTED.match(reading.text, number.end, sentence.end):
        return _part_of_counted(reading, sentence, number, whole.end())
    is_share = number.unit in ("percent", "share") and not _has_whole(sentence, before)
    if not is_share and (of_them := _OF_THEM.match(reading.text, number.end, sentence.end)):
        group_of = _whole_group(reading, sentence, number, of_them.end())
        return group_of or _part(reading, sentence, number, of_them.end(), before)
    if (group := _OF_GROUP.match(reading.text, number.end, sentence.end)) and number.unit is None:
        return _part_of_group(reading, sentence, number, group.end())
    claim = (
        _part_in_state(reading, sentence, number, before)
        or _plain(reading, sentence, number)
        or _elliptic(reading, sentence, number, before)
    )
    return evolve(claim, scope=_place(reading, sentence, claim)) if claim else None


def _of_bare(reading: Reading, number: NumberExpression, bare: Bare) -> Claim:
    """A number that the words around it explain."""
    noun = bare.noun if bare.predicate == "count" else bare.predicate
    return evolve(_claim(reading, number, bare.end, noun, bare.predicate, bare.unit), scope=bare.scope)


def _plain(reading: Reading, sentence: Sentence, number: NumberExpression) -> Claim | None:
    is_many = number.high is not None and number.is_word and reading.text.startswith(" of ", number.end)
    counted = find_counted(reading, sentence, evolve(number, end=number.end + 3) if is_many else number)
    predicate = find_predicate(reading, sentence, number, counted)
    is_small = number.is_word and number.value <= 3
    if (counted is None and predicate == "count") or (
        is_small and not _is_worth(reading, number, counted, predicate)
    ):
        return None
    end = counted.end if counted else number.end
    if speed := _speed(reading, sentence, number, counted):
        return speed
    words = " ".join(counted.words) if counted else ""
    person = "person" if predicate in CASUALTIES.values() else None
    unit = number.unit or (counted.unit if counted else None) or person
    return _claim(reading, number, end, words or predicate, predicate, unit)


def _speed(
    reading: Reading, sentence: Sentence, number: NumberExpression, counted: Counted | None
) -> Claim | None:
    """140 kilometres an hour, 95 km/h: one unit."""
    per_hour = _PER_HOUR.match(reading.text, counted.end, sentence.end) if counted else None
    unit = f"{counted.unit} per hour" if counted else ""
    if per_hour is None or unit not in _SPEEDS:
        return None
    return _claim(reading, number, per_hour.end(), "speed", "speed", unit)


def _claim(
    reading: Reading, number: NumberExpression, end: int, subject: str, predicate: str, unit: str | None
) -> Claim:
    value = reading.text[number.start : number.end]
    claim = reading.claim(ClaimKind.QUANTITY, (number.hedge_start, end), subject, predicate, value)
    hedge = number.hedge or (Hedge.ABOUT if number.high is not None else Hedge.EXACT)
    if hedge is Hedge.EXACT and _BEYOND.search(reading.text, max(0, number.start - 12), number.start):
        hedge = Hedge.MORE_THAN
    return evolve(claim, number=number.value, unit=unit, hedge=hedge)


def _is_label(reading: Reading, sentence: Sentence, number: NumberExpression) -> bool:
    """Part of a name (Task Force 134), a label (Article 5), an age, a score, a year, a definite "the two"."""
    text = reading.text
    before = text[max(sentence.start, number.hedge_start - 24) : number.hedge_start]
    after = text[number.end : number.end + 12]
    is_name = any(m.span.start <= number.start < m.span.end for m in sentence.mentions)
    is_age = _AGE.match(after) is not None or re.search(r"\b[Aa]ged?\s\Z", before) is not None
    is_score = _SCORE.match(after) is not None or before.endswith(("-", "\u2013"))
    is_time = re.match(r"\s?(?:a\.m|p\.m|am\b|pm\b|BC\b|AD\b)", after) is not None
    return is_name or is_age or is_score or is_time or _is_reference(reading, sentence, number, before)


def _is_reference(reading: Reading, sentence: Sentence, number: NumberExpression, before: str) -> bool:
    """Room 5, the 1998, the two: a number that tells which one, not how many."""
    text, knowledge = reading.text, reading.knowledge
    is_scaled = number.value >= _SCALED and text[number.end - 1].isalpha()  # fined A 45 million kroner
    is_scaled = is_scaled or "," in text[number.start : number.end]  # at A 3,200 jobs
    if number.hedge is None and number.unit is None and not is_scaled and _LABELLED.search(before):
        word = before.rsplit(maxsplit=1)[-1]
        if word.lower() in knowledge.weekdays or word.lower() in knowledge.months:
            return False  # on Thursday 600 tents came
        if word[0].islower() or before[: -len(word) - 1].strip() or len(before) == 24:
            return True
    digits = text[number.start : number.end]
    is_year = digits.isdigit() and len(digits) == 4 and 1700 <= number.value < 2100
    if is_year and number.hedge is None:
        return True
    is_definite = re.search(
        r"\b(?:the|these|those|both|his|her|their|its|our|either)\s\Z", before, re.IGNORECASE
    )
    if not number.is_word or number.value >= 13 or is_definite is None:
        return False
    counted = find_counted(reading, sentence, number) if number.value > 2 else None
    return counted is None or not counted.words


def _is_worth(reading: Reading, number: NumberExpression, counted: Counted | None, predicate: str) -> bool:
    """Small numbers in words count only with a hedge, a casualty, or a unit that measures."""
    if predicate != "count" or number.hedge not in (None, Hedge.EXACT):
        return True
    if counted is None or not counted.words or number.value == 1:
        return False
    return counted.words[-1].lower() in reading.knowledge.units


def _times(reading: Reading, sentence: Sentence, number: NumberExpression) -> Claim | None:
    """Twice told: how often the verb beside it happened."""
    after = next(iter(sentence.words_in(number.end, number.end + _NEAR)), None)
    if after is None or reading.text[number.end : after.start].strip() or after.folded in FUNCTION_WORDS:
        return None
    return _claim(reading, number, after.end, after.text, "times", "time")


def _has_whole(sentence: Sentence, before: Sequence[Claim]) -> bool:
    """Is there something counted just before, of which this can be a part?"""
    return bool(before and before[-1].span and before[-1].span.start >= sentence.start - 400)


def _whole_group(reading: Reading, sentence: Sentence, number: NumberExpression, end: int) -> Claim | None:
    """The team, all 24 of them: the noun before says of what kind the group is."""
    start = max(sentence.start, number.start - 2 * _NEAR)
    group = _ALL_OF.search(reading.text, start, number.start)
    if group is None or number.unit:
        return None
    return _claim(reading, number, end, group[1], "count", group[1].lower())


def _part(
    reading: Reading, sentence: Sentence, number: NumberExpression, end: int, before: Sequence[Claim]
) -> Claim | None:
    """2,500 of them Americans: a part of what the last quantity counts."""
    if not _has_whole(sentence, before):
        return None
    whole = before[-1]
    following = next(iter(sentence.words_in(end, end + _NEAR)), None)
    text = reading.text
    if following is not None and text[end : following.start] == " " and following.text[0].isupper():
        end = following.end
    subject = f"{whole.subject} {following.text}" if following and following.end == end else whole.subject
    claim = _claim(reading, number, end, subject, "count", whole.unit)
    predicate = find_predicate(reading, sentence, number, Counted(end, (), None))
    return evolve(
        claim, scope="of them", predicate=predicate if predicate in CASUALTIES.values() else "count"
    )


def _part_in_state(
    reading: Reading, sentence: Sentence, number: NumberExpression, before: Sequence[Claim]
) -> Claim | None:
    """Of these 12 tanks, three were destroyed and four were damaged: parts of what was counted first."""
    whole = before[-1] if before and before[-1].span and before[-1].span.start >= sentence.start else None
    state = _STATE.match(reading.text, number.end, sentence.end)
    if whole is None or whole.span is None or state is None or number.unit:
        return None
    opening = reading.text[max(sentence.start, whole.span.start - 16) : whole.span.start]
    gap = reading.text[whole.span.end : number.hedge_start]
    is_first = _OF_ALL.search(opening) is not None and _OPENED.fullmatch(gap) is not None
    is_first = is_first or re.fullmatch(r"\s?[:\u2013\u2014]\s", gap) is not None
    is_next = whole.scope == "of them" and len(gap) < _FAR and _NEXT_PART.search(gap) is not None
    if not is_first and not is_next:
        return None
    word = state["state"].lower()
    predicate = CASUALTIES.get(word, word) if word not in FUNCTION_WORDS else "count"
    claim = _claim(reading, number, number.end, whole.subject, predicate, whole.unit)
    return evolve(claim, scope="of them")


def _elliptic(
    reading: Reading, sentence: Sentence, number: NumberExpression, before: Sequence[Claim]
) -> Claim | None:
    """18,991 people died in A and 3,377 in B: the second counts what the first does."""
    last = before[-1] if before and before[-1].span and before[-1].span.start >= sentence.start else None
    text = reading.text
    is_joined = (
        re.search(r"(?:\band|,)\s\Z", text[max(0, number.hedge_start - 5) : number.hedge_start]) is not None
    )
    if (
        last is None
        or not is_joined
        or number.unit
        or re.match(r"\s(?:in|at|near|by|for|to)\s", text[number.end : number.end + 6]) is None
    ):
        return None
    if named := _FOR_WHOM.match(text, number.end, sentence.end):  # 67 seats for A, 64 for B
        claim = _claim(reading, number, number.end, last.subject, last.predicate, last.unit)
        return evolve(claim, scope=f"for {named['name'].rstrip('.')}")
    if text.startswith(" by ", number.end):  # given as 14 by A, 17 by B
        is_given = last.span is not None and text.startswith(" by ", last.span.end)
        return (
            _claim(reading, number, number.end, last.subject, last.predicate, last.unit) if is_given else None
        )
    if not any(m.kind is EntityKind.PLACE and m.span.start <= number.end + 10 for m in sentence.mentions):
        return None
    return _claim(reading, number, number.end, last.subject, last.predicate, last.unit)


def _place(reading: Reading, sentence: Sentence, claim: Claim) -> str:
    """Where those counted are: "in A" if it follows in the same clause, else ""."""
    if claim.span is None or claim.scope:
        return claim.scope
    for mention in sentence.mentions:
        if mention.span.start >= claim.span.end and mention.kind is EntityKind.PLACE:
            gap = reading.text[claim.span.end : mention.span.start]
            is_near = len(gap) < 2 * _NEAR and not re.search(
                r"[,;:\u2013\u2014]|\s(?:and|but|as|while)\s", gap
            )
            found = re.search(r"\b(?:in|at|near|across|from)\s(?:the\s)?\Z", gap)
            return f"{found.group().split()[0]} {mention.text}" if found and is_near else ""
    return ""


def _part_of_counted(reading: Reading, sentence: Sentence, number: NumberExpression, at: int) -> Claim | None:
    """206 of the 230 passengers: what the second number counts, of which the first is a part."""
    whole = reading.number_at(at)
    counted = find_counted(reading, sentence, whole) if whole else None
    if counted is None or not counted.words:
        return None
    predicate = find_predicate(reading, sentence, number, counted)
    claim = _claim(reading, number, counted.end, " ".join(counted.words), predicate, counted.unit)
    if whole is not None and _ALL_BUT.search(
        reading.text, max(0, number.hedge_start - 9), number.hedge_start
    ):
        claim = evolve(claim, number=whole.value - number.value)  # all but three of the 19
    if number.unit == "share" and whole is not None:  # one in ten of the 900 villagers
        return evolve(claim, number=round(number.value * whole.value, 6))
    return evolve(claim, scope=reading.text[number.end : counted.end].strip())


def _part_of_group(reading: Reading, sentence: Sentence, number: NumberExpression, at: int) -> Claim | None:
    """Twelve of our agents were arrested: a part of a group without number."""
    counted = find_counted(reading, sentence, evolve(number, end=at - 1))
    first = next(iter(sentence.words_in(at, at + 1)), None)
    if counted is None and first is not None and first.text.lower() in CASUALTIES:  # six of the dead
        counted = Counted(first.end, (first.text,), "person")
    if counted is None or not counted.words or number.value <= 1:
        return None
    predicate = find_predicate(reading, sentence, number, counted)
    is_small = number.is_word and number.value <= 3
    if is_small and not _is_worth(reading, number, counted, predicate):
        return None
    claim = _claim(reading, number, counted.end, " ".join(counted.words), predicate, counted.unit)
    return evolve(claim, scope=reading.text[number.end : counted.end].strip())


def _dated(reading: Reading, sentence: Sentence, claim: Claim) -> Claim:
    """The claim with the time that its clause states, if it states one only."""
    if claim.span is None:
        return claim
    near = [
        date
        for date in reading.dates_in(*_window(sentence, claim.span))
        if not date.is_attributive
        and date.preposition not in _LIMITS
        and not re.search(r"[;:]|,\s(?:but|and|while)\s", _between(reading, claim.span, date))
        and not _COMPARED.search(_between(reading, claim.span, date))
    ]
    if len(near) != 1 or len(_between(reading, claim.span, near[0])) > _FAR:
        return claim
    is_named = names_the_dead(reading, sentence, claim.span.start)
    if is_named and len(_between(reading, claim.span, near[0])) > _BESIDE:
        return claim  # tried for the deaths of nine people …: the time of the clause is another's
    days = reading.days_of(near[0])
    if days is None:
        return claim
    return evolve(claim, valid_from=days.first.isoformat(), valid_to=days.last.isoformat())


def _window(sentence: Sentence, span: Span) -> tuple[int, int]:
    return max(sentence.start, span.start - 2 * _FAR), min(sentence.end, span.end + 2 * _FAR)


def _between(reading: Reading, span: Span, date: DateExpression) -> str:
    if date.start >= span.end:
        return reading.text[span.end : date.start]
    return reading.text[date.end : span.start]
