"""Where a text credits the publisher of another for its words."""

import re
from collections.abc import Sequence

from attrs import frozen

from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.reuse.descent.naming import ACCORDING, NAME, REPUBLISHED
from provenance.reuse.descent.upstream import find_patterns, find_sayers, plain_name

_SAID = r"(?:first |exclusively )?(?:reported|reports|revealed|has reported|had reported|wrote)"
_PATTERNS = (
    *REPUBLISHED,
    ACCORDING,
    (
        ("told ", "ource: ", "via ", "Via ", "iting ", "uoted by "),
        re.compile(rf"\b(?:told|[Ss]ource:|[Vv]ia|[Cc]iting|[Qq]uoted by|[Aa]s told to) {NAME}"),
    ),
)
_VERBS = tuple(
    re.compile(pattern)
    for pattern in (
        rf" {_SAID}\b",
        r" said in (?:a|an|its|the) (?:press |news )?(?:release|statement)\b",
    )
)
_RELEASE = (
    ("elease ", "tatement ", "otice "),
    re.compile(
        r"\b(?:[Pp]ress|[Nn]ews|[Mm]edia) (?:[Rr]elease|[Ss]tatement|[Nn]otice) (?:(?:issued|published) )?"
        rf"(?:of|by|from) {NAME}"
    ),
)
NEAR_CHARACTERS = 400
"""How far from a shared passage, or from an end of the text, a credit still speaks of it, code points."""


@frozen(order=True)
class Credit:
    """`name`: folded. `quote`: the words of the text. `place`: where they begin. `is_release`: what was
    issued by a body is credited, which need not be a publisher."""

    name: str
    quote: str
    place: int
    is_release: bool = False


def find_credits(text: str) -> tuple[Credit, ...]:
    """All credits of `text`, in order of their names."""
    found = {
        Credit(plain_name(each["name"]), each.group(), each.start())
        for each in find_patterns(_PATTERNS, text)
    }
    for verb in _VERBS:
        for name, start, end in find_sayers(verb, text):
            found.add(Credit(plain_name(name), text[start:end], start))
    for each in find_patterns((_RELEASE,), text):
        found.add(Credit(plain_name(each["name"]), each.group(), each.start(), True))
    return tuple(sorted(found))


def near_credits(found: tuple[Credit, ...], length: int, passages: Sequence[Span]) -> tuple[Credit, ...]:
    """Those near one of `passages` or at either end of a text of that length."""
    return tuple(each for each in found if _is_near(each.place, length, passages))


def find_credit(source: Source, found: tuple[Credit, ...], issuer: str = "") -> Credit | None:
    """The first that credits the publisher of `source`, or a release of its issuer; None if none does."""
    publisher = plain_name(source.value("publisher") or "")
    names = {publisher} - {""}
    issuers = {publisher, issuer} - {""}
    return next((each for each in found if each.name in (issuers if each.is_release else names)), None)


def _is_near(place: int, length: int, passages: Sequence[Span]) -> bool:
    if place < NEAR_CHARACTERS or place > length - NEAR_CHARACTERS:
        return True
    return any(p.start - NEAR_CHARACTERS <= place <= p.end + NEAR_CHARACTERS for p in passages)
