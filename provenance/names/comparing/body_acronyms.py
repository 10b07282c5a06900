"""Acronyms as evidence that two names are one organisation's."""

from attrs import evolve, frozen

from provenance.names.comparing.body_spellings import SLAVIC_FORMS
from provenance.names.comparing.body_tables import BodyTables, body_key
from provenance.names.comparing.initials import LetterRun, find_run, fits_loosely, spells
from provenance.names.comparing.organization_name import OrganizationName
from provenance.names.comparing.reasons import Said
from provenance.names.comparing.words import NameWord, word_similarity

_LEAST_LETTERS = 3
_MOST_LETTERS = 7
_MOST_FOREIGN = 0.6
"""Share of a name's words that letters of another language must stand for."""
_TELLING = 4
"""Letters from which an acronym of a part of the name, or in another language, is hardly another's by chance:
of three letters each, in lists of bodies, most that so fit a name are not its acronym."""
_FIRMS = frozenset("company corporation firm enterprise bank group".split())
_ONE_WORD = 0.8
_FEW = 3
"""Letters under which an acronym tells nothing by itself."""
_TELLING_LOOSE = 5
"""The same where a word may give several letters, or none."""


@frozen
class Evidence:
    """`value` of one of the measures that WEIGHTS weighs; `text` says it to a reader."""

    measure: str
    value: float
    text: Said


def whole_acronym(short: OrganizationName, full: OrganizationName, tables: BodyTables) -> list[Evidence]:
    """Where one name is nothing but an acronym: do its letters fit all, or a part of the other?"""
    letters = short.acronym.upper()
    if letters.lower() in full.words:
        return []
    run = find_run(short.acronym, full.initials, tables.initials)
    if run is None and fits_loosely(short.acronym, full.initials):
        return [Evidence("loose acronym", 1.0, f"{letters} are made of the beginnings of the other's words")]
    if run is None:
        return []
    inside = [place for place in range(run.start, run.end) if not full.initials[place].is_optional]
    every = [word for word in full.initials if not word.is_optional]
    share = len(inside) / max(1, len(every))
    if run.language and share < _MOST_FOREIGN:
        return []
    shown = " ".join(full.printed[run.start : run.end])
    if run.language:
        what, measure = f"first letters of {shown} in another language", "foreign acronym"
    else:
        what, measure = f"the first letters of {shown}", "acronym"
    length = min(len(letters), 5) / 3
    found = [Evidence(measure, length, f"{letters} are {what}")]
    if share < 1:
        found.append(Evidence("acronym of a part", 1 - share, "the letters leave words of the other out"))
    return found


def doubt_of_acronym(short: OrganizationName, full: OrganizationName, tables: BodyTables) -> str:
    """Where the letters of an acronym, which fit the other name, may as well be another's; else ""."""
    letters = short.acronym.upper()
    if len(letters) < _TELLING and _may_be_others(short.acronym, short, full, tables):
        return f"{letters} may stand for another body as well"
    run = find_run(short.acronym, full.initials, tables.initials)
    counted = [place for place, word in enumerate(full.initials) if not word.is_optional]
    if run is None:
        is_chance = len(letters) < _TELLING_LOOSE
    elif not set(range(run.start, run.end)).issuperset(counted):
        is_chance = len(letters) < _TELLING or run.language != ""
    else:
        is_chance = bool(run.language) and len(letters) < _TELLING and not _is_of_one(short, full, tables)
    return f"{letters} may stand for another body as well" if is_chance else ""


def doubt_of_lower(short: OrganizationName, full: OrganizationName, tables: BodyTables) -> str:
    """The same of letters that are written as a word: Doe."""
    is_short = len(short.words[0]) < _TELLING
    if is_short and _may_be_others(short.words[0], short, full, tables):
        return f"{short.printed[0]} may stand for another body as well"
    return ""


def _may_be_others(letters: str, short: OrganizationName, full: OrganizationName, tables: BodyTables) -> bool:
    """Do a few letters tell too little: does another well-known body have them, or is the name, itself none,
    of a country, a town and words that many bodies have? Department of Education, Seattle Police Department.
    """
    key = body_key(full.words)
    known = tables.lettered.get(letters, frozenset())
    others = [other for other in sorted(known) if not _is_spelled_so(key, other)]
    if short.known_as or others:
        return True
    is_firm = bool(full.forms - {""}) or not _FIRMS.isdisjoint(full.english)
    state = tables.nations.values.get(letters)
    if known or (state and state in full.countries):
        return False
    if short.forms - {""} and is_firm:
        return False  # beside a legal form, the letters are not bare
    own = [word for word, _ in full.weighed[1] if word.folded not in tables.towns]
    return len(letters) < _FEW or not own


def _is_spelled_so(a: str, b: str) -> bool:
    """Are they two spellings of a foreign name, word by word? In lower case."""
    first, second = a.split(), b.split()
    if a == b or len(first) != len(second):
        return a == b
    words = [(NameWord(x, x), NameWord(y, y)) for x, y in zip(first, second, strict=True)]
    return all([word_similarity(x, y) >= _ONE_WORD for x, y in words])


def _is_of_one(short: OrganizationName, full: OrganizationName, tables: BodyTables) -> bool:
    """Has one language words for all of the name, or do legal forms say that it is Russian?"""
    words = [tables.initials.get(word.english, {}) for word in full.initials if not word.is_optional]
    languages = {language for known in words for language in known}
    known_in = {language for language in languages if all(language in known for known in words)}
    if SLAVIC_FORMS & short.forms and SLAVIC_FORMS & full.forms:
        known_in.add("ru")
    return any(_fits(short.acronym, full, tables, language) for language in sorted(known_in))


def _fits(acronym: str, full: OrganizationName, tables: BodyTables, language: str) -> bool:
    known = {
        english: {language: letters[language]}
        for english, letters in tables.initials.items()
        if language in letters
    }
    return find_run(acronym, full.initials, known) is not None


def is_lower_acronym(short: OrganizationName, full: OrganizationName) -> bool:
    """Nato, Unesco: acronyms that are written as words."""
    if len(short.words) != 1 or not _LEAST_LETTERS <= len(short.words[0]) <= len(full.words):
        return False
    return spells(short.words[0], full.letters)


def without_spelled(
    a: OrganizationName, b: OrganizationName, tables: BodyTables
) -> tuple[OrganizationName, OrganizationName, list[Evidence]]:
    """Both without an acronym in `a` and the words of `b` that it is made of: IRGC Air Force."""
    for word, place in zip((*a.content, *a.heads), (*a.content_places, *a.head_places), strict=True):
        letters = word.printed.lower()
        if not _may_be_acronym(a, place) or letters in b.words or word.folded != letters:
            continue
        run = find_run(letters, b.initials, tables.initials)
        if run is None or _is_too_loose(run, b) or (run.language and len(letters) < _TELLING):
            continue
        shown = " ".join(b.printed[run.start : run.end])
        measure = "foreign acronym inside" if run.language else "acronym inside"
        value = min(len(letters), 5) / 3
        evidence = Evidence(measure, value, f"{word.printed} are the first letters of {shown}")
        return _without(a, {place}), _without(b, set(range(run.start, run.end))), [evidence]
    return a, b, []


def _may_be_acronym(name: OrganizationName, place: int) -> bool:
    text = name.printed[place]
    is_written_so = (text.isupper() and not name.is_capitals) or (name.is_capitals and len(text) < 5)
    return is_written_so and text.isalpha() and _LEAST_LETTERS <= len(text) <= _MOST_LETTERS


def _is_too_loose(run: LetterRun, name: OrganizationName) -> bool:
    """Only small words and forms, or a single word?"""
    return sum(not name.initials[place].is_optional for place in range(run.start, run.end)) < 2


def _without(name: OrganizationName, places: set[int]) -> OrganizationName:
    kept = [i for i, place in enumerate(name.content_places) if place not in places]
    heads = [i for i, place in enumerate(name.head_places) if place not in places]
    return evolve(
        name,
        content=tuple(name.content[i] for i in kept),
        rarities=tuple(name.rarities[i] for i in kept),
        content_places=tuple(name.content_places[i] for i in kept),
        heads=tuple(name.heads[i] for i in heads),
        head_places=tuple(name.head_places[i] for i in heads),
    )
