"""Parts that do not fit the whole that the same sentence or the one before it names."""

import re
from collections.abc import Iterator, Sequence

from provenance.conflicts.counting import Part, is_closed, noun_after, read_list
from provenance.conflicts.inside import is_said_to_be_wrong, make_finding, place_of, printed
from provenance.conflicts.masked import Masked, N, masked_texts
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import stem
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.text.numbers import NumberExpression

_NUMBER = re.compile(N)
_COLON = re.compile(rf"(?P<whole>{N})(?P<between>[^.;:{N[1:-1]}]{{0,80}}?)\s?(?::|—|–|\s-)\s(?=.)")
_OF_WHOLE = re.compile(
    rf"\b(?:of|among)\s(?:the|its|their|his|her|all|all\sthe|these|those|[\w-]+'s?)?\s?(?P<whole>{N})"
    rf"(?:\s(?P<between>[^.;:,{N[1:-1]}]{{2,60}}?))?\s?,\s(?=[^,]{{0,30}}{N})"
    rf"|\b(?:in|with|of|from)\s(?:an?|the|its|their)\s(?:[a-z-]+\s){{1,3}}?of\s(?P<body>{N})(?:\s[a-z-]+){{0,2}}?,\s"
    rf"(?=[^,]{{0,40}}{N})"
    rf"|\b(?:in|of)\s(?:an?|the|its|their)\s(?P<seats>{N})[\s-](?:seat|member|strong|man|place|bed)\s(?:[a-z-]+\s?){{1,3}}?,\s"
    rf"(?=[^,]{{0,40}}{N})",
    re.IGNORECASE,
)
_THEM = re.compile(
    r"(?:Of|Among)\s(?:these|them|those|(?:the|its|their|those|these)\s(?:dead|victims?|deaths?|injured|wounded"
    r"|casualties|missing|killed|fatalities|survivors|arrested|detainees|total|sum|money|seats|votes|members|workers))\b,?\s"
    r"|(?:The|These|Those)\s(?:dead|victims?|deaths?|injured|wounded|casualties|missing|killed|crew|team|group"
    r"|fatalities|survivors|arrested|detainees|delegation|party|fleet|total|sum|money|figure|list|passengers|others)"
    r"\s(?:\w+\s){0,2}?(?:were|are|was|is|included|includes|comprised|comprises?|consist\w*\sof|came\sto|break\w*"
    r"\sdown\s(?:into|as))\s"
    r"|They\s(?:were|are|included|comprised|comprise|consist\w*\sof)\s"
    r"|(?:It|This)\s(?:comprised|comprises|consist\w*\sof|is\smade\sup\sof|was\smade\sup\sof)\s"
)
_SHARED_OUT = re.compile(
    rf"\b(?:won|took|take|gets?|got|has|have|had|holds?|held|received|gained|secured|went\sto|go\sto|goes\sto)\s(?={N})"
)
_TOTAL_AFTER = re.compile(
    rf"(?:\b(?:a|in|for|to|making|bringing|the)\s(?:combined\s|grand\s)?total\s(?:to|of|was|is)?\s?(?P<of>{N})"
    rf"|(?P<all>{N})[^.;:,{N[1:-1]}]{{0,40}}?\s(?:in\sall|in\stotal|altogether)\b)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:includ\w+|among|mostly|at\sleast|rest|remaining|remainder|others?|some|several|such\sas|unidentified|for"
    r"\sexample|notably|mainly|partly|respectively|overlap\w*|both\sof)\b",
    re.IGNORECASE,
)
_BOTH_WAYS = re.compile(
    r"\b(?:some|several|many|most|one|two|three)\sof\s(?:them|the\s(?:children|women|men|dead))\b|\balso\b|\bboth\b"
)
_EXCLUSIVE = (
    frozenset("men women boys girls male female males females".split()),
    frozenset("adults children adult minors".split()),
    frozenset("for against favour abstentions abstained absent abstaining".split()),
    frozenset("soldiers civilians policemen gendarmes attackers police rebels".split()),
    frozenset("wins losses draws defeats won lost drawn".split()),
    frozenset("passed failed alive dead survived died".split()),
)
_MEASURES = frozenset(
    stem(word)
    for word in "seconds minutes hours days weeks months years decades centuries kilometres miles "
    "metres feet "
    "degrees kilograms tonnes points goals percent".split()
)
_BEFALLEN = re.compile(
    r"\b(?:kill\w*|injur\w*|wound\w*|claim\w*|lives\sof|deaths?\sof|arrest\w*|toll\s(?:\w+\s){1,3})\s?\Z"
)
_PEOPLE = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:people|persons|dead|deaths|killed|died|injured|wounded|victims|men|women|workers|lives)\b"
)
_PARALLEL = frozenset("by to from for in at on against into".split())
_VERBAL = frozenset("were are was is had have has".split())


def find_missed_sums(pile: Pile) -> Iterator[Conflict]:
    """ "killing nine people. The dead were five passengers, both drivers and four passers-by": eleven."""
    for masked in masked_texts(pile):
        for index, (start, end) in enumerate(masked.sentences):
            count = len(_NUMBER.findall(masked.text, start, end))
            found = _in_sentence(pile, masked, index) if count > 1 else None
            found = found or (_across(pile, masked, index) if count else None)
            if found is not None:
                yield found


def _in_sentence(pile: Pile, masked: Masked, index: int) -> Conflict | None:
    start, end = masked.sentences[index]
    colon = _COLON.search(masked.text, start, end)
    if colon is not None:
        parts = read_list(masked, colon.end(), _stop(masked, colon.end(), end))
        found = _judge(pile, masked, colon["whole"], parts, is_full=True)
        if found is not None:
            return found
    whole = _OF_WHOLE.search(masked.text, start, end)
    if whole is not None:
        parts = read_list(masked, whole.end(), _stop(masked, whole.end(), end))
        found = _judge(pile, masked, whole["whole"] or whole["body"] or whole["seats"], parts, is_full=False)
        if found is not None:
            return found
    total = _TOTAL_AFTER.search(masked.text, start, end)
    if total is not None and re.search(N, masked.text[start : total.start()]):
        first = start + (re.search(N, masked.text[start : total.start()]) or total).start()
        parts = read_list(masked, first, _trimmed(masked.text, first, total.start()))
        return _judge(pile, masked, total["of"] or total["all"], parts, is_full=len(parts) > 2)
    return None


def _across(pile: Pile, masked: Masked, index: int) -> Conflict | None:
    """The whole in the sentence before."""
    if index == 0:
        return None
    start, end = masked.sentences[index]
    them = _THEM.match(masked.text, start, end)
    before = masked.sentence(index - 1)
    wholes = [s for s in re.findall(N, before) if not masked.figure(s).is_ordinal]
    if them is not None and len(wholes) > 1:
        wholes = _of_people(masked, wholes)
    if them is not None and len(wholes) == 1:
        parts = read_list(masked, them.end(), _stop(masked, them.end(), end))
        is_full = re.match(r"(?:Of|Among)\b", them.group()) is None and "includ" not in them.group()
        return _judge(pile, masked, wholes[0], parts, is_full=is_full)
    shared = _SHARED_OUT.search(masked.text, start, end)
    if shared is None or len(wholes) != 1:
        return None
    at = masked.at(wholes[0])
    noun = noun_after(masked.text, at + 1, pile.knowledge.units)
    parts = read_list(masked, shared.end(), _stop(masked, shared.end(), end))
    is_bare = all(part.sign and _is_bare(masked, pile, part.sign, noun) for part in parts)
    if len(parts) < 3 or not noun or not is_bare:
        return None
    return _judge(pile, masked, wholes[0], parts, is_full=False)


def _of_people(masked: Masked, signs: Sequence[str]) -> list[str]:
    """The numbers that say how many people were killed, hurt or counted; several: none can be chosen."""
    found = []
    for sign in signs:
        at = masked.at(sign)
        if _BEFALLEN.search(masked.text, max(0, at - 24), at) or _PEOPLE.match(masked.text, at + 1):
            found.append(sign)
    return found


def _is_bare(masked: Masked, pile: Pile, sign: str, noun: str) -> bool:
    """Has the number no noun of its own, or that of the whole?"""
    own = noun_after(masked.text, masked.at(sign) + 1, pile.knowledge.units)
    return own in ("", noun)


def _judge(
    pile: Pile, masked: Masked, whole_sign: str, parts: Sequence[Part], is_full: bool
) -> Conflict | None:
    """The finding, if the parts exceed the whole, or, as all of it, miss it."""
    whole = masked.figure(whole_sign)
    if len(parts) < 2 or whole.hedge or whole.is_ordinal or whole.high is not None or whole.unit == "percent":
        return None
    at = masked.at(whole_sign)
    sentence = masked.text[at : parts[-1].end + 60]
    listed = masked.text[parts[0].start : parts[-1].end]
    total = sum(part.value for part in parts)
    exceeds = total > whole.value * (1 + 1e-9)
    is_short = total < whole.value and is_full and is_closed(masked, parts) and not _OPEN.search(sentence)
    if not (exceeds or is_short) or not _are_parts(pile, masked, whole, whole_sign, parts):
        return None
    if is_said_to_be_wrong(sentence) or (_BOTH_WAYS.search(sentence) and not exceeds):
        return None
    if exceeds and not is_full and not _are_apart(parts):
        return None
    if (_OPEN.search(masked.text[at : parts[0].start]) and not exceeds) or "respectively" in listed:
        return None
    name = printed(masked, pile, whole_sign)
    shown = f"{total:,.12g}"
    places = [masked.span(part.start, part.end) for part in parts]
    return make_finding(
        pile,
        ConflictKind.ARITHMETIC,
        f"{name}, not {shown}: the figures do not fit",
        f"The parts add up to {shown}, the whole is given as {name}. A figure or the total is "
        f"wrong, or something "
        "is counted twice.",
        [(name, [place_of(masked, whole_sign)]), (f"{shown} in all", places)],
        "sum",
        Level.HIGH,
    )


def _are_parts(pile: Pile, masked: Masked, whole: NumberExpression, sign: str, parts: Sequence[Part]) -> bool:
    """Are all of the unit of the whole, or without one?"""
    units = pile.knowledge.units
    noun = noun_after(masked.text, masked.at(sign) + 1, units)
    for part in parts:
        if part.sign is None:
            continue
        number = masked.figure(part.sign)
        own = noun_after(masked.text, masked.at(part.sign) + 1, units)
        if number.unit != whole.unit and number.unit is not None:
            return False
        if (own in _MEASURES) != (noun in _MEASURES) and own and own != noun:
            return False
        if number.value > whole.value and len(parts) < 3:
            return False
    return not (noun in _MEASURES and any(part.sign is None for part in parts))


def _are_apart(parts: Sequence[Part]) -> bool:
    """Can no one be of two of the parts? Three or more, words that exclude each other, or no verb again."""
    if len(parts) > 2:
        return True
    words = [set(part.words) for part in parts]
    if any(words[0] & group and words[1] & group for group in _EXCLUSIVE):
        return True
    if parts[1].words[:1] and parts[1].words[0] in _PARALLEL and parts[1].words[0] in words[0]:
        return True  # paid by the one and by the other
    is_short = len(words[1]) <= (1 if words[0] & _VERBAL else 3)
    return not words[1] & _VERBAL and is_short


def _stop(masked: Masked, at: int, end: int) -> int:
    """Where the list ends at the latest: a stop, a bracket, or a new clause."""
    found = re.search(
        r"\)|;\s(?!(?:and\s)?[^;.]{0,40}"
        + N
        + r")|\.\s|\.\Z|:\s|\s(?:—|–|-)\s|,?\s(?:who|which|said|says|according)\b|,\sbut\b",
        masked.text[at:end],
    )
    return at + found.start() if found else _trimmed(masked.text, at, end)


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" .,;:—–-("))
