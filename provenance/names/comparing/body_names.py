"""Bodies of many states under the names and acronyms of many languages: NATO, OTAN, НАТО."""

from functools import lru_cache

from provenance.model.knowledge import Knowledge
from provenance.names.comparing.body_reading import BodyReader
from provenance.names.comparing.body_tables import plain_english
from provenance.names.comparing.body_words import PASSED_OVER
from provenance.names.sounds.romanise import fold_texts

_SHORTEST_WORD = 4
"""Letters from which an acronym may be written as a word: Nato, Unesco; not Who. Shorter ones only in a name
without any capital: eu; not who, us, un, which are words."""
_WORDS = frozenset("who us it un am as at in is ai".split())


def find_known_body(name: BodyReader, knowledge: Knowledge) -> str:
    """English name of the well-known body that the whole name stands for; "" if it is none."""
    names = _names(knowledge)
    acronym = name.acronym
    if acronym:
        return names.get(acronym, "")
    known = [one for one in name.known if not one.is_small]
    found = names.get(" ".join([one.plain for one in known]), "")
    if not found or len(known) > 1:
        return found
    text = known[0].text
    is_word = known[0].is_capital if len(text) >= _SHORTEST_WORD else known[0].is_lower
    is_other = text in knowledge.common_words or text in knowledge.given_names or text in _WORDS
    return found if name.words[0].is_vowelless or (is_word and not is_other) else ""


@lru_cache(maxsize=16)
def _names(knowledge: Knowledge) -> dict[str, str]:
    folded = fold_texts(knowledge.body_names)
    keys = {name: [text for text in folded[name].split() if text not in PASSED_OVER] for name in folded}
    return {_key(keys[name]): english for name, english in knowledge.body_names.items() if keys[name]}


def _key(texts: list[str]) -> str:
    if all(len(text) == 1 for text in texts):
        return "".join(texts)
    return " ".join(map(plain_english, texts))
