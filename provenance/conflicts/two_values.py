"""One thing of one text given two values by the narrator: a count, a measure, a sum, a year."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import frozen

from provenance.conflicts.counting import noun_after
from provenance.conflicts.headline_figures import agree
from provenance.conflicts.inside import is_said_to_be_wrong, make_finding, place_of, printed
from provenance.conflicts.masked import D, Masked, N, masked_texts
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import FUNCTION_WORDS, IRREGULAR, stem
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.text.numbers import NumberExpression

_NUMBER = re.compile(N)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|its|their|his|her|whole\s\w+\sof)\s(?:of\s)?(?:the\s)?(?:same\s)?\Z",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:more|another|other|others|additional|further|extra|first|originally|initially|previously|earlier|last|former|planned"
    r"|plans|hoped|expected|estimated|estimates?|demanded|sought|asked|wanted|wants|proposed|up\sto|maximum|minimum|average"
    r"|per|each|every|rose|fell|rising|falling|increase\w*|instead|compared|had\sbeen|another|half|record"
    r"|usual\w*|normal\w*|limit|according|says|said|claims?|claimed|reported\w*|puts|speaks|believes?|next|later|now|offered|bid"
    r"|opened|closed|if|would|could|may|might|different|separate|respectively|second|third|total)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:from|than|against|versus)\s\Z")
_SAID = re.compile(
    r"\b(?:said|says|told|according|claim\w*|reported|reports|estimat\w*|puts?|speaks?|spoke|announced|believes?)\b"
)
_PART = re.compile(
    r"(?:\s[\w-]+)?\sof\s(?:them|these|those|whom|which|the|its|their|all)\b|[^.;]{0,25}\b(?:in\sall|altogether|each)\b"
)
_INCLUDING = re.compile(
    r"\b(?:including|among\sthem|of\sthem|of\sthese|of\swhom|some\sof|one\sof\sthe|one\sof)\s(?:\w+\s)?\Z"
)
_ONE_OF_THE = re.compile(
    r"\b(?:one|two|some|most|each|any|none|part)\sof\s(?:the|its|their|these)\s\Z", re.IGNORECASE
)
_IN_PLACE = re.compile(r"\b(?:in|at|near|from|of)\s(?:the\s)?((?:[A-Z][\w'-]+\s?)+)")
_ALIKE = {
    "length": "long", "lengthi": "long", "height": "high", "heigh": "high",
    "tall": "high", "width": "wide", "breadth": "wide",
    "depth": "deep", "weigh": "weigh", "weight": "weigh", "price": "cost", "pric": "cost", "staff": "employ",
    "employ": "employ", "employe": "employ", "workforc": "employ", "work": "employ", "payroll": "employ",
    "bridg": "bridge",
    "footbridg": "bridge",
    "death": "dead", "kill": "dead", "dead": "dead", "die": "dead", "sentenc": "sentenc",
    "jail": "sentenc",
    "prison": "sentenc", "imprison": "sentenc", "reach": "come", "arriv": "come",
    "came": "come", "come": "come",
}  # fmt: skip
"""Stems that say one thing of a figure → the one that stands for them (length, height, cost, staff …)."""
_STAFF = re.compile(
    rf"\b(?:employ(?:s|ed|ing)?|staff\sof|workforce\sof|payroll\sof)\s(?:about\s)?(?P<of>{N})"
    rf"|(?P<n>{N})\s(?:[\w-]+\s)?(?:employees|staff)\b"
)
_CREW = re.compile(
    rf"\b(?P<word>crew|staff|team|group|family|delegation|party)\sof\s(?P<whole>{N})"
    rf"|\band\s(?:the|his|her)\sother\s(?P<rest>{N})\s(?:members\sof\s(?:the|his|her)\s)?(?P<same>crew|staff|team|group|family"
    r"|delegation|party)\b"
)
_ONCE = re.compile(
    rf"\b(?P<verb>built|founded|established|born|died|invented|discovered|launched|completed|inaugurated|opened|erected|signed"
    rf"|abolished|demolished|killed|destroyed|set\sup|created|sank|crashed|assassinated|published)\b[^.;:,{D[1:-1]}{N[1:-1]}]{{0,40}}?"
    rf"\bin\s(?P<date>{D})",
    re.IGNORECASE,
)
_MOST_OF_CLASS, _REACH_WORDS, _PHRASE_WORDS = 14, 14, 8
_MOST_VALUES = 3
"""Values that one noun has in a text up to which two of them may be of one thing."""
_LEAST_SHARED = 2


@frozen(eq=False)
class _Figure:
    sign: str
    number: NumberExpression
    kind: str
    at: int
    sentence: int
    stems: frozenset[str]
    places: frozenset[str]
    is_definite: bool


def find_two_values(pile: Pile) -> Iterator[Conflict]:
    """ "killed fourteen workers … The sixteen workers killed in the explosion": one thing, two figures."""
    for masked in masked_texts(pile):
        yield from _counts(pile, masked)
        yield from _years(pile, masked)
        yield from _staff(pile, masked)
        yield from _shares(pile, masked)


def _counts(pile: Pile, masked: Masked) -> Iterator[Conflict]:
    held: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, (start, end) in enumerate(masked.sentences):
        for found in _NUMBER.finditer(masked.text, start, end):
            kind = _kind(pile, masked, found.start())
            if kind:
                held[kind].append((index, found.start()))
    for kind, places in sorted(held.items()):
        if not 1 < len(places) <= _MOST_OF_CLASS:
            continue
        read = [_read(masked, kind, index, at) for index, at in places]
        figures = [figure for figure in read if figure is not None]
        if len({figure.number.value for figure in figures}) > _MOST_VALUES:
            continue  # of several things
        for a, b in combinations(figures, 2):
            if (
                a.sentence != b.sentence
                and _are_one(masked, a, b)
                and not _is_explained(masked, a, b, figures)
            ):
                yield _finding(pile, masked, a.sign, b.sign, kind)
                break


def _kind(pile: Pile, masked: Masked, at: int) -> str:
    """The noun or unit of an exact number; "" without one."""
    number = masked.figure(masked.text[at])
    if number.hedge or number.high or number.is_ordinal or number.unit in ("share", "times"):
        return ""
    return noun_after(masked.text, at + 1, pile.knowledge.units) or number.unit or ""


def _read(masked: Masked, kind: str, index: int, at: int) -> _Figure | None:
    number = masked.figure(masked.text[at])
    start, end = masked.sentences[index]
    if _is_quoted(masked.text, start, at):
        return None
    before, behind = masked.text[start:at], masked.text[at + 1 : end]
    if (
        _COMPARED.search(before)
        or _PART.match(behind)
        or (_INCLUDING.search(before) and not _ONE_OF_THE.search(before))
    ):
        return None
    clause = _clause(masked.text, start, end, at)
    if _OTHER.search(_phrase(masked.text, start, end, at)) or is_said_to_be_wrong(masked.text[start:end]):
        return None
    stems = _stems(clause) - {kind}
    places = frozenset(" ".join(m[1].split()) for m in _IN_PLACE.finditer(clause))
    definite = _DEFINITE.search(before) is not None
    return _Figure(masked.text[at], number, kind, at, index, stems, places, definite)


def _is_quoted(text: str, start: int, at: int) -> bool:
    """Does an odd number of quotation marks stand before it in its sentence?"""
    before = text[start:at]
    return before.count('"') % 2 == 1 or before.count("\u201c") > before.count("\u201d")


def _clause(text: str, start: int, end: int, at: int) -> str:
    """The words about a figure, up to a semicolon, a colon or `_REACH_WORDS` words."""
    before = re.split(r"[;:]|\sbut\s|\swhile\s", text[start:at])[-1].split()[-_REACH_WORDS:]
    behind = re.split(r"[;:]|\sbut\s|\swhile\s", text[at + 1 : end])[0].split()[:_REACH_WORDS]
    return f"{' '.join(before)} {text[at]} {' '.join(behind)}"


def _phrase(text: str, start: int, end: int, at: int) -> str:
    """The words about a figure up to the next comma, stop or bracket."""
    before = re.split(r"[;:,(]|\sbut\s|\swhile\s", text[start:at])[-1].split()[-_PHRASE_WORDS:]
    behind = re.split(r"[;:,)]|\sbut\s|\swhile\s", text[at + 1 : end])[0].split()[:_PHRASE_WORDS]
    return f"{' '.join(before)} {text[at]} {' '.join(behind)}"


def _stems(text: str) -> frozenset[str]:
    found = set()
    for word in _WORD.findall(text):
        low = word.lower().removesuffix("'s")
        for part in low.split("-"):
            if len(part) > 2 and part not in FUNCTION_WORDS:
                short = stem(IRREGULAR.get(part, part))
                found.add(_ALIKE.get(short, short))
    return frozenset(found)


def _are_one(masked: Masked, a: _Figure, b: _Figure) -> bool:
    """Do the words about both tell of one thing, of which the two figures cannot both hold?"""
    if agree(a.number, b.number) or (a.number.unit and b.number.unit and a.number.unit != b.number.unit):
        return False
    said = [_SAID.search(masked.sentence(each.sentence)) is not None for each in (a, b)]
    if all(said):
        return False
    if a.places and b.places and not any(_meet(x, y) for x in a.places for y in b.places):
        return False
    shared = a.stems & b.stems
    days = _days(masked, a) & _days(masked, b)
    count = len(shared) + (1 if days else 0)
    if b.is_definite or (a.is_definite and b.at < a.at):
        return count >= _LEAST_SHARED
    if _days(masked, a) and _days(masked, b) and not days:
        return False
    return count >= _LEAST_SHARED + (0 if shared & _VALUED else 1)


_VALUED = frozenset(
    "long high wide deep weigh cost sentenc employ bonu salari fine debt budget crew fund price "
    "grant loan prize capac popul"
    " turnout majorit margin speed depth distanc downhill penalt ransom reward".split()
)
"""Stems of words that have one figure at a time: with one of them, less shows that it is one thing."""


def _meet(a: str, b: str) -> bool:
    return a in b or b in a


def _days(masked: Masked, figure: _Figure) -> frozenset[str]:
    """What the dates of the sentence name, as printed parts."""
    start, end = masked.sentences[figure.sentence]
    clause = _clause(masked.text, start, end, figure.at)
    found = [masked.date(s) for s in re.findall(D, clause)]
    return frozenset(f"{d.year}/{d.month}/{d.day}/{d.weekday}/{d.relative}" for d in found)


def _is_explained(masked: Masked, a: _Figure, b: _Figure, figures: Sequence[_Figure]) -> bool:
    """Is one the other with a third figure of the text added or taken away?"""
    apart = abs(a.number.value - b.number.value)
    start = masked.sentences[max(0, min(a.sentence, b.sentence) - 1)][0]
    end = masked.sentences[min(max(a.sentence, b.sentence) + 1, len(masked.sentences) - 1)][1]
    values = [masked.figure(s).value for s in re.findall(N, masked.text[start:end])[:40]]
    if any(abs(v - apart) < 1e-9 for v in values if v > 1):
        return True
    between = masked.text[masked.sentences[a.sentence][0] : masked.sentences[b.sentence][1]]
    return (
        re.search(
            r"\b(?:rose|risen|fell|later|since\sthen|increased|updated|revised|more\s(?:bodies|people))\b",
            between,
        )
        is not None
    )


def _finding(pile: Pile, masked: Masked, one: str, two: str, what: str) -> Conflict:
    names = [printed(masked, pile, sign) for sign in (one, two)]
    return make_finding(
        pile,
        ConflictKind.QUANTITY,
        f"{names[0]} and {names[1]} in one text",
        f"The text speaks of one thing and gives {names[0]} in one place, {names[1]} in another.",
        [(names[0], [place_of(masked, one)]), (names[1], [place_of(masked, two)])],
        f"two values: {what}",
        Level.MEDIUM,
    )


def _years(pile: Pile, masked: Masked) -> Iterator[Conflict]:
    """ "Built in 1908, the Hotel Astor … Before the hotel was built in 1912"."""
    held: dict[str, list[tuple[re.Match[str], frozenset[str], int]]] = defaultdict(list)
    for start, end in masked.sentences:
        once = list(_ONCE.finditer(masked.text, start, end))
        if not once or is_said_to_be_wrong(masked.text[start:end]):
            continue
        for found in once:
            stated = masked.date(found["date"])
            if (
                stated.year is None
                or stated.is_range
                or re.search(r"\bre-?\Z", masked.text[start : found.start()])
            ):
                continue
            near = masked.text[max(start, found.start() - 60) : min(end, found.end() + 40)]
            words = _stems(near) - {stem(found["verb"].lower())}
            held[found["verb"].lower()].append((found, words, stated.year))
    for verb, places in sorted(held.items()):
        for a, b in combinations(places[:_MOST_OF_CLASS], 2):
            if (
                a[2] == b[2]
                or not a[1] & b[1]
                or masked.sentence_at(a[0].start()) == masked.sentence_at(b[0].start())
            ):
                continue
            if not _are_one_thing(masked, a[0], b[0]):
                continue
            yield _finding(pile, masked, a[0]["date"], b[0]["date"], verb)
            break


def _are_one_thing(masked: Masked, a: re.Match[str], b: re.Match[str]) -> bool:
    """Is the second said of "the" thing, or of the same name, that the first was said of?"""
    start = masked.sentences[masked.sentence_at(b.start())][0]
    before = masked.text[max(start, b.start() - 50) : b.start()]
    subject = re.search(
        r"\b(?:the|The|this|This|its|Its|It|it|which)\s?([\w-]*)\s(?:was|were|had\sbeen|is\ssaid\sto\shave\sbeen)\s\Z",
        before,
    )
    first = masked.text[
        masked.sentences[masked.sentence_at(a.start())][0] : masked.sentences[masked.sentence_at(a.start())][
            1
        ]
    ]
    if subject is not None and subject[1]:
        return stem(subject[1].lower()) in _stems(first)
    named = re.search(r"([A-Z][\w'-]+)\s(?:was|were|had\sbeen)\s\Z", before)
    return named is not None and named[1] in first


def _staff(pile: Pile, masked: Masked) -> Iterator[Conflict]:
    """All who work there, twice; a crew of 22 of whom the captain and 17 others are left."""
    found = [(m, m["of"] or m["n"]) for m in _STAFF.finditer(masked.text)]
    for (a, one), (b, two) in combinations(found[:_MOST_OF_CLASS], 2):
        texts = [masked.sentence(masked.sentence_at(m.start())) for m in (a, b)]
        near = [
            _phrase(masked.text, *masked.sentences[masked.sentence_at(m.start())], masked.at(sign))
            for m, sign in ((a, one), (b, two))
        ]
        numbers = [masked.figure(sign) for sign in (one, two)]
        if texts[0] == texts[1] or agree(*numbers) or any(n.hedge or n.high or n.unit for n in numbers):
            continue
        is_whole = re.search(r"\b(?:whole|entire|all|total)\b", near[1]) and not any(
            _OTHER.search(n) for n in near
        )
        if is_whole and len(_stems(texts[0]) & _stems(texts[1])) >= _LEAST_SHARED:
            yield _finding(pile, masked, one, two, "staff")
            break
    crews = list(_CREW.finditer(masked.text))
    for a, b in combinations(crews[:_MOST_OF_CLASS], 2):
        if a["whole"] and b["rest"] and a["word"].lower() == b["same"].lower():
            whole, rest = masked.figure(a["whole"]), masked.figure(b["rest"])
            between = masked.text[a.end() : b.start()]
            is_less = re.search(r"\b(?:died|killed|dead|missing|drowned|lost|injured|left)\b", between)
            if whole.value != rest.value + 1 and not is_less and not (whole.hedge or rest.hedge):
                yield _finding(pile, masked, a["whole"], b["rest"], a["word"].lower())


def _shares(pile: Pile, masked: Masked) -> Iterator[Conflict]:
    """ "Of 320 beds a third stand empty … The 40 beds are all the empty beds"."""
    pattern = re.compile(
        rf"(?P<share>{N})(?:\sof)?\s(?:the\s|its\s|their\s)?(?P<whole>{N})\s(?P<noun>[\w-]+)"
        rf"|\bof\s[^.,;{N[1:-1]}]{{0,40}}?(?P<whole2>{N})\s(?P<noun2>[\w-]+),?\s(?:a\s|about\s)?(?P<share2>{N})\s(?P<rest>[^.;,]{{3,60}})",
        re.IGNORECASE,
    )
    for found in pattern.finditer(masked.text):
        sign = found["share"] or found["share2"]
        share, whole = masked.figure(sign), masked.figure(found["whole"] or found["whole2"])
        part = _fraction(share)
        noun = stem((found["noun"] or found["noun2"]).lower())
        if part is None or whole.hedge or whole.unit or whole.value < 10:
            continue
        index = masked.sentence_at(found.start())
        last = masked.sentences[min(index + 2, len(masked.sentences) - 1)][1]
        words = _stems(masked.text[found.end() - len(found["rest"] or "") : masked.sentences[index][1]])
        for other in re.finditer(N, masked.text[found.end() : last]):
            at = found.end() + other.start()
            number = masked.figure(other.group())
            own = noun_after(masked.text, at + 1, pile.knowledge.units)
            near = _stems(masked.text[at + 1 : masked.sentences[masked.sentence_at(at)][1]])
            is_same = (
                own == noun
                and words & near - {noun}
                and re.search(r"\b[Tt]h(?:e|ese|ose)\s\Z", masked.text[:at][-8:])
            )
            if (
                is_same
                and not number.hedge
                and abs(part * whole.value - number.value) > 0.1 * part * whole.value
            ):
                yield _finding(pile, masked, sign, other.group(), noun)
                break


def _fraction(number: NumberExpression) -> float | None:
    """A share between 0 and 1; "a third", read as a rank, too."""
    if number.unit == "share" and 0 < number.value < 1:
        return number.value
    if number.unit == "percent" and number.value < 100:
        return number.value / 100
    if number.is_ordinal and number.is_word and number.value in (3, 4, 5, 6, 8, 10):
        return 1 / number.value
    return None
