"""Dates in an order that cannot be: died before born, opened before built, dated after the citing text."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from provenance.conflicts.dated_events import ANY_DAY, DatedEvent, find_dated_events
from provenance.conflicts.events import published_interval
from provenance.conflicts.inside import (
    is_said_to_be_wrong,
    make_finding,
    names_other_calendar,
    place_of,
    printed,
)
from provenance.conflicts.masked import D, Masked, masked_texts
from provenance.conflicts.pile import Pile
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.model.spans import Span
from provenance.text.dates import resolve_date

ORDERS = (
    ("birth", "death"), ("birth", "join"), ("birth", "office"), ("birth", "elected"), ("birth", "marry"),
    ("death", "burial"), ("work", "open"), ("arrest", "trial"), ("trial", "verdict"), ("arrest", "verdict"),
    ("arrest", "release"), ("elected", "office"), ("join", "leave"), ("office", "leave"), ("sign", "ratify"),
    ("sign", "force"), ("ratify", "force"), ("pass", "force"), ("apply", "grant"), ("marry", "divorce"),
    ("depart", "arrive"),
    ("publish", "update"), ("write", "death"), ("order", "deliver"), ("diagnose", "death"),
    ("injury", "operation"),
    ("found", "dissolve"), ("begin", "end"), ("make", "lose"), ("admit", "discharge"),
)  # fmt: skip
"""What comes before what, of one thing."""

_TOLD_FIRST = frozenset(
    (
        ("join", "leave"), ("office", "leave"), ("depart", "arrive"), ("marry", "divorce"),
        ("arrest", "release"), ("order", "deliver"), ("elected", "office"), ("arrest", "verdict"),
        ("found", "dissolve"), ("begin", "end"), ("admit", "discharge"),
    )
)  # fmt: skip
"""Pairs that one person goes through more than once: left one party in 2010, joined another in 2011."""
_BACK = re.compile(r"\b(?:having|after|had|since)\s(?:[\w']+\s){0,4}?\Z")

_REACH = 2
"""Sentences between two happenings of one thing, at most."""
_ZONES = re.compile(r"\b(?:date\sline|time\szones?|local\stime|flight|flew|jet|plane)\b", re.IGNORECASE)
_OTHER_TURN = re.compile(
    r"\b(?:again|re-?(?:arrest|open|elect|publish|join|built|build|issu|marri)\w*|second|another|earlier|previous\w*|former\w*"
    r"|once\smore|new|replac\w*|extension|renovat\w*|restor\w*|repair\w*|wing|expan\w*|refurbish\w*|whom|affair|third|posthum\w*|retroactiv\w*|backdat\w*|in\sabsentia|first\s(?:trial|term|marriage|time))\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    rf"\b(?:letters?|memo|memorandum|documents?|report|orders?|notes?|e-?mails?|statement|certificate|receipt|invoice|contract"
    rf"|decree|message|minutes|warrant|petition|complaint|agreement|study)\b[^.;{D[1:-1]}]{{0,80}}?\bdated\s(?P<date>{D})"
)
_PAST = re.compile(
    rf"\b(?:was|were)\s(?:\w+ly\s)?(?:arrested|killed|elected|signed|opened|published|released|found|sentenced|born|buried|sold"
    rf"|injured|shot|convicted|appointed|dismissed)\b[^.;,{D[1:-1]}]{{0,40}}?\bon\s(?P<date>{D})"
)
_THEN = re.compile(
    rf"\b(?:[Oo]nly\s(?:then|after\sthat|afterwards)|[Nn]ot\suntil\s(?:then|after\sthat)|[Aa]fter\sthat|[Aa]fterwards"
    rf"|[Tt]hereafter|[Ss]ubsequently)\s?,?\s(?:on|in)?\s?(?P<date>{D})"
)
_BY_THEN = re.compile(
    r"\bby\s(?:then|that\stime|that\spoint)\b[^.;:]{0,30}?\b(?:gone|left|retired|dead|died|resigned|out\sof|dismissed)\b"
    r"|\b(?:gone|left|retired|dead|died|resigned|dismissed)\b[^.;:]{0,30}?\bby\s(?:then|that\stime|that\spoint)\b",
    re.IGNORECASE,
)


def find_date_orders(pile: Pile) -> Iterator[Conflict]:
    """Happenings of one thing in an impossible order, and what a text cites from after its own date."""
    for masked in masked_texts(pile):
        events = find_dated_events(pile, masked)
        yield from _reversed(pile, masked, events)
        yield from _gone(pile, masked, events)
        yield from _only_then(pile, masked)
        yield from _after_own_date(pile, masked)


def _reversed(pile: Pile, masked: Masked, events: Sequence[DatedEvent]) -> Iterator[Conflict]:
    told: set[int] = set()
    for early, late in ORDERS:
        firsts = [e for e in events if e.what == early]
        for second in (e for e in events if e.what == late):
            near = [e for e in firsts if abs(e.sentence - second.sentence) <= _REACH and e.at != second.at]
            near = [e for e in near if _are_of_one(masked, e, second)]
            if (early, late) in _TOLD_FIRST:
                near = [e for e in near if _is_told_first(masked, e, second)]
            if not near or not all(_is_after(masked, e, second) for e in near):
                continue
            first = min(near, key=lambda e: abs(e.at - second.at))
            if {first.at, second.at} & told or _is_excused(masked, first, second):
                continue
            told |= {first.at, second.at}
            yield _finding(pile, first, second)


def _is_told_first(masked: Masked, first: DatedEvent, second: DatedEvent) -> bool:
    """Is the one told before the other, or as what had gone before it, or on the same day by the clock?"""
    if first.at < second.at or (first.minute is not None and second.minute is not None):
        return True
    return _BACK.search(masked.text[max(0, first.at - 30) : first.at]) is not None


def _is_after(masked: Masked, first: DatedEvent, second: DatedEvent) -> bool:
    """Does what must come first come wholly after the second?"""
    if first.minute is not None and second.minute is not None:
        is_open = ANY_DAY in (first.days, second.days)
        is_same = first.is_same_day or second.is_same_day
        if (is_open and is_same) or (not is_open and first.days == second.days):
            return first.minute > second.minute
    if ANY_DAY in (first.days, second.days):
        return False
    return first.days.first > second.days.last


def _are_of_one(masked: Masked, first: DatedEvent, second: DatedEvent) -> bool:
    """Can both be of one thing? Not if two different persons are named before the verbs."""
    if first.names and second.names and not first.names & second.names:
        return False
    if {first.what, second.what} == {"begin", "end"}:
        return first.sentence == second.sentence
    return True


def _is_excused(masked: Masked, first: DatedEvent, second: DatedEvent) -> bool:
    begin = masked.sentences[min(first.sentence, second.sentence)][0]
    end = masked.sentences[max(first.sentence, second.sentence)][1]
    text = masked.text[begin:end]
    if names_other_calendar(text) or is_said_to_be_wrong(text) or _OTHER_TURN.search(text):
        return True
    gap = (first.days.first - second.days.last).days
    return _ZONES.search(text) is not None and (gap < 1 or re.search(r"date\sline", text) is not None)


def _finding(pile: Pile, first: DatedEvent, second: DatedEvent) -> Conflict:
    quotes = [" ".join(pile.quote(e.spans[0]).split()) for e in (first, second)]
    return make_finding(
        pile,
        ConflictKind.DATE_ORDER,
        f"{quotes[0]}, but {quotes[1]}",
        f"What comes first (\u201c{first.wording}\u201d) is dated after what must follow it "
        f"(\u201c{second.wording}\u201d). One of the two dates is wrong, or they are of different things.",
        [(quotes[1], list(second.spans)), (quotes[0], list(first.spans))],
        "order",
    )


def _gone(pile: Pile, masked: Masked, events: Sequence[DatedEvent]) -> Iterator[Conflict]:
    """ "wrote in October 2022. She had by then been gone: her last day was 31 March 2023."""
    for found in _BY_THEN.finditer(masked.text):
        index = masked.sentence_at(found.start())
        before = [e for e in events if index - 1 <= e.sentence <= index and e.at < found.start()]
        after = [
            e
            for e in events
            if e.what in ("leave", "death") and e.at > found.start() and e.sentence <= index + 1
        ]
        if not before or not after or after[0].days.first <= before[-1].days.last:
            continue
        if not _is_excused(masked, before[-1], after[0]):
            yield _finding(pile, after[0], before[-1])


def _only_then(pile: Pile, masked: Masked) -> Iterator[Conflict]:
    """ "The report came out on 26 June. Only then, on 2 June, did he resign."""
    own = published_interval(pile, masked.source_id)
    for found in _THEN.finditer(masked.text):
        index = masked.sentence_at(found.start("date"))
        before = re.findall(D, masked.sentence(index - 1)) if index else []
        if len(before) != 1 or _OTHER_TURN.search(masked.sentence(index - 1)):
            continue
        signs = (before[0], found["date"])
        stated = [masked.date(sign) for sign in signs]
        days = [resolve_date(date, own) for date in stated]
        one, two = days
        if one is None or two is None or any(d.day is None or d.relative or d.is_range for d in stated):
            continue
        near = masked.sentence(index - 1) + masked.sentence(index)
        if two.last >= one.first or is_said_to_be_wrong(near) or names_other_calendar(near):
            continue
        names = [printed(masked, pile, sign) for sign in signs]
        yield make_finding(
            pile,
            ConflictKind.DATE_ORDER,
            f"{names[1]} told as after {names[0]}",
            f"What is told as following has the date {names[1]}, what went before it {names[0]}. "
            "One of the two dates is wrong.",
            [(name, [place_of(masked, sign)]) for name, sign in zip(names, signs, strict=True)],
            "order of telling",
        )


def _after_own_date(pile: Pile, masked: Masked) -> Iterator[Conflict]:
    """ "in a letter dated 2 May", in a text of 29 April."""
    own = published_interval(pile, masked.source_id)
    if own is None:
        return
    for pattern in (_CITED, _PAST):
        for found in pattern.finditer(masked.text):
            stated = masked.date(found["date"])
            if stated.day is None or stated.relative or (pattern is _PAST and stated.year is None):
                continue
            days = resolve_date(stated, own)
            index = masked.sentence_at(found.start())
            sentence = masked.sentence(index)
            if days is None or days.first <= own[1] + timedelta(days=1) or is_said_to_be_wrong(sentence):
                continue
            if names_other_calendar(sentence) or re.search(r"\b(?:will|would|if|postdated)\b", sentence):
                continue
            name = printed(masked, pile, found["date"])
            yield make_finding(
                pile,
                ConflictKind.DATE_ORDER,
                f"{name} lies after the text's own date",
                f"The text is of {own[1].isoformat()} and speaks of {name} as past. Its own date, "
                f"or this one, is "
                "wrong, or the text was changed later.",
                [(name, [place_of(masked, found["date"])]), *_own_date(pile, masked)],
                "after its own date",
                Level.MEDIUM,
            )


def _own_date(pile: Pile, masked: Masked) -> list[tuple[str, list[Span]]]:
    """The place where the text prints its own date, if it does."""
    found = pile.sources[masked.source_id].source.first("published")
    span = found.span if found else None
    if found is None or span is None or span.source_id != masked.source_id:
        return []
    return [(found.value, [span])]
