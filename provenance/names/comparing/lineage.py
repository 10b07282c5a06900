"""Fathers and sons, order and generation: where the same words name two persons."""

from collections.abc import Sequence

from provenance.names.comparing.forms import share_form
from provenance.names.comparing.grammar import BYNAMES, is_patronymic, named_father
from provenance.names.comparing.person_name import PersonName
from provenance.names.comparing.reasons import Said, Sign, say_words
from provenance.names.comparing.words import NameWord, Pairing, word_similarity
from provenance.names.sounds.phonetics import skeleton_of

_PRENAMES = tuple(
    NameWord(name, name)
    for name in (
        "muhammad md mohd ali sayyid syed gholam khwaja mian maria jose juan jean mirza malik shah baba lala"
        " maulana chaudhry qazi kazi amir emir mir agha pir ustad sri shri pandit abu hajji"
    ).split()
)
"""Names, and forms of address become names, that stand before the one that a person is called by."""
_ONE_NAME = 0.8
_AGREEING, _PAIRED = 0.88, 0.55
"""Similarity from which two words are spellings of one name, and from which they may be."""
_AS_ONE_MAN = 0.05
"""How much a junior that one name leaves out counts, where that one is the everyday form of the other."""


def child_signs(
    a: PersonName, b: PersonName, pairing: Pairing, longer: PersonName, shorter: PersonName, is_first: bool
) -> list[Sign]:
    """`is_first`: the longer name adds its first word. A son's name goes on with his father's whole name."""
    if not is_first or not _goes_on(a, b, pairing):
        return []
    has_lineage = a.has_lineage or b.has_lineage
    if not has_lineage and is_prename(longer.words[0]):
        return []
    said = (say_words, "one may be the other's parent", longer.words[:2], shorter.words[:1])
    return [(said, (("child" if has_lineage else "may be a child", 1.0),))]


def _goes_on(a: PersonName, b: PersonName, pairing: Pairing) -> bool:
    """Does the longer name hold the whole other one, in the same order and unmarked?"""
    return len(pairing.pairs) >= 2 and pairing.is_in_order and not (a.is_marked or b.is_marked)


def is_prename(word: NameWord) -> bool:
    """A name that often stands before the one that a person is called by, and is left out: Mohammad."""
    if word.is_initial:
        return True
    for known in _PRENAMES:
        if word_similarity(word, known) >= _ONE_NAME:
            return True
    return False


def order_signs(a: PersonName, b: PersonName) -> list[Sign]:
    """The shared words stand in another order."""
    if a.has_lineage or b.has_lineage:
        return [("the order of a line of fathers differs", (("order of fathers", 1.0),))]
    if a.is_marked or b.is_marked:
        return [("order of names differs, as one is marked", (("marked order", 1.0),))]
    if all([word.is_known for word in a.words + b.words]) and not is_byname_moved(a, b):
        return [("order of names differs, and each can be the given name", (("order of given names", 1.0),))]
    return [("order of names differs", (("order", 1.0),))]


def is_byname_moved(a: PersonName, b: PersonName) -> bool:
    """Chaudhry Imran Saleem, Imran Saleem Chaudhry: one of South Asia's bynames stands before or behind."""
    for first, second in ((a.words, b.words), (b.words, a.words)):
        is_moved = first[0].folded == second[-1].folded and first[0].folded in BYNAMES
        if is_moved and len(first) == len(second) > 2 and _agree(first[1:], second[:-1]):
            return True
    return False


def suffix_signs(a: PersonName, b: PersonName) -> list[Sign]:
    """Junior, senior, the number of a king: they are not alike."""
    if a.suffix and b.suffix:
        return [(f"generations differ: {a.suffix} / {b.suffix}", (("generations differ", 1.0),))]
    amount = _AS_ONE_MAN if _is_everyday_form(a, b) else 1.0
    return [(f"only one names the generation: {a.suffix or b.suffix}", (("one generation", amount),))]


def _is_everyday_form(a: PersonName, b: PersonName) -> bool:
    """Jimmy Doyle, and James T. Doyle Jr.: who is told in full is told with the suffix too."""
    full, short = (a, b) if a.suffix else (b, a)
    first, second = full.words[0].folded, short.words[0].folded
    if len(full.words) != len(short.words) + 1 or not full.words[1].is_initial or first == second:
        return False
    return full.words[-1].folded == short.words[-1].folded and share_form(full.forms[0], short.forms[0])


def doubt_of_parent(a: PersonName, b: PersonName) -> Said:
    """Khalid Gamal Nasser and Gamal Nasser: given names one behind another are a son's and his father's."""
    longer, shorter = (a, b) if len(a.words) > len(b.words) else (b, a)
    added = len(longer.words) - len(shorter.words)
    if not added or len(shorter.words) < 2 or a.is_marked or b.is_marked:
        return ""
    if not longer.words[0].is_known or is_prename(longer.words[0]) or _is_small(longer):
        return ""
    if len(shorter.words) == 2 and not _is_listed(shorter, 0):
        return ""  # two surnames, or what else may stand behind a given name
    if longer.forms[0] and "=" not in longer.forms[0] and ("=" in shorter.forms[0] or not shorter.forms[0]):
        return ""  # a Christian name before names of Africa or Asia
    if longer.words[0].folded == shorter.words[0].folded or not _agree(longer.words[added:], shorter.words):
        return ""
    return (say_words, "one may be the other's parent", longer.words[: added + 1], shorter.words[:1])


def _is_small(name: PersonName) -> bool:
    """Is the first word in small letters before others in capitals: no name?"""
    return name.words[0].printed.islower() and not name.words[-1].printed.islower()


def _is_listed(name: PersonName, place: int) -> bool:
    """Is the word a given name by a list?"""
    return name.words[place].is_known or name.forms[place] != ""


def doubt_of_line(a: PersonName, b: PersonName) -> Said:
    """Idriss Gamal Saleh and Gamal Idriss Saleh; Jorge Quiroga Ibarra and Jorge Ibarra Quiroga: neighbours
    that change places are father and son, or other parents' surnames.
    """
    size = min(len(a.words), len(b.words))
    first, second = a.words[:size], b.words[:size]
    if size < 3 or a.is_marked or b.is_marked or a.is_hyphenated != b.is_hyphenated:
        return ""
    for place in range(size - 1):
        if not _change_places(first[place : place + 2], second[place : place + 2]):
            continue
        if place and not _is_of_europe(a) and not all([_is_told(a, there) for there in (place, place + 1)]):
            return ""  # by-names from tribes and towns stand in any order
        if _agree(first[:place], second[:place]) and _agree(first[place + 2 :], second[place + 2 :]):
            found, other = first[place : place + 2], second[place : place + 2]
            return (say_words, "two names have changed places", found, other)
    return ""


def _is_of_europe(name: PersonName) -> bool:
    """Has the first word forms in Europe's languages, or is it at least listed and no spelling of another?"""
    return _is_listed(name, 0) and "=" not in name.forms[0]


def _is_told(name: PersonName, place: int) -> bool:
    """Is the word a given name by a list, or one of South Asia's bynames?"""
    return name.words[place].is_known or name.words[place].folded in BYNAMES


def _change_places(first: Sequence[NameWord], second: Sequence[NameWord]) -> bool:
    (one, two), (three, four) = first, second
    if one.folded == three.folded or two.folded == four.folded:
        return False
    is_across = one.is_vowelless != three.is_vowelless
    if not is_across and one.folded != four.folded and two.folded != three.folded:
        return False
    return _agree((one, two), (four, three)) and not _agree((one, two), (three, four))


def _agree(first: Sequence[NameWord], second: Sequence[NameWord]) -> bool:
    for x, y in zip(first, second, strict=True):
        if x.folded != y.folded and word_similarity(x, y) < _AGREEING:
            return False
    return True


def doubt_of_patronymic(a: PersonName, b: PersonName) -> Said:
    """Boris Nikolaevich and Nikolai Borisovich: the one is called as the other's father."""
    if len(a.words) != 3 or len(b.words) != 3:
        return ""
    for name, other in ((a.words, b.words), (b.words, a.words)):
        place, there = _place_of_patronymic(name), _place_of_patronymic(other)
        if not place or not there:
            return ""
        given, called = name[place - 1], other[there - 1]
        father = skeleton_of(named_father(other[there].folded))
        if skeleton_of(given.folded) == father and word_similarity(given, called) < _PAIRED:
            return (say_words, "one is called as the other's father", (given,), (other[there],))
    return ""


def _place_of_patronymic(words: Sequence[NameWord]) -> int:
    """0 if there is none."""
    return next((place for place in (1, 2) if is_patronymic(words[place].folded)), 0)


def doubt_of_initials(a: PersonName, b: PersonName) -> Said:
    """Robert J. Doyle and John R. Doyle: initials that agree only crosswise, with names told in full."""
    first, second = a.words, b.words
    if len(first) != len(second) or len(first) < 3 or not first[1].is_initial or not second[1].is_initial:
        return ""
    if a.is_marked or b.is_marked or first[0].is_initial or second[0].is_initial:
        return ""
    if share_form(a.forms[0], b.forms[0]) or word_similarity(first[0], second[0]) >= _PAIRED:
        return ""
    return (say_words, "given names differ, however the initials agree", first[:2], second[:2])


def doubt_of_wife(a: PersonName, b: PersonName) -> Said:
    """Mrs Henry Doyle and Henry Doyle: a wife under her husband's name."""
    if a.address == b.address or "m" in (a.address, b.address) or len(a.words) < 2 or len(b.words) < 2:
        return ""
    wife = a if a.address else b
    forms = wife.forms[0].split()
    if not forms or not _MEN.issuperset(forms) or wife.words[0].folded[-1] == "a":
        return ""
    return (say_words, "a form of address for a woman before a man's name", wife.words[:1], wife.words[-1:])


def doubt_of_rank(a: PersonName, b: PersonName) -> Said:
    """Queen Anne and Princess Anne: of one given name, told apart by the rank."""
    if a.rank == b.rank or not a.rank or not b.rank:
        return ""
    return f"ranks differ: {a.rank} / {b.rank}"


_MEN = frozenset(
    "john peter paul james joseph henry charles william george louis robert richard thomas stephen andrew"
    " anthony philip edward alexander nicholas matthew mark luke david frederick albert victor walter"
    " =muhammad =ahmad =ali =hasan =husayn =ibrahim =khalid =yusuf =umar =mahmud =mustafa =uthman".split()
)
"""Names of men only, as the table of forms has them."""
