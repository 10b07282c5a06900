"""Wholes that are said to have members: A includes X, A's members are X and Y, X left out of A."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from provenance.claims.belonging_words import (
    NUMBER,
    PARTS,
    PLANNED,
    Belonging,
    is_denied,
    is_whole,
    occasion_of,
    tense_of,
    verb_start,
)
from provenance.claims.phrases import Phrase, names_in, phrase_at
from provenance.claims.reading import Reading, Sentence
from provenance.model.claims import Modality, Polarity
from provenance.model.names import EntityKind

_OF_WHOLE = re.compile(
    r"\b(?P<verb>includ(?:es?|ed|ing)|compris(?:es?|ed|ing)|consist(?:s|ed|ing)?\sof|(?:is|are|was|were)\s(?:made\sup|composed|formed)\sof"
    r"|br(?:ings?|ought)\stogether|unit(?:es?|ed)|excludes?|excluded|does\swithout|do\swithout|did\swithout|leaves?\sout)\s"
    r"(?:among\s(?:its|their)\smembers\s)?"
)
_MEMBERS_ARE = re.compile(
    rf"\b(?:whose|its|their|the|with)\s(?:{NUMBER}\s)?(?:only\s)?members\s?(?:,|:|were|are|include|included|being)?\s(?=[A-Z\u201c])"
)
_UMBRELLA = re.compile(
    rf"\b(?:is|are|was|were|,)\s?(?:an?|the)\s(?:[a-z]+\s){{0,2}}(?:umbrella|alliance|coalition|bloc|union|group|grouping|federation|league|network|consortium)\sof\s(?:{NUMBER}\s)?{PARTS}\s?[:\u2013\u2014,]\s"
)
_THEY_ARE = re.compile(
    r"\b(?:They|These|Those|The\s(?:members|others))\s(?:are|were)(?:\s:)?\s(?=(?:the\s)?[A-Z])"
)
_PARTS_OF = re.compile(rf"\b{PARTS}\s(?:of|in)\s(?:the\s)?$")
_AMONG = re.compile(rf"\b[Aa]mong\s(?:the|its)\s(?:{NUMBER}\s)?(?:[a-z]+\s)?members\sof\s")
_MEN = r"(?:directors|judges|experts|lawyers|professors|ministers|officers|players|persons|people|trustees)"
_LEFT_OUT = re.compile(
    r"\b(?P<verb>left|leaves|leave|dropped|drops|omitted|cut|expel(?:s|led)|exclud(?:es|ed)|threw"
    r"|struck|remov(?:es|ed)|bann(?:s|ed)|banished|dismissed|kicked|voted)\s(?:the\s)?"
)
_COUNTED = re.compile(
    r"\b(?:counts|counted|lists|listed|numbers|numbered|has|had)\s(?:the\s)?(?P<names>[^;:.]{3,120}?)\s"
    r"(?:among|as\sone\sof|as\sa)\s(?:its|the|their)?\s?(?:[\w-]+\s){0,2}?(?:full\s|founding\s)?(?:members?|signator(?:y|ies)|partners?)\b"
)
"""A counts X and Y among its members."""
_ONE_OF_ITS = re.compile(
    rf",\s(?:the\s(?:[a-z]+est|most\s[a-z]+|least\s[a-z]+|last|first)|one)\sof\sits\s(?:{NUMBER}\s)?"
    r"(?:[a-z]+\s)?(?:members|parties|groups|partners|parts)\b"
)
"""X, the smallest of its three members."""
_NUMBERED = re.compile(
    rf"\b(?P<how>of|from|is|are|unites|groups|joins|has)\s(?:just\s|only\s)?{NUMBER}\s(?:[a-z-]+\s){{0,3}}?(?:{PARTS}|{_MEN})"
    r"(?:\s(?:that|who|which)\s[^:;.]{2,60})?(?P<mark>:|,|\s[\u2013\u2014])\s(?=(?:the\s)?(?:[a-z-]+\s){0,3}[A-Z])"
)
"""A committee of three directors: X, Y and Z; it was put together out of three groups: A, B and C."""
_JOINING = re.compile(
    r"(?:\s?\([^()]{1,40}\))?(?:,\s(?:and\s)?|\s(?:and|or)\s|,?\sas\swell\sas\s|,?\salong\swith\s|,?\salongside\s|,\swho\s[^,;:.]{2,60},\s(?:and\s)?)(?:the\s|a\s|an\s|also\s)?(?:[a-z][\w-]{1,20}\s){0,2}(?:[A-Z][a-z]{0,10}\.?\s)?"
)
_DIRECTORS = re.compile(
    r"(?:['\u2019]s?)?\s(?P<noun>directors|board\smembers|members|commissioners|trustees|jurors)\s"
)
_TO_WHICH = re.compile(
    r",?\s(?:to\swhich|of\swhich)\s(?:the\s)?(?P<name>[^,;.]{2,60}?)\s(?P<verb>(?:has\s|had\s)?(?:also\s|long\s|never\s|not\s)?"
    r"(?:belong(?:s|ed)?|been\s(?:an?\s)?member|is\s(?:an?\s|not\sa\s)?member|was\s(?:an?\s)?member))\b"
)
_FIRST = re.compile(
    r"(?:the\s|a\s|an\s|among\sothers\s|only\s)?(?:[a-z\u00c0-\u017f][\w-]{1,20}\s|[A-Z][a-z]{1,12}\s){0,3}"
)


def of_wholes(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Belonging]:
    """A includes X and Y; A is made up of X, Y and Z; A does without X."""
    for found in _OF_WHOLE.finditer(reading.text, sentence.start, sentence.end):
        begin = verb_start(reading, sentence, found.start())
        members = list_of(reading, names, found.end())
        whole = whole_before(reading, sentence, begin, names)
        if not members or whole is None or not is_whole(whole):
            continue
        before = reading.text[max(sentence.start, found.start() - 40) : found.start()]
        is_out = found["verb"].startswith(("exclud", "do", "did", "lea"))
        is_no = is_denied("", before) != is_out
        tail = reading.text[members[-1].end : members[-1].end + 12]
        is_closed = bool(
            re.match(r"consist|is made|are made|compris|is comp|are comp", found["verb"])
        ) or bool(re.match(r"\s(?:only|alone)\b", tail))
        for member in members:
            yield Belonging(
                min(whole.start, begin),
                members[-1].end,
                member,
                whole,
                Polarity.DENIED if is_no else Polarity.AFFIRMED,
                Modality.PLANNED if PLANNED.search(before) else Modality.ASSERTED,
                tense_of(reading.text[begin : found.end()]),
                found["verb"],
                occasion_of(reading, sentence, whole),
                is_closed and not is_no,
            )


def whole_before(reading: Reading, sentence: Sentence, at: int, names: Sequence[Phrase]) -> Phrase | None:
    """The subject of a verb of including: the last phrase before it that can have members."""
    best: Phrase | None = None
    relative = re.search(r",?\s(?:which|that)\s?\Z", reading.text[max(sentence.start, at - 12) : at])
    end = at - (len(relative[0]) if relative else 0)
    for word in sentence.words_in(sentence.start, end):
        is_start = word.text.lower() in ("the", "its", "their", "a", "an") or any(
            n.start == word.start for n in names
        )
        if is_start and (found := phrase_at(reading, sentence, word.start, names)) is not None:
            if found.end <= end and is_whole(found) and not (best and best.end > word.start):
                best = found
    return best


def list_of(reading: Reading, names: Sequence[Phrase], at: int) -> list[Phrase]:
    """Names joined by commas and "and" from `at` on; in "Y's group A" that is A."""
    found: list[Phrase] = []
    end = at
    for number, one in enumerate(names):
        if one.start < end or reading.text[one.start - 1 : one.start] in ("(", "["):
            continue
        pattern = _JOINING if found else _FIRST
        if pattern.fullmatch(reading.text, end, one.start) is None:
            tail = re.fullmatch(r"\sof\s(?:the\s)?", reading.text[end : one.start])
            owner = re.fullmatch(r"['\u2019]s?\s", reading.text[end : one.start])
            if found and (tail or owner):
                if owner:
                    found[-1] = one
                end = one.end
                continue
            break
        found.append(one)
        end = one.end
        if number > 60:
            break
    return found


def of_lists(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Belonging]:
    """A, whose members are X and Y; A is an umbrella of four: X, Y, Z; They are X and Y; among A's members
    X."""
    text = reading.text
    for pattern in (_MEMBERS_ARE, _UMBRELLA, _THEY_ARE):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            if pattern is _THEY_ARE and found.start() > sentence.start:
                break
            members = list_of(reading, names, found.end())
            if pattern is _THEY_ARE:
                whole = _spoken_of(reading, sentence)
                members = members if len(members) > 1 else []
            else:
                whole = whole_before(reading, sentence, found.start(), names)
            if whole is None:
                continue
            start = found.start() if whole.is_inferred else min(whole.start, found.start())
            for member in members:
                yield Belonging(
                    start,
                    members[-1].end,
                    member,
                    whole,
                    Polarity.AFFIRMED,
                    Modality.ASSERTED,
                    tense_of(found[0] + " is" if pattern is _UMBRELLA else found[0]),
                    "members",
                    "",
                    True,
                )
    yield from _named_members(reading, sentence, names)
    yield from _counted_members(reading, sentence, names)
    for found in _AMONG.finditer(text, sentence.start, sentence.end):
        whole = phrase_at(reading, sentence, found.end(), names)
        after = [
            n
            for n in names
            if whole and n.start >= whole.end and n.kind in (EntityKind.PERSON, EntityKind.ORGANIZATION)
        ]
        near = (
            [n for n in after if re.search(r"\b(?:is|are|was|were)\b", text[whole.end : n.start])]
            if whole
            else []
        )
        if whole is not None and near:
            yield Belonging(
                found.start(),
                near[0].end,
                near[0],
                whole,
                Polarity.AFFIRMED,
                Modality.ASSERTED,
                "present",
                "among the members",
            )


def _counted_members(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Belonging]:
    """A counts X among its members; a committee of three directors: X, Y and Z."""
    for found in _COUNTED.finditer(reading.text, sentence.start, sentence.end):
        whole = whole_before(reading, sentence, verb_start(reading, sentence, found.start()), names)
        for member in list_of(reading, names, found.start("names")) if whole else []:
            if whole is not None and member.end <= found.end("names"):
                yield _listed(whole, member, (whole.start, found.end()), False)
    for found in _ONE_OF_ITS.finditer(reading.text, sentence.start, sentence.end):
        one = next((n for n in names if n.end == found.start()), None)
        body = _body_before(reading, sentence)
        if one is not None and body is not None and one.entity != body.entity:
            yield _listed(body, one, (one.start, found.end()), False)
    for found in _NUMBERED.finditer(reading.text, sentence.start, sentence.end):
        members = list_of(reading, names, found.end())
        whole = whole_before(reading, sentence, found.start(), names) or _it(reading, sentence, found.start())
        if whole is None or len(members) < 2 or (whole.end > found.start()):
            continue
        start = found.start() if whole.is_inferred else whole.start
        for member in members:
            yield _listed(whole, member, (start, members[-1].end), True)


def _body_before(reading: Reading, sentence: Sentence) -> Phrase | None:
    """The first body that the sentence before names."""
    index = reading.sentence_index(sentence)
    held = reading.sentences[index - 1].mentions if index else ()
    for m in held:
        if m.kind is EntityKind.ORGANIZATION:
            return Phrase(m.span.start, m.span.end, m.text, m.text, m.entity, m.kind, "", True)
    return None


def _listed(whole: Phrase, member: Phrase, place: tuple[int, int], is_closed: bool) -> Belonging:
    asserted = Polarity.AFFIRMED, Modality.ASSERTED
    return Belonging(*place, member, whole, *asserted, "present", "members", "", is_closed)


def _it(reading: Reading, sentence: Sentence, before: int) -> Phrase | None:
    """The body that "it" at the head of the sentence stands for: the last before that can have members."""
    index = reading.sentence_index(sentence)
    if index == 0 or not re.match(r"It\s", reading.text[sentence.start : before]):
        return None
    for earlier in reversed(reading.sentences[max(0, index - 2) : index]):
        names = names_in(reading, earlier)
        whole = whole_before(reading, earlier, earlier.end, names)
        if whole is not None:
            return evolve(whole, is_inferred=True)
    return None


def _named_members(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Belonging]:
    """A directors X, Y and Z; A, to which X has belonged since 2011."""
    for whole in names:
        if found := _DIRECTORS.match(reading.text, whole.end, sentence.end):
            noun = "board" if found["noun"] in ("directors", "board members", "trustees") else ""
            part = Phrase(whole.start, found.end(), whole.text, whole.name, whole.entity, whole.kind, noun)
            members = list_of(reading, names, found.end())
            for member in members if len(members) > 1 and whole.kind is not EntityKind.PERSON else []:
                yield Belonging(
                    whole.start,
                    members[-1].end,
                    member,
                    part,
                    Polarity.AFFIRMED,
                    Modality.ASSERTED,
                    "present",
                    found["noun"],
                )
        if found := _TO_WHICH.match(reading.text, whole.end, sentence.end):
            inside = next(
                (n for n in names if found.start("name") <= n.start and n.end <= found.end("name")), None
            )
            denied = re.search(r"\b(?:never|not)\b", found["verb"])
            if inside is not None:
                yield Belonging(
                    whole.start,
                    found.end(),
                    inside,
                    whole,
                    Polarity.DENIED if denied else Polarity.AFFIRMED,
                    Modality.ASSERTED,
                    "past" if "was" in found["verb"] else "present",
                    found["verb"],
                )


def _spoken_of(reading: Reading, sentence: Sentence) -> Phrase | None:
    """The whole of whose parts the sentence before speaks: the five movements of A."""
    index = reading.sentence_index(sentence)
    if index == 0:
        return None
    earlier = reading.sentences[index - 1]
    for one in names_in(reading, earlier):
        if _PARTS_OF.search(reading.text[max(earlier.start, one.start - 40) : one.start]):
            return Phrase(one.start, one.end, one.text, one.text, one.entity, one.kind, "", True)
    return None


def left_out(reading: Reading, sentence: Sentence, names: Sequence[Phrase]) -> Iterator[Belonging]:
    """The coach has left X out of A's squad."""
    text = reading.text
    for found in _LEFT_OUT.finditer(text, sentence.start, sentence.end):
        member = next((n for n in names if n.start == found.end()), None)
        out = re.compile(r"\s(?:out\sof|from|off)\s").match(text, member.end) if member else None
        whole = phrase_at(reading, sentence, out.end(), names) if out else None
        if member is not None and whole is not None and is_whole(whole):
            is_change = not found["verb"].startswith(("l", "dr", "om", "cut"))
            yield Belonging(
                found.start(),
                whole.end,
                member,
                whole,
                Polarity.DENIED,
                Modality.ASSERTED,
                "changed" if is_change else "present",
                "left out of",
                occasion_of(reading, sentence, whole),
            )
