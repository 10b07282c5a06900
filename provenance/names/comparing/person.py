"""Signs for and against that two names are one person's."""

from collections.abc import Sequence

from provenance.model.names import Reason
from provenance.names.comparing.doubts import doubt_of
from provenance.names.comparing.forms import are_forms, are_other_names, pair_forms
from provenance.names.comparing.grammar import (
    BYNAMES,
    are_man_and_woman,
    are_of_two_genders,
    is_patronymic,
    is_with_place,
)
from provenance.names.comparing.lineage import child_signs, order_signs, suffix_signs
from provenance.names.comparing.person_name import PersonName
from provenance.names.comparing.person_weights import DOUBT, weigh
from provenance.names.comparing.rarity import COMMON, RARE
from provenance.names.comparing.reasons import Sign, printed, say, say_pair, say_word, say_words
from provenance.names.comparing.scale import PERSONS, added
from provenance.names.comparing.spelt_words import joined_similarity
from provenance.names.comparing.syllables import may_be_family_first, syllable_signs
from provenance.names.comparing.words import (
    NameWord,
    Pairing,
    WordPair,
    join_words,
    pair_words,
    word_similarity,
)
from provenance.names.sounds.phonetics import (
    skeleton_of,
    sound_of,
    vowels_of,
)

_AGREEING = 0.88
"""Similarity from which two words are taken for spellings of one name."""
_SURELY_ONE = 0.78
"""Similarity from which even two known names are spellings of one: Muhammad, Mohamed."""
_SOFT = frozenset("aeiouyj")
"""Sounds of which one may begin a name in the place of another: Yakov, Iakov, Jakov."""
_SHORTEST_NAME = 4
"""Letters from which one that differs leaves the rest of a name to be heard."""
_LENGTH_APART = 6
"""Letters by which words that sound alike may differ."""
_KUNYA = ("abu", "umu")
_BASE: Sign = ("both are names of persons", (("base", 1.0),))


def person_evidence(a: PersonName, b: PersonName) -> list[Reason]:
    """Reasons whose weights add up; positive speaks for one person. Both names have words."""
    signs = person_signs(a, b)
    weights = _weights(a, b, signs)
    reasons = [Reason(say(sign[0]), weight) for sign, weight in zip(signs, weights, strict=False)]
    if len(weights) > len(signs):
        reasons.append(Reason(say(doubt_of(a, b)), weights[-1]))
    return reasons


def person_weights(a: PersonName, b: PersonName) -> list[float]:
    """The weights of the reasons alone. Both names have words."""
    return _weights(a, b, person_signs(a, b))


def _weights(a: PersonName, b: PersonName, signs: Sequence[Sign]) -> list[float]:
    """One for each sign, and one more where something leaves a doubt, whatever else agrees; to scale."""
    weights = [weigh(features) for _, features in signs]
    weight = sum(weights)
    if weight > DOUBT and doubt_of(a, b):
        weights.append(round(DOUBT - weight, 3))
    weights[0] = round(weights[0] + added(sum(weights), PERSONS), 3)
    return weights


def person_signs(a: PersonName, b: PersonName) -> list[Sign]:
    """What the two names show, each sign with the features that give it its weight."""
    signs: list[Sign] = [_BASE]
    if a.address and b.address and a.address != b.address:
        signs.append(("forms of address for a man and a woman", (("address", 1.0),)))  # Mr and Mrs Smith
    told = syllable_signs(a, b)
    if told:
        return signs + told
    pairing = pair_words(a.words, b.words)
    if a.has_forms and b.has_forms:
        pairing = pair_forms(a, b, pairing)
    if pairing.left_a and pairing.left_b:
        signs += _of_conflict(a, b, pairing)
    else:
        signs += _of_pairs(a, b, pairing.pairs)
        if pairing.left_a or pairing.left_b:
            signs += _of_extra(a, b, pairing)
    if len(pairing.pairs) > 1 and not pairing.is_in_order:
        signs += order_signs(a, b)
    if a.suffix != b.suffix:
        signs += suffix_signs(a, b)
    return signs


def _of_pairs(a: PersonName, b: PersonName, pairs: Sequence[WordPair]) -> list[Sign]:
    """The least alike first: it tells most."""
    signs: list[Sign] = []
    agreeing: list[tuple[int, WordPair]] = []
    rank = "first"
    has_forms = a.has_forms and b.has_forms
    for pair in sorted(pairs, key=_likeness):
        special = _special(pair, a, b)
        if special is not None:
            signs.append(special)
            continue
        i, j = pair.place_a, pair.place_b
        part = _part(i, j, a, b)
        is_across = rank == "first" and pair.a[0].is_vowelless != pair.b[0].is_vowelless
        features = [("first pair across scripts" if is_across else f"{rank} pair", pair.similarity)]
        if pair.similarity < _AGREEING:
            features += _of_doubt(pair, part, min(a.commonness_at(i), b.commonness_at(j)))
        else:
            agreeing.append((max(a.commonness_at(i), b.commonness_at(j)), pair))
        if part != "surname" and pair.similarity < 1.0 and has_forms and are_other_names(pair, a, b):
            features.append(("other names", 1.0))
        signs.append(((_say_pair, part, pair, a, b), features))
        rank = "second" if rank == "first" else "further"
    return signs + _of_rarity(sorted(agreeing, key=_commonness))


def _likeness(pair: WordPair) -> float:
    return pair.similarity


def _commonness(one: tuple[int, WordPair]) -> int:
    return one[0]


def _special(pair: WordPair, a: PersonName, b: PersonName) -> Sign | None:
    """Pairs that their likeness says little of: initials, genders, words of one syllable."""
    first, second = pair.a[0], pair.b[0]
    if first.folded == second.folded:
        return None
    if first.is_initial or second.is_initial:
        part = _part(pair.place_a, pair.place_b, a, b)
        return (say_words, f"initial of the {part} agrees", pair.a, pair.b, " ~ "), (("initial", 1.0),)
    if are_of_two_genders(first.folded, second.folded, first.is_known and second.is_known) or (
        are_man_and_woman(first.folded, second.folded, first.is_known or second.is_known)
    ):
        part = _part(pair.place_a, pair.place_b, a, b)
        return (say_words, f"{part} of two genders", pair.a, pair.b), (("gender", 1.0),)
    has_forms = a.has_forms and b.has_forms
    may_be_forms = has_forms and (pair.similarity < _SURELY_ONE or _have_other_first_sounds(pair))
    if may_be_forms and are_forms(pair, a, b):
        part = _part(pair.place_a, pair.place_b, a, b)
        return (say_words, f"{part}s that are forms of one", pair.a, pair.b, " ~ "), (
            ("form of one name", 1.0),
        )
    if pair.similarity < 1.0 and a.is_in_syllables and b.is_in_syllables and _have_other_vowels(pair):
        part = _part(pair.place_a, pair.place_b, a, b)
        return (say_words, f"{part}s of one syllable with other vowels", pair.a, pair.b), (("syllable", 1.0),)
    return None


def _have_other_first_sounds(pair: WordPair) -> bool:
    """Joseph, Yousef: another consonant at the start is another language's form, not another spelling."""
    first, second = (sound_of(words[0].folded)[:1] for words in (pair.a, pair.b))
    return first != second and not (set(first + second) <= set("aeiouy"))


def _have_other_vowels(pair: WordPair) -> bool:
    """One vowel each, and another one; romanisations of one tell o and u apart badly."""
    first, second = (vowels_of(sound_of(join_words(words).folded)) for words in (pair.a, pair.b))
    return len(first) == len(second) == 1 and first != second and {first, second} != {"o", "u"}


def _of_doubt(pair: WordPair, part: str, commonness: int) -> list[tuple[str, float]]:
    """What more tells of two words that are only alike. `commonness`: of the rarer one."""
    first, second = pair.a[0], pair.b[0]
    if first.is_vowelless != second.is_vowelless:
        return []
    x, y = first.folded, second.folded
    features = []
    if part != "name" and (x.startswith(y) or y.startswith(x)):
        features.append((f"{part} begins the other", 1.0))
        if part == "surname":
            return features
    if pair.similarity < _SURELY_ONE:
        if first.is_known and second.is_known:
            features.append(("two known names", 1.0))
            if commonness == COMMON:
                features.append(("two common names", 1.0))
        elif (commonness > RARE and first.skeleton != second.skeleton) or x[:3] == y[:3] == "abd":
            features.append(("two known names", 1.0))
    if part == "given name" and _differ_at_an_end(x, y):
        features.append(("one consonant at an end", 1.0))
    elif commonness > RARE and _begin_otherwise(sound_of(x), sound_of(y)):
        features.append(("known names begin otherwise", 1.0))
    return features


def _differ_at_an_end(x: str, y: str) -> bool:
    """In one letter, of another kind, before or behind what is equal: Nabil, Nabih; Jamil, Kamil."""
    if len(x) != len(y) or len(x) < _SHORTEST_NAME:
        return False
    if x[:-1] == y[:-1]:
        first, second = x[-1], y[-1]
    elif x[1:] == y[1:]:
        first, second = x[0], y[0]
    else:
        return False
    return first not in _SOFT and second not in _SOFT and skeleton_of(first) != skeleton_of(second)


def _begin_otherwise(x: str, y: str) -> bool:
    """With a consonant and a vowel, or with consonants of other kinds: Arun, Varun; Fernandez, Hernandez."""
    first, second = skeleton_of(x[0]), skeleton_of(y[0])
    return first != second and not (x[0] in _SOFT and y[0] in _SOFT)


def _of_rarity(agreeing: Sequence[tuple[int, WordPair]]) -> list[Sign]:
    """`agreeing`: the rarest first."""
    if not agreeing or agreeing[0][0] == COMMON:
        return []
    rare = [pair for commonness, pair in agreeing if commonness == RARE]
    features = [("not common", 1.0)]
    if rare:
        features.append(("rare", 1.0))
    if len(rare) > 1:
        features.append(("second rare", 1.0))
    return [((_say_rare, rare or [agreeing[0][1]]), features)]


def _say_rare(pairs: Sequence[WordPair]) -> str:
    return f"shared names that few bear: {', '.join([printed(pair.a) for pair in pairs])}"


def _of_conflict(a: PersonName, b: PersonName, pairing: Pairing) -> list[Sign]:
    """Words without a partner on both sides are other names, however many are shared."""
    first, second = [a.words[i] for i in pairing.left_a], [b.words[j] for j in pairing.left_b]
    is_one_each = len(first) == len(second) == 1
    x, y = _join(first), _join(second)
    features = _of_parts(x, y, first, second)
    if not pairing.pairs:
        features.append(("nothing shared", 1.0))
        if is_one_each:
            features.append(("single names", 1.0))
        return [((say_words, "no part is shared", first, second), features)]
    part = _part(pairing.left_a[-1], pairing.left_b[-1], a, b)
    if pairing.left_a[0] == 0 and pairing.left_b[0] == 0:
        part = "given name"
    least = word_similarity(first[0], second[0]) if is_one_each else _least_similarity(first, second)
    features += [("conflict", least), (f"{part}s differ", 1.0)]
    further = min(len(first), len(second)) - 1
    if further:
        features.append(("further conflicts", min(2.0, float(further))))
    if a.is_in_syllables and b.is_in_syllables:
        features.append(("syllables differ", 1.0))
    if is_patronymic(x) and is_patronymic(y):
        features.append(("patronymics differ", 1.0))
    if all([word.is_known for word in first + second]):
        features.append(("known names differ", 1.0))
    signs: list[Sign] = [((_say_conflict, part, first, second, features), features)]
    for pair in sorted(pairing.pairs, key=_likeness):
        special = _special(pair, a, b)
        shared = (("shared beside a conflict", pair.similarity),)
        signs.append(special or ((_say_pair, _part(pair.place_a, pair.place_b, a, b), pair, a, b), shared))
    return signs


def _join(words: Sequence[NameWord]) -> str:
    return words[0].folded if len(words) == 1 else "".join([word.folded for word in words])


def _say_pair(part: str, pair: WordPair, a: PersonName, b: PersonName) -> str:
    """Where the family's name may stand first, no word is called a given name or a surname."""
    is_known = part != "name" and not may_be_family_first(a) and not may_be_family_first(b)
    return say_pair(part if is_known else "name", pair)


def _say_conflict(
    part: str, a: Sequence[NameWord], b: Sequence[NameWord], features: Sequence[tuple[str, float]]
) -> str:
    """What differs, or is it alike in so far that it speaks for one person?"""
    what = f"{part}s differ" if weigh(features) <= 0 else f"{part}s are written otherwise, but go on alike"
    return say_words(what, a, b)


def _of_parts(
    x: str, y: str, first: Sequence[NameWord], second: Sequence[NameWord]
) -> list[tuple[str, float]]:
    """What the unpaired words show when each name's are read as one."""
    shorter, longer = (x, y) if len(x) <= len(y) else (y, x)
    features = []
    if len(shorter) > 2 and longer.startswith(shorter):
        features.append(("conflict begins alike", 1.0))
        if len(first) == len(second) == 1 and is_with_place(shorter, longer):
            features.append(("run together with a place", 1.0))
    elif len(shorter) > 2 and longer.endswith(shorter):
        features.append(("conflict ends alike", 1.0))
    if x.startswith(_KUNYA) != y.startswith(_KUNYA):
        features.append(("a kunya", 1.0))
    if (
        len(longer) - len(shorter) <= _LENGTH_APART
        and not _has_vowelless(first)
        and not _has_vowelless(second)
    ):
        joined = joined_similarity(x, y)
        if joined > 0.5:
            features.append(("conflict sounds alike", joined - 0.5))
    return features


def _has_vowelless(words: Sequence[NameWord]) -> bool:
    for word in words:
        if word.is_vowelless:
            return True
    return False


def _least_similarity(a: list[NameWord], b: list[NameWord]) -> float:
    """The worst of what each word of the shorter list finds in the longer one; of equal ones in the other."""
    shorter, longer = sorted((a, b), key=len)
    found = [max([word_similarity(x, y) for y in longer]) for x in shorter]
    if len(a) == len(b) > 1:
        found += [max([word_similarity(x, y) for x in shorter]) for y in longer]
    return min(found)


def _of_extra(a: PersonName, b: PersonName, pairing: Pairing) -> list[Sign]:
    """One name has more words than the other, which is found whole in it."""
    longer, places, shorter = (a, pairing.left_a, b) if pairing.left_a else (b, pairing.left_b, a)
    words = [longer.words[place] for place in places]
    if shorter.initials and any([word.is_initial for word in words]):
        return [((say_word, "initials differ:", words, " only in one"), (("initials differ", 1.0),))]
    if len(pairing.pairs) == 1 and len(shorter.words) == 1:
        said = (say_word, "a single name, which many can bear; the other adds", words)
        return [(said, (("single name", 1.0),))]
    if any([word.is_initial for word in words]) and any([_is_initial_of(pair) for pair in pairing.pairs]):
        return [((say_word, "another initial:", words, " only in one"), (("another initial", 1.0),))]
    features = [("only one has", 1.0)]
    if places[-1] == len(longer.words) - 1:
        features.append(("only one has the last", 1.0))
        if not (a.has_lineage or b.has_lineage) and all([word.is_known for word in shorter.words]):
            features.append(("given names that a surname may follow", 1.0))
            if all([form[:1] == "=" for form in shorter.forms]):
                features.append(("names of a line of fathers", 1.0))
            if len(words) == 1 and _is_byname(words[0]):
                features.append(("a byname that may be left out", 1.0))
    elif _is_between_common(longer, places):
        features.append(("a middle name between common ones", 1.0))
    signs: list[Sign] = [((say_word, "only one has", words), features)]
    return signs + child_signs(a, b, pairing, longer, shorter, is_first=places[0] == 0)


def _is_byname(word: NameWord) -> bool:
    """Zaidi, al-Najjar, Khan: of a place, a tribe, a trade, or a polite word, told or not as one likes."""
    if word.folded in BYNAMES:
        return True
    least = _SHORTEST_NAME + word.is_known
    return word.has_article or (len(word.folded) > least and word.folded.endswith("i"))


def _is_between_common(name: PersonName, places: Sequence[int]) -> bool:
    """John Quincy Adams: where both other names are borne by very many, the one between them tells."""
    if len(name.words) != 3 or tuple(places) != (1,) or name.has_lineage:
        return False
    word = name.words[1]
    is_name = not (word.is_initial or word.is_vowelless or is_patronymic(word.folded) or _is_byname(word))
    return is_name and name.commonness[1] != name.commonness[0] == name.commonness[2] == COMMON


def _is_initial_of(pair: WordPair) -> bool:
    """W. and Walker."""
    return pair.a[0].is_initial != pair.b[0].is_initial


def _part(i: int, j: int, a: PersonName, b: PersonName) -> str:
    if i == len(a.words) - 1 and j == len(b.words) - 1:
        return "surname"
    if i == 0 and j == 0:
        return "given name"
    return "name"
