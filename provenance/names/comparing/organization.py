"""Evidence for and against that two names are one organisation's."""

from collections.abc import Callable, Sequence
from functools import partial

from provenance.names.comparing.body_acronyms import (
    Evidence,
    doubt_of_acronym,
    doubt_of_lower,
    is_lower_acronym,
    whole_acronym,
    without_spelled,
)
from provenance.names.comparing.body_doubts import DOUBT, doubt_of_letters, doubt_of_words, other_places
from provenance.names.comparing.body_kinds import doubt_of_meaning, part_of_other, words_for_kinds
from provenance.names.comparing.body_parts import (
    crossed_words,
    pair_own_words,
    rarity_sum,
    shared_words,
    without_firms,
)
from provenance.names.comparing.body_spellings import with_spellings
from provenance.names.comparing.body_tables import BodyTables
from provenance.names.comparing.body_weights import WEIGHTS
from provenance.names.comparing.initials import spells_with_number
from provenance.names.comparing.latin_variants import are_spellings
from provenance.names.comparing.organization_name import OrganizationName, Weighed, written_together
from provenance.names.comparing.reasons import Said, printed, rate_similarity, say_pair, say_word, say_words
from provenance.names.comparing.scale import BODIES, added
from provenance.names.comparing.words import Pairing, WordPair

_CLOSENESS = (
    (0.0, 0.0),
    (0.6, 0.0),
    (0.7, 0.15),
    (0.75, 0.35),
    (0.8, 0.65),
    (0.9, 0.9),
    (0.97, 1.0),
    (1.0, 1.0),
)
"""Similarity of two words → share of their rarity that counts as agreed; linear between."""
_LEFT_BESIDE_LETTERS = 0.4
"""What an acronym inside a name still tells where other words are left: IRGC, the IRGC's foundation."""
_BODY_ABROAD = 0.4
"""How far a name of its own that lacks only the other's country may be the same: Unilever, Unilever Ghana."""
_SEVERAL = 1.4
_RARE = 0.9
_LEAST_WEIGHT = 0.01
_MOST_AGREED = 3.0
_MOST_APART = 2.5
_SAYS_NOTHING = 0.2
"""Rarity up to which a word only says what sort of body it is."""
_OWN_KINDS = frozenset("party agency association society movement".split())
_OWN = ("agreed", "acronym inside", "foreign acronym inside")
_AGREEMENT = ("agreed", "generic agreed")

Measured = tuple[list[Evidence], Callable[[], str] | None]
"""What is shown, and what looks for a doubt that is left whatever agrees; it gives "" if there is none."""


def organization_signs(
    a: OrganizationName, b: OrganizationName, tables: BodyTables
) -> list[tuple[Said, float]]:
    """The same in the form in which it is found, with each weight."""
    found, find_doubt = _measure(a, b, tables)
    signs = [
        (one.text, round(weight, 3))
        for one in found
        for weight in (WEIGHTS.get(one.measure, 0.0) * one.value,)
        if weight >= _LEAST_WEIGHT or -weight >= _LEAST_WEIGHT
    ]
    total = sum([weight for _, weight in signs])
    if total > DOUBT and find_doubt is not None:
        doubt = find_doubt()
        if doubt:
            signs.append((doubt, round(DOUBT - total, 3)))
            total = sum([weight for _, weight in signs])
    said, base = signs[0]
    signs[0] = (said, round(base + added(total, BODIES), 3))
    return signs


def measure_organizations(a: OrganizationName, b: OrganizationName, tables: BodyTables) -> list[Evidence]:
    """What the comparison of two names shows, before it is weighed, doubts apart. Neither name is empty."""
    return _measure(a, b, tables)[0]


def _measure(a: OrganizationName, b: OrganizationName, tables: BodyTables) -> Measured:
    found = [Evidence("base", 1.0, (_read_as, a, b))]
    if a.known_as and a.known_as == b.known_as:
        return [*found, Evidence("one body", 1.0, f"both are names of one body: {a.known_as}")], None
    a, b = written_together(a, b)
    if a.acronym and b.acronym and (a.acronym == b.acronym or not are_spellings(a.acronym, b.acronym)):
        is_one = a.acronym == b.acronym
        sign, measure = ("the same", "same letters") if is_one else ("other", "other letters")
        found.append(Evidence(measure, 1.0, f"{sign} letters: {a.acronym.upper()} / {b.acronym.upper()}"))
        return found, partial(doubt_of_letters, a, b)
    for short, full in ((a, b), (b, a)):
        told, find_doubt = _of_letters(short, full, tables)
        if told:
            return found + told, find_doubt
    more, find_doubt = _of_words(a, b, tables)
    if (a.acronym or b.acronym) and not any(one.measure in _AGREEMENT for one in more):
        letters = (a.acronym or b.acronym).upper()
        text = f"{letters} are not the first letters of the other"
        return [*found, Evidence("no acronym", 1.0, text)], None
    return found + more, find_doubt


def _of_letters(short: OrganizationName, full: OrganizationName, tables: BodyTables) -> Measured:
    """Where one name is nothing but letters that may stand for the other; none where they do not."""
    if short.acronym and not full.acronym:
        found = whole_acronym(short, full, tables)
        if found:
            return found, partial(doubt_of_acronym, short, full, tables)
    if is_lower_acronym(short, full):
        text = f"{short.printed[0]} are the first letters of {' '.join(full.printed)}"
        return [Evidence("acronym", min(len(short.words[0]), 5) / 3, text)], partial(
            doubt_of_lower, short, full, tables
        )
    if full.numbers and len(short.words) == 1 and _has_number_acronym(short, full, tables):
        return [Evidence("acronym", 1.0, f"{short.printed[0]} is short for {' '.join(full.printed)}")], None
    return [], None


def _has_number_acronym(short: OrganizationName, full: OrganizationName, tables: BodyTables) -> bool:
    places = sorted({*full.content_places, *full.head_places})
    words = [full.words[place] for place in places]
    return spells_with_number(short.words[0], words, full.numbers, tables.months)


def _read_as(a: OrganizationName, b: OrganizationName) -> str:
    """What both are, and how names in other letters were read."""
    read = [f"{name.original} is read {' '.join(name.printed)}" for name in (a, b) if name.original]
    return "; ".join(["both are names of organizations", *read])


def _of_words(a: OrganizationName, b: OrganizationName, tables: BodyTables) -> Measured:
    found: list[Evidence] = []
    spelled: list[Evidence] = []
    if a.may_hold_letters:
        a, b, spelled = without_spelled(a, b, tables)
    if b.may_hold_letters:
        b, a, more = without_spelled(b, a, tables)
        spelled = spelled + more
    generic_a, distinct_a = a.weighed
    generic_b, distinct_b = b.weighed
    both, rest_a, rest_b = shared_words(generic_a, generic_b)
    pairing = with_spellings(a, b, pair_own_words(distinct_a, distinct_b))
    crossed_a = crossed_words(pairing.left_a, distinct_a, rest_b)
    crossed_b = crossed_words(pairing.left_b, distinct_b, rest_a)
    rest_a, rest_b = without_firms(rest_a, rest_b)
    found += _of_agreement(pairing, distinct_a, both, tables)
    left_a = [distinct_a[i] for i in pairing.left_a if i not in crossed_a]
    left_b = [distinct_b[j] for j in pairing.left_b if j not in crossed_b]
    found += _of_left(left_a, left_b, rest_a, rest_b)
    found += _of_towns(left_a, left_b, tables)
    found += _of_kinds(rest_a, rest_b)
    found += words_for_kinds(a, b, tables)
    countries = _of_countries(a.countries, b.countries)
    left = left_a + left_b + rest_a + rest_b
    is_alike = not any([rarity > _SAYS_NOTHING for _, rarity in left])
    if spelled:
        whole = sum([rarity_sum(words) for words in (distinct_a, distinct_b, generic_a, generic_b)])
        share = max(0.0, 1 - rarity_sum(left) / (whole + 2 * len(spelled)))
        certain = share * share * (1.0 if is_alike else _LEFT_BESIDE_LETTERS)
        found += [Evidence(one.measure, one.value * certain, one.text) for one in spelled]
    if is_alike and (pairing.pairs or both or spelled):
        found += _of_alike(a, b, found, pairing, (rest_a, rest_b), countries)
    if pairing.pairs and not left_a and not left_b:
        found += _of_own_words(a, b, [one.value for one in found if one.measure == "agreed"], both, countries)
    found += part_of_other(a, b)
    found += countries
    places = other_places(a, b)
    if places and not any([one.measure == "country differs" for one in countries]):
        found.append(Evidence("country differs", 1.0, places))
    found += _of_sets("number", a.numbers, b.numbers)
    found += _of_sets("side", a.sides, b.sides)
    enough = sum([one.value for one in found if one.measure in _OWN])
    lefts = (left_a + rest_a, left_b + rest_b)
    return found, partial(_find_doubt, a, b, pairing.pairs, *lefts, enough, tables)


def _find_doubt(
    a: OrganizationName,
    b: OrganizationName,
    pairs: Sequence[WordPair],
    left_a: Sequence[Weighed],
    left_b: Sequence[Weighed],
    agreed: float,
    tables: BodyTables,
) -> str:
    return doubt_of_words(a, b, pairs, left_a, left_b, agreed) or doubt_of_meaning(a, b, tables)


def _of_alike(
    a: OrganizationName,
    b: OrganizationName,
    found: Sequence[Evidence],
    pairing: Pairing,
    rests: tuple[list[Weighed], list[Weighed]],
    countries: Sequence[Evidence],
) -> list[Evidence]:
    """Where something agrees and nothing that says much is left. `rests`: what is of words of many bodies."""
    more = []
    has_forms = bool(rests[0] and rests[1])
    if not has_forms and a.numbers == b.numbers and a.sides == b.sides:
        agreed = {one.measure for one in found}.intersection(_OWN)
        if all([one.measure == "country equal" for one in countries]):
            are_equal = all([pair.similarity == 1 for pair in pairing.pairs])
            text = "no name has a word that the other lacks" if are_equal else "each word has one like it"
            more.append(Evidence("nothing left" if agreed else "nothing left, common words", 1.0, text))
        elif countries[0].measure != "country differs":
            value = _BODY_ABROAD if "agreed" in agreed else 1.0
            more.append(Evidence("country left", value, "the country is all that one lacks"))
    if has_forms:
        more.append(Evidence("forms differ", 1.0, (_say, "form differs: {} / {}", *rests)))
    elif rests[0] or rests[1]:
        more.append(Evidence("form left", 1.0, (_say, "only one says {}", rests[0] + rests[1])))
    return more


def _of_own_words(
    a: OrganizationName,
    b: OrganizationName,
    own: Sequence[float],
    both: Sequence[Weighed],
    countries: Sequence[Evidence],
) -> list[Evidence]:
    """Where every word of their own has one like it; `own`: what each pair agrees in."""
    agreement = min(2.0, sum(own))
    found = [Evidence("own words in both", agreement, "no word of its own is without one like it")]
    if a.numbers != b.numbers or a.sides != b.sides:
        return found
    if any([one.measure != "country equal" for one in countries]):
        return found
    if agreement >= _SEVERAL:
        found.append(Evidence("several own words", 1.0, "several words of their own are in both"))
    elif max(own, default=0.0) >= _RARE and any([rarity > _SAYS_NOTHING for _, rarity in both]):
        found.append(Evidence("own word and kind", 1.0, (_say, "a rare word and {} are in both", both)))
    return found


def _of_agreement(
    pairing: Pairing, a: Sequence[Weighed], both: Sequence[Weighed], tables: BodyTables
) -> list[Evidence]:
    found = []
    weights = [_pair_rarity(pair, a, tables) for pair in pairing.pairs]
    total = sum(weights)
    for pair, rarity in zip(pairing.pairs, weights, strict=True):
        closeness = 1.0 if pair.similarity == 1 else rate_similarity(pair.similarity, _CLOSENESS)
        value = rarity * closeness * min(1.0, _MOST_AGREED / total)
        found.append(Evidence("agreed", value, (_say_pair, pair)))
        unlike = rarity * (1 - closeness)
        if unlike > 0.02:
            found.append(Evidence("unlike", unlike, (_say_unlike, pair)))
    if both:
        value = min(1.5, rarity_sum(both))
        found.append(Evidence("generic agreed", value, (_say, "words equal: {}", both)))
    if total > 0 and len(pairing.pairs) == 1 and len(a) == 1 and not both:
        unlike = 1 - pairing.pairs[0].similarity
        if unlike:
            found.append(Evidence("alone unlike", unlike, "one word is all there is"))
    return found


def _say_unlike(pair: WordPair) -> str:
    return f"spelt apart: {printed(pair.a)} / {printed(pair.b)}"


def _say_pair(pair: WordPair) -> str:
    """Of words of bodies, which are seldom read by their sound alone."""
    if pair.similarity == 1 and printed(pair.a).lower() != printed(pair.b).lower():
        return f"word equal: {printed(pair.a)} = {printed(pair.b)}"
    if pair.similarity == 1 or any(word.is_vowelless for word in (*pair.a, *pair.b)):
        return say_pair("word", pair)
    return f"words alike: {printed(pair.a)} ~ {printed(pair.b)}"


def _pair_rarity(pair: WordPair, a: Sequence[Weighed], tables: BodyTables) -> float:
    if len(pair.a) == len(pair.b) == 1:
        return (a[pair.place_a][1] + tables.rarity_of(pair.b[0].folded)) / 2
    first = max(rarity for _, rarity in a[pair.place_a : pair.place_a + len(pair.a)])
    second = max(tables.rarity_of(word.folded) for word in pair.b)
    return max(1.0, (first + second) / 2)


def _of_left(
    left_a: list[Weighed], left_b: list[Weighed], rest_a: list[Weighed], rest_b: list[Weighed]
) -> list[Evidence]:
    found = []
    apart, extra = _apart(left_a, left_b)
    if apart:
        found.append(Evidence("words differ", apart, (_say, "words differ: {} / {}", left_a, left_b)))
    if extra:
        said: Said = "one has more words of its own" if apart else (_say, "only one has {}", left_a or left_b)
        found.append(Evidence("extra words", extra, said))
    generic_apart, _ = _apart(rest_a, rest_b)
    if generic_apart:
        said = (_say, "what it is or does differs: {} / {}", rest_a, rest_b)
        found.append(Evidence("generic differ", generic_apart, said))
    if (left_a and not left_b and rest_b) or (left_b and not left_a and rest_a):
        value = min(max(rarity_sum(left_a), rarity_sum(left_b)), max(rarity_sum(rest_a), rarity_sum(rest_b)))
        said = (_say, "words differ: {} / {}", left_a + rest_a, left_b + rest_b)
        found.append(Evidence("crossed", value, said))
    return found


def _of_towns(left_a: Sequence[Weighed], left_b: Sequence[Weighed], tables: BodyTables) -> list[Evidence]:
    """University of Texas at Austin, at Dallas."""
    if not left_a or not left_b:
        return []
    first = [word for word, _ in left_a if word.folded in tables.towns]
    second = [word for word, _ in left_b if word.folded in tables.towns]
    if not first or not second:
        return []
    return [Evidence("places differ", 1.0, (say_words, "places differ", first, second))]


def _apart(a: Sequence[Weighed], b: Sequence[Weighed]) -> tuple[float, float]:
    """What both have of their own, and how much more one has of it."""
    if not a and not b:
        return 0.0, 0.0
    low, high = sorted((min(rarity_sum(a), _MOST_APART), min(rarity_sum(b), _MOST_APART)))
    return low, high - low


def _of_kinds(rest_a: list[Weighed], rest_b: list[Weighed]) -> list[Evidence]:
    """Words that say what sort of body it is, where they cannot both hold."""
    first = [word for word, rarity in rest_a if rarity > _SAYS_NOTHING]
    second = [word for word, rarity in rest_b if rarity > _SAYS_NOTHING]
    if bool(first) != bool(second):  # a party is no foundation
        first = first or [word for word, _ in rest_a if word.folded in _OWN_KINDS]
        second = second or [word for word, _ in rest_b if word.folded in _OWN_KINDS]
    if first and second:
        return [Evidence("kinds differ", 1.0, (say_words, "the sort differs", first, second))]
    if first or second:
        return [Evidence("one kind", 1.0, (say_word, "only one has the words:", first or second))]
    return []


def _say(text: str, *words: Sequence[Weighed]) -> str:
    """Each of the words once, in the places of `text`."""
    return text.format(*map(_said, words))


def _said(words: Sequence[Weighed]) -> str:
    return printed(dict.fromkeys(word for word, _ in words))


def _of_countries(a: frozenset[str], b: frozenset[str]) -> list[Evidence]:
    """Of codes; KP/KR fits either."""
    if not a and not b:
        return []
    only_a = {code for code in a if not any([_is_one_country(code, other) for other in b])}
    only_b = {code for code in b if not any([_is_one_country(code, other) for other in a])}
    first, second = ", ".join(sorted(only_a)), ", ".join(sorted(only_b))
    if first and second:
        return [Evidence("country differs", 1.0, f"country differs: {first} / {second}")]
    found = []
    if a and b:
        shared = ", ".join(sorted(a - only_a))
        found.append(Evidence("country equal", 1.0, f"country equal: {shared}"))
    if first or second:
        found.append(Evidence("one country", 1.0, f"only one names the country: {first or second}"))
    return found


def _is_one_country(a: str, b: str) -> bool:
    return a == b or not set(a.split("/")).isdisjoint(b.split("/"))


def _of_sets(what: str, a: frozenset[str], b: frozenset[str]) -> list[Evidence]:
    if a == b:
        return [Evidence(f"{what} equal", 1.0, f"{what} equal: {', '.join(sorted(a))}")] if a else []
    first, second = ", ".join(sorted(a - b)), ", ".join(sorted(b - a))
    if first and second:
        return [Evidence(f"{what} differs", 1.0, f"{what} differs: {first} / {second}")]
    return [Evidence(f"one {what}", 1.0, f"only one names the {what}: {first or second}")]


def countries_conflict(a: OrganizationName, b: OrganizationName) -> bool:
    """Do both name countries, each one that the other does not?"""
    return any(one.measure == "country differs" for one in _of_countries(a.countries, b.countries))
