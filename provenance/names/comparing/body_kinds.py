"""What tells two bodies apart that have the same words: the kind, the field, what they are a part of."""

from provenance.names.comparing.body_acronyms import Evidence
from provenance.names.comparing.body_tables import TRANSPARENT, BodyTables, plain_english
from provenance.names.comparing.organization_name import OrganizationName

_GENERIC = 0.4
"""Rarity up to which a word is one that many bodies have."""
_COMMON = 0.6
"""Rarity up to which a word is one of the language, or a common name."""
_BANDS = frozenset("group movement party front army brigade battalion organization league society".split())
"""Of whom several choose the same words to live by."""
_STEM = 4
_TIES = frozenset("of in for the de du da do del".split())
_SCHOOLS = frozenset("university academy college".split())
_FIELDS = frozenset(
    "technical technology medical medicine agricultural agriculture pedagogical polytechnic economic"
    " economics law transport aviation maritime naval military art music forestry veterinary"
    " pharmaceutical mining petroleum engineering islamic islam catholic federal teacher women"
    " linguistic".split()
)
"""Words for what is taught that make another school of one."""


def words_for_kinds(a: OrganizationName, b: OrganizationName, tables: BodyTables) -> list[Evidence]:
    """What equal meanings hide: two words of one language for a kind, a country that is part of a name."""
    for first in a.heads:
        for second in b.heads:
            if first.folded != second.folded:
                continue
            x, y = first.printed.lower(), second.printed.lower()
            if x[:_STEM] != y[:_STEM] and _are_of_one_tongue(x, y, tables):
                text = f"two words for a kind of body: {first.printed} / {second.printed}"
                return [Evidence("two words for a kind", 1.0, text)]
    if _names_school(a) and _names_school(b):
        fields = [{word.folded for word in (*name.heads, *name.content)} & _FIELDS for name in (a, b)]
        if bool(fields[0]) != bool(fields[1]):
            text = f"only one names the field: {' '.join(sorted(fields[0] or fields[1]))}"
            return [Evidence("one field", 1.0, text)]
    if not a.countries or a.countries != b.countries:
        return []
    has_own = any(rarity > _GENERIC for rarity in (*a.rarities, *b.rarities))
    if not has_own and _says_more(a, b, tables):
        first_end, second_end = _ends_in_country(a, tables), _ends_in_country(b, tables)
        if first_end != second_end:
            return [Evidence("country in the name", 1.0, "the country is a part of one of the names")]
    return []


def _names_school(name: OrganizationName) -> bool:
    """An academy of sciences is none."""
    for head in name.heads:
        if head.folded in _SCHOOLS:
            is_learned = head.folded == "academy" and any(word.folded == "science" for word in name.content)
            if not is_learned:
                return True
    return False


def doubt_of_meaning(a: OrganizationName, b: OrganizationName, tables: BodyTables) -> str:
    """Of names in two languages that mean the same in words that many bodies have; "" if there is none."""
    if a.countries or a.numbers or b.countries or b.numbers or a.forms != b.forms or a.forms - {""}:
        return ""
    if not any(word.folded in _BANDS for word in (*a.heads, *b.heads)):
        return ""
    if any(rarity > _COMMON for rarity in (*a.rarities, *b.rarities)):
        return ""
    first, second = (
        {text for place, text in enumerate(name.words) if place not in name.optional} for name in (a, b)
    )
    is_foreign = [
        any([_is_foreign(text, tables) for text in texts]) for texts in (first - second, second - first)
    ]
    if is_foreign[0] == is_foreign[1] or len(first & second) * 2 > min(len(first), len(second)):
        return ""
    return "they are one in their meaning only, and many bodies may have it"


def _is_foreign(text: str, tables: BodyTables) -> bool:
    meaning = tables.meaning_of(text)
    return meaning is not None and meaning.language != "en" and plain_english(text) != meaning.english


def _says_more(a: OrganizationName, b: OrganizationName, tables: BodyTables) -> bool:
    """Has one name all words of the other but the country's, and more, small words apart?"""
    first, second = sorted((set(name.words) - _TIES for name in (a, b)), key=len)
    return first != second and first - tables.nations.values.keys() <= second


def _are_of_one_tongue(x: str, y: str, tables: BodyTables) -> bool:
    """Société, Compagnie; not ministère, ministry."""
    first, second = tables.meaning_of(x), tables.meaning_of(y)
    return (
        first is not None
        and second is not None
        and (
            first.language == second.language not in ("", "en")
            and not first.is_abbreviation
            and not second.is_abbreviation
        )
    )


def _ends_in_country(name: OrganizationName, tables: BodyTables) -> bool:
    """Oil India: the name of the state without a word before it that ties it to the rest."""
    if len(name.words) < 2 or name.which[:1] == "=" or name.words[-1] not in tables.nations.values:
        return False
    return name.words[-2] not in _TIES and name.words[-2] not in tables.nations.values


def part_of_other(a: OrganizationName, b: OrganizationName) -> list[Evidence]:
    """Where one name is "… of the" and the whole other name: a body of its own, unless "…" says nothing."""
    inner, outer = sorted((a.words, b.words), key=len)
    if len(inner) == len(outer) or inner[-1:] != outer[-1:]:
        return []
    before = [word for word in outer[: len(outer) - len(inner)] if word != "the"]
    inner = inner[1:] if inner[:1] == ("the",) else inner
    if len(inner) < 2 or outer[-len(inner) :] != inner or before[-1:] not in (["of"], ["for"]):
        return []
    if all(word in TRANSPARENT for word in before[:-1]):
        return []
    return [Evidence("body of the other", 1.0, f"a body of the other: {' '.join(before)} …")]
