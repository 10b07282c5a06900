"""Evidence for and against that two names are one place's."""

from collections.abc import Sequence

from attrs import evolve

from provenance.model.names import Reason
from provenance.names.comparing.body_spellings import looks_korean
from provenance.names.comparing.latin_variants import are_spellings, have_other_syllables
from provenance.names.comparing.place_homes import are_one_home
from provenance.names.comparing.place_name import PlaceName
from provenance.names.comparing.reasons import printed, rate_similarity, say_pair
from provenance.names.comparing.syllables import are_one_syllables
from provenance.names.comparing.words import WordPair, pair_words
from provenance.names.sounds.mandarin import read_pinyin

_ONE_KIND = (
    {"province", "governorate", "region", "state", "oblast", "territory"},
    {"county", "prefecture", "district"},
    {"city", "town", "municipality", "township"},
)
"""Kinds that are often said of one and the same place."""
_TOWNS = _ONE_KIND[2] | {"village"}
_PARTS_OF_STATES = (
    _ONE_KIND[0]
    | _ONE_KIND[1]
    | {
        "department",
        "division",
        "canton",
        "subdistrict",
        "emirate",
        "voivodeship",
    }
)
_NATURE = frozenset("river lake island mount desert valley peninsula sea gulf bay strait canal plain".split())
"""Kinds that are often left out, of what is well known: Tigris, Sahara, Everest."""
"""Kinds that often have a city of the same name."""

_BASE = 0.6
_RATES = (
    (0.0, -6.0),
    (0.5, -5.0),
    (0.6, -3.0),
    (0.7, -0.4),
    (0.8, 1.0),
    (0.9, 2.3),
    (0.97, 2.8),
    (1.0, 3.2),
)
"""Similarity of two words → what it speaks for; linear between. From hand-made pairs of places."""
_UNLIKE_ALONE = -12.5
_LEAST_ALONE = -1.9
_BOTH_KNOWN = -5.0
_OTHER_SYLLABLES = -5.0
_DOUBT = 0.5
"""Sum of weights under which a doubt brings two names: neither same nor different."""
_SHORT = 4
"""Letters up to which two words with other vowels are two."""
_THINGS = frozenset("street road avenue boulevard square bridge station airport port harbor dam".split())
"""Kinds of what may lie in, or be named after, the place."""
_ONE_SOUND = 0.97
_SURELY_OTHER = 0.5
_LONG_VOWEL = -4.5
_WORDS_DIFFER = -5.0
_ONE_WORD_MORE = -3.6
_KINDS_DIFFER = -4.5
_NEAR_KINDS = -1.2
_OTHER_SIZE = -3.4
"""City and village, district and province: one may lie in the other."""
_OTHER_THING = -3.4
"""A mosque, a camp, a river named after a place or a person."""
_ONE_KIND_MORE = -2.4
_PART_OF_STATE_MORE = -3.9
_CITY_MORE = -3.4
_SIDES_DIFFER = -7.0
_ONE_SIDE = -5.0
_ONE_COUNTRY = 4.5
_OTHER_COUNTRIES = -7.0
_COUNTRY_OR_NOT = -5.0
_NUMBERS_DIFFER = -6.0
_OTHER_HOMES = -6.0
_ONE_OF_SEVERAL = -3.6
_ONE_HOME = -0.6


def place_evidence(a: PlaceName, b: PlaceName) -> list[Reason]:
    """Reasons whose weights add up; positive speaks for one place. Neither name is empty."""
    base = Reason("both are names of places", _BASE)
    if a.country or b.country:
        told = _of_countries(a, b)
        if told:
            return [base, told]
    words = _of_words(a, b)
    if a.written or b.written:
        first, second = (evolve(name, words=name.written or name.words) for name in (a, b))
        words = max(words, _of_words(first, second), key=_weight)
    more = [
        *_of_kinds(a.kinds, b.kinds, _is_famous(b if a.kinds else a)),
        *_of_sides(a, b),
        *_of_numbers(a, b),
        *_of_homes(a, b),
    ]
    return [base, *words, *more]


def _weight(reasons: Sequence[Reason]) -> float:
    return sum([reason.weight for reason in reasons])


def _of_countries(a: PlaceName, b: PlaceName) -> Reason | None:
    """Of two names at least one of which is a country's; None where spelling has to tell."""
    if a.country and b.country:
        shared = set(a.country.split("/")) & set(b.country.split("/"))
        if not shared:
            return Reason(f"countries differ: {a.country} / {b.country}", _OTHER_COUNTRIES)
        if a.country == b.country and a.is_part == b.is_part and not a.is_part:
            return Reason(f"one country: {a.country}", _ONE_COUNTRY)
        return None
    one, other = (a, b) if a.country else (b, a)
    if other.kinds or other.sides or other.is_known or other.home.codes or _is_no_variant(one, other):
        return Reason(f"only one is a country: {one.country}", _COUNTRY_OR_NOT)
    return None


def _is_no_variant(a: PlaceName, b: PlaceName) -> bool:
    pairing = pair_words(a.words, b.words)
    return bool(pairing.left_a or pairing.left_b) or not pairing.pairs


def _of_words(a: PlaceName, b: PlaceName) -> list[Reason]:
    pairing = pair_words(a.words, b.words)
    total = sum(len(word.folded) for pair in pairing.pairs for word in pair.a)
    is_alone = len(a.words) == len(b.words) == 1
    reasons = []
    for pair in pairing.pairs:
        similarity = pair.similarity
        if _SURELY_OTHER < similarity < 1 and _are_one_syllables(pair, a.is_latin and b.is_latin):
            similarity = _ONE_SOUND
        weight = rate_similarity(similarity, _RATES)
        if weight > 0:
            weight *= sum(len(word.folded) for word in pair.a) / total
        if is_alone:
            weight += max(_LEAST_ALONE, _UNLIKE_ALONE * (1 - similarity))
        reasons.append(Reason(say_pair("word", pair), round(weight, 3)))
    is_equal = all([pair.similarity == 1 or _differ_in_a_silent_h(pair) for pair in pairing.pairs])
    first, second = ("".join([word.folded for word in name.words]) for name in (a, b))
    if pairing.pairs and _differ_in_a_long_vowel(first, second):
        reasons.append(Reason("a long vowel makes another place", _LONG_VOWEL))
    elif a.is_known and b.is_known and pairing.pairs and not is_equal:
        reasons.append(Reason("both are known places, and two", _BOTH_KNOWN))
    elif a.is_latin and b.is_latin and not is_equal:
        reasons += _of_latin(a, b, pairing.pairs, _BASE + sum([reason.weight for reason in reasons]))
    left_a, left_b = [a.words[i] for i in pairing.left_a], [b.words[j] for j in pairing.left_b]
    if left_a and left_b:
        reasons.append(Reason(f"words differ: {printed(left_a)} / {printed(left_b)}", _WORDS_DIFFER))
    elif left_a or left_b:
        reasons.append(Reason(f"only one has {printed(left_a or left_b)}", _ONE_WORD_MORE))
    return reasons


def _are_one_syllables(pair: WordPair, is_latin: bool) -> bool:
    """Where both are written in Latin letters, only what looks Chinese or Korean: not Malta, Marta."""
    if not are_one_syllables(pair.a, pair.b):
        return False
    if not is_latin:
        return True
    first, second = ("".join([word.folded for word in words]) for words in (pair.a, pair.b))
    return bool(read_pinyin((first,)) or read_pinyin((second,))) or looks_korean(first, second)


def _differ_in_a_silent_h(pair: WordPair) -> bool:
    """Falluja, Fallujah."""
    first, second = ("".join([word.folded for word in words]) for words in (pair.a, pair.b))
    return first.removesuffix("h") == second.removesuffix("h")


def _of_latin(a: PlaceName, b: PlaceName, pairs: Sequence[WordPair], weight: float) -> list[Reason]:
    """Of words that only sound alike in Latin letters. `weight`: of all else that speaks for one place."""
    is_eastern = not (a.is_common or b.is_common)
    for pair in pairs:
        first, second = ("".join([word.folded for word in words]) for words in (pair.a, pair.b))
        if pair.similarity == 1 or _are_one_syllables(pair, True):
            continue
        shown = f"{printed(pair.a)} / {printed(pair.b)}"
        if have_other_syllables(first, second):
            return [Reason(f"Chinese syllables differ: {shown}", _OTHER_SYLLABLES)]
        is_long = min(len(first), len(second)) > _SHORT or any([word.has_article for word in pair.a + pair.b])
        if weight > _DOUBT and not are_spellings(first, second, is_eastern and is_long):
            return [Reason(f"other words, though they sound alike: {shown}", round(_DOUBT - weight, 3))]
    return []


def _differ_in_a_long_vowel(x: str, y: str) -> bool:
    """Shanxi and Shaanxi: aa as names in syllables have it."""
    if x == y or ("aa" in x) == ("aa" in y):
        return False
    return x.replace("aa", "a") == y.replace("aa", "a") and bool(read_pinyin((x.replace("aa", "a"),)))


def _is_famous(name: PlaceName) -> bool:
    """Is it listed, and no person's name, word, capital or name of several?"""
    return name.is_known and not (name.is_common or name.capital_of or name.is_namesake)


def _of_kinds(a: Sequence[str], b: Sequence[str], is_famous: bool) -> list[Reason]:
    """`is_famous`: of the name that says no kind."""
    first, second = sorted(set(a) - set(b)), sorted(set(b) - set(a))
    if first and second:
        is_near = any(set(first) | set(second) <= kinds for kinds in _ONE_KIND)
        is_land = any(set(first) | set(second) <= kinds for kinds in (_PARTS_OF_STATES, _TOWNS))
        weight = _NEAR_KINDS if is_near else _OTHER_SIZE if is_land else _KINDS_DIFFER
        text = f"kind of place differs: {' '.join(first)} / {' '.join(second)}"
        return [Reason(text, weight)]
    if first or second:
        extra = first or second
        if a and b:
            weight = _ONE_KIND_MORE
        elif not _THINGS.isdisjoint(extra):
            weight = _KINDS_DIFFER
        elif set(extra) <= _TOWNS:
            weight = _CITY_MORE
        elif not _PARTS_OF_STATES.isdisjoint(extra):
            weight = _PART_OF_STATE_MORE
        else:
            weight = _ONE_KIND_MORE if is_famous and set(extra) <= _NATURE else _OTHER_THING
        return [Reason(f"only one says the kind of place: {' '.join(extra)}", weight)]
    return []


def _of_sides(a: PlaceName, b: PlaceName) -> list[Reason]:
    first, second = " ".join(sorted(a.sides - b.sides)), " ".join(sorted(b.sides - a.sides))
    if first and second:
        return [Reason(f"side differs: {first} / {second}", _SIDES_DIFFER)]
    if first or second:
        return [Reason(f"only one has {first or second}", _ONE_SIDE)]
    return []


def _of_homes(a: PlaceName, b: PlaceName) -> list[Reason]:
    """Paris, Texas and Paris, France; where only one says it, the best known of that name."""
    first, second = a.home, b.home
    if first.codes and second.codes:
        if are_one_home(first.codes, second.codes):
            return []
        return [Reason(f"they lie elsewhere: {first.text} / {second.text}", _OTHER_HOMES)]
    if not first.codes and not second.codes:
        return []
    home, bare = (first, b) if first.codes else (second, a)
    if bare.capital_of and are_one_home(home.codes, frozenset((bare.capital_of,))):
        return []
    if bare.capital_of or bare.is_namesake:
        return [Reason(f"only one says where: {home.text}; several are called so", _ONE_OF_SEVERAL)]
    return [Reason(f"only one says where: {home.text}", _ONE_HOME)]


def _of_numbers(a: PlaceName, b: PlaceName) -> list[Reason]:
    if a.numbers == b.numbers:
        return []
    first, second = " ".join(sorted(a.numbers - b.numbers)), " ".join(sorted(b.numbers - a.numbers))
    return [Reason(f"number differs: {first or '-'} / {second or '-'}", _NUMBERS_DIFFER)]
