"""Content words of a stretch of text, cut to stems that survive English endings."""

from functools import lru_cache

from provenance.model.knowledge import Knowledge
from provenance.text.tokens import find_words

FUNCTION_WORDS = frozenset(
    "a an the this that these those and or but nor so yet of in on at by for from to with without into onto "
    "over under between among against during before after about above below up down out off again then than "
    "as if because while although though since until unless when where which who whom whose what how why is "
    "are was were be been being am do does did done doing have has had having will would shall should can "
    "could may might must ought not no i me my we us our you your he him his she her it its they them their "
    "there here also too very just only own same such both each every either neither all any some most more "
    "other another many much few less least one s t d ll ve re".split()
)
"""English words that carry grammar rather than content (the closed word classes)."""

IRREGULAR = dict(
    pair.split(":")
    for pair in "sank:sink sunk:sink fell:fall fallen:fall rose:rise risen:rise broke:break broken:break "
    "struck:strike hit:hit blew:blow blown:blow burst:burst left:leave met:meet lost:lose shot:shoot "
    "flew:fly drove:drive fought:fight bought:buy sold:sell began:begin begun:begin won:win sent:send "
    "found:find caught:catch froze:freeze stole:steal "
    "stolen:steal tore:tear torn:tear swept:sweep split:split shook:shake beat:beat beaten:beat cut:cut "
    "brought:bring built:build fled:flee hid:hide led:lead rode:ride ran:run swam:swim wrote:write "
    "written:write".split()
)
"""Past forms of common irregular English verbs → the verb (grammar, no topic of its own); not those that
mostly lean on a noun: took place, gave a talk."""

_ENDINGS = tuple("ations ation ions ion ments ment ings ing ies ied ers ed es er ly s".split())
_SHORTEST_STEM = 4
_LONGEST_KEPT = 40
"""Letters from which a word is none of English, and is left as it is."""


def stem(word: str) -> str:
    """A folded word without a usual English ending; at least four letters stay."""
    return _stem(word) if len(word) <= _LONGEST_KEPT else word


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] in "eiy":
        word = word[:-1]
    return word


def content_stems(text: str, knowledge: Knowledge | None = None) -> list[str]:
    """Stems of the content words of `text`, in order. With `knowledge`, without numerals and dates."""
    found = []
    for word in find_words(text):
        if word.folded in FUNCTION_WORDS:
            continue
        if knowledge and _is_value(word.folded, knowledge):
            continue
        found.append(stem(word.folded))
    return found


def overlap(a: list[str], b: list[str]) -> float:
    """Shared stems over the stems of the shorter list, 0..1."""
    if not a or not b:
        return 0.0
    return len(set(a) & set(b)) / min(len(set(a)), len(set(b)))


def _is_value(word: str, knowledge: Knowledge) -> bool:
    if any(character.isdigit() for character in word):
        return True
    return word in knowledge.number_words or word in knowledge.months or word in knowledge.weekdays
