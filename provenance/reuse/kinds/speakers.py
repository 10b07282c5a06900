"""Whose words a stretch of text is, where its sentence names the speaker.

Origin of the verbs: general knowledge of how news in these languages gives words to their speakers.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from provenance.model.spans import Span
from provenance.text.folding import fold_text

REACH_CHARACTERS = 160
"""How far before or behind a passage its speaker is named, in its sentence, code points."""
MOST_BETWEEN = 120
"""The longest stretch between two parts of a quotation that says who speaks, code points."""
LEAST_ALIKE = 0.8
"""How alike two surnames are that may be one, inflected or in another spelling, 0..1."""
LEAST_LETTERS = 3
"""Of a part of a name that tells a person."""

_ENGLISH = (
    r"said|says|saying|told|tells|telling|stated|states|declared|declares|declaring|warned|warns|added|adds|"
    r"explained|explains|announced|announces|claimed|claims|argued|argues|insisted|insists|promised|promises|"
    r"denied|confirmed|confirms|admitted|admits|noted|notes|stressed|replied|wrote|writes|recalled|vowed"
)
_GERMAN = (
    r"sagte|sagt|erkl\u00e4rte|erkl\u00e4rt|betonte|betont|meinte|meint|warnte|warnt|behauptete|berichtete|"
    r"erg\u00e4nzte|schrieb|antwortete|versicherte|\u00e4u\u00dferte"
)
_ROMANCE = (
    r"dit|d\u00e9clar\u00e9|d\u00e9clare|affirm\u00e9|affirme|expliqu\u00e9|explique|assur\u00e9|assure|"
    r"soulign\u00e9|ajout\u00e9|ajoute|pr\u00e9cis\u00e9|indiqu\u00e9|annonc\u00e9|racont\u00e9|racont[eo]|"
    r"dijo|declar\u00f3|afirm\u00f3|explic\u00f3|asegur\u00f3|se\u00f1al\u00f3|a\u00f1adi\u00f3|advirti\u00f3|"
    r"detto|dichiarato|affermato|spiegato|aggiunto|disse|declarou|afirmou|explicou|acrescentou"
)
_RUSSIAN = (
    r"(?:сказал|заявил|сообщил|отметил|подчеркнул|рассказал|пояснил|добавил|объяснил|утверждал|напомнил)[аи]?|"
    r"(?:говорит|заявляет|отмечает|утверждает|подчеркивает|поясняет)"
)
_SAID = rf"(?:{_ENGLISH}|{_GERMAN}|{_ROMANCE}|{_RUSSIAN})"
SAYS = re.compile(rf"\b{_SAID}\b")
SENTENCE_START = re.compile(r"[.!?\u2026][\"\u201c\u201d\u2019\u00bb)]{0,2}\s|\n")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_CAPITAL = (
    "[A-Z\u00c0-\u00de\u0106\u010c\u0110\u0130\u0141\u0150\u015a\u015e\u0160"
    "\u0170\u017d\u0391-\u03a9\u0400-\u042f]"
)
_PART = rf"{_CAPITAL}[\w\u2019'-]{{1,40}}"
_TITLE = rf"(?:(?:{_CAPITAL}|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Hon|St)\. )"
_JOINT = r"(?: (?:of|for|de|al|von|van|der|den|bin|ben|du|la|le|el)(?: the| la| der)?)?"
_NAME = rf"(?P<name>{_TITLE}{{0,2}}{_PART}(?:{_JOINT} {_TITLE}?{_PART}){{0,4}})"
_NAME_2 = _NAME.replace("<name>", "<name_2>")
_ASIDE = r"(?:, [^.!?;\"\u201c\u201d]{1,80},)?"
_THEN = rf"(?: (?:on )?{_DAY}| \w+)?"
_STRETCH = r"[^.!?;\"\u201c\u201d\u201e\u00ab\u00bb]{0,40}"
_LOWER = r"(?:[^\W\d_A-Z\u00c0-\u00de\u0400-\u042f][\w'\u2019-]{0,30} ){0,4}"
_BEFORE = re.compile(
    rf"(?:{_NAME}{_ASIDE}{_THEN} {_SAID}\b{_STRETCH}|"
    rf"\b(?:[Пп]о словам|[Nn]ach (?:den )?Worten (?:von)?) {_LOWER}{_NAME_2}{_STRETCH})\Z"
)
_TOLD = re.compile(
    rf"(?:[^\W\d_]{{1,30}},? ){{0,4}}?{_NAME}{_ASIDE}{_THEN} (?:{_SAID}\b{_STRETCH}?"
    rf"(?:\bthat|\bdass|\bque|\bqu['\u2019]|\bche|\bчто)\b|(?:{_GERMAN}),)"
)
_BEHIND = re.compile(
    r"[,.]?[\"\u201c\u201d\u00bb\u2019']?,?\s{0,3}(?:[\u2014\u2013-]\s{0,3})?"
    rf"(?:(?:a |ha )?{_SAID} (?:{_DAY} )?{_LOWER}{_NAME}|{_LOWER}{_NAME_2}{_ASIDE}{_THEN} {_SAID})\b"
)
_CREDIT = re.compile(
    r"[,.]?[\"\u201c\u201d\u00bb\u2019']?,?\s{0,3}(?:[\u2014\u2013-]\s{0,3})?"
    rf"(?:according to|laut|so|selon|seg\u00fan|secondo|segundo|по словам) {_LOWER}{_NAME}"
)
_NO_NAMES = frozenset(
    "he she they it we you who the this that these those his her one both many some others another  er "
    "sie es wir wie il elle ils elles on nous ce \u00e9l ella ellos ele ela lui lei он она они мы "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august  september october november december police officials residents witnesses sources "
    "authorities experts critics  doctors scientists researchers prosecutors lawyers organisers "
    "organizers officers investigators ministers  neighbours neighbors relatives spokesman spokeswoman "
    "spokesperson in on at and but as when after before".split()
)
"""Words with a capital at the head of a sentence, or beside a verb, that name no one."""


def find_speaker(span: Span, text: str) -> str:
    """Whose words `span` is, where its sentence says so before or behind it, or at its own beginning ("X said
    that"): a name, folded; "" if it does not, or if the passage is more than a sentence."""
    if SENTENCE_START.search(text, span.start + 1, max(span.start + 1, span.end - 2)):
        return ""
    told = _TOLD.match(text, span.start, min(span.end, span.start + REACH_CHARACTERS))
    return (_name(told) if told else "") or _named_before(text, span.start) or _named(_BEHIND, text, span.end)


def find_quoted_speaker(span: Span, text: str, quotations: Sequence[tuple[int, int]]) -> str:
    """Whose words the quotations are that `span` holds or lies in, (start, end) each: a name, folded; "" if
    none is said, or only a pronoun or a role."""
    inside = [each for each in quotations if each[0] < span.end and span.start < each[1]]
    if not inside:
        return ""
    found = _named_before(text, inside[0][0])
    for (_, end), (start, _) in pairwise(inside):
        if not found and start - end <= MOST_BETWEEN:
            found = _named(_BEHIND, text, end)
    last = inside[-1][1]
    return found or _named(_BEHIND, text, last) or _named(_CREDIT, text, last)


def are_one_speaker(one: str, other: str) -> bool:
    """Do two names have a part in common, alike at least, or is one made of the other's initials? Of a
    surname and a full name that is true, of a brother and a sister too."""
    ones, others = (_parts(name) for name in (one, other))
    if not ones or not others:
        return False
    if set(ones) & set(others) or _are_initials(ones, others) or _are_initials(others, ones):
        return True
    return Indel.normalized_similarity(ones[-1], others[-1]) >= LEAST_ALIKE


def _named_before(text: str, start: int) -> str:
    before = text[max(0, start - REACH_CHARACTERS) : start]
    ends = [found.end() for found in SENTENCE_START.finditer(before)]
    told = _BEFORE.search(before, ends[-1] if ends else 0)
    return _name(told) if told else ""


def _named(pattern: re.Pattern[str], text: str, place: int) -> str:
    told = pattern.match(text, place, place + REACH_CHARACTERS)
    return _name(told) if told else ""


def _name(told: re.Match[str]) -> str:
    """The name without what is none; "" if nothing is left, or if it only says whose spokesman speaks."""
    groups = told.groupdict()
    name = (groups["name"] or groups.get("name_2") or "").replace("\u2019", "'")
    if name.endswith(("'s", "'")):
        return ""
    words = [word for word in fold_text(name).split() if word not in _NO_NAMES]
    return " ".join(words)


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[\s'-]+", name) if len(part) >= LEAST_LETTERS]


def _are_initials(ones: Sequence[str], others: Sequence[str]) -> bool:
    return len(ones) == 1 and ones[0] == "".join(part[0] for part in others)
