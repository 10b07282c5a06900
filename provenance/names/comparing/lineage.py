"""Fathers and sons, order and generation: where the same words name two persons."""

from provenance.names.comparing.person_name import PersonName
from provenance.names.comparing.reasons import Sign, say_words
from provenance.names.comparing.words import NameWord, Pairing, word_similarity

_PRENAMES = tuple(
    NameWord(name, name)
    for name in (
        "muhammad md mohd ali sayyid syed gholam khwaja mian maria jose juan jean mirza malik shah baba lala"
        " maulana chaudhry qazi kazi amir emir mir agha pir ustad sri shri pandit abu hajji"
    ).split()
)
"""Names, and forms of address become names, that stand before the one that a person is called by."""
_ONE_NAME = 0.8


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
    if all([word.is_known for word in a.words + b.words]):
        return [("order of names differs, and each can be the given name", (("order of given names", 1.0),))]
    return [("order of names differs", (("order", 1.0),))]


def suffix_signs(a: PersonName, b: PersonName) -> list[Sign]:
    """Junior, senior, the number of a king: they are not alike."""
    if a.suffix and b.suffix:
        return [(f"generations differ: {a.suffix} / {b.suffix}", (("generations differ", 1.0),))]
    return [(f"only one names the generation: {a.suffix or b.suffix}", (("one generation", 1.0),))]
