"""The role that stands beside a person's name: President X; X, the minister; a line of a signature."""

import re

from attrs import evolve, frozen

from provenance.model.knowledge import Knowledge
from provenance.model.spans import Span
from provenance.names.mentions.words import plain_word

_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_BEFORE, _BEHIND = 70, 60
"""Code points before and behind a name in which its role may stand."""
_LONGEST_TITLE = 4
_NOT_NOW = frozenset(
    "former ex late deputy vice assistant acting interim future incoming outgoing then onetime erstwhile "
    "designate elect shadow".split()
)
_CLAUSE = re.compile(r"[.,;:!?\n()\u201c\u201d\"]")
_OPENED = re.compile(r"(?:^|[.!?\u201d\"]\s|\n)(?:The|His|Her|Its|Their|Our)\s([^,.;:!?\n]{3,50}),\s$")
_APPOSED = re.compile(r",\s(?:the\s)?([^,.;:()\n]{3,50})")
_SIGNED = re.compile(r"\n([^\n,.;:]{3,50})(?=\n|$)")
_HONORIFIC = re.compile(r"(?<![^\W_])([^\W\d_]+)\.?\s$")


@frozen(order=True)
class HeldRole:
    """`title`: canonical. `place`: country of the body, "" where the text does not say.

    `body`: what it is of, folded, "" where the text does not say or names a country. `is_sole`: one person
    holds it at a time. `is_now`: no former, deputy or coming one.
    """

    title: str
    place: str = ""
    body: str = ""
    is_sole: bool = False
    is_now: bool = True


def roles_at(text: str, span: Span, knowledge: Knowledge) -> list[HeldRole]:
    """The roles right before and right behind a name."""
    ahead = text[max(0, span.start - _BEFORE) : span.start]
    addressed = _HONORIFIC.search(ahead)
    word = plain_word(addressed[1]) if addressed else ""
    bare = ahead[: addressed.start()] if addressed and word in knowledge.honorifics else ahead
    before = ahead if word in knowledge.roles else bare
    found = []
    if before.endswith(" ") and before.rstrip()[-1:].isalpha():
        found.append(_role_in(_CLAUSE.split(before)[-1], knowledge))
    opened = _OPENED.search(bare)
    if opened:
        found.append(_role_in(opened[1], knowledge))
    signed = _SIGNED.match(text, span.end, span.end + _BEHIND)
    if signed:
        found.append(_role_in(signed[1], knowledge))
    apposed = _APPOSED.match(text, span.end, span.end + _BEHIND)
    if apposed:
        found.append(_role_in(apposed[1], knowledge) or _role_of(apposed[1], knowledge))
    return [role for role in found if role is not None]


def _role_of(phrase: str, knowledge: Knowledge) -> HeldRole | None:
    """The role whose title stands before "of" and what it is of: mayor of Lima, president of Peru."""
    title, tie, body = phrase.partition(" of ")
    role = _role_in(title, knowledge) if tie else None
    if role is None:
        return None
    country = knowledge.countries.get(plain_word(body)) or ""
    return evolve(role, place=role.place or country, body="" if country else plain_word(body))


def _role_in(phrase: str, knowledge: Knowledge) -> HeldRole | None:
    """The role whose title ends the phrase, with the land before it."""
    words = [plain_word(word) for word in _WORD.findall(phrase)]
    for length in range(min(_LONGEST_TITLE, len(words)), 0, -1):
        role = knowledge.roles.get(" ".join(words[-length:]))
        if role is None:
            continue
        ahead = words[: len(words) - length]
        is_now = not ahead or ahead[-1].removesuffix("-") not in _NOT_NOW
        land = ahead[-1].removesuffix("'s") if ahead else ""
        place = knowledge.demonyms.get(land) or knowledge.countries.get(land) or ""
        return HeldRole(role.title, place, "", role.is_sole, is_now)
    return None
