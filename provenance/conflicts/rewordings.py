"""Whether other words say another thing: synonyms, house style and what only one text adds do not."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from provenance.conflicts.words import FUNCTION_WORDS, IRREGULAR, stem
from provenance.model.knowledge import Knowledge
from provenance.text.folding import APOSTROPHES, fold_text
from provenance.text.numbers import find_numbers
from provenance.text.tokens import find_words

EXCHANGED = "exchanged"
"""Judgement: two words have changed places."""
_PAIR = 2
_ARTICLES = frozenset("a an the".split())
_SHORT = {"won't": "will", "can't": "can", "shan't": "shall"}
_OTHERS = {"'ll": "will", "'ve": "have", "'re": "are", "'m": "am"}
_ONE_FAMILY = 6
"""First letters that two words of one family share: auction, auctioneers."""
_SHORTEST = 3
"""Letters that stay of a word without its ending."""
_LONGEST_ENDING = 4
_IDLE = frozenset(
    "get got later then once still already now soon also too even ever just only quite rather so such "
    "however meanwhile moreover indeed together".split()
)
"""Adverbs and verbs that carry hardly anything beside another word."""
_CONTRASTS = tuple(
    (frozenset(one.split()), frozenset(two.split()))
    for one, two in (
        ("all every each both", "most many much some several various few little none no neither half one"),
        ("most", "many much some several various few little none no neither"),
        ("many much", "some few little none no neither"),
        ("some several various", "few little none no neither"),
        ("before", "after"),
        ("until", "since from after"),
        ("above over", "below under"),
        ("more", "less fewer"),
        ("most", "least"),
        ("with", "without"),
        ("for", "against"),
        ("in inside into", "outside out"),
        ("he him his himself", "she her hers herself"),
        ("either or", "and both"),
        ("first", "last"),
        ("always", "sometimes often seldom never"),
    )
)
"""Words of grammar and of order that say another thing for one another (closed classes of English)."""
_MORE_FORMS = dict(
    pair.split(":")
    for pair in "said:say told:tell gave:give given:give took:take taken:take made:make went:go gone:go "
    "came:come saw:see seen:see knew:know known:know thought:think kept:keep held:hold spoke:speak "
    "spoken:speak chose:choose chosen:choose grew:grow grown:grow drew:draw drawn:draw threw:throw "
    "thrown:throw became:become paid:pay felt:feel heard:hear taught:teach slept:sleep spent:spend "
    "men:man women:woman children:child".split()
)
"""Past forms and plurals that stand for the word where two words are compared, beyond IRREGULAR."""
_WILL = frozenset("will shall ll".split())
_IS = frozenset("is are am be s re going".split())
_KIN = frozenset(
    "father mother brother sister son daughter husband wife uncle aunt nephew niece cousin grandfather "
    "grandmother grandson granddaughter stepfather stepmother stepson stepdaughter widow widower fiance "
    "fiancee twin".split()
)
_ADDRESSES = frozenset("mr mrs ms miss mx dr".split())
_FROM_NOW = frozenset(
    "yesterday today tomorrow tonight now this last next recently earlier later week month year".split()
)
"""Words that date something from the day of the text."""
_RANKED = frozenset(
    "acting former deputy vice ex interim assistant associate honorary designate elect retired late "
    "outgoing incoming junior senior second co sub then".split()
)
"""Words that make of a title another one."""


def are_exchanged(a: str, b: str) -> bool:
    """Have two words that do not stand side by side changed places, all others staying?"""
    one, two = ([word.folded for word in find_words(text)] for text in (a, b))
    if len(one) != len(two):
        return False
    at = [i for i, (x, y) in enumerate(zip(one, two, strict=True)) if x != y]
    return (
        len(at) == _PAIR
        and at[1] - at[0] > 1
        and (one[at[0]], one[at[1]]) == (two[at[1]], two[at[0]])
        and not {one[at[0]], one[at[1]]} & FUNCTION_WORDS
    )


def are_in_contrast(a: str, b: str) -> bool:
    """Does one have a word of grammar that the other's excludes, and is nothing but such words different?"""
    one, two = ({word.folded for word in find_words(text)} - {"of"} for text in (a, b))
    only = one - two, two - one
    return all(only) and any(
        (only[0] <= first and only[1] <= second) or (only[0] <= second and only[1] <= first)
        for first, second in _CONTRASTS
    )


def are_futures(a: str, b: str) -> bool:
    """Do both tell of what is to come: "will close", "is closing", "is to close", "is going to close"?"""
    held = [{word.folded for word in find_words(text)} for text in (a, b)]
    will = [bool(words & _WILL) for words in held]
    return will[0] != will[1] and bool(held[will.index(False)] & _IS)


def are_titles(a: str, b: str, knowledge: Knowledge) -> bool:
    """Are both titles, or words for kin: what somebody is?"""
    return all(_is_title(text, knowledge) for text in (a, b))


def say_the_same(a: str, b: str, knowledge: Knowledge) -> bool:
    """Are both the same words, in whatever order, articles aside? Contractions are written out, numbers are
    compared by value, units in one form."""
    one, two = (sorted(_metric(_normal(text, knowledge))) for text in (a, b))
    return bool(one) and one == two


def is_another_thing(a: str, b: str, knowledge: Knowledge) -> bool:
    """Does `b`, which stands in a copy for `a`, tell something else?

    What both have, and what only one has, is no difference. One word of substance must stand there for one
    that it cannot stand for: where more are replaced, or one by a synonym, the clause was told anew.
    """
    if _are_two_tenses(a, b):
        return True
    one, two = (_content(_normal(text, knowledge)) for text in (a, b))
    left = [word for word in one if word not in two]
    right = [word for word in two if word not in one]
    return len(left) == len(right) == 1 and not _are_alike(left[0], right[0], knowledge)


def has_other_words(a: str, b: str, knowledge: Knowledge) -> bool:
    """Has each of them a word of substance that nothing in the other can stand for?"""
    one, two = (_content(_normal(text, knowledge)) for text in (a, b))
    return any(not any(_are_alike(x, y, knowledge) for y in two) for x in one) and any(
        not any(_are_alike(x, y, knowledge) for x in one) for y in two
    )


def is_stood_for(a: str, b: str, knowledge: Knowledge) -> bool:
    """Has each word of substance of either one in the other that can stand for it, and is there one?"""
    one, two = (_content(_normal(text, knowledge)) for text in (a, b))
    return bool(one and two) and (
        all(any(_are_alike(word, other, knowledge) for other in two) for word in one)
        and all(any(_are_alike(word, other, knowledge) for other in one) for word in two)
    )


def deny_alike(a: str, b: str, knowledge: Knowledge) -> bool:
    """Have both the same words of negation, and else words that can stand for one another?"""
    held = [
        {base for word in _normal(text, knowledge) if word in knowledge.negations for base in [_base(word)]}
        for text in (a, b)
    ]
    return held[0] == held[1] != set() and is_stood_for(a, b, knowledge)


def makes_another_title(text: str) -> bool:
    """Is it a word that makes of the title beside it another one: acting, former, deputy?"""
    words = [word.folded for word in find_words(text)]
    return bool(words) and any(word in _RANKED for word in words)


def are_one_title(a: str, b: str, knowledge: Knowledge) -> bool:
    """Are both titles one, or is one of them a mere form of address?"""
    one, two = (" ".join(w.folded for w in find_words(text) if w.folded not in _ARTICLES) for text in (a, b))
    if {one, two} & _ADDRESSES:
        return True
    roles = knowledge.roles.get(one), knowledge.roles.get(two)
    return roles[0] is not None and roles[1] is not None and roles[0].title == roles[1].title


def is_dated_from_now(text: str) -> bool:
    """Is a day told from the day of the text: yesterday, next week?"""
    words = [word.folded for word in find_words(text) if word.folded not in FUNCTION_WORDS - _FROM_NOW]
    return bool(words) and words[0] in _FROM_NOW


def has_figure(text: str, knowledge: Knowledge) -> bool:
    """Is a number in it, in figures or words?"""
    return any(
        word.folded in knowledge.number_words or any(map(str.isdigit, word.folded))
        for word in find_words(text)
    )


def content_words(text: str) -> list[str]:
    """Folded words of substance, in order."""
    return [word.folded for word in find_words(text) if word.folded not in FUNCTION_WORDS]


@lru_cache(maxsize=1 << 13)
def _normal(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Words in one form: "will" and "not" for "won't", "=13" for thirteen, the canonical unit for kg.

    The copies of one text have the same words at a changed place, which are read once.
    """
    return tuple(_in_one_form(text, knowledge))


def _in_one_form(text: str, knowledge: Knowledge) -> Iterator[str]:
    at = 0
    for number in find_numbers(text, knowledge):
        yield from _words(text[at : number.start], knowledge)
        low, high = number.bounds
        yield f"={low:.12g}:{high:.12g}" + ("th" if number.is_ordinal else "")
        if number.unit:
            yield number.unit
        at = number.end
    yield from _words(text[at:], knowledge)


def _metric(words: Iterable[str]) -> list[str]:
    """A metric ton is a tonne."""
    held = list(words)
    if "metric" not in held:
        return held
    return ["tonne" if word == "ton" else word for word in held if word != "metric"]


def _words(text: str, knowledge: Knowledge) -> Iterator[str]:
    for word in find_words(text):
        written = word.text.lower()
        for mark in APOSTROPHES:
            written = written.replace(mark, "'")
        if written.endswith("n't"):
            yield _SHORT.get(written, written[:-3])
            yield "not"
        elif written == "cannot":
            yield from ("can", "not")
        elif (short := next((end for end in _OTHERS if written.endswith(end)), "")) != "":
            yield fold_text(written[: -len(short)])
            yield _OTHERS[short]
        elif word.folded not in _ARTICLES:
            unit = knowledge.units.get(written)
            yield unit.lower() if unit else word.folded.removesuffix("'s")


def _is_title(text: str, knowledge: Knowledge) -> bool:
    words = content_words(text)
    return " ".join(words) in knowledge.roles or (len(words) == 1 and words[0].removesuffix("s") in _KIN)


def _content(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in FUNCTION_WORDS and word not in _IDLE]


def _are_two_tenses(a: str, b: str) -> bool:
    """Is it one word of substance, of which one side tells as present and the other as past?"""
    one, two = content_words(a), content_words(b)
    if len(one) != 1 or len(two) != 1 or _bases(one[0]).isdisjoint(_bases(two[0])):
        return False
    return _is_past(one[0]) != _is_past(two[0]) and {one[0][-1], two[0][-1]} & {"s"} != set()


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in IRREGULAR or word in _MORE_FORMS


def _are_alike(a: str, b: str, knowledge: Knowledge) -> bool:
    bases = _bases(a), _bases(b)
    if not bases[0].isdisjoint(bases[1]):
        return True
    if a.startswith("=") or b.startswith("="):
        return False
    short, long = sorted((a, b), key=len)
    if len(short) > _ONE_FAMILY and a[:_ONE_FAMILY] == b[:_ONE_FAMILY]:
        return True
    if len(short) > _SHORTEST and long.startswith(short) and len(long) - len(short) <= _LONGEST_ENDING:
        return True
    groups = _groups(knowledge)
    one, two = ({group for base in each for group in groups.get(base, ())} for each in bases)
    return not one.isdisjoint(two)


@lru_cache(maxsize=1 << 14)
def _bases(word: str) -> frozenset[str]:
    """Stems that a word may have: "employees" is "employ" by its ending and "employe" as a plural."""
    forms = [word] + [word.removesuffix(ending) for ending in ("s", "d", "ed", "ing")]
    return frozenset(_base(form) for form in forms if form == word or len(form) >= _SHORTEST)


@lru_cache(maxsize=1 << 14)
def _base(word: str) -> str:
    return stem(_MORE_FORMS.get(word) or IRREGULAR.get(word, word))


@lru_cache(maxsize=4)
def _groups(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Stem → groups of words that can stand for one another; forms of one event are a group too."""
    found: dict[str, set[str]] = {}
    for word, numbers in sorted(knowledge.synonyms.items()):
        found.setdefault(_base(word), set()).update(numbers.split())
    for form, event in sorted(knowledge.event_verbs.items()):
        if " " not in form:
            found.setdefault(_base(form), set()).add(event.event)
    return {word: frozenset(groups) for word, groups in found.items()}
