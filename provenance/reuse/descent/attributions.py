"""Where a text names whom it has words from, and which of its words that speaks of."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.spans import Span
from provenance.reuse.descent.naming import ACCORDING, MARKED, NAME, REPUBLISHED
from provenance.reuse.descent.signatures import (
    LINE_CHARACTERS,
    Signature,
    edge_lines,
    find_signatures,
    is_of_picture,
)
from provenance.text.sentences import find_sentences

BESIDE_CHARACTERS = 60
"""Between a shared passage and a sentence that only points to it, code points: less than a sentence."""
ENGLISH = "en"
LEAST_OVERLAP = 20
"""Code points of a sentence that a passage must hold for a credit in that sentence to speak of it, or half of
the sentence without the credit. What is said of a release speaks of what stands beside, too."""
MOST_NAME = 250
"""The longest name before a verb, code points."""
SENTENCE_CHARACTERS = 1_000
"""In scripts without spaces a sentence is looked for no further from a credit, code points."""
MOST_FOUND = 2_000
"""Names of credits in one text, from either end of it: more of them are no article's."""
DENIAL_CHARACTERS = 60
"""How far before a credit a denial still speaks of it, code points."""

_SAID = r"(?:first |exclusively )?(?:reported|reports|revealed|has reported|had reported|wrote)"
_TOLD = (
    ("told ", "via ", "Via ", "iting ", "uoted by ", "interview with ", "statement to "),
    re.compile(
        r"\b(?:told|[Vv]ia|[Cc]iting|[Qq]uoted by|in an interview with|in a statement to) "
        rf"{NAME}"
    ),
)
_RELEASE = (
    ("elease ", "tatement ", "otice "),
    re.compile(
        r"\b(?:[Pp]ress|[Nn]ews|[Mm]edia) (?:[Rr]elease|[Ss]tatement|[Nn]otice) (?:(?:issued|published) )?"
        rf"(?:of|by|from) {NAME}"
    ),
)
_REPORTED = re.compile(rf" {_SAID}\b")
_RELEASED = re.compile(r" said in (?:a|an|its|the) (?:press |news )?(?:release|statement)\b")
_RELEASED_BEFORE = re.compile(
    r"\b(?:it|he|she|they|the (?:company|firm|group|ministry|council|bank|club|union|party|university|police|"
    r"army|foundation|charity|operator|board|authority|government|airline|hospital|museum|maker)) said in "
    r"(?:a|an|its|the) (?:press |news )?(?:release|statement)\b"
)
_ANY_NAME = re.compile(NAME)
_CONTRIBUTED = re.compile(r" contributed (?:reporting )?to (?:this|the) (?:report|story|article)\b")
_NAME_BEFORE = re.compile(rf"{NAME}\Z")
_DENIED = re.compile(
    r"\b(?:not true|untrue|no truth|falsely|wrongly|mistakenly|incorrectly|erroneously|contrary to|unlike)\b|"
    r"\b(?:is|are|was|were|be) (?:false|wrong|incorrect|mistaken)\b|"
    r"(?:\b(?:not|never)|n['\u2019]t)\b(?: \w+)?\W*$",
    re.I,
)
_DENYING_VERB = re.compile(
    r"\W+(?:wrongly|falsely|mistakenly|incorrectly|erroneously|that is|which is not)\b", re.I
)
_ARTICLE = re.compile(
    r"(?:^|[.!?:]\s|\b)(?:this|the (?:present|following)|(?:an?|the) (?:[a-z]{3,9} )?version of this) "
    r"(?:article|story|report|text|piece|post|column|interview|essay|entry|page|dispatch|item|content)s?\b"
    r"[^.!?]{0,40}$|^\W*the following\b[^.!?]{0,30}$",
    re.I,
)
_POINTING = frozenset(
    "a above all also an and article as at been below by details earlier edition exclusively first "
    "following for from full had has have in information is it its last later monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september october "
    "november december month news newspaper of on online original originally our paper piece press print "
    "published read release report reported reporting said statement story text that the their these this "
    "those today tonight under was website week were which with year yesterday author reads appeared page "
    "permission copyright rights reserved am pm".split()
)
"""Of a sentence that says no more than where the words beside it come from."""
_WORD = re.compile(r"\w+")
_STOPS = "\u3002\uff01\uff1f"
_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Reach(IntEnum):
    """Which words an attribution speaks of."""

    TEXT = 0  # of all: a line of its own at the head or the foot, "this article ..."
    BESIDE = 1  # of what stands before or behind its sentence, which says nothing else
    SENTENCE = 2  # of its own sentence


class Manner(IntEnum):
    """How an attribution says it."""

    TAKEN = 0  # words taken over: published first by, with material from
    MARKED = 1  # a mark of origin: byline, dateline, source line, copyright
    BARE = 2  # a line that is only a name
    UNNAMED = 3  # the same of agencies that are not named
    STATEMENT = 4  # a statement of somebody: according to, told, reported
    RELEASE = 5  # what a body issued


@frozen(order=True)
class Attribution:
    """`name`: as printed, with words before it that may not belong to it. `place`: where it begins. `start`,
    `end`: the words that make it. `first`, `last`: those of its sentence."""

    reach: Reach
    place: int
    name: str
    start: int
    end: int
    first: int
    last: int
    manner: Manner

    def bears_on(self, passages: Sequence[Span]) -> bool:
        """Does it speak of one of them?"""
        if self.reach is Reach.TEXT:
            return True
        if self.is_beside(passages) and (self.reach is Reach.BESIDE or self.manner is Manner.RELEASE):
            return True
        if self.reach is Reach.BESIDE:
            return False
        own = self.last - self.first - (self.end - self.start)
        least = max(1, min(LEAST_OVERLAP, own // 2))
        return any(min(p.end, self.last) - max(p.start, self.first) >= least for p in passages)

    def is_beside(self, passages: Sequence[Span]) -> bool:
        """Does its sentence stand directly before, behind or in one of them?"""
        return any(
            p.start - BESIDE_CHARACTERS <= self.last and self.first <= p.end + BESIDE_CHARACTERS
            for p in passages
        )


def find_attributions(
    text: str, knowledge: Knowledge | None = None, language: str = ""
) -> tuple[Attribution, ...]:
    """All of `text`, those that speak of the whole text first, then in order; denials are none. `language`:
    its code, "" if not known: in English text only source lines of other languages are looked for."""
    found = set(_in_english(text))
    if knowledge is not None and knowledge.credit_wordings:
        lowered = text.casefold()
        is_ascii = lowered.isascii()
        for words, pattern, manner in _wordings(knowledge, language == ENGLISH):
            if (not is_ascii or words.isascii()) and words in lowered:
                found.update(_of_match(each, manner) for each in pattern.finditer(text))
    marked = [_of_signature(each) for each in find_signatures(text)]
    if found:
        places = _Places(text)
        ordered = sorted(found, key=lambda one: (one[1], one))
        kept = ordered if len(ordered) <= 2 * MOST_FOUND else ordered[:MOST_FOUND] + ordered[-MOST_FOUND:]
        marked += [each for one in kept if (each := places.of(*one)) is not None]
    return tuple(sorted(set(marked)))


def _of_signature(found: Signature) -> Attribution:
    manner = Manner.UNNAMED if found.is_unnamed else Manner.BARE if found.is_bare else Manner.MARKED
    manner = Manner.TAKEN if found.is_dateline else manner
    reach = Reach.TEXT if found.is_whole else Reach.SENTENCE
    return Attribution(
        reach, found.place, found.name, found.start, found.end, found.first, found.last, manner
    )


_Found = tuple[str, int, int, int, Manner]


def _of_match(found: re.Match[str], manner: Manner) -> _Found:
    group = "quoted" if found.re.groupindex.get("quoted") and found["quoted"] else "name"
    return found[group].strip(), found.start(group), found.start(), found.end(), manner


def _in_english(text: str) -> Iterator[_Found]:
    for each in find_patterns(REPUBLISHED, text):
        yield _of_match(each, Manner.TAKEN)
    for each in find_patterns(MARKED, text):
        yield _of_match(each, Manner.MARKED)
    for each in find_patterns((ACCORDING, _TOLD), text):
        yield _of_match(each, Manner.STATEMENT)
    for each in find_patterns((_RELEASE,), text):
        yield _of_match(each, Manner.RELEASE)
    yield from _before_release(text)
    verbs = ((_REPORTED, Manner.STATEMENT), (_RELEASED, Manner.RELEASE), (_CONTRIBUTED, Manner.TAKEN))
    for verb, manner in verbs:
        for name, start, end in find_sayers(verb, text):
            yield name, start, start, end, manner


def _before_release(text: str) -> Iterator[_Found]:
    """Names before "it said in a press release": one of them can be that of the body that issued it."""
    for found in _RELEASED_BEFORE.finditer(text):
        start, end = max(0, found.start() - MOST_NAME), found.start()
        first = max(start, *(text.rfind(stop, start, end) for stop in (". ", "\n", "? ", "! ")))
        for each in _ANY_NAME.finditer(text, first, end):
            yield each["name"], each.start(), found.start(), found.end(), Manner.RELEASE


def find_patterns(
    patterns: Iterable[tuple[Sequence[str], re.Pattern[str]]], text: str
) -> Iterator[re.Match[str]]:
    """All that the patterns find, of those of which one of the words stands in `text`."""
    for words, pattern in patterns:
        if any(word in text for word in words):
            yield from pattern.finditer(text)


def find_sayers(verb: re.Pattern[str], text: str) -> Iterator[tuple[str, int, int]]:
    """(name, where it begins, where the verb behind it ends) of names before a verb: looked for from the
    verb on, since names are many."""
    for found in verb.finditer(text):
        name = _NAME_BEFORE.search(text, max(0, found.start() - MOST_NAME), found.start())
        if name:
            yield name["name"], name.start(), found.end()


@lru_cache(maxsize=4)
def _wordings(knowledge: Knowledge, is_english: bool) -> tuple[tuple[str, re.Pattern[str], Manner], ...]:
    """(words that stand in every text that fits, in lower case; the pattern; its manner) by language."""
    found = []
    for wording, kind in sorted(knowledge.credit_wordings.items()):
        pieces = re.split(r"(\{\}|\u2026)", wording)
        literal = max((each.strip(" :") for each in pieces if each not in ("{}", "\u2026")), key=len)
        if not literal or "{}" not in pieces or (is_english and kind != "label"):
            continue
        manner = Manner.STATEMENT if kind == "statement" else Manner.MARKED
        found.append((literal.casefold(), re.compile(_as_pattern(pieces, kind, literal)), manner))
    return tuple(found)


_MARKS = '"\u00ab\u00bb\u201e\u201c\u201d\u300a\u300b\u2039\u203a'
_QUOTED = f"[{_MARKS}](?P<quoted>[^{_MARKS}\\n]{{2,60}})[{_MARKS}]"
"""A name in quotation marks, of which words may be in lower case."""
_STOP = r":,;.|()\u3001\u3002\uff0c\uff1b\uff08\uff09\n"
_REST = rf"(?P<name>[^\s{_STOP}][^{_STOP}]{{1,60}})"
_SHORT = "(?P<name>[^\\s,;.\u3001\u3002\uff0c\u300a\u300b\u300c\u300d\u300e\u300f]{2,30}?)"


def _as_pattern(pieces: Sequence[str], kind: str, literal: str) -> str:
    has_capitals = literal.casefold() != literal.upper()
    made = r"(?<!\w)" if pieces[0] and not _WITHOUT_SPACES.match(pieces[0]) else ""
    for number, piece in enumerate(pieces):
        if piece == "{}":
            is_last = not any(each.strip() for each in pieces[number + 1 :])
            if kind == "label":
                made += _REST
            elif has_capitals:
                made += f"(?:{_QUOTED}|{NAME})"
            else:
                made += _REST if is_last else _SHORT
        elif piece == "\u2026":
            made = made.removesuffix("(?i: )") + r"(?: [^\s,;.]{1,24}){0,4}?"
        elif piece:
            words = re.escape(piece).replace(r"\ ", " ").replace("'", "['\u2019]")
            made += "(?i:" + re.sub(r" ?: ?", " ?[:\uff1a] ?", words) + ")"
    return made + (r"(?!\w)" if has_capitals and pieces[-1] else "")


class _Places:
    """Sentences and lines of a text, found once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentences = find_sentences(text)
        self._starts = [start for start, _ in self._sentences]
        self._edges = edge_lines(text)

    def of(self, name: str, place: int, start: int, end: int, manner: Manner) -> Attribution | None:
        """The attribution with what it speaks of; None if it is denied."""
        first, last = self._sentence(start, end)
        before = self._text[max(first, start - DENIAL_CHARACTERS) : start]
        if _DENIED.search(before) or _DENYING_VERB.match(self._text, end, min(end + 30, last)):
            return None
        if manner in (Manner.MARKED, Manner.TAKEN) and is_of_picture(self._text, first, last):
            return None
        reach = self._reach(start, end, first, last, manner)
        return Attribution(reach, place, name, start, end, first, last, manner)

    def _reach(self, start: int, end: int, first: int, last: int, manner: Manner) -> Reach:
        text = self._text
        before = text[max(first, start - LINE_CHARACTERS) : start]
        is_short = last - first <= LINE_CHARACTERS
        is_pointing = is_short and all(
            word.casefold() in _POINTING or word.isdigit()
            for word in (*_WORD.findall(before), *_WORD.findall(text[end:last]))
        )
        line = next((each for each in self._edges if each[0] <= start < each[1]), None)
        is_line = line is not None and line[1] - line[0] <= LINE_CHARACTERS
        if manner in (Manner.TAKEN, Manner.MARKED):
            if _ARTICLE.search(before) or (is_line and (is_pointing or not before.strip(" (\u2014\u2013-["))):
                return Reach.TEXT
            return Reach.BESIDE if is_pointing else Reach.SENTENCE
        if not is_pointing:
            return Reach.SENTENCE
        return Reach.TEXT if line is not None and line[0] <= first and line[1] <= last + 2 else Reach.BESIDE

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        at = bisect_right(self._starts, start) - 1
        first, last = self._sentences[at] if at >= 0 else (start, end)
        if not first <= start < last:
            first, last = start, end
        at = bisect_right(self._starts, end - 1) - 1
        if at >= 0 and self._sentences[at][0] < end:
            last = max(last, self._sentences[at][1])
        if _WITHOUT_SPACES.search(self._text, start, end):
            low, high = max(first, start - SENTENCE_CHARACTERS), min(last, end + SENTENCE_CHARACTERS)
            first = max([low, *(self._text.rfind(stop, low, start) + 1 for stop in _STOPS)])
            last = high
            ends = [self._text.find(stop, end, last) for stop in _STOPS]
            last = min([last, *(each + 1 for each in ends if each >= 0)])
        return first, last
