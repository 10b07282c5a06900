"""Whose words a stretch of text is, where its sentence names the speaker.

Origin of the verbs: general knowledge of how news in these languages gives words to their speakers.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

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
    "said says saying told tells telling stated states declared declares declaring warned warns added adds "
    "explained explains announced announces claimed claims argued argues insisted insists promised promises "
    "denied confirmed confirms admitted admits noted notes stressed replied wrote writes recalled vowed"
).split()
_GERMAN = (
    "sagte sagt erklärte erklärt betonte betont meinte meint warnte warnt behauptete berichtete ergänzte "
    "schrieb antwortete versicherte äußerte"
).split()
_OTHERS = (
    "dit déclaré déclare affirmé affirme expliqué explique assuré assure souligné ajouté ajoute précisé "
    "indiqué annoncé raconté raconte raconto dijo declaró afirmó explicó aseguró señaló añadió advirtió "
    "detto dichiarato affermato spiegato aggiunto disse declarou afirmou explicou acrescentou "
    "говорит заявляет отмечает утверждает подчеркивает поясняет"
).split()
_RUSSIAN = (
    "сказал заявил сообщил отметил подчеркнул рассказал пояснил добавил объяснил утверждал напомнил".split()
)
_FOREIGN = [*_GERMAN, *_OTHERS, *(f"{verb}{end}" for verb in _RUSSIAN for end in ("", "а", "и"))]
_TELLS_FOREIGN = (
    *(f" {verb}" if len(verb) > 3 else f" {verb} " for verb in [*_GERMAN, *_OTHERS, *_RUSSIAN]),
    " словам ", " Worten ", " laut ", " selon ", " según ", " secondo ", " segundo ",
)  # fmt: skip
"""Of which one stands where a speaker is named in another language than English."""
SENTENCE_START = re.compile(r"[.!?\u2026][\"\u201c\u201d\u2019\u00bb)]{0,2}\s|\n")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LATIN = "A-Z\u00c0-\u00de\u0106\u010c\u0110\u0130\u0141\u0150\u015a\u015e\u0160\u0170\u017d"
_ASIDE = r"(?:, [^.!?;\"\u201c\u201d]{1,80},)?"
_THEN = rf"(?: (?:on )?{_DAY}| \w+)?"
_STRETCH = r"[^.!?;\"\u201c\u201d\u201e\u00ab\u00bb]{0,40}"
_LOWER = r"(?:[^\W\d_A-Z\u00c0-\u00de\u0400-\u042f][\w'\u2019-]{0,30} ){0,4}"
_AFTER = r"[,.]?[\"\u201c\u201d\u00bb\u2019']?,?\s{0,3}(?:[\u2014\u2013-]\s{0,3})?"


class _Patterns(NamedTuple):
    """How a sentence names a speaker: in front of his words, at the beginning of them ("X said that"), and
    behind them, with a verb or without."""

    before: re.Pattern[str]
    told: re.Pattern[str]
    behind: re.Pattern[str]
    credit: re.Pattern[str]


@cache
def _patterns(is_foreign: bool) -> _Patterns:
    """Made when first asked for: those of all languages take long to make, and few texts need them."""
    capital = f"[{_LATIN}\u0391-\u03a9\u0400-\u042f]" if is_foreign else f"[{_LATIN}]"
    part = rf"{capital}[\w\u2019'-]{{1,40}}"
    title = rf"(?:(?:{capital}|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Hon|St)\. )"
    joint = r"(?: (?:of|for|de|al|von|van|der|den|bin|ben|du|la|le|el)(?: the| la| der)?)?"
    name = rf"(?P<name>{title}{{0,2}}{part}(?:{joint} {title}?{part}){{0,4}})"
    name_2 = name.replace("<name>", "<name_2>")
    said = rf"(?:{'|'.join([*_ENGLISH, *(_FOREIGN if is_foreign else ())])})"
    words_of = r"\b(?:[Пп]о словам|[Nn]ach (?:den )?Worten (?:von)?)"
    in_words = rf"|{words_of} {_LOWER}{name_2}{_STRETCH}" if is_foreign else ""
    that = r"(?:\bthat|\bdass|\bque|\bqu['\u2019]|\bche|\bчто)\b" if is_foreign else r"\bthat\b"
    or_that = rf"|(?:{'|'.join(_GERMAN)})," if is_foreign else ""
    credits = "according to|laut|so|selon|según|secondo|segundo|по словам" if is_foreign else "according to"
    return _Patterns(
        re.compile(rf"(?:{name}{_ASIDE}{_THEN} {said}\b{_STRETCH}{in_words})\Z"),
        re.compile(
            rf"(?:[^\W\d_]{{1,30}},? ){{0,4}}?{name}{_ASIDE}{_THEN} (?:{said}\b{_STRETCH}?{that}{or_that})"
        ),
        re.compile(
            rf"{_AFTER}(?:(?:a |ha )?{said} (?:{_DAY} )?{_LOWER}{name}|"
            rf"{_LOWER}{name_2}{_ASIDE}{_THEN} {said})\b"
        ),
        re.compile(rf"{_AFTER}(?:{credits}) {_LOWER}{name}"),
    )


def _patterns_for(text: str, start: int, end: int) -> _Patterns:
    """Those for the languages that are spoken around [start, end)."""
    near = text[max(0, start - REACH_CHARACTERS) : end + REACH_CHARACTERS]
    return _patterns(any(word in near for word in _TELLS_FOREIGN))


@cache
def says() -> re.Pattern[str]:
    """A verb with which words are given to a speaker."""
    return re.compile(rf"\b(?:{'|'.join([*_ENGLISH, *_FOREIGN])})\b")


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
    patterns = _patterns_for(text, span.start, span.end)
    told = patterns.told.match(text, span.start, min(span.end, span.start + REACH_CHARACTERS))
    return (
        (_name(told) if told else "")
        or _named_before(patterns, text, span.start)
        or _named(patterns.behind, text, span.end)
    )


def find_quoted_speaker(span: Span, text: str, quotations: Sequence[tuple[int, int]]) -> str:
    """Whose words the quotations are that `span` holds or lies in, (start, end) each: a name, folded; "" if
    none is said, or only a pronoun or a role."""
    inside = [each for each in quotations if each[0] < span.end and span.start < each[1]]
    if not inside:
        return ""
    last = inside[-1][1]
    patterns = _patterns_for(text, inside[0][0], last)
    found = _named_before(patterns, text, inside[0][0])
    for (_, end), (start, _) in pairwise(inside):
        if not found and start - end <= MOST_BETWEEN:
            found = _named(patterns.behind, text, end)
    return found or _named(patterns.behind, text, last) or _named(patterns.credit, text, last)


def are_one_speaker(one: str, other: str) -> bool:
    """Do two names have a part in common, alike at least, or is one made of the other's initials? Of a
    surname and a full name that is true, of a brother and a sister too."""
    ones, others = (_parts(name) for name in (one, other))
    if not ones or not others:
        return False
    if set(ones) & set(others) or _are_initials(ones, others) or _are_initials(others, ones):
        return True
    return Indel.normalized_similarity(ones[-1], others[-1]) >= LEAST_ALIKE


def _named_before(patterns: _Patterns, text: str, start: int) -> str:
    before = text[max(0, start - REACH_CHARACTERS) : start]
    ends = [found.end() for found in SENTENCE_START.finditer(before)]
    told = patterns.before.search(before, ends[-1] if ends else 0)
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
