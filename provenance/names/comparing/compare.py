"""Are two names the same one's? A score, a verdict and the reasons."""

import math
import re
from collections.abc import Callable
from functools import lru_cache, partial

from provenance.model.knowledge import Knowledge
from provenance.model.names import NameComparison, Reason, Verdict
from provenance.model.settings import NameSettings
from provenance.names.comparing.body_tables import body_tables
from provenance.names.comparing.disguises import is_part, may_be_disguised, readings, say_disguise
from provenance.names.comparing.lone_word import lone_word_evidence, lone_words
from provenance.names.comparing.organization import countries_conflict, organization_signs
from provenance.names.comparing.organization_name import parse_organization
from provenance.names.comparing.person import person_evidence, person_weights
from provenance.names.comparing.person_name import parse_person
from provenance.names.comparing.place import place_evidence
from provenance.names.comparing.place_homes import place_alternatives
from provenance.names.comparing.place_name import parse_place
from provenance.names.comparing.reasons import Said, say, score_of_weights
from provenance.names.sounds.romanise import LONGEST_NAME, is_plain
from provenance.text.folding import fold_character, fold_text

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]")
_LAST_BRACKET = re.compile(
    r"[(\[]([^()\[\]]{2,80})[)\]][\s,]*(?:(?:ltd|llc|inc|co|corp|plc|jsc|s\.?a|ag|gmbh|fze)\.?)?\s*$",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s+/\s*|/\s+")
_MAY_HOLD_SEVERAL = re.compile(r"[(\[/,]")
_MOST_ALTERNATIVES = 4
_TELLS = 0.5
"""Score from which another name of a body, in a bracket, says something: few acronyms fit another body."""
_DEFAULT = NameSettings()
_KEPT = 1 << 13
"""Comparisons of which the score is kept: names that are sorted into clusters meet again."""


def compare_names(
    a: str, b: str, kind: str, knowledge: Knowledge, settings: NameSettings | None = None
) -> NameComparison:
    """How likely `a` and `b` name the same person, organization or place (`kind`), 0..1, and why.

    Symmetric; names that are equal but for case, marks and punctuation score 1. What a name holds in
    brackets or behind a slash counts as another name of the same; the best pair decides. A name in whose
    words letters of another script stand is compared as it is written and as it looks; what is like
    another name so is "unsure" at most, and the first reason says why.
    """
    chosen = settings or _DEFAULT
    first, second = a[:LONGEST_NAME], b[:LONGEST_NAME]
    if second < first:
        first, second = second, first
    found = _comparer(knowledge)(first, second, kind)
    score = found[0]
    disguise = say_disguise(first, second)
    if disguise and score >= chosen.different and (score >= chosen.same or not is_part(first, second)):
        return _hold(score, _reasons(found, kind, knowledge), disguise, chosen)
    if score >= chosen.same:
        verdict = Verdict.SAME
    elif score < chosen.different:
        verdict = Verdict.DIFFERENT
    else:
        verdict = Verdict.UNSURE
    return NameComparison.told_by(score, verdict, partial(_reasons, found, kind, knowledge))


def say_held(a: str, b: str, kind: str, knowledge: Knowledge, settings: NameSettings | None = None) -> str:
    """Why the two are for people to judge, alike as they look; "" if no foreign letters hide in them."""
    disguise = say_disguise(a[:LONGEST_NAME], b[:LONGEST_NAME])
    if not disguise:
        return ""
    reasons = compare_names(a, b, kind, knowledge, settings).reasons
    return disguise if reasons and reasons[0].text == disguise else ""


def _hold(score: float, reasons: tuple[Reason, ...], disguise: str, settings: NameSettings) -> NameComparison:
    """Neither same nor different, whatever the likeness."""
    held = round(min(score, (settings.same + settings.different) / 2), 6)
    logit = math.log(max(held, 1e-9) / max(1 - held, 1e-9))
    against = Reason(disguise, round(logit - math.fsum(reason.weight for reason in reasons), 3))
    return NameComparison(held, Verdict.UNSURE, (against, *reasons))


_Found = tuple[float, str, str, bool]
"""Score, what was read of each name, and whether that is equal but for case and punctuation. Nothing else is
kept of a comparison: reasons are found anew where they are asked for."""


@lru_cache(maxsize=4)
def _comparer(knowledge: Knowledge) -> Callable[[str, str, str], _Found]:
    """Of names in order and their kind; what it keeps are strings only, which sweeps for cycles pass by."""

    @lru_cache(maxsize=_KEPT)
    def compare(a: str, b: str, kind: str) -> _Found:
        return _compare(a, b, kind, knowledge)

    return compare


def _compare(a: str, b: str, kind: str, knowledge: Knowledge) -> _Found:
    """The likest of what each may be read as."""
    if is_plain(a) and is_plain(b):
        if a.lower() == b.lower():
            return 1.0, a, b, True
        return _score(a, b, kind, knowledge), a, b, False
    if not may_be_disguised(a) and not may_be_disguised(b):
        return _compare_read(a, b, kind, knowledge)
    found = [_compare_read(min(x, y), max(x, y), kind, knowledge) for x in readings(a) for y in readings(b)]
    return max(found, key=lambda one: one[0])


def _compare_read(a: str, b: str, kind: str, knowledge: Knowledge) -> _Found:
    if a == b or _is_equal(a, b):
        return 1.0, a, b, True
    firsts, seconds = (
        place_alternatives(name, knowledge) if kind == "place" else alternatives(name) for name in (a, b)
    )
    if (
        kind == "organization"
        and (firsts[0] != a or seconds[0] != b)
        and _say_other_countries(a, b, knowledge)
    ):
        firsts, seconds = (a,), (b,)  # Bank of China (Hong Kong), Bank of China (Singapore)
    elif kind == "organization" and _say_which(a, knowledge) != _say_which(b, knowledge):
        firsts, seconds = (a,), (b,)
    if len(firsts) == len(seconds) == 1:
        return _score(firsts[0], seconds[0], kind, knowledge), firsts[0], seconds[0], False
    best: _Found | None = None
    for i, first in enumerate(firsts):
        for j, second in enumerate(seconds):
            if i and j:
                continue  # what two names hold in brackets says nothing of the names
            if (i or j) and kind == "organization" and _is_only_letters(first, second, knowledge):
                continue
            score = _score(first, second, kind, knowledge)
            is_told = kind == "person" or score >= _TELLS
            if best is None or (score > best[0] and is_told):
                best = score, first, second, False
    return best or (0.0, "", "", False)


def _say_which(name: str, knowledge: Knowledge) -> str:
    """What a last bracket says of which of several bodies it is; "" if there is none."""
    return parse_organization(name, knowledge).which if ")" in name or "]" in name else ""


def _is_only_letters(a: str, b: str, knowledge: Knowledge) -> bool:
    """Is one of them an acronym and the other none? In a bracket it stands for the words before it, and they
    are compared themselves.
    """
    first, second = parse_organization(a, knowledge), parse_organization(b, knowledge)
    return bool(first.acronym) != bool(second.acronym)


def _say_other_countries(a: str, b: str, knowledge: Knowledge) -> bool:
    """Do the names, with what is in their brackets, name countries that differ?"""
    return countries_conflict(parse_organization(a, knowledge), parse_organization(b, knowledge))


def _is_equal(a: str, b: str) -> bool:
    """But for case, marks and punctuation; not where nothing else is there."""
    if a and b and (_end_otherwise(a[0], b[0]) or _end_otherwise(a[-1], b[-1])):
        return False
    return fold_text(a) == fold_text(b) and _first_letter(a) == _first_letter(b) != ""


def _end_otherwise(x: str, y: str) -> bool:
    """Are they two plain letters, of which folding leaves two?"""
    return x != y and x.isascii() and y.isascii() and x.isalpha() and y.isalpha() and x.lower() != y.lower()


def _first_letter(name: str) -> str:
    """Folded; "" if there is none."""
    return next((folded for folded in map(fold_character, name) if folded.strip()), "")


@lru_cache(maxsize=1 << 12)
def alternatives(name: str) -> tuple[str, ...]:
    """The name without brackets, then what stands behind slashes or in a bracket at the end; never empty.

    A bracket inside a name is another spelling of a word of it, not another name.
    """
    if not _MAY_HOLD_SEVERAL.search(name):
        whole = " ".join(name.split())
        return (whole,) if len(whole) > 1 else (name,)
    outside = " ".join(_BRACKET.sub(" ", name).split())
    parts = [*_SLASH.split(outside), *_LAST_BRACKET.findall(name)]
    lists = [part.split(",") for part in parts]
    split = [whole for parts in lists for whole in _full_names(parts)]
    kept = [part.strip() for part in split if len(part.strip()) > 1]
    return tuple(kept[:_MOST_ALTERNATIVES]) or (name,)


def _full_names(parts: list[str]) -> list[str]:
    """Parts between commas, if each is a name of several words; else the comma belongs to one name."""
    if len(parts) > 1 and all(len(part.split()) > 1 for part in parts):
        return parts
    return [",".join(parts)]


def _score(a: str, b: str, kind: str, knowledge: Knowledge) -> float:
    if kind == "person":
        first, second = parse_person(a, knowledge), parse_person(b, knowledge)
        weights = person_weights(first, second) if first.words and second.words else []
    else:
        weights = [weight for _, weight in _body_signs(a, b, kind, knowledge)]
    return round(score_of_weights(weights), 6) if weights else 0.0


def _reasons(found: _Found, kind: str, knowledge: Knowledge) -> tuple[Reason, ...]:
    """What the score was made of, the weightiest first."""
    score, a, b, is_equal = found
    if is_equal:
        shown = min(a, b, key=lambda name: (name.isupper(), name))
        if not any([letter.isalnum() for letter in shown]):
            return (Reason("both are the same text, which has no word to compare", 10.0),)
        return (Reason(f"equal but for case and punctuation: {shown}", 10.0),)
    if kind == "person":
        first, second = parse_person(a, knowledge), parse_person(b, knowledge)
        reasons = person_evidence(first, second) if first.words and second.words else []
    else:
        reasons = [Reason(say(said), weight) for said, weight in _body_signs(a, b, kind, knowledge)]
    if not reasons:
        return (Reason("no word of one of the names can be read", -30.0),)
    return _with_headline(sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.text)), score)


def _with_headline(reasons: list[Reason], score: float) -> tuple[Reason, ...]:
    """First what speaks against, as long as the names are not the same; else the words that differ."""
    if score >= _DEFAULT.same:
        telling = [reason for reason in reasons if " ~ " in reason.text]
    else:
        telling = [reason for reason in reasons if reason.weight < 0 and not reason.text.startswith("both ")]
    if not telling:
        return tuple(reasons)
    return (telling[0], *(reason for reason in reasons if reason is not telling[0]))


def _body_signs(a: str, b: str, kind: str, knowledge: Knowledge) -> list[tuple[Said, float]]:
    """What is shown of names of bodies and places, and of single words, with its weight."""
    words = lone_words(a, b) if kind == "other" else None
    if words is not None:
        return [(reason.text, reason.weight) for reason in lone_word_evidence(*words)]
    if kind == "place":
        one, other = parse_place(a, knowledge), parse_place(b, knowledge)
        reasons = [] if one.is_empty or other.is_empty else place_evidence(one, other)
        return [(reason.text, reason.weight) for reason in reasons]
    first, second = parse_organization(a, knowledge), parse_organization(b, knowledge)
    if first.is_empty or second.is_empty:
        return []
    return organization_signs(first, second, body_tables(knowledge))
