"""Short forms of names: what a full name tells of a part of it that stands alone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.evidence import SHIPS, is_team
from provenance.names.mentions.heads import (
    AND,
    BUSINESS,
    CLUB_WORDS,
    FIRST_CLUB_WORDS,
    FIRST_FORMS,
    FOREIGN_BODIES,
    PAPER_WORDS,
    SMALL_PLACES,
)
from provenance.names.mentions.settings import Setting
from provenance.names.mentions.weights import EVENT, ORGANIZATION, OTHER, PERSON, PLACE, Evidence, Weights
from provenance.names.mentions.words import Word, is_common, without_marks
from provenance.text.folding import fold_text

_SAME_TEXT = {PERSON: 8.0, ORGANIZATION: 3.4, PLACE: 3.0}
_SAME_PILE = {PERSON: 4.0, ORGANIZATION: 3.0, PLACE: 2.0}
"""What a full name tells of its short form: in the same text, and elsewhere in the pile."""
_PLACE_AS_FIRM = 5.0
"""What a firm's name tells of the place's in front of it, where that is nowhere a place and acts."""
_ACTING, _STANDING = 0.5, 1.2
"""Average evidence for a body from which on it does something, and for a place below which it is none."""
_STORM = 12.0
"""What a storm's full name tells of its own name alone."""
_STORMS = frozenset("hurricane typhoon cyclone storm supertyphoon".split())
_OF_TOWNS = frozenset(
    "court council police hospital university college cathedral library constabulary prison diocese "
    "municipality polytechnic infirmary assizes corporation-council courthouse".split()
)
"""Heads of bodies that are called by their town."""
_MOUNTS = frozenset("mount mt mt. lake cape volcano cerro volcán gunung camp".split())
"""Before a place's own name."""
_QUOTES = ("\u201c", '"', "\u2018", "'")
_OF = frozenset("of for in".split())
_HISSING = ("s", "z", "x", "ch", "sh")


def spread_short_forms(
    settings: Sequence[Setting],
    kinds: Sequence[int],
    told: dict[tuple[str, str], Evidence],
    pile: Mapping[str, Weights],
    knowledge: Knowledge,
) -> None:
    """A full name tells what its last word alone is, and an organisation's what its own word is."""
    by_text: dict[tuple[str, str], int] = defaultdict(int)  # a bit for each kind: sets would be a burden
    done: set[tuple[str, int, tuple[str, ...]]] = set()
    folded = {form: _folded(form) for form in dict.fromkeys([setting.form for setting in settings])}
    standing = set(folded.values())
    for setting, kind in zip(settings, kinds, strict=True):
        words = setting.candidate.words
        if len(words) == 2:
            _spread_storm(setting, kind, told)
        if len(words) < 2 or kind not in (PERSON, ORGANIZATION, PLACE):
            continue
        spread = setting.source_id, kind, tuple([word.text for word in words])
        if spread in done:
            continue
        done.add(spread)
        if kind == ORGANIZATION and _is_firm_of_place(words, knowledge):
            first = without_marks(words[0].plain)
            if _acts(pile.get(first)):
                told["", first][ORGANIZATION] = _PLACE_AS_FIRM
        if kind == PERSON and _is_own_name(words[0], knowledge):
            by_text[setting.source_id, _folded(words[0].plain)] |= 1 << kind
            half, hyphen, _ = words[0].plain.partition("-")  # Kylie of Kylie-Anne Doe
            if hyphen and half in knowledge.given_names:
                by_text[setting.source_id, _folded(half)] |= 1 << kind
        for short in standing.intersection(map(_folded, _short_forms(words, kind, knowledge))):
            by_text[setting.source_id, short] |= 1 << kind
            by_text["", short] |= 1 << kind
    _tell_short_forms(settings, folded, by_text, told)


def _tell_short_forms(
    settings: Sequence[Setting],
    folded: Mapping[str, str],
    by_text: Mapping[tuple[str, str], int],
    told: dict[tuple[str, str], Evidence],
) -> None:
    """`by_text`: the kinds whose names have such a short form, by source, "" for all of them, and form."""
    shorts = {short for _, short in by_text}
    for key in dict.fromkeys([(setting.source_id, setting.form) for setting in settings]):
        form = folded[key[1]]
        if form not in shorts:
            continue
        for source, weights in ((key[0], _SAME_TEXT), ("", _SAME_PILE)):
            kinds_told = by_text.get((source, form), 0)
            if kinds_told.bit_count() == 1:
                kind = kinds_told.bit_length() - 1
                told[key][kind] += weights[kind] * (2 if " " in key[1] else 1)
                break
            if kinds_told == 1 << PERSON | 1 << ORGANIZATION:  # Doe, and the Doe Foundation
                told[key][PERSON] += weights[ORGANIZATION]
                told[key][ORGANIZATION] += weights[ORGANIZATION]
                break


def _folded(plain: str) -> str:
    """As fold_text does it, and sooner for most."""
    return plain if plain.isascii() and plain.replace(" ", "").isalnum() else fold_text(plain)


def _spread_storm(setting: Setting, kind: int, told: dict[tuple[str, str], Evidence]) -> None:
    """Typhoon Rosing tells what Rosing is in the same text, HMS Vigilant what the Vigilant is."""
    words = setting.candidate.words
    if words[0].plain in SHIPS and words[0].text.isupper():
        told[setting.source_id, without_marks(words[1].plain)][OTHER] = _STORM
    if kind == EVENT and words[0].plain in _STORMS:
        told[setting.source_id, without_marks(words[1].plain)][EVENT] = _STORM


def _short_forms(words: tuple[Word, ...], kind: int, knowledge: Knowledge) -> set[str]:
    if kind == PLACE:
        return _short_places(words, knowledge)
    if kind == PERSON:
        return _short_persons(words, knowledge)
    found = _short_club(words)
    for own, is_clipped in _without_forms(words, knowledge):
        plain = " ".join(word.plain for word in own)
        is_noun = all(_is_frequent(w, knowledge) for w in own)
        is_bearer = (
            is_clipped and own[0].plain in knowledge.given_names and own[-1].plain in knowledge.surnames
        )
        if not (is_noun or is_bearer or plain in knowledge.places or plain in knowledge.countries):
            found.add(plain)
    last = words[-1].plain
    if last in PAPER_WORDS and not is_common(last, knowledge):
        found.add(last)
    found |= _without_head(words, knowledge)
    if is_team(words, knowledge):
        found.add(last)
    is_of = words[-2].plain in _OF
    if last in _OF_TOWNS:
        return found  # Hatton of Hatton Magistrate's Court is the town
    for word in (words[0],) if is_of else (words[0], words[-1]):  # not Selma of the University of Selma
        plain = word.plain.removeprefix("al-")
        if (
            word.is_capital
            and len(plain) > 3
            and not is_common(plain, knowledge)
            and plain not in knowledge.countries
            and plain not in knowledge.places
            and plain not in knowledge.demonyms
            and plain not in knowledge.groups
            and plain not in knowledge.organization_words
            and plain not in knowledge.organization_translations
        ):
            found |= {plain, word.plain}
    return found


def _short_club(words: tuple[Word, ...]) -> set[str]:
    """Inter of Inter Leeds."""
    is_club = len(words) == len("AB") and words[0].plain in FIRST_CLUB_WORDS and len(words[0].plain) > 3
    return {words[0].plain} if is_club else set()


def _without_head(words: tuple[Word, ...], knowledge: Knowledge) -> set[str]:
    """A body's name without its last word, if what is left is more than plain nouns and no place's."""
    last = words[-1].plain
    is_head = last in knowledge.legal_forms or last in knowledge.organization_heads or last in BUSINESS
    if len(words) < 3 or not is_head or not all(w.is_capital for w in words):
        return set()
    short = " ".join(word.plain for word in words[:-1])
    is_place = short in knowledge.places or short in knowledge.countries
    is_plain = all(_is_frequent(w, knowledge) for w in words[:-1])
    return set() if is_place or is_plain else {short}


def _short_persons(words: tuple[Word, ...], knowledge: Knowledge) -> set[str]:
    """The surname, a nickname, the Kennedys."""
    last = words[-1].plain
    found = {last, f"al-{last}", f"{last}es" if last.endswith(_HISSING) else f"{last}s"}
    if last.startswith(("al-", "el-")):
        found.add(last.partition("-")[2])
    if len(words) > 2:
        found.update([word.plain for word in words[1:-1] if word.gap.endswith(_QUOTES)])
        found |= _particles_and_last(words) | _inner_surname(words, knowledge)
    return found


def _is_frequent(word: Word, knowledge: Knowledge) -> bool:
    """A word that many bodies have in their names; not Lotus of Lotus Merchant Bank."""
    plain = word.plain
    if plain in knowledge.plain_words or plain.removesuffix("s") in knowledge.plain_words:
        return False
    return is_common(plain, knowledge) or plain in knowledge.groups


def _short_places(words: tuple[Word, ...], knowledge: Knowledge) -> set[str]:
    """Zofia of Zofia colliery, Tavaki of Mount Tavaki."""
    if len(words) == 2 and words[0].plain in _MOUNTS and words[1].is_capital:
        is_own = not is_common(words[1].plain, knowledge) and words[1].plain not in knowledge.surnames
        return {words[1].plain} if is_own else set()
    is_headed = len(words) == 2 and words[1].plain in SMALL_PLACES and words[0].is_capital
    is_own = not (is_common(words[0].plain, knowledge) or words[0].plain in knowledge.surnames)
    return {words[0].plain} if is_headed and is_own else set()


def _particles_and_last(words: tuple[Word, ...]) -> set[str]:
    """Van der Berg of Jan van der Berg."""
    start = len(words) - 1
    while start > 1 and not words[start - 1].is_capital:
        start -= 1
    return {" ".join(word.plain for word in words[start:])} if start < len(words) - 1 else set()


def _inner_surname(words: tuple[Word, ...], knowledge: Knowledge) -> set[str]:
    """Quispe of Rosario Quispe Huamaní: the father's name of two surnames, which stands alone too."""
    if len(words) not in (3, 4) or not all(word.is_capital for word in words):
        return set()
    inner = words[-2].plain
    is_name = len(inner) > 3 and not words[-2].text.endswith(".") and not is_common(inner, knowledge)
    is_given = inner in knowledge.given_names and inner not in knowledge.surnames
    return {inner} if is_name and not is_given else set()


def _is_firm_of_place(words: tuple[Word, ...], knowledge: Knowledge) -> bool:
    """Do the words name a firm, and does it start with a place's name: Biscay Hydro Works Ltd?"""
    last = words[-1].plain
    return words[0].plain in knowledge.places and (last in knowledge.legal_forms or last in BUSINESS)


def _acts(around: Weights | None) -> bool:
    """Do the sentences of the pile speak for a body and for no place?"""
    return around is not None and around[ORGANIZATION] >= _ACTING and around[PLACE] < _STANDING


def _is_own_name(word: Word, knowledge: Knowledge) -> bool:
    """A first name that is no word and no place besides."""
    plain = word.plain
    is_place = plain in knowledge.places and plain not in knowledge.given_names
    is_place = is_place or plain in knowledge.countries or plain in knowledge.demonyms
    is_noun = is_common(plain, knowledge) and (
        plain not in knowledge.given_names or plain in knowledge.months or plain in knowledge.function_words
    )
    return len(plain) > 2 and not (is_place or word.is_acronym or is_noun)


def _without_forms(words: tuple[Word, ...], knowledge: Knowledge) -> list[tuple[tuple[Word, ...], bool]]:
    """Teluk Jaya of PT Teluk Jaya Tbk, Monte Claro of Minera Monte Claro, Mlima of Mlima Hill Steel Corp.

    And whether last words were left out.
    """
    found = []
    if len(words) > 2 and (words[0].plain in FIRST_FORMS or words[0].plain in FOREIGN_BODIES):
        words = words[1:]
        found.append((words, False))
    is_phrase = any(word.plain in _OF for word in words)
    while len(words) > 2 and not is_phrase and _is_tail(words[-1], knowledge):
        words = words[:-1]
        found.append((words, True))
    return [(short, is_clipped) for short, is_clipped in found if short[-1].is_capital]


def _is_tail(word: Word, knowledge: Knowledge) -> bool:
    """What a firm's or club's short form leaves out."""
    plain = word.plain
    if not word.is_capital or plain in knowledge.legal_forms or plain in knowledge.organization_words:
        return plain not in AND
    return plain in BUSINESS or plain in CLUB_WORDS
