"""What clauses of belonging have in common: nouns of what has members, denial, tense, occasion."""

import re

from attrs import frozen

from provenance.claims.phrases import Phrase
from provenance.claims.reading import Reading, Sentence
from provenance.model.claims import Modality, Polarity
from provenance.model.names import EntityKind

UNITS = frozenset(
    "board council committee commission panel inquiry jury tribunal squad team side selection crew cabinet "
    "government coalition alliance bloc front union league federation confederation party club order academy "
    "association society group grouping network parliament assembly senate delegation cooperative convention "
    "treaty pact accord charter compact forum caucus faction movement cartel consortium orchestra "
    "quartet band "
    "choir institute guild lodge militia brigade army eurozone zone area umbrella staff faculty unit".split()
)
"""Nouns of what has members."""
ADVERBS = (
    r"(?:also|now|still|already|itself|formally|currently|only|once|long|since|then|even|officially"
    r"|both|ever|yet)"
)
NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several|many|few)"
PARTS = (
    r"(?:movements?|parties|groups?|members?|states?|countries|clubs|unions|companies|firms|bodies"
    r"|organi[sz]ations?|factions|brigades|units)"
)
PARTY_NOUN = (
    r"(?:members?|signator(?:y|ies)|part(?:y|ies)?|participants?|components?|constituents?|founder members?)"
)
NEGATION = re.compile(
    r"\b(?:not|never|no\slonger|n['\u2019]t|neither|nor|without|refus\w+\sto|declin\w+\sto|no)\b[^,;.]{0,25}$",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|wants?\sto|wanted\sto|plans?\sto|planned\sto|hopes?\sto|hoped\sto|voted\sto|decided\sto|about\sto|due\sto"
    r"|set\sto|seeks?\sto|applied\sto|asked\sto|invited\sto|ready\sto|is\sto|are\sto|was\sto|if|whether|must|can|let)\b[^,;.]{0,25}$",
    re.IGNORECASE,
)
PRESENT = re.compile(
    r"\b(?:is|are|remains?|belongs?|sits?|serves?|has|have|holds?|includes?|comprises?|consists?|excludes?|does|do|still|lies)\b",
    re.IGNORECASE,
)
TAIL = re.compile(r"\s(?:for|on|into|at)\s(?P<tail>[^,;.:]{3,60})")


@frozen
class Belonging:
    """At [start, end), `member` is said to belong, or not, to `whole`. `tense`: "present", "past" or
    "changed"
    (joined, left). `occasion`: what narrows the whole: for Friday's match. `is_closed`: a list that names
    all."""

    start: int
    end: int
    member: Phrase
    whole: Phrase
    polarity: Polarity
    modality: Modality
    tense: str
    wording: str
    occasion: str = ""
    is_closed: bool = False


def is_denied(said: str, before: str) -> bool:
    """Does the group of verbs `said`, or what stands `before` it, deny?"""
    inside = re.search(r"\b(?:not|never|no|no longer)\b", said)
    return bool(inside) or bool(NEGATION.search(before))


def tense_of(group: str) -> str:
    """The tense of a group of verbs, "present" or "past"; a group with a comma in it counts as present."""
    return "present" if PRESENT.search(group) or "," in group else "past"


def verb_start(reading: Reading, sentence: Sentence, at: int) -> int:
    """Where the group of verbs begins that ends at `at`: does not, has never, will."""
    before = reading.text[max(sentence.start, at - 50) : at]
    helping = re.search(
        rf"(?:\b(?:do|does|did|has|have|had|will|would|may|might|could|can|should|must|is|are|was|were|not|never|no\slonger|been|to|be|{ADVERBS})\s)+\Z",
        before,
    )
    return at - len(before) + helping.start() if helping else at


def is_whole(whole: Phrase) -> bool:
    """Something that can have members: a body, or a noun for one."""
    if whole.noun:
        return any(word in UNITS for word in whole.noun.split())
    if whole.kind is EntityKind.ORGANIZATION:
        return True
    last = whole.text.split()[-1].lower()
    return whole.kind in (None, EntityKind.PLACE, EntityKind.OTHER, EntityKind.EVENT) and (
        last in UNITS or (whole.kind is None and " " in whole.text)
    )


def occasion_of(reading: Reading, sentence: Sentence, whole: Phrase) -> str:
    """What narrows the whole, as printed behind it ("Friday's match"), else ""."""
    tail = TAIL.match(reading.text, whole.end, sentence.end)
    return " ".join(tail["tail"].split()) if tail and whole.noun else ""
