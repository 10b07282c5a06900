"""Do two noun phrases, as claims print them, stand for one thing?"""

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.claims import Claim
from provenance.text.folding import fold_text

_NO_HEADS = frozenset(
    "he she it they we i you him her them us me who which that this these those one ones some others other all "
    "none nobody both each people man men woman women person something anything everything nothing much most "
    "many several few two three four five six seven eight nine ten dozens hundreds thousands half part rest "
    "number".split()
)
"""Words that stand for too many things."""


@frozen
class Thing:
    """`head`: stem of the last word; "" where it says nothing. `modifiers`: stems before it. `number`: as
    printed, "" without one."""

    head: str
    modifiers: frozenset[str]
    number: str


def read_thing(pile: Pile, printed: str) -> Thing:
    """A noun phrase as head and modifiers."""
    words = [fold_text(word) for word in printed.replace("-", " ").split()]
    words = [w[:-1] if w.endswith("'") else w for w in words if w]
    number = next((w for w in words if _is_number(pile, w)), "")
    kept = [w for w in words if w not in FUNCTION_WORDS and not _is_number(pile, w)]
    if not kept or kept[-1] in _NO_HEADS:
        return Thing("", frozenset(), number)
    return Thing(stem(kept[-1]), frozenset(stem(w) for w in kept[:-1]), number)


def _is_number(pile: Pile, word: str) -> bool:
    return word[0].isdigit() or word in pile.knowledge.number_words


def are_one_thing(pile: Pile, a: tuple[str, str | None], b: tuple[str, str | None]) -> bool:
    """Is the thing printed as `a`, with its entity if it is a name, the one printed as `b`?

    Two entities must be equal. Else the heads must be, modifiers of one all be among the other's, and numbers
    must not differ: the north tunnel is not the south tunnel, and three of them are not six.
    """
    if a[1] is not None and b[1] is not None:
        if a[1] == b[1]:
            return read_thing(pile, a[0]).number == read_thing(pile, b[0]).number or _is_name_only(pile, a, b)
        return False
    one, two = read_thing(pile, a[0]), read_thing(pile, b[0])
    if not one.head or not two.head or one.number != two.number:
        return False
    if one.head != two.head:  # the president, President Salma Rizk
        return (a[1] is None and one.head in two.modifiers and not one.modifiers and b[1] is not None) or (
            b[1] is None and two.head in one.modifiers and not two.modifiers and a[1] is not None
        )
    return one.modifiers <= two.modifiers or two.modifiers <= one.modifiers


def _is_name_only(pile: Pile, a: tuple[str, str | None], b: tuple[str, str | None]) -> bool:
    entity = pile.entities.get(a[1] or "")
    return entity is not None and entity.kind.value == "person"


def share_a_name(pile: Pile, a: Claim, b: Claim) -> bool:
    """Do the sentences of two claims name one person, body or place?"""
    return bool(_names(pile, a) & _names(pile, b))


def _names(pile: Pile, claim: Claim) -> set[str]:
    if claim.span is None:
        return set()
    start, end = pile.sentence_at(claim.source_id, claim.span.start)
    return {m.entity for m in pile.mentions_in(claim.source_id, start, end)}


def shared_names(pile: Pile, a: Claim, b: Claim) -> set[str]:
    """Entities that the sentences of both claims name."""
    return _names(pile, a) & _names(pile, b)
