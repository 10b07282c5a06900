"""Parts greater than their whole, shares of one whole over 100 percent, and majorities that are none."""

import re
from collections.abc import Iterator, Sequence

from provenance.conflicts.counting import is_plural, noun_after
from provenance.conflicts.inside import is_said_to_be_wrong, make_finding, place_of, printed
from provenance.conflicts.masked import Masked, N, masked_texts
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.claims import Hedge
from provenance.model.conflicts import Conflict, ConflictKind, Level
from provenance.text.numbers import NumberExpression

_NUMBER = re.compile(N)
_NO = f"[^.;:{N[1:-1]}]"
_OF = r"(?:of|out\sof|Of|Out\sof)\s(?:the|its|their|his|her|all|all\sthe|these|those|[\w-]+'s?)\s"
_OF_WHOLE = re.compile(rf"\b(?:{_OF}|Of\s)(?P<whole>{N})\s{_NO}{{2,90}}?(?P<part>{N})")
_PART_OF = re.compile(
    rf"(?P<part>{N})(?:\s(?:[\w-]+\s){{0,2}}|\s)(?:out\sof|of)\s(?:the\s|its\s|their\s|all\s)?(?P<whole>{N})(?=\s[a-z])"
)
_OPENS = re.compile(r"(?:\s(?:of\sthem|of\swhom|of\swhich))?(?:[.,;]|\s([\w-]+))")
_SHARE = re.compile(
    r"\b(?:votes?|ballots|seats|stake|stakes|shares?|shareholding|ownership|owns?|owned|holds|budget|spending|market"
    r"|electricity|energy|income|revenue|exports?|imports?|took|won|polled|received|goes\sto|went\sto|spent\son"
    r"|come\sfrom|comes\sfrom|came\sfrom|population|land|territory|makes?\sup|made\sup|account\w*\sfor)\b",
    re.IGNORECASE,
)
_NO_ONE_WHOLE = re.compile(
    r"\b(?:survey\w*|respondents?|polled\ssaid|asked|answers?|several|multiple|each|think|believe|agree\w*|approv\w*"
    r"|support\w*|turnout|women|men|aged|from|than|compared|rose|rise|risen|fell|fall|fallen|up|down|grew|grown|increas\w*"
    r"|decreas\w*|last|previous\w*|earlier|while|whereas|respectively|round|first|second|tax|interest|rate|discount"
    r"|growth|inflation|likely|chance|named|worr\w+)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\bin\b")
_TOLERANCE = 1.5
"""Percentage points by which three or more rounded shares may pass 100."""
_MAJORITY = re.compile(
    rf"(?P<word>\b(?:[Mm]ore|[Oo]ver)\s(?:than\s)?half|\b[Oo]ver\shalf|\b(?:[Aa]|[Tt]he)\s(?:clear\s|large\s|narrow\s|vast\s"
    rf"|absolute\s)?majority|\b[Mm]ost|(?P<half>{N}))\s(?:of\s)?(?P<rest>[^.;]{{3,160}})"
)
_OVER_HALF = ("half", "majority", "ost")
"""What a sentence without figures must have to speak of more than half: "most" too, however written."""
_WHOLE_BESIDE = re.compile(
    rf"(?:the|its|their|all)\s(?P<whole>{N})\s|\bof\s(?:its|the|their)\s(?P<later>{N})\s"
)
_HALF = 0.5
_TURNOUT = re.compile(
    rf"(?P<cast>{N})(?:\s(?:out\s)?of\s(?:the\s|its\s)?(?P<roll>{N}))?(?:\s[\w-]+){{0,4}}?\s(?:cast|voted|turned\sout"
    r"|went\sto\sthe\spolls|took\spart\sin\sthe\s(?:vote|election|ballot|poll)|filled\sin)\b"
)
_VOTES = re.compile(rf"(?P<votes>{N})\svotes\b")
_ALL = re.compile(r"\b(?:all|total|altogether|combined|together|previous|last|earlier|in\s[12]\d{3})\b")


def find_wrong_parts(pile: Pile) -> Iterator[Conflict]:
    """ "Of the 40 species, 46 are in decline"; shares of 109 percent; "most" for four of nine."""
    for masked in masked_texts(pile):
        for index, (start, end) in enumerate(masked.sentences):
            if _NUMBER.search(masked.text, start, end) is None:
                if any(masked.text.find(word, start, end) >= 0 for word in _OVER_HALF):
                    yield from _majorities(pile, masked, index)
                continue
            yield from _parts(pile, masked, start, end)
            yield from _shares(pile, masked, start, end)
            yield from _majorities(pile, masked, index)
            yield from _votes(pile, masked, index)


def _parts(pile: Pile, masked: Masked, start: int, end: int) -> Iterator[Conflict]:
    for pattern in (_OF_WHOLE, _PART_OF):
        for found in pattern.finditer(masked.text, start, end):
            whole, part = masked.figure(found["whole"]), masked.figure(found["part"])
            if not _are_counts(whole, part) or part.value <= whole.value:
                continue
            if pattern is _OF_WHOLE and not _is_bare(pile, masked, found["whole"], found["part"]):
                continue
            if is_said_to_be_wrong(masked.text[start:end]):
                continue
            names = [printed(masked, pile, found[name]) for name in ("part", "whole")]
            yield make_finding(
                pile,
                ConflictKind.ARITHMETIC,
                f"{names[0]} of {names[1]}: the figures do not fit",
                f"A part of {names[0]} is greater than its whole of {names[1]}. One of the two "
                f"figures is wrong.",
                [
                    (names[1], [place_of(masked, found["whole"])]),
                    (names[0], [place_of(masked, found["part"])]),
                ],
                "part and whole",
                Level.HIGH,
            )


def _are_counts(whole: NumberExpression, part: NumberExpression) -> bool:
    if any(n.is_ordinal or n.high is not None or n.hedge is not None for n in (whole, part)):
        return False
    is_whole = all(n.value == int(n.value) for n in (whole, part))
    return is_whole and whole.unit is None and part.unit is None and whole.value > 1


def _is_bare(pile: Pile, masked: Masked, whole: str, part: str) -> bool:
    """Is the part the subject or object of a clause, without a noun of its own but that of the whole?"""
    at = masked.at(part)
    before = masked.text[masked.at(whole) : at]
    if re.search(r"\b(?:of|about|than|for|in|by|at|on|from|within|after|over|page|number|No)\s\Z", before):
        return False
    if before.count(",") > 2 or re.search(r"\b(?:but|because|while|who|that)\b", before):
        return False
    units = pile.knowledge.units
    if re.match(r"\sof\s(?!them\b|these\b|those\b|whom\b|which\b)", masked.text[at + 1 : at + 12]):
        return False  # a part of another whole
    noun = noun_after(masked.text, masked.at(whole) + 1, units)
    own = noun_after(masked.text, at + 1, units)
    if own:
        return own == noun
    follows = _OPENS.match(masked.text, at + 1)
    if follows is None:
        return False
    word = (follows[1] or "").lower()
    return not word or word in FUNCTION_WORDS or (word.endswith("ed") and not is_plural(word))


def _shares(pile: Pile, masked: Masked, start: int, end: int) -> Iterator[Conflict]:
    """Three or more shares, or two of a whole that is named, told one after the other."""
    sentence = masked.text[start:end]
    signs = [s for s in re.findall(N, sentence) if masked.figure(s).unit == "percent"]
    shares = [masked.figure(s) for s in signs]
    total = sum(n.value for n in shares)
    slack = _TOLERANCE + 3 * sum(n.hedge is not None for n in shares)
    if len(shares) < 2 or total <= 100 + slack or any(n.value >= 100 for n in shares):
        return
    between = masked.text[masked.at(signs[0]) : masked.at(signs[-1])]
    if not _SHARE.search(sentence) or _NO_ONE_WHOLE.search(sentence) or _APART.search(between[1:]):
        return
    if re.search(r"[12]\d{3}", sentence) or len(re.findall(r"\sof\s", sentence)) > 2:
        return
    if total > 200 or is_said_to_be_wrong(sentence):
        return
    yield make_finding(
        pile,
        ConflictKind.ARITHMETIC,
        f"{total:g} percent in all: the figures do not fit",
        f"Shares of one whole add up to {total:g} percent. A share is wrong, or something is counted twice.",
        [(f"{total:g} percent in all", [place_of(masked, sign) for sign in signs])],
        "shares",
        Level.HIGH,
    )


def _majorities(pile: Pile, masked: Masked, index: int) -> Iterator[Conflict]:
    """ "The majority of the 210 voted against": 71 against are none."""
    start, end = masked.sentences[index]
    found = _MAJORITY.search(masked.text, start, end)
    while found is not None and found["half"] and not _is_over_half(masked.figure(found["half"])):
        found = _MAJORITY.search(masked.text, found.end("half"), end)
    if found is None:
        return
    last = masked.sentences[min(index + 1, len(masked.sentences) - 1)][1]
    following = masked.text[found.start("rest") : last]
    beside = _WHOLE_BESIDE.search(following)
    sign = beside and (beside["whole"] or beside["later"])
    if not beside or not sign:
        return
    whole = masked.figure(sign)
    said = {stem(w.lower()) for w in re.findall(r"[^\W\d_]{3,}", found["rest"].split(":")[0])}
    for each in re.findall(N, following[beside.end() :]):
        part = masked.figure(each)
        label = _label(masked, each, last)
        if label and stem(label) in said and _are_counts(whole, part) and part.value * 2 <= whole.value:
            names = [printed(masked, pile, one) for one in (each, sign)]
            phrase = "more than half" if found["half"] else " ".join(found["word"].split()).lower()
            yield make_finding(
                pile,
                ConflictKind.ARITHMETIC,
                f"{names[0]} of {names[1]} is not {phrase}",
                f"The text speaks of {phrase}, but {names[0]} of {names[1]} is no more than half.",
                [
                    (phrase, [masked.span(found.start("word"), found.end("word"))]),
                    (f"{names[0]} of {names[1]}", [place_of(masked, each)]),
                ],
                "majority",
            )
            return


def _is_over_half(number: NumberExpression) -> bool:
    return (
        number.unit == "share" and number.value == _HALF and number.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST)
    )


def _label(masked: Masked, sign: str, end: int) -> str:
    """The first word behind a number that says who they are: "71 against", "four were women"."""
    at = masked.at(sign) + 1
    for word in re.findall(r"[^\W\d_]+", re.split(rf"[,.;{N[1:-1]}]", masked.text[at:end])[0])[:4]:
        if word.lower() in ("against", "for") or word.lower() not in FUNCTION_WORDS:
            return str(word.lower())
    return ""


def _votes(pile: Pile, masked: Masked, index: int) -> Iterator[Conflict]:
    """More votes for one than ballots were cast."""
    start, end = masked.sentences[index]
    found = _TURNOUT.search(masked.text, start, end)
    if found is None:
        return
    cast = masked.figure(found["cast"])
    last = masked.sentences[min(index + 1, len(masked.sentences) - 1)][1]
    if cast.unit or cast.hedge or cast.value < 10:
        return
    for votes in _VOTES.finditer(masked.text, found.end(), last):
        many = masked.figure(votes["votes"])
        around = masked.text[max(found.end(), votes.start() - 60) : votes.end() + 30]
        if many.value > cast.value and not many.unit and not _ALL.search(around):
            names = [printed(masked, pile, sign) for sign in (votes["votes"], found["cast"])]
            yield _exceeding(pile, masked, names, (found["cast"], votes["votes"]))
            return


def _exceeding(pile: Pile, masked: Masked, names: Sequence[str], signs: tuple[str, str]) -> Conflict:
    return make_finding(
        pile,
        ConflictKind.ARITHMETIC,
        f"{names[0]} votes for one, {names[1]} cast: the figures do not fit",
        f"No one can have {names[0]} of {names[1]} votes.",
        [(names[1], [place_of(masked, signs[0])]), (names[0], [place_of(masked, signs[1])])],
        "votes",
        Level.HIGH,
    )
