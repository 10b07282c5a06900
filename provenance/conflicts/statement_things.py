"""Do two noun phrases, as claims print them, stand for one thing?"""

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.conflicts.words import FUNCTION_WORDS, stem
from provenance.model.claims import Claim
from provenance.model.names import EntityKind
from provenance.text.folding import fold_text

_NO_HEADS = frozenset(
    "he she it they we i you him her them us me who which that this these those one ones some others other "
    "all none nobody both each people man men woman women person something anything everything nothing much "
    "most many several few two three four five six seven eight nine ten dozens hundreds thousands half part "
    "rest number".split()
)
"""Words that stand for too many things."""


@frozen
class Thing:
    """`head`: stem of the last word; "" where it says nothing. `modifiers`: stems before it. `names`: stems
    of names before it, and of whose it is. `number`: as printed, "" without one."""

    head: str
    modifiers: frozenset[str]
    names: frozenset[str]
    number: str


def read_thing(pile: Pile, printed: str) -> Thing:
    """A noun phrase as head and modifiers; whose it is, and names in it, are kept apart."""
    printed_words = [w for w in printed.replace("-", " ").split() if any(c.isalnum() for c in w)]
    number, kept, names = "", [], set()
    for at, word in enumerate(printed_words):
        folded = fold_text(word)
        if not folded or folded in FUNCTION_WORDS:
            continue
        if _is_number(pile, folded):
            number = number or folded
            continue
        if at + 1 < len(printed_words) and _is_name_like(word, at):
            names.add(stem(folded.removesuffix("s") if _is_owner(word) else folded))
            continue
        kept.append(folded)
    if not kept or kept[-1] in _NO_HEADS:
        return Thing("", frozenset(), frozenset(names), number)
    return Thing(stem(kept[-1]), frozenset(stem(w) for w in kept[:-1]), frozenset(names), number)


def _is_owner(word: str) -> bool:
    return word.endswith(("'s", "\u2019s", "s'", "s\u2019"))


def _is_name_like(word: str, at: int) -> bool:
    return _is_owner(word) or (word[0].isupper() and at > 0)


def _is_number(pile: Pile, word: str) -> bool:
    return word[0].isdigit() or word in pile.knowledge.number_words


def are_one_thing(pile: Pile, a: tuple[str, str | None], b: tuple[str, str | None]) -> bool:
    """Is the thing printed as `a`, with its entity if it is a name, the one printed as `b`?

    Two entities must be equal, or one name hold the other. Else the heads must be, modifiers of one all be
    among the other's, and numbers and names must not differ: the north tunnel is not the south tunnel, and
    three of them are not six.
    """
    if a[1] is not None and b[1] is not None:
        return a[1] == b[1] or _holds(pile, a[1], b[1])
    one, two = read_thing(pile, a[0]), read_thing(pile, b[0])
    if not one.head or not two.head or one.number != two.number:
        return False
    if one.head != two.head:
        return _is_title_of(one, a[1], two, b[1]) or _is_title_of(two, b[1], one, a[1])
    if one.names and two.names and not one.names & two.names:
        return False
    return one.modifiers <= two.modifiers or two.modifiers <= one.modifiers


def _is_title_of(one: Thing, one_entity: str | None, two: Thing, two_entity: str | None) -> bool:
    """The president, President Salma Rizk: is the first the title by which the second is called?"""
    is_title = one_entity is None and two_entity is not None and not one.modifiers and not one.names
    return is_title and one.head in two.modifiers | two.names


def _holds(pile: Pile, a: str, b: str) -> bool:
    """Is one name the end of the other: the chipmaker Orsted Micro, Orsted Micro?"""
    one, two = (pile.entities.get(key) for key in (a, b))
    if one is None or two is None or one.kind is not two.kind or one.kind is EntityKind.PERSON:
        return False
    short, long = sorted((fold_text(one.name).split(), fold_text(two.name).split()), key=len)
    return len(short) > 1 and long[-len(short) :] == short


def _names(pile: Pile, claim: Claim) -> set[str]:
    if claim.span is None:
        return set()
    start, end = pile.sentence_at(claim.source_id, claim.span.start)
    return {m.entity for m in pile.mentions_in(claim.source_id, start, end)}


def shared_names(pile: Pile, a: Claim, b: Claim) -> set[str]:
    """Entities that the sentences of both claims name."""
    return _names(pile, a) & _names(pile, b)
