"""Who and where in a headline: the winner, the place, the office or the person is another below."""

import re

from provenance.conflicts.headline_findings import against
from provenance.conflicts.headline_lines import WORD, Headline, stems
from provenance.conflicts.masked import Masked
from provenance.conflicts.pile import Pile
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.conflicts import Conflict
from provenance.model.names import EntityKind

_WINS = re.compile(
    r"^(?P<name>(?:[A-Z][\w'’-]+\s?){1,3})\s(?:wins?|won|takes?|lifts?|clinch(?:es|ed)?|claims?|beats?|defeats?|edges?)\b"
)
_MODIFIED = re.compile(
    r"\b(?P<kind>[A-Za-z-]{4,})\s(?P<role>ministers?|secretary|mayor|spokes\w+|bishop|ambassador|commissioner|editor)\b"
)
_NOUN_PLACE = re.compile(r"\b(?P<noun>[a-z]{4,})\s(?:in|at|near|outside)\s(?P<place>[A-Z][\w'-]{2,})")
_PLACE_NOUN = re.compile(r"\b(?P<place>[A-Z][\w'-]{2,})\s(?P<noun>[a-z]{4,})\b")


def check_winner(pile: Pile, masked: Masked, head: Headline) -> Conflict | None:
    """ "Brno wins cup" above "Zlín beat Brno"."""
    wins = _WINS.match(masked.text, head.start, head.end) or _WINS.match(masked.text[head.start : head.end])
    if wins is None:
        return None
    name = re.escape(wins["name"].strip())
    lost = re.compile(
        rf"\b[A-Z][\w'-]+\s(?:beat|beats|defeated|edged|overcame|thrashed|stunned|saw\soff)\s(?:the\s)?{name}\b"
    )
    for start, end in head.lead[:2]:
        if lost.search(masked.text, start, end):
            return against(pile, masked, head, (start, end))
    return None


def check_place(pile: Pile, masked: Masked, head: Headline) -> Conflict | None:
    """ "to close Jinja plant" above "will close its plant in Mbarara"."""
    text = masked.text[head.start : head.end]
    told = {(m["noun"], m["place"]) for p in (_NOUN_PLACE, _PLACE_NOUN) for m in p.finditer(text)}
    body = masked.text[head.lead[0][0] : head.body_end]
    near = {(m["noun"], m["place"]) for p in (_NOUN_PLACE, _PLACE_NOUN) for m in p.finditer(body)}
    start, end = head.lead[0]
    for noun, place in sorted(told):
        if (noun, place) in near or not _is_place(pile, masked, head, place):
            continue
        for found in _NOUN_PLACE.finditer(masked.text, start, end):
            is_other = found["noun"] == noun and not _is_like(found["place"], place)
            verbs = stems(text) & stems(masked.text[max(start, found.start() - 40) : found.start()])
            if is_other and verbs - {stem(place.lower()), stem(noun)}:
                return against(pile, masked, head, (start, end), (found.start(), found.end()))
    return None


def _is_place(pile: Pile, masked: Masked, head: Headline, name: str) -> bool:
    """Do the lists know the name as a place, or does the text print it behind "in" or "to"?"""
    if name.lower() in pile.knowledge.places:
        return True
    return (
        re.search(rf"\b(?:in|to|at|from|near)\s{re.escape(name)}\b", masked.text[head.start : head.body_end])
        is not None
    )


def _is_like(a: str, b: str) -> bool:
    return a[:4].casefold() == b[:4].casefold()


def check_role(pile: Pile, masked: Masked, head: Headline) -> Conflict | None:
    """ "Health minister resigns" above "the defence minister resigned"."""
    text = masked.text[head.start : head.end]
    body = masked.text[head.lead[0][0] : head.body_end]
    for found in _MODIFIED.finditer(text):
        kind, role = found["kind"].lower(), found["role"].lower()
        if (
            kind in FUNCTION_WORDS
            or re.search(rf"\b{re.escape(kind[:6])}", body, re.IGNORECASE)
            or kind in ("prime", "former")
        ):
            continue
        start, end = head.lead[0]
        for other in _MODIFIED.finditer(masked.text, start, end):
            named = other["kind"].lower()
            if other["role"].lower() == role and named not in FUNCTION_WORDS and named[0].islower():
                if named not in ("former", "prime", "deputy", "acting", "country's") and not named.endswith(
                    ("ese", "ian", "ish")
                ):
                    return against(pile, masked, head, (start, end), (other.start(), other.end()))
    return None


def check_name(pile: Pile, masked: Masked, head: Headline) -> Conflict | None:
    """A person of the headline whom the text never names, where it tells the same of another."""
    source_id = masked.source_id
    text = pile.text(source_id)
    first, last = masked.offset(head.start), masked.offset(head.end - 1, True)
    named = [m for m in pile.mentions_in(source_id, first, last) if m.kind is EntityKind.PERSON]
    body = text[masked.offset(head.lead[0][0]) :].casefold()
    start, end = head.lead[0]
    people = [
        m
        for m in pile.mentions_in(source_id, masked.offset(start), masked.offset(end - 1, True))
        if m.kind is EntityKind.PERSON
    ]
    if len(named) != 1 or not people or len({m.entity for m in people}) != 1:
        return None
    if re.search(
        r"\b(?:the|of)\s\Z", text[max(0, named[0].span.start - 5) : named[0].span.start], re.IGNORECASE
    ):
        return None
    words = [w.casefold() for w in WORD.findall(named[0].text) if len(w) > 2]
    if not words or any(word[:4] in body for word in words):
        return None
    verbs = stems(masked.text[head.start : head.end]) & stems(masked.text[start:end])
    if len(verbs) < 2:
        return None
    return against(
        pile,
        masked,
        head,
        (start, end),
        (masked.place(people[0].span.start), masked.place(people[0].span.end)),
    )
