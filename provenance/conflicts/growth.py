"""A growth rate, a difference or a product that does not fit the figures beside it."""

import re
from collections.abc import Iterator

from provenance.conflicts.counting import noun_after
from provenance.conflicts.inside import is_said_to_be_wrong, make_finding, place_of, printed
from provenance.conflicts.masked import Masked, N, masked_texts
from provenance.conflicts.pile import Pile
from provenance.model.conflicts import Conflict, ConflictKind
from provenance.text.numbers import NumberExpression

_NO = f"[^;:{N[1:-1]}]"
_FROM_TO = re.compile(
    rf"\bfrom\s(?:\w+\s){{0,3}}?(?P<a>{N}){_NO}{{0,50}}?\sto\s(?:\w+\s){{0,3}}?(?P<b>{N})"
    rf"|\bto\s(?:\w+\s){{0,3}}?(?P<b2>{N}){_NO}{{0,40}}?(?:\sfrom\s|\scompared\swith\s|\sup\sfrom\s)(?:\w+\s){{0,3}}?(?P<a2>{N})"
)
_UP = re.compile(
    r"\b(?:ros?e|rises?|risen|rising|grew|grow\w*|increas\w*|jump\w*|climb\w*|soar\w*|surg\w*|swell\w*|swelled|went\sup"
    r"|gain\w*|expand\w*|rais\w+)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:fell|falls?|fallen|falling|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|plung\w*|sank|slump\w*|dip\w*"
    r"|went\sdown|slid|slip\w*|tumbl\w*|cut|cuts|reduc\w*|lower\w*)\b",
    re.IGNORECASE,
)
_FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_FACTOR = re.compile(r"\b(?P<stem>doubl|tripl|trebl|quadrupl|halv)(?:ed|es|e|ing)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:almost|nearly|about|around|roughly|some|more\sthan|over|just|close|less|under|up\sto)\s\Z"
)
_NOT_OF_BOTH = re.compile(
    r"\b(?:of\sthe|of\swhich|inflation|interest|target|margin|tax|share\sof|stake|annual\w*|a\syear|per\syear|each\syear"
    r"|average|than\sin|adjusted|constant|currency|turnout|of\sits|of\sall)\b"
)
_RATE = re.compile(
    rf"(?P<rate>{N})\s(?P<noun>[\w-]+)\s(?:a|an|per|each|every)\s(?P<unit>day|week|month|year|hour|minute)\b"
)
_WITHIN = (
    rf"\b(?P<how>within|in|after|for|lasted|took)\s(?:(?:only|just|the)\s)?(?P<time>{N})\s(?P<unit>UNIT)s?\b"
)
_WHOLE = re.compile(
    rf"\b(?:all|the|its|their|of)\s(?:of\s)?(?:the\s|its\s|their\s)?(?P<whole>{N})\s(?P<noun>[\w-]+)"
)
_EACH = re.compile(
    rf"(?P<many>{N})\s(?P<noun>[a-z][\w-]+(?:\s[a-z][\w-]+)?)\b{_NO}{{0,60}}?(?P<price>{N})\s?(?:[\w-]+\s)?(?:each|apiece)\b"
)
_IN_ALL = re.compile(
    rf"\b(?:total(?:s|ling|ing|led|ed)?(?:\s(?:cost|bill|sum|price))?(?:\s(?:of|is|was|to))?|sum\sof|bill\sof|altogether"
    rf"|in\sall,?)\s(?P<of>{N})|(?P<all>{N})(?:\s[\w-]+)?\s(?:in\sall|in\stotal|altogether)\b",
    re.IGNORECASE,
)
_MARGIN = re.compile(
    rf"(?P<a>{N})(?:\s(?:votes|points|seats|ballots))?\s?(?:to|against|,\s[^,;]{{0,30}}?|and\s[^,;]{{0,40}}?)\s?(?P<b>{N})"
    rf"{_NO}{{0,60}}?\b(?:majority|margin|lead|difference|gap)\s(?:of|was)\s(?:just\s|only\s)?(?P<c>{N})"
)


def find_wrong_growth(pile: Pile) -> Iterator[Conflict]:
    """ "from £80 million to £88 million, an increase of 25 percent"; 36 at three a week in five weeks."""
    for masked in masked_texts(pile):
        for index, (start, end) in enumerate(masked.sentences):
            sentence = masked.text[start:end]
            if len(re.findall(N, sentence)) < 2 or is_said_to_be_wrong(sentence):
                continue
            found = (
                _growth(pile, masked, start, end)
                or _margin(pile, masked, start, end)
                or _product(pile, masked, index)
                or _rate(pile, masked, index)
            )
            if found is not None:
                yield found


def _growth(pile: Pile, masked: Masked, start: int, end: int) -> Conflict | None:
    found = _FROM_TO.search(masked.text, start, end)
    if found is None or len(_FROM_TO.findall(masked.text, start, end)) > 1:
        return None
    signs = (found["a"] or found["a2"], found["b"] or found["b2"])
    a, b = (masked.figure(sign) for sign in signs)
    units = pile.knowledge.units
    if not _are_plain(a, b) or a.value <= 0 or b.value <= 0:
        return None
    nouns = [noun_after(masked.text, masked.at(sign) + 1, units) for sign in signs]
    if (nouns[0] and nouns[1] and nouns[0] != nouns[1]) or (a.unit and b.unit and a.unit != b.unit):
        return None
    if b.value / a.value >= 1000:  # from 3 to 4 million
        return None
    before = masked.text[max(start, found.start() - 40) : found.start()]
    return _told(pile, masked, before, signs) or _percent(pile, masked, start, end, signs)


def _told(pile: Pile, masked: Masked, before: str, signs: tuple[str, str]) -> Conflict | None:
    """Does the verb tell another way or another factor?"""
    a, b = (masked.figure(sign) for sign in signs)
    wrong = _wrong_way(before, a.value, b.value)
    if wrong:
        return _misfit(pile, masked, signs, wrong, "the other way", None)
    factor = _factor(before)
    if factor is not None and not _fits(b.value / a.value, factor[0], factor[1]):
        return _misfit(pile, masked, signs, f"{factor[2]}", f"a factor of {b.value / a.value:.3g}", None)
    return None


def _wrong_way(before: str, a: float, b: float) -> str:
    """The verb right before "from" that says up where the figures go down, or down where they go up."""
    verb = re.search(r"([a-z]+)(?:\s(?:slightly|sharply|steeply|steadily|again|back|further))?\s\Z", before)
    if verb is None:
        return ""
    if _UP.fullmatch(verb[1]) and b < a:
        return str(verb[1])
    return str(verb[1]) if _DOWN.fullmatch(verb[1]) and b > a else ""


def _percent(pile: Pile, masked: Masked, start: int, end: int, signs: tuple[str, str]) -> Conflict | None:
    """The one other percentage of the sentence, or of the next if it opens so, against the two figures."""
    a, b = (masked.figure(sign) for sign in signs)
    others = [s for s in re.findall(N, masked.text[start:end]) if s not in signs]
    rates = [s for s in others if masked.figure(s).unit == "percent"]
    if len(rates) != 1 or a.unit == "percent":
        return None
    rate = masked.figure(rates[0])
    at = masked.at(rates[0])
    near = masked.text[max(start, at - 20) : at + 24]
    if _NOT_OF_BOTH.search(near) or rate.high is not None:
        return None
    change = (b.value - a.value) / a.value * 100
    slack = (
        3.0
        if rate.hedge or a.hedge or b.hedge or _ABOUT.search(masked.text, max(start, at - 14), at)
        else 1.0
    )
    if abs(abs(change) - rate.value) <= slack * max(1.5, 0.1 * abs(change), _rounding(pile, masked, signs)):
        return None
    name = printed(masked, pile, rates[0])
    return _misfit(pile, masked, signs, name, f"{abs(change):.3g} percent", rates[0])


def _rounding(pile: Pile, masked: Masked, signs: tuple[str, str]) -> float:
    """Percentage points that the rounding of both figures can make."""
    spread = 0.0
    for sign in signs:
        name = printed(masked, pile, sign)
        digits = sum(c.isdigit() for c in name.lstrip("0.").rstrip("0")) or 1
        spread += 0.5 / 10 ** (digits - 1)
    return 100 * spread if spread < 0.2 else 12.0


def _misfit(
    pile: Pile, masked: Masked, signs: tuple[str, str], said: str, true: str, place: str | None
) -> Conflict:
    a, b = (printed(masked, pile, sign) for sign in signs)
    first = place_of(masked, signs[0])
    sides = [(f"{a} to {b}", [first, place_of(masked, signs[1])])]
    if place is not None:
        sides.append((said, [place_of(masked, place)]))
    return make_finding(
        pile,
        ConflictKind.ARITHMETIC,
        f"{a} to {b} is not {said}",
        f"From {a} to {b} is {true}. One of the figures is wrong, or they are of different things.",
        sides,
        "change",
    )


def _factor(before: str) -> tuple[float, float, str] | None:
    """Factor, slack and word of "doubled" and its like."""
    found = next(reversed(list(_FACTOR.finditer(before))), None)
    if found is None or re.search(r"[,;]", before[found.end() :]):
        return None
    about = _ABOUT.search(before[: found.start()]) or "more than" in before
    return _FACTORS[found["stem"].lower()], 0.3 if about else 0.15, found.group()


def _fits(true: float, said: float, slack: float) -> bool:
    return abs(true - said) <= slack * said


def _are_plain(*numbers: NumberExpression) -> bool:
    return all(not n.is_ordinal and n.high is None and n.unit not in ("times", "share") for n in numbers)


def _margin(pile: Pile, masked: Masked, start: int, end: int) -> Conflict | None:
    found = _MARGIN.search(masked.text, start, end)
    if found is None:
        return None
    a, b, c = (masked.figure(found[name]) for name in "abc")
    if not _are_plain(a, b, c) or any(n.hedge for n in (a, b, c)) or a.unit != b.unit:
        return None
    if c.unit not in (None, a.unit) or abs(abs(a.value - b.value) - c.value) < 0.06 * max(c.value, 1):
        return None
    names = [printed(masked, pile, found[name]) for name in "abc"]
    return make_finding(
        pile,
        ConflictKind.ARITHMETIC,
        f"{names[0]} and {names[1]} are not {names[2]} apart",
        f"{names[0]} and {names[1]} are {abs(a.value - b.value):,.12g} apart. One of the three "
        f"figures is wrong.",
        [
            (f"{names[0]} and {names[1]}", [place_of(masked, found["a"]), place_of(masked, found["b"])]),
            (names[2], [place_of(masked, found["c"])]),
        ],
        "difference",
    )


def _product(pile: Pile, masked: Masked, index: int) -> Conflict | None:
    """So many at a price each, and what they come to."""
    start, end = masked.sentences[index]
    found = _EACH.search(masked.text, start, end)
    if found is None:
        return None
    last = masked.sentences[min(index + 1, len(masked.sentences) - 1)][1]
    total = _IN_ALL.search(masked.text, found.end(), last)
    sign = total and (total["of"] or total["all"])
    if not total or not sign:
        return None
    many, price, whole = (masked.figure(s) for s in (found["many"], found["price"], sign))
    if not _are_plain(many, price, whole) or many.unit or any(n.hedge for n in (many, price, whole)):
        return None
    product = many.value * price.value
    if not product or abs(product - whole.value) <= 0.03 * product:
        return None
    return _misproduct(pile, masked, (found["many"], found["price"]), sign, product)


def _rate(pile: Pile, masked: Masked, index: int) -> Conflict | None:
    """So many a week, for so many weeks, and how many that was in all."""
    start, end = masked.sentences[index]
    rate = _RATE.search(masked.text, start, end)
    if rate is None:
        return None
    first = masked.sentences[max(0, index - 1)][0]
    time = re.search(_WITHIN.replace("UNIT", rate["unit"]), masked.text[first:end])
    wholes = [
        w for w in _WHOLE.finditer(masked.text, first, end) if w["noun"].lower() == rate["noun"].lower()
    ]
    if time is None or len(wholes) != 1:
        return None
    one, long, whole = (masked.figure(s) for s in (rate["rate"], time["time"], wholes[0]["whole"]))
    if not _are_plain(one, long, whole) or whole.hedge or (long.hedge and one.hedge):
        return None
    product = one.value * long.value
    is_short = product < 0.85 * whole.value
    is_long = product > 1.2 * whole.value and time["how"] != "within"
    if not (is_short or is_long):
        return None
    return _misproduct(pile, masked, (rate["rate"], time["time"]), wholes[0]["whole"], product)


def _misproduct(pile: Pile, masked: Masked, factors: tuple[str, str], whole: str, product: float) -> Conflict:
    a, b, c = (printed(masked, pile, sign) for sign in (*factors, whole))
    return make_finding(
        pile,
        ConflictKind.ARITHMETIC,
        f"{a} times {b} is not {c}",
        f"{a} times {b} is {product:,.12g}, the text gives {c}. One of the three figures is wrong.",
        [(f"{a} times {b}", [place_of(masked, sign) for sign in factors]), (c, [place_of(masked, whole)])],
        "product",
    )
