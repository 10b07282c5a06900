"""Evidence for and against that two names are one organisation's."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from provenance.names.comparing.body_acronyms import (
    Evidence,
    is_lower_acronym,
    whole_acronym,
    without_spelled,
)
from provenance.names.comparing.body_doubts import DOUBT, doubt_of_letters, doubt_of_words
from provenance.names.comparing.body_kinds import part_of_other, words_for_kinds
from provenance.names.comparing.body_tables import TRANSPARENT, BodyTables
from provenance.names.comparing.body_weights import WEIGHTS
from provenance.names.comparing.latin_variants import are_spellings
from provenance.names.comparing.organization_name import OrganizationName, written_together
from provenance.names.comparing.reasons import Said, printed, rate_similarity, say_pair
from provenance.names.comparing.scale import BODIES, added
from provenance.names.comparing.words import NameWord, Pairing, WordPair, pair_words, word_similarity

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
_GENERIC = 0.4
"""Rarity up to which a word is one that many bodies have."""
_FIRMS = frozenset("company co corporation corp firm enterprise limited ltd llc plc inc joint stock".split())
_OWN_KINDS = frozenset("party agency association society movement".split())
_SPELLED = ("acronym inside", "foreign acronym inside")
_AGREEMENT = ("agreed", "generic agreed")


def organization_signs(
    a: OrganizationName, b: OrganizationName, tables: BodyTables
) -> list[tuple[Said, float]]:
    """The same in the form in which it is found, with each weight."""
    signs = []
    for one in measure_organizations(a, b, tables):
        weight = WEIGHTS.get(one.measure, 0.0) * one.value
        if abs(weight) >= _LEAST_WEIGHT:
            signs.append((one.text, round(weight, 3)))
        elif one.measure == "doubt":
            total = sum([weight for _, weight in signs])
            if total > DOUBT:
                signs.append((one.text, round(DOUBT - total, 3)))
    said, base = signs[0]
    signs[0] = (said, round(base + added(sum([weight for _, weight in signs]), BODIES), 3))
    return signs


def measure_organizations(a: OrganizationName, b: OrganizationName, tables: BodyTables) -> list[Evidence]:
    """What the comparison of two names shows, before it is weighed. Neither name is empty."""
    found = [Evidence("base", 1.0, _read_as(a, b))]
    a, b = written_together(a, b)
    if a.acronym and b.acronym and (a.acronym == b.acronym or not are_spellings(a.acronym, b.acronym)):
        is_one = a.acronym == b.acronym
        sign, measure = ("the same", "same letters") if is_one else ("other", "other letters")
        found.append(Evidence(measure, 1.0, f"{sign} letters: {a.acronym.upper()} / {b.acronym.upper()}"))
        return found + _doubts(doubt_of_letters(a, b))
    for short, full in ((a, b), (b, a)):
        if short.acronym and not full.acronym:
            found += whole_acronym(short, full, tables)
            if found[-1].measure != "base":
                return found
    for short, full in ((a, b), (b, a)):
        if is_lower_acronym(short, full):
            text = f"{short.printed[0]} are the first letters of {' '.join(full.printed)}"
            return [*found, Evidence("acronym", min(len(short.words[0]), 5) / 3, text)]
    more = _of_words(a, b, tables)
    if (a.acronym or b.acronym) and not any(one.measure in _AGREEMENT for one in more):
        letters = (a.acronym or b.acronym).upper()
        return [*found, Evidence("no acronym", 1.0, f"{letters} are not the first letters of the other")]
    return found + more


def _read_as(a: OrganizationName, b: OrganizationName) -> str:
    """What both are, and how names in other letters were read."""
    read = [f"{name.original} is read {' '.join(name.printed)}" for name in (a, b) if name.original]
    return "; ".join(["both are names of organizations", *read])


def _doubts(said: str) -> list[Evidence]:
    return [Evidence("doubt", 1.0, said)] if said else []


def _of_words(a: OrganizationName, b: OrganizationName, tables: BodyTables) -> list[Evidence]:
    found: list[Evidence] = []
    a, b, spelled = without_spelled(a, b, tables)
    b, a, more = without_spelled(b, a, tables)
    spelled += more
    generic_a, distinct_a = _split(a)
    generic_b, distinct_b = _split(b)
    both, rest_a, rest_b = _shared(generic_a, generic_b)
    pairing = _without_initials(
        pair_words([word for word, _ in distinct_a], [word for word, _ in distinct_b])
    )
    rest_a, rest_b, crossed = _crossed(pairing, distinct_a, distinct_b, rest_a, rest_b)
    rest_a, rest_b = _without_firms(rest_a, rest_b)
    found += _of_agreement(pairing, distinct_a, both, tables)
    left_a = [distinct_a[i] for i in pairing.left_a if i not in crossed[0]]
    left_b = [distinct_b[j] for j in pairing.left_b if j not in crossed[1]]
    found += _of_left(left_a, left_b, rest_a, rest_b)
    found += _of_kinds(rest_a, rest_b)
    found += words_for_kinds(a, b, tables)
    agreed = bool(pairing.pairs or both or spelled)
    whole = (
        _rarity(distinct_a) + _rarity(distinct_b) + _rarity(generic_a) + _rarity(generic_b) + 2 * len(spelled)
    )
    apart = _rarity(left_a + left_b + rest_a + rest_b)
    if agreed and whole:
        share = max(0.0, 1 - apart / whole)
        agreed_own = any(one.measure == "agreed" for one in found)
        is_alike = not any(rarity > _SAYS_NOTHING for _, rarity in left_a + left_b + rest_a + rest_b)
        certain = share * share * (1.0 if is_alike else _LEFT_BESIDE_LETTERS)
        found += [evolve(one, value=one.value * certain) for one in spelled]
        is_same_form = not (rest_a and rest_b)
        if is_alike and is_same_form and a.numbers == b.numbers and a.sides == b.sides:
            measure = "nothing left" if agreed_own or spelled else "nothing left, common words"
            if _are_countries_one(a, b):
                are_equal = all(pair.similarity == 1 for pair in pairing.pairs)
                text = "no name has a word that the other lacks" if are_equal else "each word has one like it"
                found.append(Evidence(measure, 1.0, text))
            elif not countries_conflict(a, b):
                value = _BODY_ABROAD if agreed_own else 1.0
                found.append(Evidence("country left", value, "the country is all that one lacks"))
        if is_alike and rest_a and rest_b:
            found.append(Evidence("forms differ", 1.0, f"form differs: {_said(rest_a)} / {_said(rest_b)}"))
        elif is_alike and apart:
            found.append(Evidence("form left", 1.0, f"only one says {_said(rest_a + rest_b)}"))
    if pairing.pairs and not left_a and not left_b:
        found += _of_own_words(a, b, [one.value for one in found if one.measure == "agreed"], both)
    found += part_of_other(a, b)
    found += _of_countries(a.countries, b.countries)
    found += _of_sets("number", a.numbers, b.numbers)
    found += _of_sets("side", a.sides, b.sides)
    enough = sum(one.value for one in found if one.measure in ("agreed", *_SPELLED))
    return found + _doubts(doubt_of_words(a, b, pairing.pairs, left_a + rest_a, left_b + rest_b, enough))


Weighed = tuple[NameWord, float]


def _of_own_words(
    a: OrganizationName, b: OrganizationName, own: Sequence[float], both: Sequence[Weighed]
) -> list[Evidence]:
    """Where every word of their own has one like it; `own`: what each pair agrees in."""
    agreement = min(2.0, sum(own))
    found = [Evidence("own words in both", agreement, "no word of its own is without one like it")]
    if a.numbers != b.numbers or a.sides != b.sides or not _are_countries_one(a, b):
        return found
    if agreement >= _SEVERAL:
        found.append(Evidence("several own words", 1.0, "several words of their own are in both"))
    elif max(own, default=0.0) >= _RARE and any(rarity > _SAYS_NOTHING for _, rarity in both):
        found.append(Evidence("own word and kind", 1.0, f"a rare word and {_said(both)} are in both"))
    return found


def _without_initials(pairing: Pairing) -> Pairing:
    """A letter in a body's name stands for itself."""
    loose = [pair for pair in pairing.pairs if pair.similarity < 1 and _has_letter(pair)]
    if not loose:
        return pairing
    return evolve(
        pairing,
        pairs=tuple(pair for pair in pairing.pairs if pair not in loose),
        left_a=tuple(
            sorted((*pairing.left_a, *(pair.place_a + i for pair in loose for i in range(len(pair.a)))))
        ),
        left_b=tuple(
            sorted((*pairing.left_b, *(pair.place_b + i for pair in loose for i in range(len(pair.b)))))
        ),
    )


def _has_letter(pair: WordPair) -> bool:
    return any(word.is_initial for word in (*pair.a, *pair.b))


def _split(name: OrganizationName) -> tuple[list[Weighed], list[Weighed]]:
    """Words that many bodies have, head words among them, and the distinctive ones."""
    weighed = list(zip(name.content, name.rarities, strict=True))
    heads = [(word, 0.12 if word.folded in TRANSPARENT else 0.35) for word in name.heads]
    generic = [one for one in weighed if one[1] <= _GENERIC and len(one[0].folded) > 1]
    return generic + heads, [one for one in weighed if one[1] > _GENERIC or len(one[0].folded) == 1]


def _shared(a: list[Weighed], b: list[Weighed]) -> tuple[list[Weighed], list[Weighed], list[Weighed]]:
    """What both have, then what is left of either; each word as often as it stands there."""
    free = list(b)
    both, left = [], []
    for one in a:
        partner = next((other for other in free if other[0].folded == one[0].folded), None)
        if partner is None:
            left.append(one)
        else:
            both.append(one)
            free.remove(partner)
    return both, _distinct(left, both), _distinct(free, both)


def _without_firms(a: list[Weighed], b: list[Weighed]) -> tuple[list[Weighed], list[Weighed]]:
    """Without the words that say that it is a firm, where both say so."""
    if any(word.folded in _FIRMS for word, _ in a) and any(word.folded in _FIRMS for word, _ in b):
        a, b = ([one for one in words if one[0].folded not in _FIRMS] for words in (a, b))
    return a, b


def _distinct(words: list[Weighed], known: list[Weighed]) -> list[Weighed]:
    """Each word once, and none that the other name has too: JSC Bank / Bank, joint stock bank."""
    seen = {word.folded for word, _ in known}
    kept = []
    for word, rarity in words:
        if word.folded not in seen:
            seen.add(word.folded)
            kept.append((word, rarity))
    return kept


def _crossed(
    pairing: Pairing,
    a: list[Weighed],
    b: list[Weighed],
    rest_a: list[Weighed],
    rest_b: list[Weighed],
) -> tuple[list[Weighed], list[Weighed], tuple[set[int], set[int]]]:
    """Words of many bodies that are distinctive, misspelt, in the other name: Shiping, shipping."""
    done: tuple[set[int], set[int]] = (set(), set())
    kept_b = list(rest_b)
    for i in pairing.left_a:
        close = [one for one in kept_b if _is_close(a[i][0], one[0])]
        if close:
            kept_b.remove(close[0])
            done[0].add(i)
    kept_a = list(rest_a)
    for j in pairing.left_b:
        close = [one for one in kept_a if _is_close(b[j][0], one[0])]
        if close:
            kept_a.remove(close[0])
            done[1].add(j)
    return kept_a, kept_b, done


def _is_close(a: NameWord, b: NameWord) -> bool:
    if a.is_initial or b.is_initial:
        return False
    return word_similarity(a, b) >= 0.85


def _rarity(words: Iterable[Weighed]) -> float:
    return sum(rarity for _, rarity in words)


def _of_agreement(
    pairing: Pairing, a: list[Weighed], both: list[Weighed], tables: BodyTables
) -> list[Evidence]:
    found = []
    budget = _MOST_AGREED
    weights = [_pair_rarity(pair, a, tables) for pair in pairing.pairs]
    total = sum(weights)
    for pair, rarity in zip(pairing.pairs, weights, strict=True):
        closeness = rate_similarity(pair.similarity, _CLOSENESS)
        value = rarity * closeness * min(1.0, budget / total)
        found.append(Evidence("agreed", value, (_say_pair, pair)))
        unlike = rarity * (1 - closeness)
        if unlike > 0.02:
            found.append(Evidence("unlike", unlike, f"spelt apart: {printed(pair.a)} / {printed(pair.b)}"))
    if both:
        value = min(1.5, _rarity(both))
        found.append(Evidence("generic agreed", value, f"words equal: {_said(both)}"))
    if total > 0 and len(pairing.pairs) == 1 and len(a) == 1 and not both:
        unlike = 1 - pairing.pairs[0].similarity
        if unlike:
            found.append(Evidence("alone unlike", unlike, "one word is all there is"))
    return found


def _say_pair(pair: WordPair) -> str:
    """Of words of bodies, which are seldom read by their sound alone."""
    if pair.similarity == 1 and printed(pair.a).lower() != printed(pair.b).lower():
        return f"word equal: {printed(pair.a)} = {printed(pair.b)}"
    if pair.similarity == 1 or any(word.is_vowelless for word in (*pair.a, *pair.b)):
        return say_pair("word", pair)
    return f"words alike: {printed(pair.a)} ~ {printed(pair.b)}"


def _pair_rarity(pair: WordPair, a: list[Weighed], tables: BodyTables) -> float:
    first = max(rarity for _, rarity in a[pair.place_a : pair.place_a + len(pair.a)])
    second = max(tables.rarity_of(word.folded) for word in pair.b)
    joined = 1.0 if len(pair.a) + len(pair.b) > 2 else 0.0
    return max(joined, (first + second) / 2)


def _of_left(
    left_a: list[Weighed], left_b: list[Weighed], rest_a: list[Weighed], rest_b: list[Weighed]
) -> list[Evidence]:
    found = []
    apart, extra = _apart(left_a, left_b)
    if apart:
        found.append(Evidence("words differ", apart, f"words differ: {_said(left_a)} / {_said(left_b)}"))
    if extra:
        shown = f"only one has {_said(left_a or left_b)}" if not apart else "one has more words of its own"
        found.append(Evidence("extra words", extra, shown))
    generic_apart, _ = _apart(rest_a, rest_b)
    if generic_apart:
        text = f"what it is or does differs: {_said(rest_a)} / {_said(rest_b)}"
        found.append(Evidence("generic differ", generic_apart, text))
    if (left_a and not left_b and rest_b) or (left_b and not left_a and rest_a):
        value = min(max(_rarity(left_a), _rarity(left_b)), max(_rarity(rest_a), _rarity(rest_b)))
        text = f"words differ: {_said(left_a + rest_a)} / {_said(left_b + rest_b)}"
        found.append(Evidence("crossed", value, text))
    return found


def _apart(a: list[Weighed], b: list[Weighed]) -> tuple[float, float]:
    """What both have of their own, and how much more one has of it."""
    low, high = sorted((min(_rarity(a), _MOST_APART), min(_rarity(b), _MOST_APART)))
    return low, high - low


def _of_kinds(rest_a: list[Weighed], rest_b: list[Weighed]) -> list[Evidence]:
    """Words that say what sort of body it is, where they cannot both hold."""
    first = [word for word, rarity in rest_a if rarity > _SAYS_NOTHING]
    second = [word for word, rarity in rest_b if rarity > _SAYS_NOTHING]
    if bool(first) != bool(second):  # a party is no foundation
        first = first or [word for word, _ in rest_a if word.folded in _OWN_KINDS]
        second = second or [word for word, _ in rest_b if word.folded in _OWN_KINDS]
    if first and second:
        return [Evidence("kinds differ", 1.0, f"the sort differs: {printed(first)} / {printed(second)}")]
    if first or second:
        return [Evidence("one kind", 1.0, f"only one has the words: {printed(first or second)}")]
    return []


def _said(words: Sequence[Weighed]) -> str:
    return printed(dict.fromkeys(word for word, _ in words))


def _of_countries(a: frozenset[str], b: frozenset[str]) -> list[Evidence]:
    """Of codes; KP/KR fits either."""
    only_a = {code for code in a if not any(_is_one_country(code, other) for other in b)}
    only_b = {code for code in b if not any(_is_one_country(code, other) for other in a)}
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


def _are_countries_one(a: OrganizationName, b: OrganizationName) -> bool:
    return all(one.measure == "country equal" for one in _of_countries(a.countries, b.countries))


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
